// SPDX-License-Identifier: Apache-2.0
// Papers: A4, Arabic first, by Pango and Cairo, with glyphs emitted in visual order so that the
// text comes out in order when it is selected or searched; QR codes as vectors (libqrencode).
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kernel/message.hpp"

namespace wasl::pdf {

// On paper nothing turns round: without the isolating signs of a screen, which would be copied
// along.
std::string sentence(Language, Said const&);

// A picture on a paper: some 4,000 by 3,000, unpacked while the paper is made.
inline constexpr std::int64_t picture_pixels_max = 12'000'000;

// A paper is written from top to bottom; it breaks pages by itself, repeats its heading and numbers
// its pages. All text is UTF-8; the paragraph's direction follows `language`.
class Paper {
public:
    struct Heading {
        std::vector<std::string> authority;  // "المملكة المغربية", "وزارة الداخلية", ... one a line
        std::string title;
        std::string number;  // left to right, also in the footer
        std::string qr;      // address of the verification page; empty: none
        std::string qr_caption;
        std::string footer;
        bool dense = false;  // set so that an ordinary one fits on a single sheet
    };
    Paper(Language, Heading const&);
    ~Paper();

    void heading(std::string_view text);
    void paragraph(std::string_view text);
    void note(std::string_view text);    // smaller, in a frame
    void banner(std::string_view text);  // the one line that matters, large, framed
    void row(std::string_view label, std::string_view what);  // label and value, aligned
    void list(std::vector<std::string> const& items);
    void table(std::vector<std::string> const& head,
               std::vector<std::vector<std::string>> const& rows);
    // Lengths that are compared: each from 0 to `most`, with what it says beside it.
    struct Bar {
        std::string label, said;
        std::int64_t value = 0;
        std::int64_t mark = 0;  // a line across it, as a target; 0: none
    };
    void bars(std::vector<Bar> const&, std::int64_t most);
    // JPEG and PNG as they were kept, two in a row, never cut. Those that cannot be drawn, or are
    // larger than picture_pixels_max, are left out; returns how many are there.
    struct Picture {
        std::string bytes;
        std::string caption;
    };
    std::size_t pictures(std::vector<Picture> const&);
    void space();
    // To be filled in by hand: boxes to tick, each with its words; empty lines to write on.
    void boxes(std::string_view label, std::vector<std::string> const& words);
    void blank_lines(std::string_view label, int lines);

    // Another paper in the same file, with pages of its own.
    void begin(Heading const&);

    std::string finish();  // the PDF's bytes

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace wasl::pdf
