// SPDX-License-Identifier: Apache-2.0
#include "kernel/geography.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace wasl::geography {

namespace {

constexpr double earth_radius_metres = 6'371'008.8;  // mean radius (IUGG)
constexpr double metres_per_degree = earth_radius_metres * std::numbers::pi / 180;
constexpr double degrees = std::numbers::pi / 180;

std::int64_t steps_of(int level) { return std::int64_t{1} << std::clamp(level, 0, level_max); }
// In whole numbers, so that a database can tell the cell of what it keeps as well.
std::int64_t row_of(double lat, std::int64_t steps) {
    return std::clamp((millionths(lat) + 90'000'000) * steps / 180'000'000, std::int64_t{0},
                      steps - 1);
}
std::int64_t column_of(double lon, std::int64_t steps) {
    return std::clamp((millionths(lon) + 180'000'000) * steps / 360'000'000, std::int64_t{0},
                      steps - 1);
}

// Straight on a map whose degrees of longitude are as short as they are at that latitude.
double metres_to_segment(Point const& from, Point const& a, Point const& b) {
    double const shrinks = std::cos(from.lat * degrees);
    double const ax = (a.lon - from.lon) * shrinks, ay = a.lat - from.lat;
    double const bx = (b.lon - from.lon) * shrinks, by = b.lat - from.lat;
    double const dx = bx - ax, dy = by - ay;
    double const length = dx * dx + dy * dy;
    double const along = length > 0 ? std::clamp(-(ax * dx + ay * dy) / length, 0.0, 1.0) : 0.0;
    return std::hypot(ax + along * dx, ay + along * dy) * metres_per_degree;
}

bool crosses(Point const& one, Point const& a, Point const& b) {
    if ((a.lat > one.lat) == (b.lat > one.lat)) return false;
    return one.lon < a.lon + (one.lat - a.lat) / (b.lat - a.lat) * (b.lon - a.lon);
}

}  // namespace

std::int64_t millionths(double degrees) { return std::llround(degrees * 1e6); }

bool is_place(Point const& one) {
    return one.lat >= -90 && one.lat <= 90 && one.lon >= -180 && one.lon <= 180 &&
           (std::abs(one.lat) > 1e-6 || std::abs(one.lon) > 1e-6);
}

double metres_between(Point const& a, Point const& b) {
    double const up = std::sin((b.lat - a.lat) * degrees / 2);
    double const across = std::sin((b.lon - a.lon) * degrees / 2);
    double const h =
        up * up + std::cos(a.lat * degrees) * std::cos(b.lat * degrees) * across * across;
    return 2 * earth_radius_metres * std::asin(std::min(1.0, std::sqrt(h)));
}

Box around(Point const& one, double metres) {
    double const up = metres / metres_per_degree;
    double const shrinks = std::max(std::cos(one.lat * degrees), 1e-6);
    double const across = std::min(up / shrinks, 180.0);
    return {std::max(one.lat - up, -90.0), std::max(one.lon - across, -180.0),
            std::min(one.lat + up, 90.0), std::min(one.lon + across, 180.0)};
}

std::optional<Box> box_of(double south, double west, double north, double east) {
    bool const right = south >= -90 && north <= 90 && west >= -180 && east <= 180;
    if (!right || !(south < north) || !(west < east)) return std::nullopt;
    return Box{south, west, north, east};
}

bool inside(MultiPolygon const& shape, Point const& one) {
    bool in = false;
    for (auto const& polygon : shape)
        for (auto const& ring : polygon)
            for (std::size_t n = 1; n < ring.size(); ++n)
                if (crosses(one, ring[n - 1], ring[n])) in = !in;
    return in;
}

double metres_to_edge(MultiPolygon const& shape, Point const& one) {
    double nearest = std::numeric_limits<double>::infinity();
    for (auto const& polygon : shape)
        for (auto const& ring : polygon)
            for (std::size_t n = 1; n < ring.size(); ++n)
                nearest = std::min(nearest, metres_to_segment(one, ring[n - 1], ring[n]));
    return nearest;
}

Box box_of(MultiPolygon const& shape) {
    Box box{90, 180, -90, -180};
    for (auto const& polygon : shape)
        for (auto const& ring : polygon)
            for (auto const& one : ring) {
                box.south = std::min(box.south, one.lat);
                box.north = std::max(box.north, one.lat);
                box.west = std::min(box.west, one.lon);
                box.east = std::max(box.east, one.lon);
            }
    return box;
}

std::int64_t cell_of(Point const& one, int level) {
    auto const steps = steps_of(level);
    return row_of(one.lat, steps) * steps + column_of(one.lon, steps);
}

std::vector<CellRun> cells_of(Box const& box, int level) {
    auto const steps = steps_of(level);
    auto const west = column_of(box.west, steps), east = column_of(box.east, steps);
    std::vector<CellRun> runs;
    for (auto row = row_of(box.south, steps); row <= row_of(box.north, steps); ++row)
        runs.push_back({row * steps + west, row * steps + east});
    return runs;
}

Box box_of_cell(std::int64_t cell, int level) {
    auto const steps = steps_of(level);
    double const high = 180.0 / static_cast<double>(steps);
    double const wide = 360.0 / static_cast<double>(steps);
    auto const row = cell / steps, column = cell % steps;
    double const south = static_cast<double>(row) * high - 90;
    double const west = static_cast<double>(column) * wide - 180;
    return {south, west, south + high, west + wide};
}

int level_for(Box const& box, std::int64_t cells_max, int shallowest, int deepest) {
    for (int level = deepest; level > shallowest; --level) {
        auto const steps = steps_of(level);
        auto const rows = row_of(box.north, steps) - row_of(box.south, steps) + 1;
        auto const columns = column_of(box.east, steps) - column_of(box.west, steps) + 1;
        if (rows * columns <= cells_max) return level;
    }
    return shallowest;
}

}  // namespace wasl::geography
