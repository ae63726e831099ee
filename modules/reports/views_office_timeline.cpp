// SPDX-License-Identifier: Apache-2.0
// What happened to a report, with its pictures, as the office reads it: what is hidden, too.
#include <algorithm>

#include "modules/reports/office_acts.hpp"

namespace wasl::reports::bureau {

using namespace html::literals;

namespace {

// Beside what the public sees or no longer sees: the way to hide or show it.
void moderate_link(html::Html& h, Whole const& whole, std::string const& part, bool hidden,
                   html::Words const& about) {
    h("<p class=\"part\">"_h);
    if (hidden) {
        html::tag(h, html::Tone::warning, msg::office_hidden);
        h(" "_h);
    }
    html::link_button(h, html::with(act_url(whole.report.number, "part"), "part", part),
                      hidden ? msg::office_show_again : msg::office_hide, html::ButtonKind::quiet,
                      about);
    h("</p>"_h);
}

void one_event(html::Html& h, Ground const& on, Whole const& whole, Update const& one) {
    auto const* const action = msg::find("action." + one.action);
    h("<li><p class=\"when\">"_h, one.at, "</p><p class=\"what\">"_h,
      action == nullptr ? html::Words(html::code(one.action)) : html::Words(*action),
      "</p><p class=\"meta\">"_h);
    if (auto const by = on.people.of(one.by)) h(by, " · "_h);
    if (auto const body = body_said(h.language(), on.known, one.body)) h(body, " · "_h);
    h(state_name(h.language(), on.settings, one.state));
    bool const may_hide = may_be_hidden(one);
    if (!one.is_public && !may_hide) h(" · "_h, msg::office_inside_only);
    h("</p>"_h);
    if (!one.text.empty()) html::long_text(h, one.text);
    show_photos(h, whole, one.id);
    if (may_hide) moderate_link(h, whole, name_of(one), !one.is_public, msg::office_these_words);
    h("</li>"_h);
}

}  // namespace

void show_one_photo(html::Html& h, Whole const& whole, Photo const& one) {
    // Not made yet, or given up: nothing of it is shown to anybody.
    if (one.thumbnail.empty()) return h("<p>"_h, msg::photo_waits, "</p>"_h);
    if (one.thumbnail == one.sha256) return h("<p>"_h, msg::office_photo_given_up, "</p>"_h);
    auto const position = std::find_if(whole.photos.begin(), whole.photos.end(),
                                       [&](Photo const& each) { return each.id == one.id; }) -
                          whole.photos.begin() + 1;
    auto const& number = whole.report.number;
    h("<a href=\""_h, html::to("/reports/", number, "/photos/", one.id),
      "\"><img loading=\"lazy\" src=\""_h,
      html::to("/reports/", number, "/photos/", one.id, "/small"), "\" alt=\""_h,
      html::in_attribute(say(msg::photo_alt, {wasl::number("number", position)})), "\"></a>"_h);
}

void show_photos(html::Html& h, Whole const& whole, UpdateId of) {
    bool const any = std::any_of(whole.photos.begin(), whole.photos.end(),
                                 [&](Photo const& one) { return one.update == of; });
    if (!any) return;
    h("<ul class=\"photos\">"_h);
    for (std::size_t n = 0; n < whole.photos.size(); ++n) {
        auto const& one = whole.photos[n];
        if (one.update != of) continue;
        h("<li>"_h);
        show_one_photo(h, whole, one);
        if (one.thumbnail != one.sha256)
            moderate_link(h, whole, name_of(one), one.is_hidden,
                          say(msg::photo_alt, {wasl::number("number", n + 1)}));
        h("</li>"_h);
    }
    h("</ul>"_h);
}

// Newest first.
void show_timeline(html::Html& h, Ground const& on, Whole const& whole,
                   std::vector<Update> const& updates) {
    h("<ol class=\"timeline\">"_h);
    for (auto one = updates.rbegin(); one != updates.rend(); ++one) one_event(h, on, whole, *one);
    h("</ol>"_h);
}

}  // namespace wasl::reports::bureau
