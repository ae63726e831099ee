// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "platform/html/html.hpp"
#include "platform/html/panels.hpp"

namespace wasl::html {

struct Tile {
    Words figure;
    Words label;
    Words note{};
    Tone tone = Tone::neutral;
};
void stat_tiles(Html&, std::vector<Tile> const&);

struct Bar {
    Words label;
    std::int64_t value = 0;
    Tone tone = Tone::neutral;
};
// A table whose numbers are also drawn.
void bar_chart(Html&, Words const& caption, Words const& label, Words const& figure,
               std::vector<Bar> const&);

// How long until the legal day: "بقيت 3 أيام". Colour and words change as it comes near.
void deadline_chip(Html&, Date due, Date today);

}  // namespace wasl::html
