// SPDX-License-Identifier: Apache-2.0
// Whether the teams are made of whom the organiser wants them to be made of. Pure.
#pragma once

#include <span>

#include "modules/challenges/team.hpp"

namespace wasl::challenges {

// A member, as far as it is counted.
struct Seat {
    TeamId team{0};
    Gender gender = Gender::unsaid;
    std::optional<directory::Kind> kind;  // of the administration it comes from
    std::string profession;
};

struct Measured {
    Target target;
    int value = 0;       // per cent, rounded down; of professions, the teams that have enough
    int count = 0;       // the members, or teams, that it was found in
    int of = 0;          // of how many; 0: there are none yet, and nothing is said
    bool holds = false;  // the target is reached
};
// As people compare what they typed: spelling folded, blanks at the ends and twice gone.
std::string compared(std::string_view typed);

std::vector<Measured> measure(std::span<Target const>, std::span<Seat const>);

}  // namespace wasl::challenges
