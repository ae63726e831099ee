// SPDX-License-Identifier: Apache-2.0
#include "modules/reports/views_island.hpp"

#include <boost/json.hpp>

#include "modules/reports/messages.hpp"
#include "modules/reports/views_report.hpp"
#include "platform/html/assets.hpp"
#include "platform/i18n/i18n.hpp"

namespace wasl::reports::views {

using namespace html::literals;

namespace {

using Word = std::pair<std::string_view, Message const*>;

// What a script says, in the language of the page; {braces} stay for it to fill.
void words(html::Html& h, std::initializer_list<Word> all) {
    boost::json::object said;
    for (auto const& [name, message] : all)
        said[boost::json::string_view(name.data(), name.size())] =
            i18n::pattern(h.language(), say(*message));
    h(" data-words=\""_h, boost::json::serialize(said), "\""_h);
}

bool has(Pages const& pages, std::string_view name) {
    return pages.assets != nullptr && pages.assets->has(name);
}

// Of the operator's pictures: where they are and whose.
void tiles(html::Html& h, Pages const& pages) {
    auto const& tiles = pages.tiles;
    if (!tiles.address.empty()) h(" data-tiles=\""_h, tiles.address, "\""_h);
    if (!tiles.file.empty())
        h(" data-tiles-file=\""_h, html::bare("/ground.pmtiles"), "\" data-tiles-script=\""_h,
          pages.assets->url("tiles.js"), "\""_h);
    if (!tiles.by.empty()) h(" data-tiles-by=\""_h, tiles.by, "\""_h);
}

void open_island(html::Html& h, Pages const& pages, html::Lit kind, geography::Box const& box) {
    h("<div class=\"island\" hidden data-map=\""_h, kind, "\" data-box=\""_h, box_written(box),
      "\" data-style=\""_h, pages.assets->url("map.css"), "\" data-outlines=\""_h,
      html::to("/reports/map/ground"), "\""_h);
    tiles(h, pages);
}

}  // namespace

void map_to_look_at(html::Html& h, Pages const& pages, geography::Box const& box,
                    http::Request const& asked) {
    if (!has(pages, "map.js")) return;
    open_island(h, pages, "look"_h, box);
    auto const pins = html::with(narrowed(html::bare("/api/v1/reports.geojson"), asked), "limit",
                                 std::to_string(map_drawn_max));
    h(" data-pins=\""_h, pins, "\""_h);
    words(h, {{"map", &msg::map_island},
              {"closer", &msg::map_closer},
              {"farther", &msg::map_farther},
              {"open", &msg::phase_open},
              {"over", &msg::map_over},
              {"several", &msg::map_several}});
    h("></div><script defer src=\""_h, pages.assets->url("map.js"), "\"></script>"_h);
}

void map_to_point_at(html::Html& h, Pages const& pages, geography::Box const& box) {
    if (!has(pages, "map.js")) return;
    // The map is fetched by whoever asks for it: on a slow line the form is there first.
    h("<p hidden data-opens=\""_h, pages.assets->url("map.js"),
      "\"><button type=\"button\" class=\"button secondary\">"_h, msg::filing_on_map,
      "</button></p>"_h);
    open_island(h, pages, "choose"_h, box);
    h(" data-commune=\""_h, html::to("/reports/new/commune"), "\""_h);
    words(h, {{"map", &msg::map_choose},
              {"closer", &msg::map_closer},
              {"farther", &msg::map_farther},
              {"middle", &msg::map_middle},
              {"chosen_point", &msg::map_chosen_point},
              {"chosen", &msg::map_chosen},
              {"boundary", &msg::map_boundary},
              {"nowhere", &msg::refused_place}});
    h("></div>"_h);
}

void drafts(html::Html& h, Pages const& pages, bool whole) {
    if (!has(pages, "drafts.js")) return;
    h("<section hidden data-drafts data-offline=\""_h, html::to("/reports/offline"),
      "\" data-worker=\""_h, html::bare("/worker.js"), "\" aria-labelledby=\"drafts\""_h);
    words(h, {{"waiting", &msg::drafts_waiting},
              {"refused", &msg::drafts_refused},
              {"sent", &msg::drafts_sent},
              {"near", &msg::drafts_near},
              {"asks", &msg::check_disclosed},
              {"asks_text", &msg::drafts_asks_text},
              {"agree", &msg::drafts_agree},
              {"hide", &msg::check_redact},
              {"held", &msg::drafts_held},
              {"untitled", &msg::drafts_untitled},
              {"photos", &msg::drafts_photos},
              {"edit", &msg::drafts_edit},
              {"drop", &msg::drafts_drop},
              {"drop_ask", &msg::drafts_drop_ask},
              {"erase_ask", &msg::drafts_erase_ask},
              {"erased", &msg::drafts_erased},
              {"stored", &msg::drafts_stored},
              {"no_network", &msg::drafts_no_network}});
    h("><h2 id=\"drafts\">"_h, msg::drafts_title, "</h2>"_h);
    if (!whole) h("<p>"_h, msg::drafts_elsewhere, "</p>"_h);
    h("<p role=\"status\"></p><p hidden data-nothing>"_h, msg::drafts_nothing,
      "</p><ul class=\"notices\" data-list></ul><div class=\"buttons\"><button type=\"button\" "
      "class=\"button secondary\" hidden data-send>"_h,
      msg::drafts_send,
      "</button><button type=\"button\" class=\"button quiet\" hidden data-erase>"_h,
      msg::drafts_erase, "</button></div>"_h);
    h("</section><script defer src=\""_h, pages.assets->url("drafts.js"), "\"></script>"_h);
}

}  // namespace wasl::reports::views
