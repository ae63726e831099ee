// SPDX-License-Identifier: Apache-2.0
#include "modules/challenges/composition.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "kernel/text/fold.hpp"

namespace wasl::challenges {

std::string compared(std::string_view typed) {
    std::string out;
    for (char const c : lexis::folded(typed)) {
        bool const blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        if (!blank) out += c;
        if (blank && !out.empty() && out.back() != ' ') out += ' ';
    }
    if (out.ends_with(' ')) out.pop_back();
    return out;
}

static bool has(Seat const& seat, Trait trait) {
    switch (trait) {
        case Trait::women: return seat.gender == Gender::woman;
        case Trait::deconcentrated: return seat.kind == directory::Kind::deconcentrated;
        case Trait::collectivities: return seat.kind == directory::Kind::collectivity;
        case Trait::professions: break;
    }
    return false;
}

static Measured share(Target const& target, std::span<Seat const> seats) {
    Measured found{.target = target, .of = static_cast<int>(seats.size())};
    found.count = static_cast<int>(std::count_if(
        seats.begin(), seats.end(), [&](Seat const& one) { return has(one, target.trait); }));
    if (found.of == 0) return found;
    found.value = found.count * 100 / found.of;
    // Exactly: 2 of 5 are 40 per cent.
    found.holds = found.count * 100 >= target.at_least * found.of;
    return found;
}

// Of each team, how many different professions; spelled as people spell.
static Measured professions(Target const& target, std::span<Seat const> seats) {
    std::map<TeamId, std::set<std::string>> of_team;
    for (auto const& one : seats) {
        auto& said = of_team[one.team];
        auto folded = compared(one.profession);
        if (!folded.empty()) said.insert(std::move(folded));
    }
    Measured found{.target = target, .of = static_cast<int>(of_team.size())};
    for (auto const& [team, said] : of_team)
        if (static_cast<int>(said.size()) >= target.at_least) ++found.count;
    found.value = found.count;
    found.holds = found.of > 0 && found.count == found.of;
    return found;
}

std::vector<Measured> measure(std::span<Target const> targets, std::span<Seat const> seats) {
    std::vector<Measured> all;
    all.reserve(targets.size());
    for (auto const& one : targets)
        all.push_back(one.trait == Trait::professions ? professions(one, seats)
                                                      : share(one, seats));
    return all;
}

}  // namespace wasl::challenges
