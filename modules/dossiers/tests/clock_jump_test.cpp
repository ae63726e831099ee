// SPDX-License-Identifier: Apache-2.0
// The machine's clock was wrong and is set back: what was promised stays promised.
#include "modules/dossiers/tests/dossiers_for_tests.hpp"

namespace wasl::dossiers {
namespace {

using ClockJump = DossierTest;
INSTANTIATE_TEST_SUITE_P(OnBoth, ClockJump, tests::both_engines(), tests::engine_name);

TEST_P(ClockJump, backwards_moves_no_legal_day) {
    go_to(day(2026, 3, 10));
    auto const filed = file(citizen, filing("building-permit"));
    go_to(day(2026, 3, 4));
    run_jobs();
    EXPECT_EQ(seen(citizen, filed.number).due, filed.due);
    EXPECT_EQ(
        told_of(write([&](db::Writer& w) { return desk.take_up(w, act(officer, filed.number)); })),
        "yes");
    EXPECT_EQ(seen(citizen, filed.number).due, filed.due);
    auto const later = file(citizen, filing("building-permit"));
    EXPECT_GT(later.id, filed.id) << "ids grow though the clock does not";
    EXPECT_EQ(told_of(write([&](db::Writer& w) {
                  return desk.approve(w, act(officer, filed.number), "يرخص");
              })),
              "yes");
    expect_consistent();
    read([&](db::Reader& r) {
        auto const lines = desk.compliance(r, {.administration = commune, .year = 2026}, today());
        EXPECT_EQ(lines.at(0).on_time, 1);
        EXPECT_GE(lines.at(0).median_days.value_or(0), 0);
        return 0;
    });
}

TEST_P(ClockJump, forwards_and_back_again_returns_nobodys_file) {
    go_to(day(2026, 3, 2));
    auto const filed = file(citizen, filing("building-permit"));
    auto const due = filed.due;
    go_to(due);
    run_jobs();
    EXPECT_EQ(seen(citizen, filed.number).state, State::lodged);
    go_to(day(2026, 3, 3));
    run_jobs();
    EXPECT_EQ(seen(citizen, filed.number).due, due);
    expect_consistent();
}

}  // namespace
}  // namespace wasl::dossiers
