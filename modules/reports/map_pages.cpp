// SPDX-License-Identifier: Apache-2.0
// Where the reports are: the map and its list, and the same as data.
#include "modules/reports/feeds.hpp"
#include "modules/reports/messages.hpp"
#include "modules/reports/public.hpp"
#include "modules/reports/views_map.hpp"

namespace wasl::reports {

namespace {

using http::Asked;

constexpr int drawn_max = 200;
constexpr double margin_degrees = 0.05;  // some 5 km around the seats
constexpr geography::Box morocco{20.7, -17.2, 36.0, -0.9};

// The communes for which somebody answers, or the country where there is none.
geography::Box home_of(std::span<directory::Territory const* const> communes) {
    std::optional<geography::Box> box;
    for (auto const* const one : communes) {
        if (!geography::is_place({one->lat, one->lon})) continue;
        if (!box) box = geography::Box{one->lat, one->lon, one->lat, one->lon};
        box->south = std::min(box->south, one->lat);
        box->north = std::max(box->north, one->lat);
        box->west = std::min(box->west, one->lon);
        box->east = std::max(box->east, one->lon);
    }
    if (!box) return morocco;
    return {box->south - margin_degrees, box->west - margin_degrees, box->north + margin_degrees,
            box->east + margin_degrees};
}

Shown show_map(Pages const& pages, Asked const& asked) {
    auto const known = known_of(pages, asked);
    auto const communes = served_communes(known);
    auto const typed = box_read(asked.request.asked("box"));
    Sheet const sheet(typed ? *typed : home_of(communes));
    auto found = pages.desk.around(asked.db, sheet.box(), narrow_of(asked.request), drawn_max + 1);
    bool const more = found.size() > drawn_max;
    if (more) found.pop_back();
    views::MapPage const page{known, sheet, found, asked.request, communes, more};
    return http::shown(asked,
                       {.title = msg::map_title,
                        .description = msg::map_lead,
                        .for_search_engines = asked.request.query.empty()},
                       [&](html::Html& h) { views::map(h, page); });
}

// Of a box where one is named, else the newest.
std::vector<Pin> asked_pins(Pages const& pages, Asked const& asked, int limit) {
    auto const narrow = narrow_of(asked.request);
    if (auto const box = box_read(asked.request.asked("box")))
        return pages.desk.around(asked.db, *box, narrow, limit);
    return pages.desk.latest(asked.db, narrow, limit);
}

Shown show_feed(Pages const& pages, Asked const& asked) {
    auto const known = known_of(pages, asked);
    http::Response response;
    response.type = "application/atom+xml; charset=utf-8";
    response.body =
        atom_of(asked.language(), known, pages.site, asked_pins(pages, asked, feed_max));
    return response;
}

Shown show_geojson(Pages const& pages, Asked const& asked) {
    auto const known = known_of(pages, asked);
    http::Response response;
    response.type = "application/geo+json";
    response.body = geojson_of(known, pages.site, asked_pins(pages, asked, data_max));
    return response;
}

Shown show_csv(Pages const& pages, Asked const& asked) {
    auto const known = known_of(pages, asked);
    return http::download(csv_of(known, pages.site, asked_pins(pages, asked, data_max)),
                          "text/csv; charset=utf-8", "reports.csv");
}

}  // namespace

void add_map_pages(http::Router& router, Pages const& pages) {
    using http::Allow;
    static constexpr http::Route<Pages> routes[] = {
        http::get<Pages>("/reports/map", Allow::anyone, show_map),
        http::get<Pages>("/reports.atom", Allow::anyone, show_feed),
        http::get<Pages>("/api/v1/reports.geojson", Allow::anyone, show_geojson),
        http::get<Pages>("/api/v1/reports.csv", Allow::anyone, show_csv),
    };
    router.add("reports", pages, std::span<http::Route<Pages> const>(routes));
}

}  // namespace wasl::reports
