// SPDX-License-Identifier: Apache-2.0
// From what was asked to what the list shows; pages and API alike. Reads the picture alone.
#pragma once

#include "modules/procedures/views.hpp"
#include "platform/http/message.hpp"

namespace wasl::procedures {

// Who searches looks at the first few, with words that say why each was found; who leafs sees more.
inline constexpr std::size_t found_per_page = 10;
inline constexpr std::size_t listed_per_page = 20;

views::Filter filter_of(http::Request const&);
views::Catalogue catalogue_of(Picture const&, directory::Picture const&, views::Filter const&);

// Every sheet that the filter lets through, in the order of the list; for exports.
std::vector<Entry const*> every_sheet(Picture const&, directory::Picture const&,
                                      views::Filter const&);

// The administrations that offer it, by their Arabic names.
std::vector<views::Place> places_of(Entry const&, directory::Picture const&);

}  // namespace wasl::procedures
