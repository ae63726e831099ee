// SPDX-License-Identifier: Apache-2.0
// From what was read to drafts. Through the desk, like everybody else.
#include "modules/procedures/import/import.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "modules/procedures/import/import_rows.hpp"
#include "modules/procedures/messages.hpp"
#include "platform/http/text.hpp"
#include "platform/i18n/i18n.hpp"

namespace wasl::procedures {
namespace {

// Bytes of Arabic letters in Windows-1256; in UTF-8 they never stand without a lead byte.
bool looks_like_windows_1256(std::string_view bytes) {
    auto const high = std::count_if(bytes.begin(), bytes.end(), [](char sign) {
        return static_cast<unsigned char>(sign) >= 0xC0;
    });
    return high > 20;
}

ImportReport taken(ImportRows rows, std::string_view bytes) {
    ImportReport report;
    std::set<std::string, std::less<>> seen;
    std::vector<Incoming> merged;
    report.refused = read_import(bytes, [&](Incoming one) {
        if (!seen.insert(one.code).second) one.faults.emplace_back(msg::import_fault_twice);
        if (one.merged_into.empty())
            report.lines.push_back(rows.take(one));
        else
            merged.push_back(std::move(one));
    });
    merged = in_order_of_merging(std::move(merged));
    auto const first = report.lines.size();
    for (auto const& one : merged) report.lines.push_back(rows.take_merged(one, seen));
    for (std::size_t n = 0; n < merged.size(); ++n) rows.merge(merged[n], report.lines[first + n]);
    std::sort(report.lines.begin(), report.lines.end(),
              [](ImportLine const& a, ImportLine const& b) { return a.row < b.row; });
    return report;
}

}  // namespace

std::optional<Said> read_import(std::string_view bytes, Take const& take) {
    if (bytes.size() > import_bytes_max)
        return say(msg::import_refused_large, {number("count", import_bytes_max >> 20U)});
    if (bytes.starts_with("PK\x03\x04")) return import::from_workbook(bytes, take);
    if (!http::valid_utf8(bytes))
        return looks_like_windows_1256(bytes) ? say(msg::import_refused_windows)
                                              : say(msg::import_refused_encoding);
    auto const first = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    if (first != std::string_view::npos && (bytes[first] == '{' || bytes[first] == '['))
        return import::from_json(bytes.substr(first), take);
    return import::from_csv(bytes, take);
}

ImportReport import_sheets(db::Writer& db, Desk const& desk, directory::Picture const& places,
                           std::string_view bytes, ImportAsk const& ask, Instant now) {
    return taken({db, &db, desk, places, ask, now}, bytes);
}
ImportReport examine_import(db::Reader& db, Desk const& desk, directory::Picture const& places,
                            std::string_view bytes, ImportAsk const& ask, Instant now) {
    return taken({db, nullptr, desk, places, ask, now}, bytes);
}

std::string_view name_of(ImportVerdict verdict) {
    switch (verdict) {
        case ImportVerdict::added: return "added";
        case ImportVerdict::changed: return "changed";
        case ImportVerdict::same: return "same";
        case ImportVerdict::fault: return "fault";
    }
    return "fault";
}

std::int64_t ImportReport::count(ImportVerdict verdict) const {
    return std::count_if(lines.begin(), lines.end(),
                         [&](ImportLine const& line) { return line.verdict == verdict; });
}

std::string ImportReport::text() const {
    auto const english = [](Said const& what) { return i18n::sentence(Language::en, what); };
    if (refused) return english(*refused) + "\n";
    std::string out;
    for (auto const& line : lines) {
        auto const about = "row " + std::to_string(line.row) + ", " + line.code;
        bool const fault = line.verdict == ImportVerdict::fault;
        for (auto const& what : line.what)
            out += about + (fault ? ": " : ", to be confirmed: ") + english(what) + "\n";
        for (auto const& one : line.objections)
            out += about + ", before it is submitted: " + one.field + " " +
                   std::string(one.article) + " " + english(one.what) + "\n";
    }
    out += std::to_string(count(ImportVerdict::added)) + " added, " +
           std::to_string(count(ImportVerdict::changed)) + " changed, " +
           std::to_string(count(ImportVerdict::same)) + " the same, " +
           std::to_string(count(ImportVerdict::fault)) + " not taken\n";
    return out;
}

}  // namespace wasl::procedures
