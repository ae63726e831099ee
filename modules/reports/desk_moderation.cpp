// SPDX-License-Identifier: Apache-2.0
// What the public is not to see: a report, one of its photos, what somebody added. Never in
// silence: whoever wrote it is told, with the reason.
#include <algorithm>

#include "modules/reports/inside.hpp"

namespace wasl::reports {

namespace {

template<typename Part>
Part const* part_of(std::vector<Part> const& all, decltype(Part::id) id) {
    auto const found =
        std::find_if(all.begin(), all.end(), [&](Part const& one) { return one.id == id; });
    return found == all.end() ? nullptr : &*found;
}

Refusal no_such() { return {Refused::not_found, say(msg::refused_not_found)}; }

// Whoever sent it: a person, the author without account, or (from another system) nobody we know.
void tell_writer(Teller const& teller, Update const* line, Message const& subject,
                 Message const& body, std::string_view reason) {
    Values const values{text("reason", reason)};
    if (line == nullptr || (line->by.value() == 0 && line->source.empty()))
        return teller.author_of_it(subject, body, values);
    teller.person(line->by, subject, body, values);
}

}  // namespace

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
    auto const* const photo = part_of(photos, id);
    if (photo == nullptr) return no_such();
    if (photo->is_hidden == hidden) return Refusal{Refused::conflict, say(msg::refused_same_sight)};
    store::hide_photo(writer, id, hidden);
    TRY(record(writer, opened.before, opened.after,
               {.action = hidden ? "hide_photo" : "show_photo",
                .by = act.by.person,
                .body = eyes.is_office ? opened.after.body : AdministrationId{0},
                .text = reason,
                .is_public = false,
                .now = act.now}));
    if (!eyes.is_office) return Done{};
    auto const lines = store::updates(writer, opened.before.id);
    tell_writer(Teller(writer, house_, opened.after, act.now), part_of(lines, photo->update),
                hidden ? msg::notice_photo_hidden_subject : msg::notice_photo_shown_subject,
                hidden ? msg::notice_photo_hidden_body : msg::notice_photo_shown_body, reason);
    return Done{};
}

Outcome Desk::hide_update(db::Writer& writer, Act const& act, UpdateId id, bool hidden,
                          std::string_view reason) const {
    auto opened = TRY(open_as_office(house_, writer, act));
    TRY(readable(reason, {"reason"}));
    auto const lines = store::updates(writer, opened.before.id);
    auto const* const line = part_of(lines, id);
    if (line == nullptr || !may_be_hidden(*line)) return no_such();
    if (line->is_public != hidden) return Refusal{Refused::conflict, say(msg::refused_same_sight)};
    store::set_public(writer, id, !hidden);
    // Its photos go with it, and come back one by one: each may have a reason of its own.
    if (hidden)
        for (auto const& photo : store::photos(writer, opened.before.id))
            if (photo.update == id) store::hide_photo(writer, photo.id, true);
    TRY(record(writer, opened.before, opened.after,
               {.action = hidden ? "hide_update" : "show_update",
                .by = act.by.person,
                .body = opened.after.body,
                .text = reason,
                .is_public = false,
                .now = act.now}));
    tell_writer(Teller(writer, house_, opened.after, act.now), line,
                hidden ? msg::notice_words_hidden_subject : msg::notice_words_shown_subject,
                hidden ? msg::notice_words_hidden_body : msg::notice_words_shown_body, reason);
    return Done{};
}

}  // namespace wasl::reports
