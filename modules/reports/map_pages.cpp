// SPDX-License-Identifier: Apache-2.0
// Where the reports are: the map and its list, and the same as data.
#include "modules/reports/feeds.hpp"
#include "modules/reports/filing_typed.hpp"
#include "modules/reports/map_ground.hpp"
#include "modules/reports/messages.hpp"
#include "modules/reports/public.hpp"
#include "modules/reports/views_map.hpp"

namespace wasl::reports {

namespace {

using http::Asked;

constexpr std::int64_t feed_metres_max = 20'000;  // of a feed around a place

Shown show_map(Pages const& pages, Asked const& asked) {
    auto const known = known_of(pages, asked);
    auto const communes = served_communes(known);
    auto const typed = box_read(asked.request.asked("box"));
    Sheet const sheet(typed ? *typed : home_of(communes));
    auto found =
        pages.desk.around(asked.db, sheet.box(), narrow_of(asked.request), map_drawn_max + 1);
    bool const more = found.size() > map_drawn_max;
    if (more) found.pop_back();
    auto const under = underlay(pages.desk.house().directory, asked.db, sheet.box(), communes);
    views::MapPage const page{known, sheet, found, asked.request, communes, under, pages, more};
    return http::shown(asked,
                       {.title = msg::map_title,
                        .description = msg::map_lead,
                        .for_search_engines = asked.request.query.empty()},
                       [&](html::Html& h) { views::map(h, page); });
}

// Around a place or of a box where one is named, else the newest.
std::vector<Pin> asked_pins(Pages const& pages, Asked const& asked, int limit) {
    auto const narrow = narrow_of(asked.request);
    if (auto const place = point_of(place_typed(asked.request))) {
        auto const metres = std::clamp<std::int64_t>(
            asked.request.asked_number("metres").value_or(500), 1, feed_metres_max);
        auto const radius = static_cast<double>(metres);
        // The corners of the square around the circle are a fifth of it.
        auto found =
            pages.desk.around(asked.db, geography::around(*place, radius), narrow, 2 * limit);
        std::erase_if(found, [&](Pin const& pin) {
            return geography::metres_between(*place, pin.place) > radius;
        });
        if (found.size() > static_cast<std::size_t>(limit))
            found.resize(static_cast<std::size_t>(limit));
        return found;
    }
    if (auto const box = box_read(asked.request.asked("box")))
        return pages.desk.around(asked.db, *box, narrow, limit);
    return pages.desk.latest(asked.db, narrow, limit);
}

Shown feed_in(views::Feed feed, Pages const& pages, Asked const& asked) {
    auto const url = views::feed_url(feed, asked.request);
    auto const address = pages.site + "/" + std::string(name_of(asked.language())) + url.text();
    auto const pins = asked_pins(pages, asked, feed_max);
    auto const known = known_of(pages, asked);
    http::Response response;
    bool const atom = feed == views::Feed::atom;
    response.type =
        atom ? "application/atom+xml; charset=utf-8" : "application/rss+xml; charset=utf-8";
    response.body = (atom ? atom_of : rss_of)(asked.language(), known, pages.site, address, pins);
    return response;
}
Shown show_atom(Pages const& pages, Asked const& asked) {
    return feed_in(views::Feed::atom, pages, asked);
}
Shown show_rss(Pages const& pages, Asked const& asked) {
    return feed_in(views::Feed::rss, pages, asked);
}

Shown show_geojson(Pages const& pages, Asked const& asked) {
    auto const known = known_of(pages, asked);
    auto const limit = static_cast<int>(std::clamp<std::int64_t>(
        asked.request.asked_number("limit").value_or(data_max), 1, data_max));
    http::Response response;
    response.type = "application/geo+json";
    response.body = geojson_of(known, pages.site, asked_pins(pages, asked, limit));
    return response;
}

Shown show_reports_csv(Pages const& pages, Asked const& asked) {
    auto const known = known_of(pages, asked);
    return http::download(csv_of(known, pages.site, asked_pins(pages, asked, data_max)),
                          "text/csv; charset=utf-8", "reports.csv");
}

}  // namespace

void add_map_pages(http::Router& router, Pages const& pages) {
    using http::Allow;
    static constexpr http::Route<Pages> routes[] = {
        http::get<Pages>("/reports/map", Allow::anyone, show_map),
        http::get<Pages>("/reports.atom", Allow::anyone, show_atom),
        http::get<Pages>("/reports.rss", Allow::anyone, show_rss),
        http::get<Pages>("/api/v1/reports.geojson", Allow::anyone, show_geojson),
        http::get<Pages>("/api/v1/reports.csv", Allow::anyone, show_reports_csv),
    };
    router.add("reports", pages, std::span<http::Route<Pages> const>(routes));
    router.add("reports", pages, island_routes());
    router.add("reports", pages, offline_routes());
    router.add("reports", pages, figures_routes());
    router.add("reports", pages, alert_routes());
    router.add("reports", pages, widget_routes());
}

}  // namespace wasl::reports
