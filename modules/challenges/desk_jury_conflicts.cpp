// SPDX-License-Identifier: Apache-2.0
// Who may not judge what: computed from the directory and from what the house knows, and declared.
// Excluding them is worth more than any correction afterwards.
#include <algorithm>

#include "judging/assignment.hpp"
#include "judging/chance.hpp"
#include "modules/challenges/jury_inside.hpp"

namespace wasl::challenges {

namespace {

// The same administration, or one directly above or below the other.
std::optional<Source> near(directory::Picture const& picture, AdministrationId mine,
                           AdministrationId theirs) {
    if (mine.value() == 0 || theirs.value() == 0) return std::nullopt;
    if (mine == theirs) return Source::administration;
    auto const above = [&](AdministrationId one) {
        auto const* const found = picture.administration(one);
        return found == nullptr ? std::nullopt : found->parent;
    };
    if (above(mine) == theirs || above(theirs) == mine) return Source::hierarchy;
    return std::nullopt;
}

std::string names_of(std::span<Team const> teams, std::span<int const> which) {
    std::string names;
    for (int const n : which) {
        if (!names.empty()) names += "، ";
        names += teams[static_cast<std::size_t>(n)].name;
    }
    return names;
}

Refusal cannot_be_assigned(judging::Reason const& reason, std::span<Team const> teams) {
    if (reason.cause == judging::Cause::too_few_judges)
        return {Refused::conflict,
                say(msg::refused_too_few_judges,
                    {text("teams", names_of(teams, reason.projects)),
                     number("needed", reason.needed), number("available", reason.available)})};
    return {Refused::conflict, say(msg::refused_no_jurors)};
}

}  // namespace

std::vector<Conflict> Jury::computed(db::Reader& reader, Edition const& edition,
                                     Juror const& juror) const {
    auto const picture = desk_.house().directory.picture();
    auto const places = store::places(reader, edition.id, juror.person);
    auto const call = store::call_of(reader, edition);
    std::vector<Conflict> found;
    for (auto const& team : teams_before(reader, edition)) {
        std::optional<Source> source;
        auto const consider = [&](std::optional<Source> one) {
            if (!source) source = one;
        };
        auto const members = store::members(reader, team.id);
        for (auto const& member : members)
            if (member.profile.person == juror.person) consider(Source::member);
        if (mentors_team(reader, edition.id, team.id, juror.person)) consider(Source::mentor);
        auto const* const statement = call.statement(team.statement);
        for (auto const& place : places) {
            for (auto const& member : members)
                consider(near(*picture, place.administration, member.profile.administration));
            if (statement != nullptr && statement->sponsor.value() != 0 &&
                statement->sponsor == place.administration)
                consider(Source::sponsor);
        }
        if (source) found.push_back({juror.person, team.id, *source});
    }
    return found;
}

Outcome Jury::declare(db::Writer& writer, Act const& act, std::span<TeamId const> teams,
                      std::string_view reason) const {
    auto const opened = TRY(open_as_juror(writer, act));
    auto const& edition = opened.edition;
    if (store::published(writer, edition.id))
        return Refusal{Refused::conflict, say(msg::refused_results_published)};
    TRY(readable(reason, {"reason", text_max, !teams.empty()}));
    auto juror = *opened.juror(act.by.person);
    auto const before = teams_before(writer, edition);
    auto all = computed(writer, edition, juror);
    for (auto const team : teams) {
        if (std::none_of(before.begin(), before.end(), [&](auto& one) { return one.id == team; }))
            return Refusal{Refused::invalid, say(msg::refused_no_team), {}, "teams"};
        all.push_back({juror.person, team, Source::declared, std::string(reason), act.by.person});
    }
    for (auto& conflict : all) {
        conflict.at = act.now;
        store::insert(writer, edition.id, conflict);
        store::remove_assigned(writer, edition.id, juror.person, conflict.team);
        store::make_void(writer, edition.id, juror.person, conflict.team);
    }
    // An order of projects of which one may not be judged is no order of the rest.
    if (!teams.empty()) store::make_rankings_void(writer, edition.id, juror.person);
    if (!juror.declared) juror.declared = act.now;
    store::update(writer, edition.id, juror);
    note_in_journal(writer, edition, "conflicts_declared", std::to_string(teams.size()),
                    act.by.person, act.now);
    return Done{};
}

Outcome Jury::recuse(db::Writer& writer, Act const& act, std::string_view reason) const {
    auto const opened = TRY(open_as_juror(writer, act));
    if (store::published(writer, opened.edition.id))
        return Refusal{Refused::conflict, say(msg::refused_results_published)};
    TRY(readable(reason, {"reason", text_max}));
    auto juror = *opened.juror(act.by.person);
    juror.recused = act.now;
    juror.reason = reason;
    store::update(writer, opened.edition.id, juror);
    for (auto const& row : store::assigned(writer, opened.edition.id))
        if (row.person == juror.person)
            store::remove_assigned(writer, opened.edition.id, row.person, row.team);
    note_in_journal(writer, opened.edition, "juror_recused", {}, act.by.person, act.now);
    return Done{};
}

Outcome Jury::assign(db::Writer& writer, Act const& act) const {
    TRY(open_as_organiser(writer, act));
    auto const opened = TRY(open_jury(writer, act));
    auto const& edition = opened.edition;
    if (store::published(writer, edition.id))
        return Refusal{Refused::conflict, say(msg::refused_results_published)};
    auto const teams = teams_before(writer, edition);
    std::vector<PersonId> judges;
    for (auto const& juror : opened.jurors)
        if (juror.sits() && juror.declared) judges.push_back(juror.person);
    if (teams.empty() || judges.empty())
        return Refusal{Refused::conflict, say(msg::refused_no_jurors)};
    judging::Call call{static_cast<int>(teams.size()), static_cast<int>(judges.size()),
                       opened.rules.each};
    call.affinity.assign(teams.size() * judges.size(), 1);
    call.loads.assign(judges.size(), judging::Load{0, opened.rules.load_max});
    auto const place = [&](TeamId team, PersonId person) -> std::pair<int, int> {
        auto const t = std::find_if(teams.begin(), teams.end(),
                                    [&](Team const& one) { return one.id == team; });
        auto const j = std::find(judges.begin(), judges.end(), person);
        if (t == teams.end() || j == judges.end()) return {-1, -1};
        return {static_cast<int>(t - teams.begin()), static_cast<int>(j - judges.begin())};
    };
    for (auto const& conflict : store::conflicts(writer, edition.id))
        if (auto const [team, judge] = place(conflict.team, conflict.person); team >= 0)
            call.affinity[static_cast<std::size_t>(team) * judges.size() +
                          static_cast<std::size_t>(judge)] = judging::excluded;
    for (auto const& ballot : store::ballots(writer, edition.id))
        if (auto const [team, judge] = place(ballot.team, ballot.person); team >= 0)
            call.fixed.emplace_back(team, judge);
    auto rules = opened.rules;
    rules.seed = static_cast<std::int64_t>(
        judging::seed_of(edition.code + " " + std::to_string(rules.version)) >> 1);
    auto const plan = judging::assign(call, static_cast<std::uint64_t>(rules.seed));
    if (plan.refused()) return cannot_be_assigned(plan.refusal(), teams);
    if (plan.value().apart)
        return Refusal{Refused::conflict,
                       say(msg::refused_apart,
                           {text("teams", names_of(teams, plan.value().apart->projects))})};
    std::vector<store::AssignedRow> rows;
    for (std::size_t judge = 0; judge < judges.size(); ++judge)
        for (int const team : plan.value().sequences[judge])
            rows.push_back({judges[judge], teams[static_cast<std::size_t>(team)].id});
    store::set_assigned(writer, edition.id, rows);
    rules.fingerprint = std::to_string(plan.value().fingerprint);
    if (!store::keep(writer, edition.id, rules))
        return Refusal{Refused::conflict, say(msg::refused_jury_changed)};
    note_in_journal(writer, edition, "jury_assigned", rules.fingerprint, act.by.person, act.now);
    return Done{};
}

}  // namespace wasl::challenges
