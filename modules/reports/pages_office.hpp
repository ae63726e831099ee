// SPDX-License-Identifier: Apache-2.0
// What the files of the office's pages share.
#pragma once

#include <memory>
#include <span>

#include "modules/reports/office_acts.hpp"
#include "modules/reports/pages.hpp"
#include "platform/http/page.hpp"

namespace wasl::reports::bureau {

using Routes = std::span<http::Route<Pages> const>;
Routes act_routes();       // pages_acts.cpp
Routes settings_routes();  // pages_settings.cpp
Routes place_routes();     // pages_places.cpp

// What a page stands on, for as long as its answer is made.
struct Held {
    Held(Pages const&, http::Asked const&);
    Known known;
    PeopleNames people;
    Ground on;
};
// Who could do the work: officers and heads of that body.
std::vector<PersonId> officers_of(Pages const&, http::Asked const&, AdministrationId);
// A report of the visitor's own office; else not found.
Result<Whole> own_report(Pages const&, http::Asked const&, std::string_view number);
}  // namespace wasl::reports::bureau
