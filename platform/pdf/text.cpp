// SPDX-License-Identifier: Apache-2.0
#include "platform/pdf/text.hpp"

#include <algorithm>
#include <vector>

namespace wasl::pdf {

namespace {

// Amiri for Arabic and Latin; what it lacks (Tifinagh) comes from Noto by fontconfig.
constexpr char family[] = "Amiri, Noto Sans Tifinagh, Noto Naskh Arabic, Noto Sans";

double points(int units) { return units / static_cast<double>(PANGO_SCALE); }

// Making a font map costs more than a whole paper, and it must not be shared between threads.
PangoFontMap* fonts_of_this_thread() {
    thread_local Owned<PangoFontMap> const fonts = [] {
        Owned<PangoFontMap> made(pango_cairo_font_map_new());
        pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(made.get()), 72);
        return made;
    }();
    return fonts.get();
}

Owned<PangoContext> context(bool right_to_left) {
    Owned<PangoContext> made(pango_font_map_create_context(fonts_of_this_thread()));
    pango_context_set_base_dir(made.get(),
                               right_to_left ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
    auto* const options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(made.get(), options);
    cairo_font_options_destroy(options);
    return made;
}

std::string valid(std::string_view text) {
    char* const made = g_utf8_make_valid(text.data(), static_cast<gssize>(text.size()));
    std::string out(made);
    g_free(made);
    return out;
}

// One cluster: the glyphs that belong together, and the letters they stand for.
struct Cluster {
    int glyph_from, glyph_until;  // in visual order
    int byte_from, byte_until;
};

std::vector<Cluster> clusters_in_visual_order(PangoGlyphItem* run, char const* text) {
    std::vector<Cluster> found;
    PangoGlyphItemIter at;
    bool const backwards = run->item->analysis.level % 2 == 1;
    for (auto more = pango_glyph_item_iter_init_start(&at, run, text); more;
         more = pango_glyph_item_iter_next_cluster(&at)) {
        auto const from = backwards ? at.end_glyph + 1 : at.start_glyph;
        auto const until = backwards ? at.start_glyph + 1 : at.end_glyph;
        found.push_back({from, until, at.start_index, at.end_index});
    }
    if (backwards) std::reverse(found.begin(), found.end());
    return found;
}

// Cairo's own way writes right-to-left runs letter by letter against the direction in which they
// stand, and readers then find «المم ل كة». Here each run is one stroke from left to right, each
// cluster with its letters, which is what readers expect to turn around.
double show_run(cairo_t* cairo, PangoGlyphItem* run, char const* text, double x, double y) {
    auto* const font = PANGO_CAIRO_FONT(run->item->analysis.font);
    cairo_set_scaled_font(cairo, pango_cairo_font_get_scaled_font(font));
    std::string letters;
    std::vector<cairo_glyph_t> glyphs;
    std::vector<cairo_text_cluster_t> clusters;
    for (auto const& cluster : clusters_in_visual_order(run, text)) {
        int shown = 0;
        for (int n = cluster.glyph_from; n < cluster.glyph_until; ++n) {
            auto const& glyph = run->glyphs->glyphs[n];
            if (glyph.glyph != PANGO_GLYPH_EMPTY && !(glyph.glyph & PANGO_GLYPH_UNKNOWN_FLAG)) {
                glyphs.push_back({glyph.glyph, x + points(glyph.geometry.x_offset),
                                  y + points(glyph.geometry.y_offset)});
                ++shown;
            }
            x += points(glyph.geometry.width);
        }
        if (shown == 0) continue;
        auto const size = cluster.byte_until - cluster.byte_from;
        letters.append(text + cluster.byte_from, static_cast<std::size_t>(size));
        clusters.push_back({size, shown});
    }
    if (!glyphs.empty())
        cairo_show_text_glyphs(cairo, letters.data(), static_cast<int>(letters.size()),
                               glyphs.data(), static_cast<int>(glyphs.size()), clusters.data(),
                               static_cast<int>(clusters.size()), cairo_text_cluster_flags_t{});
    return x;
}

}  // namespace

Text::Text(std::string_view text, Style style, bool right_to_left, double width)
    : text_(valid(text)), grey_(style.grey) {
    bool const backwards = right_to_left && !style.left_to_right;
    layout_.reset(pango_layout_new(context(backwards).get()));
    Owned<PangoFontDescription> const font(pango_font_description_from_string(family));
    pango_font_description_set_absolute_size(font.get(), style.size * PANGO_SCALE);
    if (style.bold) pango_font_description_set_weight(font.get(), PANGO_WEIGHT_BOLD);
    auto* const layout = layout_.get();
    pango_layout_set_font_description(layout, font.get());
    pango_layout_set_auto_dir(layout, FALSE);
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    if (width > 0) pango_layout_set_width(layout, static_cast<int>(width * PANGO_SCALE));
    // Without auto_dir, Pango's "left" is the left of the paper; ours is where reading starts.
    pango_layout_set_alignment(layout, style.side == Side::centre ? PANGO_ALIGN_CENTER
                                       : right_to_left            ? PANGO_ALIGN_RIGHT
                                                                  : PANGO_ALIGN_LEFT);
    pango_layout_set_text(layout, text_.c_str(), static_cast<int>(text_.size()));
}

int Text::lines() const { return pango_layout_get_line_count(layout_.get()); }

double Text::height_of(int line) const {
    PangoRectangle logical;
    pango_layout_line_get_extents(pango_layout_get_line_readonly(layout_.get(), line), nullptr,
                                  &logical);
    return points(logical.height);
}

double Text::height() const {
    double sum = 0;
    for (int line = 0; line < lines(); ++line) sum += height_of(line);
    return sum;
}

double Text::width() const {
    PangoRectangle logical;
    pango_layout_get_extents(layout_.get(), nullptr, &logical);
    return points(logical.width);
}

void Text::show(cairo_t* cairo, int line, double x, double y) const {
    auto* const iter = pango_layout_get_iter(layout_.get());
    for (int n = 0; n < line; ++n) pango_layout_iter_next_line(iter);
    PangoRectangle logical;
    pango_layout_iter_get_line_extents(iter, nullptr, &logical);
    auto const baseline = y + points(pango_layout_iter_get_baseline(iter) - logical.y);
    auto const* const shown = pango_layout_iter_get_line_readonly(iter);
    cairo_set_source_rgb(cairo, grey_, grey_, grey_);
    double pen = x + points(logical.x);
    for (auto const* run = shown->runs; run; run = run->next)
        pen =
            show_run(cairo, static_cast<PangoGlyphItem*>(run->data), text_.c_str(), pen, baseline);
    pango_layout_iter_free(iter);
}

}  // namespace wasl::pdf
