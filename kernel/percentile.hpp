// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>

namespace wasl {

// The smallest number of days within which at least that share of the answers came; `amounts` says
// how many took so many days.
inline std::optional<int> percentile(std::map<int, std::int64_t> const& amounts, int percent) {
    std::int64_t all = 0, seen = 0;
    for (auto const& [days, amount] : amounts) all += amount;
    for (auto const& [days, amount] : amounts) {
        seen += amount;
        if (amount > 0 && seen * 100 >= all * percent) return days;
    }
    return std::nullopt;
}

}  // namespace wasl
