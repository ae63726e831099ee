// SPDX-License-Identifier: Apache-2.0
#include "modules/bank/taxonomy.hpp"
#include "modules/bank/views.hpp"

namespace wasl::bank::views {

using namespace html::literals;

namespace {

void newest(html::Html& h, Known const& known, std::vector<Line const*> const& lines) {
    if (lines.empty()) h("<p>"_h, msg::list_nothing, "</p>"_h);
    h("<ul class=\"links\">"_h);
    for (auto const* const line : lines) {
        h("<li><a target=\"_top\" href=\""_h, entry_url(line->number), "\">"_h,
          title_of(line->content), "</a>"_h);
        marks(h, known, *line);
        h("</li>"_h);
    }
    h("<li><a target=\"_top\" href=\""_h, html::to("/bank"), "\">"_h, msg::list_all,
      "</a></li></ul>"_h);
}

void choose_touch(html::Html& h, Known const& known, http::Request const& asked, Touch kind,
                  std::span<std::string_view const> codes) {
    std::vector<html::Choice> choices;
    for (auto const code : codes)
        choices.push_back({code, touch_said(h.language(), known, kind, code)});
    auto const name = bank::name_of(kind);
    html::select_field(h,
                       {.name = name,
                        .label = word_of("touch", kind),
                        .value = asked.asked(name),
                        .required = false},
                       choices);
}

}  // namespace

std::string widget_document(Language language, html::Site const& site, Known const& known,
                            std::vector<Line const*> const& lines) {
    html::Html h(language);
    h("<!doctype html><html lang=\""_h, wasl::name_of(language), "\" dir=\""_h,
      i18n::direction(language),
      "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
      "content=\"width=device-width, initial-scale=1\"><meta name=\"robots\" "
      "content=\"noindex\"><meta name=\"color-scheme\" content=\"light dark\"><title>"_h,
      html::in_attribute(msg::title), "</title><link rel=\"stylesheet\" href=\""_h,
      site.assets.url("wasl.css"), "\"></head><body><main class=\"widget\"><h1>"_h, msg::title,
      "</h1>"_h);
    newest(h, known, lines);
    h("</main></body></html>"_h);
    return h.take();
}

void embed(html::Html& h, Known const& known, std::string_view piece,
           std::vector<Line const*> const& lines, http::Request const& asked) {
    html::breadcrumbs(h, {{html::to("/bank"), msg::title}});
    h("<h1>"_h, msg::widget_link, "</h1><p class=\"lead\">"_h, msg::widget_lead, "</p>"_h);
    {
        html::FilterForm const form(h, html::to("/bank/embed"));
        choose_touch(h, known, asked, Touch::obstacle, obstacles());
        choose_touch(h, known, asked, Touch::indicator, indicators());
        html::button(h, msg::list_show, html::ButtonKind::secondary);
    }
    h("<h2><label for=\"piece\">"_h, msg::widget_piece, "</label></h2><p class=\"hint\">"_h,
      msg::widget_piece_hint,
      "</p><textarea id=\"piece\" class=\"piece\" readonly rows=\"5\" dir=\"ltr\" lang=\"zxx\" "
      "spellcheck=\"false\">"_h,
      piece, "</textarea><section aria-labelledby=\"seen\"><h2 id=\"seen\">"_h, msg::widget_preview,
      "</h2><div class=\"glance widget\">"_h);
    newest(h, known, lines);
    h("</div></section>"_h);
}

}  // namespace wasl::bank::views
