// SPDX-License-Identifier: Apache-2.0
// The enumerator of a name, where a table holds the names in the enumerators' order.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace wasl {

template<typename Value>
constexpr std::optional<Value> value_named(std::span<std::string_view const> names,
                                           std::string_view text) {
    for (std::size_t n = 0; n < names.size(); ++n)
        if (names[n] == text) return static_cast<Value>(n);
    return std::nullopt;
}

}  // namespace wasl
