// SPDX-License-Identifier: Apache-2.0
// Quarters and landmarks from a table. Quarters stand before their landmarks, or are there already.
#include <algorithm>
#include <charconv>
#include <map>

#include "kernel/csv_table.hpp"
#include "kernel/text/fold.hpp"
#include "modules/reports/data.hpp"
#include "modules/reports/messages.hpp"
#include "modules/reports/places.hpp"
#include "modules/reports/said.hpp"

namespace wasl::reports {

namespace {

constexpr std::size_t rows_max = 20'000;
constexpr int places_max = 20'000;  // of one commune

std::optional<double> degrees_in_cell(std::string_view text) {
    double value = 0;
    auto const* const end = text.data() + text.size();
    auto const [stopped, fault] = std::from_chars(text.data(), end, value);
    if (fault != std::errc{} || stopped != end) return std::nullopt;
    return value;
}

Refusal unread(std::string_view field, Message const& why) {
    return {Refused::invalid, say(why), {}, std::string(field)};
}

class Import {
public:
    Import(db::Writer& writer, directory::Picture const& places, http::Visitor const& by,
           Instant now)
        : writer_(writer), places_(places), by_(by), now_(now) {}

    // True where the row is new or changes one.
    enum class Done { added, changed, same };
    Result<Done> take(Csv const& csv, CsvRow const& row) {
        auto one = TRY(read(csv, row));
        auto& known = in_commune(one.territory);
        auto const key = key_of(one);
        auto const found = known.find(key);
        bool const fresh = found == known.end();
        if (!fresh) one.id = found->second.id;
        if (!fresh && same(found->second, one)) return Done::same;
        one.id = TRY(keep_place(writer_, places_, by_, one, now_));
        known.insert_or_assign(key, one);
        return fresh ? Done::added : Done::changed;
    }

private:
    using Known = std::map<std::pair<std::int64_t, std::string>, NamedPlace>;

    static std::pair<std::int64_t, std::string> key_of(NamedPlace const& one) {
        return {one.quarter.value(), lexis::folded(one.name.ar)};
    }
    static bool same(NamedPlace const& a, NamedPlace const& b) {
        return a.name == b.name && a.is_quarter == b.is_quarter && a.source == b.source &&
               a.point.has_value() == b.point.has_value() &&
               (!a.point || geography::metres_between(*a.point, *b.point) < 2);
    }

    Known& in_commune(TerritoryId commune) {
        auto const [at, fresh] = known_.try_emplace(commune.value());
        if (!fresh) return at->second;
        for (auto& one : places_in(writer_, commune, PlaceId{0}, places_max)) {
            if (one.is_quarter)
                for (auto& inner : places_in(writer_, commune, one.id, places_max))
                    at->second.insert_or_assign(key_of(inner), std::move(inner));
            at->second.insert_or_assign(key_of(one), std::move(one));
        }
        return at->second;
    }

    // By its code, or by a name that one commune alone bears.
    Result<TerritoryId> commune(std::string_view said) {
        if (auto const* const one = places_.territory_coded(said); one && is_commune(*one))
            return one->id;
        std::optional<TerritoryId> found;
        auto const wanted = lexis::folded(said);
        for (auto const& one : places_.territories()) {
            if (!is_commune(one) || lexis::folded(one.name.ar) != wanted) continue;
            if (found) return unread("territory", msg::places_two_communes);
            found = one.id;
        }
        if (!found) return unread("territory", msg::refused_territory);
        return *found;
    }

    Result<NamedPlace> read(Csv const& csv, CsvRow const& row) {
        NamedPlace one;
        auto const kind = csv.cell(row, {"kind"});
        one.is_quarter = kind == "quarter";
        if (!one.is_quarter && kind != "landmark") return unread("kind", msg::places_kind);
        one.territory = TRY(commune(csv.cell(row, {"commune"})));
        one.name.ar = csv.cell(row, {"name_ar"});
        one.name.fr = csv.cell(row, {"name_fr"});
        one.source = csv.cell(row, {"source"});
        if (auto const quarter = csv.cell(row, {"quarter"}); !quarter.empty()) {
            auto const& known = in_commune(one.territory);
            auto const found = known.find({0, lexis::folded(quarter)});
            if (found == known.end()) return unread("quarter", msg::places_no_quarter);
            one.quarter = found->second.id;
        }
        auto const lat = csv.cell(row, {"lat"}), lon = csv.cell(row, {"lon"});
        if (lat.empty() && lon.empty()) return one;
        auto const y = degrees_in_cell(lat), x = degrees_in_cell(lon);
        if (!y || !x) return unread("lat", msg::refused_place);
        one.point = geography::Point{*y, *x};
        return one;
    }

    db::Writer& writer_;
    directory::Picture const& places_;
    http::Visitor const& by_;
    Instant now_;
    std::map<std::int64_t, Known> known_;
};

}  // namespace

Result<PlacesImport> import_places(db::Writer& writer, directory::Picture const& places,
                                   http::Visitor const& by, std::string_view text, Instant now) {
    Csv const csv(text);
    if (!csv.has("commune") || !csv.has("name_ar") || !csv.has("kind"))
        return Refusal{Refused::invalid, say(msg::places_columns), {}, "file"};
    if (csv.rows().size() > rows_max)
        return Refusal{
            Refused::too_large, say(msg::places_too_many, {number("count", rows_max)}), {}, "file"};
    PlacesImport report;
    Import import(writer, places, by, now);
    for (auto const& row : csv.rows()) {
        auto const done = import.take(csv, row);
        if (done.refused())
            report.faults.emplace_back(row.line, done.refusal().what);
        else if (done.value() == Import::Done::same)
            ++report.same;
        else
            ++(done.value() == Import::Done::added ? report.added : report.changed);
    }
    return report;
}

Outcome seed_places(db::Writer& writer, directory::Picture const& places, Instant now) {
    for (auto const& file : data) {
        if (file.name != "places.tsv") continue;
        auto const report = TRY(import_places(writer, places, http::Visitor{}, file.text, now));
        check(report.faults.empty(), "reports: the rows of places.tsv fit");
        return Done{};
    }
    throw Bug("reports: no embedded places.tsv");
}

}  // namespace wasl::reports
