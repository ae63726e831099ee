// SPDX-License-Identifier: Apache-2.0
#include "modules/challenges/inside.hpp"

#include <algorithm>
#include <boost/json.hpp>

#include "kernel/text/signs.hpp"
#include "modules/challenges/store_coaching.hpp"
#include "platform/journal/journal.hpp"

namespace wasl::challenges {

bool organises(http::Visitor const& visitor, Edition const& edition) {
    return visitor.is(http::Role::head, edition.organiser) ||
           people::administers(visitor, edition.organiser);
}

bool is_civil_servant(http::Visitor const& visitor) {
    return std::any_of(visitor.grants.begin(), visitor.grants.end(),
                       [](http::Grant const& one) { return one.role != http::Role::citizen; });
}

static bool is_invited(http::Visitor const& visitor, Edition const& edition) {
    if (edition.invited.empty()) return true;
    return std::any_of(visitor.grants.begin(), visitor.grants.end(), [&](http::Grant const& one) {
        return std::find(edition.invited.begin(), edition.invited.end(), one.administration) !=
               edition.invited.end();
    });
}

Outcome may_take_part(http::Visitor const& visitor, Edition const& edition) {
    if (!visitor.signed_in())
        return Refusal{Refused::not_signed_in, say(msg::refused_not_signed_in)};
    if (edition.eligible == Eligible::civil_servants && !is_civil_servant(visitor))
        return Refusal{Refused::forbidden, say(msg::refused_civil_servants)};
    if (!is_invited(visitor, edition))
        return Refusal{Refused::forbidden, say(msg::refused_not_invited)};
    return Done{};
}

Result<Edition> open(db::Reader& reader, http::Visitor const& visitor, std::string_view code) {
    auto found = store::edition_coded(reader, code);
    if (!found || (found->state == State::draft && !organises(visitor, *found)))
        return Refusal{Refused::not_found, say(msg::refused_no_edition)};
    return std::move(*found);
}

Result<Edition> open_as_organiser(db::Reader& reader, Act const& act) {
    auto edition = TRY(open(reader, act.by, act.edition));
    if (!organises(act.by, edition))
        return Refusal{Refused::forbidden, say(msg::refused_organiser)};
    if (edition.is_record()) return Refusal{Refused::conflict, say(msg::refused_record)};
    if (edition.state == State::closed)
        return Refusal{Refused::conflict, say(msg::refused_edition_closed)};
    return edition;
}

Result<OpenedTeam> open_team(db::Reader& reader, http::Visitor const& visitor,
                             std::string_view code, TeamId id) {
    auto edition = TRY(open(reader, visitor, code));
    auto team = store::team(reader, id);
    if (!team || team->edition != edition.id || team->is_withdrawn)
        return Refusal{Refused::not_found, say(msg::refused_no_team)};
    OpenedTeam opened{std::move(edition), std::move(*team)};
    opened.is_organiser = organises(visitor, opened.edition);
    if (!visitor.signed_in()) return opened;
    opened.is_member = store::team_of(reader, opened.edition.id, visitor.person) == id;
    opened.is_leader = opened.is_member && opened.team.leader == visitor.person;
    return opened;
}

Result<OpenedTeam> open_as_member(db::Reader& reader, Act const& act, TeamId id, Doing doing) {
    auto opened = TRY(open_team(reader, act.by, act.edition, id));
    if (!act.by.signed_in())
        return Refusal{Refused::not_signed_in, say(msg::refused_not_signed_in)};
    if (!opened.is_member) return Refusal{Refused::forbidden, say(msg::refused_member)};
    TRY(is_time(opened.edition, doing, act.now));
    return opened;
}

Result<OpenedTeam> open_as_leader(db::Reader& reader, Act const& act, TeamId id, Doing doing) {
    auto opened = TRY(open_as_member(reader, act, id, doing));
    if (!opened.is_leader) return Refusal{Refused::forbidden, say(msg::refused_leader)};
    return opened;
}

bool mentors_team(db::Reader& reader, EditionId edition, TeamId team, PersonId person) {
    if (person.value() == 0) return false;
    auto const hours = store::hours_of_mentor(reader, edition, person);
    return std::any_of(hours.begin(), hours.end(),
                       [&](Hour const& one) { return one.team == team; });
}

Outcome readable(std::string_view text, Wanted const& wanted) {
    if (lexis::signs_in(text) > wanted.signs_max)
        return Refusal{Refused::invalid,
                       say(msg::refused_long, {number("count", wanted.signs_max)}),
                       {},
                       wanted.field};
    if (lexis::has_hidden_signs(text))
        return Refusal{Refused::invalid, say(msg::refused_signs), {}, wanted.field};
    if (wanted.required && lexis::is_blank(text))
        return Refusal{Refused::invalid, say(msg::refused_empty), {}, wanted.field};
    return Done{};
}

Outcome readable(Names const& names, std::string_view ar, std::string_view fr,
                 std::size_t signs_max, bool required) {
    TRY(readable(names.ar, {ar, signs_max, required}));
    return readable(names.fr, {fr, signs_max, false});
}

AdministrationId own_administration(http::Visitor const& visitor, AdministrationId typed) {
    AdministrationId first{0};
    for (auto const& one : visitor.grants) {
        if (one.role == http::Role::citizen || one.administration.value() == 0) continue;
        if (one.administration == typed) return typed;
        if (first.value() == 0) first = one.administration;
    }
    return first;
}

Result<Profile> checked(http::Visitor const& visitor, Edition const& edition,
                        Profile const& typed) {
    TRY(may_take_part(visitor, edition));
    TRY(readable(typed.profession, {"profession", name_max}));
    TRY(readable(typed.skills, {"skills", line_max, false}));
    TRY(readable(typed.about, {"about", text_max, false}));
    auto profile = typed;
    profile.person = visitor.person;
    profile.administration = own_administration(visitor, typed.administration);
    return profile;
}

void note_in_journal(db::Writer& writer, Edition const& edition, std::string_view kind,
                     std::string_view about, PersonId by, Instant now) {
    boost::json::object facts{{"state", name_of(edition.state)}};
    if (!about.empty()) facts["about"] = about;
    journal::append(writer,
                    {.chain = edition.organiser.value(),
                     .kind = "challenges." + std::string(kind),
                     .subject = edition.code,
                     .actor = by.value(),
                     .facts = boost::json::serialize(facts)},
                    now);
}

void notify(House const& house, db::Writer& writer, Edition const& edition, PersonId by,
            Told const& told, Instant now) {
    if (told.to.value() == 0 || told.to == by) return;
    auto values = told.values;
    values.push_back(text("edition", edition.name.ar));
    house.notices.post(writer,
                       {.to = told.to,
                        .subject = say(told.subject, values),
                        .body = say(told.body, values),
                        .link = told.link,
                        .about = edition.code},
                       now);
}

std::string link_of(Edition const& edition, std::string_view below) {
    return "/challenges/" + edition.code + std::string(below);
}
std::string link_of(Edition const& edition, TeamId team, std::string_view below) {
    return link_of(edition, "/teams/" + std::to_string(team.value()) + std::string(below));
}

}  // namespace wasl::challenges
