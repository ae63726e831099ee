// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "modules/directory/boundaries.hpp"
#include "modules/directory/directory.hpp"
#include "modules/directory/store.hpp"

namespace wasl::directory {

static constexpr double tolerance_degrees = 0.001;  // some 100 metres

static std::int64_t ten_thousandths(double degrees) { return std::llround(degrees * 10'000); }

static store::Boundary boundary_around(TerritoryId territory, MultiPolygon const& shape,
                                       std::string_view source) {
    store::Boundary out{territory, geojson_coordinates(shape), 1'800'000, 900'000, -1'800'000,
                        -900'000,  std::string(source)};
    for (auto const& polygon : shape)
        for (auto const& ring : polygon)
            for (auto const& point : ring) {
                out.west_e4 = std::min(out.west_e4, ten_thousandths(point.lon));
                out.east_e4 = std::max(out.east_e4, ten_thousandths(point.lon));
                out.south_e4 = std::min(out.south_e4, ten_thousandths(point.lat));
                out.north_e4 = std::max(out.north_e4, ten_thousandths(point.lat));
            }
    return out;
}

using Known = std::map<std::string, Territory>;

static bool lies_too_far_north(std::vector<Outline> const& outlines, Known const& known) {
    std::vector<Pairing> pairings;
    for (auto const& outline : outlines) {
        auto const found = known.find(outline.code);
        if (found == known.end() || found->second.lat == 0 || outline.shape.empty()) continue;
        auto const box = boundary_around(found->second.id, outline.shape, {});
        pairings.push_back(
            {static_cast<double>(box.south_e4 + box.north_e4) / 20'000, found->second.lat});
    }
    return read_on_ellipsoid(std::move(pairings));
}

ImportReport import_boundaries(db::Writer& writer, std::string_view json, std::string_view source,
                               bool dry_run) {
    Known known;
    for (auto& one : store::territories(writer)) known.emplace(one.code, std::move(one));
    auto outlines = outlines_of(json);
    bool const moved = lies_too_far_north(outlines, known);
    ImportReport report;
    for (auto& outline : outlines) {
        if (moved) outline.shape = read_on_sphere(std::move(outline.shape));
        ImportRow row{outline.row, RowVerdict::fault, outline.code, outline.name, outline.fault};
        auto const found = known.find(outline.code);
        if (row.what.empty() && found == known.end()) row.what = "no territory with this code";
        if (row.what.empty()) {
            auto const boundary = boundary_around(
                found->second.id, simplified(outline.shape, tolerance_degrees), source);
            auto const before = store::boundary(writer, found->second.id);
            row.verdict = !before                           ? RowVerdict::added
                          : before->rings == boundary.rings ? RowVerdict::same
                                                            : RowVerdict::changed;
            if (moved) row.what = "latitudes of the sphere, moved south";
            if (!dry_run && row.verdict != RowVerdict::same) store::keep(writer, boundary);
        }
        report.rows.push_back(std::move(row));
    }
    return report;
}

}  // namespace wasl::directory
