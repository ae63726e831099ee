// SPDX-License-Identifier: Apache-2.0
#include "platform/pdf/text.hpp"

#include "platform/pdf/run.hpp"

namespace wasl::pdf {

namespace {

// Amiri for Arabic and Latin; what it lacks (Tifinagh) comes from Noto by fontconfig.
constexpr char family[] = "Amiri, Noto Sans Tifinagh, Noto Naskh Arabic, Noto Sans";

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

// Amiri's joined forms push letters into one another: some are narrower than what readers take for
// a letter («شر يحة»), some reach over the next space («موقعةكلما»). Without them each letter has
// its own place.
Owned<PangoAttrList> plain_forms() {
    Owned<PangoAttrList> made(pango_attr_list_new());
    pango_attr_list_insert(made.get(), pango_attr_font_features_new("calt=0"));
    return made;
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
    pango_layout_set_attributes(layout, plain_forms().get());
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
            Run(static_cast<PangoGlyphItem*>(run->data), text_.c_str()).show(cairo, pen, baseline);
    pango_layout_iter_free(iter);
}

}  // namespace wasl::pdf
