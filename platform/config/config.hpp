// SPDX-License-Identifier: Apache-2.0
// One TOML file and environment variables (WASL_SECTION_KEY wins over the file). Every key, its
// default and what it is for is one row of a table, from which docs/configuration.md and
// `wasl config check` are made.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace wasl::config {

struct Key {
    std::string_view name;         // "http.port"
    std::string_view environment;  // "WASL_PORT"
    std::string_view standard;     // the default, as text
    enum class Kind { text, number, truth, path, url, list } kind;
    std::int64_t least = 0, most = 0;  // of a number; 0,0: any
    std::string_view what_for;
};
std::vector<Key> const& keys();

constexpr std::string_view name_of(Key::Kind kind) {
    switch (kind) {
        case Key::Kind::text: return "text";
        case Key::Kind::number: return "number";
        case Key::Kind::truth: return "true or false";
        case Key::Kind::path: return "path";
        case Key::Kind::url: return "address";
        case Key::Kind::list: return "list";
    }
    return "";
}

// docs/configuration.md, made from keys().
std::string documentation();

struct Mistake {
    std::string where;  // "wasl.toml:12:3 http.prot" or "WASL_PORT"
    std::string what;   // what is wrong and what would be right, one sentence for an operator
};

class Config {
public:
    // Reads the file if it exists, then the environment. What is wrong is a row of `mistakes`,
    // and its key keeps the default.
    static Config load(std::filesystem::path const& file, std::vector<Mistake>& mistakes);

    std::string const& text(std::string_view key) const;  // Bug where no such key
    std::int64_t number(std::string_view key) const;
    bool truth(std::string_view key) const;
    std::vector<std::string> list(std::string_view key) const;
    std::filesystem::path path(std::string_view key) const;  // relative ones from the data folder

private:
    std::map<std::string, std::string, std::less<>> values_;
};

}  // namespace wasl::config
