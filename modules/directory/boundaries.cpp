// SPDX-License-Identifier: Apache-2.0
#include "modules/directory/boundaries.hpp"

#include <boost/json.hpp>
#include <cmath>

namespace wasl::directory {

namespace json = boost::json;

namespace {

double number_of(json::value const& value) { return value.to_number<double>(); }

// Positions of GeoJSON, or arcs of a Topology that are joined as its numbers say.
class Reader {
public:
    explicit Reader(json::object const& topology) {
        auto const* transform = topology.if_contains("transform");
        double const scale_x = transform ? number_of(transform->at("scale").at(0)) : 1;
        double const scale_y = transform ? number_of(transform->at("scale").at(1)) : 1;
        double const from_x = transform ? number_of(transform->at("translate").at(0)) : 0;
        double const from_y = transform ? number_of(transform->at("translate").at(1)) : 0;
        for (auto const& arc : topology.at("arcs").as_array()) {
            Ring points;
            double x = 0, y = 0;
            for (auto const& step : arc.as_array()) {
                // With a transform each position is the step from the one before.
                x = number_of(step.at(0)) + (transform ? x : 0);
                y = number_of(step.at(1)) + (transform ? y : 0);
                points.push_back({x * scale_x + from_x, y * scale_y + from_y});
            }
            arcs_.push_back(std::move(points));
        }
        topology_ = true;
    }
    Reader() = default;

    MultiPolygon shape(json::object const& geometry) const {
        auto const& type = geometry.at("type").as_string();
        auto const& parts = geometry.at(topology_ ? "arcs" : "coordinates").as_array();
        MultiPolygon out;
        if (type == "Polygon") {
            out.push_back(polygon(parts));
        } else if (type == "MultiPolygon") {
            for (auto const& part : parts) out.push_back(polygon(part.as_array()));
        } else {
            throw std::runtime_error("geometry is neither Polygon nor MultiPolygon");
        }
        return out;
    }

private:
    Polygon polygon(json::array const& rings) const {
        Polygon out;
        for (auto const& part : rings) {
            auto closed = topology_ ? joined(part.as_array()) : plain(part.as_array());
            if (closed.size() < 4 || closed.front() != closed.back())
                throw std::runtime_error("a ring that is not closed");
            out.push_back(std::move(closed));
        }
        return out;
    }

    static Ring plain(json::array const& positions) {
        Ring out;
        for (auto const& position : positions)
            out.push_back({number_of(position.at(0)), number_of(position.at(1))});
        return out;
    }

    // A negative number n stands for arc ~n backwards; shared ends are written once.
    Ring joined(json::array const& numbers) const {
        Ring out;
        for (auto const& value : numbers) {
            auto const n = value.to_number<std::int64_t>();
            auto arc = arcs_.at(static_cast<std::size_t>(n < 0 ? ~n : n));
            if (n < 0) std::reverse(arc.begin(), arc.end());
            out.insert(out.end(), arc.begin() + (out.empty() ? 0 : 1), arc.end());
        }
        return out;
    }

    std::vector<Ring> arcs_;
    bool topology_ = false;
};

std::string text_at(json::object const& properties, std::initializer_list<char const*> names) {
    for (auto const* name : names)
        if (auto const* value = properties.if_contains(name);
            value && value->is_string() && !value->as_string().empty())
            return std::string(value->as_string());
    return {};
}

Outline read_outline(Reader const& reader, json::object const& properties,
                     json::object const& geometry, int row) {
    Outline out;
    out.row = row;
    out.code = text_at(properties, {"code", "code_hcp", "p", "r"});
    out.name = text_at(properties, {"ar", "name_ar", "par", "rar"});
    try {
        out.shape = reader.shape(geometry);
    } catch (std::exception const& fault) {
        out.fault = fault.what();
    }
    if (out.code.empty()) out.fault = "no code in its properties";
    return out;
}

std::vector<Outline> from_topology(json::object const& topology) {
    Reader const reader(topology);
    std::vector<Outline> out;
    for (auto const& [name, object] : topology.at("objects").as_object())
        for (auto const& geometry : object.at("geometries").as_array())
            out.push_back(read_outline(reader, geometry.at("properties").as_object(),
                                       geometry.as_object(), static_cast<int>(out.size()) + 1));
    return out;
}

std::vector<Outline> from_features(json::object const& collection) {
    Reader const reader;
    std::vector<Outline> out;
    for (auto const& feature : collection.at("features").as_array())
        out.push_back(read_outline(reader, feature.at("properties").as_object(),
                                   feature.at("geometry").as_object(),
                                   static_cast<int>(out.size()) + 1));
    return out;
}

}  // namespace

std::vector<Outline> outlines_of(std::string_view text) {
    try {
        auto const root = json::parse(json::string_view(text.data(), text.size()));
        auto const& object = root.as_object();
        if (object.at("type").as_string() == "Topology") return from_topology(object);
        return from_features(object);
    } catch (std::exception const& fault) {
        Outline out;
        out.fault = std::string("neither a FeatureCollection nor a Topology: ") + fault.what();
        return {out};
    }
}

static double distance(Point const& p, Point const& a, Point const& b) {
    double const dx = b.lon - a.lon, dy = b.lat - a.lat;
    double const length = dx * dx + dy * dy;
    double t = length == 0 ? 0 : ((p.lon - a.lon) * dx + (p.lat - a.lat) * dy) / length;
    t = std::clamp(t, 0.0, 1.0);
    return std::hypot(p.lon - (a.lon + t * dx), p.lat - (a.lat + t * dy));
}

Ring simplified(Ring const& ring, double tolerance) {
    if (ring.size() < 5) return ring;
    std::vector<bool> keep(ring.size(), false);
    // A ring ends where it starts: its middle point makes two lines of it.
    std::size_t const middle = ring.size() / 2;
    keep.front() = keep[middle] = keep.back() = true;
    std::vector<std::pair<std::size_t, std::size_t>> open{{0, middle}, {middle, ring.size() - 1}};
    while (!open.empty()) {
        auto const [from, until] = open.back();
        open.pop_back();
        std::size_t farthest = from;
        double most = tolerance;
        for (std::size_t i = from + 1; i < until; ++i)
            if (double const d = distance(ring[i], ring[from], ring[until]); d > most)
                std::tie(farthest, most) = std::pair(i, d);
        if (farthest == from) continue;
        keep[farthest] = true;
        open.emplace_back(from, farthest);
        open.emplace_back(farthest, until);
    }
    Ring out;
    for (std::size_t i = 0; i < ring.size(); ++i)
        if (keep[i]) out.push_back(ring[i]);
    return out.size() < 4 ? ring : out;
}

MultiPolygon simplified(MultiPolygon const& shape, double tolerance) {
    MultiPolygon out;
    for (auto const& polygon : shape) {
        Polygon rings;
        for (auto const& ring : polygon) rings.push_back(simplified(ring, tolerance));
        out.push_back(std::move(rings));
    }
    return out;
}

static void write(std::string& out, double degrees) {
    auto const e4 = std::llround(degrees * 10'000);
    auto const whole = std::abs(e4) / 10'000;
    auto const rest = std::to_string(10'000 + std::abs(e4) % 10'000).substr(1);
    out += (e4 < 0 ? "-" : "") + std::to_string(whole) + "." + rest;
}

template<typename Part, typename Write>
static void write_list(std::string& out, std::vector<Part> const& parts, Write const& write_one) {
    out += '[';
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i) out += ',';
        write_one(parts[i]);
    }
    out += ']';
}

std::string geojson_coordinates(MultiPolygon const& shape) {
    std::string out;
    auto const point = [&](Point const& at) {
        out += '[';
        write(out, at.lon);
        out += ',';
        write(out, at.lat);
        out += ']';
    };
    auto const ring = [&](Ring const& one) { write_list(out, one, point); };
    auto const polygon = [&](Polygon const& one) { write_list(out, one, ring); };
    write_list(out, shape, polygon);
    return out;
}

}  // namespace wasl::directory
