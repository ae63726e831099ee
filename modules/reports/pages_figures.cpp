// SPDX-License-Identifier: Apache-2.0
// How reports fare, as a page and as CSV.
#include "modules/reports/messages.hpp"
#include "modules/reports/public.hpp"
#include "modules/reports/views_figures.hpp"

namespace wasl::reports {

namespace {

using http::Asked;
using namespace std::chrono;

constexpr months shown_by_default{11};  // before this one: a year with it

// "2026-03"; what is no month, or none of this site's time, is another.
year_month month_asked(std::string_view text, year_month otherwise) {
    auto const first = text.size() == 7 ? date_from_iso(std::string(text) + "-01") : std::nullopt;
    if (!first) return otherwise;
    year_month_day const parts{*first};
    bool const ours = parts.year() >= year{2000} && parts.year() <= year{2100};
    return ours ? parts.year() / parts.month() : otherwise;
}

struct Period {
    Date first, last;
};
Period period_asked(http::Request const& request, Date today) {
    year_month_day const parts{today};
    auto const now = parts.year() / parts.month();
    auto const until = month_asked(request.asked("until"), now);
    auto const from = month_asked(request.asked("from"), until - shown_by_default);
    auto const [first, last] = std::minmax(from, until);
    return {Date{first / 1}, Date{last / std::chrono::last}};
}

FiguresAsk figures_asked(http::Request const& request, Period const& period) {
    FiguresAsk ask;
    bool const by_category = request.asked("by") == "category";
    ask.by = by_category ? FiguresBy::category : FiguresBy::commune;
    if (by_category)
        ask.territory =
            TerritoryId{std::max<std::int64_t>(request.asked_number("commune").value_or(0), 0)};
    else
        ask.category = std::string(request.asked("category").substr(0, 80));
    ask.from = month_of(period.first);
    ask.until = month_of(period.last);
    return ask;
}

// Of the communes that are shown alone; there are few where nobody loaded any.
std::vector<directory::TerritoryOutline> outlines_of(
    Pages const& pages, db::Reader& reader, std::span<directory::Territory const* const> communes) {
    std::vector<directory::TerritoryOutline> found;
    for (auto const* const one : communes)
        if (auto outline = pages.desk.house().directory.outline(reader, one->id))
            found.push_back(std::move(*outline));
    return found;
}

// `drawn`: with the outlines that a picture takes.
template<typename Show>
Shown with_figures(Pages const& pages, Asked const& asked, bool drawn, Show const& show) {
    auto const known = known_of(pages, asked);
    auto const period = period_asked(asked.request, asked.today);
    auto const ask = figures_asked(asked.request, period);
    auto const table = pages.desk.figures(asked.db, ask, asked.today, asked.now);
    auto const communes = served_communes(known);
    auto const outlines = drawn && ask.by == FiguresBy::commune
                              ? outlines_of(pages, asked.db, communes)
                              : std::vector<directory::TerritoryOutline>{};
    auto const measure = views::measure_named(asked.request.asked("show"));
    return show(views::FiguresPage{known, ask, *table, measure, communes, outlines, period.first,
                                   period.last});
}

Shown show_figures(Pages const& pages, Asked const& asked) {
    return with_figures(pages, asked, true, [&](views::FiguresPage const& page) -> Shown {
        return http::shown(asked,
                           {.title = msg::figures_title,
                            .description = msg::figures_lead,
                            .for_search_engines = asked.request.query.empty(),
                            .wide = true},
                           [&](html::Html& h) { views::figures(h, page); });
    });
}

Shown show_figures_csv(Pages const& pages, Asked const& asked) {
    return with_figures(pages, asked, false, [&](views::FiguresPage const& page) -> Shown {
        return http::download(views::figures_csv(asked.language(), page), "text/csv; charset=utf-8",
                              "figures.csv");
    });
}

}  // namespace

PublicRoutes figures_routes() {
    using http::Allow;
    static constexpr http::Route<Pages> routes[] = {
        http::get<Pages>("/reports/figures", Allow::anyone, show_figures),
        http::get<Pages>("/reports/figures.csv", Allow::anyone, show_figures_csv),
    };
    return routes;
}

}  // namespace wasl::reports
