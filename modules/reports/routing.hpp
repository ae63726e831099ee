// SPDX-License-Identifier: Apache-2.0
// Which bodies answer for a category at a place: rows of data, and one rule. The row that knows
// more wins: first by its category (the leaf before its group before any), then by its territory
// (the commune before its province before anywhere). Rows that know equally much answer together,
// in the order of their rank: the commune for the lamp and the operator for the cable. Pure.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kernel/id.hpp"

namespace wasl::reports {

struct Route {
    std::string category;      // empty: any
    TerritoryId territory{0};  // 0: anywhere
    AdministrationId body{0};
    UnitId unit{0};  // 0: the body as a whole
    int rank = 0;    // the lowest is first responsible
};

// From the leaf up; the last is the whole ("", 0), which need not be named.
using CategoryLine = std::span<std::string_view const>;
using TerritoryLine = std::span<TerritoryId const>;

// First responsible first. Empty where no row covers the pair: the caller falls back, and the
// screen of uncovered pairs shows it.
std::vector<Route> routes_for(std::span<Route const>, CategoryLine, TerritoryLine);

}  // namespace wasl::reports
