// SPDX-License-Identifier: Apache-2.0
// A text cut at a limit in bytes: between two signs, never through the middle of one.
#pragma once

#include <cstddef>
#include <string_view>

namespace wasl::lexis {

inline std::string_view cut(std::string_view text, std::size_t bytes_max) {
    if (text.size() <= bytes_max) return text;
    auto end = bytes_max;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    return text.substr(0, end);
}

}  // namespace wasl::lexis
