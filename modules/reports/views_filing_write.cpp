// SPDX-License-Identifier: Apache-2.0
// The last two steps: in words and pictures, and a look at what the public will see.
#include "modules/reports/messages.hpp"
#include "modules/reports/views_filing.hpp"
#include "modules/reports/views_island.hpp"

namespace wasl::reports::views {

using namespace html::literals;

namespace {

void about_filing(html::Html& h, WritePage const& page) {
    html::SummaryList list(h);
    list.row_to_change(msg::report_category, filing_url("/reports/new/category", page.typed.place),
                       named(h.language(), page.category.name));
    Report report;
    report.territory = page.placed.territory;
    report.place = page.placed.point;
    report.landmark = page.typed.place.landmark;
    list.row_with(msg::report_place, [&] {
        place(h, page.known, report);
        h("<a href=\""_h, filing_url("/reports/new", page.typed.place), "\">"_h,
          msg::filing_change_place, "</a>"_h);
    });
}

void who(html::Html& h, WritePage const& page) {
    auto const& filing = page.typed.filing;
    bool const counter = is_at_counter(page.visitor);
    if (counter)
        html::checkbox(h, {.name = "counter",
                           .label = msg::filing_counter,
                           .hint = msg::filing_counter_hint,
                           .value = filing.channel == "counter" ? "1" : "",
                           .required = false});
    if (!page.visitor.signed_in() || counter) {
        html::Fieldset const together(h, msg::filing_who, msg::filing_who_hint);
        html::text_field(h, {.name = "contact",
                             .label = msg::filing_contact,
                             .hint = page.category.is_anonymous ? msg::filing_contact_free
                                                                : msg::filing_contact_needed,
                             .value = filing.contact,
                             .error = page.faults.of("contact"),
                             .required = !page.category.is_anonymous && !counter,
                             .left_to_right = true});
        html::text_field(h, {.name = "name",
                             .label = msg::filing_name,
                             .value = filing.name,
                             .error = page.faults.of("name"),
                             .required = false,
                             .autocomplete = "name",
                             .length_max = static_cast<int>(title_max)});
    }
    html::checkbox(h, {.name = "name_shown",
                       .label = msg::filing_name_shown,
                       .value = filing.name_shown ? "1" : "",
                       .required = false});
}

void notices(html::Html& h, WritePage const& page) {
    if (page.category.is_private) html::notice(h, html::Tone::info, msg::filing_private);
    if (!page.category.notice.ar.empty())
        html::notice(h, html::Tone::warning, named(h.language(), page.category.notice));
}

// What the text would tell everybody about a person; the author decides.
void warnings(html::Html& h, WritePage const& page) {
    if (page.category.is_private) return;
    auto const found = told_by(page.typed.filing);
    if (found.empty()) return;
    html::Panel const panel(h, html::Tone::warning, msg::check_disclosed);
    h("<ul>"_h);
    for (auto const& [what, said] : found)
        h("<li>"_h, word_of(what), " "_h, html::code(said), "</li>"_h);
    h("</ul><p>"_h, msg::check_disclosed_text, "</p>"_h);
    html::button(h, msg::check_redact, html::ButtonKind::secondary, "then", "redact");
}

void seen(html::Html& h, WritePage const& page) {
    auto const& filing = page.typed.filing;
    h("<div class=\"paper\"><h2>"_h, html::isolated(filing.title), "</h2>"_h);
    if (!filing.details.empty()) html::long_text(h, filing.details);
    filing_photos(h, page);
    about_filing(h, page);
    auto const& name =
        page.visitor.signed_in() && filing.channel != "counter" ? page.visitor.name : filing.name;
    h("<p>"_h);
    if (filing.name_shown && !name.empty())
        h(msg::report_author, " "_h, html::isolated(name));
    else
        h(msg::check_no_name);
    h("</p></div>"_h);
}

void filing_form(html::Html& h, WritePage const& page) {
    auto const& filing = page.typed.filing;
    html::Form const form(h, {.action = html::to("/reports/new"),
                              .csrf = page.csrf,
                              .once = page.typed.once,
                              .multipart = true});
    html::text_field(h, {.name = "title",
                         .label = msg::filing_title_label,
                         .hint = msg::filing_title_hint,
                         .value = filing.title,
                         .error = page.faults.of("title"),
                         .length_max = static_cast<int>(title_max)});
    html::text_area(h, {.name = "details",
                        .label = msg::filing_details_label,
                        .hint = msg::filing_details_hint,
                        .value = filing.details,
                        .error = page.faults.of("details"),
                        .required = false,
                        .length_max = static_cast<int>(details_max)});
    for (auto const* const question : page.known.settings->questions_of(page.category.code))
        filing_question(h, *question, page.typed, page.faults);
    filing_photos_field(h, page);
    who(h, page);
    html::hidden_field(h, "territory", std::to_string(page.typed.place.territory.value()));
    html::hidden_field(h, "lat", page.typed.place.lat);
    html::hidden_field(h, "lon", page.typed.place.lon);
    html::hidden_field(h, "landmark", page.typed.place.landmark);
    html::hidden_field(h, "category", page.category.code);
    html::data_notice(h, {.controller = page.pages.controller.empty()
                                            ? html::Words(msg::filing_data_controller)
                                            : html::Words(html::isolated(page.pages.controller)),
                          .purpose = msg::filing_data_purpose,
                          .recipients = msg::filing_data_recipients,
                          .cndp_number = page.pages.cndp_number});
    html::button(h, msg::filing_preview, html::ButtonKind::primary, "then", "check");
}

void check_form(html::Html& h, WritePage const& page) {
    html::Form const form(h, {.action = html::to("/reports/new"),
                              .csrf = page.csrf,
                              .once = page.typed.once,
                              .multipart = true});
    filing_hidden(h, page);
    // The first button of the form is what the Enter key presses.
    warnings(h, page);
    seen(h, page);
    if (!page.typed.filing.contact.empty() && page.typed.filing.channel != "counter")
        h("<p>"_h, say(msg::check_contact, {text("contact", page.typed.filing.contact)}), "</p>"_h);
    html::ButtonRow const row(h);
    html::button(h, msg::check_send, html::ButtonKind::primary, "then", "send");
    html::button(h, msg::check_edit, html::ButtonKind::secondary, "then", "edit");
}

}  // namespace

void filing_write(html::Html& h, WritePage const& page) {
    html::step_progress(h, 3, filing_steps);
    html::error_summary(h, page.faults);
    h("<h1>"_h, named(h.language(), page.category.name), "</h1>"_h);
    about_filing(h, page);
    notices(h, page);
    filing_near(h, page);
    filing_form(h, page);
    drafts(h, page.pages);
}

void filing_check(html::Html& h, WritePage const& page) {
    html::step_progress(h, 4, filing_steps);
    html::error_summary(h, page.faults);
    h("<h1>"_h, page.category.is_private ? msg::check_title_private : msg::check_title, "</h1>"_h);
    check_form(h, page);
    drafts(h, page.pages);
}

}  // namespace wasl::reports::views
