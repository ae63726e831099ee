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

// "[[[[-2.1023,35.1452],...]]]", four decimals.
std::string geojson_coordinates(MultiPolygon const&);

}  // namespace wasl::directory
