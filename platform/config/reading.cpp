// SPDX-License-Identifier: Apache-2.0
#include "platform/config/reading.hpp"

#include <unistd.h>

#include <toml++/toml.h>
#include <sstream>

namespace wasl::config {

namespace {

std::string at(std::filesystem::path const& file, toml::source_region const& place) {
    std::ostringstream out;
    out << file.string() << ":" << place.begin.line << ":" << place.begin.column;
    return out.str();
}

std::optional<Setting> setting_of(toml::node const& node) {
    if (auto const* const text = node.as_string())
        return Setting{{}, {}, text->get(), Key::Kind::text};
    if (auto const* const number = node.as_integer())
        return Setting{{}, {}, std::to_string(number->get()), Key::Kind::number};
    if (auto const* const truth = node.as_boolean())
        return Setting{{}, {}, truth->get() ? "true" : "false", Key::Kind::truth};
    if (auto const* const list = node.as_array()) {
        std::string joined;
        for (auto const& one : *list) {
            auto const* const text = one.as_string();
            if (!text) return std::nullopt;
            joined += (joined.empty() ? "" : ",") + text->get();
        }
        return Setting{{}, {}, std::move(joined), Key::Kind::list};
    }
    return std::nullopt;
}

// [http] port = 8080 is the key "http.port".
void walk(toml::table const& table, std::string const& before, std::filesystem::path const& file,
          std::vector<Setting>& found, std::vector<Mistake>& mistakes) {
    for (auto const& [name, node] : table) {
        auto const key = before + std::string(name.str());
        if (auto const* const inner = node.as_table()) {
            walk(*inner, key + ".", file, found, mistakes);
            continue;
        }
        auto const where = at(file, name.source()) + " " + key;
        if (auto setting = setting_of(node)) {
            setting->where = where;
            setting->key = key;
            found.push_back(std::move(*setting));
        } else {
            mistakes.push_back({where,
                                "is neither a text, a whole number, true, false nor a "
                                "list of texts"});
        }
    }
}

}  // namespace

std::vector<Setting> settings_of_file(std::filesystem::path const& file,
                                      std::vector<Mistake>& mistakes) {
    std::vector<Setting> found;
    if (file.empty() || !std::filesystem::exists(file)) return found;
    try {
        walk(toml::parse_file(file.string()), "", file, found, mistakes);
    } catch (toml::parse_error const& error) {
        mistakes.push_back({at(file, error.source()), std::string(error.description())});
    }
    return found;
}

std::vector<Setting> settings_of_environment(std::vector<Mistake>& mistakes) {
    std::vector<Setting> found;
    for (char** entry = environ; entry && *entry; ++entry) {
        std::string_view const pair = *entry;
        auto const equals = pair.find('=');
        auto const name = pair.substr(0, equals);
        if (equals == std::string_view::npos || !name.starts_with("WASL_")) continue;
        // Read by the scripts of bin/ and by the tests, not by the program.
        if (name == "WASL_CONFIG" || name.starts_with("WASL_TEST_")) continue;
        bool known = false;
        for (auto const& key : keys()) {
            if (key.environment != name) continue;
            known = true;
            found.push_back({std::string(name), std::string(key.name),
                             std::string(pair.substr(equals + 1)), std::nullopt});
        }
        if (!known) mistakes.push_back({std::string(name), unknown_variable(name)});
    }
    return found;
}

}  // namespace wasl::config
