// SPDX-License-Identifier: Apache-2.0
#include "modules/reports/map_ground.hpp"

#include <boost/json.hpp>

#include "modules/reports/said.hpp"

namespace wasl::reports {

namespace json = boost::json;

namespace {

constexpr std::size_t seats_max = 80;
constexpr double communes_degrees = 1.5, provinces_degrees = 6;  // high, at most, to be drawn

using directory::TerritoryKind;

bool is_region(directory::Territory const& one) { return one.kind == TerritoryKind::region; }

bool meet(geography::Box const& a, geography::Box const& b) {
    return a.west <= b.east && a.east >= b.west && a.south <= b.north && a.north >= b.south;
}

// Of the few that are so large, one by one: what they hold would be thousands.
std::vector<directory::TerritoryOutline> large(directory::Desk const& desk, db::Reader& reader,
                                               geography::Box const& box,
                                               bool (*wanted)(directory::Territory const&)) {
    std::vector<directory::TerritoryOutline> found;
    auto const places = desk.picture();
    for (auto const& one : places->territories())
        if (wanted(one))
            if (auto outline = desk.outline(reader, one.id); outline && meet(outline->box, box))
                found.push_back(std::move(*outline));
    return found;
}

// The nearer one looks, the finer the outlines: some 15 communes or provinces a picture.
std::vector<directory::TerritoryOutline> outlines(directory::Desk const& desk, db::Reader& reader,
                                                  geography::Box const& box) {
    double const height = box.north - box.south;
    if (height > provinces_degrees) return large(desk, reader, box, is_region);
    if (height > communes_degrees) return large(desk, reader, box, directory::is_province);
    auto found = desk.outlines_in(reader, box);
    auto const places = desk.picture();
    std::erase_if(found, [&](directory::TerritoryOutline const& one) {
        auto const* const territory = places->territory(one.territory);
        return territory == nullptr || !is_commune(*territory);
    });
    return found;
}

void append_ring(std::string& path, Sheet const& sheet, json::array const& ring) {
    constexpr int least = 2;  // of the sheet's units between two points
    std::optional<Spot> last;
    for (auto const& point : ring) {
        auto const at =
            sheet.spot({point.at(1).to_number<double>(), point.at(0).to_number<double>()});
        if (last && std::abs(at.x - last->x) < least && std::abs(at.y - last->y) < least) continue;
        path += (last ? "L" : "M") + std::to_string(at.x) + " " + std::to_string(at.y);
        last = at;
    }
    if (last) path += "Z";
}

json::object names_json(directory::Territory const* one) {
    if (one == nullptr) return {};
    return {{"ar", one->name.ar}, {"fr", one->name.fr}, {"kind", name_of(one->kind)}};
}

}  // namespace

Underlay underlay(directory::Desk const& desk, db::Reader& reader, geography::Box const& box,
                  std::span<directory::Territory const* const> communes) {
    Underlay found;
    found.outlines = outlines(desk, reader, box);
    if (!found.outlines.empty() && box.north - box.south > communes_degrees) return found;
    for (auto const* const one : communes)
        if (found.seats.size() < seats_max && has_seat(*one) && box.holds({one->lat, one->lon}))
            found.seats.push_back(one);
    return found;
}

std::string path_of(Sheet const& sheet, std::string_view rings) {
    std::string path;
    boost::system::error_code fault;
    auto const shape = json::parse(json::string_view(rings.data(), rings.size()), fault);
    if (fault || !shape.is_array()) return path;
    for (auto const& polygon : shape.as_array())
        for (auto const& ring : polygon.as_array()) append_ring(path, sheet, ring.as_array());
    return path;
}

std::string geojson_of(Underlay const& under, directory::Picture const& places) {
    json::array features;
    for (auto const& one : under.outlines) {
        auto said = names_json(places.territory(one.territory));
        said["source"] = one.source;
        features.push_back(
            {{"type", "Feature"},
             {"geometry", {{"type", "MultiPolygon"}, {"coordinates", json::parse(one.rings)}}},
             {"properties", std::move(said)}});
    }
    for (auto const* const one : under.seats)
        features.push_back(
            {{"type", "Feature"},
             {"geometry", {{"type", "Point"}, {"coordinates", json::array{one->lon, one->lat}}}},
             {"properties", names_json(one)}});
    return json::serialize(
        json::object{{"type", "FeatureCollection"}, {"features", std::move(features)}});
}

}  // namespace wasl::reports
