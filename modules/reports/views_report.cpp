// SPDX-License-Identifier: Apache-2.0
// One report as everybody reads it.
#include "modules/reports/views_report.hpp"

#include "modules/reports/messages.hpp"

namespace wasl::reports::views {

using namespace html::literals;

namespace {

// To whoever left neither account nor contact: the key is told here and nowhere else.
void filed(html::Html& h, ReportPage const& page) {
    html::confirmation(h, msg::report_filed, msg::report_number,
                       html::code(page.whole.report.number));
    if (page.author_key.empty()) {
        h("<p>"_h, msg::report_filed_next, "</p>"_h);
        return;
    }
    html::Panel const panel(h, html::Tone::warning, msg::report_key_title);
    h("<p>"_h, say(msg::report_key_text, {text("key", page.author_key)}), "</p>"_h);
}

void standing(html::Html& h, ReportPage const& page) {
    auto const& report = page.whole.report;
    h("<p class=\"marks\">"_h);
    state_tag(h, page.known, report.state, report.phase);
    if (report.is_open() && report.due) html::deadline_chip(h, *report.due, page.known.today);
    h(html::code(report.number), "</p>"_h);
}

void sight(html::Html& h, ReportPage const& page) {
    auto const& report = page.whole.report;
    if (report.phase == Phase::unconfirmed) {
        html::Panel const panel(h, html::Tone::warning, msg::report_unconfirmed);
        h("<p><a href=\""_h, html::to("/reports/", report.number, "/confirm"), "\">"_h,
          msg::confirm_title, "</a></p>"_h);
        return;
    }
    if (report.sight == Sight::author_and_office)
        html::notice(h, html::Tone::info, msg::report_private);
    if (report.sight == Sight::nobody_but_office)
        html::notice(h, html::Tone::warning, msg::report_hidden);
}

}  // namespace

void report(html::Html& h, ReportPage const& page) {
    auto const& report = page.whole.report;
    html::breadcrumbs(h, {{html::to("/reports"), msg::title}});
    html::error_summary(h, page.faults);
    if (page.just_filed) filed(h, page);
    h("<h1>"_h, html::isolated(report.title), "</h1>"_h);
    standing(h, page);
    sight(h, page);
    if (!report.details.empty()) html::long_text(h, report.details);
    photos(h, page);
    facts(h, page);
    duplicates(h, page);
    acts(h, page);
    timeline(h, page);
    h("<p class=\"hint\">"_h, msg::report_not_complaint, " <a href=\""_h,
      html::to("/reports/about"), "\">"_h, msg::about_link, "</a></p>"_h);
    h("<p><a href=\""_h, around_place(html::to("/reports/alerts"), report.place), "\">"_h,
      msg::alerts_here, "</a></p>"_h);
    if (!page.whole.is_author) return;
    auto complaint = html::to("/reports/", report.number, "/complaint");
    if (!page.author_key.empty()) complaint = html::with(complaint, "key", page.author_key);
    h("<p><a href=\""_h, complaint, "\">"_h, msg::complaint_link, "</a></p>"_h);
}

}  // namespace wasl::reports::views
