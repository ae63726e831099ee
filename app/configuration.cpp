// SPDX-License-Identifier: Apache-2.0
#include <cstdlib>
#include <iostream>

#include "app/commands.hpp"
#include "app/settings.hpp"
#include "app/settings_check.hpp"
#include "platform/db/programs.hpp"

namespace wasl::app {

namespace {

// The file named on the command line or by WASL_CONFIG, else wasl.toml in the data folder.
std::filesystem::path file_to_read(std::filesystem::path const& named) {
    if (!named.empty()) return named;
    if (char const* const file = std::getenv("WASL_CONFIG")) return file;
    char const* const folder = std::getenv("WASL_DATA");
    return std::filesystem::path(folder ? folder : "data") / "wasl.toml";
}

config::Config read(std::filesystem::path const& named, std::vector<config::Mistake>& mistakes) {
    auto const file = file_to_read(named);
    bool const asked_for = !named.empty() || std::getenv("WASL_CONFIG");
    if (asked_for && !std::filesystem::exists(file))
        mistakes.push_back({file.string(), "is not there"});
    auto config = config::Config::load(file, mistakes);
    check_settings(config, mistakes);
    return config;
}

void say(std::vector<config::Mistake> const& mistakes) {
    for (auto const& mistake : mistakes) std::cerr << mistake.where << ' ' << mistake.what << '\n';
}

// A house that serves and can never be copied is no house to start with.
std::optional<config::Mistake> no_backup(config::Config const& config) {
    auto const database = database_settings(config);
    if (database.url.starts_with("sqlite:")) return std::nullopt;
    try {
        db::for_programs(database);
    } catch (db::Breakdown const& breakdown) {
        return config::Mistake{"database.url", breakdown.what()};
    }
    return std::nullopt;
}

}  // namespace

config::Config configured(std::filesystem::path const& file) {
    std::vector<config::Mistake> mistakes;
    auto config = read(file, mistakes);
    if (mistakes.empty()) return config;
    say(mistakes);
    std::exit(2);
}

int check_config(std::filesystem::path const& file) {
    std::vector<config::Mistake> mistakes;
    auto const config = read(file, mistakes);
    if (mistakes.empty())
        if (auto mistake = no_backup(config)) mistakes.push_back(std::move(*mistake));
    say(mistakes);
    if (mistakes.empty()) std::cout << "the configuration is right\n";
    return mistakes.empty() ? 0 : 1;
}

int print_config_docs() {
    std::cout << config::documentation();
    return 0;
}

}  // namespace wasl::app
