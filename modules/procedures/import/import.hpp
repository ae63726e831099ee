// SPDX-License-Identifier: Apache-2.0
// Sheets from elsewhere: tables, the shape that the national portal shows, CPSV-AP. What comes in
// is a draft like any other: nothing is published by an import.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "modules/procedures/procedures.hpp"

namespace wasl::procedures {

inline constexpr std::size_t import_bytes_max = 64 << 20;  // of a file; more is refused unread
inline constexpr std::size_t import_rows_max = 20'000;

// One sheet as a file says it. `put` writes what the file names into a draft and leaves the rest.
struct Incoming {
    int row = 0;  // in the file, from 1
    std::string code;
    std::string administration;  // slug or Arabic name; empty: whoever imports
    std::vector<std::function<void(Sheet&)>> puts;
    std::vector<std::string> faults;     // the row is not taken
    std::vector<std::string> proposals;  // what a person must confirm
};

// What a file holds, or why it is not read at all. For operators: English.
struct ReadFile {
    std::string refused;  // empty: it was read
    std::vector<Incoming> sheets;
};
ReadFile read_import(std::string_view bytes);  // tells the form from the bytes

namespace import {
ReadFile from_csv(std::string_view text);
ReadFile from_workbook(std::string_view bytes);
ReadFile from_json(std::string_view text);  // the portal's shape, or JSON-LD
ReadFile from_rows(std::vector<std::pair<int, std::vector<std::string>>> const&);

void put_text(Incoming&, std::string Names::* language, Names Sheet::* field, std::string text);
// Kept word for word; a number is proposed and the term marked as to be confirmed.
void put_delay(Incoming&, std::string const& text);
void put_price(Incoming&, std::string const& text);
// The first number of days that the words name: "15 يوما", "2 semaines", "immédiat" is 0.
std::optional<int> days_in(std::string_view words);
std::string code_from(std::string_view words);  // for what brings none: the same for the same words
}  // namespace import

enum class ImportVerdict : std::uint8_t { added, changed, same, fault };
struct ImportLine {
    int row = 0;
    std::string code;
    ImportVerdict verdict = ImportVerdict::same;
    std::vector<std::string> what;  // faults, else what is to be confirmed
};
struct ImportReport {
    std::string refused;
    std::vector<ImportLine> lines;
    std::int64_t count(ImportVerdict) const;
    std::string text() const;  // a line for each row with something to say, then the sums
};
// Safe to repeat: a row that says what the draft says already changes nothing. A dry run writes
// nothing. `owner`: of rows that name no administration; 0: they are faults.
ImportReport import_sheets(db::Writer&, Desk const&, directory::Picture const&,
                           std::string_view bytes, AdministrationId owner, PersonId by, Instant now,
                           bool dry_run);

}  // namespace wasl::procedures
