// SPDX-License-Identifier: Apache-2.0
// Who may report what, from where, and how whoever has no account proves a contact.
#include "modules/reports/tests/reports_for_tests.hpp"

namespace wasl::reports {
namespace {

using Filings = ReportTest;
INSTANTIATE_TEST_SUITE_P(OnBoth, Filings, tests::both_engines(), tests::engine_name);

TEST_P(Filings, say_what_is_wrong_and_where) {
    auto const refused = [&](auto change) {
        auto what = filing();
        change(what);
        return told_of(try_to_file(citizen, what));
    };
    EXPECT_EQ(refused([](Filing& f) { f.title = " \n"; }), "empty title");
    EXPECT_EQ(refused([](Filing& f) { f.title = std::string(121, 'x'); }), "long title");
    EXPECT_EQ(refused([](Filing& f) { f.details = std::string(5'000, 'x'); }), "long details");
    EXPECT_EQ(refused([](Filing& f) { f.details = "a\u202eb"; }), "signs details");
    EXPECT_EQ(refused([](Filing& f) { f.category = "lighting"; }), "category category");
    EXPECT_EQ(refused([](Filing& f) { f.category = "no-such"; }), "category category");
    EXPECT_EQ(refused([](Filing& f) { f.category = "fire"; }), "call category");
    EXPECT_EQ(refused([](Filing& f) { f.place = {0, 0}; }), "place place");
    EXPECT_EQ(refused([](Filing& f) { f.place = {91, 0}; }), "place place");
    EXPECT_EQ(refused([](Filing& f) { f.place = {36.9, -3.0}; }), "place place") << "the sea";
    EXPECT_EQ(refused([](Filing& f) { f.place = {48.85, 2.35}; }), "place place") << "abroad";
    EXPECT_EQ(refused([](Filing& f) { f.territory = TerritoryId{1}; }), "territory territory");
    EXPECT_EQ(refused([](Filing& f) { f.photos.assign(7, std::string(64, 'a')); }),
              "photos photos");
    EXPECT_EQ(refused([](Filing& f) { f.channel = "pigeon"; }), "channel channel");
    EXPECT_EQ(refused([](Filing& f) { f.channel = "counter"; }), "actor");
    EXPECT_EQ(refused([](Filing& f) { f.key = "short"; }), "signs key");
    EXPECT_EQ(refused([](Filing&) {}), "yes");
    // Whoever has an account is asked for no contact; whoever has none is, or stays nameless.
    auto what = filing("other-matter");
    EXPECT_EQ(told_of(try_to_file(nobody, what)), "contact_missing contact");
    what.contact = "not a contact";
    EXPECT_NE(told_of(try_to_file(nobody, what)), "yes");
    what.author = citizen.person;
    EXPECT_EQ(told_of(try_to_file(nobody, what)), "actor") << "nobody reports in another's name";
}

TEST_P(Filings, pressed_twice_report_once_and_never_show_another_s) {
    auto what = filing();
    what.key = "4b1d7d6c-8f0e-4d58-9d1a";
    auto const first = try_to_file(nobody, what), again = try_to_file(nobody, what);
    EXPECT_TRUE(again.value().again);
    EXPECT_EQ(again.value().report.number, first.value().report.number);
    EXPECT_EQ(again.value().author_key, first.value().author_key);
    EXPECT_FALSE(try_to_file(citizen, what).value().again);
}

TEST_P(Filings, without_account_wait_for_the_code_of_the_letter) {
    auto what = filing();
    what.contact = "06 12 34 56 78";
    what.name = "حسن";
    auto const filed = try_to_file(nobody, what);
    ASSERT_EQ(told_of(filed), "yes");
    auto const& report = filed.value().report;
    EXPECT_EQ(report.phase, Phase::unconfirmed);
    EXPECT_EQ(report.contact, "+212612345678");
    EXPECT_TRUE(filed.value().author_key.empty()) << "only the letter proves the contact";
    EXPECT_FALSE(sees(nobody, report));
    EXPECT_FALSE(sees(neighbour, report));
    ASSERT_EQ(letters().size(), 1U);
    auto const letter = letters().front();
    auto const code = letter.substr(letter.find("?key=") + 5);
    EXPECT_EQ(code.size(), 14U);

    auto const confirm = [&](std::string_view number, std::string_view typed) {
        return does(
            [&](db::Writer& w) { return desk.confirm(w, number, typed, today(), clock.now()); });
    };
    auto const other = file(nobody, filing());
    EXPECT_EQ(confirm(report.number, "0000-0000-0000"), "code code");
    EXPECT_EQ(confirm(other.number, code), "code code") << "the code of another";
    go_to(day(2026, 5, 6));
    EXPECT_EQ(confirm(report.number, code), "yes");
    EXPECT_EQ(confirm(report.number, code), "yes") << "pressing twice does no harm";
    auto const open = seen(nobody, report).report;
    EXPECT_EQ(open.phase, Phase::open);
    EXPECT_EQ(open.due, day(2026, 5, 13)) << "the office's time begins now";

    // The same code opens it to its author.
    EXPECT_TRUE(seen(nobody, report, code).is_author);
    EXPECT_EQ(
        does([&](db::Writer& w) { return desk.author_fixed(w, act(nobody, report), "أصلح"); }),
        "actor");
    EXPECT_EQ(does([&](db::Writer& w) {
                  return desk.author_fixed(w, act(nobody, report, code), "أصلح");
              }),
              "yes");
    EXPECT_EQ(does([&](db::Writer& w) { return desk.rate(w, act(nobody, report, code), 2); }),
              "yes");
    // A year after its end nobody knows whose it was.
    go_to(day(2027, 6, 1));
    run_job();
    EXPECT_TRUE(seen(nobody, report, code).report.contact.empty());
    expect_consistent();
}

TEST_P(Filings, that_nobody_confirmed_are_dropped_and_read_by_nobody) {
    auto what = filing();
    what.contact = "hassan@example.ma";
    auto const report = file(nobody, what);
    go_to(day(2026, 5, 10));
    run_job();
    auto const send = [&] {
        return does([&](db::Writer& w) { return desk.send_code(w, report.number, clock.now()); });
    };
    EXPECT_EQ(send(), "yes");
    EXPECT_EQ(letters().size(), 2U);
    go_to(day(2026, 5, 13));
    run_job();
    EXPECT_EQ(send(), "yes");
    EXPECT_EQ(letters().size(), 2U) << "nothing to confirm any more";
    EXPECT_FALSE(sees(nobody, report));
    auto const kept = seen(officer, report).report;
    EXPECT_EQ(kept.phase, Phase::withdrawn);
    EXPECT_TRUE(kept.title.empty() && kept.details.empty() && kept.contact.empty());
    expect_consistent();
}

TEST_P(Filings, nameless_open_with_the_key_that_was_shown_once) {
    auto const filed = try_to_file(nobody, filing()).value();
    EXPECT_EQ(filed.report.phase, Phase::open);
    ASSERT_FALSE(filed.author_key.empty());
    EXPECT_EQ(does([&](db::Writer& w) {
                  return desk.withdraw(w, act(nobody, filed.report, filed.author_key), "خطأ");
              }),
              "yes");
}

TEST_P(Filings, at_the_counter_are_the_citizen_s) {
    auto what = filing();
    what.channel = "counter";
    what.author = citizen.person;
    what.name = citizen.name;
    auto const report = file(officer, what);
    EXPECT_EQ(report.author, citizen.person);
    EXPECT_EQ(told(citizen.person), std::vector<std::string>{"filed"});
    what.author = PersonId{0};
    what.contact = "0612345678";
    EXPECT_EQ(file(officer, what).phase, Phase::open) << "the officer heard the contact say it";
}

TEST_P(Filings, of_private_categories_are_their_author_s_and_the_office_s) {
    auto const report = file(citizen, filing("noise"));
    EXPECT_EQ(report.sight, Sight::author_and_office);
    EXPECT_FALSE(sees(nobody, report));
    EXPECT_TRUE(sees(citizen, report));
    EXPECT_TRUE(sees(officer, report));
    EXPECT_FALSE(sees(governor, report));
    EXPECT_TRUE(read([&](db::Reader& reader) {
                    return desk.nearby(reader, report.place, "noise", clock.now());
                }).empty());
    expect_consistent();
}

TEST_P(Filings, show_what_is_near_and_alike) {
    auto const lamp = file(citizen), hole = file(citizen, filing("pothole"));
    auto far = filing();
    far.place.lat += 0.01;
    auto const other = file(citizen, far);
    auto const near = read([&](db::Reader& reader) {
        return desk.nearby(reader, {lamp.place.lat + 1e-4, lamp.place.lon}, "lamp-out",
                           clock.now());
    });
    ASSERT_EQ(near.size(), 1U);
    EXPECT_EQ(near.front().pin.number, lamp.number);
    EXPECT_NEAR(near.front().metres, 11.1, 0.2);
    auto const where = read([&](db::Reader& reader) { return desk.whereabouts(reader, square); });
    EXPECT_EQ(where.proposed, town);
    EXPECT_TRUE(where.by_seat);
    auto const around = read([&](db::Reader& reader) {
        return desk.around(reader, geography::around(square, 100), {}, 10);
    });
    EXPECT_EQ(around.size(), 2U);
}

TEST_P(Filings, ask_the_questions_of_their_category) {
    Question question{.category = "lamp-out",
                      .code = "SIDE",
                      .kind = QuestionKind::one_of,
                      .label = {"الجانب", "Côté", "", ""},
                      .is_required = true,
                      .choices = {{"l", {"يسار", "gauche", "", ""}}, {"r", {"يمين", "", "", ""}}}};
    EXPECT_EQ(does([&](db::Writer& w) { return desk.keep(w, admin, question, clock.now()); }),
              "yes");
    auto what = filing();
    EXPECT_EQ(told_of(try_to_file(citizen, what)), "answer_missing answer-SIDE");
    what.answers = {{"SIDE", {"x"}}};
    EXPECT_EQ(told_of(try_to_file(citizen, what)), "answer answer-SIDE");
    what.answers = {{"SIDE", {"l", "r"}}};
    EXPECT_EQ(told_of(try_to_file(citizen, what)), "answer answer-SIDE");
    what.answers = {{"SIDE", {"l"}}};
    auto const report = file(citizen, what);
    EXPECT_EQ(seen(officer, report).answers.size(), 1U);
    EXPECT_TRUE(seen(neighbour, report).answers.empty());
}

TEST_P(Filings, read_numbers_and_dates_where_a_question_asks_for_them) {
    Question many{.category = "lamp-out", .code = "COUNT", .kind = QuestionKind::number};
    many.label = {"كم", "Combien", "", ""};
    Question since{.category = "lamp-out", .code = "SINCE", .kind = QuestionKind::moment};
    since.label = {"منذ متى", "Depuis quand", "", ""};
    for (auto const& one : {many, since})
        EXPECT_EQ(does([&](db::Writer& w) { return desk.keep(w, admin, one, clock.now()); }),
                  "yes");
    auto what = filing();
    for (auto const* const wrong : {"many", "3 lamps", "nan", "1e999", "-"}) {
        what.answers = {{"COUNT", {wrong}}};
        EXPECT_EQ(told_of(try_to_file(citizen, what)), "answer_number answer-COUNT") << wrong;
    }
    for (auto const* const wrong : {"monday", "2026-02-30", "2026-05-01T10:00:00"}) {
        what.answers = {{"SINCE", {wrong}}};
        EXPECT_EQ(told_of(try_to_file(citizen, what)), "answer_moment answer-SINCE") << wrong;
    }
    what.answers = {{"COUNT", {"2.5"}}, {"SINCE", {"2026-05-01"}}};
    EXPECT_EQ(seen(officer, file(citizen, what)).answers.size(), 2U);
}

}  // namespace
}  // namespace wasl::reports
