// SPDX-License-Identifier: Apache-2.0
// What the pages of this module need, and their doors by the half they belong to.
#pragma once

#include <string>

#include "modules/challenges/challenges.hpp"
#include "platform/files/files.hpp"

namespace wasl::challenges {

// Under which names an administration writes: the Kingdom first, itself last.
using Letterhead = std::function<std::vector<std::string>(AdministrationId)>;

// What became of a project where projects are kept after their edition: as its keeper says it.
struct Afterlife {
    std::string number;  // of its page
    Said stage;
    int adoptions = 0, live = 0;  // that are not over; of them in daily use
    bool is_public = false;       // everybody may read that page
};
using After =
    std::function<std::optional<Afterlife>(db::Reader&, std::string_view edition, TeamId)>;

// Must outlive the router.
struct Pages {
    Desk const& desk;
    files::Store& files;
    std::string site;         // "https://wasl.example.ma": in feeds and calendars
    std::string controller;   // who answers for the data (09-08 art. 5); empty: the administration
    std::string cndp_number;  // stands beside every form that asks for personal data
    Letterhead letterhead;
    After after;
};

// /challenges, /challenges/:code..., /account/challenges, /certificates
void add_pages(http::Router&, Pages const&);

using Routes = std::span<http::Route<Pages> const>;
Routes edition_routes();      // pages_editions.cpp
Routes team_routes();         // pages_teams.cpp
Routes submission_routes();   // pages_submissions.cpp
Routes work_routes();         // pages_work.cpp
Routes coaching_routes();     // pages_coaching.cpp
Routes office_routes();       // pages_office.cpp
Routes certificate_routes();  // pages_certificates.cpp
Routes jury_routes();         // pages_jury.cpp
Routes jury_office_routes();  // pages_jury_office.cpp
Routes jury_paper_routes();   // pages_jury_papers.cpp
Routes jury_first_routes();   // pages_jury_first.cpp
Routes poll_routes();         // pages_polls.cpp

}  // namespace wasl::challenges
