// SPDX-License-Identifier: Apache-2.0
// Outlines: read from GeoJSON or TopoJSON, simplified, written as GeoJSON coordinates. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace wasl::directory {

struct Point {
    double lon = 0, lat = 0;
    friend bool operator==(Point const&, Point const&) = default;
};
using Ring = std::vector<Point>;  // closed: the first point again at the end
using Polygon = std::vector<Ring>;
using MultiPolygon = std::vector<Polygon>;

struct Outline {
    int row = 0;       // its place in the file, from 1
    std::string code;  // of the properties: code, code_hcp; p of a province, r of a region
    std::string name;
    MultiPolygon shape;
    std::string fault;  // in English, for operators; empty where it can be used
};

// All outlines of a FeatureCollection or of every object of a Topology. A file that is neither
// gives one outline with a fault.
std::vector<Outline> outlines_of(std::string_view json);

// Douglas and Peucker; rings that would fall together below a triangle are kept as they are.
Ring simplified(Ring const&, double tolerance_degrees);
MultiPolygon simplified(MultiPolygon const&, double tolerance_degrees);

// Latitudes of the sphere (EPSG:3857) that were read as of the ellipsoid (EPSG:3395) lie up to 20
// km too far north. What was read, undone: the same as in tools/territory_table.py.
double read_on_sphere(double lat);
MultiPolygon read_on_sphere(MultiPolygon);

// Where an outline is, and where the seat of its territory is known to be.
struct Pairing {
    double outline_lat = 0, seat_lat = 0;
};
// True where most outlines lie as far north of their seats as that mistake puts them. Fewer than
// five prove nothing.
bool read_on_ellipsoid(std::vector<Pairing>);

// "[[[[-2.1023,35.1452],...]]]", four decimals.
std::string geojson_coordinates(MultiPolygon const&);

}  // namespace wasl::directory
