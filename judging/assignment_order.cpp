// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <span>

#include "judging/chance.hpp"
#include "judging/index.hpp"
#include "judging/wanted.hpp"

namespace wasl::judging {

namespace {

constexpr int rounds_max = 50;

// Places in halves, counted from the middle of a sequence: 0 is the middle, odd where it has none.
int from_middle(std::size_t place, std::size_t length) {
    return 2 * static_cast<int>(place) - static_cast<int>(length) + 1;
}

}  // namespace

std::vector<std::vector<int>> sequences_of(int judges, Given const& whole, std::uint64_t seed) {
    std::vector<std::vector<int>> sequences(at(judges));
    for (std::size_t p = 0; p < whole.size(); ++p)
        for (int const judge : whole[p]) sequences[at(judge)].push_back(static_cast<int>(p));
    Chance chance(seed);
    std::vector<int> sums(whole.size(), 0);
    for (auto& sequence : sequences) {
        chance.shuffle(std::span<int>(sequence));
        for (std::size_t n = 0; n < sequence.size(); ++n)
            sums[at(sequence[n])] += from_middle(n, sequence.size());
    }
    // Two projects of one judge change places where that brings their sums nearer to the middle.
    bool moved = true;
    for (int round = 0; moved && round < rounds_max; ++round) {
        moved = false;
        for (auto& sequence : sequences)
            for (std::size_t a = 0; a < sequence.size(); ++a)
                for (std::size_t b = a + 1; b < sequence.size(); ++b) {
                    auto& one = sums[at(sequence[a])];
                    auto& other = sums[at(sequence[b])];
                    auto const by = 2 * static_cast<int>(b - a);
                    auto const weight_one = static_cast<double>(whole[at(sequence[a])].size());
                    auto const weight_other = static_cast<double>(whole[at(sequence[b])].size());
                    auto const away = [&](int x, int y) {
                        return x * x / (weight_one * weight_one) +
                               y * y / (weight_other * weight_other);
                    };
                    if (away(one + by, other - by) >= away(one, other) - 1e-12) continue;
                    one += by;
                    other -= by;
                    std::swap(sequence[a], sequence[b]);
                    moved = true;
                }
    }
    return sequences;
}

}  // namespace wasl::judging
