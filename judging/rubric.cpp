// SPDX-License-Identifier: Apache-2.0
#include "judging/rubric.hpp"

#include <numeric>

namespace wasl::judging {

namespace {

__extension__ using Wide = __int128;  // marks times weights times scales outgrow 64 bits

std::optional<Cause> fault_of(Criterion const& criterion, Mark const& mark) {
    if (criterion.weight < 0 || criterion.highest <= criterion.lowest)
        return Cause::scales_do_not_add;
    if (!mark)
        return criterion.needed == Criterion::Needed::yes ? std::optional(Cause::incomplete_table)
                                                          : std::nullopt;
    if (*mark < criterion.lowest || *mark > criterion.highest) return Cause::out_of_range;
    return std::nullopt;
}

Wide greatest_common(Wide a, Wide b) {
    while (b != 0) {
        auto const rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

}  // namespace

Answer<ExactScore> score(std::span<Criterion const> criteria, std::span<Mark const> marks) {
    if (criteria.size() != marks.size()) return Reason{Cause::out_of_range};
    Wide above = 0, below = 1, weights = 0;
    for (std::size_t n = 0; n < criteria.size(); ++n) {
        auto const& criterion = criteria[n];
        if (auto const cause = fault_of(criterion, marks[n]))
            return Reason{*cause, {static_cast<int>(n)}};
        if (criterion.counts != Criterion::Counts::yes || !marks[n]) continue;
        weights += criterion.weight;
        Wide const length = criterion.highest - criterion.lowest;
        above = above * length + Wide{criterion.weight} * (*marks[n] - criterion.lowest) * below;
        below *= length;
        auto const common = greatest_common(above, below);
        above /= common;
        below /= common;
    }
    if (weights == 0) return Reason{Cause::scales_do_not_add};
    above *= 100;
    below *= weights;
    auto const common = greatest_common(above, below);
    return ExactScore{static_cast<std::int64_t>(above / common),
                      static_cast<std::int64_t>(below / common)};
}

std::string written(ExactScore const& score, int digits) {
    std::int64_t scale = 1;
    for (int n = 0; n < digits; ++n) scale *= 10;
    Wide const scaled = Wide{score.above} * scale;
    auto whole = static_cast<std::int64_t>(scaled / score.below);
    auto const twice_rest = 2 * (scaled % score.below);
    if (twice_rest > score.below || (twice_rest == score.below && whole % 2 != 0)) ++whole;
    auto text = std::to_string(whole / scale);
    if (digits == 0) return text;
    auto const rest = std::to_string(whole % scale);
    return text + "." + std::string(static_cast<std::size_t>(digits) - rest.size(), '0') + rest;
}

}  // namespace wasl::judging
