// SPDX-License-Identifier: Apache-2.0
// The pages about GeoReport v2: who speaks to us, to whom we speak, and what is stuck on its way.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "modules/directory/directory.hpp"
#include "modules/reports/georeport_sending.hpp"
#include "modules/reports/georeport_store.hpp"
#include "platform/html/components.hpp"

namespace wasl::reports {

// What was typed, and what is wrong with it.
struct ClientForm {
    std::string name, per_hour = "1000";
    AdministrationId body{0};
    bool vouches = false;
};
struct EndpointForm {
    std::string address, jurisdiction, codes;
    AdministrationId body{0};
    bool updates = false;
};

struct GeoreportPage {
    directory::Picture const& places;
    std::vector<AdministrationId> bodies;  // that answer for reports somewhere
    std::vector<Client> clients;
    std::vector<Endpoint> endpoints;
    std::string_view csrf;
    std::string key{};  // of a new client: shown this once
    html::Faults faults{};
    ClientForm client{};
    EndpointForm endpoint{};
};
void show_georeport(html::Html&, GeoreportPage const&);

struct StuckPage {
    directory::Picture const& places;
    std::vector<Endpoint> endpoints;
    std::vector<Sending> sendings;
    std::string_view csrf;
    bool works_here = false;  // in an office: it has a list of reports
};
void show_stuck(html::Html&, StuckPage const&);

}  // namespace wasl::reports
