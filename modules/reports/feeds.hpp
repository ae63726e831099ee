// SPDX-License-Identifier: Apache-2.0
// Public reports for other programs: an Atom feed (RFC 4287), the same as
// RSS 2.0, GeoJSON (RFC 7946), CSV. What stands
// here is what everybody may read on the pages; no name of a person is among it.
#pragma once

#include <span>
#include <string>

#include "modules/reports/said.hpp"

namespace wasl::reports {

inline constexpr int feed_max = 50;     // reports
inline constexpr int data_max = 1'000;  // reports of one answer; a box or a period asks for others

// `self` is the feed's own address with all that narrows it: each feed has its own id.
std::string atom_of(Language, Known const&, std::string const& site, std::string const& self,
                    std::span<Pin const>);
std::string rss_of(Language, Known const&, std::string const& site, std::string const& self,
                   std::span<Pin const>);
std::string geojson_of(Known const&, std::string const& site, std::span<Pin const>);
std::string csv_of(Known const&, std::string const& site, std::span<Pin const>);

}  // namespace wasl::reports
