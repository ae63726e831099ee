// SPDX-License-Identifier: Apache-2.0
// Teams are founded, described, left and handed over. One person is in one team of an edition: a
// key of the database says so, and whoever is second is told.
#include <algorithm>

#include "modules/challenges/inside.hpp"

namespace wasl::challenges {

namespace {

Outcome is_description(Call const& call, Described const& described) {
    TRY(readable(described.name, {"name", name_max}));
    // A name of signs alone is no name: it could not be told from another.
    if (compared(described.name).empty())
        return Refusal{Refused::invalid, say(msg::refused_empty), {}, "name"};
    TRY(readable(described.pitch, {"pitch", text_max}));
    TRY(readable(described.wanted, {"wanted", line_max, false}));
    bool const own = described.statement.value() == 0;
    if (!own && call.statement(described.statement) == nullptr)
        return Refusal{Refused::invalid, say(msg::refused_statement), {}, "statement"};
    return Done{};
}

void take(Team& team, Described const& described) {
    team.name = described.name;
    team.pitch = described.pitch;
    team.wanted = described.wanted;
    team.statement = described.statement;
}

Outcome keep_changed_team(db::Writer& writer, Team const& team) {
    if (!store::try_update(writer, team, team.version))
        return Refusal{Refused::conflict, say(msg::refused_name_taken), {}, "name"};
    return Done{};
}

Outcome is_fresh(Team const& team, std::int64_t version) {
    if (version == 0 || version == team.version) return Done{};
    return Refusal{Refused::conflict, say(msg::refused_stale)};
}

}  // namespace

Outcome Desk::look(db::Writer& writer, Act const& act, Profile const& typed) const {
    auto const edition = TRY(open(writer, act.by, act.edition));
    auto profile = TRY(checked(act.by, edition, typed));
    TRY(is_time(edition, Doing::look, act.now));
    if (store::team_of(writer, edition.id, act.by.person))
        return Refusal{Refused::conflict, say(msg::refused_in_team)};
    if (profile.skills.empty())
        return Refusal{Refused::invalid, say(msg::refused_empty), {}, "skills"};
    profile.is_looking = true;
    store::keep(writer, edition.id, profile, act.now);
    note_in_journal(writer, edition, "looking", {}, act.by.person, act.now);
    return Done{};
}

Outcome Desk::stop_looking(db::Writer& writer, Act const& act) const {
    auto const edition = TRY(open(writer, act.by, act.edition));
    if (!act.by.signed_in())
        return Refusal{Refused::not_signed_in, say(msg::refused_not_signed_in)};
    store::stop_looking(writer, edition.id, act.by.person, act.now);
    note_in_journal(writer, edition, "looking_ended", {}, act.by.person, act.now);
    return Done{};
}

Result<TeamId> Desk::found(db::Writer& writer, Act const& act, Described const& described,
                           Profile const& typed) const {
    auto const edition = TRY(open(writer, act.by, act.edition));
    TRY(may_take_part(act.by, edition));
    TRY(is_time(edition, Doing::found, act.now));
    TRY(is_description(store::call_of(writer, edition), described));
    auto profile = TRY(checked(act.by, edition, typed));
    profile.is_looking = false;
    Team team;
    team.id = db::fresh<TeamId>();
    team.edition = edition.id;
    team.leader = act.by.person;
    team.version = 1;
    team.made_at = act.now;
    take(team, described);
    store::keep(writer, edition.id, profile, act.now);
    if (!store::try_enter(writer, edition.id, act.by.person, team.id, act.now))
        return Refusal{Refused::conflict, say(msg::refused_in_team)};
    if (!store::try_insert(writer, team))
        return Refusal{Refused::conflict, say(msg::refused_name_taken), {}, "name"};
    note_in_journal(writer, edition, "team_founded", std::to_string(team.id.value()), act.by.person,
                    act.now);
    return team.id;
}

Outcome Desk::describe(db::Writer& writer, Act const& act, TeamId id,
                       Described const& described) const {
    auto opened = TRY(open_as_leader(writer, act, id, Doing::describe));
    TRY(is_fresh(opened.team, described.version));
    TRY(is_description(store::call_of(writer, opened.edition), described));
    take(opened.team, described);
    TRY(keep_changed_team(writer, opened.team));
    note_in_journal(writer, opened.edition, "team_described", std::to_string(id.value()),
                    act.by.person, act.now);
    return Done{};
}

// The lead goes to whoever came next; a team that nobody is left in has withdrawn.
Outcome Desk::leave(db::Writer& writer, Act const& act, TeamId id) const {
    auto opened = TRY(open_as_member(writer, act, id, Doing::leave));
    store::leave(writer, opened.edition.id, act.by.person);
    auto const left = store::members(writer, id);
    auto& team = opened.team;
    if (left.empty()) {
        team.is_withdrawn = true;
        // Its name is free for others.
        team.name += " #" + std::to_string(id.value());
        TRY(keep_changed_team(writer, team));
    } else if (opened.is_leader) {
        team.leader = left.front().profile.person;
        TRY(keep_changed_team(writer, team));
        notify(house_, writer, opened.edition, act.by.person,
               {team.leader,
                msg::notice_leads_subject,
                msg::notice_leads_body,
                link_of(opened.edition, id),
                {text("team", team.name)}},
               act.now);
    }
    note_in_journal(writer, opened.edition, "team_left", std::to_string(id.value()), act.by.person,
                    act.now);
    return Done{};
}

Outcome Desk::hand_over(db::Writer& writer, Act const& act, TeamId id, PersonId to) const {
    auto opened = TRY(open_as_leader(writer, act, id, Doing::lead));
    if (store::team_of(writer, opened.edition.id, to) != id)
        return Refusal{Refused::invalid, say(msg::refused_not_member), {}, "person"};
    opened.team.leader = to;
    TRY(keep_changed_team(writer, opened.team));
    notify(house_, writer, opened.edition, act.by.person,
           {to,
            msg::notice_leads_subject,
            msg::notice_leads_body,
            link_of(opened.edition, id),
            {text("team", opened.team.name)}},
           act.now);
    note_in_journal(writer, opened.edition, "lead_handed_over", std::to_string(id.value()),
                    act.by.person, act.now);
    return Done{};
}

}  // namespace wasl::challenges
