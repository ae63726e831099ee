// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "modules/challenges/first_reading.hpp"
#include "modules/challenges/jury_inside.hpp"
#include "modules/challenges/results_kept.hpp"

namespace wasl::challenges {

namespace {

bool is_near(std::span<Conflict const> conflicts, PersonId person, TeamId team) {
    return std::any_of(conflicts.begin(), conflicts.end(), [&](Conflict const& one) {
        return one.person == person && one.team == team;
    });
}

Result<OpenedJury> open_to_read(db::Reader& reader, Act const& act) {
    auto opened = TRY(open_as_juror(reader, act));
    if (!opened.juror(act.by.person)->declared)
        return Refusal{Refused::conflict, say(msg::refused_undeclared)};
    return opened;
}

Result<std::vector<JuryCriterion>> first_criteria(db::Reader& reader, EditionId edition) {
    auto criteria = store::criteria(reader, edition, Phase::shortlisting);
    if (criteria.empty()) return Refusal{Refused::not_found, say(msg::refused_no_first)};
    return criteria;
}

std::optional<FirstMarks> own_marks(std::span<FirstMarks const> marks, PersonId person,
                                    TeamId team) {
    for (auto const& one : marks)
        if (one.person == person && one.team == team) return one;
    return std::nullopt;
}

bool is_among(std::span<store::Sent const> projects, TeamId team) {
    return std::any_of(projects.begin(), projects.end(),
                       [&](store::Sent const& one) { return one.team == team; });
}

JuryRecord first_record_of(db::Reader& reader, Edition const& edition,
                           std::span<JuryCriterion const> criteria,
                           std::span<store::Sent const> projects) {
    JuryRecord record{.edition = edition.code + "/first"};
    for (auto const& one : criteria) record.criteria.push_back(one.rule);
    for (auto const& one : projects) record.projects.push_back(one.title);
    auto const conflicts = store::conflicts(reader, edition.id);
    std::vector<PersonId> judges;
    for (auto const& one : store::first_marks(reader, edition.id)) {
        auto const project =
            std::find_if(projects.begin(), projects.end(),
                         [&](store::Sent const& sent) { return sent.team == one.team; });
        auto marks = marks_of(one.said.marks, criteria.size());
        if (project == projects.end() || !marks || is_near(conflicts, one.person, one.team))
            continue;
        auto judge = std::find(judges.begin(), judges.end(), one.person);
        if (judge == judges.end()) judge = judges.insert(judges.end(), one.person);
        record.scores.push_back({static_cast<int>(judge - judges.begin()),
                                 static_cast<int>(project - projects.begin()), std::move(*marks)});
    }
    record.judges = static_cast<int>(judges.size());
    return record;
}

}  // namespace

Outcome FirstReading::save(db::Writer& writer, Act const& act, TeamId team,
                           BallotTyped const& typed) const {
    auto const opened = TRY(open_to_read(writer, act));
    auto const& edition = opened.edition;
    TRY(is_time(edition, Doing::shortlist, act.now));
    auto const criteria = TRY(first_criteria(writer, edition.id));
    if (!is_among(store::sent_titles(writer, edition.id), team))
        return Refusal{Refused::not_found, say(msg::refused_no_team)};
    if (is_near(store::conflicts(writer, edition.id), act.by.person, team))
        return Refusal{Refused::forbidden, say(msg::refused_near)};
    TRY(fit_marks(criteria, typed.marks));
    TRY(readable(typed.comment, {"comment", text_max, false}));
    FirstMarks const kept{
        .person = act.by.person,
        .team = team,
        .version = store::last_first_version(writer, edition.id, act.by.person, team) + 1,
        .said = typed,
        .at = act.now};
    if (kept.version > ballot_versions_max)
        return Refusal{Refused::too_often,
                       say(msg::refused_versions, {number("count", ballot_versions_max)})};
    store::insert(writer, edition.id, kept);
    note_in_journal(writer, edition, "first_marks_saved", {}, act.by.person, act.now);
    return Done{};
}

Outcome FirstReading::assign(db::Writer& writer, Act const& act, int each, int load_max) const {
    TRY(open_as_organiser(writer, act));
    auto const opened = TRY(open_jury(writer, act));
    auto const& edition = opened.edition;
    TRY(first_criteria(writer, edition.id));
    auto const& span = edition.span(Phase::shortlisting);
    if (!span || act.now >= span->closes_at)
        return Refusal{Refused::conflict, say(msg::refused_first_over)};
    TRY(fits_each(each));
    TRY(fits_load(load_max));
    auto rules = store::first_rules(writer, edition.id).value_or(FirstRules{});
    ToGive ask{.teams = {},
               .judges = judges_ready(opened),
               .each = each,
               .load_max = load_max,
               .conflicts = store::conflicts(writer, edition.id),
               .done = {},
               .chance = edition.code + "/first " + std::to_string(rules.version)};
    for (auto const& sent : store::sent_titles(writer, edition.id))
        ask.teams.push_back({.id = sent.team, .edition = edition.id, .name = sent.team_name});
    for (auto const& one : store::first_marks(writer, edition.id))
        if (!is_near(ask.conflicts, one.person, one.team))
            ask.done.push_back({one.person, one.team});
    auto const given = TRY(give_out(ask));
    store::set_first_assigned(writer, edition.id, given.rows);
    rules.each = each;
    rules.load_max = load_max;
    rules.seed = given.seed;
    rules.fingerprint = given.fingerprint;
    if (!store::keep(writer, edition.id, rules))
        return Refusal{Refused::conflict, say(msg::refused_jury_changed)};
    note_in_journal(writer, edition, "first_assigned", rules.fingerprint, act.by.person, act.now);
    return Done{};
}

Result<FirstSeat> FirstReading::seat(db::Reader& reader, Act const& act) const {
    auto const opened = TRY(open_to_read(reader, act));
    FirstSeat seat{.edition = opened.edition,
                   .criteria = TRY(first_criteria(reader, opened.edition.id)),
                   .projects = {}};
    auto const conflicts = store::conflicts(reader, opened.edition.id);
    auto const marks = store::first_marks(reader, opened.edition.id);
    std::vector<TeamId> given;
    for (auto const& row : store::first_assigned(reader, opened.edition.id))
        if (row.person == act.by.person) given.push_back(row.team);
    auto const place = [&](FirstProject const& one) {
        return std::find(given.begin(), given.end(), one.team) - given.begin();
    };
    for (auto& sent : store::sent_titles(reader, opened.edition.id)) {
        FirstProject project{.team = sent.team,
                             .title = std::move(sent.title),
                             .own = own_marks(marks, act.by.person, sent.team),
                             .is_near = is_near(conflicts, act.by.person, sent.team)};
        project.is_given = place(project) < std::ssize(given);
        seat.projects.push_back(std::move(project));
    }
    std::sort(seat.projects.begin(), seat.projects.end(),
              [&](FirstProject const& a, FirstProject const& b) {
                  return std::pair(place(a), a.team) < std::pair(place(b), b.team);
              });
    return seat;
}

Result<FirstOpened> FirstReading::project(db::Reader& reader, Act const& act, TeamId id) const {
    auto const opened = TRY(open_to_read(reader, act));
    auto criteria = TRY(first_criteria(reader, opened.edition.id));
    auto team = store::team(reader, id);
    auto submission = store::latest(reader, id);
    if (!team || team->edition != opened.edition.id || team->is_withdrawn || !submission)
        return Refusal{Refused::not_found, say(msg::refused_no_team)};
    if (is_near(store::conflicts(reader, opened.edition.id), act.by.person, id))
        return Refusal{Refused::forbidden, say(msg::refused_near)};
    return FirstOpened{
        .edition = opened.edition,
        .criteria = std::move(criteria),
        .team = std::move(*team),
        .submission = std::move(*submission),
        .own = own_marks(store::first_marks(reader, opened.edition.id), act.by.person, id)};
}

// What was given to whom, and how far that is.
static void add_given(db::Reader& reader, FirstTable& table) {
    auto const marks = store::first_marks(reader, table.edition.id);
    for (auto const& row : store::first_assigned(reader, table.edition.id)) {
        if (table.readers.empty() || table.readers.back().person != row.person)
            table.readers.push_back({row.person});
        auto& reads = table.readers.back();
        ++reads.given;
        if (own_marks(marks, row.person, row.team)) ++reads.read;
        for (auto& line : table.lines)
            if (line.team == row.team) ++line.given;
    }
}

Result<FirstTable> FirstReading::table(db::Reader& reader, Act const& act) const {
    auto const opened = TRY(open_as_chair(reader, act, true));
    auto const id = opened.edition.id;
    FirstTable table{.edition = opened.edition,
                     .criteria = TRY(first_criteria(reader, id)),
                     .lines = {},
                     .rules = store::first_rules(reader, id).value_or(FirstRules{})};
    auto const projects = store::sent_titles(reader, id);
    auto const record = first_record_of(reader, opened.edition, table.criteria, projects);
    auto const results = desk_.kept_results().of(record);
    auto const on = store::shortlisted(reader, id);
    auto const& span = opened.edition.span(Phase::shortlisting);
    table.is_open = span && act.now < span->closes_at;
    table.is_fair = results->method == Method::mixed_model;
    for (auto const& one : results->projects) {
        auto const& sent = projects[static_cast<std::size_t>(one.project)];
        FirstLine line{
            .team = sent.team,
            .title = sent.title,
            .team_name = sent.team_name,
            .readings = one.ballots,
            .score = table.is_fair && one.ballots > 0 ? std::optional(one.worth) : one.raw_mean};
        line.is_shortlisted = std::find(on.begin(), on.end(), sent.team) != on.end();
        table.lines.push_back(std::move(line));
    }
    add_given(reader, table);
    std::sort(table.lines.begin(), table.lines.end(), [](FirstLine const& a, FirstLine const& b) {
        return std::pair(-a.score.value_or(-1), a.team) < std::pair(-b.score.value_or(-1), b.team);
    });
    return table;
}

}  // namespace wasl::challenges
