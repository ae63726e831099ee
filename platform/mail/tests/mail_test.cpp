// SPDX-License-Identifier: Apache-2.0
#include "platform/mail/mail.hpp"

#include <gtest/gtest.h>

#include "platform/mail/tests/smtp_sink.hpp"

namespace wasl::mail {
namespace {

Letter letter() {
    return {"fatima@example.ma",
            "وصل إيداع الملف رقم ٤",
            "السلام عليكم\nتم إيداع ملفكم.\n",
            "ar",
            "wasl.1@example.ma",
            instant_from_micros(1'777'883'400'000'000)};
}

// Decodes "=?UTF-8?B?...?=" words, joined by "\r\n ".
std::string unfolded_words(std::string const& encoded) {
    std::string out;
    std::size_t at = 0;
    while ((at = encoded.find("=?UTF-8?B?", at)) != std::string::npos) {
        auto const end = encoded.find("?=", at + 10);
        out += from_base64(encoded.substr(at + 10, end - at - 10));
        at = end;
    }
    return out;
}

TEST(HeaderWords, leave_plain_text_and_encode_the_rest_in_short_whole_words) {
    EXPECT_EQ(header_words("Your receipt"), "Your receipt");
    EXPECT_EQ(header_words("a\r\nBcc: x@y.ma"), "a  Bcc: x@y.ma") << "no header can be added";
    std::string arabic;
    for (int n = 0; n < 40; ++n) arabic += "وصل إيداع ";
    for (auto const& text :
         {std::string("é"), std::string("وصل"), arabic, std::string("=?UTF-8?B?x?="),
          std::string(300, 'a'), std::string("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀")}) {
        auto const encoded = header_words(text);
        EXPECT_EQ(unfolded_words(encoded), text);
        for (std::size_t at = 0; at < encoded.size();) {
            auto const end = std::min(encoded.find("\r\n", at), encoded.size());
            EXPECT_LE(end - at, 76U);
            auto const decoded = unfolded_words(encoded.substr(at, end - at));
            ASSERT_FALSE(decoded.empty());
            EXPECT_NE(static_cast<unsigned char>(decoded.front()) & 0xC0U, 0x80U)
                << "a character was split";
            at = end + 2;
        }
    }
}

TEST(Compose, makes_a_letter_that_mail_programs_read) {
    Settings const settings{.from = "wasl@berkane.example", .from_name = "جماعة بركان"};
    auto const text = compose(settings, letter());
    EXPECT_TRUE(text.starts_with("Date: Mon, 04 May 2026 08:30:00 +0000\r\n")) << text;
    EXPECT_NE(text.find("\r\nTo: fatima@example.ma\r\n"), std::string::npos);
    EXPECT_NE(text.find("\r\nMessage-ID: <wasl.1@example.ma>\r\n"), std::string::npos);
    EXPECT_NE(text.find("\r\nAuto-Submitted: auto-generated\r\n"), std::string::npos);
    EXPECT_NE(text.find(" <wasl@berkane.example>\r\n"), std::string::npos);
    auto const body = text.substr(text.find("\r\n\r\n") + 4);
    EXPECT_EQ(from_base64(body), "السلام عليكم\r\nتم إيداع ملفكم.\r\n");
    for (char const sign : text) EXPECT_LT(static_cast<unsigned char>(sign), 128U);
}

TEST(Address, is_one_plain_address) {
    for (auto const* good : {"a@b.ma", "first.last+tag@sub.example.ma"})
        EXPECT_TRUE(is_address(good)) << good;
    for (auto const* bad :
         {"", "a", "@b.ma", "a@", "a@b@c.ma", "a b@c.ma", "a@b.ma\r\nRCPT TO:<x>", "<a@b.ma>"})
        EXPECT_FALSE(is_address(bad)) << bad;
}

TEST(Send, delivers_through_a_real_socket) {
    SmtpSink sink;
    auto const sent = send({.url = sink.url(), .from = "wasl@example.ma"}, letter());
    EXPECT_EQ(sent.fate, Fate::delivered) << sent.why;
    auto const got = sink.letters();
    ASSERT_EQ(got.size(), 1U);
    EXPECT_EQ(got[0].from, "<wasl@example.ma>");
    EXPECT_EQ(got[0].to, "<fatima@example.ma>");
    EXPECT_NE(got[0].text.find("Message-ID: <wasl.1@example.ma>"), std::string::npos);
}

TEST(Send, tells_a_refusal_for_good_from_one_that_may_pass) {
    struct Case {
        char const* at;
        char const* reply;
        Fate fate;
    };
    for (auto const& [at, reply, fate] :
         {Case{"RCPT", "550 5.1.1 no such person", Fate::refused_for_good},
          Case{"RCPT", "450 4.2.1 try later", Fate::try_again},
          Case{"MAIL", "552 too much", Fate::refused_for_good},
          Case{"DATA", "451 local error", Fate::try_again},
          Case{".", "554 5.7.1 spam", Fate::refused_for_good},
          Case{".", "452 disk full", Fate::try_again},
          Case{"GREETING", "554 no service", Fate::try_again},
          Case{"GREETING", "421 busy", Fate::try_again}}) {
        SmtpSink sink;
        sink.answer(at, reply);
        auto const sent = send({.url = sink.url()}, letter());
        EXPECT_EQ(sent.fate, fate) << at << " " << reply << ": " << sent.why;
        EXPECT_NE(sent.why.find(std::string(reply).substr(0, 3)), std::string::npos) << sent.why;
        EXPECT_TRUE(sink.letters().empty());
    }
}

TEST(Send, tries_again_where_nobody_listens_and_gives_up_on_nonsense) {
    EXPECT_EQ(send({.url = "smtp://127.0.0.1:1"}, letter()).fate, Fate::try_again);
    EXPECT_EQ(send({}, letter()).fate, Fate::try_again);
    auto bad = letter();
    bad.to = "x@y.ma>\r\nRCPT TO:<z@y.ma";
    SmtpSink sink;
    EXPECT_EQ(send({.url = sink.url()}, bad).fate, Fate::refused_for_good);
    EXPECT_TRUE(sink.letters().empty());
}

TEST(Send, sends_nothing_in_clear_where_encryption_is_wanted) {
    SmtpSink sink;
    auto const sent = send({.url = sink.url(), .tls_required = true}, letter());
    EXPECT_EQ(sent.fate, Fate::try_again) << sent.why;
    EXPECT_TRUE(sink.letters().empty());
}

}  // namespace
}  // namespace wasl::mail
