// SPDX-License-Identifier: Apache-2.0
// Sheets from elsewhere: tables, the shape that the national portal shows, CPSV-AP. What comes in
// is inventoried, or a draft like any other: nothing is published by an import.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "modules/procedures/gate.hpp"
#include "modules/procedures/procedures.hpp"

namespace wasl::procedures {

// A country's catalogue as JSON-LD is some 75 MB; what is larger is refused unread.
inline constexpr std::size_t import_bytes_max = 256 << 20;
inline constexpr std::size_t import_rows_max = 20'000;
inline constexpr std::int64_t import_upload_megabytes_max = 16;  // from a page

// One sheet as a file says it. `puts` write what the file names into a draft and leave the rest.
struct Incoming {
    int row = 0;  // in the file, from 1
    std::string code;
    std::string administration;       // slug or Arabic name; empty: whoever imports
    std::string merged_into, reason;  // code of the sheet that holds it now, and why
    std::vector<std::function<void(Sheet&)>> puts;
    std::vector<Said> faults;     // the row is not taken
    std::vector<Said> proposals;  // what a person must confirm
};
using Take = std::function<void(Incoming)>;

// Tells the form from the bytes and hands over sheet by sheet; says why where the file is not read
// at all, and then nothing was handed over.
std::optional<Said> read_import(std::string_view bytes, Take const&);

namespace import {
using Rows = std::vector<std::pair<int, std::vector<std::string>>>;
std::optional<Said> from_csv(std::string_view text, Take const&);
std::optional<Said> from_workbook(std::string_view bytes, Take const&);
std::optional<Said> from_json(std::string_view text,
                              Take const&);  // the portal's shape, or JSON-LD
std::optional<Said> from_rows(Rows const&, Take const&);

void put_text(Incoming&, std::string Names::* language, Names Sheet::* field, std::string text);
// Kept word for word; a number is proposed and the term marked as to be confirmed.
void put_delay(Incoming&, std::string const& text);
void put_price(Incoming&, std::string const& text);
// The first number of days that the words name: "15 يوما", "2 semaines", "immédiat" is 0.
std::optional<int> days_in(std::string_view words);
std::string code_from(std::string_view words);  // for what brings none: the same for the same words
}  // namespace import

enum class ImportVerdict : std::uint8_t { added, changed, same, fault };
inline constexpr std::array import_verdicts{ImportVerdict::fault, ImportVerdict::added,
                                            ImportVerdict::changed, ImportVerdict::same};
std::string_view name_of(ImportVerdict);

struct ImportLine {
    int row = 0;
    std::string code;
    Names title{};
    ImportVerdict verdict = ImportVerdict::same;
    std::vector<Said> what{};             // faults, else what is to be confirmed
    std::vector<Objection> objections{};  // of the gate: what keeps it from being submitted
};
struct ImportReport {
    std::optional<Said> refused;
    std::vector<ImportLine> lines;  // by row
    std::int64_t count(ImportVerdict) const;
    std::string text() const;  // English: a line for each thing to say, then the sums
};

// For whom it is done.
struct ImportAsk {
    AdministrationId owner{0};  // of rows that name no administration; 0: they are faults
    PersonId by{0};
    // What may be done with the sheets of that administration; nothing at all: its rows are faults.
    std::function<Hands(db::Reader&, AdministrationId)> hands;
};
// Safe to repeat: a row that says what the draft says already changes nothing.
ImportReport import_sheets(db::Writer&, Desk const&, directory::Picture const&,
                           std::string_view bytes, ImportAsk const&, Instant now);
// The same, writing nothing.
ImportReport examine_import(db::Reader&, Desk const&, directory::Picture const&,
                            std::string_view bytes, ImportAsk const&, Instant now);

}  // namespace wasl::procedures
