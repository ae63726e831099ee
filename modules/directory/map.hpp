// SPDX-License-Identifier: Apache-2.0
// A map drawn by the server: outlines and nothing else. All that it says stands in the list beside
// it, so that nobody needs it.
#pragma once

#include "modules/directory/store.hpp"
#include "modules/directory/views.hpp"

namespace wasl::directory {

// The outlines of the parts of a territory that have one; of itself where no part has.
std::vector<store::Boundary> outlines_in(db::Reader&, Picture const&, Territory const&);
// "M0,12L..." on a sheet of that width; north is up. Rings that cannot be read draw nothing.
struct Sheet {
    double west = 0, north = 0, per_lon = 0, per_lat = 0;  // units for a degree
    int width = 0, height = 0;
};
Sheet sheet_for(std::vector<store::Boundary> const&);
std::string path_of(Sheet const&, std::string_view rings);
void show_map(html::Html&, std::vector<store::Boundary> const&, html::Words const& title);

// Where an administration lies: its territory among the parts of the whole it belongs to, by their
// outlines where it has one, else by their seats. What is drawn is said as text below.
struct Situation {
    Territory const* one = nullptr;
    Territory const* whole = nullptr;       // null: a region, among the regions
    std::vector<Territory const*> parts;    // of the whole, `one` among them
    std::vector<store::Boundary> outlines;  // of those parts that have one
};
Situation situation_of(db::Reader&, Picture const&, Administration const&);
void show_situation(html::Html&, Situation const&);

}  // namespace wasl::directory
