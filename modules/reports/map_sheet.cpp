// SPDX-License-Identifier: Apache-2.0
#include "modules/reports/map_sheet.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>
#include <numbers>

namespace wasl::reports {

// Some twenty metres, of a crossroads full of reports, and some thousand kilometres: nearer and
// farther nobody needs to look.
static constexpr double least_degrees = 0.0002, most_degrees = 20;
static constexpr int decimals = 5;  // of a degree: a metre

static geography::Box within_limits(geography::Box box) {
    auto const middle = box.middle();
    double const lats = std::clamp(box.north - box.south, least_degrees, most_degrees);
    double const lons = std::clamp(box.east - box.west, least_degrees, most_degrees);
    double const lat = std::clamp(middle.lat, -85.0 + lats / 2, 85.0 - lats / 2);
    double const lon = std::clamp(middle.lon, -180.0 + lons / 2, 180.0 - lons / 2);
    return {lat - lats / 2, lon - lons / 2, lat + lats / 2, lon + lons / 2};
}

Sheet::Sheet(geography::Box const& asked) : box_(within_limits(asked)) {
    double const shrinks = std::cos(box_.middle().lat * std::numbers::pi / 180);
    double const wanted =
        sheet_width * (box_.north - box_.south) / ((box_.east - box_.west) * shrinks);
    height_ = static_cast<int>(std::clamp<double>(wanted, sheet_height_min, sheet_height_max));
    auto const middle = box_.middle();
    if (wanted > height_) {  // too high: more of the east and west is shown
        double const half = (box_.north - box_.south) / 2 * sheet_width / height_ / shrinks;
        box_.west = middle.lon - half;
        box_.east = middle.lon + half;
    } else {
        double const half = (box_.east - box_.west) / 2 * shrinks * height_ / sheet_width;
        box_.south = middle.lat - half;
        box_.north = middle.lat + half;
    }
    per_lon_ = sheet_width / (box_.east - box_.west);
    per_lat_ = height_ / (box_.north - box_.south);
}

Spot Sheet::spot(geography::Point const& one) const {
    return {static_cast<int>(std::lround((one.lon - box_.west) * per_lon_)),
            static_cast<int>(std::lround((box_.north - one.lat) * per_lat_))};
}

geography::Box home_of(std::span<directory::Territory const* const> communes) {
    constexpr double margin_degrees = 0.05;  // some 5 km around the seats
    constexpr geography::Box morocco{20.7, -17.2, 36.0, -0.9};
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

std::vector<Cluster> clustered(Sheet const& sheet, std::span<Pin const> pins) {
    std::map<std::pair<int, int>, Cluster> squares;
    for (std::size_t n = 0; n < pins.size(); ++n) {
        auto const spot = sheet.spot(pins[n].place);
        auto& square = squares[{spot.y / cluster_size, spot.x / cluster_size}];
        square.at.x += spot.x;
        square.at.y += spot.y;
        square.pins.push_back(n);
    }
    std::vector<Cluster> found;
    for (auto& [key, one] : squares) {
        auto const count = static_cast<int>(one.pins.size());
        one.at = {one.at.x / count, one.at.y / count};
        found.push_back(std::move(one));
    }
    return found;
}

std::optional<geography::Box> box_read(std::string_view text) {
    std::array<double, 4> sides{};
    for (std::size_t n = 0; n < sides.size(); ++n) {
        auto const end = text.find(',');
        if ((end == text.npos) != (n == 3)) return std::nullopt;
        auto const part = text.substr(0, end);
        auto const [last, fault] =
            std::from_chars(part.data(), part.data() + part.size(), sides[n]);
        if (fault != std::errc{} || last != part.data() + part.size()) return std::nullopt;
        if (n < 3) text.remove_prefix(end + 1);
    }
    return geography::box_of(sides[1], sides[0], sides[3], sides[2]);
}

std::string degrees_written(double degrees) {
    std::array<char, 32> text{};
    auto const end =
        std::to_chars(text.data(), text.data() + text.size(), degrees, std::chars_format::fixed,
                      decimals)
            .ptr;
    return {text.data(), end};
}

std::string box_written(geography::Box const& box) {
    std::string out;
    for (double const side : {box.west, box.south, box.east, box.north}) {
        if (!out.empty()) out += ',';
        out += degrees_written(side);
    }
    return out;
}

geography::Box turned(geography::Box const& box, Turn turn) {
    double const lats = box.north - box.south, lons = box.east - box.west;
    auto const moved = [&](double up, double right) {
        return geography::Box{box.south + up * lats, box.west + right * lons, box.north + up * lats,
                              box.east + right * lons};
    };
    auto const scaled = [&](double by) {
        auto const middle = box.middle();
        return geography::Box{middle.lat - by * lats / 2, middle.lon - by * lons / 2,
                              middle.lat + by * lats / 2, middle.lon + by * lons / 2};
    };
    switch (turn) {
        case Turn::closer: return within_limits(scaled(0.5));
        case Turn::farther: return within_limits(scaled(2));
        case Turn::north: return within_limits(moved(0.5, 0));
        case Turn::south: return within_limits(moved(-0.5, 0));
        case Turn::east: return within_limits(moved(0, 0.5));
        case Turn::west: return within_limits(moved(0, -0.5));
    }
    return box;
}

}  // namespace wasl::reports
