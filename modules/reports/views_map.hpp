// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "modules/reports/map_ground.hpp"
#include "modules/reports/views_report.hpp"

namespace wasl::reports::views {

// What one picture holds.
struct Drawing {
    Sheet const& sheet;
    std::span<Pin const> pins;
    Underlay const& under;
};
void drawn(html::Html&, Drawing const&);
// A proper name in the picture, said to be of its language.
void name_at(html::Html&, Spot const&, Names const&);

// The map says nothing that the list under it does not say: it is one picture, and nobody who
// cannot see it lacks anything.
struct MapPage {
    Known const& known;
    Sheet const& sheet;
    std::span<Pin const> pins;  // in the box, newest first; at most as many as the map draws
    http::Request const& asked;
    std::span<directory::Territory const* const> communes;
    Underlay const& under;
    Pages const& pages;
    bool more = false;  // than are drawn
};
void map(html::Html&, MapPage const&);

}  // namespace wasl::reports::views
