// SPDX-License-Identifier: Apache-2.0
#include "tools/tidy/tree.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>

namespace wasl::tidy {

namespace fs = std::filesystem;

namespace {

// What people write by hand; everything else is data, made by a program or somebody else's.
bool is_ours(fs::path const& relative) {
    static std::set<std::string> const roots{"kernel", "platform", "modules", "app",
                                             "tools",  "tests",    "design",  "cmake",
                                             "bin",    "bench",    "judging"};
    static std::set<std::string> const kinds{".cpp",   ".hpp", ".css", ".sql", ".po",
                                             ".cmake", ".mjs", ".js",  ".sh",  ""};
    auto const first = relative.begin()->string();
    for (auto const& part : relative)
        if (part == "node_modules" || part == "data") return false;
    return roots.contains(first) && kinds.contains(relative.extension().string());
}

File read(fs::path const& path, std::string relative) {
    std::ifstream in(path, std::ios::binary);
    std::string const text{std::istreambuf_iterator<char>(in), {}};
    File file{std::move(relative), {}, text.empty() || text.back() == '\n'};
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) file.lines.push_back(line);
    return file;
}

}  // namespace

std::string_view File::stem() const {
    std::string_view name = path;
    name = name.substr(name.rfind('/') + 1);
    return name.substr(0, name.find('.'));
}

std::string_view File::module() const {
    if (!below("modules/")) return {};
    auto const rest = std::string_view(path).substr(8);
    auto const slash = rest.find('/');
    return slash == std::string_view::npos ? std::string_view{} : rest.substr(0, slash);
}

bool File::is_code() const { return path.ends_with(".cpp") || path.ends_with(".hpp"); }

bool File::is_test() const { return path.find("/tests/") != std::string::npos || below("tests/"); }

Tree::Tree(fs::path const& root) {
    for (auto at = fs::recursive_directory_iterator(root); at != fs::end(at); ++at) {
        auto const relative = at->path().lexically_relative(root);
        auto const name = at->path().filename().string();
        if (at->is_directory() && (name == "build" || name == ".git" || name == "node_modules"))
            at.disable_recursion_pending();
        else if (at->is_regular_file() && is_ours(relative))
            files_.push_back(read(at->path(), relative.generic_string()));
    }
    std::sort(files_.begin(), files_.end(),
              [](File const& a, File const& b) { return a.path < b.path; });
    if (fs::exists(root / "modules/map.txt"))
        files_.push_back(read(root / "modules/map.txt", "modules/map.txt"));
    read_map();
}

void Tree::read_map() {
    if (files_.empty() || files_.back().path != "modules/map.txt") return;
    for (auto const& line : files_.back().lines) {
        auto const colon = line.find(':');
        if (line.starts_with('#') || colon == std::string::npos) continue;
        std::istringstream words(line.substr(0, colon) + " " + line.substr(colon + 1));
        std::string name;
        words >> name;
        map_.emplace(name, std::set<std::string>(std::istream_iterator<std::string>(words), {}));
    }
}

File const* Tree::find(std::string_view path) const {
    for (auto const& file : files_)
        if (file.path == path) return &file;
    return nullptr;
}

std::string_view included(std::string_view line) {
    constexpr std::string_view start = "#include \"";
    if (!line.starts_with(start)) return {};
    line.remove_prefix(start.size());
    return line.substr(0, line.find('"'));
}

Complaints check(Tree const& tree) {
    Complaints found;
    check_map(tree, found);
    for (auto const& file : tree.files()) {
        check_form(file, found);
        if (file.is_code()) check_includes(tree, file, found);
        check_habits(file, found);
    }
    return found;
}

}  // namespace wasl::tidy
