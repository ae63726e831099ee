// SPDX-License-Identifier: Apache-2.0
// From the marks of one ballot to one score of 0 to 100, exactly: a fraction of whole numbers until
// it is shown, so that two equal ballots are equal and a tie is a tie.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "judging/answer.hpp"

namespace wasl::judging {

struct Criterion {
    int weight = 0;  // in ten-thousandths; those that count need not add up to 10,000
    int lowest = 1;  // the marks are whole numbers, lowest to highest
    int highest = 5;
    enum class Needed { yes, no } needed = Needed::yes;  // no: may be left out of a ballot
    enum class Counts { yes, shown_only } counts = Counts::yes;
};

// A score of 0 to 100, in lowest terms.
struct ExactScore {
    std::int64_t above = 0;
    std::int64_t below = 1;  // above 0
    double value() const { return static_cast<double>(above) / static_cast<double>(below); }
    friend bool operator==(ExactScore const&, ExactScore const&) = default;
};

using Mark = std::optional<int>;

// y = 100 * sum of w (x - lowest) / (highest - lowest) over the sum of w, over the criteria that
// count and have a mark. incomplete_table where a needed mark lacks: the ballot is not counted, and
// nothing is put in its place. out_of_range where a mark is beyond its scale or the numbers of
// marks and criteria differ (`projects` then names the criterion); scales_do_not_add where no
// weight counts.
Answer<ExactScore> score(std::span<Criterion const> criteria, std::span<Mark const> marks);

// To `digits` decimals (0 to 6), halves to the even neighbour: "62.50".
std::string written(ExactScore const& score, int digits = 2);

}  // namespace wasl::judging
