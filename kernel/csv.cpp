// SPDX-License-Identifier: Apache-2.0
#include "kernel/csv.hpp"

namespace wasl {

bool is_formula(std::string_view text) {
    return !text.empty() &&
           std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
}

std::string csv_cell(std::string_view text) {
    std::string cell = is_formula(text) ? "\"'" : "\"";
    for (char const sign : text) {
        if (sign == '"') cell += '"';
        cell += sign;
    }
    return cell + '"';
}

}  // namespace wasl
