// SPDX-License-Identifier: Apache-2.0
#include "platform/config/config.hpp"

#include <charconv>
#include <cstdlib>
#include <sstream>

#include "kernel/result.hpp"
#include "platform/config/reading.hpp"

namespace wasl::config {

namespace {

Key const* key_named(std::string_view name) {
    for (auto const& key : keys())
        if (key.name == name) return &key;
    return nullptr;
}

std::vector<std::string> parts(std::string const& text) {
    std::vector<std::string> found;
    std::istringstream in(text);
    for (std::string part; std::getline(in, part, ',');) {
        auto const from = part.find_first_not_of(' ');
        if (from == std::string::npos) continue;
        found.push_back(part.substr(from, part.find_last_not_of(' ') - from + 1));
    }
    return found;
}

}  // namespace

Config Config::load(std::filesystem::path const& file, std::vector<Mistake>& mistakes) {
    Config config;
    for (auto const& key : keys())
        config.values_.emplace(std::string(key.name), std::string(key.standard));

    auto const take = [&](Setting const& setting) {
        auto const* const key = key_named(setting.key);
        if (!key) {
            mistakes.push_back({setting.where, unknown_key(setting.key)});
            return;
        }
        if (auto fault = fault_in(*key, setting))
            mistakes.push_back({setting.where, std::move(*fault)});
        else
            config.values_[std::string(key->name)] = setting.value;
    };
    for (auto const& setting : settings_of_file(file, mistakes)) take(setting);
    for (auto const& setting : settings_of_environment(mistakes)) take(setting);
    return config;
}

std::string const& Config::text(std::string_view key) const {
    auto const found = values_.find(key);
    check(found != values_.end(), "a configuration key is a row of keys()");
    return found->second;
}

std::int64_t Config::number(std::string_view key) const {
    auto const& value = text(key);
    std::int64_t parsed = 0;
    auto const [end, error] = std::from_chars(value.data(), value.data() + value.size(), parsed);
    check(error == std::errc{} && end == value.data() + value.size(), "a number was checked");
    return parsed;
}

bool Config::truth(std::string_view key) const { return text(key) == "true"; }

std::vector<std::string> Config::list(std::string_view key) const { return parts(text(key)); }

std::filesystem::path Config::path(std::string_view key) const {
    std::filesystem::path value = text(key);
    if (value.empty() || value.is_absolute() || key == "data.folder") return value;
    return std::filesystem::path(text("data.folder")) / value;
}

}  // namespace wasl::config
