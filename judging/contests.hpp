// SPDX-License-Identifier: Apache-2.0
// Ballots by pair and by ranking. Both become contests of two projects, by judge.
#pragma once

#include <optional>
#include <vector>

#include "judging/answer.hpp"
#include "judging/ratings.hpp"

namespace wasl::judging {

// How one judge saw two projects; the numbers may be halves. Who was shown first matters only
// where the advantage of being shown first is estimated.
struct Contest {
    int first = 0;
    int second = 0;
    double first_wins = 0;
    double second_wins = 0;
    double ties = 0;
    int judge = 0;
};

struct Contests {
    int projects = 0;
    int judges = 0;
    std::vector<Contest> rows{};
};

// From the best to the worst; projects in one place are tied.
struct Ranking {
    int judge = 0;
    std::vector<std::vector<int>> places{};
};

enum class Pairs {
    all,          // every pair of an ordering
    consecutive,  // neighbours alone: what a judge who walks from table to table says
};

Contests contests_of(int projects, int judges, std::vector<Ranking> const&, Pairs = Pairs::all);

// The ordering that a judge's scores make, equal scores tied; the mean of what he scored twice.
std::vector<Ranking> rankings_of(Ratings const&);

// Half a win to each for a tie.
Contests ties_split(Contests);

std::optional<Reason> fault(Contests const&);

// Nothing where each project can be reached from each other by a chain of wins (a tie counts for
// both): the condition for a finite maximum of likelihood (L. Ford, Amer. Math. Monthly 64, 1957).
// Else never_beaten, with the projects that nobody outside of them has beaten.
std::optional<Reason> without_maximum(Contests const&);

// Nothing where contests connect all projects, else not_connected with all parts but the largest.
std::optional<Reason> not_comparable(Contests const&);

}  // namespace wasl::judging
