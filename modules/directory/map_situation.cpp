// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "modules/directory/map.hpp"
#include "modules/directory/messages.hpp"

namespace wasl::directory {

using namespace html::literals;

static constexpr int dot = 9, own_dot = 18, margin = 40;

Situation situation_of(db::Reader& reader, Picture const& picture, Administration const& of) {
    Situation found;
    found.one = of.territory ? picture.territory(*of.territory) : nullptr;
    if (!found.one) return found;
    found.whole = found.one->parent ? picture.territory(*found.one->parent) : nullptr;
    found.parts = picture.parts_of(found.whole ? found.whole->id : TerritoryId{0});
    for (auto const* const part : found.parts)
        if (auto outline = store::boundary(reader, part->id))
            found.outlines.push_back(std::move(*outline));
    return found;
}

static bool is_outlined(Situation const& situation) {
    return std::any_of(
        situation.outlines.begin(), situation.outlines.end(),
        [&](store::Boundary const& one) { return one.territory == situation.one->id; });
}

// The box around the seats, as if it were an outline.
static store::Boundary around_seats(Situation const& situation) {
    constexpr double e4 = 10'000;
    store::Boundary box{};
    bool first = true;
    for (auto const* const part : situation.parts) {
        if (!has_seat(*part)) continue;
        auto const lat = static_cast<std::int64_t>(part->lat * e4);
        auto const lon = static_cast<std::int64_t>(part->lon * e4);
        box.west_e4 = first ? lon : std::min(box.west_e4, lon);
        box.east_e4 = first ? lon : std::max(box.east_e4, lon);
        box.south_e4 = first ? lat : std::min(box.south_e4, lat);
        box.north_e4 = first ? lat : std::max(box.north_e4, lat);
        first = false;
    }
    return box;
}

static void open_sheet(html::Html& h, Sheet const& sheet, Territory const& one) {
    h("<svg class=\"map\" role=\"img\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\" "
      "stroke-linejoin=\"round\" viewBox=\"-"_h,
      margin, " -"_h, margin, " "_h, sheet.width + 2 * margin, " "_h, sheet.height + 2 * margin,
      "\"><title>"_h,
      html::in_attribute(say(msg::one_map_of, {text("name", in(h.language(), one.name))})),
      "</title>"_h);
}

static void show_outlines(html::Html& h, Situation const& situation) {
    auto const sheet = sheet_for(situation.outlines);
    if (sheet.width == 0) return;
    open_sheet(h, sheet, *situation.one);
    for (auto const& one : situation.outlines) {
        auto const path = path_of(sheet, one.rings);
        bool const own = one.territory == situation.one->id;
        if (!path.empty())
            h("<path"_h, own ? " fill=\"currentColor\" fill-opacity=\"0.3\""_h : ""_h, " d=\""_h,
              path, "\"/>"_h);
    }
    h("</svg><p class=\"meta\">"_h, msg::territory_map_note, " "_h,
      html::isolated(situation.outlines.front().source), "</p>"_h);
}

static void show_seats(html::Html& h, Situation const& situation) {
    auto const sheet = sheet_for({around_seats(situation)});
    if (sheet.width == 0) return;
    open_sheet(h, sheet, *situation.one);
    for (auto const* const part : situation.parts) {
        if (!has_seat(*part)) continue;
        bool const own = part == situation.one;
        auto const x = static_cast<int>((part->lon - sheet.west) * sheet.per_lon);
        auto const y = static_cast<int>((sheet.north - part->lat) * sheet.per_lat);
        h("<circle"_h, own ? " fill=\"currentColor\""_h : ""_h, " cx=\""_h, x, "\" cy=\""_h, y,
          "\" r=\""_h, own ? own_dot : dot, "\"/>"_h);
    }
    h("</svg>"_h);
    if (situation.whole)
        h("<p class=\"meta\">"_h,
          say(msg::one_map_seats, {text("name", in(h.language(), situation.whole->name))}),
          "</p>"_h);
}

void show_situation(html::Html& h, Situation const& situation) {
    if (!situation.one) return;
    h("<h2>"_h, msg::one_map, "</h2>"_h);
    if (is_outlined(situation))
        show_outlines(h, situation);
    else
        show_seats(h, situation);
    html::Disclosure const words(h, msg::one_map_text);
    html::Table table(h, msg::one_map_text, {{msg::territory_name}, {msg::territory_seat}});
    for (auto const* const part : situation.parts) {
        table.row();
        table.cell("<a href=\""_h, html::to("/territory/", part->id), "\">"_h, shown(h, part->name),
                   "</a>"_h);
        if (has_seat(*part))
            table.cell(html::code(position_of(*part)));
        else
            table.cell(msg::one_unconfirmed);
    }
}

}  // namespace wasl::directory
