// SPDX-License-Identifier: Apache-2.0
// How much hangs on one judge: the ranking without each of them.
#pragma once

#include <vector>

#include "judging/mixed.hpp"

namespace wasl::judging {

struct Without {
    int judge = 0;
    std::vector<double> effects{};  // of the projects, as the mixed model has them
    std::vector<int> order{};       // best first
    // The remaining ballots compare all the projects that had ballots.
    enum class Comparable { yes, no } comparable = Comparable::yes;
};

// One for each judge with ballots, ascending; without the only judge there is nothing. Variances
// are kept from the whole jury, so that what changes is what this judge said. Time: a cube of the
// smaller of the numbers of projects and judges for each.
Answer<std::vector<Without>> leave_one_judge_out(Ratings const&, MixedModel const& whole);

// Judges without whom another project would come first.
std::vector<int> decisive_judges(std::vector<Without> const&, MixedModel const& whole);

}  // namespace wasl::judging
