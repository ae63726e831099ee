// SPDX-License-Identifier: Apache-2.0
// Inside platform/config only: from the file and the environment to settings, and what is wrong
// with each.
#pragma once

#include <optional>

#include "platform/config/config.hpp"

namespace wasl::config {

// What somebody wrote, before anybody knows whether it is right.
struct Setting {
    std::string where;
    std::string key;
    std::string value;                    // a list is joined by commas
    std::optional<Key::Kind> written_as;  // nothing for the environment, where all is text
};

std::vector<Setting> settings_of_file(std::filesystem::path const&, std::vector<Mistake>&);
std::vector<Setting> settings_of_environment(std::vector<Mistake>&);

// Why the value cannot be used, or nothing.
std::optional<std::string> fault_in(Key const&, Setting const&);

// "there is no such key; the nearest is http.port"
std::string unknown_key(std::string_view written);
std::string unknown_variable(std::string_view written);

}  // namespace wasl::config
