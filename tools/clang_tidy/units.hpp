// SPDX-License-Identifier: Apache-2.0
// What clang-tidy is to look at, and what each look depends on.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace wasl::clang_tidy {

// What is compiled at once: one source file, or several that the build includes in one of its own.
struct Unit {
    std::string file;                  // from the root: "kernel/date.cpp"
    std::vector<std::string> sources;  // from the root; `file` alone, or what it includes
    std::string command;               // with the root and the build's folder left out
    std::vector<std::string> reads;  // every file it includes, as ninja knows; empty: not built yet
};

// Of a build folder (compile_commands.json and what ninja remembers); sources whose text
// the build itself writes are left out.
std::vector<Unit> units(std::filesystem::path const& root, std::filesystem::path const& build);

// What stands in `ninja -t deps`: object -> files.
std::map<std::string, std::vector<std::string>> read_deps(std::string_view said);

// Sums of what a look depends on. Equal in every clone that holds the same.
class Sums {
public:
    // `common` is what concerns every unit: the version of clang-tidy, its settings.
    Sums(std::filesystem::path build, std::string common);
    // Nothing where the unit was not built, because nobody knows yet what it reads.
    std::string of(Unit const& unit);

private:
    std::string const& of_file(std::string const& name);
    std::filesystem::path build_;
    std::string common_;
    std::map<std::string, std::string> files_;
};

std::string sum(std::string_view text);
std::string read_text(std::filesystem::path const& path);
// What a command writes to its standard output; empty where it fails.
std::string said_by(std::string const& command);

}  // namespace wasl::clang_tidy
