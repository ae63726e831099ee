// SPDX-License-Identifier: Apache-2.0
// What the public's page files share.
#pragma once

#include <algorithm>

#include "modules/people/people.hpp"
#include "modules/reports/views_report.hpp"

namespace wasl::reports {

using PublicRoutes = std::span<http::Route<Pages> const>;
PublicRoutes act_routes();      // pages_people.cpp
PublicRoutes filing_routes();   // pages_filing.cpp
PublicRoutes photo_routes();    // pages_photos.cpp
PublicRoutes island_routes();   // pages_island.cpp
PublicRoutes offline_routes();  // pages_offline.cpp
PublicRoutes figures_routes();  // pages_figures.cpp
PublicRoutes alert_routes();    // pages_alerts.cpp
PublicRoutes widget_routes();   // pages_widget.cpp

// Of a form with photos: as many as a report may have, each as large as may be.
inline constexpr std::int64_t photos_bytes_max = http::operator""_MiB(64);

// What whoever filed it sees next.
html::Url address_after_filing(Filed const&);

// The communes for which somebody answers, by name.
std::vector<directory::Territory const*> served_communes(Known const&);

// What the address narrows the public's lists and maps to.
Narrow narrow_of(http::Request const&);

// `sent`: the photos of a form that was refused.
Shown report_page(Pages const&, http::Asked const&, Whole const&, html::Faults const&,
                  std::string_view author_key, FormPhotos const* sent = nullptr);

}  // namespace wasl::reports
