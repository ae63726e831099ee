// SPDX-License-Identifier: Apache-2.0
// The list that goes out with a team: printed, or kept in a telephone without network.
#include "modules/reports/office_acts.hpp"

namespace wasl::reports::bureau {

using namespace html::literals;

namespace {

void one_report(html::Html& h, QueuePage const& page, Listed const& line) {
    auto const language = h.language();
    h("<li><h2>"_h, html::isolated(line.pin.title), "</h2><p>"_h, html::code(line.pin.number),
      " · "_h, category_said(language, page.on.known, line.pin.category), " · "_h,
      state_name(language, page.on.settings, line.pin.state), "</p><p><b>"_h,
      territory_said(language, page.on.known, line.pin.territory), "</b> "_h,
      html::isolated(line.landmark), " · "_h, html::code(coordinates(line.pin.place)), "</p>"_h);
    if (line.pin.due) h("<p>"_h, msg::office_due, " "_h, *line.pin.due, "</p>"_h);
    h("<p class=\"blank\">"_h, msg::office_field_found, "</p><p>☐ "_h, msg::office_field_done,
      "</p></li>"_h);
}

void all_reports(html::Html& h, QueuePage const& page) {
    h("<h1>"_h, msg::office_field, "</h1><p>"_h, html::isolated(page.ask.at.name), " · "_h,
      page.on.today, "</p>"_h);
    if (page.more)
        h("<p>"_h, say(msg::office_field_first, {number("count", field_list_max)}), "</p>"_h);
    h("<ol class=\"field\">"_h);
    for (auto const& line : page.lines) one_report(h, page, line);
    h("</ol>"_h);
}

}  // namespace

void show_field_list(html::Html& h, QueuePage const& page, bool standing_alone) {
    if (!standing_alone) {
        html::breadcrumbs(h,
                          {{queue_url(page.ask, html::to("/office/reports")), msg::office_title}});
        html::link_button(
            h, html::with(queue_url(page.ask, html::to("/office/reports/field")), "keep", "1"),
            msg::office_field_keep, html::ButtonKind::secondary);
        return all_reports(h, page);
    }
    // A file of its own, which asks no server for anything.
    h("<!doctype html><html lang=\""_h, name_of(h.language()), "\" dir=\""_h,
      h.language() == Language::ar ? "rtl"_h : "ltr"_h,
      "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
      "content=\"width=device-width\"><title>"_h,
      msg::office_field,
      "</title><style>body{font:1rem/1.6 sans-serif;margin:1rem}"
      "h1{font-size:1.4rem}h2{font-size:1.1rem;margin:0}p{margin:.25rem 0}"
      "li{margin-block:1rem;padding-block-end:.5rem;border-block-end:1px solid #888;"
      "break-inside:avoid}.blank{min-height:3rem;border-block-end:1px dotted #888}"
      "</style></head><body>"_h);
    all_reports(h, page);
    h("</body></html>"_h);
}

}  // namespace wasl::reports::bureau
