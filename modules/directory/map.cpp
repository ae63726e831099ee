// SPDX-License-Identifier: Apache-2.0
#include "modules/directory/map.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <cmath>
#include <numbers>

#include "modules/directory/messages.hpp"

namespace wasl::directory {

using namespace html::literals;
namespace json = boost::json;

static constexpr int sheet_width = 1'000;
static constexpr int sheet_height_max = 1'400;

std::vector<store::Boundary> outlines_in(db::Reader& reader, Picture const& picture,
                                         Territory const& one) {
    std::vector<store::Boundary> found;
    for (auto const* const part : picture.parts_of(one.id))
        if (auto outline = store::boundary(reader, part->id)) found.push_back(std::move(*outline));
    if (found.empty())
        if (auto own = store::boundary(reader, one.id)) found.push_back(std::move(*own));
    return found;
}

Sheet sheet_for(std::vector<store::Boundary> const& outlines) {
    if (outlines.empty()) return {};
    auto west = outlines.front().west_e4, east = outlines.front().east_e4;
    auto south = outlines.front().south_e4, north = outlines.front().north_e4;
    for (auto const& one : outlines) {
        west = std::min(west, one.west_e4);
        east = std::max(east, one.east_e4);
        south = std::min(south, one.south_e4);
        north = std::max(north, one.north_e4);
    }
    if (east <= west || north <= south) return {};
    // A degree of longitude shrinks towards the pole.
    auto const middle = static_cast<double>(south + north) / 2 / store::degree_e4;
    double const shrinks = std::cos(middle * std::numbers::pi / 180);
    double const lons = static_cast<double>(east - west) / store::degree_e4 * shrinks;
    double const lats = static_cast<double>(north - south) / store::degree_e4;
    double const scale = std::min(sheet_width / lons, sheet_height_max / lats);
    return {.west = static_cast<double>(west) / store::degree_e4,
            .north = static_cast<double>(north) / store::degree_e4,
            .per_lon = scale * shrinks,
            .per_lat = scale,
            .width = static_cast<int>(std::ceil(lons * scale)),
            .height = static_cast<int>(std::ceil(lats * scale))};
}

static void add_ring(std::string& path, Sheet const& sheet, json::array const& ring) {
    bool first = true;
    for (auto const& point : ring) {
        auto const& pair = point.as_array();
        auto const x = std::lround((pair.at(0).to_number<double>() - sheet.west) * sheet.per_lon);
        auto const y = std::lround((sheet.north - pair.at(1).to_number<double>()) * sheet.per_lat);
        path += (first ? "M" : "L") + std::to_string(x) + "," + std::to_string(y);
        first = false;
    }
    if (!first) path += "Z";
}

std::string path_of(Sheet const& sheet, std::string_view rings) {
    std::string path;
    boost::system::error_code fault;
    auto const shape = json::parse(rings, fault);
    if (fault || !shape.is_array()) return path;
    for (auto const& polygon : shape.as_array())
        for (auto const& ring : polygon.as_array()) add_ring(path, sheet, ring.as_array());
    return path;
}

void show_map(html::Html& h, std::vector<store::Boundary> const& outlines,
              html::Words const& title) {
    auto const sheet = sheet_for(outlines);
    if (sheet.width == 0) return;
    h("<svg class=\"map\" role=\"img\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\" "
      "stroke-linejoin=\"round\" viewBox=\"0 0 "_h,
      sheet.width, " "_h, sheet.height, "\"><title>"_h, html::in_attribute(title), "</title>"_h);
    for (auto const& one : outlines) {
        auto const path = path_of(sheet, one.rings);
        if (!path.empty()) h("<path d=\""_h, path, "\"/>"_h);
    }
    h("</svg><p class=\"meta\">"_h, msg::territory_map_note, " "_h,
      html::isolated(outlines.front().source), "</p>"_h);
}

}  // namespace wasl::directory
