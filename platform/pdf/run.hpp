// SPDX-License-Identifier: Apache-2.0
// Inside platform/pdf only: one stretch of text in one font and one direction, put on the paper so
// that readers find its words whole.
#pragma once

#include <string>
#include <vector>

#include "platform/pdf/owned.hpp"

namespace wasl::pdf {

// From Pango's units.
inline double points(int units) { return units / static_cast<double>(PANGO_SCALE); }

// Pango hands right-to-left text letter by letter against the direction in which it stands, and
// readers then find «المم ل كة». Here each run is one stroke from left to right, each cluster with
// its letters, which is what readers expect to turn around. Signs over letters (vowels, shadda)
// are drawn as shapes: as text of their own, without width, they would cut the word in two.
class Run {
public:
    Run(PangoGlyphItem*, char const* text);

    // From the pen's place x on the baseline y; returns where the pen stands afterwards.
    double show(cairo_t*, double x, double y);

private:
    bool first();
    bool next();
    double take_cluster(double x, double y);

    PangoGlyphItem* item_;
    char const* text_;
    cairo_scaled_font_t* font_;
    bool backwards_;
    double gap_max_ = 0;  // points
    PangoGlyphItemIter at_{};

    std::string letters_;
    std::vector<cairo_glyph_t> glyphs_;
    std::vector<cairo_text_cluster_t> clusters_;
    std::vector<cairo_glyph_t> signs_;
};

}  // namespace wasl::pdf
