// SPDX-License-Identifier: Apache-2.0
// What the pages of this module need, and their doors by the half they belong to.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "modules/reports/reports.hpp"
#include "platform/files/files.hpp"

namespace wasl::html {
class Assets;
}

namespace wasl::reports {

// What lies under the pins of a map beside our own outlines; empty: nothing does.
struct Tiles {
    std::string address;         // "https://tiles.example.ma/{z}/{x}/{y}.png"
    std::string by;              // whose pictures they are, as their licence asks
    std::filesystem::path file;  // .pmtiles with pictures, served by this house
};

// Must outlive the router.
struct Pages {
    Desk const& desk;
    files::Store& files;
    std::string site;         // "https://wasl.example.ma": in feeds, letters and GeoReport v2
    std::string controller;   // who answers for the data (09-08 art. 5); empty: the administration
    std::string cndp_number;  // stands beside every form that asks for personal data
    // The operator lets endpoints of private networks be called.
    bool private_addresses = false;
    html::Assets const* assets = nullptr;  // the scripts of maps and drafts; null: there are none
    std::filesystem::path assets_folder{};
    Tiles tiles{};
};

// /reports, /reports/new..., /reports/:number..., /account/reports
void add_public_pages(http::Router&, Pages const&);
void add_office_pages(http::Router&, Pages const&);  // /office/reports, /admin/reports
// /open311/v2/... (georeport_*.cpp)
void add_georeport(http::Router&, Pages const&);
void add_georeport_admin(http::Router&, Pages const&);  // /admin/open311, /office/open311
// What is refused below /open311 before a handler is asked: in the format of the path.
http::Response georeport_refusal(std::string_view path, int status, std::string_view why);

// /reports/map, /reports.atom, /api/v1/reports.geojson, /api/v1/reports.csv, and what the scripts
// of maps and drafts ask for: /reports/map/ground, /reports/new/commune, /ground.pmtiles,
// /reports/offline..., /worker.js
// Also what tells of reports elsewhere: /reports/figures, /reports/alerts..., /account/alerts,
// /reports/embed, /reports/widget
void add_map_pages(http::Router&, Pages const&);

}  // namespace wasl::reports
