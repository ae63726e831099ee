// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "modules/challenges/inside.hpp"
#include "modules/challenges/report.hpp"
#include "modules/challenges/store_coaching.hpp"
#include "modules/challenges/store_jury.hpp"

namespace wasl::challenges {

namespace {

void count_coaching(ReportFigures& figures, db::Reader& reader, EditionId edition) {
    std::vector<PersonId> mentors;
    for (auto const& one : store::mentors(reader, edition)) mentors.push_back(one.person);
    figures.mentors = static_cast<int>(mentors.size());
    for (auto const& hour : store::hours(reader, edition, 0)) figures.hours += hour.is_held ? 1 : 0;
    for (auto const& one : store::coached(reader, edition))
        if (std::find(mentors.begin(), mentors.end(), one.person) == mentors.end())
            figures.attended += one.minutes;
}

void count_jury(ReportFigures& figures, db::Reader& reader, EditionId edition) {
    auto const ballots = store::ballots(reader, edition);
    figures.ballots = static_cast<int>(ballots.size());
    for (auto const& juror : store::jurors(reader, edition)) figures.judges += juror.sits() ? 1 : 0;
    figures.is_judged = store::published(reader, edition).has_value();
}

void count_people(ReportFigures& figures, db::Reader& reader, EditionId edition) {
    for (auto const& seat : store::seats(reader, edition)) {
        ++figures.participants;
        if (seat.profile.administration.value() != 0)
            ++figures.administrations[seat.profile.administration];
    }
}

}  // namespace

Result<Report> report_of(Desk const& desk, db::Reader& reader, http::Visitor const& visitor,
                         std::string_view code, After const& after, Instant now) {
    auto whole = TRY(desk.edition(reader, visitor, code));
    auto const& edition = whole.call.edition;
    if (edition.is_record() || (!whole.is_organiser && !desk.shows_projects(edition, now)))
        return Refusal{Refused::not_found, say(msg::refused_no_report)};
    Report report;
    auto& figures = report.figures;
    figures.composition = std::move(whole.composition);
    figures.teams = whole.teams;
    count_people(figures, reader, edition.id);
    count_coaching(figures, reader, edition.id);
    count_jury(figures, reader, edition.id);
    for (auto& project : desk.projects(reader, edition.id)) {
        ++figures.sent;
        figures.shortlisted += project.is_shortlisted ? 1 : 0;
        figures.awarded += project.award ? 1 : 0;
        Fate fate;
        // With its files, which lists do without.
        if (auto latest = store::latest(reader, project.team.id))
            project.submission = std::move(*latest);
        if (after) fate.after = after(reader, edition.code, project.team.id);
        fate.project = std::move(project);
        report.projects.push_back(std::move(fate));
    }
    report.call = std::move(whole.call);
    return report;
}

}  // namespace wasl::challenges
