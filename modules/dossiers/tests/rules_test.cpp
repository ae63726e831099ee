// SPDX-License-Identifier: Apache-2.0
#include "modules/dossiers/rules.hpp"

#include <gtest/gtest.h>

namespace wasl::dossiers {
namespace {

OfficeCalendar const offices;  // weekends only
Date const complete_on = day(2026, 3, 2);

Situation in_review(Date today) {
    Situation here;
    here.state = State::in_review;
    here.today = today;
    here.offices = &offices;
    here.course = Course{{30, 60}, complete_on, {}, {}};  // half 17 March, due 2 April
    return here;
}

std::string told(Outcome const& outcome) {
    if (!outcome.refused()) return "yes";
    auto const& refusal = outcome.refusal();
    return std::string(refusal.what.message->key.substr(9)) + " " + std::string(refusal.article);
}

TEST(Lifecycle, refuses_every_step_that_the_table_does_not_know) {
    int known = 0;
    for (std::size_t s = 0; s < state_count; ++s)
        for (std::size_t a = 0; a < Spelling<Action>::names.size(); ++a) {
            auto const state = static_cast<State>(s);
            auto const action = static_cast<Action>(a);
            auto const anyone = citizen | officer | head | superior | calendar;
            bool const allowed = !walk(state, action, anyone).refused();
            EXPECT_EQ(allowed, step_from(state, action) != nullptr);
            known += allowed ? 1 : 0;
        }
    EXPECT_EQ(known, static_cast<int>(steps.size()));
}

TEST(Lifecycle, does_not_let_a_citizen_approve) {
    auto const outcome = walk(State::in_review, Action::approve, citizen);
    ASSERT_TRUE(outcome.refused());
    EXPECT_EQ(outcome.refusal().why, Refused::forbidden);
    EXPECT_EQ(outcome.refusal().article, "55.19/16");
}

TEST(Rules, ask_the_citizen_once_in_the_first_half_and_with_a_reason) {
    auto here = in_review(day(2026, 3, 17));
    for (auto const ask : {Ask::replacement, Ask::information, Ask::originals}) {
        EXPECT_EQ(told(may_ask(here, officer, ask, "التصميم غير موقع")), "yes");
        EXPECT_EQ(told(may_ask(here, officer, ask, " ... ")),
                  "refused.reason_missing " + std::string(article_of(ask)));
        EXPECT_EQ(told(may_ask(here, officer, ask, "x")),
                  "refused.reason_short " + std::string(article_of(ask)));
        EXPECT_EQ(told(may_ask(here, citizen, ask, "سبب")),
                  "refused.actor " + std::string(article_of(ask)));
    }
    here.asked[static_cast<std::size_t>(Ask::information)] = true;
    EXPECT_EQ(told(may_ask(here, officer, Ask::information, "سبب")),
              "refused.asked_already 55.19/14");
    EXPECT_EQ(told(may_ask(here, officer, Ask::replacement, "سبب")), "yes");
    here.all_conform = true;
    EXPECT_EQ(told(may_ask(here, officer, Ask::replacement, "سبب")), "refused.conforming 55.19/10");
    EXPECT_EQ(told(may_ask(here, officer, Ask::originals, "سبب")), "yes");
    here.all_conform = false;
    here.today = day(2026, 3, 18);
    EXPECT_EQ(told(may_ask(here, officer, Ask::replacement, "سبب")), "refused.first_half 55.19/10");
    EXPECT_EQ(told(may_ask(here, officer, Ask::originals, "سبب")), "refused.first_half 55.19/7");
}

TEST(Rules, never_ask_again_for_what_conforms) {
    using enum Standing;
    struct Line {
        std::vector<Standing> given;
        std::string_view told;
    };
    for (auto const& line : std::vector<Line>{{{given}, "yes"},
                                              {{nonconforming}, "yes"},
                                              {{accepted}, "refused.conforming 55.19/10"},
                                              {{replaced, accepted}, "refused.conforming 55.19/10"},
                                              {{accepted, given}, "yes"},
                                              {{}, "yes"}})
        EXPECT_EQ(told(may_be_replaced(line.given)), line.told);
}

TEST(Rules, give_the_citizen_his_last_day_whole) {
    auto here = in_review(day(2026, 4, 2));
    here.state = State::being_lodged;
    here.course.reset();
    here.citizen_last_day = day(2026, 4, 2);
    EXPECT_EQ(told(may_complete(here, citizen)), "yes");
    EXPECT_EQ(told(may_send_back(here)), "refused.send_back_early 55.19/10");
    here.today += Days{1};
    EXPECT_EQ(told(may_complete(here, citizen)), "refused.completing_late 55.19/10");
    EXPECT_EQ(told(may_send_back(here)), "yes");
    here.state = State::waiting_information;
    EXPECT_EQ(told(may_answer(here, citizen)), "refused.answering_late 55.19/10");
    here.state = State::waiting_originals;
    EXPECT_EQ(told(may_send_back(here)), "refused.step 55.19/10");
}

TEST(Rules, extend_once_and_only_listed_acts) {
    auto here = in_review(day(2026, 4, 2));
    EXPECT_EQ(told(may_extend(here, officer, 10, "خبرة")), "refused.extension_not_listed 55.19/17");
    here.extension_listed = true;
    EXPECT_EQ(told(may_extend(here, officer, 30, "خبرة")), "yes");
    EXPECT_EQ(told(may_extend(here, officer, 31, "خبرة")), "refused.extension_days 55.19/17");
    here.extension_days_max = 15;
    EXPECT_EQ(told(may_extend(here, officer, 16, "خبرة")), "refused.extension_days 55.19/17");
    EXPECT_EQ(told(may_extend(here, officer, 0, "خبرة")), "refused.extension_days 55.19/17");
    here.today = day(2026, 4, 3);
    EXPECT_EQ(told(may_extend(here, officer, 10, "خبرة")), "refused.extension_late 55.19/17");
    here.extended = true;
    EXPECT_EQ(told(may_extend(here, officer, 10, "خبرة")), "refused.extended_already 55.19/17");
}

TEST(Rules, do_not_save_a_refusal_that_lacks_a_part) {
    auto const here = in_review(day(2026, 3, 20));
    Grounds grounds{"البناء داخل منطقة ارتفاق", {"المادة 43 من القانون 12.90"}, "عامل الإقليم", 30};
    EXPECT_EQ(told(may_refuse(here, officer, grounds)), "yes");
    auto lacking = grounds;
    lacking.reasons = "  ";
    EXPECT_EQ(told(may_refuse(here, officer, lacking)), "refused.reasons_missing 55.19/18");
    lacking.reasons = "لا";
    EXPECT_EQ(told(may_refuse(here, officer, lacking)), "refused.reason_short 55.19/18");
    lacking = grounds;
    lacking.articles = {"القانون"};
    EXPECT_EQ(told(may_refuse(here, officer, lacking)), "refused.articles_unnamed 03.01/1");
    lacking.articles = {"المادة ٤٣ من قانون التعمير"};
    EXPECT_EQ(told(may_refuse(here, officer, lacking)), "yes");
    lacking = grounds;
    lacking.articles = {"", " "};
    EXPECT_EQ(told(may_refuse(here, officer, lacking)), "refused.articles_missing 03.01/1");
    lacking = grounds;
    lacking.appeal_authority = "";
    EXPECT_EQ(told(may_refuse(here, officer, lacking)), "refused.authority_missing 55.19/21");
    lacking = grounds;
    lacking.appeal_days = 15;
    EXPECT_EQ(told(may_refuse(here, officer, lacking)), "refused.appeal_days 55.19/21");
}

TEST(Rules, turn_silence_into_acceptance_on_listed_acts_only) {
    Grounds const grounds{"لا يستوفي شروط القرار", {"المادة 43"}, "عامل الإقليم", 30};
    auto here = in_review(day(2026, 4, 3));
    EXPECT_EQ(told(may_claim_silence(here, citizen)), "refused.silence_not_listed 55.19/19");
    EXPECT_EQ(told(may_refuse(here, officer, grounds)), "yes");
    here.silence_accepts = true;
    EXPECT_EQ(told(may_claim_silence(here, citizen)), "yes");
    EXPECT_EQ(told(may_refuse(here, officer, grounds)), "refused.silence_accepted 55.19/19");
    EXPECT_EQ(told(may_approve(here, officer)), "yes");
    here.today = day(2026, 4, 2);
    EXPECT_EQ(told(may_claim_silence(here, citizen)), "refused.silence_early 55.19/19");

    here.state = State::silence_claimed;
    here.silence_due = day(2026, 4, 13);
    here.today = day(2026, 4, 13);
    EXPECT_EQ(told(may_escalate_silence(here, citizen)), "refused.escalation_early 55.19/20");
    here.today += Days{1};
    EXPECT_EQ(told(may_escalate_silence(here, citizen)), "yes");
    here.state = State::silence_escalated;
    EXPECT_EQ(told(may_attest(here, superior)), "yes");
    EXPECT_EQ(told(may_attest(here, officer)), "refused.actor 55.19/20");
    here.route = Route::governor;
    EXPECT_EQ(told(may_attest(here, superior)), "refused.attestation_council 55.19/20");
    EXPECT_EQ(told(may_approve(here, superior)), "yes");
}

TEST(Rules, hear_an_appeal_within_thirty_days_and_escalate_it_in_collectivities) {
    auto here = in_review(day(2026, 4, 2));
    EXPECT_EQ(told(may_appeal(here, AppealOver::silence)), "refused.appeal_nothing 55.19/21");
    here.today = day(2026, 5, 4);  // 2 April + 31 is Sunday 3 May
    EXPECT_EQ(told(may_appeal(here, AppealOver::silence)), "yes");
    EXPECT_EQ(appeal_offered(here), AppealOver::silence);
    here.today += Days{1};
    EXPECT_EQ(told(may_appeal(here, AppealOver::silence)), "refused.appeal_late 55.19/21");
    here.silence_accepts = true;
    EXPECT_EQ(told(may_appeal(here, AppealOver::silence)), "refused.appeal_listed 55.19/21");

    here.state = State::refused;
    here.refusal_notified_on = day(2026, 5, 4);
    EXPECT_EQ(told(may_appeal(here, AppealOver::refusal)), "yes");
    here.state = State::revoked;
    EXPECT_EQ(told(may_appeal(here, AppealOver::revocation)), "refused.appeal_nothing 55.19/21");
    here.revoked_on = day(2026, 4, 6);
    EXPECT_EQ(appealable(here), AppealOver::revocation);
    EXPECT_EQ(told(may_appeal(here, AppealOver::revocation)), "yes");
    EXPECT_EQ(told(may_appeal(here, AppealOver::refusal)), "refused.appeal_nothing 55.19/21");
    EXPECT_EQ(told(may_appeal(here, AppealOver::silence)), "refused.appeal_nothing 55.19/21");
    here.revoked_on = day(2026, 4, 2);  // 3 May: Sunday; 4 May is the last day
    here.today = day(2026, 5, 5);
    EXPECT_EQ(told(may_appeal(here, AppealOver::revocation)), "refused.appeal_late 55.19/21");
    here.route = Route::investment_law;
    EXPECT_EQ(told(may_appeal(here, AppealOver::revocation)), "refused.appeal_investment 55.19/22");
    here.route = Route::council;
    here.state = State::refused;
    here.appeal_open = true;
    EXPECT_EQ(told(may_appeal(here, AppealOver::refusal)), "refused.appeal_pending 55.19/21");
    here.appeal_due = day(2026, 5, 20);
    here.today = day(2026, 5, 20);
    EXPECT_EQ(told(may_escalate_appeal(here)), "refused.appeal_wait 55.19/21");
    here.today += Days{1};
    EXPECT_EQ(told(may_escalate_appeal(here)), "yes");
    EXPECT_EQ(told(may_decide_appeal(here, superior, true, "")), "refused.actor 55.19/21");
    EXPECT_EQ(told(may_decide_appeal(here, head, false, "")), "refused.reasons_missing 55.19/18");
    here.appeal_state = AppealState::escalated;
    EXPECT_EQ(told(may_decide_appeal(here, superior, true, "")), "yes");
    here.route = Route::governor;
    here.appeal_state = AppealState::open;
    EXPECT_EQ(told(may_decide_appeal(here, head, true, "")), "refused.actor 55.19/21");
    EXPECT_EQ(told(may_decide_appeal(here, superior, true, "")), "yes");
    here.route = Route::head_of_body;
    EXPECT_EQ(told(may_decide_appeal(here, head, true, "")), "yes");
    EXPECT_EQ(told(may_escalate_appeal(here)), "refused.appeal_council 55.19/21");
}

TEST(Rules, offer_only_what_is_open_today) {
    using enum Action;
    auto here = in_review(day(2026, 3, 17));
    EXPECT_EQ(offered(here, officer),
              (std::vector{ask_replacement, ask_information, ask_originals, approve, refuse}));
    EXPECT_EQ(offered(here, citizen), (std::vector{withdraw}));
    here.today = day(2026, 4, 3);
    here.silence_accepts = true;
    EXPECT_EQ(offered(here, officer), (std::vector{approve}));
    EXPECT_EQ(offered(here, citizen), (std::vector{claim_silence, withdraw}));
    here.state = State::refused;
    EXPECT_TRUE(offered(here, officer).empty());
}

}  // namespace
}  // namespace wasl::dossiers
