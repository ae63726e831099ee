// SPDX-License-Identifier: Apache-2.0
// Taken up by an administration, tried, measured, in force; and what a new initiative must say of
// it. On both databases.
#include <algorithm>

#include "modules/bank/tests/bank_for_tests.hpp"

namespace wasl::bank {

namespace {

class Adopting : public BankTest {
protected:
    std::string records(http::Visitor const& by, AdoptionId id, Effect const& effect) {
        return does([&](db::Writer& w) { return desk.record_effect(w, act(by, id), effect); });
    }
    AdoptionWhole file(AdoptionId id) {
        return read([&](db::Reader& r) { return desk.file(r, officer, id); }).value();
    }
    void settle_checks(AdoptionId id) {
        for (auto const& task : file(id).tasks)
            EXPECT_EQ(does([&](db::Writer& w) {
                          return desk.settle_task(w, act(officer, id), task.id, "تم", true);
                      }),
                      "yes");
    }
};
INSTANTIATE_TEST_SUITE_P(OnBoth, Adopting, tests::both_engines(), tests::engine_name);

TEST_P(Adopting, walks_from_the_question_to_a_procedure_and_its_effect) {
    auto const number = enlist(citizen, content());
    auto const id = adopt(number);
    EXPECT_EQ(moves(officer, id, Deed::accept), "head") << "an officer commits nobody";
    EXPECT_EQ(moves(governor, id, Deed::accept), "not_found") << "another administration";
    EXPECT_EQ(moves(president, id, Deed::accept), "yes");
    EXPECT_EQ(moves(officer, id, Deed::begin_pilot), "before_pilot owner");
    EXPECT_EQ(does([&](db::Writer& w) {
                  return desk.write_file(w, act(officer, id),
                                         {.owner = officer.person,
                                          .legal_basis = "القانون رقم 55.19",
                                          .agreement = {},
                                          .agreed_on = {},
                                          .plan = "ثلاثة أشهر",
                                          .place = {},
                                          .pilot_from = today(),
                                          .pilot_until = today() + Days{90}});
              }),
              "yes");
    EXPECT_EQ(moves(officer, id, Deed::begin_pilot), "yes");
    EXPECT_EQ(moves(president, id, Deed::go_live), "checks");
    settle_checks(id);
    EXPECT_EQ(moves(president, id, Deed::go_live), "unmeasured");
    EXPECT_EQ(records(officer, id, measured(42, 19)), "yes");
    EXPECT_EQ(moves(president, id, Deed::go_live), "yes");
    EXPECT_EQ(does([&](db::Writer& w) {
                  return desk.point_to_procedure(w, act(officer, id), "no-such-sheet");
              }),
              "unknown procedure");
    EXPECT_EQ(does([&](db::Writer& w) {
                  return desk.point_to_procedure(w, act(officer, id), "building-permit");
              }),
              "yes");
    auto const whole = seen(nobody, number);
    ASSERT_EQ(whole.adoptions.size(), 1U);
    EXPECT_EQ(whole.adoptions[0].adoption.phase, Phase::live);
    EXPECT_EQ(whole.adoptions[0].adoption.procedure, "building-permit");
    EXPECT_EQ(whole.adoptions[0].effects.at(0).verdict(), Verdict::improved);
    auto const bank = picture();
    auto const* const line = bank->line(number);
    EXPECT_EQ(line->running(), 1);
    EXPECT_EQ(line->effects[0], 1);
    auto const notices = told(citizen.person);
    EXPECT_EQ(std::count(notices.begin(), notices.end(), "phase"), 3);
    EXPECT_EQ(std::count(notices.begin(), notices.end(), "effect"), 1);
    EXPECT_TRUE(read([&](db::Reader& r) { return journal::verify(r); }).faults.empty());
}

TEST_P(Adopting, keeps_negative_results_and_corrects_a_row_by_another_one_alone) {
    auto const id = adopt(enlist(citizen, content()));
    EXPECT_EQ(records(officer, id, measured(42, 19)), "nothing_to_measure");
    pilot(id);
    EXPECT_EQ(records(officer, id, measured(42, 57)), "yes");
    auto const first = file(id).effects.at(0);
    EXPECT_EQ(first.verdict(), Verdict::worsened);
    auto right = measured(42, 51);
    right.corrects = first.id;
    EXPECT_EQ(records(officer, id, right), "yes");
    EXPECT_EQ(records(officer, id, right), "corrected") << "only what holds";
    ASSERT_EQ(file(id).effects.size(), 1U);
    EXPECT_EQ(file(id).effects[0].after.value, 51'000);
    auto wrong = measured(1, 2);
    wrong.after.until = today() + Days{1};
    EXPECT_EQ(records(officer, id, wrong), "future after_until");
    wrong = measured(1, 2);
    wrong.before.n = 0;
    EXPECT_EQ(records(officer, id, wrong), "n before_n");
    wrong = measured(1, 2);
    wrong.evidence = Evidence::e0;
    EXPECT_EQ(records(officer, id, wrong), "evidence evidence");
    wrong = measured(1, 2);
    wrong.method.clear();
    EXPECT_EQ(records(officer, id, wrong), "empty method");
}

TEST_P(Adopting, is_refused_or_stopped_with_a_reason_and_may_begin_again) {
    auto const number = enlist(citizen, content());
    auto const id = adopt(number);
    EXPECT_EQ(does([&](db::Writer& w) {
                  return desk.adopt(w, act(officer, number), commune, "مرة أخرى").refused()
                             ? Outcome(Refusal{Refused::conflict, say(msg::refused_adopting)})
                             : Outcome(Done{});
              }),
              "adopting");
    EXPECT_EQ(moves(president, id, Deed::refuse), "empty reason");
    EXPECT_EQ(moves(president, id, Deed::refuse, "لا ميزانية هذه السنة"), "yes");
    EXPECT_EQ(seen(nobody, number).adoptions.at(0).adoption.reason, "لا ميزانية هذه السنة");
    auto const again = adopt(number);
    pilot(again);
    EXPECT_EQ(moves(president, again, Deed::stop, "لم يستعمله أحد"), "yes");
    EXPECT_EQ(does([&](db::Writer& w) {
                  return desk.tell_experience(w, act(officer, again), "ينقص التواصل");
              }),
              "yes")
        << "what failed teaches too";
    EXPECT_EQ(seen(nobody, number).adoptions.at(1).experiences.at(0).text, "ينقص التواصل");
    EXPECT_EQ(read([&](db::Reader& r) { return told_of(desk.file(r, citizen, again)); }),
              "not_found")
        << "the file itself is for administrations";
    EXPECT_EQ(read([&](db::Reader& r) { return told_of(desk.file(r, governor, again)); }), "yes");
}

TEST_P(Adopting, an_answer_that_is_owed_is_called_for_once) {
    adopt(enlist(citizen, content()));
    clock.advance(Days{31});
    run_job();
    run_job();
    auto const notices = told(president.person);
    EXPECT_EQ(std::count(notices.begin(), notices.end(), "overdue"), 1);
}

TEST_P(Adopting, what_touches_a_running_initiative_must_say_joins_or_differs) {
    auto const number = enlist(citizen, content());
    auto like = content("بوابة لرخص التعمير");
    like.problem = "مواعيد";
    like.solution = "حجز";
    like.touches.procedures = {"building-permit", "demolition-permit"};
    auto const beside = [&] {
        return read(
            [&](db::Reader& r) { return desk.running_beside(r, like, EntryId{0}, clock.now()); });
    };
    EXPECT_TRUE(beside().empty()) << "little alike, and nobody runs it";
    pilot(adopt(number));
    ASSERT_EQ(beside().size(), 1U);
    EXPECT_TRUE(beside()[0].runs);
    EXPECT_EQ(told_of(try_to_propose(neighbour, like)), "relation relation-" + number);
    EXPECT_EQ(told_of(try_to_propose(neighbour, like, {{number, Relation::differs, ""}})),
              "empty reason-" + number);
    auto const mine =
        propose(neighbour, like, {{number, Relation::joins, "نضيف المواعيد إلى التتبع"}});
    auto const relations = seen(neighbour, mine).relations;
    ASSERT_EQ(relations.size(), 1U);
    EXPECT_EQ(relations[0].relation, Relation::joins);
    EXPECT_GE(relations[0].score, 200);
    auto const notices = told(citizen.person);
    EXPECT_EQ(std::count(notices.begin(), notices.end(), "joined"), 1);
}

TEST_P(Adopting, a_person_is_forgotten_and_the_idea_stays) {
    auto const number = enlist(citizen, content());
    auto const contributor = desk.contributor();
    auto const all = read([&](db::Reader& r) { return contributor.exports(r, citizen.person); });
    EXPECT_NE(all.find(number), std::string::npos);
    auto const kept = write([&](db::Writer& w) -> Result<std::vector<Said>> {
        return contributor.erases(w, citizen.person, clock.now());
    });
    EXPECT_EQ(kept.value().size(), 1U);
    auto const entry = seen(nobody, number).entry;
    EXPECT_EQ(entry.author, PersonId{0});
    EXPECT_EQ(entry.author_name, "");
    EXPECT_EQ(entry.content.title, content().title);
}

}  // namespace

}  // namespace wasl::bank
