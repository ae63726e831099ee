// SPDX-License-Identifier: Apache-2.0
// What time alone does: reminders, and the body above where nobody answered.
#include "modules/reports/tests/reports_for_tests.hpp"

namespace wasl::reports {
namespace {

using Words = std::vector<std::string>;
using Calendar = ReportTest;
INSTANTIATE_TEST_SUITE_P(OnBoth, Calendar, tests::both_engines(), tests::engine_name);

TEST_P(Calendar, reminds_once_before_and_after_and_then_lifts_the_report_up) {
    auto const report = file(citizen);
    ASSERT_EQ(report.due, day(2026, 5, 11));
    go_to(day(2026, 5, 7));
    run_job();
    EXPECT_TRUE(told(president.person).empty());
    go_to(day(2026, 5, 8));
    run_job();
    run_job();
    EXPECT_EQ(told(president.person), Words{"due_soon"});
    go_to(day(2026, 5, 12));
    run_job();
    run_job();
    EXPECT_EQ(told(president.person), (Words{"due_soon", "late"}));
    EXPECT_EQ(seen(nobody, report).report.body, commune);

    // Ten office days after the day: the governor answers from now on.
    go_to(day(2026, 5, 26));
    run_job();
    run_job();
    auto const lifted = seen(nobody, report);
    EXPECT_EQ(lifted.report.body, province);
    EXPECT_EQ(lifted.report.level, 1);
    EXPECT_EQ(lifted.updates.back().action, "escalate");
    EXPECT_EQ(told(governor.person), Words{"escalated"});
    EXPECT_EQ(told(citizen.person), (Words{"filed", "escalated"}));
    EXPECT_EQ(told(president.person), (Words{"due_soon", "late", "escalated"}));
    go_to(day(2026, 7, 1));
    run_job();
    EXPECT_EQ(seen(nobody, report).report.body, region);
    EXPECT_EQ(told(regional.person), Words{"escalated"});
    expect_consistent();
}

TEST_P(Calendar, tells_whose_task_it_is_first) {
    auto const report = file(citizen);
    EXPECT_EQ(does([&](db::Writer& w) {
                  return desk.assign(w, act(president, report), {.person = officer.person});
              }),
              "yes");
    go_to(day(2026, 5, 8));
    run_job();
    EXPECT_EQ(told(officer.person), (Words{"assigned", "due_soon"}));
    EXPECT_TRUE(told(president.person).empty());
}

TEST_P(Calendar, sends_one_reminder_after_a_standstill_and_begins_anew_after_a_reopening) {
    auto const report = file(citizen);
    go_to(day(2026, 5, 14));
    run_job();
    EXPECT_EQ(told(president.person), Words{"late"});
    EXPECT_EQ(
        does([&](db::Writer& w) { return desk.move(w, act(officer, report), "fixed", "", {}); }),
        "yes");
    go_to(day(2026, 5, 20));
    EXPECT_EQ(does([&](db::Writer& w) { return desk.reopen(w, act(citizen, report), "عاد"); }),
              "yes");
    ASSERT_EQ(seen(nobody, report).report.due, day(2026, 5, 29));
    go_to(day(2026, 5, 26));
    run_job();
    EXPECT_EQ(told(president.person), (Words{"late", "reopened", "due_soon"}));
}

TEST_P(Calendar, leaves_alone_what_is_over) {
    auto const report = file(citizen);
    EXPECT_EQ(
        does([&](db::Writer& w) { return desk.move(w, act(officer, report), "fixed", "", {}); }),
        "yes");
    go_to(day(2026, 9, 1));
    run_job();
    EXPECT_TRUE(told(president.person).empty());
    EXPECT_EQ(seen(nobody, report).report.body, commune);
}

}  // namespace
}  // namespace wasl::reports
