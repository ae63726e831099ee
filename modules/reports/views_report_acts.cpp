// SPDX-License-Identifier: Apache-2.0
// What the reader of a report may do: follow and support it, add to it; its author: say that it is
// mended, withdraw it, open it again, judge the answer, cut the own words.
#include <algorithm>

#include "modules/reports/lifecycle.hpp"
#include "modules/reports/messages.hpp"
#include "modules/reports/views_report.hpp"

namespace wasl::reports::views {

using namespace html::literals;

namespace {

html::Url here(ReportPage const& page) { return html::to("/reports/", page.whole.report.number); }

// The form was sent with this act: what was typed stands in it again.
bool was_sent(ReportPage const& page, std::string_view act) {
    return page.faults.any() && page.request.field("do") == act;
}
std::string_view typed_for_act(ReportPage const& page, std::string_view act,
                               std::string_view field) {
    return was_sent(page, act) ? page.request.field(field) : std::string_view{};
}
html::Words fault(ReportPage const& page, std::string_view act, std::string_view field) {
    return was_sent(page, act) ? html::Words(page.faults.of(field)) : html::Words{};
}

void open_form(html::Html& h, ReportPage const& page, std::string_view act) {
    html::hidden_field(h, "do", act);
    if (!page.author_key.empty()) html::hidden_field(h, "key", page.author_key);
}

void press(html::Html& h, ReportPage const& page, std::string_view act, Message const& label,
           html::ButtonKind kind = html::ButtonKind::secondary) {
    html::Form const form(h, {.action = here(page), .csrf = page.csrf, .narrow = true});
    open_form(h, page, act);
    html::button(h, label, kind);
}

void following(html::Html& h, ReportPage const& page) {
    if (!page.frame.signed_in) {
        html::link_button(h, html::with(html::to("/sign-in"), "next", here(page).text()),
                          msg::act_support, html::ButtonKind::secondary);
        h("<p class=\"hint\">"_h, msg::act_support_sign_in, "</p>"_h);
        return;
    }
    html::ButtonRow const row(h);
    auto const& whole = page.whole;
    if (whole.duplicate_of && (whole.supports || whole.is_author))
        press(h, page, "move_support", msg::act_move_support, html::ButtonKind::primary);
    if (!whole.supports && !whole.is_author && whole.report.is_open())
        press(h, page, "support", msg::act_support, html::ButtonKind::primary);
    if (!whole.follows && !whole.is_author) press(h, page, "follow", msg::act_follow);
    if (whole.follows) press(h, page, "unfollow", msg::act_unfollow, html::ButtonKind::quiet);
}

struct Asking {
    std::string_view act, field;
    Message const& summary;
    Message const& label;
    Message const& button;
    bool required = true;
};

void with_text(html::Html& h, ReportPage const& page, Asking const& asking) {
    html::Disclosure const more(h, asking.summary, was_sent(page, asking.act));
    html::Form const form(h, {.action = here(page), .csrf = page.csrf});
    open_form(h, page, asking.act);
    html::text_area(h, {.name = asking.field,
                        .label = asking.label,
                        .value = typed_for_act(page, asking.act, asking.field),
                        .error = fault(page, asking.act, asking.field),
                        .required = asking.required,
                        .length_max = static_cast<int>(message_max),
                        .rows = 3});
    html::button(h, asking.button, html::ButtonKind::secondary);
}

void comment(html::Html& h, ReportPage const& page) {
    bool const again = was_sent(page, "comment");
    if (!page.frame.signed_in && !page.whole.is_author && !again) return;
    html::Disclosure const more(h, msg::act_comment, again);
    html::Form const form(
        h, {.action = here(page), .csrf = page.csrf, .once = page.photos.once, .multipart = true});
    open_form(h, page, "comment");
    html::text_area(h, {.name = "text",
                        .label = msg::act_comment_label,
                        .hint = msg::act_comment_hint,
                        .value = typed_for_act(page, "comment", "text"),
                        .error = fault(page, "comment", "text"),
                        .length_max = static_cast<int>(message_max),
                        .rows = 4});
    photos_field(h, page.photos, msg::filing_photos, msg::act_comment_photos_hint,
                 fault(page, "comment", "photos"));
    html::button(h, msg::act_comment_send, html::ButtonKind::secondary);
}

void rate(html::Html& h, ReportPage const& page) {
    auto const& report = page.whole.report;
    if (!is_over(report.phase) || report.phase == Phase::withdrawn) return;
    html::Form const form(h, {.action = here(page), .csrf = page.csrf});
    open_form(h, page, "rate");
    static constexpr std::array<std::string_view, 5> stars{"5", "4", "3", "2", "1"};
    std::vector<html::Choice> choices;
    for (auto const one : stars)
        choices.push_back({one, *msg::find("rating.stars_" + std::string(one))});
    auto const now = std::to_string(report.rating);
    html::radio_group(h,
                      {.name = "rating",
                       .label = msg::act_rate,
                       .value = report.rating > 0 ? std::string_view(now) : std::string_view{},
                       .error = fault(page, "rate", "rating")},
                      choices);
    html::button(h, msg::act_rate_send, html::ButtonKind::secondary);
}

void redact(html::Html& h, ReportPage const& page) {
    auto const& report = page.whole.report;
    html::Disclosure const more(h, msg::act_redact, was_sent(page, "redact"));
    html::Form const form(h, {.action = here(page), .csrf = page.csrf});
    open_form(h, page, "redact");
    html::hidden_field(h, "version", std::to_string(report.version));
    bool const again = was_sent(page, "redact");
    html::text_field(h, {.name = "title",
                         .label = msg::filing_title_label,
                         .value = again ? page.request.field("title") : report.title,
                         .error = fault(page, "redact", "title"),
                         .length_max = static_cast<int>(title_max)});
    html::text_area(h, {.name = "details",
                        .label = msg::filing_details_label,
                        .hint = msg::act_redact_hint,
                        .value = again ? page.request.field("details") : report.details,
                        .error = fault(page, "redact", "details"),
                        .required = false,
                        .length_max = static_cast<int>(details_max)});
    html::button(h, msg::act_redact_send, html::ButtonKind::secondary);
}

// What shows too much of somebody is taken back at once; the office alone shows it again.
void hide_photo(html::Html& h, ReportPage const& page) {
    std::vector<std::string> values;
    std::vector<html::Choice> choices;
    auto const& all = page.whole.photos;
    values.reserve(all.size());
    for (std::size_t n = 0; n < all.size(); ++n) {
        if (all[n].is_hidden || all[n].update.value() != 0) continue;
        values.push_back(std::to_string(all[n].id.value()));
        choices.push_back({values.back(), say(msg::photo_alt, {number("number", n + 1)})});
    }
    if (choices.empty()) return;
    html::Disclosure const more(h, msg::act_hide_photo, was_sent(page, "hide_photo"));
    html::Form const form(h, {.action = here(page), .csrf = page.csrf});
    open_form(h, page, "hide_photo");
    html::radio_group(h,
                      {.name = "of",
                       .label = msg::act_hide_photo_label,
                       .hint = msg::act_hide_photo_hint,
                       .value = typed_for_act(page, "hide_photo", "of"),
                       .error = fault(page, "hide_photo", "of")},
                      choices);
    html::button(h, msg::act_hide_photo_send, html::ButtonKind::secondary);
}

bool may(ReportPage const& page, Action action) {
    auto const& all = page.whole.may;
    return std::find(all.begin(), all.end(), action) != all.end();
}

void author(html::Html& h, ReportPage const& page) {
    if (!page.whole.is_author) return;
    h("<h3>"_h, msg::acts_author, "</h3>"_h);
    rate(h, page);
    if (may(page, Action::fix))
        with_text(h, page,
                  {"fixed", "text", msg::act_fixed, msg::act_fixed_label, msg::act_fixed, false});
    if (may(page, Action::reopen))
        with_text(h, page,
                  {"reopen", "reason", msg::act_reopen, msg::act_reopen_label, msg::act_reopen});
    redact(h, page);
    hide_photo(h, page);
    if (may(page, Action::withdraw))
        with_text(h, page,
                  {"withdraw", "reason", msg::act_withdraw, msg::act_withdraw_label,
                   msg::act_withdraw, false});
}

}  // namespace

void acts(html::Html& h, ReportPage const& page) {
    if (page.whole.report.phase == Phase::unconfirmed) return;
    h("<section aria-labelledby=\"acts\"><h2 id=\"acts\">"_h, msg::acts_title, "</h2>"_h);
    following(h, page);
    comment(h, page);
    author(h, page);
    h("</section>"_h);
}

}  // namespace wasl::reports::views
