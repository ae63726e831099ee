// SPDX-License-Identifier: Apache-2.0
// The enumerator of a name, where a table holds the names in the enumerators' order.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace wasl {

template<typename Value, std::size_t count>
std::optional<Value> value_named(std::array<std::string_view, count> const& names,
                                 std::string_view text) {
    for (std::size_t n = 0; n < count; ++n)
        if (names[n] == text) return static_cast<Value>(n);
    return std::nullopt;
}

}  // namespace wasl
