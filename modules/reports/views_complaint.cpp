// SPDX-License-Identifier: Apache-2.0
// A report that its author makes a complaint (شكاية) of. The two are not one: a complaint is
// personal, goes through the national portal and is answered within sixty days (decree 2.17.265
// arts. 2, 5 and 8), so nothing is sent in anybody's name; what a complaint needs of the report
// stands here to be taken over.
#include "modules/reports/messages.hpp"
#include "modules/reports/views_report.hpp"

namespace wasl::reports::views {

using namespace html::literals;

namespace {

// What the office said last, in public.
Update const* last_answer(Whole const& whole) {
    Update const* found = nullptr;
    for (auto const& one : whole.updates)
        if (one.is_public && one.body.value() != 0 && !one.text.empty()) found = &one;
    return found;
}

}  // namespace

void complaint(html::Html& h, Known const& known, Whole const& whole, std::string_view author_key) {
    auto const& report = whole.report;
    auto here = html::to("/reports/", report.number);
    if (!author_key.empty()) here = html::with(here, "key", author_key);
    html::breadcrumbs(h, {{html::to("/reports"), msg::title}, {here, html::code(report.number)}});
    h("<h1>"_h, msg::complaint_title, "</h1><p class=\"lead\">"_h, msg::about_complaint,
      "</p><p>"_h, msg::complaint_how, "</p><h2>"_h, msg::complaint_text, "</h2>"_h);
    {
        html::SummaryList list(h);
        list.row(msg::complaint_subject, html::isolated(report.title));
        list.row(msg::complaint_against, body_said(h.language(), known, report.body));
        list.row_with(msg::report_place, [&] { place(h, known, report); });
        list.row_with(msg::complaint_facts, [&] {
            h("<p>"_h,
              say(msg::complaint_before, {text("number", report.number), {"day", report.filed_on}}),
              "</p>"_h);
            if (!report.details.empty()) html::long_text(h, report.details);
        });
        if (auto const* const answer = last_answer(whole))
            list.row_with(msg::complaint_answer, [&] { html::long_text(h, answer->text); });
    }
    h("<p><a class=\"button\" rel=\"external\" href=\""_h, html::outside("https://www.chikaya.ma/"),
      "\">"_h, msg::about_chikaya, "</a></p><p>"_h, msg::complaint_both, "</p>"_h);
}

}  // namespace wasl::reports::views
