// SPDX-License-Identifier: Apache-2.0
// Two-way fixed effects by least squares: as the mixed model, but nobody is drawn towards the mean.
// With few ballots its differences are larger than the truth; it is shown for comparison.
#pragma once

#include <vector>

#include "judging/answer.hpp"
#include "judging/ratings.hpp"

namespace wasl::judging {

struct TwoWay {
    double mean = 0;
    std::vector<double> project{};  // they add up to 0
    std::vector<double> judge{};    // they add up to 0
    double residual_sd = 0;         // 0 where no ballot is left over to tell
    int degrees_of_freedom = 0;
};

// Refused where some ballots cannot be compared (not_connected: the smaller parts; or whoever has
// no ballot at all).
Answer<TwoWay> two_way(Ratings const&);

}  // namespace wasl::judging
