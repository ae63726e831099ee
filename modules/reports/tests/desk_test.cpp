// SPDX-License-Identifier: Apache-2.0
// From the report to the rating, on both databases.
#include <algorithm>

#include "modules/reports/tests/reports_for_tests.hpp"

namespace wasl::reports {
namespace {

using Words = std::vector<std::string>;
using Journey = ReportTest;
INSTANTIATE_TEST_SUITE_P(OnBoth, Journey, tests::both_engines(), tests::engine_name);

TEST_P(Journey, from_a_dark_lamp_to_a_rating) {
    auto const report = file(citizen);
    EXPECT_EQ(report.body, commune);
    EXPECT_EQ(report.phase, Phase::open);
    // Five office days from Monday 4 May 2026.
    EXPECT_EQ(report.due, day(2026, 5, 11));
    EXPECT_EQ(does([&](db::Writer& w) {
                  return desk.move(w, act(officer, report), "in_progress", "الفريق في الطريق", {});
              }),
              "yes");
    EXPECT_EQ(does([&](db::Writer& w) {
                  return desk.assign(w, act(officer, report), {.person = officer.person});
              }),
              "yes");
    EXPECT_EQ(does([&](db::Writer& w) {
                  return desk.add_note(w, act(officer, report), "العمود رقم 14");
              }),
              "yes");
    EXPECT_EQ(does([&](db::Writer& w) { return desk.rate(w, act(citizen, report), 5); }),
              "rating_early");
    Words const photos{std::string(64, 'a')};
    EXPECT_EQ(does([&](db::Writer& w) {
                  return desk.move(w, act(officer, report), "fixed", "تم تغيير المصباح", photos);
              }),
              "yes");
    EXPECT_EQ(does([&](db::Writer& w) { return desk.rate(w, act(neighbour, report), 5); }),
              "actor");
    EXPECT_EQ(does([&](db::Writer& w) { return desk.rate(w, act(citizen, report), 4); }), "yes");

    auto const public_view = seen(nobody, report);
    EXPECT_EQ(public_view.report.phase, Phase::fixed);
    EXPECT_EQ(public_view.report.rating, 4);
    EXPECT_EQ(public_view.photos.size(), 1U);
    // Notes, assignments and who rated are the office's.
    ASSERT_EQ(public_view.updates.size(), 2U);
    EXPECT_EQ(public_view.updates.back().action, "fix");
    EXPECT_EQ(public_view.updates.back().body, commune);
    EXPECT_TRUE(public_view.may.empty());
    EXPECT_EQ(seen(officer, report).updates.size(), 5U);
    EXPECT_EQ(told(citizen.person), (Words{"filed", "moved", "fixed"}));
    expect_consistent();
}

TEST_P(Journey, a_refusal_says_who_and_why_and_its_author_may_reopen) {
    auto const report = file(citizen);
    EXPECT_EQ(does([&](db::Writer& w) {
                  return desk.move(w, act(officer, report), "not_responsible", "  ", {});
              }),
              "empty text");
    EXPECT_EQ(
        does([&](db::Writer& w) { return desk.move(w, act(neighbour, report), "fixed", "", {}); }),
        "actor");
    EXPECT_EQ(does([&](db::Writer& w) {
                  return desk.move(w, act(officer, report), "not_responsible",
                                   "العمود تابع لشركة التوزيع", {});
              }),
              "yes");
    auto const refused = seen(nobody, report);
    EXPECT_EQ(refused.report.phase, Phase::refused);
    ASSERT_FALSE(refused.updates.empty());
    EXPECT_EQ(refused.updates.back().body, commune);
    EXPECT_EQ(refused.updates.back().text, "العمود تابع لشركة التوزيع");

    go_to(day(2026, 5, 20));
    EXPECT_EQ(does([&](db::Writer& w) { return desk.reopen(w, act(neighbour, report), "لا"); }),
              "actor");
    EXPECT_EQ(does([&](db::Writer& w) {
                  return desk.reopen(w, act(citizen, report), "العمود للجماعة، انظروا اللوحة");
              }),
              "yes");
    auto const again = seen(citizen, report).report;
    EXPECT_EQ(again.phase, Phase::open);
    EXPECT_EQ(again.reopened, 1);
    // Five office days from Wednesday, with the two of the feast of sacrifice between.
    EXPECT_EQ(again.due, day(2026, 5, 29)) << "a term of its own";
    EXPECT_FALSE(again.closed_at);
    EXPECT_EQ(told(president.person), Words{"reopened"});

    EXPECT_EQ(
        does([&](db::Writer& w) { return desk.author_fixed(w, act(citizen, report), "أصلح"); }),
        "yes");
    go_to(day(2026, 9, 1));
    EXPECT_EQ(does([&](db::Writer& w) { return desk.reopen(w, act(citizen, report), "عاد"); }),
              "reopen_late");
    expect_consistent();
}

TEST_P(Journey, an_office_hands_on_with_the_reason_and_the_other_takes_over) {
    auto const report = file(citizen);
    EXPECT_EQ(does([&](db::Writer& w) {
                  return desk.transfer(w, act(officer, report), {.category = "lamp-wires"}, "");
              }),
              "empty reason");
    EXPECT_EQ(does([&](db::Writer& w) {
                  return desk.transfer(w, act(officer, report), {.category = "lighting"}, "لا");
              }),
              "category category");
    EXPECT_EQ(does([&](db::Writer& w) {
                  return desk.transfer(w, act(officer, report), {}, "لا شيء يتغير");
              }),
              "same category");
    EXPECT_EQ(does([&](db::Writer& w) {
                  return desk.transfer(w, act(officer, report), {.category = "lamp-wires"},
                                       "سلك عار");
              }),
              "yes");
    auto const moved = seen(citizen, report).report;
    EXPECT_EQ(moved.category, "lamp-wires");
    EXPECT_EQ(moved.body, commune);
    EXPECT_EQ(moved.due, day(2026, 5, 5)) << "the term of its new category, from the filing";
    EXPECT_EQ(does([&](db::Writer& w) {
                  return desk.transfer(w, act(officer, report), {.body = province},
                                       "الخط تابع للإقليم");
              }),
              "yes");
    EXPECT_EQ(
        does([&](db::Writer& w) { return desk.move(w, act(officer, report), "planned", "", {}); }),
        "actor")
        << "no longer theirs";
    EXPECT_EQ(
        does([&](db::Writer& w) { return desk.move(w, act(governor, report), "planned", "", {}); }),
        "yes");
    auto const view = seen(nobody, report);
    EXPECT_EQ(view.updates.at(0).about, "lamp-out " + std::to_string(commune.value()));
    EXPECT_EQ(view.updates.at(1).text, "الخط تابع للإقليم");
    EXPECT_EQ(told(governor.person), Words{"transferred"});
    // What becomes private is no longer everybody's.
    EXPECT_EQ(does([&](db::Writer& w) {
                  return desk.transfer(w, act(governor, report),
                                       {.category = "ruin", .body = province}, "بناية");
              }),
              "yes");
    EXPECT_FALSE(sees(nobody, report));
    EXPECT_TRUE(sees(citizen, report));
    expect_consistent();
}

TEST_P(Journey, duplicates_are_linked_both_ways_and_support_is_moved_by_its_owner_alone) {
    auto const first = file(citizen), second = file(neighbour);
    auto const third = somebody("زائر");
    EXPECT_EQ(does([&](db::Writer& w) { return desk.follow(w, act(third, second), true); }), "yes");
    EXPECT_EQ(does([&](db::Writer& w) { return desk.follow(w, act(third, second), true); }), "yes");
    EXPECT_EQ(does([&](db::Writer& w) { return desk.follow(w, act(neighbour, second), true); }),
              "own_support");
    EXPECT_EQ(does([&](db::Writer& w) { return desk.follow(w, act(nobody, second), true); }),
              "sign_in");
    EXPECT_EQ(seen(nobody, second).report.supporters, 1) << "once, however often it is pressed";
    EXPECT_EQ(does([&](db::Writer& w) { return desk.move_support(w, act(third, second)); }),
              "no_duplicate");

    for (auto const& of : {second.number, std::string("2026-XXXX-XXXX")})
        EXPECT_EQ(
            does([&](db::Writer& w) { return desk.mark_duplicate(w, act(officer, second), of); }),
            "duplicate_of of");
    EXPECT_EQ(does([&](db::Writer& w) {
                  return desk.mark_duplicate(w, act(officer, second), first.number);
              }),
              "yes");
    EXPECT_EQ(does([&](db::Writer& w) {
                  return desk.mark_duplicate(w, act(officer, first), second.number);
              }),
              "duplicate_of of")
        << "no circle";
    auto const of = seen(nobody, second);
    EXPECT_EQ(of.report.phase, Phase::duplicate);
    ASSERT_TRUE(of.duplicate_of);
    EXPECT_EQ(of.duplicate_of->number, first.number);
    auto const main = seen(nobody, first);
    ASSERT_EQ(main.duplicates.size(), 1U);
    EXPECT_EQ(main.duplicates.front().number, second.number);
    EXPECT_EQ(main.report.supporters, 0) << "the office moved nobody's support";

    EXPECT_EQ(does([&](db::Writer& w) { return desk.move_support(w, act(citizen, second)); }),
              "no_support");
    EXPECT_EQ(does([&](db::Writer& w) { return desk.move_support(w, act(third, second)); }), "yes");
    EXPECT_EQ(does([&](db::Writer& w) { return desk.move_support(w, act(neighbour, second)); }),
              "yes");
    EXPECT_EQ(seen(nobody, first).report.supporters, 2);
    EXPECT_EQ(seen(nobody, second).report.supporters, 0);
    EXPECT_TRUE(seen(third, first).supports);
    EXPECT_EQ(told(neighbour.person), (Words{"filed", "duplicate"}));
    expect_consistent();
}

TEST_P(Journey, what_is_hidden_is_told_to_its_author_with_the_reason) {
    auto const report = file(citizen);
    EXPECT_EQ(does([&](db::Writer& w) {
                  return desk.moderate(w, act(officer, report), Sight::author_and_office, "");
              }),
              "empty reason");
    EXPECT_EQ(does([&](db::Writer& w) {
                  return desk.moderate(w, act(neighbour, report), Sight::author_and_office, "x");
              }),
              "actor");
    EXPECT_EQ(does([&](db::Writer& w) {
                  return desk.moderate(w, act(officer, report), Sight::author_and_office,
                                       "فيه اسم شخص");
              }),
              "yes");
    EXPECT_FALSE(sees(nobody, report));
    EXPECT_FALSE(sees(neighbour, report));
    EXPECT_TRUE(sees(citizen, report));
    EXPECT_EQ(told(citizen.person), (Words{"filed", "moderated"}));
    EXPECT_EQ(does([&](db::Writer& w) {
                  return desk.redact(w, act(citizen, report), "مصباح", "دون أسماء");
              }),
              "yes");
    EXPECT_EQ(does([&](db::Writer& w) {
                  return desk.moderate(w, act(officer, report), Sight::everybody, "صحح");
              }),
              "yes");
    EXPECT_EQ(seen(nobody, report).report.details, "دون أسماء");
    expect_consistent();
}

TEST_P(Journey, an_author_takes_a_picture_back_and_only_the_office_shows_what_it_hid) {
    auto what = filing();
    what.photos = {std::string(64, 'a'), std::string(64, 'b')};
    auto const report = file(citizen, what);
    auto const photos = seen(nobody, report).photos;
    ASSERT_EQ(photos.size(), 2U);
    auto const hide = [&](http::Visitor const& by, std::size_t n, bool hidden,
                          std::string_view why) {
        return does([&](db::Writer& w) {
            return desk.hide_photo(w, act(by, report), photos[n].id, hidden, why);
        });
    };
    EXPECT_EQ(hide(neighbour, 0, true, ""), "actor");
    EXPECT_EQ(hide(citizen, 0, true, ""), "yes");
    EXPECT_EQ(hide(citizen, 0, false, ""), "actor");
    EXPECT_EQ(hide(officer, 1, true, ""), "empty reason");
    EXPECT_EQ(hide(officer, 1, true, "وجه شخص"), "yes");
    EXPECT_TRUE(seen(nobody, report).photos.empty());
    EXPECT_EQ(seen(officer, report).photos.size(), 2U);
    read([&](db::Reader& reader) {
        EXPECT_EQ(told_of(desk.photo(reader, nobody, report.number, photos[1].id)), "not_found");
        EXPECT_EQ(told_of(desk.photo(reader, officer, report.number, photos[1].id)), "yes");
        EXPECT_TRUE(names_content(reader, photos[0].sha256));
        EXPECT_FALSE(names_content(reader, std::string(64, 'c')));
        int contents = 0;
        each_content(reader, [&](std::string_view) { ++contents; });
        EXPECT_EQ(contents, 2);
        return 0;
    });
    EXPECT_EQ(hide(officer, 1, false, "حجبت اللوحة"), "yes");
    EXPECT_EQ(seen(nobody, report).photos.size(), 1U);
}

TEST_P(Journey, whoever_comes_second_is_told) {
    auto const report = file(citizen);
    auto stale = act(officer, report);
    stale.version = 1;
    EXPECT_EQ(does([&](db::Writer& w) { return desk.set_priority(w, stale, 2); }), "yes");
    EXPECT_EQ(does([&](db::Writer& w) { return desk.set_priority(w, stale, 1); }), "stale");
    EXPECT_EQ(does([&](db::Writer& w) { return desk.set_priority(w, act(officer, report), 3); }),
              "priority priority");
    auto const queue =
        read([&](db::Reader& reader) { return desk.queue(reader, officer, {.body = commune}); });
    ASSERT_EQ(queue.value().size(), 1U);
    read([&](db::Reader& reader) {
        EXPECT_EQ(told_of(desk.queue(reader, citizen, {.body = commune})), "actor");
        EXPECT_EQ(told_of(desk.queue(reader, officer, {.assigned = citizen.person})), "actor");
        return 0;
    });
    EXPECT_EQ(does([&](db::Writer& w) {
                  return desk.assign(w, act(officer, report), {.person = citizen.person});
              }),
              "officer officer");
}

TEST_P(Journey, comments_reach_those_who_follow) {
    auto const report = file(citizen);
    EXPECT_EQ(does([&](db::Writer& w) { return desk.follow(w, act(neighbour, report), false); }),
              "yes");
    EXPECT_EQ(
        does([&](db::Writer& w) { return desk.comment(w, act(nobody, report), "وأنا أيضا", {}); }),
        "sign_in");
    EXPECT_EQ(does([&](db::Writer& w) {
                  return desk.comment(w, act(officer, report), "نحتاج رقم العمود", {});
              }),
              "yes");
    EXPECT_EQ(told(neighbour.person), Words{"comment"});
    EXPECT_EQ(told(citizen.person), (Words{"filed", "comment"}));
    EXPECT_EQ(seen(nobody, report).updates.front().body, commune) << "the office spoke";
    EXPECT_EQ(does([&](db::Writer& w) { return desk.stop_following(w, act(neighbour, report)); }),
              "yes");
    EXPECT_EQ(does([&](db::Writer& w) { return desk.withdraw(w, act(citizen, report), ""); }),
              "yes");
    EXPECT_EQ(does([&](db::Writer& w) { return desk.reopen(w, act(citizen, report), "عاد"); }),
              "step");
    expect_consistent();
}

TEST_P(Journey, another_system_is_heard_once_and_never_turns_time_back) {
    auto const report = file(citizen);
    Heard heard{.number = report.number,
                .body = commune,
                .source = "remote-2",
                .state = "fixed",
                .text = "Réparé",
                .said_at = clock.now(),
                .now = clock.now()};
    auto const hear = [&] { return does([&](db::Writer& w) { return desk.hear(w, heard); }); };
    heard.body = province;
    EXPECT_EQ(hear(), "not_found") << "not theirs";
    heard.body = commune;
    EXPECT_EQ(hear(), "yes");
    EXPECT_EQ(hear(), "known");
    heard.source = "remote-1";
    heard.state = "in_progress";
    heard.said_at -= std::chrono::hours(1);
    EXPECT_EQ(hear(), "yes");
    auto const now = seen(nobody, report);
    EXPECT_EQ(now.report.state, "fixed") << "the older one came later";
    EXPECT_EQ(now.updates.size(), 2U);
    heard.source = "remote-3";
    heard.said_at += std::chrono::hours(2);
    EXPECT_EQ(hear(), "yes");
    EXPECT_EQ(seen(nobody, report).report.phase, Phase::open);
    EXPECT_EQ(told(citizen.person), (Words{"filed", "fixed", "comment", "moved"}));
    expect_consistent();
}

TEST_P(Journey, a_person_sees_and_erases_what_is_kept_about_them) {
    auto const mine = file(citizen), other = file(neighbour);
    EXPECT_EQ(does([&](db::Writer& w) { return desk.follow(w, act(citizen, other), true); }),
              "yes");
    EXPECT_EQ(does([&](db::Writer& w) {
                  return desk.comment(w, act(citizen, other), "خطير على الأطفال", {});
              }),
              "yes");
    auto const rights = desk.contributor();
    auto const known =
        read([&](db::Reader& reader) { return rights.exports(reader, citizen.person); });
    for (auto const& word : {mine.number, other.number, std::string("خطير على الأطفال")})
        EXPECT_NE(known.find(word), std::string::npos) << word;
    std::size_t stays = 0;
    (void)write([&](db::Writer& writer) -> Outcome {
        stays = rights.erases(writer, citizen.person, clock.now()).size();
        return Done{};
    });
    EXPECT_EQ(stays, 1U) << "and says so";
    EXPECT_EQ(seen(nobody, other).report.supporters, 0);
    EXPECT_TRUE(seen(nobody, mine).report.author_name.empty());
    EXPECT_EQ(read([&](db::Reader& reader) { return rights.exports(reader, citizen.person); }),
              R"({"reports":[],"alerts":[],"said":[],"follows":[]})");
    EXPECT_EQ(does([&](db::Writer& w) { return desk.withdraw(w, act(citizen, mine), ""); }),
              "actor");
}

}  // namespace
}  // namespace wasl::reports
