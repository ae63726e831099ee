// SPDX-License-Identifier: Apache-2.0
// What is sure about an order: worked out from many worths that could as well be true, be they
// draws from the posterior of the mixed model or estimates from judges drawn anew.
#pragma once

#include <vector>

#include "judging/chance.hpp"
#include "judging/mixed.hpp"

namespace wasl::judging {

// Rows of worths, one number per project each; a row counts as often as its weight.
struct Draws {
    int projects = 0;
    std::vector<double> worths{};   // row after row
    std::vector<double> weights{};  // one per row; they add up to 1

    int rows() const { return static_cast<int>(weights.size()); }
    double worth(int row, int project) const {
        return worths[static_cast<std::size_t>(row) * static_cast<std::size_t>(projects) +
                      static_cast<std::size_t>(project)];
    }
};

// The projects' effects as the model knows them: normal, with its covariance (which it must hold).
// Time: amount * projects^2.
Draws posterior_draws(MixedModel const&, int amount, Chance&);

struct Interval {
    double low = 0;
    double high = 0;
};

// Where a project may stand, from 1.
struct Places {
    int best = 1;
    int worst = 1;
    friend bool operator==(Places const&, Places const&) = default;
};

// sd about the mean of the draws, as a bootstrap has it.
std::vector<double> sd_of(Draws const&);
// The part `share` (0.95) in the middle; ends are draws themselves.
std::vector<Interval> intervals_of(Draws const&, double share = 0.95);
// The chance to be among the first k. Whose worths are equal stand in the order of their numbers.
// Projects that are equal in a draw stand in their order, or share the places they stand at.
enum class Equals { in_order, share };
std::vector<double> chances_of_top(Draws const&, int k, Equals = Equals::in_order);
// Square, row a column b: the share of draws in which a is above b, a tie counting half.
Square chances_of_beating(Draws const&);

// By the model's own normal distribution: Phi of the difference over its sd; a half where the
// sd is 0 and the two are equal.
Square chances_of_beating(MixedModel const&);

// The rank set: from one more than the projects which are better with a chance above `sure`, to
// the number of projects less those which are worse with a chance above it.
std::vector<Places> places_of(Square const& beats, double sure = 0.975);

// Projects by worth, best first; who follows belongs to the group before as long as its leader is
// not better with a chance above `sure`. Tied in the eyes of statistics, not proved equal.
std::vector<std::vector<int>> tie_groups(std::vector<double> const& worths, Square const& beats,
                                         double sure = 0.9);

// By worth, highest first; equal ones by their number.
std::vector<int> order_of(std::vector<double> const& worths);

// What is published for the fair score: mean + effect -/+ 1.15 * 1.96 * sd_marginal. The normal
// interval takes the variances for known; so widened it holds in 90 to 98 of 100 editions
// (tests/judging/coverage_test.cpp).
inline constexpr double widened = 1.15;
std::vector<Interval> published_intervals(MixedModel const&);
// Of the difference of two projects, widened alike.
Interval interval_between(MixedModel const&, int one, int other);

}  // namespace wasl::judging
