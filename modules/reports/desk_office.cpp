// SPDX-License-Identifier: Apache-2.0
// What the responsible body does: answer, hand on, join. Each with its reason told, under the name
// of the body that acted.
#include <algorithm>

#include "kernel/receipt.hpp"
#include "modules/reports/inside.hpp"

namespace wasl::reports {

namespace {

Outcome change_category(Report& after, Settings const& settings, OfficeCalendar const& calendar,
                        std::string const& code, Date today) {
    auto const* const category = settings.category(code);
    if (category == nullptr || category->parent.empty() || !category->is_active)
        return Refusal{Refused::invalid, say(msg::refused_category), {}, "category"};
    after.category = code;
    // What was private stays so: its author was told that nobody else would read it.
    if (category->is_private && after.sight == Sight::everybody)
        after.sight = Sight::author_and_office;
    // Counted from the filing, since its author waits from then on; but never a day gone by.
    after.due = due_day(calendar, after.filed_on, category->days);
    if (after.due) after.due = std::max(*after.due, calendar.open_on_or_after(today + Days{1}));
    return Done{};
}

Outcome change_body(Report& after, Settings const& settings, directory::Picture const& places,
                    Transfer const& to) {
    if (to.body.value() == 0) {
        auto const bodies = settings.bodies_for(places, after.category, after.territory);
        if (bodies.empty()) return Done{};
        after.body = bodies.front().body;
        after.unit = bodies.front().unit;
        return Done{};
    }
    auto const* const unit = places.unit(to.unit);
    if (places.administration(to.body) == nullptr ||
        (to.unit.value() != 0 && (unit == nullptr || unit->administration != to.body)))
        return Refusal{Refused::invalid, say(msg::refused_body), {}, "body"};
    after.body = to.body;
    after.unit = to.unit;
    return Done{};
}

}  // namespace

Outcome Desk::move(db::Writer& writer, Act const& act, std::string_view state,
                   std::string_view text, std::span<std::string const> photos) const {
    auto opened = TRY(open_as_office(house_, writer, act));
    auto const settings = this->settings(writer, act.now);
    auto const* const wanted = settings->state(state);
    if (wanted == nullptr || !may_be_entered(*wanted))
        return Refusal{Refused::invalid, say(msg::refused_state), {}, "state"};
    auto const action = action_between(opened.before.phase, wanted->phase);
    TRY(may(opened, action));
    // Whoever is refused is owed the reason.
    TRY(readable(text, {"text", message_max, wanted->phase == Phase::refused}));
    TRY(few_enough(photos));
    auto& after = opened.after;
    after.phase = wanted->phase;
    after.state = wanted->code;
    if (action == Action::reopen) begin_again(after, house_, *settings, act.today);
    after.photos += static_cast<int>(photos.size());
    auto const line = TRY(record(writer, opened.before, after,
                                 {.action = name_of(action),
                                  .by = act.by.person,
                                  .body = after.body,
                                  .text = text,
                                  .now = act.now}));
    add_photos(writer, after.id, line, opened.before.photos, photos);
    tell_moved(Teller(writer, house_, after, act.now), after.phase, act.by.person);
    return Done{};
}

Outcome Desk::transfer(db::Writer& writer, Act const& act, Transfer const& to,
                       std::string_view reason) const {
    auto opened = TRY(open_as_office(house_, writer, act));
    TRY(may(opened, Action::transfer));
    TRY(readable(reason, {"reason"}));
    auto const settings = this->settings(writer, act.now);
    auto const places = house_.directory.picture();
    auto const& before = opened.before;
    auto& after = opened.after;
    if (!to.category.empty() && to.category != before.category)
        TRY(change_category(after, *settings, *house_.directory.calendar(), to.category,
                            act.today));
    TRY(change_body(after, *settings, *places, to));
    if (after.category == before.category && after.body == before.body && after.unit == before.unit)
        return Refusal{Refused::invalid, say(msg::refused_same), {}, "category"};
    after.assigned = PersonId{0};
    auto const about = before.category + " " + std::to_string(before.body.value());
    TRY(record(writer, before, after,
               {.action = name_of(Action::transfer),
                .by = act.by.person,
                .body = before.body,
                .text = reason,
                .about = about,
                .now = act.now}));
    Teller const teller(writer, house_, after, act.now);
    teller.author_of_it(msg::notice_transferred_subject, msg::notice_transferred_body);
    if (after.body != before.body)
        teller.heads_of(after.body, msg::notice_transferred_subject, msg::notice_transferred_body);
    return Done{};
}

// Both pages show the link; nobody's support is moved.
Outcome Desk::mark_duplicate(db::Writer& writer, Act const& act, std::string_view of) const {
    auto opened = TRY(open_as_office(house_, writer, act));
    TRY(may(opened, Action::mark_duplicate));
    auto const number = parse_receipt(of);
    auto const other = number ? store::by_number(writer, *number) : std::nullopt;
    if (!other || other->id == opened.before.id || other->phase == Phase::duplicate ||
        !may_see(eyes_of(house_, act.by, {}, *other), *other))
        return Refusal{Refused::invalid, say(msg::refused_duplicate_of), {}, "of"};
    auto const settings = this->settings(writer, act.now);
    auto& after = opened.after;
    enter(after, *settings, Phase::duplicate);
    after.duplicate_of = other->id;
    TRY(record(writer, opened.before, after,
               {.action = name_of(Action::mark_duplicate),
                .by = act.by.person,
                .body = after.body,
                .about = other->number,
                .now = act.now}));
    Teller(writer, house_, after, act.now)
        .author_of_it(msg::notice_duplicate_subject, msg::notice_duplicate_body,
                      {text("other", other->number)});
    return Done{};
}

}  // namespace wasl::reports
