// SPDX-License-Identifier: Apache-2.0
#include "kernel/csv_table.hpp"
#include "kernel/embedded.hpp"
#include "modules/directory/data.hpp"
#include "modules/directory/directory.hpp"
#include "modules/directory/store.hpp"

namespace wasl::directory {

// "مصلحة التعمير=Service de l'urbanisme;..."
static void insert_units(db::Writer& writer, AdministrationId owner, std::string_view units) {
    while (!units.empty()) {
        auto const one = units.substr(0, units.find(';'));
        units.remove_prefix(std::min(one.size() + 1, units.size()));
        auto const middle = one.find('=');
        check(middle != std::string_view::npos, "administrations.tsv: a unit has two names");
        store::insert(
            writer,
            Unit{
                db::fresh<UnitId>(),
                owner,
                {std::string(one.substr(0, middle)), std::string(one.substr(middle + 1)), {}, {}}});
    }
}

static Administration administration_of(Csv const& csv, CsvRow const& row) {
    auto const cell = [&](char const* column) { return std::string(csv.cell(row, {column})); };
    auto const kind = kind_named(cell("kind"));
    check(kind.has_value(), "administrations.tsv: a known kind");
    Administration one;
    one.id = db::fresh<AdministrationId>();
    one.kind = *kind;
    one.slug = cell("slug");
    one.name = {cell("name_ar"), cell("name_fr"), {}, {}};
    one.head_title = {cell("head_ar"), cell("head_fr"), {}, {}};
    one.governorate = cell("governorate") == "1";
    return one;
}

// Those of the table that are asked for and are not there yet.
static std::int64_t seed_rows(db::Writer& writer, bool (*asked_for)(Administration const&)) {
    Csv const csv(embedded(data, "administrations.tsv"));
    std::map<std::string, TerritoryId, std::less<>> territories;
    for (auto const& one : store::territories(writer)) territories.emplace(one.code, one.id);
    std::int64_t added = 0;
    for (auto const& row : csv.rows()) {
        auto one = administration_of(csv, row);
        if (auto const found = territories.find(csv.cell(row, {"territory"}));
            found != territories.end())
            one.territory = found->second;
        if (!asked_for(one) || store::administration_with_slug(writer, one.slug)) continue;
        if (auto const parent = csv.cell(row, {"parent"}); !parent.empty())
            one.parent = store::administration_with_slug(writer, parent);
        store::insert(writer, one);
        insert_units(writer, one.id, csv.cell(row, {"units"}));
        ++added;
    }
    if (added) store::bump(writer, false);
    return added;
}

std::int64_t seed_country(db::Writer& writer) {
    auto const added = seed_territory(writer);
    // What has no territory of its own is the State's, and everybody's.
    return added + seed_rows(writer, [](Administration const& one) { return !one.territory; });
}

std::int64_t seed_berkane(db::Writer& writer) {
    return seed_rows(writer, [](Administration const&) { return true; });
}

}  // namespace wasl::directory
