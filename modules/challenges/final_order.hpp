// SPDX-License-Identifier: Apache-2.0
// The order that people decide on, from the places that they typed for some.
#pragma once

#include <span>
#include <vector>

#include "kernel/result.hpp"
#include "modules/challenges/edition.hpp"

namespace wasl::challenges {

struct TypedPlace {
    TeamId team{0};
    std::int64_t place = 0;  // from 1
};
// Whoever was given a place stands there, the others fill the rest as computed. Refused with field
// "place_ID" where a place is given twice, or is none of theirs.
Result<std::vector<TeamId>> final_order(std::span<TeamId const> computed,
                                        std::span<TypedPlace const> typed);

}  // namespace wasl::challenges
