// SPDX-License-Identifier: Apache-2.0
#include "app/projects_to_bank.hpp"

#include <algorithm>

namespace wasl::app {

namespace {

std::string prize_of(challenges::Call const& call, challenges::Award const& award) {
    auto const found =
        std::find_if(call.prizes.begin(), call.prizes.end(),
                     [&](challenges::Prize const& one) { return one.id == award.prize; });
    return found == call.prizes.end() ? award.reason : found->name.ar;
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
    if (auto const* const asked = handed.call.statement(team.statement))
        made.challenge = asked->title.ar;
    if (award) made.award = prize_of(handed.call, *award);
    made.url = std::string(site) + "/ar/challenges/" + edition.code + "/projects/" +
               std::to_string(team.id.value());
    made.key = edition.code + "/" + std::to_string(team.id.value());
    made.leader = team.leader;
    made.authors = team.name;
    made.listed = award.has_value();
    return made;
}

}  // namespace wasl::app
