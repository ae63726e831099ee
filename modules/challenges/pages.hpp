// SPDX-License-Identifier: Apache-2.0
// What the pages of this module need, and their doors by the half they belong to.
#pragma once

#include <string>

#include "modules/challenges/challenges.hpp"
#include "platform/files/files.hpp"

namespace wasl::challenges {

// Must outlive the router.
struct Pages {
    Desk const& desk;
    files::Store& files;
    std::string site;         // "https://wasl.example.ma": in feeds and calendars
    std::string controller;   // who answers for the data (09-08 art. 5); empty: the administration
    std::string cndp_number;  // stands beside every form that asks for personal data
};

// /challenges, /challenges/:code..., /account/challenges
void add_pages(http::Router&, Pages const&);

using Routes = std::span<http::Route<Pages> const>;
Routes edition_routes();      // pages_editions.cpp
Routes team_routes();         // pages_teams.cpp
Routes submission_routes();   // pages_submissions.cpp
Routes work_routes();         // pages_work.cpp
Routes coaching_routes();     // pages_coaching.cpp
Routes office_routes();       // pages_office.cpp
Routes jury_routes();         // pages_jury.cpp
Routes jury_office_routes();  // pages_jury_office.cpp

}  // namespace wasl::challenges
