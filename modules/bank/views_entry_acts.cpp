// SPDX-License-Identifier: Apache-2.0
// What the reader of an entry may do: follow, compare; its author and reviewers: each step of the
// table that is open to them.
#include <algorithm>

#include "modules/bank/lifecycle.hpp"
#include "modules/bank/views.hpp"

namespace wasl::bank::views {

using namespace html::literals;

namespace {

html::Url here(EntryPage const& page) { return entry_url(page.whole.entry.number); }

void press(html::Html& h, EntryPage const& page, std::string_view act, Message const& label,
           html::ButtonKind kind = html::ButtonKind::secondary) {
    html::Form const form(h, {.action = here(page), .csrf = page.csrf, .narrow = true});
    html::hidden_field(h, "do", act);
    html::button(h, label, kind);
}

void following(html::Html& h, EntryPage const& page) {
    html::ButtonRow const row(h);
    if (!page.frame.signed_in)
        html::link_button(h, html::with(html::to("/sign-in"), "next", here(page).text()),
                          msg::act_follow, html::ButtonKind::secondary);
    else if (page.whole.follows)
        press(h, page, "unfollow", msg::act_unfollow, html::ButtonKind::quiet);
    else
        press(h, page, "follow", msg::act_follow);
    if (can_be_adopted(page.whole.entry.stage))
        html::link_button(h, html::with(html::to("/bank/compare"), "a", page.whole.entry.number),
                          msg::act_compare, html::ButtonKind::quiet);
}

// Whoever wrote it is asked, and answered by nobody else.
void merge_question(html::Html& h, EntryPage const& page) {
    if (!page.whole.merge || !page.into) return;
    html::Panel const panel(h, html::Tone::warning, msg::merge_waits);
    h("<p>"_h, msg::merge_into, " <a href=\""_h, entry_url(page.into->number), "\">"_h,
      title_of(page.into->content), "</a></p>"_h);
    html::long_text(h, page.whole.merge->reason);
    if (!page.whole.is_author) return;
    html::ButtonRow const row(h);
    press(h, page, "agree", msg::merge_agree);
    press(h, page, "decline", msg::merge_decline, html::ButtonKind::quiet);
}

html::ButtonKind button_kind_of_action(Action action) {
    switch (action) {
        case Action::enlist:
        case Action::take_up:
        case Action::resubmit:
        case Action::wake: return html::ButtonKind::primary;
        case Action::refuse:
        case Action::withdraw: return html::ButtonKind::danger;
        default: return html::ButtonKind::secondary;
    }
}

void steps(html::Html& h, EntryPage const& page) {
    auto const& whole = page.whole;
    if (whole.may.empty() && !whole.may_write) return;
    h("<h2>"_h, whole.is_author ? msg::act_author : msg::act_reviewer, "</h2>"_h);
    html::ButtonRow const row(h);
    if (whole.may_write)
        html::link_button(h, html::to("/bank/", whole.entry.number, "/edit"), msg::act_edit,
                          html::ButtonKind::secondary);
    for (auto const action : whole.may)
        html::link_button(h, html::to("/bank/", whole.entry.number, "/do/", bank::name_of(action)),
                          word_of("do", action), button_kind_of_action(action));
}

}  // namespace

void acts(html::Html& h, EntryPage const& page) {
    html::error_summary(h, page.faults);
    merge_question(h, page);
    steps(h, page);
    following(h, page);
    h("<p class=\"meta\">"_h, say(msg::entry_followers, {number("count", page.whole.followers)}),
      "</p>"_h);
}

}  // namespace wasl::bank::views
