// SPDX-License-Identifier: Apache-2.0
// What lies under the pins: outlines where they were loaded, and the seats of communes.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "modules/reports/map_sheet.hpp"

namespace wasl::reports {

struct Underlay {
    std::vector<directory::TerritoryOutline> outlines;
    std::vector<directory::Territory const*> seats;  // in the box; few enough to be read
};
Underlay underlay(directory::Desk const&, db::Reader&, geography::Box const&,
                  std::span<directory::Territory const* const> communes);

// "M12 40L13 41...Z" on that sheet, without the points that would fall together there.
std::string path_of(Sheet const&, std::string_view rings);

// RFC 7946: MultiPolygons with their source, or Points; each with its names.
std::string geojson_of(Underlay const&, directory::Picture const&);

}  // namespace wasl::reports
