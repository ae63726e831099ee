// SPDX-License-Identifier: Apache-2.0
// The number of a row in a field of a form.
#pragma once

#include <charconv>
#include <cstdint>
#include <string_view>

namespace wasl::reports::bureau {

// 0, which is the number of no row, where none stands there.
inline std::int64_t number_typed(std::string_view text) {
    std::int64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

}  // namespace wasl::reports::bureau
