// SPDX-License-Identifier: Apache-2.0
// Texts one after another, with the same between them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace wasl::lexis {

inline std::string joined(std::vector<std::string> const& texts, std::string_view between = " ") {
    std::string out;
    for (auto const& text : texts) {
        if (!out.empty()) out += between;
        out += text;
    }
    return out;
}

}  // namespace wasl::lexis
