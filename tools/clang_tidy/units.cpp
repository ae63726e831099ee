// SPDX-License-Identifier: Apache-2.0
#include "tools/clang_tidy/units.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <sstream>

namespace wasl::clang_tidy {

namespace fs = std::filesystem;

namespace {

std::string without(std::string text, std::string const& part) {
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at))
        text.erase(at, part.size());
    return text;
}

std::string text_of(boost::json::object const& entry, char const* key) {
    return std::string(entry.at(key).as_string());
}

// The word after -o: under this name ninja knows what the unit reads.
std::string object_of(std::string_view command) {
    auto const at = command.find(" -o ");
    if (at == std::string_view::npos) return {};
    command.remove_prefix(at + 4);
    return std::string(command.substr(0, command.find(' ')));
}

// What a file of the build's that compiles several sources at once includes
// (wasl_compile_together).
std::vector<std::string> sources_of(fs::path const& file) {
    std::vector<std::string> found;
    std::istringstream lines(read_text(file));
    for (std::string line; std::getline(lines, line);)
        if (auto const from = line.find('"'), until = line.rfind('"'); from < until)
            found.push_back(line.substr(from + 1, until - from - 1));
    return found;
}

}  // namespace

std::string sum(std::string_view text) {
    std::array<unsigned char, 20> bytes{};
    crypto_generichash(bytes.data(), bytes.size(),
                       reinterpret_cast<unsigned char const*>(text.data()), text.size(), nullptr,
                       0);
    std::array<char, 2 * 20 + 1> written{};
    return sodium_bin2hex(written.data(), written.size(), bytes.data(), bytes.size());
}

std::string read_text(fs::path const& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::string said_by(std::string const& command) {
    std::string said;
    std::array<char, 65536> part{};
    auto* const pipe = popen(command.c_str(), "r");
    if (pipe == nullptr) return {};
    while (auto const count = std::fread(part.data(), 1, part.size(), pipe))
        said.append(part.data(), count);
    return pclose(pipe) == 0 ? said : std::string{};
}

std::map<std::string, std::vector<std::string>> read_deps(std::string_view said) {
    std::map<std::string, std::vector<std::string>> deps;
    std::istringstream lines{std::string(said)};
    std::vector<std::string>* files = nullptr;
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("    ")) {
            if (files != nullptr) files->push_back(line.substr(4));
        } else if (auto const end = line.find(": #deps"); end != std::string::npos) {
            files = &deps[line.substr(0, end)];
        }
    }
    return deps;
}

std::vector<Unit> units(fs::path const& root, fs::path const& build) {
    auto const deps = read_deps(said_by("ninja -C '" + build.string() + "' -t deps"));
    auto const listed = boost::json::parse(read_text(build / "compile_commands.json"));
    std::vector<Unit> found;
    for (auto const& one : listed.as_array()) {
        auto const& entry = one.as_object();
        auto const path = fs::path(text_of(entry, "file"));
        auto const file = path.lexically_relative(root).string();
        bool const is_built = path.lexically_relative(build).string().rfind("..", 0) != 0;
        bool const is_together = path.parent_path() == build / "together";
        if (file.starts_with("..") || (is_built && !is_together)) continue;
        auto const command = text_of(entry, "command");
        auto const known = deps.find(object_of(command));
        found.push_back({file, is_together ? sources_of(path) : std::vector<std::string>{file},
                         without(without(command, build.string()), root.string()),
                         known == deps.end() ? std::vector<std::string>{} : known->second});
    }
    std::sort(found.begin(), found.end(),
              [](Unit const& a, Unit const& b) { return a.file < b.file; });
    // A file of two libraries (cmake/anchor.cpp) is looked at once.
    found.erase(std::unique(found.begin(), found.end(),
                            [](Unit const& a, Unit const& b) { return a.file == b.file; }),
                found.end());
    return found;
}

Sums::Sums(fs::path build, std::string common)
    : build_(std::move(build)), common_(std::move(common)) {}

std::string const& Sums::of_file(std::string const& name) {
    auto const [at, is_new] = files_.try_emplace(name);
    if (is_new) at->second = sum(read_text(build_ / name));
    return at->second;
}

std::string Sums::of(Unit const& unit) {
    if (unit.reads.empty()) return {};
    std::string all = common_ + '\n' + unit.file + '\n' + unit.command + '\n';
    for (auto const& name : unit.reads)
        // What a precompiled header holds is in cmake/, and in `common`.
        if (!name.ends_with(".pch") && name.find("cmake_pch.hxx") == std::string::npos)
            all += fs::path(name).filename().string() + ' ' + of_file(name) + '\n';
    return sum(all);
}

}  // namespace wasl::clang_tidy
