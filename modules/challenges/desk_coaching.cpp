// SPDX-License-Identifier: Apache-2.0
// Mentors, their hours, and who booked them. Keys of the database keep two from one hour.
#include <algorithm>

#include "modules/challenges/inside.hpp"
#include "modules/challenges/store_coaching.hpp"
#include "platform/html/html.hpp"

namespace wasl::challenges {

namespace {

constexpr std::string_view mentor_purpose = "challenges.mentor";

struct OpenedHour {
    Edition edition;
    Hour hour;
};
Result<OpenedHour> open_hour(db::Reader& reader, Act const& act, HourId id) {
    auto edition = TRY(open(reader, act.by, act.edition));
    auto hour = store::hour(reader, id);
    if (!hour || hour->edition != edition.id)
        return Refusal{Refused::not_found, say(msg::refused_no_hour)};
    return OpenedHour{std::move(edition), std::move(*hour)};
}
Result<OpenedHour> open_own_hour(db::Reader& reader, Act const& act, HourId id) {
    auto opened = TRY(open_hour(reader, act, id));
    if (opened.hour.mentor != act.by.person)
        return Refusal{Refused::forbidden, say(msg::refused_mentor)};
    return opened;
}

Outcome mentor_fits(Mentor const& typed) {
    TRY(readable(typed.skills, {"skills", line_max}));
    return readable(typed.about, {"about", text_max, false});
}

}  // namespace

Result<Invited> Desk::call_mentor(db::Writer& writer, Act const& act,
                                  std::string_view address) const {
    auto const edition = TRY(open_as_organiser(writer, act));
    auto const contact = TRY(people::contact_text(address, "address"));
    Invited invited{.key = house_.people.key_for(mentor_purpose, key_text(edition, contact)),
                    .link = {}};
    invited.link = link_of(edition, "/mentor?address=");
    html::append_encoded(invited.link, contact);
    invited.link += "&key=" + invited.key;
    house_.notices.post_letter(
        writer,
        {.address = contact,
         .language = Language::ar,
         .subject = say(msg::letter_mentor_subject, {text("edition", edition.name.ar)}),
         .body = say(msg::letter_mentor_body, {text("edition", edition.name.ar)}),
         .until = act.now + invitation_kept,
         .link = invited.link},
        act.now);
    note_in_journal(writer, edition, "mentor_called", {}, act.by.person, act.now);
    return invited;
}

// Whoever coaches a team is not of one: what is booked is never one's own.
Outcome Desk::accept_mentoring(db::Writer& writer, Act const& act, std::string_view address,
                               std::string_view key, Mentor const& typed) const {
    auto const edition = TRY(open(writer, act.by, act.edition));
    if (!house_.people.is_key_for(key, mentor_purpose, key_text(edition, address)))
        return Refusal{Refused::not_found, say(msg::refused_invitation)};
    if (!act.by.signed_in())
        return Refusal{Refused::not_signed_in, say(msg::refused_not_signed_in)};
    if (edition.state != State::published)
        return Refusal{Refused::conflict, say(msg::refused_edition_closed)};
    if (store::team_of(writer, edition.id, act.by.person))
        return Refusal{Refused::conflict, say(msg::refused_mentor_in_team)};
    TRY(mentor_fits(typed));
    auto mentor = typed;
    mentor.person = act.by.person;
    mentor.is_active = true;
    store::keep(writer, edition.id, mentor);
    note_in_journal(writer, edition, "mentor_joined", {}, act.by.person, act.now);
    return Done{};
}

Outcome Desk::keep_mentor(db::Writer& writer, Act const& act, Mentor const& typed) const {
    auto const edition = TRY(open(writer, act.by, act.edition));
    auto const known = store::mentor(writer, edition.id, act.by.person);
    if (!known) return Refusal{Refused::forbidden, say(msg::refused_mentor)};
    TRY(mentor_fits(typed));
    auto mentor = typed;
    mentor.person = act.by.person;
    store::keep(writer, edition.id, mentor);
    note_in_journal(writer, edition, "mentor_kept", {}, act.by.person, act.now);
    return Done{};
}

Outcome Desk::offer_hours(db::Writer& writer, Act const& act, Instant first, int count,
                          std::string_view place) const {
    auto const edition = TRY(open(writer, act.by, act.edition));
    auto const mentor = store::mentor(writer, edition.id, act.by.person);
    if (!mentor || !mentor->is_active) return Refusal{Refused::forbidden, say(msg::refused_mentor)};
    TRY(readable(place, {"place", line_max}));
    if (count < 1 || count > hours_offered_max)
        return Refusal{Refused::invalid,
                       say(msg::refused_count, {number("count", hours_offered_max)}),
                       {},
                       "count"};
    auto const slot =
        std::chrono::floor<std::chrono::minutes>(first.time_since_epoch()).count() / slot_minutes;
    for (int n = 0; n < count; ++n) {
        Hour const hour{.id = db::fresh<HourId>(),
                        .edition = edition.id,
                        .mentor = act.by.person,
                        .slot = slot + n,
                        .place = std::string(place)};
        if (hour.begins() <= act.now)
            return Refusal{Refused::invalid, say(msg::refused_past), {}, "day"};
        auto const at = window(edition, Doing::book, hour.begins());
        if (!at.open()) return Refusal{Refused::invalid, say(msg::refused_no_coaching), {}, "day"};
        if (!store::try_insert(writer, hour))
            return Refusal{Refused::conflict,
                           say(msg::refused_hour_there, {{"moment", hour.begins()}}),
                           {},
                           "day"};
    }
    note_in_journal(writer, edition, "hours_offered", std::to_string(count), act.by.person,
                    act.now);
    return Done{};
}

Outcome Desk::withdraw_hour(db::Writer& writer, Act const& act, HourId id) const {
    auto const opened = TRY(open_own_hour(writer, act, id));
    if (!store::remove_free(writer, id))
        return Refusal{Refused::conflict, say(msg::refused_hour_booked)};
    note_in_journal(writer, opened.edition, "hour_withdrawn", {}, act.by.person, act.now);
    return Done{};
}

Outcome Desk::book(db::Writer& writer, Act const& act, TeamId team, HourId id,
                   std::string_view topic) const {
    auto const opened = TRY(open_as_member(writer, act, team, Doing::book));
    auto const hour = TRY(open_hour(writer, act, id)).hour;
    TRY(readable(topic, {"topic", line_max}));
    if (hour.begins() <= act.now) return Refusal{Refused::conflict, say(msg::refused_past)};
    auto const booked = store::hours_of_team(writer, team);
    auto const waiting = std::count_if(booked.begin(), booked.end(),
                                       [&](Hour const& one) { return one.begins() > act.now; });
    if (waiting >= hours_of_team_max)
        return Refusal{Refused::conflict,
                       say(msg::refused_hours, {number("count", hours_of_team_max)})};
    switch (store::try_book(writer, id, team, act.by.person, topic, act.now)) {
        case store::Booked::yes: break;
        case store::Booked::taken: return Refusal{Refused::conflict, say(msg::refused_hour_taken)};
        case store::Booked::busy: return Refusal{Refused::conflict, say(msg::refused_hour_busy)};
    }
    notify(house_, writer, opened.edition, act.by.person,
           {hour.mentor,
            msg::notice_booked_subject,
            msg::notice_booked_body,
            link_of(opened.edition, "/mentor"),
            {text("team", opened.team.name), {"moment", hour.begins()}}},
           act.now);
    note_in_journal(writer, opened.edition, "hour_booked", std::to_string(team.value()),
                    act.by.person, act.now);
    return Done{};
}

Outcome Desk::cancel_booking(db::Writer& writer, Act const& act, HourId id) const {
    auto const opened = TRY(open_hour(writer, act, id));
    auto const& hour = opened.hour;
    bool const is_mentor = act.by.signed_in() && hour.mentor == act.by.person;
    bool const is_member = act.by.signed_in() && hour.team.value() != 0 &&
                           store::team_of(writer, opened.edition.id, act.by.person) == hour.team;
    if (!is_mentor && !is_member) return Refusal{Refused::forbidden, say(msg::refused_member)};
    if (hour.team.value() == 0) return Refusal{Refused::conflict, say(msg::refused_hour_free)};
    if (hour.begins() <= act.now) return Refusal{Refused::conflict, say(msg::refused_past)};
    store::free(writer, id);
    notify(house_, writer, opened.edition, act.by.person,
           {is_mentor ? hour.booked_by : hour.mentor,
            msg::notice_cancelled_subject,
            msg::notice_cancelled_body,
            link_of(opened.edition, is_mentor ? "/mentors" : "/mentor"),
            {{"moment", hour.begins()}}},
           act.now);
    note_in_journal(writer, opened.edition, "hour_cancelled", std::to_string(hour.team.value()),
                    act.by.person, act.now);
    return Done{};
}

// Held is what has begun; only members of the team were there, and the mentor was.
Outcome Desk::note(db::Writer& writer, Act const& act, HourId id, std::string_view notes, bool held,
                   std::span<PersonId const> present) const {
    auto const opened = TRY(open_own_hour(writer, act, id));
    auto const& hour = opened.hour;
    if (hour.team.value() == 0) return Refusal{Refused::conflict, say(msg::refused_hour_free)};
    TRY(readable(notes, {"notes", text_max, false}));
    if (held && act.now < hour.begins())
        return Refusal{Refused::conflict, say(msg::refused_not_begun)};
    std::vector<PersonId> there;
    if (held) there.push_back(hour.mentor);
    for (auto const& member : store::members(writer, hour.team))
        if (held &&
            std::find(present.begin(), present.end(), member.profile.person) != present.end())
            there.push_back(member.profile.person);
    store::note(writer, id, notes, held);
    store::set_present(writer, hour, there);
    note_in_journal(writer, opened.edition, "hour_noted", std::to_string(hour.team.value()),
                    act.by.person, act.now);
    return Done{};
}

std::vector<Mentor> Desk::mentors(db::Reader& reader, EditionId edition) const {
    return store::mentors(reader, edition);
}
std::vector<Hour> Desk::hours(db::Reader& reader, EditionId edition, Instant from) const {
    auto const slot =
        std::chrono::floor<std::chrono::minutes>(from.time_since_epoch()).count() / slot_minutes;
    return store::hours(reader, edition, slot);
}
std::vector<Hour> Desk::hours_of_mentor(db::Reader& reader, EditionId edition,
                                        PersonId person) const {
    return store::hours_of_mentor(reader, edition, person);
}
std::vector<Hour> Desk::hours_of_team(db::Reader& reader, TeamId team) const {
    return store::hours_of_team(reader, team);
}
std::vector<Attendance> Desk::coached(db::Reader& reader, EditionId edition) const {
    return store::coached(reader, edition);
}

}  // namespace wasl::challenges
