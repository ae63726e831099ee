// SPDX-License-Identifier: Apache-2.0
// For long lists of which judges order the first few: the chance of an ordering is that of drawing
// its projects one after the other, each in proportion to exp(worth) among those still there
// (R. Luce, "Individual Choice Behavior", 1959; R. Plackett, Applied Statistics 24, 1975).
#pragma once

#include <vector>

#include "judging/answer.hpp"
#include "judging/contests.hpp"

namespace wasl::judging {

struct Choices {
    int judge = 0;
    std::vector<int> chosen{};  // best first
    std::vector<int> others{};  // seen, and left behind all of them in no order
};

struct ChoiceWorths {
    std::vector<double> worth{};  // logits, centred by the prior
    std::vector<double> sd{};     // of the Hessian
    double log_likelihood = 0;
    int steps = 0;
};

// Newton's method with a normal prior of that precision (above 0). out_of_range for a project
// named twice in a ballot or not at all in the edition; nothing_given without ballots.
Answer<ChoiceWorths> choice_worths(int projects, std::vector<Choices> const&,
                                   double precision = 0.25);

// Orderings without ties become choices; tied_places names the tied projects and the judge.
Answer<std::vector<Choices>> choices_of(std::vector<Ranking> const&);

}  // namespace wasl::judging
