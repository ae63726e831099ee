// SPDX-License-Identifier: Apache-2.0
// What the author of a report does with it: mend, withdraw, open again, judge, cut.
#include "modules/reports/inside.hpp"

namespace wasl::reports {

Outcome Desk::author_fixed(db::Writer& writer, Act const& act, std::string_view text) const {
    auto opened = TRY(open(house_, writer, act));
    TRY(may(opened, Action::fix));
    TRY(readable(text, {"text", message_max, false}));
    auto const settings = this->settings(writer, act.now);
    enter(opened.after, *settings, Phase::fixed);
    TRY(record(
        writer, opened.before, opened.after,
        {.action = name_of(Action::fix), .by = act.by.person, .text = text, .now = act.now}));
    Teller const teller(writer, house_, opened.after, act.now);
    teller.person(opened.after.assigned, msg::notice_fixed_subject, msg::notice_fixed_body);
    teller.followers(msg::notice_fixed_subject, msg::notice_fixed_body, act.by.person);
    return Done{};
}

Outcome Desk::withdraw(db::Writer& writer, Act const& act, std::string_view reason) const {
    auto opened = TRY(open(house_, writer, act));
    TRY(may(opened, Action::withdraw));
    TRY(readable(reason, {"reason", message_max, false}));
    auto const settings = this->settings(writer, act.now);
    enter(opened.after, *settings, Phase::withdrawn);
    TRY(record(writer, opened.before, opened.after,
               {.action = name_of(Action::withdraw),
                .by = act.by.person,
                .text = reason,
                .now = act.now}));
    Teller(writer, house_, opened.after, act.now)
        .person(opened.after.assigned, msg::notice_withdrawn_subject, msg::notice_withdrawn_body);
    return Done{};
}

// Whoever answered is told: a report that is opened again is no silent mark on a page.
Outcome Desk::reopen(db::Writer& writer, Act const& act, std::string_view why) const {
    auto opened = TRY(open(house_, writer, act));
    TRY(may(opened, Action::reopen));
    TRY(readable(why, {"reason"}));
    auto const& before = opened.before;
    if (before.closed_at && act.now - *before.closed_at > Days{reopen_days})
        return Refusal{Refused::conflict,
                       say(msg::refused_reopen_late, {number("count", reopen_days)})};
    auto const settings = this->settings(writer, act.now);
    auto& after = opened.after;
    enter(after, *settings, Phase::open);
    begin_again(after, house_, *settings, act.today);
    TRY(record(writer, before, after,
               {.action = name_of(Action::reopen),
                .by = act.by.person,
                .body = opened.eyes.is_office ? after.body : AdministrationId{0},
                .text = why,
                .now = act.now}));
    Teller const teller(writer, house_, after, act.now);
    teller.person(after.assigned, msg::notice_reopened_subject, msg::notice_reopened_body);
    teller.heads_of(after.body, msg::notice_reopened_subject, msg::notice_reopened_body);
    if (!opened.eyes.is_author)
        teller.author_of_it(msg::notice_reopened_subject, msg::notice_reopened_body);
    return Done{};
}

Outcome Desk::rate(db::Writer& writer, Act const& act, int stars) const {
    auto opened = TRY(open(house_, writer, act));
    if (!opened.eyes.is_author) return Refusal{Refused::forbidden, say(msg::refused_actor)};
    if (stars < 1 || stars > 5)
        return Refusal{Refused::invalid, say(msg::refused_rating), {}, "rating"};
    if (!is_over(opened.before.phase) || opened.before.phase == Phase::withdrawn)
        return Refusal{Refused::conflict, say(msg::refused_rating_early)};
    opened.after.rating = stars;
    TRY(record(writer, opened.before, opened.after,
               {.action = "rate", .by = act.by.person, .is_public = false, .now = act.now}));
    return Done{};
}

Outcome Desk::redact(db::Writer& writer, Act const& act, std::string_view title,
                     std::string_view details) const {
    auto opened = TRY(open(house_, writer, act));
    if (!opened.eyes.is_author) return Refusal{Refused::forbidden, say(msg::refused_actor)};
    TRY(readable(title, {"title", title_max}));
    TRY(readable(details, {"details", details_max, false}));
    opened.after.title = title;
    opened.after.details = details;
    TRY(record(writer, opened.before, opened.after,
               {.action = "redact", .by = act.by.person, .now = act.now}));
    return Done{};
}

}  // namespace wasl::reports
