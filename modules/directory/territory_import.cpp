// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <set>

#include "kernel/csv_table.hpp"
#include "kernel/embedded.hpp"
#include "kernel/text/fold.hpp"
#include "modules/directory/data.hpp"
#include "modules/directory/directory.hpp"
#include "modules/directory/store.hpp"

namespace wasl::directory {

namespace {

// Communes, urban and rural, are one rank: a rural commune that becomes urban is still the same.
int rank_of(TerritoryKind kind) {
    switch (kind) {
        case TerritoryKind::region: return 0;
        case TerritoryKind::prefecture:
        case TerritoryKind::province: return 1;
        case TerritoryKind::municipality:
        case TerritoryKind::commune: return 2;
        case TerritoryKind::arrondissement: return 3;
    }
    return 3;
}

std::optional<TerritoryKind> territory_kind_of(Csv const& csv, CsvRow const& row) {
    auto const type = csv.cell(row, {"kind", "type"});
    if (csv.cell(row, {"level"}) == "arrondissement") return TerritoryKind::arrondissement;
    if (type == "urban") return TerritoryKind::municipality;
    if (type == "rural") return TerritoryKind::commune;
    return territory_kind_named(type);
}

std::optional<double> degrees(std::string_view text) {
    // std::from_chars for double is not to be had everywhere; a point number of our own is.
    bool const below = text.starts_with('-');
    if (below) text.remove_prefix(1);
    double value = 0;
    double scale = 0;
    for (char const sign : text) {
        if (sign == '.' && scale == 0) {
            scale = 1;
        } else if (sign >= '0' && sign <= '9') {
            value = value * 10 + (sign - '0');
            scale *= 10;
        } else {
            return std::nullopt;
        }
    }
    if (text.empty()) return std::nullopt;
    if (scale > 1) value /= scale;
    return below ? -value : value;
}

bool is_code(std::string_view code) {
    return !code.empty() && code.size() <= 16 &&
           code.find_first_not_of("0123456789.") == std::string_view::npos;
}

// What is known already, to recognise a row again.
class KnownTerritories {
public:
    explicit KnownTerritories(std::vector<Territory> all) : all_(std::move(all)) {
        for (std::size_t i = 0; i < all_.size(); ++i) index(i);
    }

    Territory* with_code(std::string_view code, std::string_view vintage) {
        auto const found = codes_.find({std::string(vintage), std::string(code)});
        return found == codes_.end() ? nullptr : &all_[found->second];
    }
    Territory* with_any_code(std::string_view code) {
        auto const found = std::find_if(all_.begin(), all_.end(),
                                        [&](Territory const& t) { return t.code == code; });
        return found == all_.end() ? nullptr : &*found;
    }
    Territory* with_name(int rank, std::optional<TerritoryId> parent, std::string const& name) {
        auto const found = names_.find({rank, parent ? parent->value() : 0, lexis::folded(name)});
        return found == names_.end() ? nullptr : &all_[found->second];
    }
    void add(Territory const& one) {
        all_.push_back(one);
        index(all_.size() - 1);
    }

private:
    void index(std::size_t i) {
        auto const& one = all_[i];
        codes_.emplace(std::pair(one.vintage, one.code), i);
        names_.emplace(std::tuple(rank_of(one.kind), one.parent ? one.parent->value() : 0,
                                  lexis::folded(one.name.ar)),
                       i);
    }

    std::vector<Territory> all_;
    std::map<std::pair<std::string, std::string>, std::size_t> codes_;
    std::map<std::tuple<int, std::int64_t, std::string>, std::size_t> names_;
};

struct Read {
    Territory one;
    std::string parent_code;
    std::string fault;
    int line = 0;
};

Read read(Csv const& csv, CsvRow const& row, std::string_view vintage) {
    Read out;
    out.line = row.line;
    auto& one = out.one;
    one.code = csv.cell(row, {"code", "code_hcp"});
    one.name = {
        std::string(csv.cell(row, {"name_ar"})), std::string(csv.cell(row, {"name_fr"})), {}, {}};
    one.vintage = csv.has("vintage") ? csv.cell(row, {"vintage"}) : vintage;
    one.name_checked = csv.has("checked") ? csv.cell(row, {"checked"}) != "0"
                                          : csv.cell(row, {"ar_needs_review"}) != "1";
    out.parent_code = csv.cell(row, {"parent", "parent_code"});
    auto const lat = csv.cell(row, {"lat"});
    auto const lon = csv.cell(row, {"lon"});
    if (auto const kind = territory_kind_of(csv, row))
        one.kind = *kind;
    else
        out.fault = "unknown kind";
    if (!is_code(one.code)) out.fault = "code is not a number with its zeros";
    if (one.name.ar.empty()) out.fault = "no Arabic name";
    if (!lat.empty() || !lon.empty()) {
        auto const y = degrees(lat);
        auto const x = degrees(lon);
        // The Kingdom lies well inside this box; outside it columns were swapped.
        if (!y || !x || *y < 20 || *y > 37 || *x < -18 || *x > 0)
            out.fault = "position outside the Kingdom";
        else
            std::tie(one.lat, one.lon) = std::pair(*y, *x);
    }
    return out;
}

std::string difference(Territory const& before, Territory const& after) {
    std::string what;
    auto const differs = [&](std::string_view name, std::string_view from, std::string_view to) {
        if (from != to)
            what += std::string(what.empty() ? "" : ", ") + std::string(name) + " " +
                    std::string(from) + " -> " + std::string(to);
    };
    differs("kind", name_of(before.kind), name_of(after.kind));
    differs("name_ar", before.name.ar, after.name.ar);
    differs("name_fr", before.name.fr, after.name.fr);
    differs("code", before.code, after.code);
    differs("vintage", before.vintage, after.vintage);
    differs("parent", std::to_string(before.parent ? before.parent->value() : 0),
            std::to_string(after.parent ? after.parent->value() : 0));
    differs("checked", before.name_checked ? "1" : "0", after.name_checked ? "1" : "0");
    auto const e4 = [](double x) { return std::to_string(std::llround(x * 10'000)); };
    differs("lat", e4(before.lat), e4(after.lat));
    differs("lon", e4(before.lon), e4(after.lon));
    return what;
}

// No position says nothing new, and the last of four decimals (ten metres) is a matter of rounding.
bool is_same_seat(Territory const& before, Territory const& after) {
    auto const near = [](double a, double b) { return std::abs(a - b) < 0.00015; };
    bool const none = after.lat == 0 && after.lon == 0;
    return none || (near(before.lat, after.lat) && near(before.lon, after.lon));
}

class Import {
public:
    Import(db::Writer& writer, bool dry_run)
        : writer_(writer), known_(store::territories(writer)), dry_run_(dry_run) {}

    ImportRow take(Read& row) {
        ImportRow out{row.line, RowVerdict::fault, row.one.code, row.one.name.ar, row.fault};
        if (!out.what.empty()) return out;
        auto& one = row.one;
        if (!seen_.insert(one.code).second) return out.what = "code twice in this file", out;
        if (rank_of(one.kind) > 0) {
            auto const* parent = known_.with_code(row.parent_code, one.vintage);
            if (!parent) parent = known_.with_any_code(row.parent_code);
            if (!parent) return out.what = "parent " + row.parent_code + " is not known", out;
            one.parent = parent->id;
        }
        auto* before = known_.with_code(one.code, one.vintage);
        if (!before) before = known_.with_name(rank_of(one.kind), one.parent, one.name.ar);
        return before ? change(*before, one, out) : add(one, out);
    }

private:
    ImportRow add(Territory& one, ImportRow& out) {
        one.id = db::fresh<TerritoryId>();
        out.verdict = RowVerdict::added;
        if (!dry_run_) store::insert(writer_, one);
        known_.add(one);
        return out;
    }

    ImportRow change(Territory& before, Territory& one, ImportRow& out) {
        one.id = before.id;
        if (one.name.fr.empty()) one.name.fr = before.name.fr;
        if (is_same_seat(before, one))
            std::tie(one.lat, one.lon) = std::pair(before.lat, before.lon);
        out.what = difference(before, one);
        out.verdict = out.what.empty() ? RowVerdict::same : RowVerdict::changed;
        if (out.what.empty()) return out;
        if (!dry_run_) store::update(writer_, one);
        known_.add(one);
        return out;
    }

    db::Writer& writer_;
    KnownTerritories known_;
    std::set<std::string> seen_;
    bool dry_run_;
};

}  // namespace

ImportReport import_territory(db::Writer& writer, std::string_view text, std::string_view vintage,
                              bool dry_run) {
    Csv const csv(text);
    ImportReport report;
    if (!csv.has("name_ar") || !(csv.has("code") || csv.has("code_hcp"))) {
        report.rows.push_back({1, RowVerdict::fault, {}, {}, "no header with code and name_ar"});
        return report;
    }
    std::vector<Read> rows;
    for (auto const& row : csv.rows()) rows.push_back(read(csv, row, vintage));
    // Wholes before their parts, whatever the order of the file.
    std::sort(rows.begin(), rows.end(), [](Read const& a, Read const& b) {
        return std::pair(rank_of(a.one.kind), a.line) < std::pair(rank_of(b.one.kind), b.line);
    });
    Import import(writer, dry_run);
    for (auto& row : rows) report.rows.push_back(import.take(row));
    bool const written = report.count(RowVerdict::added) + report.count(RowVerdict::changed) > 0;
    if (written && !dry_run) store::bump(writer, false);
    return report;
}

std::int64_t ImportReport::count(RowVerdict verdict) const {
    return std::count_if(rows.begin(), rows.end(),
                         [&](ImportRow const& row) { return row.verdict == verdict; });
}

std::string ImportReport::text() const {
    static constexpr std::array<std::string_view, 4> names{"added", "changed", "same", "fault"};
    std::string out;
    for (auto const& row : rows) {
        if (row.verdict == RowVerdict::same) continue;
        out += "line " + std::to_string(row.line) + ": " +
               std::string(names[static_cast<std::size_t>(row.verdict)]) + " " + row.code + " " +
               row.name + (row.what.empty() ? "" : ": " + row.what) + "\n";
    }
    for (std::size_t i = 0; i < names.size(); ++i)
        out += std::to_string(count(static_cast<RowVerdict>(i))) + " " + std::string(names[i]) +
               (i + 1 < names.size() ? ", " : "\n");
    return out;
}

// Only into an empty table: a newer list that an operator imported is not to be set back.
std::int64_t seed_territory(db::Writer& writer) {
    if (!store::territories(writer).empty()) return 0;
    return import_territory(writer, embedded(data, "territory.tsv"), "2014", false)
        .count(RowVerdict::added);
}

}  // namespace wasl::directory
