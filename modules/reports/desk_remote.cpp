// SPDX-License-Identifier: Apache-2.0
// What another system says about a report: the responsible body's own, or a client of GeoReport v2.
// Each update counts once, in whatever order they come: an older one than was heard already is told
// in the timeline, and changes no state.
#include <algorithm>

#include "kernel/receipt.hpp"
#include "modules/reports/inside.hpp"
#include "platform/clock/clock.hpp"

namespace wasl::reports {

Outcome Desk::hear(db::Writer& writer, Heard const& heard) const {
    Refusal const hidden{Refused::not_found, say(msg::refused_not_found)};
    check(!heard.source.empty(), "a remote update has an id");
    auto const number = parse_receipt(heard.number);
    auto const found = number ? store::by_number(writer, *number) : std::nullopt;
    if (!found || found->phase == Phase::unconfirmed ||
        (heard.body.value() != 0 && found->body != heard.body))
        return hidden;
    TRY(readable(heard.text, {"description", message_max, false}));
    TRY(few_enough(heard.photos));
    // A clock that runs ahead would make everything that is said later look old.
    auto const said_at = std::min(heard.said_at, heard.now);
    auto after = *found;
    after.photos += static_cast<int>(heard.photos.size());
    auto const settings = this->settings(writer, heard.now);
    auto const* const state = settings->state(heard.state);
    std::string_view action = "comment";
    // Who speaks for no body tells, and decides nothing.
    if (heard.body.value() != 0 && state != nullptr && may_be_entered(*state) &&
        state->code != found->state && store::newest_heard(writer, found->id) <= said_at) {
        auto const step = action_between(found->phase, state->phase);
        if (step_from(found->phase, step, office) != nullptr) {
            action = name_of(step);
            after.phase = state->phase;
            after.state = state->code;
            if (step == Action::reopen)
                begin_again(after, house_, *settings, clock::day_in_morocco(heard.now));
        }
    }
    auto const line = TRY(record(writer, *found, after,
                                 {.action = action,
                                  .body = heard.body,
                                  .text = heard.text,
                                  .source = heard.source,
                                  .now = heard.now,
                                  .said_at = said_at}));
    add_photos(writer, after.id, line, found->photos, heard.photos);
    Teller const teller(writer, house_, after, heard.now);
    if (after.state != found->state) {
        tell_moved(teller, after.phase, PersonId{0});
    } else {
        teller.author_of_it(msg::notice_comment_subject, msg::notice_comment_body);
        teller.followers(msg::notice_comment_subject, msg::notice_comment_body, PersonId{0});
    }
    return Done{};
}

}  // namespace wasl::reports
