// SPDX-License-Identifier: Apache-2.0
// Inside platform/pdf only: lines of text, shaped by Pango, and shown so that what is selected in
// a reader is what was written.
#pragma once

#include <string>
#include <string_view>

#include "platform/pdf/owned.hpp"

namespace wasl::pdf {

enum class Side { start, centre };

struct Style {
    double size = 12;  // points
    bool bold = false;
    double grey = 0.1;  // 0 black, 1 white
    Side side = Side::start;
    bool left_to_right = false;  // numbers and addresses, whatever the paper's direction
};

// Some text broken into lines of at most `width` points (0: one line, as wide as it is).
class Text {
public:
    Text(std::string_view text, Style, bool right_to_left, double width);

    int lines() const;
    double height() const;  // of all lines
    double height_of(int line) const;
    double width() const;  // of the longest line
    double grey() const { return grey_; }

    // The line's upper edge at y; x is the left edge of the column.
    void show(cairo_t*, int line, double x, double y) const;

private:
    std::string text_;
    double grey_;
    Owned<PangoLayout> layout_;
};

}  // namespace wasl::pdf
