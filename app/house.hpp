// SPDX-License-Identifier: Apache-2.0
// The whole house, built by hand: each part is given what it knows, in the order of
// modules/map.txt. To learn what exists, read house.cpp from top to bottom.
#pragma once

#include "app/lately.hpp"
#include "app/settings.hpp"
#include "app/sweep.hpp"
#include "modules/bank/bank.hpp"
#include "modules/challenges/pages.hpp"
#include "modules/directory/directory.hpp"
#include "modules/dossiers/dossiers.hpp"
#include "modules/dossiers/pages.hpp"
#include "modules/notices/notices.hpp"
#include "modules/people/people.hpp"
#include "modules/procedures/procedures.hpp"
#include "modules/reports/georeport_sending.hpp"
#include "modules/reports/pages.hpp"
#include "platform/files/files.hpp"
#include "platform/jobs/jobs.hpp"

namespace wasl::app {

struct House {
    explicit House(config::Config const&);
    House(House const&) = delete;
    House& operator=(House const&) = delete;

    people::Procedures registry_for_mandates() const;
    // Every table of the house, lowest row first.
    static std::vector<db::SchemaStep> schema();
    // Applies what is missing; returns the names of the steps.
    std::vector<std::string> migrate(Instant now);
    // True where the embedded database is used: then `serve` migrates by itself.
    bool embedded() const { return database->engine() == db::Engine::sqlite; }

    // The doors of all modules; once, before the server starts.
    void open_doors(clock::Now = clock::now);
    std::vector<jobs::Job> jobs();
    // The modules that keep documents; whoever adds one that does adds it here.
    static std::vector<Contents> contents();
    // docs/routes.txt: every door, who may enter it, whose it is.
    std::string routes() const;

    std::filesystem::path data;
    std::unique_ptr<db::Database> database;
    files::Store files;
    html::Site site;

    directory::Desk directory;
    people::Desk people;
    people::DataRights rights;
    notices::Outbox notices;
    procedures::Desk procedures;
    dossiers::Desk dossiers;
    reports::Desk reports;
    reports::Sender sender;
    challenges::Desk challenges;
    bank::Desk bank;
    Lately lately;

    // What each module's pages were given; the router refers to them.
    Pages pages;
    directory::Pages directory_pages;
    people::Pages people_pages;
    notices::Pages notice_pages;
    procedures::Pages procedure_pages;
    dossiers::Pages dossier_pages;
    reports::Pages report_pages;
    challenges::Pages challenge_pages;
    bank::Pages bank_pages;
    http::Router router;
};

}  // namespace wasl::app
