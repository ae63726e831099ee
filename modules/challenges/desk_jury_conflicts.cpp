// SPDX-License-Identifier: Apache-2.0
// Who may not judge what: computed from the directory and from what the house knows, and declared.
// Excluding them is worth more than any correction afterwards.
#include <algorithm>

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

}  // namespace

std::vector<Conflict> Jury::computed(db::Reader& reader, Edition const& edition,
                                     Juror const& juror) const {
    auto const picture = desk_.house().directory.picture();
    auto const places = store::places(reader, edition.id, juror.person);
    auto const call = store::call_of(reader, edition);
    auto const coauthors = desk_.coauthors(reader, juror.person);
    std::vector<Conflict> found;
    for (auto const& team : teams_before(reader, edition)) {
        std::optional<Source> source;
        auto const consider = [&](std::optional<Source> one) {
            if (!source) source = one;
        };
        auto const members = store::members(reader, team.id);
        for (auto const& member : members)
            if (member.profile.person == juror.person) consider(Source::member);
        for (auto const& member : members)
            if (std::find(coauthors.begin(), coauthors.end(), member.profile.person) !=
                coauthors.end())
                consider(Source::coauthor);
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
        store::remove_first_assigned(writer, edition.id, juror.person, conflict.team);
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
    for (auto const& row : store::first_assigned(writer, opened.edition.id))
        if (row.person == juror.person)
            store::remove_first_assigned(writer, opened.edition.id, row.person, row.team);
    note_in_journal(writer, opened.edition, "juror_recused", {}, act.by.person, act.now);
    return Done{};
}

}  // namespace wasl::challenges
