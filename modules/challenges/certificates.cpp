// SPDX-License-Identifier: Apache-2.0
#include "modules/challenges/certificates.hpp"

#include <algorithm>

namespace wasl::challenges {

static constexpr std::array<std::string_view, certified_count> names{"participation", "award",
                                                                     "mentor", "juror"};

std::string_view name_of(Certified one) { return names[static_cast<std::size_t>(one)]; }
std::optional<Certified> certified_named(std::string_view name) {
    auto const found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) return std::nullopt;
    return static_cast<Certified>(found - names.begin());
}

static std::int64_t minutes_of(Deserved const& all, PersonId person) {
    std::int64_t sum = 0;
    for (auto const& one : all.coached)
        if (one.person == person) sum += one.minutes;
    return sum;
}

static void add_member(std::vector<Merit>& found, Deserved const& all, PersonId person,
                       Exhibit const& sent) {
    Merit merit{.kind = Certified::participation,
                .holder = person,
                .team = sent.team.id,
                .team_name = sent.team.name,
                .project = sent.submission.project.title,
                .minutes = minutes_of(all, person)};
    found.push_back(merit);
    if (!sent.award) return;
    merit.kind = Certified::award;
    merit.minutes = 0;
    merit.place = sent.award->place;
    auto const* const prize = prize_of(all.prizes, *sent.award);
    merit.prize = prize ? prize->name.ar : std::string();
    found.push_back(std::move(merit));
}

std::vector<Merit> merits(Deserved const& all) {
    std::vector<Merit> found;
    for (auto const& one : all.members) {
        auto const sent =
            std::find_if(all.projects.begin(), all.projects.end(),
                         [&](Exhibit const& project) { return project.team.id == one.team; });
        if (sent != all.projects.end()) add_member(found, all, one.person, *sent);
    }
    for (auto const mentor : all.mentors)
        if (auto const minutes = minutes_of(all, mentor); minutes > 0)
            found.push_back({.kind = Certified::mentor, .holder = mentor, .minutes = minutes});
    for (auto const& judge : all.judges)
        found.push_back(
            {.kind = Certified::juror, .holder = judge.person, .presides = judge.presides});
    return found;
}

}  // namespace wasl::challenges
