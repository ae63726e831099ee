// SPDX-License-Identifier: Apache-2.0
// The pages that belong to no module: the first one, and those about the site.
#pragma once

#include <string>

#include "app/lately.hpp"
#include "modules/directory/directory.hpp"
#include "modules/dossiers/dossiers.hpp"
#include "modules/people/people.hpp"
#include "modules/procedures/procedures.hpp"
#include "platform/http/router.hpp"

namespace wasl::app {

// Who answers for the site, from the configuration.
struct Notice {
    std::string operator_ar, operator_fr, contact_email, cndp_number;
};

struct Pages {
    directory::Desk const& directory;
    people::Desk const& people;
    procedures::Desk const& procedures;
    dossiers::Desk const& dossiers;
    Lately const& lately;
    Notice notice;
    std::string site;  // "https://wasl.example.ma"
};

// Pages must outlive the router.
void add_home_pages(http::Router&, Pages const&);
void add_journal_pages(http::Router&, Pages const&);
void add_about_pages(http::Router&, Pages const&);
void add_machine_pages(http::Router&, Pages const&);
void add_api_description(http::Router&, Pages const&);

}  // namespace wasl::app
