// SPDX-License-Identifier: Apache-2.0
// The one page that others may put into a frame, and the page that says how.
#include "modules/reports/messages.hpp"
#include "modules/reports/public.hpp"
#include "modules/reports/views_widget.hpp"

namespace wasl::reports {

namespace {

using http::Asked;

constexpr int widget_pins = 5;

// What is counted is of a year, as on the page of figures.
std::shared_ptr<FiguresTable const> figures_of(Pages const& pages, Asked const& asked,
                                               Narrow const& narrow) {
    using namespace std::chrono;
    year_month_day const parts{asked.today};
    auto const month = parts.year() / parts.month();
    FiguresAsk ask;
    ask.by = narrow.category.empty() ? FiguresBy::category : FiguresBy::commune;
    ask.category = narrow.category;
    if (narrow.category.empty()) ask.territory = narrow.territory;
    ask.from = month_of(Date{(month - months{11}) / 1});
    ask.until = month_of(asked.today);
    return pages.desk.figures(asked.db, ask, asked.today, asked.now);
}

FiguresLine figures_line(FiguresTable const& table, Narrow const& narrow) {
    if (narrow.category.empty() || narrow.territory.value() == 0) return table.all;
    for (auto const& line : table.lines)
        if (line.territory == narrow.territory) return line;
    return {};
}

template<typename Show>
Shown with_widget(Pages const& pages, Asked const& asked, Show const& show) {
    auto const known = known_of(pages, asked);
    Narrow narrow;
    narrow.category = std::string(asked.request.asked("category").substr(0, 80));
    narrow.territory =
        TerritoryId{std::max<std::int64_t>(asked.request.asked_number("commune").value_or(0), 0)};
    bool const counts = asked.request.asked("show") == "counts";
    auto const figures = counts ? figures_of(pages, asked, narrow) : nullptr;
    auto const pins =
        counts ? std::vector<Pin>{} : pages.desk.latest(asked.db, narrow, widget_pins);
    return show(views::WidgetPage{known, narrow, pins, figures,
                                  figures ? figures_line(*figures, narrow) : FiguresLine{}});
}

Shown show_widget(Pages const& pages, Asked const& asked) {
    return with_widget(pages, asked, [&](views::WidgetPage const& page) -> Shown {
        auto response = http::page(views::widget_document(asked.language(), *asked.site, page));
        // Nothing stands here that acts: no form, no script, nobody's name. So anybody may frame
        // it.
        response
            .with("content-security-policy",
                  "default-src 'none'; img-src 'self'; style-src 'self'; font-src 'self'; "
                  "base-uri 'none'; form-action 'none'; frame-ancestors *")
            .with("x-content-type-options", "nosniff")
            .with("referrer-policy", "no-referrer")
            .with("cache-control", "public, max-age=300");
        return response;
    });
}

std::string piece_of(Pages const& pages, Asked const& asked, views::WidgetPage const& page) {
    auto url = html::to("/reports/widget");
    if (page.figures) url = html::with(url, "show", "counts");
    if (page.narrow.territory.value() != 0)
        url = html::with(url, "commune", std::to_string(page.narrow.territory.value()));
    if (!page.narrow.category.empty()) url = html::with(url, "category", page.narrow.category);
    html::Html h(asked.language());
    using namespace html::literals;
    h("<iframe src=\""_h, pages.site, url, "\" title=\""_h, html::in_attribute(msg::title),
      "\" width=\"100%\" height=\"480\" loading=\"lazy\"></iframe>"_h);
    return h.take();
}

Shown show_embed(Pages const& pages, Asked const& asked) {
    return with_widget(pages, asked, [&](views::WidgetPage const& widget) -> Shown {
        auto const communes = served_communes(widget.known);
        views::EmbedPage const page{widget, asked.request, communes,
                                    piece_of(pages, asked, widget)};
        return http::shown(asked,
                           {.title = msg::widget_title,
                            .description = msg::widget_lead,
                            .for_search_engines = asked.request.query.empty()},
                           [&](html::Html& h) { views::embed(h, page); });
    });
}

}  // namespace

PublicRoutes widget_routes() {
    using http::Allow;
    static constexpr http::Route<Pages> routes[] = {
        http::get<Pages>("/reports/widget", Allow::anyone, show_widget),
        http::get<Pages>("/reports/embed", Allow::anyone, show_embed),
    };
    return routes;
}

}  // namespace wasl::reports
