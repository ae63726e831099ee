// SPDX-License-Identifier: Apache-2.0
// Projects are given out by a flow: each as many judges as it needs, nobody too many, and all of it
// one whole; or the answer says for whom it cannot be.
#include <algorithm>

#include "judging/assignment.hpp"
#include "judging/chance.hpp"
#include "modules/challenges/jury_inside.hpp"

namespace wasl::challenges {

namespace {

std::string names_of(std::span<Team const> teams, std::span<int const> which) {
    std::string names;
    for (int const n : which) {
        if (!names.empty()) names += "، ";
        names += teams[static_cast<std::size_t>(n)].name;
    }
    return names;
}

Refusal cannot_be_given(judging::Reason const& reason, std::span<Team const> teams) {
    if (reason.cause == judging::Cause::too_few_judges)
        return {Refused::conflict,
                say(msg::refused_too_few_judges,
                    {text("teams", names_of(teams, reason.projects)),
                     number("needed", reason.needed), number("available", reason.available)})};
    return {Refused::conflict, say(msg::refused_no_jurors)};
}

judging::Call call_of(ToGive const& ask) {
    auto const& teams = ask.teams;
    auto const& judges = ask.judges;
    judging::Call call{static_cast<int>(teams.size()), static_cast<int>(judges.size()), ask.each};
    call.affinity.assign(teams.size() * judges.size(), 1);
    call.loads.assign(judges.size(), judging::Load{0, ask.load_max});
    auto const place = [&](TeamId team, PersonId person) -> std::pair<int, int> {
        auto const t = std::find_if(teams.begin(), teams.end(),
                                    [&](Team const& one) { return one.id == team; });
        auto const j = std::find(judges.begin(), judges.end(), person);
        if (t == teams.end() || j == judges.end()) return {-1, -1};
        return {static_cast<int>(t - teams.begin()), static_cast<int>(j - judges.begin())};
    };
    for (auto const& conflict : ask.conflicts)
        if (auto const [team, judge] = place(conflict.team, conflict.person); team >= 0)
            call.affinity[static_cast<std::size_t>(team) * judges.size() +
                          static_cast<std::size_t>(judge)] = judging::excluded;
    for (auto const& [person, team] : ask.done)
        if (auto const [t, j] = place(team, person); t >= 0) call.fixed.emplace_back(t, j);
    return call;
}

}  // namespace

std::vector<PersonId> judges_ready(OpenedJury const& opened) {
    std::vector<PersonId> judges;
    for (auto const& juror : opened.jurors)
        if (juror.sits() && juror.declared) judges.push_back(juror.person);
    return judges;
}

Result<GivenOut> give_out(ToGive const& ask) {
    if (ask.teams.empty() || ask.judges.empty())
        return Refusal{Refused::conflict, say(msg::refused_no_jurors)};
    GivenOut given{.rows = {},
                   .seed = static_cast<std::int64_t>(judging::seed_of(ask.chance) >> 1)};
    auto const plan = judging::assign(call_of(ask), static_cast<std::uint64_t>(given.seed));
    if (plan.refused()) return cannot_be_given(plan.refusal(), ask.teams);
    if (plan.value().apart)
        return Refusal{Refused::conflict,
                       say(msg::refused_apart,
                           {text("teams", names_of(ask.teams, plan.value().apart->projects))})};
    for (std::size_t judge = 0; judge < ask.judges.size(); ++judge)
        for (int const team : plan.value().sequences[judge])
            given.rows.push_back({ask.judges[judge], ask.teams[static_cast<std::size_t>(team)].id});
    given.fingerprint = std::to_string(plan.value().fingerprint);
    return given;
}

Outcome Jury::assign(db::Writer& writer, Act const& act) const {
    TRY(open_as_organiser(writer, act));
    auto const opened = TRY(open_jury(writer, act));
    auto const& edition = opened.edition;
    if (store::published(writer, edition.id))
        return Refusal{Refused::conflict, say(msg::refused_results_published)};
    ToGive ask{.teams = teams_before(writer, edition),
               .judges = judges_ready(opened),
               .each = opened.rules.each,
               .load_max = opened.rules.load_max,
               .conflicts = store::conflicts(writer, edition.id),
               .done = {},
               .chance = edition.code + " " + std::to_string(opened.rules.version)};
    auto const were = store::assigned(writer, edition.id);
    for (auto const& ballot : store::ballots(writer, edition.id)) {
        ask.done.push_back({ballot.person, ballot.team});
        ask.done.push_back({ballot.person, ballot.other});
        // A ranking is of all that its judge was given.
        if (ballot.team.value() == 0)
            for (auto const& row : were)
                if (row.person == ballot.person) ask.done.push_back(row);
    }
    auto const given = TRY(give_out(ask));
    store::set_assigned(writer, edition.id, given.rows);
    auto rules = opened.rules;
    rules.seed = given.seed;
    rules.fingerprint = given.fingerprint;
    if (!store::keep(writer, edition.id, rules))
        return Refusal{Refused::conflict, say(msg::refused_jury_changed)};
    note_in_journal(writer, edition, "jury_assigned", rules.fingerprint, act.by.person, act.now);
    return Done{};
}

}  // namespace wasl::challenges
