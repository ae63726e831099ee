// SPDX-License-Identifier: Apache-2.0
#include "modules/directory/store.hpp"

#include <cmath>

namespace wasl::directory::store {

static constexpr db::Sql version_of{"directory.version_of",
                                    "select version from directory_versions where name = $1"};
static constexpr db::Sql bump_one{
    "directory.bump_one",
    "update directory_versions set version = version + 1 where name = $1 returning version"};

static constexpr db::Sql all_administrations{
    "directory.all_administrations",
    "select id, parent, kind, slug, name_ar, name_fr, name_en, name_zgh, territory, address, "
    "phone, fax, email, website, hours_ar, hours_fr, head_ar, head_fr, governorate "
    "from directory_administrations"};
static constexpr db::Sql administration_by_id{
    "directory.administration_by_id",
    "select id, parent, kind, slug, name_ar, name_fr, name_en, name_zgh, territory, address, "
    "phone, fax, email, website, hours_ar, hours_fr, head_ar, head_fr, governorate "
    "from directory_administrations where id = $1"};
static constexpr db::Sql administration_by_slug{
    "directory.administration_by_slug", "select id from directory_administrations where slug = $1"};
static constexpr db::Sql insert_administration{
    "directory.insert_administration",
    "insert into directory_administrations (id, parent, kind, slug, name_ar, name_fr, name_en, "
    "name_zgh, territory, address, phone, fax, email, website, hours_ar, hours_fr, head_ar, "
    "head_fr, governorate) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, "
    "$15, $16, $17, $18, $19)"};
static constexpr db::Sql update_contact{
    "directory.update_contact",
    "update directory_administrations set address = $1, phone = $2, fax = $3, email = $4, "
    "website = $5, hours_ar = $6, hours_fr = $7 where id = $8"};

static constexpr db::Sql all_units{"directory.all_units",
                                   "select id, administration, name_ar, name_fr, closed_at "
                                   "from directory_units"};
static constexpr db::Sql unit_by_id{"directory.unit_by_id",
                                    "select id, administration, name_ar, name_fr, closed_at "
                                    "from directory_units where id = $1"};
static constexpr db::Sql insert_unit{
    "directory.insert_unit",
    "insert into directory_units (id, administration, name_ar, name_fr) values ($1, $2, $3, $4)"};
static constexpr db::Sql rename_unit{
    "directory.rename_unit", "update directory_units set name_ar = $1, name_fr = $2 where id = $3"};

static constexpr db::Sql close_unit_row{"directory.close_unit",
                                        "update directory_units set closed_at = $1 where id = $2"};
static constexpr db::Sql move_administration{
    "directory.move_administration",
    "update directory_administrations set parent = $1 where id = $2"};

static constexpr db::Sql all_territories{
    "directory.all_territories",
    "select id, parent, kind, name_ar, name_fr, name_en, name_zgh, code, vintage, lat_e4, lon_e4, "
    "name_checked from directory_territories"};
static constexpr db::Sql insert_territory{
    "directory.insert_territory",
    "insert into directory_territories (id, parent, kind, name_ar, name_fr, name_en, name_zgh, "
    "code, vintage, lat_e4, lon_e4, name_checked) "
    "values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"};
static constexpr db::Sql update_territory{
    "directory.update_territory",
    "update directory_territories set parent = $1, kind = $2, name_ar = $3, name_fr = $4, "
    "code = $5, vintage = $6, lat_e4 = $7, lon_e4 = $8, name_checked = $9 where id = $10"};

static constexpr db::Sql all_holiday_acts{
    "directory.all_holiday_acts",
    "select holiday, act, first_day, days, name_ar, name_fr, source, by_person, at_moment "
    "from directory_holiday_acts order by id"};
static constexpr db::Sql insert_holiday_act{
    "directory.insert_holiday_act",
    "insert into directory_holiday_acts (id, holiday, act, first_day, days, name_ar, name_fr, "
    "source, by_person, at_moment) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"};

static constexpr db::Sql select_boundary{
    "directory.boundary_of",
    "select territory, rings, west_e4, south_e4, east_e4, north_e4, source "
    "from directory_boundaries where territory = $1"};
static constexpr db::Sql boundaries_meeting{"directory.boundaries_in", R"sql(
    select territory, rings, west_e4, south_e4, east_e4, north_e4, source
    from directory_boundaries
    where west_e4 <= $1 and east_e4 >= $2 and south_e4 <= $3 and north_e4 >= $4
    order by territory
)sql"};
static constexpr db::Sql keep_boundary{
    "directory.keep_boundary",
    "insert into directory_boundaries (territory, rings, west_e4, south_e4, east_e4, north_e4, "
    "source) values ($1, $2, $3, $4, $5, $6, $7) on conflict (territory) do update set "
    "rings = excluded.rings, west_e4 = excluded.west_e4, south_e4 = excluded.south_e4, "
    "east_e4 = excluded.east_e4, north_e4 = excluded.north_e4, source = excluded.source"};

static constexpr std::array<std::string_view, 4> acts{"confirm", "move", "add", "cancel"};

static HolidayAct act_named(std::string_view name) {
    for (std::size_t i = 0; i < acts.size(); ++i)
        if (acts[i] == name) return static_cast<HolidayAct>(i);
    throw db::Breakdown("directory_holiday_acts: unknown act " + std::string(name));
}

template<typename T>
static T known_kind(std::optional<T> found, std::string_view what) {
    if (!found) throw db::Breakdown("directory: unknown kind " + std::string(what));
    return *found;
}

Versions versions(db::Reader& reader) {
    return {reader.count(version_of, "picture"), reader.count(version_of, "calendar")};
}

std::int64_t bump(db::Writer& writer, bool calendar) {
    if (calendar) writer.count(bump_one, "calendar");
    return writer.count(bump_one, "picture");
}

static Administration read_administration(db::Row const& row) {
    Administration one;
    one.id = row.id<AdministrationId>(0);
    one.parent = row.maybe_id<AdministrationId>(1);
    one.kind = known_kind(kind_named(row.text(2)), row.text(2));
    one.slug = row.str(3);
    one.name = {row.str(4), row.str(5), row.str(6), row.str(7)};
    one.territory = row.maybe_id<TerritoryId>(8);
    one.address = row.str(9);
    one.phone = row.str(10);
    one.fax = row.str(11);
    one.email = row.str(12);
    one.website = row.str(13);
    one.hours = {row.str(14), row.str(15), {}, {}};
    one.head_title = {row.str(16), row.str(17), {}, {}};
    one.governorate = row.flag(18);
    return one;
}

static Unit read_unit(db::Row const& row) {
    return {row.id<UnitId>(0),
            row.id<AdministrationId>(1),
            {row.str(2), row.str(3), {}, {}},
            !row.null(4)};
}

static Territory read_territory(db::Row const& row) {
    Territory one;
    one.id = row.id<TerritoryId>(0);
    one.parent = row.maybe_id<TerritoryId>(1);
    one.kind = known_kind(territory_kind_named(row.text(2)), row.text(2));
    one.name = {row.str(3), row.str(4), row.str(5), row.str(6)};
    one.code = row.str(7);
    one.vintage = row.str(8);
    if (!row.null(9)) one.lat = static_cast<double>(row.number(9)) / 10'000;
    if (!row.null(10)) one.lon = static_cast<double>(row.number(10)) / 10'000;
    one.name_checked = row.flag(11);
    return one;
}

static HolidayDecision read_decision(db::Row const& row) {
    HolidayDecision one;
    one.change.key = row.str(0);
    one.change.act = act_named(row.text(1));
    one.change.first = row.date(2);
    one.change.days = static_cast<int>(row.number(3));
    one.change.name = {row.str(4), row.str(5), {}, {}};
    one.change.source = row.str(6);
    one.by = row.id<PersonId>(7);
    one.at = row.moment(8);
    return one;
}

std::vector<Administration> administrations(db::Reader& reader) {
    return reader.select(all_administrations, read_administration);
}
std::vector<Unit> units(db::Reader& reader) { return reader.select(all_units, read_unit); }
std::vector<Territory> territories(db::Reader& reader) {
    return reader.select(all_territories, read_territory);
}
std::vector<HolidayDecision> holiday_decisions(db::Reader& reader) {
    return reader.select(all_holiday_acts, read_decision);
}

void insert(db::Writer& writer, Administration const& one) {
    writer.execute(insert_administration, one.id, one.parent, name_of(one.kind), one.slug,
                   one.name.ar, one.name.fr, one.name.en, one.name.zgh, one.territory, one.address,
                   one.phone, one.fax, one.email, one.website, one.hours.ar, one.hours.fr,
                   one.head_title.ar, one.head_title.fr, one.governorate);
}

void insert(db::Writer& writer, Unit const& one) {
    writer.execute(insert_unit, one.id, one.administration, one.name.ar, one.name.fr);
}

// A seat at exactly 0, 0 lies in the Gulf of Guinea: it means that the seat is unknown.
static std::optional<std::int64_t> seat_e4(Territory const& one, double degrees) {
    if (one.lat == 0 && one.lon == 0) return std::nullopt;
    return std::llround(degrees * 10'000);
}

void insert(db::Writer& writer, Territory const& one) {
    writer.execute(insert_territory, one.id, one.parent, name_of(one.kind), one.name.ar,
                   one.name.fr, one.name.en, one.name.zgh, one.code, one.vintage,
                   seat_e4(one, one.lat), seat_e4(one, one.lon), one.name_checked);
}

void update(db::Writer& writer, Territory const& one) {
    writer.execute(update_territory, one.parent, name_of(one.kind), one.name.ar, one.name.fr,
                   one.code, one.vintage, seat_e4(one, one.lat), seat_e4(one, one.lon),
                   one.name_checked, one.id);
}

void set_contact(db::Writer& writer, AdministrationId id, Contact const& contact) {
    writer.execute(update_contact, contact.address, contact.phone, contact.fax, contact.email,
                   contact.website, contact.hours.ar, contact.hours.fr, id);
}

void rename(db::Writer& writer, UnitId id, Names const& name) {
    writer.execute(rename_unit, name.ar, name.fr, id);
}

void set_closed(db::Writer& writer, UnitId id, std::optional<Instant> at) {
    writer.execute(close_unit_row, at, id);
}

void set_parent(db::Writer& writer, AdministrationId id, std::optional<AdministrationId> parent) {
    writer.execute(move_administration, parent, id);
}

void insert(db::Writer& writer, HolidayDecision const& one) {
    writer.execute(insert_holiday_act, db::next_id(), one.change.key,
                   acts[static_cast<std::size_t>(one.change.act)], one.change.first,
                   one.change.days, one.change.name.ar, one.change.name.fr, one.change.source,
                   one.by, one.at);
}

std::optional<AdministrationId> administration_with_slug(db::Reader& reader,
                                                         std::string_view slug) {
    return reader.one(
        administration_by_slug, [](db::Row const& row) { return row.id<AdministrationId>(0); },
        slug);
}
std::optional<Administration> administration(db::Reader& reader, AdministrationId id) {
    return reader.one(administration_by_id, read_administration, id);
}
std::optional<Unit> unit(db::Reader& reader, UnitId id) {
    return reader.one(unit_by_id, read_unit, id);
}

static Boundary read_boundary(db::Row const& row) {
    return {row.id<TerritoryId>(0), row.str(1),    row.number(2), row.number(3),
            row.number(4),          row.number(5), row.str(6)};
}

std::optional<Boundary> boundary(db::Reader& reader, TerritoryId territory) {
    return reader.one(select_boundary, read_boundary, territory);
}

std::vector<Boundary> boundaries_in(db::Reader& reader, BoxE4 const& box) {
    return reader.select(boundaries_meeting, read_boundary, box.east, box.west, box.north,
                         box.south);
}

void keep(db::Writer& writer, Boundary const& one) {
    writer.execute(keep_boundary, one.territory, one.rings, one.west_e4, one.south_e4, one.east_e4,
                   one.north_e4, one.source);
}

}  // namespace wasl::directory::store
