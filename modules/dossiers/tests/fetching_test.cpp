// SPDX-License-Identifier: Apache-2.0
// What the administration brings itself, and the request that only repeats a refused one.
#include <algorithm>

#include "modules/dossiers/store.hpp"
#include "modules/dossiers/tests/dossiers_for_tests.hpp"
#include "tests/support/people_for_tests.hpp"

namespace wasl::dossiers {
namespace {

class Fetches : public DossierTest {
protected:
    Fetches() {
        go_to(day(2026, 3, 2));
        auto made = filing(procedure);
        made.consents = {std::string(brought)};
        number = file(citizen, made).number;
    }
    template<typename Work>
    std::string told_by(Work work) {
        return told_of(write(work));
    }
    Fetching state() { return seen(citizen, number).fetch(brought)->state; }
    std::int64_t copies_seen(http::Visitor const& by) {
        auto const dossier = seen(by, number);
        return std::count_if(dossier.documents.begin(), dossier.documents.end(),
                             [](Document const& one) { return one.requirement == brought; });
    }

    static constexpr std::string_view procedure = "building-permit";
    static constexpr std::string_view brought = "agency_opinion";
    std::string number;
};
INSTANTIATE_TEST_SUITE_P(OnBoth, Fetches, tests::both_engines(), tests::engine_name);

TEST_P(Fetches, show_the_copy_to_the_citizen_before_anybody_uses_it) {
    EXPECT_EQ(seen(citizen, number).fetch(brought)->due, day(2026, 3, 18));
    EXPECT_EQ(told_by([&](db::Writer& w) {
                  return desk.fetched(w, act(citizen, number), paper(brought, 'c'));
              }),
              "refused.actor 55.19/24");
    auto const waiting =
        read([&](db::Reader& r) { return desk.to_fetch(r, officer.person, commune); });
    ASSERT_EQ(waiting.size(), 1u);
    EXPECT_EQ(waiting.front().due, day(2026, 3, 18));
    EXPECT_EQ(told_by([&](db::Writer& w) {
                  return desk.fetched(w, act(officer, number), paper(brought, 'c'));
              }),
              "yes");
    EXPECT_EQ(state(), Fetching::copy_shown);
    EXPECT_EQ(copies_seen(citizen), 1);
    EXPECT_EQ(copies_seen(officer), 0);
    auto const copy = *seen(citizen, number).fetch(brought)->copy;
    EXPECT_EQ(
        told_by([&](db::Writer& w) { return desk.judge(w, act(officer, number), copy, true, ""); }),
        "refused.fetch_sealed 55.19/24");
    EXPECT_EQ(
        told_by([&](db::Writer& w) { return desk.approve_copy(w, act(officer, number), brought); }),
        "refused.actor 55.19/24");
    EXPECT_EQ(
        told_by([&](db::Writer& w) { return desk.approve_copy(w, act(citizen, number), brought); }),
        "yes");
    EXPECT_EQ(copies_seen(officer), 1);
    EXPECT_TRUE(
        read([&](db::Reader& r) { return desk.to_fetch(r, officer.person, commune); }).empty());
    EXPECT_EQ(told(citizen.person), (std::vector<std::string>{"filed", "fetched"}));
    expect_consistent();
}

TEST_P(Fetches, do_not_begin_without_consent_and_end_when_the_copy_is_not_approved) {
    auto const silent = file(citizen, filing(procedure)).number;
    auto const copy = paper(brought, 'c');
    EXPECT_EQ(told_by([&](db::Writer& w) { return desk.fetched(w, act(officer, silent), copy); }),
              "refused.fetch_consent 55.19/24");
    EXPECT_EQ(
        told_by([&](db::Writer& w) { return desk.consent(w, act(officer, silent), brought); }),
        "refused.actor 55.19/24");
    EXPECT_EQ(
        told_by([&](db::Writer& w) { return desk.consent(w, act(citizen, silent), brought); }),
        "yes");
    write([&](db::Writer& w) { return desk.fetched(w, act(officer, number), copy); }).value();
    EXPECT_EQ(told_by([&](db::Writer& w) {
                  return desk.decline_fetch(w, act(citizen, number), brought, "ليست وثيقتي");
              }),
              "yes");
    // Nothing of it is left, and the citizen may bring his own.
    EXPECT_EQ(copies_seen(citizen), 0);
    EXPECT_FALSE(seen(citizen, number).fetch(brought)->consented_at);
    EXPECT_EQ(told_by([&](db::Writer& w) {
                  return desk.supply_copy(w, act(citizen, number), paper(brought, 'd'));
              }),
              "yes");
    EXPECT_EQ(state(), Fetching::supplied);
    EXPECT_EQ(copies_seen(officer), 1);
    expect_consistent();
}

TEST_P(Fetches, that_fail_say_why_and_those_forgotten_are_remembered) {
    EXPECT_EQ(told_by([&](db::Writer& w) {
                  return desk.fetch_failed(w, act(officer, number), brought, " - ");
              }),
              "refused.reason_missing 55.19/24");
    write([&](db::Writer& w) { return desk.take_up(w, act(officer, number)); }).value();
    // What the administration was to bring is no ground for asking the citizen (art. 23).
    EXPECT_EQ(told_by([&](db::Writer& w) {
                  return desk.ask(w, act(officer, number),
                                  {Ask::replacement, "غير واضحة", {std::string(brought)}});
              }),
              "refused.fetch_asked 55.19/23");
    go_to(day(2026, 3, 19));
    run_jobs();
    run_jobs();
    auto const reminded = told(officer.person);
    EXPECT_EQ(std::count(reminded.begin(), reminded.end(), "fetch_late"), 1);
    EXPECT_EQ(told_by([&](db::Writer& w) {
                  return desk.fetch_failed(w, act(officer, number), brought,
                                           "لم تجب الوكالة الحضرية");
              }),
              "yes");
    EXPECT_EQ(state(), Fetching::failed);
    EXPECT_EQ(told_by([&](db::Writer& w) {
                  return desk.supply_copy(w, act(citizen, number), paper(brought, 'd'));
              }),
              "yes");
    expect_consistent();
}

TEST_P(Fetches, follow_a_calendar_that_moved) {
    write([&](db::Writer& w) {
        return places.change_holiday(w,
                                     {.act = directory::HolidayAct::add,
                                      .first = day(2026, 3, 18),
                                      .days = 1,
                                      .name = {.ar = "عطلة استثنائية"},
                                      .source = "بلاغ"},
                                     PersonId{1}, clock.now());
    }).value();
    run_jobs();
    EXPECT_EQ(seen(citizen, number).fetch(brought)->due, day(2026, 3, 19));
}

using Repeats = DossierTest;
INSTANTIATE_TEST_SUITE_P(OnBoth, Repeats, tests::both_engines(), tests::engine_name);

TEST_P(Repeats, of_a_refused_request_may_be_left_unanswered_by_the_head_while_nothing_changed) {
    go_to(day(2026, 3, 2));
    auto const clerk = holding("كاتب", http::Role::officer, commune, UnitId{0});
    auto const asked = filing("public-domain-occupation");
    auto const first = file(citizen, asked).number;
    write([&](db::Writer& w) { return desk.take_up(w, act(clerk, first)); }).value();
    // While the first one runs the article says nothing: the second is a request like any other.
    auto const running = file(citizen, asked).number;
    EXPECT_EQ(told_of(write([&](db::Writer& w) {
                  return desk.leave_unanswered(w, act(president, running));
              })),
              "refused.repeats_nothing 55.19/15");
    write([&](db::Writer& w) {
        return desk.refuse(w, act(clerk, first),
                           {"الرصيف ضيق في هذا المكان", {"المادة 5"}, "رئيس المجلس"});
    }).value();

    auto const again = file(citizen, asked);
    EXPECT_EQ(again.state, State::lodged);  // its receipt it gets all the same
    EXPECT_EQ(seen(president, again.number).repeats, first);
    EXPECT_EQ(told_of(write([&](db::Writer& w) {
                  return desk.leave_unanswered(w, act(clerk, again.number));
              })),
              "refused.repeats_nothing 55.19/15");
    EXPECT_EQ(told_of(write([&](db::Writer& w) {
                  return desk.leave_unanswered(w, act(president, again.number));
              })),
              "yes");
    EXPECT_EQ(seen(citizen, again.number).state, State::unanswered);
    EXPECT_EQ(told(citizen.person).back(), "unanswered");
    auto const figures = read([&](db::Reader& r) {
        return desk.compliance(r, {.administration = commune, .year = 2026}, today()).at(0);
    });
    EXPECT_EQ(figures.unanswered, 1);
    EXPECT_EQ(figures.refused, 1);

    // Another answer or another document, another request.
    auto changed = asked;
    changed.documents.front().stored.sha256 = std::string(64, 'e');
    auto const other = file(citizen, changed).number;
    EXPECT_EQ(seen(president, other).repeats, "");
    // Silence to the end is not made good by it.
    auto const late = file(citizen, asked).number;
    go_to(day(2026, 6, 1));
    EXPECT_EQ(told_of(write(
                  [&](db::Writer& w) { return desk.leave_unanswered(w, act(president, late)); })),
              "refused.unanswered_late 55.19/15");
    expect_consistent();
}

using Investment = DossierTest;
INSTANTIATE_TEST_SUITE_P(OnBoth, Investment, tests::both_engines(), tests::engine_name);

TEST_P(Investment, commission_refuses_under_law_47_18_and_not_under_article_21) {
    go_to(day(2026, 3, 2));
    static constexpr db::Sql becomes{
        "test.becomes",
        "update directory_administrations set kind = 'investment_commission' where id = $1"};
    write([&](db::Writer& w) -> Outcome {
        w.execute(becomes, commune);
        return Done{};
    }).value();
    places.forget();
    auto const filed = file(citizen, filing("building-permit"));
    write([&](db::Writer& w) { return desk.take_up(w, act(officer, filed.number)); }).value();
    RefusalText refusal{
        "لا يطابق المشروع التصميم", {"المادة 43"}, "الجهة المحددة في القانون 47.18"};
    EXPECT_EQ(told_of(write([&](db::Writer& w) {
                  return desk.refuse(w, act(officer, filed.number), refusal);
              })),
              "refused.appeal_days 55.19/21");
    refusal.appeal_days = 0;
    EXPECT_EQ(told_of(write([&](db::Writer& w) {
                  return desk.refuse(w, act(officer, filed.number), refusal);
              })),
              "yes");
    EXPECT_EQ(told_of(write([&](db::Writer& w) {
                  return desk.appeal(w, act(citizen, filed.number), AppealOver::refusal, "ظلم");
              })),
              "refused.appeal_investment 55.19/22");
}

// Days of claims and appeals of their own, after a holiday was added (lists are ordered by them).
using OwnDays = DossierTest;
INSTANTIATE_TEST_SUITE_P(OnBoth, OwnDays, tests::both_engines(), tests::engine_name);

TEST_P(OwnDays, of_an_appeal_against_a_refusal_move_with_the_calendar_and_both_sides_hear_of_it) {
    go_to(day(2026, 3, 2));
    auto const clerk = holding("كاتب", http::Role::officer, commune, UnitId{0});
    auto const head = somebody("رئيسة المجلس");
    write([&](db::Writer& w) -> Outcome {
        tests::give_position(w, head.person, http::Role::head, commune);
        return Done{};
    }).value();
    auto const number = file(citizen, filing("public-domain-occupation")).number;
    write([&](db::Writer& w) { return desk.take_up(w, act(clerk, number)); }).value();
    write([&](db::Writer& w) {
        return desk.refuse(w, act(clerk, number),
                           {"الرصيف ضيق في هذا المكان", {"المادة 5"}, "رئيس المجلس"});
    }).value();
    write([&](db::Writer& w) {
        return desk.appeal(w, act(citizen, number), AppealOver::refusal, "لم يراع القياس");
    }).value();
    auto const before = seen(citizen, number).pending_appeal()->due;
    write([&](db::Writer& w) {
        return places.change_holiday(w,
                                     {.act = directory::HolidayAct::add,
                                      .first = before,
                                      .days = 1,
                                      .name = {.ar = "عطلة استثنائية"},
                                      .source = "بلاغ"},
                                     PersonId{1}, clock.now());
    }).value();
    run_jobs();
    auto const after =
        read([&](db::Reader& r) { return desk.appeals_open(r, head.person, commune); });
    ASSERT_EQ(after.size(), 1u);
    EXPECT_GT(after.front().due, before);
    EXPECT_EQ(seen(citizen, number).pending_appeal()->due, after.front().due);
    EXPECT_EQ(told(citizen.person).back(), "term_moved");
    EXPECT_EQ(told(head.person).back(), "term_moved");
    run_jobs();  // once
    auto const all = told(citizen.person);
    EXPECT_EQ(std::count(all.begin(), all.end(), "term_moved"), 1);
    expect_consistent();
}

}  // namespace
}  // namespace wasl::dossiers
