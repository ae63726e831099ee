// SPDX-License-Identifier: Apache-2.0
#include "modules/procedures/views_import.hpp"

#include <algorithm>

#include "modules/procedures/messages.hpp"
#include "modules/procedures/views_editor.hpp"
#include "modules/procedures/views_office.hpp"

namespace wasl::procedures::views {

using namespace html::literals;

namespace {

constexpr std::size_t rows_shown = 50;  // a page

html::Tone tone_of(ImportVerdict verdict) {
    switch (verdict) {
        case ImportVerdict::added: return html::Tone::success;
        case ImportVerdict::changed: return html::Tone::info;
        case ImportVerdict::same: return html::Tone::neutral;
        case ImportVerdict::fault: return html::Tone::danger;
    }
    return html::Tone::neutral;
}

void show_waiting(html::Html& h, std::vector<WaitingImport> const& waiting) {
    if (waiting.empty()) return;
    h("<section aria-labelledby=\"waiting\"><h2 id=\"waiting\">"_h, msg::import_waiting,
      "</h2><ul>"_h);
    for (auto const& one : waiting)
        h("<li><a href=\""_h, html::to("/office/imports/", one.id), "\">"_h,
          html::isolated(one.name), "</a> · "_h, one.at, "</li>"_h);
    h("</ul></section>"_h);
}

void show_sums(html::Html& h, ImportReport const& report) {
    h("<ul class=\"inline\">"_h);
    for (auto const verdict : import_verdicts)
        if (auto const count = report.count(verdict); count > 0)
            h("<li>"_h,
              say(*msg::find("import.sum_" + std::string(name_of(verdict))),
                  {number("count", count)}),
              "</li>"_h);
    h("</ul>"_h);
}

void show_said(html::Html& h, Message const& heading, std::vector<Said> const& what) {
    if (what.empty()) return;
    h("<p>"_h, heading, ":</p><ul>"_h);
    for (auto const& one : what) h("<li>"_h, one, "</li>"_h);
    h("</ul>"_h);
}

void show_row(html::Html& h, ImportLine const& line) {
    h("<li class=\"card\"><h3>"_h);
    if (line.title.ar.empty())
        h(html::code(line.code));
    else
        h(said(h.language(), line.title));
    h("</h3><p class=\"meta\">"_h, say(msg::import_row, {number("row", line.row)}), " · "_h,
      html::code(line.code), " "_h);
    html::tag(h, tone_of(line.verdict),
              *msg::find("import.verdict_" + std::string(name_of(line.verdict))));
    h("</p>"_h);
    bool const fault = line.verdict == ImportVerdict::fault;
    show_said(h, fault ? msg::import_to_correct : msg::import_to_confirm, line.what);
    if (!line.objections.empty()) {
        h("<details><summary>"_h, msg::import_objections, " ("_h,
          static_cast<std::int64_t>(line.objections.size()), ")</summary><ul>"_h);
        for (auto const& objection : line.objections) {
            h("<li>"_h);
            show_objection(h, objection);
            h("</li>"_h);
        }
        h("</ul></details>"_h);
    }
    h("</li>"_h);
}

// Rows that need somebody come first.
std::vector<ImportLine const*> by_need(ImportReport const& report) {
    std::vector<ImportLine const*> out;
    for (auto const& line : report.lines) out.push_back(&line);
    auto const need = [](ImportLine const* line) {
        if (line->verdict == ImportVerdict::fault) return 0;
        if (line->verdict == ImportVerdict::same) return 3;
        return line->what.empty() ? 2 : 1;
    };
    std::sort(out.begin(), out.end(), [&](ImportLine const* a, ImportLine const* b) {
        return std::pair(need(a), a->row) < std::pair(need(b), b->row);
    });
    return out;
}

void show_rows(html::Html& h, ImportRowsPage const& page) {
    auto const lines = by_need(page.report);
    auto const from = std::min(lines.size(), static_cast<std::size_t>(page.page - 1) * rows_shown);
    auto const until = std::min(lines.size(), from + rows_shown);
    h("<section aria-labelledby=\"rows\"><h2 id=\"rows\">"_h, msg::import_rows, "</h2><p>"_h,
      msg::import_too_long, "</p><ol class=\"cards\">"_h);
    for (auto n = from; n < until; ++n) show_row(h, *lines[n]);
    h("</ol>"_h);
    html::numbered_pages(h, html::to("/office/imports/", page.file.id), page.page,
                         static_cast<int>((lines.size() + rows_shown - 1) / rows_shown));
    h("</section>"_h);
}

void show_choices(html::Html& h, ImportRowsPage const& page) {
    auto const address = html::to("/office/imports/", page.file.id);
    auto const& report = page.report;
    bool const some = report.count(ImportVerdict::added) + report.count(ImportVerdict::changed) > 0;
    if (!some && !report.refused && !page.done) h("<p>"_h, msg::import_nothing, "</p>"_h);
    html::ButtonRow const row(h);
    if (some)
        html::post_button(h, {.action = address, .label = msg::import_confirm, .csrf = page.csrf});
    html::post_button(h, {.action = html::to("/office/imports/", page.file.id, "/drop"),
                          .label = msg::import_drop,
                          .csrf = page.csrf,
                          .kind = html::ButtonKind::quiet});
}

}  // namespace

void show_import(html::Html& h, ImportForm const& page) {
    html::breadcrumbs(h, {{html::to("/office/sheets"), msg::office_title}});
    h("<h1>"_h, msg::import_title, "</h1><p class=\"lead\">"_h, msg::import_lead, "</p>"_h);
    html::error_summary(h, page.faults);
    {
        html::Form const form(
            h, {.action = html::to("/office/imports"), .csrf = page.csrf, .multipart = true});
        owner_field(h, msg::import_owner, page.owners, page.owner, page.faults.of("owner"));
        html::file_field(h,
                         {.name = "file",
                          .label = msg::import_file,
                          .hint = msg::import_file_hint,
                          .error = page.faults.of("file")},
                         {.accept = ".csv,.xlsx,.json,.jsonld",
                          .formats = "CSV · XLSX · JSON · JSON-LD",
                          .megabytes_max = import_upload_megabytes_max});
        html::button(h, msg::import_look);
    }
    h("<p><a href=\""_h, html::bare("/api/v1/procedures.csv"), "\">"_h, msg::import_example,
      "</a></p>"_h);
    show_waiting(h, page.waiting);
}

void show_import_rows(html::Html& h, ImportRowsPage const& page) {
    html::breadcrumbs(h, {{html::to("/office/sheets"), msg::office_title},
                          {html::to("/office/imports"), msg::import_title}});
    h("<h1>"_h, page.done ? msg::import_done : msg::import_examined, "</h1><p class=\"lead\">"_h,
      page.done ? msg::import_done_lead : msg::import_examined_lead, "</p><p>"_h,
      html::isolated(page.file.name), "</p>"_h);
    if (page.report.refused) {
        html::Panel const panel(h, html::Tone::danger, msg::import_refused_title);
        h("<p>"_h, *page.report.refused, "</p>"_h);
    }
    show_sums(h, page.report);
    show_choices(h, page);
    if (!page.report.lines.empty()) show_rows(h, page);
}

}  // namespace wasl::procedures::views
