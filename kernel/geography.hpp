// SPDX-License-Identifier: Apache-2.0
// Points on the earth and what lies around them, as an office needs it: metres between two lamps,
// the commune that holds a point, the cells by which a database finds what is near. WGS 84,
// degrees. Pure; exact enough within a country (a sphere: 0.5 % at most against the ellipsoid).
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace wasl::geography {

struct Point {
    double lat = 0, lon = 0;
    friend bool operator==(Point const&, Point const&) = default;
};

// Degrees as they are kept: whole millionths, about eleven centimetres.
std::int64_t millionths(double degrees);
// Within the poles and the date line, and not the origin of the axes, where receivers without a
// fix put everybody ("null island").
bool is_place(Point const&);
// Haversine on the mean sphere.
double metres_between(Point const&, Point const&);

struct Box {
    double south = 0, west = 0, north = 0, east = 0;
    bool holds(Point const& one) const {
        return one.lat >= south && one.lat <= north && one.lon >= west && one.lon <= east;
    }
    Point middle() const { return {(south + north) / 2, (west + east) / 2}; }
};
// The smallest box with every point that near.
Box around(Point const&, double metres);
// Nothing where a corner is no number of degrees or the corners stand the wrong way round.
std::optional<Box> box_of(double south, double west, double north, double east);

using Ring = std::vector<Point>;    // closed: the first point again at the end
using Polygon = std::vector<Ring>;  // the outer ring, then its holes
using MultiPolygon = std::vector<Polygon>;

// Even-odd rule (a ray to the east); a point on an edge may fall on either side, which is why
// metres_to_edge is asked beside it.
bool inside(MultiPolygon const&, Point const&);
double metres_to_edge(MultiPolygon const&, Point const&);
Box box_of(MultiPolygon const&);

// A cell is a square of the plate carrée: the world halved `level` times each way. Its number is
// made of row and column, so that cells of one row follow one another. A point lies in the cell of
// its millionths.
inline constexpr int level_max = 24;
std::int64_t cell_of(Point const&, int level);

// Columns west to east of one row: numbers first to last, both included.
struct CellRun {
    std::int64_t first = 0, last = 0;
};
// The rows of cells that a box touches, south to north.
std::vector<CellRun> cells_of(Box const&, int level);
// The box of one cell.
Box box_of_cell(std::int64_t cell, int level);
// The deepest level, within the two given, at which the box touches at most so many cells.
int level_for(Box const&, std::int64_t cells_max, int shallowest, int deepest);

}  // namespace wasl::geography
