// SPDX-License-Identifier: Apache-2.0
// What the scripts of maps ask for. None of it is a way in that the pages do not have.
#include <boost/json.hpp>

#include "modules/reports/filing_typed.hpp"
#include "modules/reports/map_ground.hpp"
#include "modules/reports/messages.hpp"
#include "modules/reports/views_island.hpp"
#include "platform/html/assets.hpp"

namespace wasl::reports {

namespace json = boost::json;

namespace {

using http::Asked;

Refusal nothing_there() { return {Refused::not_found, say(msg::refused_not_found)}; }

Shown show_ground(Pages const& pages, Asked const& asked) {
    auto const known = known_of(pages, asked);
    auto const communes = served_communes(known);
    auto const typed = box_read(asked.request.asked("box"));
    auto const under = underlay(pages.desk.house().directory, asked.db,
                                typed ? *typed : home_of(communes), communes);
    http::Response response;
    response.type = "application/geo+json";
    response.body = geojson_of(under, *known.places);
    response.with("cache-control", "private, max-age=3600");
    return response;
}

json::value territory_json(Known const& known, TerritoryId id) {
    auto const* const one = known.places->territory(id);
    if (one == nullptr) return nullptr;
    return json::object{
        {"id", std::to_string(id.value())}, {"ar", one->name.ar}, {"fr", one->name.fr}};
}

// Which commune a point lies in, as the form will propose it.
Shown show_commune(Pages const& pages, Asked const& asked) {
    auto const known = known_of(pages, asked);
    auto const point = point_of(place_typed(asked.request));
    auto const where = point ? pages.desk.whereabouts(asked.db, *point) : Whereabouts{};
    json::array others;
    for (auto const id : where.others) others.push_back(territory_json(known, id));
    return http::json(
        json::serialize(json::object{{"proposed", territory_json(known, where.proposed)},
                                     {"others", std::move(others)},
                                     {"near_boundary", where.near_boundary}}));
}

// Read in pieces (Range), so that a country's pictures cost a reader what is seen of them.
Shown show_tiles(Pages const& pages, Asked const&) {
    if (pages.tiles.file.empty()) return nothing_there();
    http::Response response;
    response.type = "application/octet-stream";
    response.file = pages.tiles.file;
    response.with("cache-control", "public, max-age=86400");
    return response;
}

// At the root, for a service worker stands over what lies below its address alone.
Shown show_worker(Pages const& pages, Asked const&) {
    if (pages.assets == nullptr || !pages.assets->has("worker.js")) return nothing_there();
    http::Response response;
    response.type = "text/javascript; charset=utf-8";
    response.file = pages.assets_folder /
                    std::filesystem::path(pages.assets->url("worker.js").text()).filename();
    response.with("cache-control", "no-cache");
    return response;
}

}  // namespace

PublicRoutes island_routes() {
    using http::Allow;
    static constexpr http::Route<Pages> routes[] = {
        http::get<Pages>("/reports/map/ground", Allow::anyone, show_ground),
        http::get<Pages>("/reports/new/commune", Allow::anyone, show_commune),
        http::get<Pages>("/ground.pmtiles", Allow::anyone, show_tiles),
        http::get<Pages>("/worker.js", Allow::anyone, show_worker),
    };
    return routes;
}

}  // namespace wasl::reports
