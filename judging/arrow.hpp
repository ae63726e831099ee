// SPDX-License-Identifier: Apache-2.0
// Systems of two crossed factors (projects and judges), as the equations of all our additive models
// are: [ D C ; C' E ] with D and E diagonal and C as sparse as the ballots. The longer factor is
// eliminated, since its block is diagonal; what remains is a dense matrix as wide as the shorter
// one (Henderson's absorption). Time: the sum over the longer of its squared ballots, and a cube of
// the shorter; memory: 8 bytes times the square of the shorter.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "judging/dense.hpp"

namespace wasl::judging {

// Which levels of both factors meet: the pairs of each outer one, by ascending inner number.
struct Crossing {
    int outer = 0;  // the longer factor
    int inner = 0;
    std::vector<int> start{};      // outer + 1: where the pairs of each begin
    std::vector<int> with{};       // the inner number of each pair
    std::vector<double> weight{};  // the sum of the weights of the ballots of each pair
};

// A number for each level of both factors.
struct Both {
    std::vector<double> outer{};
    std::vector<double> inner{};
};

double dot(std::span<double const> a, std::span<double const> b);
double dot(Both const& a, Both const& b);

class Arrow {
public:
    // `pairs` are the values of C, as many as crossing.with. Nothing where the system is not
    // positive definite. Refers to the crossing.
    static std::optional<Arrow> of(Crossing const&, std::vector<double> pairs, Both diagonal);

    void solve(Both& v) const;
    double log_determinant() const;
    // Of the inverse: its inner block, whole; and the diagonal of its outer block, which follows.
    Square inner_inverse() const { return rest_.inverse(); }
    std::vector<double> outer_inverse_diagonal(Square const& inner_inverse) const;
    Square outer_inverse(Square const& inner_inverse) const;  // whole

private:
    Arrow(Crossing const& crossing, std::vector<double> pairs, std::vector<double> outer,
          Factor rest)
        : crossing_(&crossing),
          pairs_(std::move(pairs)),
          outer_(std::move(outer)),
          rest_(std::move(rest)) {}

    Crossing const* crossing_;
    std::vector<double> pairs_;
    std::vector<double> outer_;
    Factor rest_;
};

}  // namespace wasl::judging
