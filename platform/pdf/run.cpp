// SPDX-License-Identifier: Apache-2.0
#include "platform/pdf/run.hpp"

#include <algorithm>

namespace wasl::pdf {

namespace {

// The part of a letter's size that kerning may leave between two letters. From a tenth on, readers
// take them for two words («التار يخ»); the eye does not see the hundredths that are taken away.
constexpr double gap_max = 0.07;

std::string without_signs(char const* from, char const* until) {
    std::string out;
    while (from < until) {
        char const* const next = g_utf8_next_char(from);
        if (!g_unichar_ismark(g_utf8_get_char(from))) out.append(from, next);
        from = next;
    }
    return out;
}

bool is_drawn(PangoGlyphInfo const& glyph) {
    return glyph.glyph != PANGO_GLYPH_EMPTY && !(glyph.glyph & PANGO_GLYPH_UNKNOWN_FLAG);
}

}  // namespace

Run::Run(PangoGlyphItem* item, char const* text)
    : item_(item),
      text_(text),
      font_(pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(item->item->analysis.font))),
      backwards_(item->item->analysis.level % 2 == 1) {
    cairo_matrix_t size;
    cairo_scaled_font_get_font_matrix(font_, &size);
    gap_max_ = gap_max * size.xx;
}

bool Run::first() {
    return backwards_ ? pango_glyph_item_iter_init_end(&at_, item_, text_)
                      : pango_glyph_item_iter_init_start(&at_, item_, text_);
}

bool Run::next() {
    return backwards_ ? pango_glyph_item_iter_prev_cluster(&at_)
                      : pango_glyph_item_iter_next_cluster(&at_);
}

// The glyphs that belong together, from left to right, and the letters they stand for.
double Run::take_cluster(double x, double y) {
    auto const from = backwards_ ? at_.end_glyph + 1 : at_.start_glyph;
    auto const until = backwards_ ? at_.start_glyph + 1 : at_.end_glyph;
    auto const letters = without_signs(text_ + at_.start_index, text_ + at_.end_index);
    bool const signed_over =
        letters.size() < static_cast<std::size_t>(at_.end_index - at_.start_index);
    int shown = 0;
    for (int n = from; n < until; ++n) {
        auto const& glyph = item_->glyphs->glyphs[n];
        auto const& place = glyph.geometry;
        bool const sign = letters.empty() || (signed_over && place.width == 0);
        double const offset = points(place.x_offset);
        double const left = x + (sign ? offset : std::min(offset, gap_max_));
        x += points(place.width);
        if (!is_drawn(glyph)) continue;
        (sign ? signs_ : glyphs_).push_back({glyph.glyph, left, y + points(place.y_offset)});
        if (!sign) ++shown;
    }
    if (shown == 0) return x;
    letters_ += letters;
    clusters_.push_back({static_cast<int>(letters.size()), shown});
    return x;
}

double Run::show(cairo_t* cairo, double x, double y) {
    for (auto more = first(); more; more = next()) x = take_cluster(x, y);
    cairo_set_scaled_font(cairo, font_);
    if (!glyphs_.empty())
        cairo_show_text_glyphs(cairo, letters_.data(), static_cast<int>(letters_.size()),
                               glyphs_.data(), static_cast<int>(glyphs_.size()), clusters_.data(),
                               static_cast<int>(clusters_.size()), cairo_text_cluster_flags_t{});
    if (!signs_.empty()) {
        cairo_glyph_path(cairo, signs_.data(), static_cast<int>(signs_.size()));
        cairo_fill(cairo);
    }
    return x;
}

}  // namespace wasl::pdf
