// SPDX-License-Identifier: Apache-2.0
// From what was read to drafts. Through the desk, like everybody else.
#include "modules/procedures/import/import.hpp"

#include <algorithm>
#include <set>

#include "kernel/message.hpp"
#include "platform/http/text.hpp"

namespace wasl::procedures {
namespace {

// Bytes of Arabic letters in Windows-1256; in UTF-8 they never stand without a lead byte.
bool looks_like_windows_1256(std::string_view bytes) {
    auto const high = std::count_if(bytes.begin(), bytes.end(), [](char sign) {
        return static_cast<unsigned char>(sign) >= 0xC0;
    });
    return high > 20;
}

struct Importer {
    db::Writer& db;
    Desk const& desk;
    directory::Picture const& places;
    AdministrationId owner;
    PersonId by;
    Instant now;
    bool dry_run;

    AdministrationId owner_of(Incoming const& one) const {
        if (one.administration.empty()) return owner;
        auto const* found = places.by_slug(one.administration);
        if (found == nullptr) found = places.administration_named(one.administration);
        return found == nullptr ? AdministrationId{0} : found->id;
    }

    ImportLine take(Incoming const& one) const {
        ImportLine line{one.row, one.code, ImportVerdict::same, one.proposals};
        auto const fault = [&](std::string what) {
            if (line.verdict != ImportVerdict::fault) line.what.clear();
            line.verdict = ImportVerdict::fault;
            line.what.push_back(std::move(what));
        };
        for (auto const& what : one.faults) fault(what);
        auto const whose = owner_of(one);
        if (whose.value() == 0) fault("no administration is named \"" + one.administration + "\"");
        if (line.verdict == ImportVerdict::fault) return line;
        auto const known = desk.sheet_of_code(db, one.code);
        auto const draft = known ? desk.draft(db, *known) : std::nullopt;
        Sheet sheet = draft ? draft->sheet : Sheet{};
        if (draft && sheet.owner != whose) fault("the code belongs to another administration");
        if (line.verdict == ImportVerdict::fault) return line;
        if (!draft) sheet.channels = {Channel::counter};
        for (auto const& put : one.puts) put(sheet);
        if (sheet.title.ar.empty()) fault("no Arabic title");
        auto const text = to_json(sheet);
        if (auto const read = sheet_from_json(text); read.refused())
            fault("the sheet cannot be kept: " + std::string(read.refusal().what.message->key) +
                  " " + std::string(read.refusal().field));
        if (line.verdict == ImportVerdict::fault) return line;
        if (draft && to_json(draft->sheet) == text) {
            line.what.clear();
            return line;
        }
        line.verdict = draft ? ImportVerdict::changed : ImportVerdict::added;
        if (auto const kept = keep(one, draft, sheet, whose); kept.refused())
            fault("refused: " + std::string(kept.refusal().what.message->key));
        return line;
    }

    Outcome keep(Incoming const& one, std::optional<Draft> const& draft, Sheet const& sheet,
                 AdministrationId whose) const {
        if (dry_run) return Done{};
        if (draft) {
            TRY(desk.save_draft(db, draft->sheet.id, draft->edition, sheet, by, now));
            return Done{};
        }
        auto const id = TRY(desk.open_draft(db, one.code, whose, sheet.title, by, now));
        TRY(desk.save_draft(db, id, 1, sheet, by, now));
        return Done{};
    }
};

}  // namespace

ReadFile read_import(std::string_view bytes) {
    if (bytes.size() > import_bytes_max) return {"the file is larger than 64 MiB", {}};
    if (bytes.starts_with("PK\x03\x04")) return import::from_workbook(bytes);
    if (!http::valid_utf8(bytes))
        return {looks_like_windows_1256(bytes)
                    ? "the file is not UTF-8, perhaps Windows-1256: save it as \"CSV UTF-8\""
                    : "the file is not UTF-8: save it as \"CSV UTF-8\"",
                {}};
    auto const first = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    if (first != std::string_view::npos && (bytes[first] == '{' || bytes[first] == '['))
        return import::from_json(bytes.substr(first));
    return import::from_csv(bytes);
}

ImportReport import_sheets(db::Writer& db, Desk const& desk, directory::Picture const& places,
                           std::string_view bytes, AdministrationId owner, PersonId by, Instant now,
                           bool dry_run) {
    auto read = read_import(bytes);
    ImportReport report{std::move(read.refused), {}};
    Importer const importer{db, desk, places, owner, by, now, dry_run};
    std::set<std::string, std::less<>> seen;
    for (auto const& one : read.sheets) {
        if (seen.insert(one.code).second)
            report.lines.push_back(importer.take(one));
        else
            report.lines.push_back({one.row,
                                    one.code,
                                    ImportVerdict::fault,
                                    {"the code stands in an earlier row already"}});
    }
    return report;
}

std::int64_t ImportReport::count(ImportVerdict verdict) const {
    return std::count_if(lines.begin(), lines.end(),
                         [&](ImportLine const& line) { return line.verdict == verdict; });
}

std::string ImportReport::text() const {
    if (!refused.empty()) return refused + "\n";
    std::string out;
    for (auto const& line : lines)
        for (auto const& what : line.what)
            out += "row " + std::to_string(line.row) + ", " + line.code +
                   (line.verdict == ImportVerdict::fault ? ": " : ", to be confirmed: ") + what +
                   "\n";
    out += std::to_string(count(ImportVerdict::added)) + " added, " +
           std::to_string(count(ImportVerdict::changed)) + " changed, " +
           std::to_string(count(ImportVerdict::same)) + " the same, " +
           std::to_string(count(ImportVerdict::fault)) + " not taken\n";
    return out;
}

}  // namespace wasl::procedures
