// SPDX-License-Identifier: Apache-2.0
// Into a team: by a link that its leader sent, or by asking its leader.
#include "modules/challenges/inside.hpp"

namespace wasl::challenges {

namespace {

constexpr std::string_view invitation_purpose = "challenges.invitation";

std::string invitation_text(TeamId team, InvitationId id) {
    return std::to_string(team.value()) + "/" + std::to_string(id.value());
}

Outcome has_room(db::Reader& reader, Edition const& edition, TeamId team) {
    if (store::members_count(reader, team) < edition.team_max) return Done{};
    return Refusal{Refused::conflict, say(msg::refused_full, {number("count", edition.team_max)})};
}

Outcome enter(db::Writer& writer, OpenedTeam const& opened, PersonId person, Instant now) {
    TRY(has_room(writer, opened.edition, opened.team.id));
    if (!store::try_enter(writer, opened.edition.id, person, opened.team.id, now))
        return Refusal{Refused::conflict, say(msg::refused_in_team)};
    store::stop_looking(writer, opened.edition.id, person, now);
    note_in_journal(writer, opened.edition, "team_joined", std::to_string(opened.team.id.value()),
                    person, now);
    return Done{};
}

}  // namespace

Result<Invited> Desk::invite(db::Writer& writer, Act const& act, TeamId id,
                             std::string_view address) const {
    auto const opened = TRY(open_as_leader(writer, act, id, Doing::join));
    TRY(has_room(writer, opened.edition, id));
    if (store::invitations(writer, id).size() >= invitations_max)
        return Refusal{Refused::too_often,
                       say(msg::refused_invitations, {number("count", invitations_max)})};
    Invitation invitation;
    invitation.id = db::fresh<InvitationId>();
    invitation.team = id;
    if (!address.empty()) invitation.address = TRY(people::contact_text(address, "address"));
    invitation.until = act.now + invitation_kept;
    store::insert(writer, invitation, act.by.person);
    Invited invited{
        .id = invitation.id,
        .key = house_.people.key_for(invitation_purpose, invitation_text(id, invitation.id)),
        .link = {}};
    invited.link = link_of(opened.edition, id, "/join/") + std::to_string(invitation.id.value()) +
                   "?key=" + invited.key;
    if (!invitation.address.empty())
        house_.notices.post_letter(
            writer,
            {.address = invitation.address,
             .language = Language::ar,
             .subject = say(msg::letter_invitation_subject, {text("team", opened.team.name)}),
             .body = say(msg::letter_invitation_body, {text("team", opened.team.name),
                                                       text("edition", opened.edition.name.ar),
                                                       {"moment", invitation.until}}),
             .until = invitation.until,
             .link = invited.link},
            act.now);
    note_in_journal(writer, opened.edition, "invited", std::to_string(id.value()), act.by.person,
                    act.now);
    return invited;
}

Outcome Desk::still_opens(db::Reader& reader, TeamId team, InvitationId id, std::string_view key,
                          Instant now) const {
    auto const found = store::invitation(reader, id);
    bool const ours = found && found->team == team &&
                      house_.people.is_key_for(key, invitation_purpose, invitation_text(team, id));
    if (!ours) return Refusal{Refused::not_found, say(msg::refused_invitation)};
    if (found->used_by.value() != 0)
        return Refusal{Refused::gone, say(msg::refused_invitation_used)};
    if (now >= found->until) return Refusal{Refused::gone, say(msg::refused_invitation_old)};
    return Done{};
}

Outcome Desk::join(db::Writer& writer, Act const& act, TeamId team, InvitationId id,
                   std::string_view key, Profile const& typed) const {
    auto const opened = TRY(open_team(writer, act.by, act.edition, team));
    TRY(still_opens(writer, team, id, key, act.now));
    TRY(may_take_part(act.by, opened.edition));
    TRY(is_time(opened.edition, Doing::join, act.now));
    auto profile = TRY(checked(act.by, opened.edition, typed));
    profile.is_looking = false;
    store::keep(writer, opened.edition.id, profile, act.now);
    TRY(enter(writer, opened, act.by.person, act.now));
    if (!store::use(writer, id, act.by.person))
        return Refusal{Refused::gone, say(msg::refused_invitation_used)};
    notify(house_, writer, opened.edition, act.by.person,
           {opened.team.leader,
            msg::notice_joined_subject,
            msg::notice_joined_body,
            link_of(opened.edition, team),
            {text("team", opened.team.name)}},
           act.now);
    return Done{};
}

Outcome Desk::ask_to_join(db::Writer& writer, Act const& act, TeamId id, Profile const& typed,
                          std::string_view why) const {
    auto const opened = TRY(open_team(writer, act.by, act.edition, id));
    TRY(may_take_part(act.by, opened.edition));
    TRY(is_time(opened.edition, Doing::join, act.now));
    if (store::team_of(writer, opened.edition.id, act.by.person))
        return Refusal{Refused::conflict, say(msg::refused_in_team)};
    TRY(has_room(writer, opened.edition, id));
    TRY(readable(why, {"text", text_max}));
    auto profile = TRY(checked(act.by, opened.edition, typed));
    auto const known = store::profile(writer, opened.edition.id, act.by.person);
    profile.is_looking = known && known->is_looking;
    store::keep(writer, opened.edition.id, profile, act.now);
    store::keep_request(writer, id, act.by.person, why, act.now);
    notify(house_, writer, opened.edition, act.by.person,
           {opened.team.leader,
            msg::notice_asked_subject,
            msg::notice_asked_body,
            link_of(opened.edition, id),
            {text("team", opened.team.name)}},
           act.now);
    note_in_journal(writer, opened.edition, "asked_to_join", std::to_string(id.value()),
                    act.by.person, act.now);
    return Done{};
}

Outcome Desk::answer_request(db::Writer& writer, Act const& act, TeamId id, PersonId person,
                             bool accept, std::string_view reason) const {
    auto const opened = TRY(open_as_leader(writer, act, id, Doing::join));
    TRY(readable(reason, {"reason", text_max, !accept}));
    if (!store::answer_request(writer, id, person, accept ? "accepted" : "declined", reason))
        return Refusal{Refused::conflict, say(msg::refused_request)};
    if (accept) TRY(enter(writer, opened, person, act.now));
    notify(house_, writer, opened.edition, act.by.person,
           {person,
            accept ? msg::notice_accepted_subject : msg::notice_declined_subject,
            accept ? msg::notice_accepted_body : msg::notice_declined_body,
            link_of(opened.edition, id),
            {text("team", opened.team.name), text("reason", reason)}},
           act.now);
    note_in_journal(writer, opened.edition, accept ? "request_accepted" : "request_declined",
                    std::to_string(id.value()), act.by.person, act.now);
    return Done{};
}

}  // namespace wasl::challenges
