// SPDX-License-Identifier: Apache-2.0
#include "modules/reports/views_widget.hpp"

#include <array>

#include "modules/reports/messages.hpp"

namespace wasl::reports::views {

using namespace html::literals;

namespace {

html::Url list_url(Narrow const& narrow) {
    auto url = html::to("/reports");
    if (narrow.territory.value() != 0)
        url = html::with(url, "commune", std::to_string(narrow.territory.value()));
    if (!narrow.category.empty()) url = html::with(url, "category", narrow.category);
    return url;
}

void newest(html::Html& h, WidgetPage const& page) {
    if (page.pins.empty()) {
        h("<p>"_h, msg::list_empty, "</p>"_h);
        return;
    }
    h("<ul class=\"links\">"_h);
    for (auto const& pin : page.pins) {
        h("<li><a target=\"_top\" href=\""_h, html::to("/reports/", pin.number), "\">"_h,
          html::isolated(pin.title), "</a><p class=\"marks\">"_h);
        state_tag(h, page.known, pin.state, pin.phase);
        h("<span class=\"meta\">"_h, clock::day_in_morocco(pin.filed_at), "</span></p></li>"_h);
    }
    h("</ul>"_h);
}

void counts(html::Html& h, WidgetPage const& page) {
    auto const& line = page.line;
    std::vector<html::Tile> tiles{{line.filed, msg::figures_filed},
                                  {line.answered, msg::figures_answered},
                                  {line.open, msg::figures_open}};
    if (line.median_days)
        tiles.push_back(
            {say(msg::figures_days, {number("count", *line.median_days)}), msg::figures_median});
    html::stat_tiles(h, tiles);
    h("<p class=\"meta\">"_h, msg::widget_year, "</p>"_h);
}

}  // namespace

void widget(html::Html& h, WidgetPage const& page) {
    if (page.narrow.territory.value() != 0 || !page.narrow.category.empty()) {
        h("<p class=\"meta\">"_h);
        if (page.narrow.territory.value() != 0)
            h(territory_said(h.language(), page.known, page.narrow.territory), " "_h);
        if (!page.narrow.category.empty())
            h(category_said(h.language(), page.known, page.narrow.category));
        h("</p>"_h);
    }
    if (page.figures)
        counts(h, page);
    else
        newest(h, page);
    h("<ul class=\"links\"><li><a target=\"_top\" href=\""_h, list_url(page.narrow), "\">"_h,
      msg::list_all, "</a></li><li><a target=\"_top\" href=\""_h, html::to("/reports/new"), "\">"_h,
      msg::filing_begin, "</a></li></ul>"_h);
}

std::string widget_document(Language language, html::Site const& site, WidgetPage const& page) {
    html::Html h(language);
    h("<!doctype html><html lang=\""_h, name_of(language), "\" dir=\""_h, i18n::direction(language),
      "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
      "content=\"width=device-width, initial-scale=1\"><meta name=\"robots\" "
      "content=\"noindex\"><meta name=\"color-scheme\" content=\"light dark\"><title>"_h,
      html::in_attribute(msg::title), "</title><link rel=\"stylesheet\" href=\""_h,
      site.assets.url("wasl.css"), "\"></head><body><main class=\"widget\"><h1>"_h, msg::title,
      "</h1>"_h);
    widget(h, page);
    h("</main></body></html>"_h);
    return h.take();
}

void embed(html::Html& h, EmbedPage const& page) {
    html::breadcrumbs(h, {{html::to("/reports"), msg::title}});
    h("<h1>"_h, msg::widget_title, "</h1><p class=\"lead\">"_h, msg::widget_lead, "</p>"_h);
    {
        html::FilterForm const form(h, html::to("/reports/embed"));
        choose_commune(h, page.communes, page.asked.asked("commune"));
        choose_category(h, page.widget.known, page.asked.asked("category"));
        html::select_field(h,
                           {.name = "show",
                            .label = msg::widget_show,
                            .value = page.widget.figures ? "counts" : "newest"},
                           std::array{html::Choice{"newest", msg::widget_newest},
                                      html::Choice{"counts", msg::widget_counts}});
        html::button(h, msg::list_show, html::ButtonKind::secondary);
    }
    h("<h2><label for=\"piece\">"_h, msg::widget_piece, "</label></h2><p class=\"hint\">"_h,
      msg::widget_piece_hint,
      "</p><textarea id=\"piece\" class=\"piece\" readonly rows=\"5\" dir=\"ltr\" lang=\"zxx\" "
      "spellcheck=\"false\">"_h,
      page.piece, "</textarea><section aria-labelledby=\"seen\"><h2 id=\"seen\">"_h,
      msg::widget_preview, "</h2><div class=\"glance widget\">"_h);
    widget(h, page.widget);
    h("</div></section>"_h);
}

}  // namespace wasl::reports::views
