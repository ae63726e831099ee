// SPDX-License-Identifier: Apache-2.0
// Quarters and landmarks, as an administrator keeps them and as a form proposes them.
#pragma once

#include "modules/reports/filing_typed.hpp"
#include "modules/reports/places.hpp"
#include "modules/reports/views_settings.hpp"

namespace wasl::reports::bureau {

struct PlacesPage {
    Known const& known;
    std::span<directory::Territory const* const> communes;
    TerritoryId commune{0};
    std::span<NamedPlace const> places;  // of that commune: quarters, each before its landmarks
    PlacesImport const* imported = nullptr;
    html::Faults const& faults;
    std::string_view csrf;
    bool more = false;  // than are shown
};
void show_places(html::Html&, PlacesPage const&);

// As it is kept, or as it was typed.
struct PlaceFields {
    std::string id, territory, quarter, kind, name_ar, name_fr, lat, lon, source;
};
struct NamedPlacePage {
    Known const& known;
    PlaceFields const& fields;
    std::span<NamedPlace const> quarters;  // of its commune
    html::Faults const& faults;
    std::string_view csrf;
};
void show_place(html::Html&, NamedPlacePage const&);

}  // namespace wasl::reports::bureau

namespace wasl::reports::views {

// Links that fill the form: the name becomes what is said of the place, and its point where one is
// known. A quarter leads to its landmarks too.
void places_to_choose(html::Html&, Known const&, PlaceTyped const&,
                      std::span<NamedPlace const> places);

}  // namespace wasl::reports::views
