// SPDX-License-Identifier: Apache-2.0
// The list of an office where it lies: one picture, whose numbers are those of the list under it.
#include <algorithm>

#include "modules/reports/views_map.hpp"
#include "modules/reports/views_office.hpp"

namespace wasl::reports::bureau {

using namespace html::literals;

namespace {

// Around the outermost: a part of what lies between them, and some hundred metres at least.
constexpr double margin = 0.15, least_degrees = 0.001;

void one_line(html::Html& h, QueuePage const& page, Listed const& line) {
    auto const language = h.language();
    h("<li>"_h);
    show_title(h, page, line);
    h(" "_h);
    html::tag(h, tone_of(line.pin.phase), state_name(language, page.on.settings, line.pin.state));
    if (line.pin.due && line.pin.phase == Phase::open) {
        h(" "_h);
        html::deadline_chip(h, *line.pin.due, page.on.today);
    }
    h("<span class=\"meta\">"_h, html::code(line.pin.number), " · "_h,
      category_said(language, page.on.known, line.pin.category), " · "_h,
      territory_said(language, page.on.known, line.pin.territory));
    if (!line.landmark.empty() && may_read(page, line)) h(" · "_h, html::isolated(line.landmark));
    h("</span></li>"_h);
}

}  // namespace

geography::Box box_around(std::vector<Listed> const& lines) {
    auto const& first = lines.front().pin.place;
    geography::Box box{first.lat, first.lon, first.lat, first.lon};
    for (auto const& line : lines) {
        auto const& place = line.pin.place;
        box.south = std::min(box.south, place.lat);
        box.north = std::max(box.north, place.lat);
        box.west = std::min(box.west, place.lon);
        box.east = std::max(box.east, place.lon);
    }
    double const lat = margin * (box.north - box.south) + least_degrees;
    double const lon = margin * (box.east - box.west) + least_degrees;
    return {box.south - lat, box.west - lon, box.north + lat, box.east + lon};
}

void show_drawn(html::Html& h, QueuePage const& page) {
    std::vector<Pin> pins;
    pins.reserve(page.lines.size());
    for (auto const& line : page.lines) pins.push_back(line.pin);
    Sheet const sheet(box_around(page.lines));
    h("<div class=\"columns halves\"><div>"_h);
    views::drawn(h, {sheet, pins, page.under});
    h("</div><ol class=\"numbered\">"_h);
    for (auto const& line : page.lines) one_line(h, page, line);
    h("</ol></div>"_h);
}

}  // namespace wasl::reports::bureau
