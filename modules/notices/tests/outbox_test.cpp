// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <fstream>

#include "modules/directory/directory.hpp"
#include "modules/directory/schema.hpp"
#include "modules/notices/desk.hpp"
#include "modules/notices/messages.hpp"
#include "platform/journal/schema.hpp"
#include "platform/mail/tests/smtp_sink.hpp"
#include "tests/support/db_for_tests.hpp"

namespace wasl::notices {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

class OutboxTest : public tests::OnEngine {
protected:
    OutboxTest()
        : OnEngine({journal::schema, directory::schema, people::schema_steps(), schema_steps()}),
          places(database()),
          desk(database(), places, people::Settings{.secret = std::string(32, 's')}),
          person(somebody("fatima@example.ma")) {}

    // A counter person has a contact without an account: enough to be written to.
    PersonId somebody(std::string contact) {
        return write([&](db::Writer& writer) {
                   return desk.register_at_counter(
                       writer,
                       {"فاطمة " + std::string(contact.empty() ? "" : "الزهراء"),
                        std::move(contact), "", Language::fr},
                       PersonId{1}, clock.now());
               })
            .value();
    }
    Outbox outbox(std::string url, Ways ways = {}) {
        return Outbox(database(), desk, {.url = std::move(url), .from = "wasl@example.ma"},
                      std::move(ways));
    }
    Notice notice() const {
        return {person, say(msg::title), say(msg::unread_count, {number("count", 3)}),
                "/dossiers/B7", "B7"};
    }
    void post(Outbox const& box, Notice const& what) {
        auto const posted = write([&](db::Writer& writer) -> Outcome {
            box.post(writer, what, clock.now());
            return Done{};
        });
        EXPECT_FALSE(posted.refused());
    }
    std::size_t stuck() {
        return read([&](db::Reader& reader) { return store::stuck(reader, clock.now()); }).size();
    }
    std::size_t inbox(PersonId whose) {
        return read([&](db::Reader& reader) {
                   return store::items(reader, whose, NoticeId{INT64_MAX}, 100);
               })
            .size();
    }

    directory::Desk places;
    people::Desk desk;
    PersonId person;
};
INSTANTIATE_TEST_SUITE_P(OnBoth, OutboxTest, tests::both_engines(), tests::engine_name);

TEST_P(OutboxTest, tells_in_the_inbox_at_once_and_by_mail_once_in_the_readers_language) {
    mail::SmtpSink sink;
    auto const box = outbox(sink.url(), {.site = "https://wasl.example.ma"});
    post(box, notice());
    EXPECT_EQ(inbox(person), 1U);
    EXPECT_TRUE(sink.letters().empty());
    EXPECT_EQ(box.deliver_due(clock.now()), 1);
    EXPECT_EQ(box.deliver_due(clock.now()), 0);
    clock.advance(hours(100));
    EXPECT_EQ(box.deliver_due(clock.now()), 0);
    auto const got = sink.letters();
    ASSERT_EQ(got.size(), 1U);
    EXPECT_EQ(got[0].to, "<fatima@example.ma>");
    auto const body = mail::from_base64(got[0].text.substr(got[0].text.find("\r\n\r\n")));
    EXPECT_NE(body.find("nouvelles notifications"), std::string::npos) << body;
    EXPECT_NE(body.find("https://wasl.example.ma/fr/dossiers/B7"), std::string::npos) << body;
}

// What was asked for again and again is ended by whoever reads the letter, on paper and by the
// button of a mail program (RFC 8058); other letters offer neither.
TEST_P(OutboxTest, says_where_letters_of_a_kind_are_ended) {
    mail::SmtpSink sink;
    auto const box = outbox(sink.url(), {.site = "https://wasl.example.ma"});
    auto what = notice();
    post(box, what);
    what.stop = "/reports/alerts/7/stop?key=K";
    post(box, what);
    EXPECT_EQ(box.deliver_due(clock.now()), 2);
    auto const got = sink.letters();
    ASSERT_EQ(got.size(), 2U);
    EXPECT_EQ(got[0].text.find("List-Unsubscribe"), std::string::npos);
    EXPECT_NE(got[1].text.find("List-Unsubscribe: "
                               "<https://wasl.example.ma/api/v1/reports/alerts/7/stop?key=K>\r\n"
                               "List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"),
              std::string::npos)
        << got[1].text;
    auto const body = mail::from_base64(got[1].text.substr(got[1].text.find("\r\n\r\n")));
    EXPECT_NE(body.find("https://wasl.example.ma/fr/reports/alerts/7/stop?key=K"),
              std::string::npos)
        << body;
    // Nobody is sent short messages in numbers.
    what.to = somebody("0661234567");
    post(box, what);
    EXPECT_EQ(box.deliver_due(clock.now()), 0);
    EXPECT_EQ(inbox(what.to), 1U);
}

TEST_P(OutboxTest, posts_nothing_where_the_fact_was_refused) {
    auto const box = outbox("");
    auto const refused = write([&](db::Writer& writer) -> Outcome {
        box.post(writer, notice(), clock.now());
        return Refusal{Refused::conflict, {}};
    });
    EXPECT_TRUE(refused.refused());
    auto const stumble = [&] {
        auto const never = write([&](db::Writer& writer) -> Outcome {
            box.post(writer, notice(), clock.now());
            throw std::runtime_error("the machine stumbled");
        });
        ADD_FAILURE() << never.refused();
    };
    EXPECT_THROW(stumble(), std::runtime_error);
    EXPECT_EQ(inbox(person), 0U);
    EXPECT_EQ(box.deliver_due(clock.now()), 0);
}

TEST_P(OutboxTest, tries_again_with_growing_waits_and_gives_up_after_three_days) {
    mail::SmtpSink sink;
    sink.answer("RCPT", "450 busy");
    auto const box = outbox(sink.url());
    post(box, notice());
    int tries = 0;
    auto const begun = clock.now();
    std::vector<std::int64_t> at;
    for (int minute = 0; minute < 4 * 24 * 60; minute += 1) {
        auto const before = read([&](db::Reader& reader) {
            auto const all = store::stuck(reader, clock.now() + minutes(1));
            return all.empty() ? 0 : all[0].tries;
        });
        box.deliver_due(clock.now());
        auto const all = read(
            [&](db::Reader& reader) { return store::stuck(reader, clock.now() + minutes(1)); });
        if (!all.empty() && all[0].tries > before) {
            ++tries;
            at.push_back((clock.now() - begun) / minutes(1));
            EXPECT_EQ(all[0].why.find("RCPT failed: 450") != std::string::npos ||
                          all[0].why.find("450 busy") != std::string::npos,
                      true)
                << all[0].why;
        }
        clock.advance(minutes(1));
    }
    ASSERT_GE(at.size(), 6U);
    EXPECT_EQ((std::vector<std::int64_t>(at.begin(), at.begin() + 5)),
              (std::vector<std::int64_t>{0, 1, 6, 21, 81}));
    EXPECT_LE(tries, 14);
    auto const failed = read([&](db::Reader& reader) { return store::stuck(reader, begun); });
    ASSERT_EQ(failed.size(), 1U);
    EXPECT_EQ(failed[0].state, "failed");
    EXPECT_TRUE(sink.letters().empty());

    sink.answer("RCPT", "250 welcome back");
    EXPECT_FALSE(write([&](db::Writer& writer) {
                     return retry_letter(writer, failed[0].id, clock.now());
                 }).refused());
    EXPECT_EQ(box.deliver_due(clock.now()), 1);
    EXPECT_EQ(sink.letters().size(), 1U);
    EXPECT_TRUE(write([&](db::Writer& writer) {
                    return retry_letter(writer, failed[0].id, clock.now());
                }).refused());
}

TEST_P(OutboxTest, survives_a_crash_with_the_lease_in_hand_and_keeps_the_message_id) {
    mail::SmtpSink sink;
    auto const box = outbox(sink.url());
    post(box, notice());
    // Somebody took the letter and died: before sending, or before writing that it was sent.
    auto const taken = write([&](db::Writer& writer) -> Result<std::optional<store::Letter>> {
        return store::lease(writer, clock.now(), clock.now() + minutes(5));
    });
    ASSERT_TRUE(taken.value());
    made().reopen();
    people::Desk const other_desk(database(), places,
                                  people::Settings{.secret = std::string(32, 's')});
    Outbox const next(database(), other_desk, {.url = sink.url(), .from = "wasl@example.ma"});
    EXPECT_EQ(next.deliver_due(clock.now()), 0) << "leased";
    clock.advance(minutes(5));
    EXPECT_EQ(next.deliver_due(clock.now()), 1);
    ASSERT_EQ(sink.letters().size(), 1U);
    EXPECT_NE(sink.letters()[0].text.find("Message-ID: <" + taken.value()->message_id + ">"),
              std::string::npos);
    // The dead one wakes up: its word counts no more.
    auto const late = write([&](db::Writer& writer) -> Result<bool> {
        return store::wait(writer, *taken.value(), "late", clock.now());
    });
    EXPECT_FALSE(late.value());
    EXPECT_EQ(next.deliver_due(clock.now() + hours(1)), 0);
}

TEST_P(OutboxTest, sends_each_of_many_letters_once_with_two_nodes_at_work) {
    mail::SmtpSink sink;
    auto const box = outbox(sink.url());
    for (int n = 0; n < 40; ++n) post(box, notice());
    auto const at = clock.now();
    int one = 0, two = 0;
    std::thread other([&] { two = box.deliver_due(at); });
    one = box.deliver_due(at);
    other.join();
    EXPECT_EQ(one + two, 40);
    EXPECT_EQ(sink.letters().size(), 40U);
}

TEST_P(OutboxTest, gives_up_at_once_where_the_address_does_not_exist) {
    mail::SmtpSink sink;
    sink.answer("RCPT", "550 no such person");
    auto const box = outbox(sink.url());
    post(box, notice());
    EXPECT_EQ(box.deliver_due(clock.now()), 0);
    EXPECT_EQ(stuck(), 1U);
    clock.advance(hours(1));
    EXPECT_EQ(box.deliver_due(clock.now()), 0);
    EXPECT_EQ(inbox(person), 1U) << "the inbox has it all the same";
}

TEST_P(OutboxTest, writes_letters_to_a_folder_where_no_server_is_named) {
    std::filesystem::path const folder = made().folder() + "/letters";
    auto const box = outbox("", {.letters = folder});
    post(box, notice());
    auto const posted = write([&](db::Writer& writer) -> Outcome {
        box.post_letter(writer,
                        {"+212612345678", Language::ar, say(msg::title), say(msg::empty_title),
                         clock.now() + minutes(10)},
                        clock.now());
        return Done{};
    });
    EXPECT_FALSE(posted.refused());
    EXPECT_EQ(box.deliver_due(clock.now()), 2);
    std::vector<std::string> kinds;
    for (auto const& file : std::filesystem::directory_iterator(folder))
        kinds.push_back(file.path().extension().string());
    std::sort(kinds.begin(), kinds.end());
    EXPECT_EQ(kinds, (std::vector<std::string>{".eml", ".txt"}));
}

TEST_P(OutboxTest, lets_a_code_that_came_too_late_go_and_erases_what_it_sent) {
    mail::SmtpSink sink;
    auto const box = outbox(sink.url());
    auto const code = [&] {
        auto const posted = write([&](db::Writer& writer) -> Outcome {
            box.post_letter(
                writer,
                {"a@b.ma", Language::ar, say(msg::title),
                 say(msg::unread_count, {number("count", 123456)}), clock.now() + minutes(10)},
                clock.now());
            return Done{};
        });
        EXPECT_FALSE(posted.refused());
    };
    code();
    EXPECT_EQ(box.deliver_due(clock.now() + minutes(10)), 0);
    code();
    EXPECT_EQ(box.deliver_due(clock.now()), 1);
    static constexpr db::Sql left{"test.left", R"sql(
        select count(*) from notices_letters where body <> '' or address is not null
    )sql"};
    EXPECT_EQ(read([&](db::Reader& reader) { return reader.count(left); }), 0);
}

TEST_P(OutboxTest, counts_the_unread_and_shows_nobody_anothers_notice) {
    auto const box = outbox("");
    post(box, notice());
    post(box, notice());
    auto const all = read(
        [&](db::Reader& reader) { return store::items(reader, person, NoticeId{INT64_MAX}, 10); });
    ASSERT_EQ(all.size(), 2U);
    auto const other = somebody("0612345678");
    auto const open = [&](PersonId who) {
        return write([&](db::Writer& writer) {
            return read_notice(box, writer, who, all[0].id, clock.now());
        });
    };
    EXPECT_EQ(open(other).refusal().why, Refused::not_found);
    EXPECT_EQ(open(person).value().link, "/dossiers/B7");
    EXPECT_FALSE(open(person).refused()) << "reading twice counts once";
    static constexpr db::Sql unread{"test.unread", R"sql(
        select unread from people_persons where id = $1
    )sql"};
    auto const waiting = [&] {
        return read([&](db::Reader& reader) { return reader.count(unread, person); });
    };
    EXPECT_EQ(waiting(), 1);
    EXPECT_FALSE(write([&](db::Writer& writer) {
                     return read_all(box, writer, person, clock.now());
                 }).refused());
    EXPECT_EQ(waiting(), 0);
}

TEST_P(OutboxTest, says_every_kind_of_value_again_after_it_was_kept) {
    Said const words = say(msg::title, {text("a", "نص \"مقتبس\""),
                                        number("b", 42),
                                        {"c", day(2026, 3, 2)},
                                        {"d", clock.now()},
                                        {"e", Money::centimes(1250)},
                                        word("f", msg::open)});
    auto const find = [](std::string_view key) { return msg::find(key.substr(8)); };
    auto const again = i18n::remember(i18n::kept(words), find);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->said.message, words.message);
    ASSERT_EQ(again->said.values.size(), 6U);
    for (std::size_t n = 0; n < 6; ++n) {
        EXPECT_EQ(again->said.values[n].name, words.values[n].name);
        EXPECT_EQ(again->said.values[n].what, words.values[n].what);
    }
    EXPECT_FALSE(i18n::remember(i18n::kept(words),
                                [](std::string_view) -> Message const* { return nullptr; }));
    static Message const unknown{"nobody.says", {"x", "", "", ""}, {}};
    auto const box = outbox("");
    EXPECT_THROW(post(box, {person, say(unknown), say(unknown), "", ""}), Bug);
}

}  // namespace
}  // namespace wasl::notices
