// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "modules/reports/places.hpp"

namespace wasl::reports::store {

// Each word is one that a name's word begins with; three at most are asked.
std::vector<NamedPlace> places_with_words(db::Reader&, std::vector<std::string> const& words,
                                          int most);
std::vector<NamedPlace> places_in(db::Reader&, TerritoryId, PlaceId quarter, int most);
std::optional<NamedPlace> place(db::Reader&, PlaceId);
bool any_places(db::Reader&);
void keep(db::Writer&, NamedPlace const&, std::vector<std::string> const& words, Instant now);
void drop_place(db::Writer&, PlaceId);

}  // namespace wasl::reports::store
