// SPDX-License-Identifier: Apache-2.0
// From the citizen's form to the decision, on both databases.
#include "modules/dossiers/tests/dossiers_for_tests.hpp"

namespace wasl::dossiers {
namespace {

using Journey = DossierTest;
INSTANTIATE_TEST_SUITE_P(OnBoth, Journey, tests::both_engines(), tests::engine_name);

TEST_P(Journey, from_filing_to_a_decision_that_anyone_can_verify) {
    go_to(day(2026, 3, 2));
    auto const filed = file(citizen, filing("building-permit"));
    EXPECT_EQ(filed.state, State::lodged);
    EXPECT_EQ(filed.due, day(2026, 4, 2));
    EXPECT_EQ(parse_receipt(filed.number), filed.number);

    go_to(day(2026, 3, 5));
    EXPECT_EQ(
        told_of(write([&](db::Writer& w) { return desk.take_up(w, act(officer, filed.number)); })),
        "yes");
    go_to(day(2026, 3, 10));
    EXPECT_EQ(told_of(write([&](db::Writer& w) {
                  return desk.ask(w, act(officer, filed.number),
                                  {Ask::replacement, "التصميم غير موقع", {"plans"}});
              })),
              "yes");
    EXPECT_EQ(seen(citizen, filed.number).due, day(2026, 4, 10));
    EXPECT_EQ(seen(citizen, filed.number).documents[1].standing, Standing::nonconforming);
    go_to(day(2026, 3, 15));
    std::vector<Supplied> const plans{paper("plans", 'b')};
    EXPECT_EQ(told_of(write([&](db::Writer& w) {
                  return desk.answer(w, act(citizen, filed.number), "", {});
              })),
              "refused.still_missing 55.19/10");
    EXPECT_EQ(told_of(write([&](db::Writer& w) {
                  return desk.answer(w, act(citizen, filed.number), "ها هو", plans);
              })),
              "yes");
    auto const reviewed = seen(officer, filed.number);
    EXPECT_EQ(reviewed.state, State::in_review);
    EXPECT_EQ(reviewed.due, day(2026, 4, 8));
    EXPECT_EQ(reviewed.target, day(2026, 4, 7));
    EXPECT_EQ(reviewed.asks.at(0).answered_on, day(2026, 3, 15));

    go_to(day(2026, 4, 8));
    auto const decision = write([&](db::Writer& w) {
        return desk.approve(w, act(officer, filed.number), "يرخص بالبناء وفق التصميم المرفق");
    });
    ASSERT_EQ(told_of(decision), "yes");
    read([&](db::Reader& r) {
        auto const receipt = desk.verification(r, filed.number);
        EXPECT_TRUE(receipt && receipt->authentic);
        EXPECT_EQ(receipt->state, State::approved);
        auto const paper = desk.verification(r, decision.value());
        EXPECT_TRUE(paper && paper->authentic && paper->approved);
        EXPECT_EQ(paper->dossier_number, filed.number);
        EXPECT_EQ(paper->issued_on, day(2026, 4, 8));
        EXPECT_FALSE(desk.verification(r, receipt_number(2026, 1)));
        auto const figures = desk.compliance(r, {.administration = commune, .year = 2026}, today());
        EXPECT_EQ(figures.size(), 1u);
        EXPECT_EQ(figures.at(0).on_time, 1);
        EXPECT_EQ(figures.at(0).median_days, 37);
        return 0;
    });
    EXPECT_EQ(told(citizen.person), (std::vector<std::string>{"filed", "asked", "approved"}));
    EXPECT_EQ(seen(citizen, filed.number).retention_until->time_since_epoch().count() > 0, true);
    expect_consistent();
}

TEST_P(Journey, of_a_draft_saved_left_and_filed_once_however_often_it_is_pressed) {
    auto const id = write([&](db::Writer& w) {
                        return desk.open_draft(
                            w, citizen, {.procedure = "building-permit", .administration = commune},
                            clock.now());
                    }).value();
    auto const whole = filing("building-permit", {"surfaces"});
    write([&](db::Writer& w) -> Outcome {
        TRY(desk.save_values(w, citizen, id, whole.values, clock.now()));
        for (auto const& one : whole.documents) TRY(desk.attach(w, citizen, id, one, clock.now()));
        return Done{};
    }).value();
    read([&](db::Reader& r) {
        EXPECT_EQ(desk.drafts_of(r, citizen.person).size(), 1u);
        EXPECT_EQ(told_of(desk.draft(r, officer, id)), "refused.draft_gone ");
        auto const draft = desk.draft(r, citizen, id).value();
        auto const sheet = desk.sheet(r, draft);
        EXPECT_EQ(desk.lacking(*sheet, draft), std::vector<std::string>{"surfaces"});
        EXPECT_TRUE(desk.faults(*sheet, draft.values).empty());
        return 0;
    });
    std::vector<Filed> receipts;
    for (auto const* key : {"k1", "k1", "k2"})
        receipts.push_back(write([&](db::Writer& w) {
                               return desk.file(w, citizen, id, key, clock.now());
                           }).value());
    EXPECT_EQ(receipts[0].number, receipts[1].number);
    EXPECT_EQ(receipts[0].number, receipts[2].number);
    EXPECT_FALSE(receipts[0].again);
    EXPECT_TRUE(receipts[1].again && receipts[2].again);
    EXPECT_EQ(receipts[0].state, State::being_lodged);

    auto made = filing("building-permit");
    made.key = "k3";
    EXPECT_EQ(file(citizen, made).number, file(citizen, made).number);
    EXPECT_EQ(told(citizen.person), (std::vector<std::string>{"filed_partly", "filed"}));
    expect_consistent();
}

TEST_P(Journey, completes_on_the_last_day_and_goes_back_after_it) {
    go_to(day(2026, 3, 2));
    auto const in_time = file(citizen, filing("building-permit", {"plans", "surfaces"}));
    auto const late = file(citizen, filing("building-permit", {"plans"}));
    EXPECT_EQ(in_time.due, day(2026, 4, 2));
    go_to(day(2026, 4, 2));
    run_jobs();
    std::vector<Supplied> const one{paper("plans")};
    std::vector<Supplied> const other{paper("surfaces")};
    std::vector<Supplied> const foreign{paper("ownership")};
    EXPECT_EQ(told_of(write([&](db::Writer& w) {
                  return desk.supply(w, act(citizen, in_time.number), foreign);
              })),
              "refused.document_not_awaited 55.19/10");
    EXPECT_EQ(write([&](db::Writer& w) {
                  return desk.supply(w, act(citizen, in_time.number), one);
              }).value(),
              State::being_lodged);
    EXPECT_EQ(write([&](db::Writer& w) {
                  return desk.supply(w, act(citizen, in_time.number), other);
              }).value(),
              State::lodged);
    auto const complete = seen(citizen, in_time.number);
    EXPECT_EQ(complete.complete_on, day(2026, 4, 2));
    EXPECT_EQ(complete.due, day(2026, 5, 4));  // 3 May is a Sunday

    go_to(day(2026, 4, 3));
    EXPECT_EQ(told_of(write(
                  [&](db::Writer& w) { return desk.supply(w, act(citizen, late.number), one); })),
              "refused.completing_late 55.19/10");
    run_jobs();
    run_jobs();
    EXPECT_EQ(seen(citizen, late.number).state, State::returned);
    EXPECT_EQ(told(citizen.person),
              (std::vector<std::string>{"filed_partly", "filed_partly", "reminder", "reminder",
                                        "completed", "returned"}));
    expect_consistent();
}

TEST_P(Journey, lets_one_of_two_officers_decide_and_tells_the_other) {
    auto const filed = file(citizen, filing("building-permit"));
    write([&](db::Writer& w) { return desk.take_up(w, act(officer, filed.number)); }).value();
    auto const first = act(officer, filed.number);
    auto const second = act(colleague, filed.number);
    EXPECT_EQ(told_of(write([&](db::Writer& w) { return desk.approve(w, first, ""); })), "yes");
    auto const lost = write([&](db::Writer& w) {
        return desk.refuse(w, second, {"لا يستوفي شروط القرار", {"المادة 43"}, "عامل الإقليم"});
    });
    EXPECT_EQ(told_of(lost), "refused.stale ");
    EXPECT_EQ(lost.refusal().why, Refused::conflict);
    auto unversioned = act(colleague, filed.number);
    unversioned.version = 0;
    EXPECT_EQ(told_of(write([&](db::Writer& w) { return desk.approve(w, unversioned, ""); })),
              "refused.step 55.19/16");
    EXPECT_EQ(seen(officer, filed.number).decisions.size(), 1u);
    expect_consistent();
}

TEST_P(Journey, refuses_forged_steps_with_the_article) {
    go_to(day(2026, 3, 2));
    auto const filed = file(citizen, filing("building-permit"));
    auto const number = filed.number;
    auto const try_ask = [&](http::Visitor const& by, Ask kind) {
        return told_of(write([&](db::Writer& w) {
            return desk.ask(w, act(by, number), {kind, "سبب وجيه", {"plans"}});
        }));
    };
    EXPECT_EQ(try_ask(officer, Ask::information), "refused.step 55.19/14");
    write([&](db::Writer& w) { return desk.take_up(w, act(officer, number)); }).value();
    EXPECT_EQ(try_ask(citizen, Ask::information), "refused.actor 55.19/14");
    EXPECT_EQ(told_of(write([&](db::Writer& w) {
                  return desk.extend(w, act(officer, number), Ground::expertise, 10, "خبرة");
              })),
              "refused.extension_not_listed 55.19/17");
    EXPECT_EQ(
        told_of(write([&](db::Writer& w) { return desk.approve(w, act(citizen, number), ""); })),
        "refused.actor 55.19/16");
    EXPECT_EQ(told_of(write([&](db::Writer& w) {
                  return desk.refuse(w, act(officer, number), {"", {"المادة 43"}, "العامل"});
              })),
              "refused.reasons_missing 55.19/18");
    EXPECT_EQ(
        told_of(write([&](db::Writer& w) { return desk.claim_silence(w, act(citizen, number)); })),
        "refused.silence_early 55.19/19");
    EXPECT_EQ(try_ask(officer, Ask::information), "yes");
    std::vector<Supplied> const none;
    write([&](db::Writer& w) {
        return desk.answer(w, act(citizen, number), "جواب", none);
    }).value();
    EXPECT_EQ(try_ask(officer, Ask::information), "refused.asked_already 55.19/14");
    go_to(day(2026, 3, 20));
    EXPECT_EQ(try_ask(officer, Ask::replacement), "refused.first_half 55.19/10");
    EXPECT_EQ(told_of(write([&](db::Writer& w) {
                  return desk.attest(w, act(governor, number), "12", today());
              })),
              "refused.not_found ");
    expect_consistent();
}

TEST_P(Journey, shows_a_dossier_to_those_it_concerns_and_to_nobody_else) {
    auto const filed = file(citizen, filing("building-permit"));
    auto const neighbour = somebody("جار");
    auto const elsewhere = holding("موظف", http::Role::officer, commune, other_unit);
    auto const sees = [&](http::Visitor const& by) {
        return told_of(read([&](db::Reader& r) { return desk.see(r, by, filed.number, today()); }));
    };
    EXPECT_EQ(sees(neighbour), "refused.not_found ");
    EXPECT_EQ(sees(http::Visitor{}), "refused.not_found ");
    EXPECT_EQ(sees(elsewhere), "refused.not_found ");
    EXPECT_EQ(sees(governor), "refused.not_found ");
    for (auto const* by : {&citizen, &officer, &president, &auditor}) EXPECT_EQ(sees(*by), "yes");
    EXPECT_EQ(
        told_of(write([&](db::Writer& w) { return desk.take_up(w, act(auditor, filed.number)); })),
        "refused.actor 55.19/16");

    write([&](db::Writer& w) -> Outcome {
        TRY(desk.take_up(w, act(officer, filed.number)));
        return desk.add_note(w, {officer, filed.number, 0, clock.now()}, "ملاحظة داخلية");
    }).value();
    EXPECT_EQ(told_of(write([&](db::Writer& w) {
                  return desk.ask_opinion(w, act(officer, filed.number), other_unit,
                                          "هل يوجد ارتفاق؟", 7);
              })),
              "yes");
    EXPECT_EQ(sees(elsewhere), "yes");
    auto const asked = seen(elsewhere, filed.number);
    EXPECT_TRUE(asked.notes.empty() && asked.messages.empty());
    EXPECT_EQ(told_of(write([&](db::Writer& w) {
                  return desk.give_opinion(w, act(elsewhere, filed.number), asked.opinions.at(0).id,
                                           true, "لا مانع");
              })),
              "yes");
    EXPECT_EQ(told_of(write([&](db::Writer& w) {
                  return desk.send_message(w, act(citizen, filed.number), "هل من جديد؟");
              })),
              "yes");
    auto const mine = seen(citizen, filed.number);
    EXPECT_TRUE(mine.notes.empty() && mine.opinions.empty());
    EXPECT_EQ(mine.messages.size(), 1u);
    EXPECT_EQ(seen(officer, filed.number).notes.size(), 1u);
    EXPECT_EQ(told(officer.person), (std::vector<std::string>{"opinion_given", "message"}));
    expect_consistent();
}

TEST_P(Journey, files_at_the_counter_for_a_person_without_account) {
    auto const farmer = somebody("فلاح");
    auto made = filing("building-permit");
    made.start.applicant = farmer.person;
    made.start.channel = Channel::counter;
    EXPECT_EQ(told_of(write(
                  [&](db::Writer& w) { return desk.file_at_once(w, citizen, made, clock.now()); })),
              "refused.mandate_missing ");
    auto const filed = file(officer, made);
    auto const found = seen(officer, filed.number);
    EXPECT_EQ(found.filed_as, FiledAs::assisted);
    EXPECT_EQ(found.applicant_name, "فلاح");
    EXPECT_EQ(seen(farmer, filed.number).number, filed.number);
    made.values.front().second = "نص\xe2\x80\xae مقلوب";
    EXPECT_EQ(told_of(write(
                  [&](db::Writer& w) { return desk.file_at_once(w, officer, made, clock.now()); })),
              "refused.field_signs ");
    made.start.procedure = "no-such-sheet";
    EXPECT_EQ(told_of(write(
                  [&](db::Writer& w) { return desk.file_at_once(w, officer, made, clock.now()); })),
              "refused.sheet_closed 55.19/3");
}

}  // namespace
}  // namespace wasl::dossiers
