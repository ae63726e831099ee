// SPDX-License-Identifier: Apache-2.0
// What is asked of an assignment once what is fixed is taken off, for the files that make one.
#pragma once

#include <cstdint>
#include <vector>

#include "judging/assignment.hpp"

namespace wasl::judging {

// Affinities in billionths, so that sums are exact.
inline constexpr std::int64_t affinity_unit = 1'000'000'000;
inline constexpr std::int64_t never = -1;

struct Wanted {
    int projects = 0;
    int judges = 0;
    std::vector<std::int64_t> affinity{};  // by project, then judge; `never`
    std::vector<int> needs{};              // of each project, beyond what is fixed
    std::vector<Load> loads{};             // of each judge, beyond what is fixed
    std::vector<int> had{};                // of each judge: what is fixed

    std::int64_t of(int project, int judge) const {
        return affinity[static_cast<std::size_t>(project) * static_cast<std::size_t>(judges) +
                        static_cast<std::size_t>(judge)];
    }
};

using Given = std::vector<std::vector<int>>;  // by project: judges, ascending

// Pairs below the threshold are not used. Nothing where all can be had.
std::optional<Reason> shortage(Wanted const&, std::int64_t threshold = 0);

// Narrows the loads to the most even ones that are possible with the pairs at the threshold.
void balance(Wanted&, std::int64_t threshold);

// The highest threshold with which all can still be had.
std::int64_t best_threshold(Wanted const&);

// The largest sum of affinities; chance decides between equals. All must be possible.
Given dearest(Wanted const&, std::int64_t threshold, std::uint64_t seed);

// Both keep needs, loads and what is excluded; `fixed` (by project) stays as it is.
struct Joined {
    int exchanges = 0;
    std::int64_t cost = 0;  // in affinity
};
Joined connect(Wanted const&, Given const& fixed, Given& given);
void spread(Wanted const&, Given const& fixed, Given& given, std::uint64_t seed);

// Who sees what when; every project's mean place near the middle.
std::vector<std::vector<int>> sequences_of(int judges, Given const& whole, std::uint64_t seed);

}  // namespace wasl::judging
