// SPDX-License-Identifier: Apache-2.0
#include "app/projects_to_bank.hpp"

#include "modules/bank/messages.hpp"
#include "modules/bank/taxonomy.hpp"

namespace wasl::app {

namespace {

std::string key_of(std::string_view edition, challenges::TeamId team) {
    return std::string(edition).append("/").append(std::to_string(team.value()));
}

}  // namespace

bank::EditionProject for_bank(challenges::HandedOn const& handed, std::string_view site) {
    auto const& [team, submission, award, is_shortlisted] = handed.project;
    auto const& edition = handed.call.edition;
    auto const& project = submission.project;
    bank::EditionProject made;
    made.content.title = project.title;
    made.content.problem = project.problem;
    made.content.solution = project.solution;
    made.content.serves = project.serves;
    made.content.evidence_note = project.evidence;
    made.edition = edition.name.ar;
    made.team = team.name;
    if (auto const* const asked = handed.call.statement(team.statement)) {
        made.challenge = asked->title.ar;
        made.content.touches.obstacles = asked->obstacle_codes;
    }
    if (award) {
        auto const* const prize = challenges::prize_of(handed.call.prizes, *award);
        made.award = prize ? prize->name.ar : award->reason;
    }
    made.url = std::string(site) + "/ar/challenges/" + edition.code + "/projects/" +
               std::to_string(team.id.value());
    made.key = key_of(edition.code, team.id);
    made.leader = team.leader;
    made.authors = team.name;
    made.listed = award.has_value();
    return made;
}

std::vector<challenges::Desk::Obstacle> obstacles_of_bank() {
    std::vector<challenges::Desk::Obstacle> all;
    for (auto const code : bank::obstacles()) all.push_back({code, bank::obstacle_named(code)});
    return all;
}

std::optional<challenges::Afterlife> after_in_bank(bank::Desk const& desk, db::Reader& reader,
                                                   std::string_view edition,
                                                   challenges::TeamId team) {
    auto const brought = desk.brought(reader, key_of(edition, team));
    if (!brought) return std::nullopt;
    auto const& entry = brought->entry;
    auto const* const stage = bank::msg::find("stage." + std::string(bank::name_of(entry.stage)));
    check(stage != nullptr, "every stage of an entry has its message");
    challenges::Afterlife after{
        .number = entry.number, .stage = *stage, .is_public = entry.is_public()};
    for (auto const& one : brought->adoptions) {
        bool const over = one.phase == bank::Phase::refused || one.phase == bank::Phase::stopped;
        after.adoptions += over ? 0 : 1;
        after.live += one.phase == bank::Phase::live ? 1 : 0;
    }
    return after;
}

}  // namespace wasl::app
