// SPDX-License-Identifier: Apache-2.0
#include "platform/html/figures.hpp"

#include <algorithm>

#include "platform/html/messages.hpp"
#include "platform/html/tones.hpp"

namespace wasl::html {

void stat_tiles(Html& h, std::vector<Tile> const& tiles) {
    h("<dl class=\"tiles\">"_h);
    for (auto const& tile : tiles) {
        h("<div class=\""_h, name_of(tile.tone), "\"><dt>"_h, tile.label, "</dt><dd>"_h,
          tile.figure, "</dd>"_h);
        if (tile.note) h("<dd class=\"note\">"_h, tile.note, "</dd>"_h);
        h("</div>"_h);
    }
    h("</dl>"_h);
}

// The drawing says nothing that the number beside it does not, hence hidden from listeners. Its
// length is an attribute of SVG, for the content policy allows no style on elements.
static void draw(Html& h, Bar const& bar, std::int64_t largest) {
    auto const length = largest > 0 ? std::max<std::int64_t>(bar.value, 0) * 1000 / largest : 0;
    h("<svg class=\"bar "_h, name_of(bar.tone),
      "\" viewBox=\"0 0 1000 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
      "<rect width=\"1000\" height=\"10\" class=\"ground\"/><rect width=\""_h,
      length, "\" height=\"10\"/></svg>"_h);
}

void bar_chart(Html& h, Words const& caption, Words const& label, Words const& figure,
               std::vector<Bar> const& bars) {
    std::int64_t largest = 0;
    for (auto const& bar : bars) largest = std::max(largest, bar.value);
    h("<table class=\"bars\"><caption>"_h, caption, "</caption><thead><tr><th scope=\"col\">"_h,
      label, "</th><th scope=\"col\">"_h, figure, "</th></tr></thead><tbody>"_h);
    for (auto const& bar : bars) {
        h("<tr><th scope=\"row\">"_h, bar.label, "</th><td><span>"_h,
          i18n::number(h.language(), bar.value), "</span>"_h);
        draw(h, bar, largest);
        h("</td></tr>"_h);
    }
    h("</tbody></table>"_h);
}

void deadline_chip(Html& h, Date due, Date today) {
    constexpr int soon = 5;
    auto const left = (due - today).count();
    if (left < 0) return tag(h, Tone::danger, say(msg::days_over, {number("count", -left)}));
    if (left == 0) return tag(h, Tone::warning, msg::days_today);
    tag(h, left <= soon ? Tone::warning : Tone::neutral,
        say(msg::days_left, {number("count", left)}));
}

}  // namespace wasl::html
