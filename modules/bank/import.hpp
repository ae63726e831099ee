// SPDX-License-Identifier: Apache-2.0
// Entries from elsewhere: a table with a line an entry, or records of digital public goods as JSON
// (one, an array of them, or one a line). Looked at before anything is written.
#pragma once

#include "modules/bank/bank.hpp"

namespace wasl::bank {

inline constexpr std::int64_t import_megabytes_max = 16;

// One entry as a file says it.
struct Incoming {
    int row = 0;  // in the file, from 1
    Content content;
    std::string key;  // by which it is known again
    std::string owner_name, team, challenge, award, url;
    std::vector<Said> faults;  // the row is not taken
};
// Says why where the file is not read at all.
Result<std::vector<Incoming>> read_import(std::string_view bytes);
std::vector<Incoming> incoming_from_csv(std::string_view text);      // import_csv.cpp
Result<std::vector<Incoming>> incoming_from_json(std::string_view);  // import_json.cpp

enum class ImportVerdict : std::uint8_t { added, changed, same, fault };
inline constexpr std::size_t import_verdict_count = 4;
std::string_view name_of(ImportVerdict);

struct ImportLine {
    int row = 0;
    std::string title, number;
    Language language = Language::ar;
    ImportVerdict verdict = ImportVerdict::same;
    std::vector<Said> what;
};
struct ImportReport {
    std::optional<Said> refused;
    std::vector<ImportLine> lines;
    std::int64_t count(ImportVerdict) const;
    std::string text() const;  // for a terminal, in English
};

struct ImportAsk {
    std::string source;      // the collection it comes from, as people read it
    bool as_listed = false;  // the reviewer vouches for it; else each entry goes through the gate
    PersonId by{0};
};
// Safe to repeat: a row that says what the entry says already changes nothing.
ImportReport examine_import(db::Reader&, Desk const&, std::string_view bytes, ImportAsk const&);
ImportReport take_import(db::Writer&, Desk const&, std::string_view bytes, ImportAsk const&,
                         Date today, Instant now);

// A file between the look at what would happen and the yes to it: what is confirmed is what was
// shown. Each is its sender's alone.
struct Waiting {
    ImportId id{0};
    std::string name, source, content;
    bool as_listed = false;
    Instant at{};
    std::optional<Instant> taken;
};
inline constexpr std::size_t waiting_max = 10;  // files of one person
Result<ImportId> keep_import(db::Writer&, Waiting, PersonId);
Result<Waiting> waiting_import(db::Reader&, ImportId, PersonId);
std::vector<Waiting> waiting_imports(db::Reader&, PersonId);  // without their content
// Pressed twice it acts once.
Outcome confirm_import(db::Writer&, Desk const&, ImportId, PersonId, Date today, Instant now);
Outcome drop_import(db::Writer&, ImportId, PersonId);

}  // namespace wasl::bank
