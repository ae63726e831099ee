// SPDX-License-Identifier: Apache-2.0
// What follows when the administration keeps silent, or refuses; and what the calendar does.
#include "modules/dossiers/tests/dossiers_for_tests.hpp"

namespace wasl::dossiers {
namespace {

using Silence = DossierTest;
INSTANTIATE_TEST_SUITE_P(OnBoth, Silence, tests::both_engines(), tests::engine_name);

TEST_P(Silence, on_a_listed_act_ends_with_the_governors_attestation) {
    go_to(day(2026, 3, 2));
    auto const filed = file(citizen, filing("building-permit"));
    write([&](db::Writer& w) { return desk.take_up(w, act(officer, filed.number)); }).value();
    go_to(day(2026, 4, 3));
    run_jobs();
    EXPECT_EQ(told_of(write([&](db::Writer& w) {
                  return desk.refuse(w, act(officer, filed.number),
                                     {"لا يستوفي شروط القرار", {"المادة 43"}, "عامل الإقليم"});
              })),
              "refused.silence_accepted 55.19/19");
    EXPECT_EQ(told_of(write([&](db::Writer& w) {
                  return desk.appeal(w, act(citizen, filed.number), AppealOver::silence, "سكوت");
              })),
              "refused.appeal_listed 55.19/21");
    EXPECT_EQ(told_of(write([&](db::Writer& w) {
                  return desk.claim_silence(w, act(citizen, filed.number));
              })),
              "yes");
    EXPECT_EQ(seen(citizen, filed.number).silence->due, day(2026, 4, 13));  // 11 April: Saturday
    go_to(day(2026, 4, 13));
    EXPECT_EQ(told_of(write([&](db::Writer& w) {
                  return desk.escalate_silence(w, act(citizen, filed.number));
              })),
              "refused.escalation_early 55.19/20");
    go_to(day(2026, 4, 14));
    EXPECT_EQ(told_of(write([&](db::Writer& w) {
                  return desk.escalate_silence(w, act(citizen, filed.number));
              })),
              "yes");
    auto const called = seen(governor, filed.number);
    EXPECT_EQ(called.silence->superior_due, day(2026, 4, 27));  // 25 April: Saturday
    EXPECT_EQ(called.offered(today()), (std::vector{Action::approve, Action::attest}));
    EXPECT_EQ(told_of(write([&](db::Writer& w) {
                  return desk.attest(w, act(governor, filed.number), "", today());
              })),
              "refused.message_empty ");
    auto const attested = write([&](db::Writer& w) {
        return desk.attest(w, act(governor, filed.number), "118/2026", today());
    });
    EXPECT_EQ(told_of(attested), "yes");
    read([&](db::Reader& r) {
        auto const paper = desk.verification(r, attested.value());
        EXPECT_TRUE(paper && paper->authentic);
        EXPECT_EQ(paper->paper, Verification::Paper::attestation);
        EXPECT_TRUE(desk.claims_escalated(r, governor.person, province).empty());
        auto const line =
            desk.compliance(r, {.administration = commune, .year = 2026}, today()).at(0);
        EXPECT_EQ(line.silent, 1);
        EXPECT_EQ(line.attested, 1);
        EXPECT_EQ(line.open_overdue, 0);
        return 0;
    });
    EXPECT_EQ(told(citizen.person),
              (std::vector<std::string>{"filed", "overdue_accepted", "attested"}));
    expect_consistent();
}

TEST_P(Silence, on_another_act_opens_an_appeal_that_climbs_to_the_governor) {
    go_to(day(2026, 3, 2));
    auto const clerk = holding("كاتب", http::Role::officer, commune, UnitId{0});
    auto const filed = file(citizen, filing("public-domain-occupation"));
    EXPECT_EQ(filed.due, day(2026, 4, 2));
    write([&](db::Writer& w) { return desk.take_up(w, act(clerk, filed.number)); }).value();
    go_to(day(2026, 4, 3));
    EXPECT_EQ(told_of(write([&](db::Writer& w) {
                  return desk.claim_silence(w, act(citizen, filed.number));
              })),
              "refused.silence_not_listed 55.19/19");
    EXPECT_EQ(told_of(write([&](db::Writer& w) {
                  return desk.appeal(w, act(citizen, filed.number), AppealOver::silence,
                                     "انتهى الأجل دون جواب");
              })),
              "yes");
    EXPECT_EQ(seen(citizen, filed.number).pending_appeal()->due, day(2026, 4, 20));
    read([&](db::Reader& r) {
        auto const in_year = [&](int year) {
            return desk.compliance(r, {.administration = commune, .year = year}, today());
        };
        EXPECT_EQ(in_year(2026).at(0).open_overdue, 1);
        EXPECT_TRUE(in_year(2025).empty()) << "its day fell in 2026";
        return 0;
    });
    go_to(day(2026, 4, 21));
    EXPECT_EQ(
        told_of(read([&](db::Reader& r) { return desk.see(r, governor, filed.number, today()); })),
        "refused.not_found ");
    EXPECT_EQ(told_of(write([&](db::Writer& w) {
                  return desk.escalate_appeal(w, act(citizen, filed.number));
              })),
              "yes");
    EXPECT_EQ(seen(governor, filed.number).pending_appeal()->escalated_due, day(2026, 5, 4));
    EXPECT_EQ(told_of(write([&](db::Writer& w) {
                  return desk.decide_appeal(w, act(clerk, filed.number), true, "");
              })),
              "refused.actor 55.19/21");
    EXPECT_EQ(told_of(write([&](db::Writer& w) {
                  return desk.decide_appeal(w, act(governor, filed.number), true, "طعن مقبول");
              })),
              "yes");
    auto const granted = seen(citizen, filed.number);
    EXPECT_EQ(granted.state, State::approved);
    EXPECT_EQ(granted.decisions.size(), 1u);
    expect_consistent();
}

TEST_P(Silence, does_not_end_a_refusal_which_can_be_appealed_once_within_thirty_days) {
    go_to(day(2026, 3, 2));
    auto const clerk = holding("كاتب", http::Role::officer, commune, UnitId{0});
    auto const filed = file(citizen, filing("public-domain-occupation"));
    write([&](db::Writer& w) { return desk.take_up(w, act(clerk, filed.number)); }).value();
    auto const refused = write([&](db::Writer& w) {
        return desk.refuse(w, act(clerk, filed.number),
                           {"الرصيف أضيق مما يسمح به القرار", {"المادة 5"}, "رئيس المجلس"});
    });
    ASSERT_EQ(told_of(refused), "yes");
    auto const appeal = [&] {
        return told_of(write([&](db::Writer& w) {
            return desk.appeal(w, act(citizen, filed.number), AppealOver::refusal, "قياس خاطئ");
        }));
    };
    go_to(day(2026, 4, 3));
    EXPECT_EQ(appeal(), "refused.appeal_late 55.19/21");
    go_to(day(2026, 4, 2));
    EXPECT_EQ(appeal(), "yes");
    EXPECT_EQ(appeal(), "refused.appeal_pending 55.19/21");
    EXPECT_EQ(told_of(write([&](db::Writer& w) {
                  return desk.decide_appeal(w, act(president, filed.number), false, "");
              })),
              "refused.reasons_missing 55.19/18");
    EXPECT_EQ(told_of(write([&](db::Writer& w) {
                  return desk.decide_appeal(w, act(president, filed.number), false, "القياس صحيح");
              })),
              "yes");
    EXPECT_EQ(appeal(), "refused.appealed_already 55.19/21");
    EXPECT_EQ(seen(citizen, filed.number).state, State::refused);
    expect_consistent();
}

TEST_P(Silence, of_a_revoked_decision_is_told_by_its_paper) {
    auto const filed = file(citizen, filing("building-permit"));
    write([&](db::Writer& w) { return desk.take_up(w, act(officer, filed.number)); }).value();
    auto const number = write([&](db::Writer& w) {
                            return desk.approve(w, act(officer, filed.number), "");
                        }).value();
    EXPECT_EQ(told_of(write([&](db::Writer& w) {
                  return desk.revoke(w, act(officer, filed.number), "وثيقة مزورة");
              })),
              "refused.actor 03.01/1");
    EXPECT_EQ(told_of(write([&](db::Writer& w) {
                  return desk.revoke(w, act(president, filed.number), "وثيقة مزورة");
              })),
              "yes");
    read([&](db::Reader& r) {
        auto const paper = desk.verification(r, number);
        EXPECT_TRUE(paper && paper->authentic && paper->revoked_on);
        return 0;
    });
    expect_consistent();
}

TEST_P(Silence, after_a_revocation_is_broken_by_an_appeal_that_may_be_needed_twice) {
    go_to(day(2026, 3, 2));
    auto const filed = file(citizen, filing("building-permit"));
    write([&](db::Writer& w) { return desk.take_up(w, act(officer, filed.number)); }).value();
    write([&](db::Writer& w) { return desk.approve(w, act(officer, filed.number), ""); }).value();
    auto const revoke = [&] {
        return told_of(write([&](db::Writer& w) {
            return desk.revoke(w, act(president, filed.number), "وثيقة مزورة");
        }));
    };
    auto const appeal = [&] {
        return told_of(write([&](db::Writer& w) {
            return desk.appeal(w, act(citizen, filed.number), AppealOver::revocation,
                               "الوثيقة أصلية");
        }));
    };
    EXPECT_EQ(appeal(), "refused.appeal_nothing 55.19/21");
    for (int round = 0; round < 2; ++round) {
        EXPECT_EQ(revoke(), "yes");
        auto const revoked = seen(citizen, filed.number);
        EXPECT_EQ(appeal_offered(revoked.situation(today())), AppealOver::revocation);
        read([&](db::Reader& r) {
            auto const paper = desk.verification(r, revoked.decision()->revoke_number);
            EXPECT_TRUE(paper && paper->authentic && !paper->revoked_on);
            EXPECT_EQ(paper->paper, Verification::Paper::revocation);
            EXPECT_EQ(paper->issued_on, today());
            return 0;
        });
        EXPECT_EQ(appeal(), "yes");
        EXPECT_EQ(told_of(write([&](db::Writer& w) {
                      return desk.decide_appeal(w, act(president, filed.number), true, "");
                  })),
                  "yes");
        EXPECT_EQ(seen(citizen, filed.number).state, State::approved);
    }
    EXPECT_EQ(seen(citizen, filed.number).decisions.size(), 3u);
    read([&](db::Reader& r) {
        auto const line =
            desk.compliance(r, {.administration = commune, .year = 2026}, today()).at(0);
        EXPECT_EQ(line.approved, 1);
        EXPECT_EQ(line.appeals, 2);
        return 0;
    });
    expect_consistent();
}

TEST_P(Silence, extension_of_a_listed_act_moves_the_day_once) {
    go_to(day(2026, 3, 2));
    auto const filed = file(citizen, filing("building-permit"));
    static constexpr db::Sql listed{"test.listed", "update dossiers set extension_listed = 1"};
    write([&](db::Writer& w) -> Outcome {
        w.execute(listed);
        return desk.take_up(w, act(officer, filed.number));
    }).value();
    auto const extend = [&](int days) {
        return told_of(write([&](db::Writer& w) {
            return desk.extend(w, act(officer, filed.number), Ground::public_inquiry, days,
                               "بحث عمومي حول المنافع والمضار");
        }));
    };
    EXPECT_EQ(extend(31), "refused.extension_days 55.19/17");
    EXPECT_EQ(extend(20), "yes");
    EXPECT_EQ(seen(citizen, filed.number).due, day(2026, 4, 22));
    EXPECT_EQ(extend(5), "refused.extended_already 55.19/17");
    expect_consistent();
}

TEST_P(Silence, of_the_moon_moves_open_days_and_tells_those_concerned) {
    go_to(day(2026, 4, 6));
    run_jobs();  // the calendar as it is has been followed
    auto const filed = file(citizen, filing("building-permit"));
    EXPECT_EQ(filed.due, day(2026, 5, 7));
    write([&](db::Writer& w) { return desk.take_up(w, act(officer, filed.number)); }).value();
    EXPECT_EQ(told_of(write([&](db::Writer& w) {
                  return places.change_holiday(w,
                                               {.act = directory::HolidayAct::add,
                                                .first = day(2026, 5, 7),
                                                .days = 1,
                                                .name = {.ar = "عطلة استثنائية"},
                                                .source = "بلاغ"},
                                               president.person, clock.now());
              })),
              "yes");
    places.forget();
    run_jobs();
    auto const moved = seen(citizen, filed.number);
    EXPECT_EQ(moved.due, day(2026, 5, 8));
    EXPECT_EQ(moved.target, day(2026, 5, 6));
    run_jobs();
    EXPECT_EQ(told(citizen.person), (std::vector<std::string>{"filed", "moved"}));
    EXPECT_EQ(told(officer.person), (std::vector<std::string>{"moved"}));
    expect_consistent();
}

TEST_P(Silence, never_lets_an_undecided_dossier_expire) {
    go_to(day(2026, 3, 2));
    auto const open = file(citizen, filing("building-permit"));
    auto const decided = file(citizen, filing("building-permit"));
    auto const draft =
        write([&](db::Writer& w) {
            return desk.open_draft(w, citizen,
                                   {.procedure = "building-permit", .administration = commune},
                                   clock.now());
        }).value();
    write([&](db::Writer& w) -> Outcome {
        return desk.withdraw(w, act(citizen, decided.number), "");
    }).value();
    go_to(day(2026, 5, 25));
    run_jobs();
    EXPECT_EQ(told(citizen.person).back(), "draft_expiring");
    go_to(day(2099, 1, 4));
    run_jobs();
    auto const sees = [&](std::string_view number) {
        return told_of(read([&](db::Reader& r) { return desk.see(r, citizen, number, today()); }));
    };
    EXPECT_EQ(sees(open.number), "yes");
    EXPECT_EQ(sees(decided.number), "refused.not_found ");
    EXPECT_EQ(told_of(read([&](db::Reader& r) { return desk.draft(r, citizen, draft); })),
              "refused.draft_gone ");
    expect_consistent();
}

}  // namespace
}  // namespace wasl::dossiers
