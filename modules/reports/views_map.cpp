// SPDX-License-Identifier: Apache-2.0
#include "modules/reports/views_map.hpp"

#include "modules/reports/messages.hpp"
#include "modules/reports/views_island.hpp"
#include "platform/html/spoken.hpp"

namespace wasl::reports::views {

using namespace html::literals;

namespace {

// The same filters on another piece of the earth.
html::Url elsewhere(MapPage const& page, geography::Box const& box) {
    return html::with(narrowed(html::to("/reports/map"), page.asked), "box", box_written(box));
}

void show_ground(html::Html& h, Drawing const& page) {
    for (auto const& one : page.under.outlines)
        if (auto const path = path_of(page.sheet, one.rings); !path.empty())
            h("<path d=\""_h, path, "\"/>"_h);
    h("<g class=\"seats\">"_h);
    for (auto const* const one : page.under.seats)
        name_at(h, page.sheet.spot({one->lat, one->lon}), one->name);
    h("</g>"_h);
}

// One pin carries its number in the list; several, how many they are.
void show_cluster(html::Html& h, Drawing const& page, Cluster const& one) {
    auto const& first = page.pins[one.pins.front()];
    bool const several = one.pins.size() > 1;
    h("<g class=\""_h,
      several                      ? "several"_h
      : first.phase == Phase::open ? "open"_h
                                   : "over"_h,
      "\"><circle cx=\""_h, one.at.x, "\" cy=\""_h, one.at.y, "\" r=\""_h, several ? 20 : 14,
      "\"/><text x=\""_h, one.at.x, "\" y=\""_h, one.at.y + 5, "\">"_h,
      several ? one.pins.size() : one.pins.front() + 1, "</text></g>"_h);
}

void show_turns(html::Html& h, MapPage const& page) {
    h("<nav class=\"turns\" aria-label=\""_h, html::in_attribute(msg::map_turns), "\">"_h);
    auto const link = [&](Turn turn, Message const& said) {
        html::link_button(h, elsewhere(page, turned(page.sheet.box(), turn)), said,
                          html::ButtonKind::quiet);
    };
    link(Turn::closer, msg::map_closer);
    link(Turn::farther, msg::map_farther);
    link(Turn::north, msg::map_north);
    link(Turn::south, msg::map_south);
    link(Turn::east, msg::map_east);
    link(Turn::west, msg::map_west);
    h("</nav>"_h);
}

void show_list(html::Html& h, MapPage const& page) {
    h("<ol class=\"numbered\">"_h);
    for (auto const& pin : page.pins) {
        h("<li><a href=\""_h, html::to("/reports/", pin.number), "\">"_h, html::isolated(pin.title),
          "</a> "_h);
        state_tag(h, page.known, pin.state, pin.phase);
        h("<span class=\"meta\">"_h, category_said(h.language(), page.known, pin.category), " · "_h,
          territory_said(h.language(), page.known, pin.territory), "</span></li>"_h);
    }
    h("</ol>"_h);
}

}  // namespace

void name_at(html::Html& h, Spot const& at, Names const& names) {
    auto const name = named(h.language(), names);
    h("<text x=\""_h, at.x, "\" y=\""_h, at.y, "\""_h);
    html::spoken_in(h, name);
    h(">"_h, html::in_attribute(name), "</text>"_h);
}

void drawn(html::Html& h, Drawing const& page) {
    h("<svg class=\"map reports\" role=\"img\" viewBox=\"0 0 "_h, sheet_width, " "_h,
      page.sheet.height(), "\"><title"_h);
    html::spoken_in(h, msg::map_drawn);
    h(">"_h, html::in_attribute(msg::map_drawn), "</title>"_h);
    show_ground(h, page);
    for (auto const& one : clustered(page.sheet, page.pins)) show_cluster(h, page, one);
    h("</svg>"_h);
}

void map(html::Html& h, MapPage const& page) {
    html::breadcrumbs(h, {{html::to("/reports"), msg::title}});
    h("<h1>"_h, msg::map_title, "</h1><p class=\"lead\">"_h, msg::map_lead, "</p>"_h);
    filters(h, page.asked, page.known, page.communes, html::to("/reports/map"));
    map_to_look_at(h, page.pages, page.sheet.box(), page.asked);
    drawn(h, {page.sheet, page.pins, page.under});
    if (!page.under.outlines.empty())
        h("<p class=\"meta\">"_h, msg::map_outlines, " "_h,
          html::isolated(page.under.outlines.front().source), "</p>"_h);
    show_turns(h, page);
    // What follows is written anew by the script where the map was moved.
    h("<div data-found>"_h);
    if (page.more) h("<p>"_h, say(msg::map_more, {number("count", page.pins.size())}), "</p>"_h);
    if (page.pins.empty())
        html::empty_state(h, msg::map_nothing, msg::map_nothing_text,
                          html::Invitation{html::to("/reports/new"), msg::filing_begin});
    else
        show_list(h, page);
    h("</div><ul class=\"links\">"_h);
    other_ways(h, page.asked);
    h("</ul>"_h);
}

}  // namespace wasl::reports::views
