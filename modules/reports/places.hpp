// SPDX-License-Identifier: Apache-2.0
// Quarters and landmarks: how people name a place who have no map. Facts that an administrator
// enters or imports; nothing follows from them but what a form proposes.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "modules/reports/reports.hpp"

namespace wasl::reports {

using PlaceId = Id<struct PlaceTag>;
struct NamedPlace {
    PlaceId id{0};
    TerritoryId territory{0};
    PlaceId quarter{0};  // that a landmark lies in; 0: nobody has said, or it is a quarter
    bool is_quarter = false;
    Names name;                             // Arabic and French
    std::optional<geography::Point> point;  // none where nobody knows one
    std::string source;
};

// What every word of the question begins a word of; of its last word less where nothing has all.
std::vector<NamedPlace> places_like(db::Reader&, std::string_view words, int most);
// Of a commune, quarters first; of a quarter, its landmarks.
std::vector<NamedPlace> places_in(db::Reader&, TerritoryId, PlaceId quarter, int most);
// Quarters, each before its landmarks, then what lies in no quarter; no more than so many.
std::vector<NamedPlace> places_of_commune(db::Reader&, TerritoryId, int most);
std::optional<NamedPlace> named_place(db::Reader&, PlaceId);
bool any_places(db::Reader&);
// Its own; where nobody knows one, the seat of its commune.
geography::Point point_of(NamedPlace const&, directory::Territory const&);
std::string degrees_text(double);  // "34.92165", as a form's field carries it

// A new one where its id is 0. Refused where it has no name, no commune, or lies far from it.
Result<PlaceId> keep_place(db::Writer&, directory::Picture const&, http::Visitor const& by,
                           NamedPlace, Instant now);
// With its landmarks, where it is a quarter.
Outcome drop_place(db::Writer&, http::Visitor const& by, PlaceId, Instant now);

// CSV with a header line: kind (quarter, landmark), commune (its code, or its Arabic name where
// one commune alone bears it), quarter, name_ar, name_fr, lat, lon, source. A row is known again by
// its Arabic name within its commune and quarter, so it is safe to repeat.
struct PlacesImport {
    int added = 0, changed = 0, same = 0;
    std::vector<std::pair<int, Said>> faults;  // by line
};
Result<PlacesImport> import_places(db::Writer&, directory::Picture const&, http::Visitor const& by,
                                   std::string_view csv, Instant now);
// The administrative annexes of Berkane and Saidia, once; no position of theirs is known.
Outcome seed_places(db::Writer&, directory::Picture const&, Instant now);

}  // namespace wasl::reports
