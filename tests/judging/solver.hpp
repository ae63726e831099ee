// SPDX-License-Identifier: Apache-2.0
// The assignment as linear programs for GLPK (glpsol), which knows nothing of flows.
#pragma once

#include <optional>

#include "judging/assignment.hpp"

namespace wasl::judging::tests {

struct Solved {
    int load_most = 0;
    double affinity_least = 0;
    double affinity_sum = 0;
};

// Loads, worst match and sum, one after the other in the call's order; nothing where it is
// impossible. Without fixed ballots and anchors.
std::optional<Solved> solved(Call const&);

}  // namespace wasl::judging::tests
