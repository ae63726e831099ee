// SPDX-License-Identifier: Apache-2.0
// modules/map.txt itself: each module once, knowing those above it alone, so that no two can come
// to know one another.
#include <sstream>

#include "tools/tidy/tree.hpp"

namespace wasl::tidy {

void check_map(Tree const& tree, Complaints& found) {
    auto const* const map = tree.find("modules/map.txt");
    std::set<std::string> above;
    for (std::size_t n = 0; map != nullptr && n < map->lines.size(); ++n) {
        auto const& line = map->lines[n];
        auto const colon = line.find(':');
        if (line.empty() || line.starts_with('#')) continue;
        auto const complain = [&](std::string what) {
            found.push_back({map->path, n + 1, std::move(what)});
        };
        if (colon == std::string::npos) {
            complain("a module, a colon, those it may know");
            continue;
        }
        std::istringstream words(line.substr(0, colon) + " " + line.substr(colon + 1));
        std::string mine;
        words >> mine;
        for (std::string theirs; words >> theirs;)
            if (!above.contains(theirs))
                complain(mine + " may only know those above it: " + theirs);
        if (!above.insert(mine).second) complain(mine + " is named twice");
    }
    std::set<std::string, std::less<>> missing;
    for (auto const& file : tree.files())
        if (!file.module().empty() && !above.contains(std::string(file.module())))
            missing.emplace(file.module());
    for (auto const& module : missing)
        found.push_back({"modules/map.txt", 0, "the module " + module + " is not named"});
}

}  // namespace wasl::tidy
