// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "modules/reports/alerts.hpp"
#include "modules/reports/filing_typed.hpp"
#include "modules/reports/places.hpp"

namespace wasl::reports::views {

struct AlertsPage {
    Known const& known;
    Pages const& pages;
    http::Request const& request;  // what was typed, in the address or in the form
    PlaceTyped const& place;
    std::span<directory::Territory const* const> communes;
    std::span<NamedPlace const> places;  // of the commune that was chosen
    std::string_view csrf;
    html::Faults const& faults;
    bool signed_in = false;
};
void alerts(html::Html&, AlertsPage const&);

struct OwnAlertsPage {
    Known const& known;
    std::span<Alert const> alerts;
    std::string_view csrf;
};
void own_alerts(html::Html&, OwnAlertsPage const&);

// Reached from a letter, by its key.
struct OpenedAlertPage {
    Known const& known;
    AlertId id{0};
    std::string_view key;
    std::span<Alert const> alerts;  // of the same address; none: it was ended
    std::string_view csrf;
    html::Faults const& faults;
};
void confirm_alert(html::Html&, OpenedAlertPage const&);
void stop_alert(html::Html&, OpenedAlertPage const&);

}  // namespace wasl::reports::views
