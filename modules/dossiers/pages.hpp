// SPDX-License-Identifier: Apache-2.0
// What the pages of this module need, and their doors by whom they are for.
#pragma once

#include <string>

#include "modules/dossiers/dossiers.hpp"
#include "platform/files/files.hpp"

namespace wasl::dossiers {

// Must outlive the router.
struct Pages {
    Desk const& desk;
    files::Store& files;
    std::string site;         // "https://wasl.example.ma": before /verify in the codes of papers
    std::string controller;   // who answers for the data (09-08 art. 5); empty: the administration
    std::string cndp_number;  // stands beside every form that asks for personal data
};

// All doors of the module.
void add_pages(http::Router&, Pages const&);

void add_citizen_pages(http::Router&, Pages const&);  // filing, my dossiers, papers, /verify
void add_api(http::Router&, Pages const&);            // /api/v1, api.cpp
void add_officer_pages(http::Router&, Pages const&);  // /desk
void add_public_pages(http::Router&, Pages const&);   // /compliance

}  // namespace wasl::dossiers
