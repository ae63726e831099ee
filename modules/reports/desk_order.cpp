// SPDX-License-Identifier: Apache-2.0
// How an office keeps order: who does the work, what comes first, notes.
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

}  // namespace wasl::reports
