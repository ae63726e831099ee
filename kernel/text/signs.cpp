// SPDX-License-Identifier: Apache-2.0
#include "kernel/text/signs.hpp"

#include <algorithm>

namespace wasl::lexis {

std::size_t signs_in(std::string_view utf8) {
    return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), [](char one) {
        return (static_cast<unsigned char>(one) & 0xc0) != 0x80;
    }));
}

bool has_hidden_signs(std::string_view text) {
    for (std::size_t n = 0; n < text.size(); ++n) {
        auto const byte = [&](std::size_t at) {
            return at < text.size() ? static_cast<unsigned char>(text[at]) : 0u;
        };
        if (byte(n) < 0x20 && text[n] != '\n' && text[n] != '\r' && text[n] != '\t') return true;
        if (byte(n) == 0x7f) return true;
        if (byte(n) == 0xe2 && byte(n + 1) == 0x80 && byte(n + 2) >= 0xaa && byte(n + 2) <= 0xae)
            return true;
        if (byte(n) == 0xe2 && byte(n + 1) == 0x81 && byte(n + 2) >= 0xa6 && byte(n + 2) <= 0xa9)
            return true;
    }
    return false;
}

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

}  // namespace wasl::lexis
