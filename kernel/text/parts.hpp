// SPDX-License-Identifier: Apache-2.0
// Texts taken apart. Views of the text that was given: as long as it lives.
#pragma once

#include <string_view>
#include <vector>

namespace wasl::lexis {

// Without the spaces, tabs and line ends around it.
inline std::string_view trimmed(std::string_view text) {
    auto const first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

// What stands between the separators, empty parts too.
inline std::vector<std::string_view> parts_of(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (;;) {
        auto const end = text.find(separator);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + 1);
    }
}

}  // namespace wasl::lexis
