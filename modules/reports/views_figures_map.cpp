// SPDX-License-Identifier: Apache-2.0
// The communes shaded by what is measured: their outlines where they were loaded, circles at their
// seats otherwise. Every number of it stands in the table.
#include <algorithm>

#include "modules/reports/map_ground.hpp"
#include "modules/reports/map_sheet.hpp"
#include "modules/reports/messages.hpp"
#include "modules/reports/views_figures.hpp"
#include "modules/reports/views_map.hpp"

namespace wasl::reports::views {

using namespace html::literals;

namespace {

constexpr int shades = 5;
constexpr double margin_degrees = 0.04;
constexpr int least_circle = 14, most_circle = 34;

struct Place {
    directory::Territory const* territory;
    directory::TerritoryOutline const* outline = nullptr;
    std::optional<std::int64_t> value;
};

std::vector<Place> places_of(FiguresPage const& page) {
    std::vector<Place> found;
    auto const add = [&](directory::Territory const* one) {
        bool const known = std::any_of(found.begin(), found.end(),
                                       [&](Place const& place) { return place.territory == one; });
        if (one == nullptr || known) return;
        Place place{one, nullptr, std::nullopt};
        for (auto const& outline : page.outlines)
            if (outline.territory == one->id) place.outline = &outline;
        for (auto const& line : page.table.lines)
            if (line.territory == one->id) place.value = value_of(line, page.measure);
        if (place.outline != nullptr || has_seat(*one)) found.push_back(place);
    };
    for (auto const* const one : page.communes) add(one);
    for (auto const& line : page.table.lines) add(page.known.places->territory(line.territory));
    return found;
}

geography::Box box_around(std::vector<Place> const& places) {
    geography::Box box{90, 180, -90, -180};
    auto const hold = [&](geography::Box const& one) {
        box = {std::min(box.south, one.south), std::min(box.west, one.west),
               std::max(box.north, one.north), std::max(box.east, one.east)};
    };
    for (auto const& place : places) {
        if (place.outline != nullptr) hold(place.outline->box);
        if (has_seat(*place.territory))
            hold({place.territory->lat - margin_degrees, place.territory->lon - margin_degrees,
                  place.territory->lat + margin_degrees, place.territory->lon + margin_degrees});
    }
    return box;
}

// Equal steps from nothing to the greatest; the last holds it.
std::int64_t begin_of(int shade, std::int64_t most) { return (most + 1) * shade / shades; }
int shade_of(std::int64_t value, std::int64_t most) {
    int shade = shades - 1;
    while (shade > 0 && value < begin_of(shade, most)) --shade;
    return shade;
}

html::Lit class_of(Place const& place, std::int64_t most) {
    if (!place.value) return " class=\"unshaded\""_h;
    switch (shade_of(*place.value, most)) {
        case 0: return " class=\"shade-0\""_h;
        case 1: return " class=\"shade-1\""_h;
        case 2: return " class=\"shade-2\""_h;
        case 3: return " class=\"shade-3\""_h;
        default: return " class=\"shade-4\""_h;
    }
}

void show_areas(html::Html& h, Sheet const& sheet, std::vector<Place> const& places,
                std::int64_t most) {
    for (auto const& place : places)
        if (place.outline != nullptr)
            h("<path"_h, class_of(place, most), " d=\""_h, path_of(sheet, place.outline->rings),
              "\"/>"_h);
}

Spot middle_of(Sheet const& sheet, Place const& place) {
    if (has_seat(*place.territory)) return sheet.spot({place.territory->lat, place.territory->lon});
    return sheet.spot(place.outline->box.middle());
}

void show_seats(html::Html& h, Sheet const& sheet, FiguresPage const& page,
                std::vector<Place> const& places, std::int64_t most) {
    for (auto const& place : places) {
        auto const at = middle_of(sheet, place);
        if (place.outline == nullptr) {
            auto const size =
                most > 0 ? place.value.value_or(0) * (most_circle - least_circle) / most : 0;
            h("<circle"_h, class_of(place, most), " cx=\""_h, at.x, "\" cy=\""_h, at.y, "\" r=\""_h,
              least_circle + size, "\"/>"_h);
        }
    }
    h("<g class=\"seats\">"_h);
    for (auto const& place : places) {
        auto const at = middle_of(sheet, place);
        name_at(h, {at.x, at.y - least_circle - 6}, place.territory->name);
    }
    h("</g>"_h);
    for (auto const& place : places) {
        auto const at = middle_of(sheet, place);
        if (!place.value) continue;
        h("<text x=\""_h, at.x, "\" y=\""_h, at.y + 6, "\">"_h,
          html::in_attribute(page.measure == Measure::satisfaction
                                 ? said(h.language(), page.measure, *place.value)
                                 : say(msg::figures_amount, {number("amount", *place.value)})),
          "</text>"_h);
    }
}

void show_legend(html::Html& h, FiguresPage const& page, std::int64_t most) {
    h("<ul class=\"shades\">"_h);
    for (int shade = 0; shade < shades; ++shade) {
        auto const first = begin_of(shade, most), last = begin_of(shade + 1, most) - 1;
        if (first > last) continue;
        Place const example{nullptr, nullptr, first};
        h("<li><svg"_h, class_of(example, most),
          " viewBox=\"0 0 10 10\" aria-hidden=\"true\"><rect width=\"10\" height=\"10\"/></svg>"_h);
        if (page.measure == Measure::satisfaction)
            h(said(h.language(), page.measure, first));
        else if (first == last)
            h(first);
        else
            h(say(msg::figures_between, {number("from", first), number("until", last)}));
        h("</li>"_h);
    }
    h("</ul>"_h);
}

}  // namespace

void shaded_map(html::Html& h, FiguresPage const& page) {
    auto const places = places_of(page);
    if (places.empty()) return;
    std::int64_t most = 0;
    for (auto const& place : places) most = std::max(most, place.value.value_or(0));
    Sheet const sheet(box_around(places));
    h("<figure class=\"drawn\"><figcaption>"_h, word_of(page.measure),
      "</figcaption><svg class=\"map reports shaded\" role=\"img\" viewBox=\"0 0 "_h, sheet_width,
      " "_h, sheet.height(), "\" aria-label=\""_h,
      html::in_attribute(say(msg::figures_mapped, {word("measure", word_of(page.measure))})),
      "\">"_h);
    show_areas(h, sheet, places, most);
    show_seats(h, sheet, page, places, most);
    h("</svg>"_h);
    show_legend(h, page, most);
    if (!page.outlines.empty())
        h("<p class=\"meta\">"_h, html::isolated(page.outlines.front().source), "</p>"_h);
    h("</figure>"_h);
}

}  // namespace wasl::reports::views
