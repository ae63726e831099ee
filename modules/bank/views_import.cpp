// SPDX-License-Identifier: Apache-2.0
#include "modules/bank/views_office.hpp"

namespace wasl::bank::views {

using namespace html::literals;

namespace {

html::Tone tone_of(ImportVerdict verdict) {
    switch (verdict) {
        case ImportVerdict::added: return html::Tone::success;
        case ImportVerdict::changed: return html::Tone::info;
        case ImportVerdict::same: return html::Tone::neutral;
        case ImportVerdict::fault: return html::Tone::danger;
    }
    throw Bug("a verdict that was never declared");
}

void waiting(html::Html& h, ImportFormPage const& page) {
    if (page.waiting.empty()) return;
    h("<h2>"_h, msg::import_waiting, "</h2><ul class=\"links\">"_h);
    for (auto const& one : page.waiting) {
        h("<li><a href=\""_h, html::to("/office/bank/imports/", one.id), "\">"_h,
          html::isolated(one.name), "</a> <span class=\"meta\">"_h, one.at, "</span> "_h);
        if (one.taken) html::tag(h, html::Tone::success, msg::import_taken);
        h("</li>"_h);
    }
    h("</ul>"_h);
}

void sums(html::Html& h, ImportReport const& report) {
    std::vector<html::Tile> tiles;
    for (std::size_t n = 0; n < import_verdict_count; ++n) {
        auto const verdict = static_cast<ImportVerdict>(n);
        tiles.push_back({report.count(verdict), word_of("import", verdict), {}, tone_of(verdict)});
    }
    html::stat_tiles(h, tiles);
}

void rows(html::Html& h, ImportRowsPage const& page) {
    auto const& lines = page.report.lines;
    auto const from =
        std::min(static_cast<std::size_t>(page.page - 1) * import_rows_shown, lines.size());
    auto const until = std::min(from + import_rows_shown, lines.size());
    html::Table table(h, msg::import_rows,
                      {{msg::import_row, html::Column::number},
                       {msg::office_entry},
                       {msg::import_verdict},
                       {msg::import_remarks}});
    for (auto n = from; n < until; ++n) {
        auto const& line = lines[n];
        table.row();
        table.cell(line.row);
        table.cell_with([&] {
            Content content;
            content.language = line.language;
            auto const title = in_its_language(content, line.title);
            if (line.number.empty())
                h(title);
            else
                h("<a href=\""_h, entry_url(line.number), "\">"_h, title, "</a>"_h);
        });
        table.cell_with(
            [&] { html::tag(h, tone_of(line.verdict), word_of("import", line.verdict)); });
        table.cell_with([&] {
            for (auto const& what : line.what) h("<p>"_h, what, "</p>"_h);
        });
    }
}

}  // namespace

void import_form(html::Html& h, ImportFormPage const& page) {
    html::breadcrumbs(h, {{html::to("/office/bank"), msg::office_title}});
    html::error_summary(h, page.faults);
    h("<h1>"_h, msg::import_title, "</h1><p class=\"lead\">"_h, msg::import_lead, "</p>"_h);
    {
        html::Form const form(
            h, {.action = html::to("/office/bank/imports"), .csrf = page.csrf, .multipart = true});
        html::file_field(
            h, {.name = "file", .label = msg::import_file, .error = page.faults.of("file")},
            {.accept = ".csv,.json,.jsonl,.txt,application/json,text/csv",
             .formats = "CSV · JSON",
             .megabytes_max = import_megabytes_max});
        html::text_field(h, {.name = "source",
                             .label = msg::import_source,
                             .hint = msg::import_source_hint,
                             .value = page.request.field("source"),
                             .error = page.faults.of("source"),
                             .length_max = static_cast<int>(line_max)});
        html::checkbox(h, {.name = "as_listed",
                           .label = msg::import_as_listed,
                           .hint = msg::import_as_listed_hint,
                           .value = page.request.field("as_listed"),
                           .required = false});
        html::button(h, msg::import_look);
    }
    waiting(h, page);
}

void import_rows(html::Html& h, ImportRowsPage const& page) {
    html::breadcrumbs(h, {{html::to("/office/bank"), msg::office_title},
                          {html::to("/office/bank/imports"), msg::import_title}});
    h("<h1>"_h, page.file.taken ? msg::import_done : msg::import_examined,
      "</h1><p class=\"lead\">"_h, html::isolated(page.file.name), "</p>"_h);
    if (page.report.refused) {
        html::notice(h, html::Tone::danger, *page.report.refused);
    } else {
        if (page.file.taken)
            html::notice(h, html::Tone::success, msg::import_now_there);
        else
            sums(h, page.report);
        rows(h, page);
        auto const pages = static_cast<int>((page.report.lines.size() + import_rows_shown - 1) /
                                            import_rows_shown);
        html::numbered_pages(h, html::to("/office/bank/imports/", page.file.id), page.page, pages);
    }
    if (page.file.taken) return;
    html::ButtonRow const row(h);
    auto const url = html::to("/office/bank/imports/", page.file.id);
    bool const something = page.report.count(ImportVerdict::added) > 0 ||
                           page.report.count(ImportVerdict::changed) > 0;
    if (something)
        html::post_button(h, {.action = url,
                              .label = msg::import_confirm,
                              .csrf = page.csrf,
                              .kind = html::ButtonKind::primary,
                              .name = "do",
                              .value = "take"});
    html::post_button(h, {.action = url,
                          .label = msg::import_drop,
                          .csrf = page.csrf,
                          .kind = html::ButtonKind::quiet,
                          .name = "do",
                          .value = "drop"});
}

}  // namespace wasl::bank::views
