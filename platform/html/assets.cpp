// SPDX-License-Identifier: Apache-2.0
#include "platform/html/assets.hpp"

#include <algorithm>
#include <fstream>
#include <stdexcept>

namespace wasl::html {

Assets Assets::read(std::filesystem::path const& folder) {
    auto const list = folder / "manifest.tsv";
    std::ifstream in(list);
    if (!in) throw std::runtime_error(list.string() + ": cannot be read (run bin/assets)");
    Assets assets;
    for (std::string line; std::getline(in, line);)
        if (auto const tab = line.find('\t'); tab != line.npos)
            assets.names_.emplace_back(line.substr(0, tab), "/assets/" + line.substr(tab + 1));
    std::sort(assets.names_.begin(), assets.names_.end());
    return assets;
}

static auto find(std::vector<std::pair<std::string, std::string>> const& names,
                 std::string_view name) {
    auto const found = std::lower_bound(
        names.begin(), names.end(), name,
        [](auto const& row, std::string_view wanted) { return row.first < wanted; });
    return found != names.end() && found->first == name ? found : names.end();
}

bool Assets::has(std::string_view name) const { return find(names_, name) != names_.end(); }

Url Assets::url(std::string_view name) const {
    auto const found = find(names_, name);
    if (found != names_.end()) return UrlMaker::local(found->second, false);
    std::string path = "/assets/";
    append_encoded(path, name);
    return UrlMaker::local(std::move(path), false);
}

}  // namespace wasl::html
