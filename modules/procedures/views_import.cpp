// SPDX-License-Identifier: Apache-2.0
#include "modules/procedures/views_import.hpp"

#include <algorithm>
#include <numeric>

#include "modules/procedures/messages.hpp"
#include "modules/procedures/views_editor.hpp"
#include "modules/procedures/views_office.hpp"

namespace wasl::procedures::views {

using namespace html::literals;

namespace {

html::Tone verdict_tone(ImportVerdict verdict) {
    switch (verdict) {
        case ImportVerdict::added: return html::Tone::success;
        case ImportVerdict::changed: return html::Tone::info;
        case ImportVerdict::same: return html::Tone::neutral;
        case ImportVerdict::fault: return html::Tone::danger;
    }
    return html::Tone::neutral;
}

void show_waiting_imports(html::Html& h, std::vector<WaitingImport> const& waiting) {
    if (waiting.empty()) return;
    h("<section aria-labelledby=\"waiting\"><h2 id=\"waiting\">"_h, msg::import_waiting,
      "</h2><ul>"_h);
    for (auto const& one : waiting)
        h("<li><a href=\""_h, html::to("/office/imports/", one.id), "\">"_h,
          html::isolated(one.name), "</a> · "_h, one.at, "</li>"_h);
    h("</ul></section>"_h);
}

void show_sums(html::Html& h, ImportSums const& sums) {
    h("<ul class=\"inline\">"_h);
    for (std::size_t n = 0; n < sums.size(); ++n)
        if (sums[n] > 0)
            h("<li>"_h,
              say(*msg::find("import.sum_" + std::string(name_of(import_verdicts[n]))),
                  {number("count", sums[n])}),
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
    html::tag(h, verdict_tone(line.verdict),
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

std::int64_t all_of(ImportSums const& sums) {
    return std::accumulate(sums.begin(), sums.end(), std::int64_t{0});
}

void show_rows(html::Html& h, ImportRowsPage const& page) {
    auto const pages = (static_cast<std::size_t>(all_of(page.file.sums)) + import_rows_shown - 1) /
                       import_rows_shown;
    h("<section aria-labelledby=\"rows\"><h2 id=\"rows\">"_h, msg::import_rows, "</h2><p>"_h,
      msg::import_too_long, "</p><ol class=\"cards\">"_h);
    for (auto const& one : page.lines) show_row(h, one.line);
    h("</ol>"_h);
    html::numbered_pages(h, html::to("/office/imports/", page.file.id), page.page,
                         static_cast<int>(pages));
    h("</section>"_h);
}

void show_choices(html::Html& h, ImportRowsPage const& page) {
    auto const& file = page.file;
    auto const address = html::to("/office/imports/", file.id);
    auto const count = [&](ImportVerdict verdict) {
        auto const* const at = std::find(import_verdicts.begin(), import_verdicts.end(), verdict);
        return file.sums[static_cast<std::size_t>(at - import_verdicts.begin())];
    };
    bool const some = count(ImportVerdict::added) + count(ImportVerdict::changed) > 0;
    if (!some && file.refused.empty() && !file.taken) h("<p>"_h, msg::import_nothing, "</p>"_h);
    html::ButtonRow const row(h);
    if (some && !file.taken)
        html::post_button(h, {.action = address, .label = msg::import_confirm, .csrf = page.csrf});
    html::post_button(h, {.action = html::to("/office/imports/", file.id, "/drop"),
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
    show_waiting_imports(h, page.waiting);
}

void show_import_rows(html::Html& h, ImportRowsPage const& page) {
    html::breadcrumbs(h, {{html::to("/office/sheets"), msg::office_title},
                          {html::to("/office/imports"), msg::import_title}});
    auto const& file = page.file;
    h("<h1>"_h, file.taken ? msg::import_done : msg::import_examined, "</h1><p class=\"lead\">"_h,
      file.taken ? msg::import_done_lead : msg::import_examined_lead, "</p><p>"_h,
      html::isolated(file.name), "</p>"_h);
    if (!file.refused.empty()) {
        html::Panel const panel(h, html::Tone::danger, msg::import_refused_title);
        if (auto const why = kept_said(file.refused)) h("<p>"_h, why->said, "</p>"_h);
    }
    show_sums(h, file.sums);
    show_choices(h, page);
    if (!page.lines.empty()) show_rows(h, page);
}

}  // namespace wasl::procedures::views
