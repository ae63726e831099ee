// SPDX-License-Identifier: Apache-2.0
// Inside platform/pdf only: what stands where on one page, kept until the number of pages is known.
#pragma once

#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "platform/pdf/text.hpp"

namespace wasl::pdf {

// A4, in points.
inline constexpr double page_width = 595.28;
inline constexpr double page_height = 841.89;
inline constexpr double margin = 54;
inline constexpr double column = page_width - 2 * margin;

struct Colour {
    double red, green, blue;
};
inline constexpr Colour accent{0.0, 0.36, 0.22};  // the green of the flag's star, darkened for ink
inline constexpr Colour hairline{0.78, 0.78, 0.76};
inline constexpr Colour tint{0.955, 0.965, 0.955};

struct Line {
    std::shared_ptr<Text const> text;
    int line;
    double x, y;
};
struct Box {
    double x, y, width, height;
    Colour colour;
    double stroke = 0;  // 0: filled
};
struct Qr {
    std::string text;
    double x, y, side;
};
struct Image {
    std::shared_ptr<cairo_surface_t> surface;
    double x, y, width, height;
};
using Mark = std::variant<Line, Box, Qr, Image>;
using Page = std::vector<Mark>;

void draw(cairo_t*, Mark const&);

}  // namespace wasl::pdf
