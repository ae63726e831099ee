// SPDX-License-Identifier: Apache-2.0
// What the invented editions of the demonstration are played on, their days counted from today.
#pragma once

#include <initializer_list>
#include <span>

#include "modules/challenges/seed.hpp"
#include "platform/clock/clock.hpp"

namespace wasl::challenges {

struct Stage {
    db::Writer& writer;
    Desk const& desk;
    DemoPeople const& people;
    Instant now;
    std::string_view code;

    Act act(http::Visitor const& by, Days before = Days{0}) const {
        return {.by = by, .edition = code, .now = now - before};
    }
};

// From the first day to the last, both included; before today: less than nothing.
struct DaysOfPhase {
    Phase phase;
    int first, last;
};
inline Phases around(Date today, std::initializer_list<DaysOfPhase> all) {
    Phases phases;
    for (auto const& [phase, first, last] : all)
        phases[static_cast<std::size_t>(phase)] =
            Span{clock::start_of_day_in_morocco(today + Days{first}),
                 clock::start_of_day_in_morocco(today + Days{last + 1})};
    return phases;
}

// The jury of an edition that is over (seed_past_jury.cpp): called while teams form; from its
// ballots to what is published, once the organiser has made a shortlist.
Outcome call_past_jury(Stage const&);
Outcome judge_past(Stage const&, std::span<TeamId const>);

inline Profile declared(Gender gender, std::string_view profession, std::string_view skills = {}) {
    Profile profile;
    profile.gender = gender;
    profile.profession = profession;
    profile.skills = skills;
    return profile;
}

}  // namespace wasl::challenges
