// SPDX-License-Identifier: Apache-2.0
#include "modules/procedures/views_finding.hpp"

#include "modules/procedures/messages.hpp"

namespace wasl::procedures::views {

using namespace html::literals;

void show_suggestion_list(html::Html& h, Suggestions const& page) {
    h("<ul class=\"suggestions\">"_h);
    for (auto const& words : page.words)
        h("<li><a href=\""_h, html::with(html::to("/procedures"), "q", words), "\">"_h,
          html::isolated(words), "</a></li>"_h);
    for (auto const& item : page.items)
        h("<li><a href=\""_h, html::to("/procedures/", item.sheet->code), "\"><strong>"_h,
          said(h.language(), item.sheet->title), "</strong></a></li>"_h);
    h("</ul>"_h);
}

void show_suggestions(html::Html& h, Suggestions const& page) {
    h("<h1>"_h, msg::suggest_title, "</h1>"_h);
    html::search_box(
        h, {.action = html::to("/suggest"), .label = msg::suggest_label, .value = page.beginning});
    if (page.beginning.empty()) return;
    if (page.words.empty() && page.items.empty())
        return html::empty_state(h, msg::suggest_none, {},
                                 html::Invitation{html::to("/procedures"), msg::catalogue_all});
    show_suggestion_list(h, page);
}

static void show_missed(html::Html& h, std::vector<MissedLine> const& missed) {
    h("<section aria-labelledby=\"missed\"><h2 id=\"missed\">"_h, msg::missed_title, "</h2><p>"_h,
      msg::missed_lead, "</p>"_h);
    if (missed.empty()) {
        html::empty_state(h, msg::missed_none);
        h("</section>"_h);
        return;
    }
    {
        html::Table table(h, msg::missed_title,
                          {{msg::missed_words},
                           {msg::missed_times, html::Column::number},
                           {msg::missed_last},
                           {msg::missed_what, html::Column::actions}});
        for (auto const& line : missed) {
            table.row();
            table.cell(html::isolated(line.words));
            table.cell(line.times);
            table.cell(line.last);
            table.cell_with([&] {
                h("<a href=\""_h, html::with(html::to("/admin/synonyms"), "word", line.words),
                  "#field-words\">"_h, msg::missed_add, "<span class=\"unseen\"> "_h,
                  html::isolated(line.words), "</span></a>"_h);
            });
        }
    }
    h("</section>"_h);
}

void show_vocabulary(html::Html& h, VocabularyPage const& page) {
    h("<h1>"_h, msg::vocabulary_title, "</h1><p class=\"lead\">"_h, msg::vocabulary_lead, "</p>"_h);
    html::error_summary(h, page.faults);
    {
        html::Form const form(h, {.action = html::to("/admin/synonyms"), .csrf = page.csrf});
        html::hidden_field(h, "edition", std::to_string(page.edition));
        html::text_area(h, {.name = "words",
                            .label = msg::vocabulary_words,
                            .hint = msg::vocabulary_hint,
                            .value = page.typed,
                            .error = page.faults.of("words"),
                            .required = false,
                            .length_max = 65'536,
                            .rows = 16});
        html::button(h, msg::vocabulary_save);
    }
    show_missed(h, page.missed);
}

}  // namespace wasl::procedures::views
