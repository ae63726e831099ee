// SPDX-License-Identifier: Apache-2.0
// How an office keeps order: who does the work, what comes first, notes, moderation.
#include <algorithm>

#include "modules/reports/inside.hpp"

namespace wasl::reports {

// Of the body itself: who could answer for it.
static bool works_there(db::Reader& reader, Desk::House const& house, Report const& report,
                        PersonId person, Date today) {
    for (auto const role : {http::Role::officer, http::Role::head})
        for (auto const one : house.people.holders(reader, report.body, role, today))
            if (one == person) return true;
    return false;
}

Outcome Desk::assign(db::Writer& writer, Act const& act, Assignment const& to) const {
    auto opened = TRY(open_as_office(house_, writer, act));
    auto const& before = opened.before;
    if (!before.is_open()) TRY(may(opened, Action::move));
    auto const places = house_.directory.picture();
    auto const* const unit = places->unit(to.unit);
    if (to.unit.value() != 0 && (unit == nullptr || unit->administration != before.body))
        return Refusal{Refused::invalid, say(msg::refused_body), {}, "unit"};
    if (to.person.value() != 0 && !works_there(writer, house_, before, to.person, act.today))
        return Refusal{Refused::invalid, say(msg::refused_officer), {}, "officer"};
    opened.after.unit = to.unit;
    opened.after.assigned = to.person;
    TRY(record(writer, before, opened.after,
               {.action = "assign",
                .by = act.by.person,
                .body = before.body,
                .is_public = false,
                .now = act.now}));
    if (to.person != act.by.person)
        Teller(writer, house_, opened.after, act.now)
            .person(to.person, msg::notice_assigned_subject, msg::notice_assigned_body);
    return Done{};
}

Outcome Desk::set_priority(db::Writer& writer, Act const& act, int priority) const {
    auto opened = TRY(open_as_office(house_, writer, act));
    if (priority < 0 || priority > 2)
        return Refusal{Refused::invalid, say(msg::refused_priority), {}, "priority"};
    opened.after.priority = priority;
    TRY(record(writer, opened.before, opened.after,
               {.action = "prioritise",
                .by = act.by.person,
                .body = opened.after.body,
                .is_public = false,
                .now = act.now}));
    return Done{};
}

Outcome Desk::add_note(db::Writer& writer, Act const& act, std::string_view text) const {
    auto opened = TRY(open_as_office(house_, writer, act));
    TRY(readable(text, {"text"}));
    TRY(record(writer, opened.before, opened.after,
               {.action = "note",
                .by = act.by.person,
                .body = opened.after.body,
                .text = text,
                .is_public = false,
                .now = act.now}));
    return Done{};
}

// Never in silence: the author is told, with the reason.
Outcome Desk::moderate(db::Writer& writer, Act const& act, Sight sight,
                       std::string_view reason) const {
    auto opened = TRY(open_as_office(house_, writer, act));
    TRY(readable(reason, {"reason"}));
    if (sight == opened.before.sight)
        return Refusal{Refused::conflict, say(msg::refused_same_sight)};
    opened.after.sight = sight;
    TRY(record(writer, opened.before, opened.after,
               {.action = sight == Sight::everybody ? "show" : "hide",
                .by = act.by.person,
                .body = opened.after.body,
                .text = reason,
                .is_public = false,
                .now = act.now}));
    Teller(writer, house_, opened.after, act.now)
        .author_of_it(msg::notice_moderated_subject, msg::notice_moderated_body,
                      {text("reason", reason)});
    return Done{};
}

Outcome Desk::hide_photo(db::Writer& writer, Act const& act, PhotoId id, bool hidden,
                         std::string_view reason) const {
    auto opened = TRY(open(house_, writer, act));
    auto const& eyes = opened.eyes;
    // Its author takes back what was shown; only the office shows again what it had hidden.
    if (!eyes.is_office && !(eyes.is_author && hidden))
        return Refusal{Refused::forbidden, say(msg::refused_actor)};
    TRY(readable(reason, {"reason", message_max, eyes.is_office}));
    auto const photos = store::photos(writer, opened.before.id);
    bool const known =
        std::any_of(photos.begin(), photos.end(), [&](Photo const& one) { return one.id == id; });
    if (!known) return Refusal{Refused::not_found, say(msg::refused_not_found)};
    store::hide_photo(writer, id, hidden);
    TRY(record(writer, opened.before, opened.after,
               {.action = hidden ? "hide_photo" : "show_photo",
                .by = act.by.person,
                .body = eyes.is_office ? opened.after.body : AdministrationId{0},
                .text = reason,
                .is_public = false,
                .now = act.now}));
    if (eyes.is_office)
        Teller(writer, house_, opened.after, act.now)
            .author_of_it(msg::notice_moderated_subject, msg::notice_moderated_body,
                          {text("reason", reason)});
    return Done{};
}

}  // namespace wasl::reports
