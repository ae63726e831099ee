// SPDX-License-Identifier: Apache-2.0
// Where a procedure is offered, and the page of a decision that is only inventoried.
#include "modules/procedures/messages.hpp"
#include "modules/procedures/views.hpp"

namespace wasl::procedures::views {

using namespace html::literals;

void show_places(html::Html& h, PlacesPage const& page) {
    html::breadcrumbs(
        h, {{html::to("/procedures"), msg::catalogue_title},
            {html::to("/procedures/", page.entry.code), said(h.language(), page.entry.title)}});
    h("<h1>"_h, msg::places_title, "</h1>"_h);
    html::search_box(h, {.action = html::to("/procedures/", page.entry.code, "/places"),
                         .label = msg::places_filter,
                         .value = page.query});
    if (page.places.empty()) return html::empty_state(h, msg::places_none);
    h("<ul class=\"places\">"_h);
    for (auto const& place : page.places)
        h("<li><a href=\""_h, html::to("/procedures/", page.entry.code, "/in/", place.id), "\">"_h,
          said(h.language(), place.name), "</a></li>"_h);
    h("</ul>"_h);
}

void show_decision(html::Html& h, InventoriedDecision const& decision, Entry const* sheet) {
    html::breadcrumbs(
        h, {{html::to("/procedures"), msg::catalogue_title},
            {html::with(html::to("/procedures"), "list", "decisions"), msg::catalogue_decisions}});
    h("<h1>"_h, html::Foreign{decision.name, Language::ar}, "</h1><p class=\"lead\">"_h,
      msg::decision_lead, "</p><p>"_h);
    html::tag(h, html::Tone::neutral, msg::tag_inventoried);
    h("</p>"_h);
    if (sheet != nullptr)
        h("<p>"_h, msg::decision_has_sheet, " <a href=\""_h, html::to("/procedures/", sheet->code),
          "\">"_h, said(h.language(), sheet->title), "</a></p>"_h);
    else
        html::notice(h, html::Tone::info, msg::decision_not_open);
    auto const days = [](int count) { return say(msg::decision_days, {number("count", count)}); };
    html::SummaryList list(h);
    list.row(msg::decision_administration, html::Foreign{decision.administration, Language::ar});
    list.row(msg::decision_term,
             decision.term_days > 0 ? days(decision.term_days) : Said(msg::decision_no_term));
    list.row(msg::decision_cap, days(decision.cap_days));
    list.row(msg::decision_silence,
             decision.silence ? msg::decision_silence_yes : msg::decision_silence_no);
    list.row(msg::decision_extension,
             decision.extension ? msg::decision_extension_yes : msg::decision_extension_no);
    list.row(msg::decision_investment,
             decision.investment ? msg::decision_investment_yes : msg::decision_investment_no);
    list.row(msg::decision_sources, html::code(decision.sources));
}

}  // namespace wasl::procedures::views
