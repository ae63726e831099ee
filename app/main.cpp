// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <iostream>

#include "app/commands.hpp"

int main(int count, char** words) {
    CLI::App program{"wasl: public administration, Arabic first"};
    program.require_subcommand(1);
    std::filesystem::path file;
    program.add_option("--config", file, "the configuration file (default: DATA/wasl.toml)");

    int status = 0;
    auto* const config = program.add_subcommand("config", "the configuration");
    config->require_subcommand(1);
    config->add_subcommand("check", "explain every mistake")->callback([&] {
        status = wasl::app::check_config(file);
    });
    config->add_subcommand("docs", "print docs/configuration.md")->callback([&] {
        status = wasl::app::print_config_docs();
    });

    CLI11_PARSE(program, count, words);
    return status;
}
