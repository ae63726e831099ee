// SPDX-License-Identifier: Apache-2.0
#include "modules/reports/routing.hpp"

#include <algorithm>
#include <optional>
#include <tuple>

namespace wasl::reports {

namespace {

// How far from the leaf; nothing where the row is about something else.
std::optional<std::size_t> distance(CategoryLine line, std::string_view category) {
    if (category.empty()) return line.size();
    auto const found = std::find(line.begin(), line.end(), category);
    if (found == line.end()) return std::nullopt;
    return static_cast<std::size_t>(found - line.begin());
}
std::optional<std::size_t> distance(TerritoryLine line, TerritoryId territory) {
    if (territory.value() == 0) return line.size();
    auto const found = std::find(line.begin(), line.end(), territory);
    if (found == line.end()) return std::nullopt;
    return static_cast<std::size_t>(found - line.begin());
}

}  // namespace

std::vector<Route> routes_for(std::span<Route const> rows, CategoryLine categories,
                              TerritoryLine territories) {
    using Far = std::tuple<std::size_t, std::size_t>;
    std::optional<Far> nearest;
    std::vector<Route> found;
    for (auto const& row : rows) {
        auto const category = distance(categories, row.category);
        auto const territory = distance(territories, row.territory);
        if (!category || !territory) continue;
        Far const far{*category, *territory};
        if (nearest && far > *nearest) continue;
        if (!nearest || far < *nearest) found.clear();
        nearest = far;
        found.push_back(row);
    }
    std::sort(found.begin(), found.end(), [](Route const& a, Route const& b) {
        return std::pair(a.rank, a.body) < std::pair(b.rank, b.body);
    });
    return found;
}

}  // namespace wasl::reports
