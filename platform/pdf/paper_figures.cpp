// SPDX-License-Identifier: Apache-2.0
// What is drawn on a paper: lengths, and pictures.
#include <algorithm>

#include "platform/pdf/composer.hpp"
#include "platform/pdf/images.hpp"
#include "platform/pdf/paper_inside.hpp"

namespace wasl::pdf {

void Paper::bars(std::vector<Bar> const& all, std::int64_t most) {
    auto& composer = inside_->composer;
    constexpr double labels = column * 0.34, lengths = column * 0.46, thick = 11;
    double const unit = lengths / static_cast<double>(std::max<std::int64_t>(most, 1));
    auto const length = [&](std::int64_t value) {
        return std::clamp(static_cast<double>(value) * unit, 0.0, lengths);
    };
    for (auto const& one : all) {
        auto const label = composer.text(one.label, {.size = 11}, labels - 8);
        auto const said = composer.text(one.said, {.size = 11, .bold = true}, column * 0.19);
        double const height = std::max({label->height(), said->height(), thick + 6}) + 3;
        composer.need(height);
        auto const y = composer.y();
        composer.put(label, 0, labels - 8, y);
        double const bar_y = y + (height - thick) / 2 - 1;
        composer.mark(Box{composer.x_of(labels, lengths), bar_y, lengths, thick, tint});
        auto const wide = length(one.value);
        if (wide > 0) composer.mark(Box{composer.x_of(labels, wide), bar_y, wide, thick, accent});
        if (one.mark > 0)
            composer.mark(Box{composer.x_of(labels + length(one.mark) - 0.8, 1.6), bar_y - 3, 1.6,
                              thick + 6, Colour{0.75, 0.1, 0.1}});
        composer.put(said, labels + lengths + 6, column * 0.19, y);
        composer.skip(height);
    }
    composer.skip(inside_->set.after_block + 2);
}

std::size_t Paper::pictures(std::vector<Picture> const& all) {
    auto& composer = inside_->composer;
    constexpr double gap = 14, width = (column - gap) / 2, height_max = 165;
    std::size_t drawn = 0;
    double below = 0;  // of the row that is being set
    for (auto const& one : all) {
        auto const image = image_of(one.bytes);
        if (!image) continue;
        double const wide = cairo_image_surface_get_width(image.get());
        double const high = cairo_image_surface_get_height(image.get());
        double const scale = std::min(width / wide, height_max / high);
        auto const caption =
            composer.text(one.caption, {.size = 9.5, .grey = 0.3, .side = Side::centre}, width);
        bool const first = drawn % 2 == 0;
        if (first) {
            composer.skip(below);
            below = 0;
            composer.need(height_max + caption->height() + 12);
        }
        double const from = first ? 0 : width + gap;
        double const shown = wide * scale;
        composer.mark(Image{image, composer.x_of(from + (width - shown) / 2, shown), composer.y(),
                            shown, high * scale});
        composer.put(caption, from, width, composer.y() + high * scale + 3);
        below = std::max(below, high * scale + caption->height() + 12);
        ++drawn;
    }
    composer.skip(below);
    return drawn;
}

}  // namespace wasl::pdf
