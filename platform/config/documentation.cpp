// SPDX-License-Identifier: Apache-2.0
#include "platform/config/config.hpp"

namespace wasl::config {

namespace {

std::string standard_of(Key const& key) {
    return key.standard.empty() ? "empty" : "`" + std::string(key.standard) + "`";
}

std::string bounds_of(Key const& key) {
    if (key.least == 0 && key.most == 0) return "";
    return ", " + std::to_string(key.least) + " to " + std::to_string(key.most);
}

}  // namespace

std::string documentation() {
    std::string out =
        "# الإعدادات · Configuration\n\n"
        "This page is written by `wasl config docs`; a test compares it with the program.\n\n"
        "The program reads `wasl.toml` in the data folder (or the file that `--config` or\n"
        "`WASL_CONFIG` names), then the environment, which wins. Nothing has to be set: the\n"
        "defaults serve one commune on one machine. `wasl config check` explains every mistake\n"
        "with its line and the nearest right key.\n";
    std::string_view section;
    for (auto const& key : keys()) {
        auto const dot = key.name.find('.');
        if (key.name.substr(0, dot) != section) {
            section = key.name.substr(0, dot);
            out += "\n## [" + std::string(section) + "]\n";
        }
        out += "\n**`" + std::string(key.name.substr(dot + 1)) + "`** (" +
               std::string(name_of(key.kind)) + bounds_of(key) + "; default " + standard_of(key) +
               "; `" + std::string(key.environment) + "`)\n: " + std::string(key.what_for) + "\n";
    }
    return out;
}

}  // namespace wasl::config
