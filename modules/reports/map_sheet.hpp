// SPDX-License-Identifier: Apache-2.0
// A piece of the earth on a sheet of paper, and what lies so close there that it is drawn as one.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "modules/directory/directory.hpp"
#include "modules/reports/report.hpp"

namespace wasl::reports {

inline constexpr int sheet_width = 720;
inline constexpr int sheet_height_max = 720;
inline constexpr int sheet_height_min = 360;
inline constexpr int map_drawn_max = 200;  // reports of one picture, and of its list
inline constexpr int cluster_size = 48;    // of the sheet's units: what stands in one such square

struct Spot {
    int x = 0, y = 0;
};

// Plate carrée, made narrower as a degree of longitude is; north is up. The box grows to the
// proportions of the sheet.
class Sheet {
public:
    explicit Sheet(geography::Box const&);
    Spot spot(geography::Point const&) const;
    geography::Box const& box() const { return box_; }
    int height() const { return height_; }

private:
    geography::Box box_;
    double per_lat_ = 1, per_lon_ = 1;
    int height_ = sheet_height_min;
};

// Pins of one square of the sheet, in the middle of them.
struct Cluster {
    Spot at;
    std::vector<std::size_t> pins;  // places in the list, ascending
};
std::vector<Cluster> clustered(Sheet const&, std::span<Pin const>);

// "west,south,east,north" in degrees, as addresses carry it (RFC 7946 section 5).
std::optional<geography::Box> box_read(std::string_view);
std::string box_written(geography::Box const&);
std::string degrees_written(double);  // as it writes each

// The communes for which somebody answers, or the country where there is none.
geography::Box home_of(std::span<directory::Territory const* const> communes);

// The neighbours of a box, for those who have no script: half a box further, half and twice as
// large.
enum class Turn : std::uint8_t { closer, farther, north, south, east, west };
geography::Box turned(geography::Box const&, Turn);

}  // namespace wasl::reports
