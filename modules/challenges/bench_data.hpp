// SPDX-License-Identifier: Apache-2.0
// A jury in the middle of its work, quickly: what `wasl bench-data --projects N` writes. The same
// count gives the same projects; only ids differ.
#pragma once

#include "modules/challenges/challenges.hpp"

namespace wasl::challenges {

struct BenchJury {
    int projects = 0, judges = 0;
    http::Visitor organiser;  // heads `where`
    AdministrationId where{0};
    std::vector<http::Visitor> people;  // first the judges, then a leader for each project
};
// The edition "bench-jury": sent since days, each project before seven judges, half of the ballots
// saved. Returns how many projects were sent.
std::int64_t generate(db::Database&, Desk const&, BenchJury const&, Instant now);

}  // namespace wasl::challenges
