// SPDX-License-Identifier: Apache-2.0
// Which commune a point lies in: by outlines where they were loaded, by the nearest seat otherwise.
#include <algorithm>
#include <boost/json.hpp>

#include "modules/directory/directory.hpp"
#include "modules/directory/store.hpp"

namespace wasl::directory {

namespace json = boost::json;

namespace {

store::BoxE4 box_e4(geography::Box const& box) {
    return {static_cast<std::int64_t>(box.west * store::degree_e4) - 1,
            static_cast<std::int64_t>(box.south * store::degree_e4) - 1,
            static_cast<std::int64_t>(box.east * store::degree_e4) + 1,
            static_cast<std::int64_t>(box.north * store::degree_e4) + 1};
}

geography::MultiPolygon shape_of(std::string_view rings) {
    geography::MultiPolygon shape;
    auto const whole = json::parse(rings);
    for (auto const& polygon : whole.as_array()) {
        auto& parts = shape.emplace_back();
        for (auto const& ring : polygon.as_array()) {
            auto& points = parts.emplace_back();
            for (auto const& point : ring.as_array())
                points.push_back(
                    {point.at(1).to_number<double>(), point.at(0).to_number<double>()});
        }
    }
    return shape;
}

}  // namespace

std::vector<CommuneNear> Desk::communes_near(db::Reader& reader, geography::Point const& point,
                                             double metres) const {
    auto const places = picture();
    auto const box = geography::around(point, metres);
    std::vector<CommuneNear> found;
    for (auto const& one : store::boundaries_in(reader, box_e4(box))) {
        auto const* const territory = places->territory(one.territory);
        if (territory == nullptr || !is_commune(*territory)) continue;
        auto const shape = shape_of(one.rings);
        CommuneNear const near{one.territory, geography::inside(shape, point),
                               geography::metres_to_edge(shape, point)};
        if (near.inside || near.metres_to_edge <= metres) found.push_back(near);
    }
    std::sort(found.begin(), found.end(), [](CommuneNear const& a, CommuneNear const& b) {
        if (a.inside != b.inside) return a.inside;
        return std::pair(a.metres_to_edge, a.territory) < std::pair(b.metres_to_edge, b.territory);
    });
    return found;
}

TerritoryId Desk::nearest_seat(db::Reader& reader, geography::Point const& point) const {
    // Farther from every seat than this is abroad, or in the sea.
    constexpr double seat_metres_max = 60'000;
    TerritoryId nearest{0};
    double least = seat_metres_max;
    auto const places = picture();
    for (auto const& one : places->territories()) {
        if (!is_commune(one) || !has_seat(one)) continue;
        auto const metres = geography::metres_between(point, {one.lat, one.lon});
        if (metres >= least) continue;
        least = metres;
        nearest = one.id;
    }
    if (nearest.value() != 0 && store::boundary(reader, nearest)) return TerritoryId{0};
    return nearest;
}

static TerritoryOutline territory_outline(store::Boundary boundary) {
    auto const degrees = [](std::int64_t e4) { return static_cast<double>(e4) / store::degree_e4; };
    return {boundary.territory,
            std::move(boundary.rings),
            {degrees(boundary.south_e4), degrees(boundary.west_e4), degrees(boundary.north_e4),
             degrees(boundary.east_e4)},
            std::move(boundary.source)};
}

std::optional<TerritoryOutline> Desk::outline(db::Reader& reader, TerritoryId territory) const {
    auto found = store::boundary(reader, territory);
    if (!found) return std::nullopt;
    return territory_outline(std::move(*found));
}

std::vector<TerritoryOutline> Desk::outlines_in(db::Reader& reader,
                                                geography::Box const& box) const {
    std::vector<TerritoryOutline> found;
    for (auto& one : store::boundaries_in(reader, box_e4(box)))
        found.push_back(territory_outline(std::move(one)));
    return found;
}

}  // namespace wasl::directory
