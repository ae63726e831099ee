// SPDX-License-Identifier: Apache-2.0
// What the pages of all acts have in common: what it is about, what changed meanwhile, the keys of
// the form.
#include "modules/reports/office_acts.hpp"

namespace wasl::reports::bureau {

using namespace html::literals;
using html::to;

namespace {

void about(html::Html& h, ActPage const& page, Report const& report) {
    h(html::code(report.number), " · "_h, html::isolated(report.title), " "_h);
    html::tag(h, tone_of(report.phase), state_name(h.language(), page.on.settings, report.state));
}

// Somebody was faster: what is so now, and since when; what was typed stands in the form below.
void changed_meanwhile(html::Html& h, ActPage const& page) {
    auto const& report = page.whole.report;
    html::Panel const panel(h, html::Tone::warning, msg::office_stale);
    h("<p>"_h, msg::office_stale_text, " <a href=\""_h, report_url(report.number), "\">"_h,
      msg::office_see_report, "</a></p>"_h);
    if (!page.whole.updates.empty())
        show_timeline(h, page.on, page.whole, {page.whole.updates.back()});
}

}  // namespace

// Of a part: what would become of it.
static Message const& title_of(ActPage const& page) {
    auto const part = page.kind.of_part ? part_named(page.whole, page.typed("part")) : std::nullopt;
    if (!part) return page.kind.title;
    return part->is_hidden() ? msg::office_show_again : msg::office_hide;
}

void show_act(html::Html& h, ActPage const& page) {
    auto const& report = page.whole.report;
    auto const& title = title_of(page);
    html::breadcrumbs(h, {{to("/office/reports"), msg::office_title},
                          {report_url(report.number), html::code(report.number)}});
    h("<h1>"_h, title, "</h1><p>"_h);
    about(h, page, report);
    h("</p>"_h);
    if (page.stale)
        changed_meanwhile(h, page);
    else
        html::error_summary(h, page.faults);
    if (!page.kind.offered(page.whole)) {
        html::notice(h, html::Tone::info, msg::office_not_now);
        return html::link_button(h, report_url(report.number), msg::office_see_report,
                                 html::ButtonKind::secondary);
    }
    html::Form const form(h, {.action = act_url(report.number, page.kind.name),
                              .csrf = page.csrf,
                              .once = page.kind.photos ? page.photos.once : std::string_view{},
                              .multipart = page.kind.photos});
    html::hidden_field(h, "version", std::to_string(report.version));
    page.kind.fields(h, page);
    html::ButtonRow const row(h);
    html::button(h, title);
    html::link_button(h, report_url(report.number), msg::office_back, html::ButtonKind::quiet);
}

void show_bulk(html::Html& h, ActPage const& page) {
    html::breadcrumbs(h, {{to("/office/reports"), msg::office_title}});
    h("<h1>"_h, page.kind.title, "</h1>"_h);
    html::error_summary(h, page.faults);
    h("<h2>"_h, say(msg::office_bulk_count, {number("count", page.all->size())}), "</h2><ul>"_h);
    for (auto const& one : *page.all) {
        h("<li>"_h);
        about(h, page, one.report);
        h("</li>"_h);
    }
    h("</ul>"_h);
    html::Form const form(h, {.action = to("/office/reports/bulk"),
                              .csrf = page.csrf,
                              .once = page.kind.photos ? page.photos.once : std::string_view{},
                              .multipart = page.kind.photos});
    html::hidden_field(h, "act", page.kind.name);
    for (auto const& one : *page.all)
        html::hidden_field(h, "number",
                           one.report.number + ":" + std::to_string(one.report.version));
    page.kind.fields(h, page);
    html::ButtonRow const row(h);
    html::button(h, page.kind.title);
    html::link_button(h, to("/office/reports"), msg::office_back, html::ButtonKind::quiet);
}

void show_bulk_done(html::Html& h, ActKind const& kind, std::vector<OneDone> const& all) {
    html::breadcrumbs(h, {{to("/office/reports"), msg::office_title}});
    h("<h1>"_h, kind.title, "</h1>"_h);
    html::Table table(h, msg::office_bulk_done,
                      {{msg::office_number}, {msg::office_report}, {msg::office_bulk_outcome}});
    for (auto const& one : all) {
        table.row();
        table.cell("<a class=\"to\" href=\""_h, report_url(one.number), "\">"_h,
                   html::code(one.number), "</a>"_h);
        table.cell(html::isolated(one.title));
        table.cell_with([&] {
            if (!one.refused) return html::tag(h, html::Tone::success, msg::office_done);
            html::tag(h, html::Tone::danger, msg::office_not_done);
            h(" "_h, *one.refused);
        });
    }
}

}  // namespace wasl::reports::bureau
