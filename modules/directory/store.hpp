// SPDX-License-Identifier: Apache-2.0
// All SQL of the directory.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "modules/directory/directory.hpp"

namespace wasl::directory::store {

struct Versions {
    std::int64_t picture = 0;
    std::int64_t calendar = 0;
};
Versions versions(db::Reader&);
// The new number. Everything the picture shows bumps `picture`; the calendar bumps both.
std::int64_t bump(db::Writer&, bool calendar);

std::vector<Administration> administrations(db::Reader&);
std::vector<Unit> units(db::Reader&);
std::vector<Territory> territories(db::Reader&);
std::vector<HolidayDecision> holiday_decisions(db::Reader&);  // oldest first

void insert(db::Writer&, Administration const&);
void insert(db::Writer&, Unit const&);
void insert(db::Writer&, Territory const&);
void update(db::Writer&, Territory const&);
void set_contact(db::Writer&, AdministrationId, Contact const&);
void rename(db::Writer&, UnitId, Names const&);
void set_closed(db::Writer&, UnitId, std::optional<Instant> at);
void set_parent(db::Writer&, AdministrationId, std::optional<AdministrationId>);
void insert(db::Writer&, HolidayDecision const&);

std::optional<AdministrationId> administration_with_slug(db::Reader&, std::string_view slug);
std::optional<Administration> administration(db::Reader&, AdministrationId);
std::optional<Unit> unit(db::Reader&, UnitId);

inline constexpr double degree_e4 = 10'000;
struct Boundary {
    TerritoryId territory{0};
    std::string rings;  // GeoJSON coordinates of a MultiPolygon
    std::int64_t west_e4 = 0, south_e4 = 0, east_e4 = 0, north_e4 = 0;
    std::string source;
};
void keep(db::Writer&, Boundary const&);
std::optional<Boundary> boundary(db::Reader&, TerritoryId);
// Outlines whose box meets that one, in ten-thousandths of a degree.
struct BoxE4 {
    std::int64_t west = 0, south = 0, east = 0, north = 0;
};
std::vector<Boundary> boundaries_in(db::Reader&, BoxE4 const&);

}  // namespace wasl::directory::store
