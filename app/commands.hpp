// SPDX-License-Identifier: Apache-2.0
// What `wasl` can be told on the command line. Each command is one function that returns the
// program's exit status: 0 done, 1 it could not be done, 2 it was asked wrongly.
#pragma once

#include <filesystem>
#include <string>

#include "platform/config/config.hpp"

namespace wasl::app {

// Reads the configuration, or says every mistake on standard error and ends the program: nobody
// should serve citizens with half of what the operator meant.
config::Config configured(std::filesystem::path const& file);

int check_config(std::filesystem::path const& file);
int print_config_docs();

int migrate(config::Config const&, bool quiet);
// Serves until it is told to end. `announce`: says on standard output where, once it listens.
int serve(config::Config const&, bool announce);
// Runs what the calendar starts: once what is due now, or until it is told to end.
int run_jobs(config::Config const&, bool once);
int print_routes(config::Config const&);

// The province of Berkane as a demonstration. `once`: only what a former call already printed.
int seed(config::Config const&, bool once);
// Prints the one-time link that makes the first administrator.
int first_admin(config::Config const&, bool if_needed);
// A newer list of territory (CSV) or outlines (GeoJSON, TopoJSON).
int import_territory(config::Config const&, std::filesystem::path const& file,
                     std::string const& vintage, bool dry_run);
// Sheets from elsewhere, as drafts: CSV, XLSX, JSON of the portal, CPSV-AP JSON-LD.
int import_procedures(config::Config const&, std::filesystem::path const& file,
                      std::string const& administration, bool dry_run);

// Entries of the bank of projects from elsewhere: CSV, or records of digital public goods as JSON.
// `listed`: whoever runs this vouches for them; else each goes through the gate.
struct BankImport {
    std::string source;  // the collection, as people read it; empty: the file's name
    bool listed = false, dry_run = false;
};
int import_bank(config::Config const&, std::filesystem::path const& file, BankImport const&);

// The legal gate over a file of sheets: an array, or one a line. 1 where one is refused.
int gate(std::filesystem::path const& file);

// The table of a jury again, from its published record. 1 where the record cannot be read or was
// changed.
int recompute(std::filesystem::path const& file);

int back_up_all(config::Config const&, std::filesystem::path const& file);
// Everything, or one administration (its slug), as JSON lines and documents into an empty folder.
int export_all(config::Config const&, std::filesystem::path const& folder, std::string const& slug);
int restore_all(config::Config const&, std::filesystem::path const& file);
// What bin/bench measures on, beside the demonstration. Administrations are added until there are
// so many.
struct BenchSize {
    int dossiers = 20'000, procedures = 4'000, administrations = 0, people = 10'000, reports = 0;
    int entries = 0, projects = 0;
};
int bench_data(config::Config const&, BenchSize const&);
// The journal's chains, and every document: there, and what its name says.
int verify(config::Config const&);

}  // namespace wasl::app
