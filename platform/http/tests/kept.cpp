// SPDX-License-Identifier: Apache-2.0
// Kept pages through real sockets: shown again without being made, never to the wrong person.
#include <gtest/gtest.h>

#include "platform/http/tests/client.hpp"

namespace wasl::http::testing {
namespace {

class Kept : public ::testing::Test {
protected:
    Reply ask(std::string_view path, std::string_view headers = {}) const {
        return house.ask(get(path, headers));
    }
    // How often pages were made while this was asked for twice.
    int made_in_two(std::string_view path, std::string_view headers = {}) const {
        ask(path, headers);
        int const before = house.doors.made;
        ask(path, headers);
        return house.doors.made - before;
    }

    House house;
};

TEST_F(Kept, is_shown_again_without_being_made_until_its_content_moves) {
    auto const first = ask("/ar/kept");
    EXPECT_TRUE(first.body.starts_with("made 1 of 1 for 0 a")) << first.body.substr(0, 30);
    auto const second = ask("/ar/kept");
    EXPECT_EQ(second.body, first.body);
    EXPECT_EQ(second.headers, first.headers);
    EXPECT_EQ(second.headers.at("cache-control"), "private, no-cache");
    auto const packed = ask("/ar/kept", "Accept-Encoding: br, gzip\r\n");
    EXPECT_EQ(packed.headers.at("content-encoding"), "gzip");
    EXPECT_EQ(packed.headers.at("etag"), "W/" + first.headers.at("etag"));
    EXPECT_LT(packed.body.size(), first.body.size() / 4);
    auto const known = ask("/ar/kept", "If-None-Match: " + first.headers.at("etag") + "\r\n");
    EXPECT_EQ(known.status, 304);
    EXPECT_EQ(known.body, "");
    auto client = house.client();
    client.send("HEAD /ar/kept HTTP/1.1\r\nHost: a\r\n\r\n" + get("/ar/kept"));
    EXPECT_EQ(client.receive(true).headers.at("content-length"),
              first.headers.at("content-length"));
    EXPECT_EQ(client.receive().body, first.body);
    EXPECT_EQ(house.doors.made, 1);

    ++house.doors.content;
    auto const moved = ask("/ar/kept", "If-None-Match: " + first.headers.at("etag") + "\r\n");
    EXPECT_EQ(moved.status, 200);
    EXPECT_TRUE(moved.body.starts_with("made 2 of 2 "));
    EXPECT_EQ(ask("/ar/kept").body, moved.body);
}

TEST_F(Kept, waits_for_a_look_at_the_database_where_one_is_due) {
    ask("/ar/kept");
    house.doors.due = true;
    EXPECT_TRUE(ask("/ar/kept").body.starts_with("made 2 "));
    house.doors.due = false;
    EXPECT_TRUE(ask("/ar/kept").body.starts_with("made 1 ")) << "the same content is the same page";
}

TEST_F(Kept, is_one_page_for_each_language_and_the_choice_is_remembered_each_time) {
    for (int n = 0; n < 2; ++n) {
        auto const french = ask("/fr/kept");
        EXPECT_TRUE(french.headers.at("set-cookie").starts_with("language=fr; "));
        EXPECT_FALSE(ask("/fr/kept", "Cookie: language=fr\r\n").headers.contains("set-cookie"));
        EXPECT_FALSE(ask("/fr/kept", "Accept-Language: fr-MA\r\n").headers.contains("set-cookie"));
        EXPECT_NE(ask("/ar/kept").body, french.body);
        EXPECT_FALSE(ask("/ar/kept").headers.contains("set-cookie"));
    }
    EXPECT_EQ(house.doors.made, 2);
}

TEST_F(Kept, is_shown_to_nobody_in_particular_and_made_for_nobody_in_particular) {
    auto const citizen = "Cookie: person=7\r\n";
    EXPECT_NE(ask("/ar/kept", citizen).body.find(" for 7 "), std::string::npos);
    EXPECT_NE(ask("/ar/kept").body.find(" for 0 "), std::string::npos);
    EXPECT_NE(ask("/ar/kept", citizen).body.find(" for 7 "), std::string::npos);
    EXPECT_EQ(made_in_two("/ar/kept", "Cookie: language=ar; wasl_session=x\r\n"), 1);
    EXPECT_EQ(made_in_two("/ar/kept", "Cookie: wasl_visit=x\r\n"), 1);
    EXPECT_EQ(made_in_two("/ar/kept", "Authorization: Bearer token\r\n"), 1);
    EXPECT_EQ(made_in_two("/ar/kept"), 0) << "all the while it is kept for others";
}

TEST_F(Kept, is_nothing_that_a_form_a_word_or_a_query_made_different) {
    EXPECT_EQ(made_in_two("/ar/kept?q=1"), 1);
    EXPECT_EQ(made_in_two("/ar/kept?"), 1);
    EXPECT_EQ(made_in_two("/ar/kept/form"), 1) << "it carries a csrf";
    EXPECT_EQ(made_in_two("/ar/kept/word"), 1) << "it carries a cookie of its own";
    EXPECT_EQ(made_in_two("/ar/kept/missing"), 1);
    EXPECT_EQ(made_in_two("/ar/kept/moving"), 1) << "its content moved while it was made";
    EXPECT_EQ(made_in_two("http://wasl.test/ar/kept"), 1);
}

std::shared_ptr<std::string const> text(std::size_t size) {
    return std::make_shared<std::string const>(size, 'x');
}

TEST(KeptPages, never_take_more_than_their_bytes) {
    KeptPages pages;
    Date const today = day(2026, 3, 2);
    KeptPage const large{
        .type = {}, .etag = {}, .plain = text(200 * 1024), .gzip = text(56 * 1024)};
    auto const most = KeptPages::bytes_max / (256 * 1024);
    for (std::size_t n = 0; n < most + 8; ++n) {
        auto page = large;
        page.day = today;
        pages.keep("/ar/" + std::to_string(n), page);
        EXPECT_NE(pages.find("/ar/0", {}, today), nullptr) << "asked for all the time";
    }
    std::size_t kept = 0;
    for (std::size_t n = 0; n < most + 8; ++n)
        kept += pages.find("/ar/" + std::to_string(n), {}, today) != nullptr;
    EXPECT_GE(kept, most - 2);
    EXPECT_LE(kept, most);
    auto huge = large;
    huge.day = today;
    huge.plain = text(KeptPages::page_max + 1);
    EXPECT_NE(pages.keep("/ar/huge", huge), nullptr);
    EXPECT_EQ(pages.find("/ar/huge", {}, today), nullptr);
    EXPECT_EQ(pages.find("/ar/0", {}, today + Days{1}), nullptr) << "tomorrow is another page";
    EXPECT_EQ(pages.find("/ar/0", {}, today), nullptr);
}

}  // namespace
}  // namespace wasl::http::testing
