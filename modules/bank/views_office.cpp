// SPDX-License-Identifier: Apache-2.0
// What waits for reviewers, what an administration adopted, who reviews, and the one button.
#include "modules/bank/views_office.hpp"

#include "modules/bank/views_queue.hpp"

namespace wasl::bank::views {

using namespace html::literals;

namespace {

void adoptions_of(html::Html& h, OfficePage const& page) {
    h("<h2>"_h, msg::office_adoptions, "</h2>"_h);
    if (page.adoptions.empty()) {
        html::empty_state(h, msg::office_adoptions_none, msg::office_adoptions_none_text,
                          html::Invitation{html::to("/bank"), msg::list_all});
        return;
    }
    html::Table table(h, msg::office_adoptions,
                      {{msg::office_entry},
                       {msg::office_administration},
                       {msg::office_phase},
                       {msg::office_since}});
    for (auto const& [adoption, entry] : page.adoptions) {
        table.row();
        table.cell("<a href=\""_h, file_url(adoption.id), "\">"_h, title_of(entry.content),
                   "</a>"_h);
        table.cell(administration_said(h.language(), page.known, adoption.administration));
        table.cell_with(
            [&] { html::tag(h, tone_of(adoption.phase), word_of("phase", adoption.phase)); });
        table.cell(adoption.asked_at);
    }
}

}  // namespace

void office(html::Html& h, OfficePage const& page) {
    html::error_summary(h, page.faults);
    h("<h1>"_h, msg::office_title, "</h1>"_h);
    if (page.reviews) {
        queue(h, page);
        h("<p><a href=\""_h, html::to("/office/bank/imports"), "\">"_h, msg::import_title,
          "</a></p>"_h);
    }
    adoptions_of(h, page);
}

void admin(html::Html& h, AdminPage const& page) {
    html::error_summary(h, page.faults);
    h("<h1>"_h, msg::admin_title, "</h1><p class=\"lead\">"_h, msg::admin_lead, "</p>"_h);
    if (page.reviewing.empty()) html::empty_state(h, msg::admin_none);
    h("<ul class=\"links\">"_h);
    for (auto const id : page.reviewing) {
        auto const name = administration_said(h.language(), page.known, id);
        h("<li>"_h, name);
        html::post_button(h, {.action = html::to("/admin/bank"),
                              .label = msg::admin_remove,
                              .csrf = page.csrf,
                              .kind = html::ButtonKind::quiet,
                              .name = "remove",
                              .value = std::to_string(id.value()),
                              .about = name});
        h("</li>"_h);
    }
    h("</ul><h2>"_h, msg::admin_add, "</h2>"_h);
    html::Form const form(h, {.action = html::to("/admin/bank"), .csrf = page.csrf});
    html::text_field(h, {.name = "administration",
                         .label = msg::admin_administration,
                         .hint = msg::admin_administration_hint,
                         .value = page.request.field("administration"),
                         .error = page.faults.of("administration")});
    html::button(h, msg::admin_add);
}

void adopt_form(html::Html& h, AdoptPage const& page) {
    auto const& one = page.entry;
    html::breadcrumbs(
        h, {{html::to("/bank"), msg::title}, {entry_url(one.number), title_of(one.content)}});
    html::error_summary(h, page.faults);
    h("<h1>"_h, msg::adopt_title, "</h1><p class=\"lead\">"_h, title_of(one.content), "</p><p>"_h,
      msg::adopt_lead, "</p>"_h);
    html::Form const form(h,
                          {.action = html::to("/bank/", one.number, "/adopt"), .csrf = page.csrf});
    std::vector<html::Choice> choices;
    std::vector<std::string> ids;
    ids.reserve(page.places.size());
    for (auto const id : page.places) {
        ids.push_back(std::to_string(id.value()));
        choices.push_back({ids.back(), administration_said(h.language(), page.known, id)});
    }
    html::select_field(
        h,
        {.name = "administration",
         .label = msg::adopt_administration,
         .value = page.request.has_field("administration")
                      ? page.request.field("administration")
                      : (ids.size() == 1 ? std::string_view(ids.front()) : std::string_view{}),
         .error = page.faults.of("administration")},
        choices);
    html::text_area(h, {.name = "why",
                        .label = msg::adopt_why,
                        .hint = msg::adopt_why_hint,
                        .value = page.request.field("why"),
                        .error = page.faults.of("why"),
                        .length_max = static_cast<int>(text_max)});
    html::ButtonRow const row(h);
    html::button(h, msg::adopt_send);
    html::link_button(h, entry_url(one.number), msg::step_back, html::ButtonKind::quiet);
}

}  // namespace wasl::bank::views
