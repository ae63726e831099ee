// SPDX-License-Identifier: Apache-2.0
#include "modules/reports/bench_data.hpp"

#include "modules/reports/lifecycle.hpp"
#include "modules/reports/store.hpp"
#include "modules/reports/tests/reports_for_tests.hpp"

namespace wasl::reports {

using BenchData = ReportTest;
INSTANTIATE_TEST_SUITE_P(OnBoth, BenchData, tests::both_engines(), tests::engine_name);

TEST_P(BenchData, is_as_consistent_as_what_people_wrote) {
    BenchAsk ask{.count = 700, .communes = {town}, .batch = 300};
    for (int n = 1; n <= 9; ++n) ask.people.emplace_back(n);
    EXPECT_EQ(generate(database(), desk, ask, clock.now()), 700);
    expect_consistent();
    auto const all = read([&](db::Reader& reader) { return desk.latest(reader, {}, 1'000); });
    EXPECT_GT(all.size(), 550U);
    EXPECT_LT(all.size(), 700U) << "some are private";
    EXPECT_LE(all.front().filed_at, clock.now());
    for (auto const& pin : all) {
        auto const whole = read(
            [&](db::Reader& reader) { return desk.see(reader, officer, pin.number, {}).value(); });
        auto const& report = whole.report;
        EXPECT_EQ(whole.updates.size(), static_cast<std::size_t>(report.updates));
        EXPECT_EQ(whole.photos.size(), static_cast<std::size_t>(report.photos));
        EXPECT_EQ(
            read([&](db::Reader& reader) { return store::followers(reader, report.id); }).size(),
            static_cast<std::size_t>(report.supporters));
        EXPECT_EQ(report.closed_at.has_value(), is_over(report.phase));
        EXPECT_EQ(report.duplicate_of.has_value(), report.phase == Phase::duplicate);
    }
    // What the calendar would do for it is done.
    auto const before = told(officer.person).size();
    run_job();
    EXPECT_LT(told(officer.person).size(), before + 20);
}

}  // namespace wasl::reports
