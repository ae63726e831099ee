// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <iostream>

#include "app/commands.hpp"

namespace wasl::app {

namespace {

// What the command line asked for; run once all of it is understood.
using Command = std::function<int()>;

struct Line {
    CLI::App program{"wasl: public administration, Arabic first"};
    std::filesystem::path file;
    bool quiet = false, announce = false, once = false;
    Command command;

    // A command that needs the configuration.
    CLI::App* add(std::string const& name, std::string const& what,
                  std::function<int(config::Config const&)> run) {
        auto* const made = program.add_subcommand(name, what);
        made->callback([this, run = std::move(run)] {
            command = [this, run] { return run(configured(file)); };
        });
        return made;
    }
};

void add_config(Line& line) {
    auto* const config = line.program.add_subcommand("config", "the configuration");
    config->require_subcommand(1);
    config->add_subcommand("check", "explain every mistake")->callback([&line] {
        line.command = [&line] { return check_config(line.file); };
    });
    config->add_subcommand("docs", "print docs/configuration.md")->callback([&line] {
        line.command = print_config_docs;
    });
}

void add_all(Line& line) {
    line.program.require_subcommand(1);
    line.program.add_option("--config", line.file,
                            "the configuration file (default: DATA/wasl.toml)");
    line.add("serve", "serve until told to end",
             [&line](auto const& config) { return serve(config, line.announce); })
        ->add_flag("--announce", line.announce, "say where, on standard output");
    line.add("migrate", "bring the database up to this program",
             [&line](auto const& config) { return migrate(config, line.quiet); })
        ->add_flag("--quiet", line.quiet, "say nothing where nothing went wrong");
    line.add("jobs", "run what the calendar starts",
             [&line](auto const& config) { return run_jobs(config, line.once); })
        ->add_flag("--once", line.once, "only what is due now");
    line.add("routes", "print who may enter where", print_routes);
    add_config(line);
}

}  // namespace

static int run(int count, char** words) {
    Line line;
    add_all(line);
    CLI11_PARSE(line.program, count, words);
    try {
        return line.command();
    } catch (std::exception const& broken) {
        std::cerr << "wasl: " << broken.what() << '\n';
        return 1;
    }
}

}  // namespace wasl::app

int main(int count, char** words) { return wasl::app::run(count, words); }
