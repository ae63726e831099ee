// SPDX-License-Identifier: Apache-2.0
// Who can be given to whom: a largest flow from the left (each wants so many) to the right (each
// takes at most so many), every pair at most once. By shortest augmenting paths, a whole layer at a
// time (J. Hopcroft, R. Karp, SIAM J. Comput. 2, 1973; E. Dinic 1970).
#pragma once

#include <cstdint>
#include <vector>

namespace wasl::judging {

class Matching {
public:
    // `partners[l]`: who on the right may be given to l, ascending.
    Matching(std::vector<std::vector<int>> partners, std::vector<int> wants,
             std::vector<int> takes);

    // What is still wanted after a largest flow: 0 where everybody has all he wants.
    std::int64_t missing();

    // Where something is missing: a set of the left that wants more than the right can give, by the
    // least cut. What it can be given: all that the right ones of the cut take, and one for each
    // pair with anybody else.
    struct Deficient {
        std::vector<int> left;
        std::vector<int> right;
        std::int64_t wanted = 0;
        std::int64_t possible = 0;
    };
    Deficient deficient() const;

private:
    bool layers();
    bool push(int left);

    std::vector<std::vector<int>> partners_;
    std::vector<std::vector<char>> given_;  // beside partners_
    std::vector<std::vector<int>> takers_;  // right: those on the left who have it
    std::vector<int> wants_, takes_;        // what is left of both
    std::vector<int> whole_wants_, whole_takes_;
    std::vector<int> left_layer_, right_layer_;
    std::vector<std::size_t> left_next_, right_next_;
};

}  // namespace wasl::judging
