// SPDX-License-Identifier: Apache-2.0
// What a file would do to the bank, row by row, and doing it.
#include "modules/bank/import.hpp"

#include <algorithm>
#include <set>

#include "modules/bank/inside.hpp"
#include "modules/bank/taxonomy.hpp"
#include "platform/http/text.hpp"
#include "platform/i18n/i18n.hpp"

namespace wasl::bank {

namespace {

std::string key_of(Incoming const& one) { return "import:" + one.key; }

ImportLine line_of(Incoming const& one) {
    ImportLine line;
    line.row = one.row;
    line.title = one.content.title;
    line.language = one.content.language;
    line.what = one.faults;
    if (!one.faults.empty()) line.verdict = ImportVerdict::fault;
    return line;
}

// What both are compared in: not in what reviewers and authors did since.
Source source_of(Incoming const& one, ImportAsk const& ask) {
    return {Origin::import, ask.source, one.team,    one.challenge,
            one.award,      one.url,    key_of(one), false};
}

ImportVerdict verdict_of(Incoming const& one, ImportAsk const& ask,
                         std::optional<Entry> const& known) {
    if (!known) return ImportVerdict::added;
    bool const same = known->content == one.content && known->source == source_of(one, ask) &&
                      known->owner_name == one.owner_name;
    return same ? ImportVerdict::same : ImportVerdict::changed;
}

// Two rows of one key in one file: the second is a fault.
class Keys {
public:
    bool again(std::string const& key) { return !seen_.insert(key).second; }

private:
    std::set<std::string> seen_;
};

bool is_known(Desk::House const& house, procedures::Picture const& registry, Touch kind,
              std::string_view code) {
    switch (kind) {
        case Touch::procedure: return registry.entry(code) != nullptr;
        case Touch::obstacle: return obstacle_named(code) != nullptr;
        case Touch::life_event:
            return house.life_events.named && house.life_events.named(code) != nullptr;
        case Touch::indicator: return indicator_named(code) != nullptr;
        case Touch::data: return true;  // in one's own words
    }
    return false;
}

void check_codes(Incoming& one, Desk::House const& house, procedures::Picture const& registry) {
    for (std::size_t n = 0; n < touch_count; ++n) {
        auto const kind = static_cast<Touch>(n);
        auto const* const column = msg::find("touch." + std::string(name_of(kind)));
        for (auto const& code : one.content.touches.of(kind))
            if (!is_known(house, registry, kind, code))
                one.faults.push_back(
                    say(msg::refused_unknown_code, {text("code", code), word("column", *column)}));
    }
}

void check_row(Incoming& one, Keys& keys, Desk::House const& house,
               procedures::Picture const& registry) {
    settle(one.content.touches);
    check_codes(one, house, registry);
    if (!one.faults.empty()) return;
    if (one.content.title.empty())
        one.faults.push_back(say(msg::refused_untitled));
    else if (auto const fits = fits_in_length(one.content); fits.refused())
        one.faults.push_back(fits.refusal().what);
    if (one.faults.empty() && keys.again(one.key))
        one.faults.push_back(say(msg::refused_twice, {text("key", one.key)}));
}

Entry fresh_entry(Incoming const& one, ImportAsk const& ask, Date today, Instant now) {
    Entry entry;
    entry.id = db::fresh<EntryId>();
    entry.content = one.content;
    entry.source = source_of(one, ask);
    entry.owner_name = one.owner_name;
    entry.proposed_at = entry.changed_at = now;
    if (ask.as_listed) {
        entry.stage = Stage::listed;
        entry.listed_at = now;
        entry.confirmed_on = today;
    }
    return entry;
}

Outcome take(db::Writer& writer, Desk const& desk, Incoming const& one, ImportAsk const& ask,
             std::optional<Entry> const& known, ImportLine& line, Date today, Instant now) {
    if (line.verdict == ImportVerdict::added) {
        auto entry = fresh_entry(one, ask, today, now);
        if (!insert(writer, entry, {}, today)) return Done{};
        line.number = entry.number;
        note(
            writer, entry,
            {.action = "import", .from = "", .to = name_of(entry.stage), .by = ask.by, .now = now});
        return Done{};
    }
    auto after = *known;
    after.content = one.content;
    after.source = source_of(one, ask);
    after.owner_name = one.owner_name;
    auto const stage = name_of(after.stage);
    return record(
        writer, desk, *known, after,
        {.action = "update_import", .from = stage, .to = stage, .by = ask.by, .now = now});
}

// What a reviewer took out of an entry does not come back with the next file.
void stand_by_correction(db::Reader& reader, std::optional<Entry> const& known, ImportLine& line) {
    if (line.verdict != ImportVerdict::changed || !store::was_revised(reader, known->id)) return;
    line.verdict = ImportVerdict::fault;
    line.what.push_back(say(msg::refused_revised_here));
}

template<typename Do>
ImportReport each_row(db::Reader& reader, Desk const& desk, std::string_view bytes,
                      ImportAsk const& ask, Do act) {
    ImportReport report;
    auto read = read_import(bytes);
    if (read.refused()) {
        report.refused = read.refusal().what;
        return report;
    }
    Keys keys;
    auto const registry = desk.house().procedures.picture();
    for (auto& one : read.value()) {
        check_row(one, keys, desk.house(), *registry);
        auto line = line_of(one);
        auto const known = line.verdict == ImportVerdict::fault
                               ? std::nullopt
                               : store::by_source(reader, key_of(one));
        if (line.verdict != ImportVerdict::fault) {
            line.verdict = verdict_of(one, ask, known);
            if (known) line.number = known->number;
            stand_by_correction(reader, known, line);
        }
        if (line.verdict != ImportVerdict::fault) act(one, known, line);
        report.lines.push_back(std::move(line));
    }
    return report;
}

}  // namespace

std::string_view name_of(ImportVerdict verdict) {
    constexpr std::array<std::string_view, import_verdict_count> names{"added", "changed", "same",
                                                                       "fault"};
    return names[static_cast<std::size_t>(verdict)];
}

std::int64_t ImportReport::count(ImportVerdict verdict) const {
    return std::count_if(lines.begin(), lines.end(),
                         [&](ImportLine const& one) { return one.verdict == verdict; });
}

std::string ImportReport::text() const {
    auto const english = [](Said const& what) { return i18n::sentence(Language::en, what); };
    if (refused) return english(*refused) + "\n";
    std::string out;
    for (auto const& line : lines)
        for (auto const& what : line.what)
            out +=
                "row " + std::to_string(line.row) + ", " + line.title + ": " + english(what) + "\n";
    for (std::size_t n = 0; n < import_verdict_count; ++n) {
        auto const verdict = static_cast<ImportVerdict>(n);
        out += std::string(n == 0 ? "" : ", ") + std::to_string(count(verdict)) + " " +
               std::string(verdict == ImportVerdict::fault ? "not taken" : name_of(verdict));
    }
    return out + "\n";
}

Result<std::vector<Incoming>> read_import(std::string_view bytes) {
    auto text = bytes;
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    auto const first = text.find_first_not_of(" \t\r\n");
    Refusal const unread{Refused::invalid, say(msg::refused_file_unread), {}, "file"};
    if (first == std::string_view::npos || !http::valid_utf8(text) ||
        text.find('\0') != std::string_view::npos)
        return unread;
    bool const is_json = text[first] == '{' || text[first] == '[';
    if (is_json) return incoming_from_json(text);
    auto rows = incoming_from_csv(bytes);
    if (rows.empty() || rows.size() > import_rows_max) return unread;
    return rows;
}

ImportReport examine_import(db::Reader& reader, Desk const& desk, std::string_view bytes,
                            ImportAsk const& ask) {
    return each_row(reader, desk, bytes, ask,
                    [](Incoming const&, std::optional<Entry> const&, ImportLine&) {});
}

ImportReport take_import(db::Writer& writer, Desk const& desk, std::string_view bytes,
                         ImportAsk const& ask, Date today, Instant now) {
    bool changes = false;
    auto report =
        each_row(writer, desk, bytes, ask,
                 [&](Incoming const& one, std::optional<Entry> const& known, ImportLine& line) {
                     if (line.verdict == ImportVerdict::same) return;
                     auto const done = take(writer, desk, one, ask, known, line, today, now);
                     if (done.refused()) {
                         line.verdict = ImportVerdict::fault;
                         line.what.push_back(done.refusal().what);
                     } else {
                         changes = true;
                     }
                 });
    if (changes) desk.changed(writer, Desk::Changed::words);
    return report;
}

Result<ImportId> keep_import(db::Writer& writer, Waiting file, PersonId person) {
    if (store::imports_of(writer, person).size() >= waiting_max)
        return Refusal{
            Refused::conflict, say(msg::refused_many, {number("max", waiting_max)}), {}, "file"};
    file.id = db::fresh<ImportId>();
    store::insert(writer, file, person);
    return file.id;
}
Result<Waiting> waiting_import(db::Reader& reader, ImportId id, PersonId person) {
    auto found = store::import_of(reader, id, person);
    if (!found) return Refusal{Refused::not_found, say(msg::refused_not_found)};
    return std::move(*found);
}
std::vector<Waiting> waiting_imports(db::Reader& reader, PersonId person) {
    return store::imports_of(reader, person);
}

Outcome confirm_import(db::Writer& writer, Desk const& desk, ImportId id, PersonId person,
                       Date today, Instant now) {
    auto const file = TRY(waiting_import(writer, id, person));
    if (file.taken) return Done{};
    take_import(writer, desk, file.content,
                {.source = file.source, .as_listed = file.as_listed, .by = person}, today, now);
    store::set_taken(writer, id, now);
    return Done{};
}

Outcome drop_import(db::Writer& writer, ImportId id, PersonId person) {
    store::drop_import(writer, id, person);
    return Done{};
}

}  // namespace wasl::bank
