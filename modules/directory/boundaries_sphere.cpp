// SPDX-License-Identifier: Apache-2.0
// Outlines of the Kingdom that go round on the web were projected on one figure of the earth and
// read on another. Whoever imports them is not asked to know it.
#include <algorithm>
#include <cmath>
#include <numbers>

#include "modules/directory/boundaries.hpp"

namespace wasl::directory {

static constexpr double eccentricity = 0.0818191908426;  // of WGS 84

double read_on_sphere(double lat) {
    using std::numbers::pi;
    double const read = lat * pi / 180;
    double const sine = eccentricity * std::sin(read);
    double const bend = std::pow((1 - sine) / (1 + sine), eccentricity / 2);
    return (2 * std::atan(std::tan(pi / 4 + read / 2) * bend) - pi / 2) * 180 / pi;
}

MultiPolygon read_on_sphere(MultiPolygon shape) {
    for (auto& polygon : shape)
        for (auto& ring : polygon)
            for (auto& point : ring) point.lat = read_on_sphere(point.lat);
    return shape;
}

bool read_on_ellipsoid(std::vector<Pairing> all) {
    constexpr std::size_t least = 5;
    constexpr double near_degrees = 0.04;  // an outline's middle is not where its seat is
    if (all.size() < least) return false;
    auto const middle = all.begin() + static_cast<std::ptrdiff_t>(all.size() / 2);
    std::nth_element(all.begin(), middle, all.end(), [](Pairing const& a, Pairing const& b) {
        return a.outline_lat - a.seat_lat < b.outline_lat - b.seat_lat;
    });
    double const off = middle->outline_lat - middle->seat_lat;
    double const mistake = middle->outline_lat - read_on_sphere(middle->outline_lat);
    return std::abs(off - mistake) < near_degrees;
}

}  // namespace wasl::directory
