// SPDX-License-Identifier: Apache-2.0
// The list of sheets as a table: the same columns in CSV and in a spreadsheet, and the names by
// which the import knows them again.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "modules/procedures/procedures.hpp"

namespace wasl::procedures {

inline constexpr std::array<std::string_view, 18> columns{
    "code",     "title_ar", "title_fr", "summary_ar", "summary_fr", "administration",
    "owner_ar", "owner_fr", "state",    "version",    "term_days",  "immediate",
    "silence",  "free",     "online",   "themes",     "audience",   "address"};
using Cells = std::array<std::string, columns.size()>;

Cells cells_of(Entry const&, directory::Picture const&, std::string_view site);

// RFC 4180; a cell that begins like a formula gets an apostrophe before it, which spreadsheets do
// not show.
void append_csv(std::string& out, std::span<std::string_view const>);
void append_csv(std::string& out, Cells const&);

// Rows as an XLSX workbook; every cell is a text, so none is ever a formula.
std::string workbook(std::vector<Entry const*> const&, directory::Picture const&,
                     std::string_view site);

}  // namespace wasl::procedures
