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

}  // namespace wasl::app
