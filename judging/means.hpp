// SPDX-License-Identifier: Apache-2.0
// What is shown beside the model: figures that anyone can check with a pencil. One per project;
// nothing for a project without ballots. Weights are not looked at.
#pragma once

#include <optional>
#include <vector>

#include "judging/answer.hpp"
#include "judging/ratings.hpp"

namespace wasl::judging {

using PerProject = std::vector<std::optional<double>>;

// The mean of a project's scores. In the scores' own unit.
Answer<PerProject> raw_means(Ratings const&);

// The mean of (score - mean of the judge) / standard deviation of the judge (with n - 1). A judge
// who gave one score, or always the same, says 0.
Answer<PerProject> z_means(Ratings const&);

// The median of (score - mean of the judge) plus the mean of all scores: one hostile ballot among
// five moves it little. Half-way between the two middle ones where their number is even.
Answer<PerProject> centred_medians(Ratings const&);

}  // namespace wasl::judging
