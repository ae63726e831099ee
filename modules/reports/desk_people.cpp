// SPDX-License-Identifier: Apache-2.0
// What people do about a report that is there: follow, support, add.
#include "modules/reports/inside.hpp"

namespace wasl::reports {

namespace {

Outcome signed_in(Act const& act) {
    if (act.by.signed_in()) return Done{};
    return Refusal{Refused::not_signed_in, say(msg::refused_sign_in)};
}

Outcome change_following(db::Writer& writer, Report const& report, PersonId person, bool supports,
                         Instant now) {
    auto const before = store::following(writer, report.id, person);
    store::keep_following(writer, report.id, person, supports, now);
    if (before.supports != supports) store::add_support(writer, report.id, supports ? 1 : -1, now);
    return Done{};
}

}  // namespace

Outcome Desk::follow(db::Writer& writer, Act const& act, bool supports) const {
    TRY(signed_in(act));
    auto const opened = TRY(open(house_, writer, act));
    if (opened.eyes.is_author && supports)
        return Refusal{Refused::conflict, say(msg::refused_own_support)};
    return change_following(writer, opened.before, act.by.person, supports, act.now);
}

Outcome Desk::stop_following(db::Writer& writer, Act const& act) const {
    TRY(signed_in(act));
    auto const opened = TRY(open(house_, writer, act));
    auto const before = store::following(writer, opened.before.id, act.by.person);
    store::stop_following(writer, opened.before.id, act.by.person);
    if (before.supports) store::add_support(writer, opened.before.id, -1, act.now);
    return Done{};
}

// A support is a person's, and an office never moves it.
Outcome Desk::move_support(db::Writer& writer, Act const& act) const {
    TRY(signed_in(act));
    auto const opened = TRY(open(house_, writer, act));
    if (!opened.before.duplicate_of)
        return Refusal{Refused::conflict, say(msg::refused_no_duplicate)};
    auto const other = store::by_id(writer, *opened.before.duplicate_of);
    if (!other || !other->is_public())
        return Refusal{Refused::not_found, say(msg::refused_not_found)};
    auto const before = store::following(writer, opened.before.id, act.by.person);
    if (!before.supports && !opened.eyes.is_author)
        return Refusal{Refused::conflict, say(msg::refused_no_support)};
    TRY(change_following(writer, *other, act.by.person, true, act.now));
    if (before.follows) TRY(stop_following(writer, act));
    return Done{};
}

Outcome Desk::comment(db::Writer& writer, Act const& act, std::string_view text,
                      std::span<std::string const> photos) const {
    auto opened = TRY(open(house_, writer, act));
    if (!opened.eyes.is_author) TRY(signed_in(act));
    TRY(readable(text, {"text"}));
    TRY(few_enough(photos));
    if (!act.once.empty())
        for (auto const& one : store::updates(writer, opened.before.id))
            if (one.action == "comment" && one.about == act.once) return Done{};
    auto& after = opened.after;
    after.photos += static_cast<int>(photos.size());
    auto const body = opened.eyes.is_office ? after.body : AdministrationId{0};
    auto const line = TRY(record(writer, opened.before, after,
                                 {.action = "comment",
                                  .by = act.by.person,
                                  .body = body,
                                  .text = text,
                                  .about = act.once,
                                  .now = act.now}));
    add_photos(writer, after.id, line, opened.before.photos, photos);
    Teller const teller(writer, house_, after, act.now);
    if (!opened.eyes.is_author)
        teller.author_of_it(msg::notice_comment_subject, msg::notice_comment_body);
    if (!opened.eyes.is_office)
        teller.person(after.assigned, msg::notice_comment_subject, msg::notice_comment_body);
    teller.followers(msg::notice_comment_subject, msg::notice_comment_body, act.by.person);
    return Done{};
}

}  // namespace wasl::reports
