// SPDX-License-Identifier: Apache-2.0
#include "kernel/csv.hpp"

namespace wasl {

std::string csv_cell(std::string_view text) {
    std::string cell = "\"";
    if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos)
        cell += '\'';
    for (char const sign : text) {
        if (sign == '"') cell += '"';
        cell += sign;
    }
    return cell + '"';
}

}  // namespace wasl
