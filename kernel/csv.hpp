// SPDX-License-Identifier: Apache-2.0
// Comma-separated values for people with spreadsheets (RFC 4180).
#pragma once

#include <string>
#include <string_view>

namespace wasl {

// Before the first cell, or a spreadsheet reads Arabic in UTF-8 as something else.
inline constexpr std::string_view csv_begin = "\xEF\xBB\xBF";

// A text that a spreadsheet would calculate instead of showing it.
bool is_formula(std::string_view);

// One text, quoted; a formula gets an apostrophe before it, which spreadsheets do not show.
std::string csv_cell(std::string_view);

}  // namespace wasl
