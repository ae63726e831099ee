// SPDX-License-Identifier: Apache-2.0
// Where scripts run: the map (design/islands/map.js) and the drafts of a device (drafts.js). What
// stands here is hidden until they do.
#pragma once

#include "modules/reports/map_sheet.hpp"
#include "modules/reports/said.hpp"

namespace wasl::reports::views {

// To look at the pins of a box, with the filters of the page that was asked.
void map_to_look_at(html::Html&, Pages const&, geography::Box const&, http::Request const& asked);
// To point at a place within the form that stands around it, whose fields are lat, lon, territory.
void map_to_point_at(html::Html&, Pages const&, geography::Box const&);

// The reports that wait on this device, and what sends them. `whole`: on the page that is kept for
// when there is no network; elsewhere it is seen only where something waits.
void drafts(html::Html&, Pages const&, bool whole = false);

// A report is written without network. The form asks all that the ordinary one asks in four steps.
struct OfflinePage {
    Pages const& pages;
    Known const& known;
    std::span<directory::Territory const* const> communes;
};
void offline(html::Html&, OfflinePage const&);

}  // namespace wasl::reports::views
