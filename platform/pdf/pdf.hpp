// SPDX-License-Identifier: Apache-2.0
// Papers: A4, Arabic first, by Pango and Cairo, with glyphs emitted in visual order so that the
// text comes out in order when it is selected or searched; QR codes as vectors (libqrencode).
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kernel/message.hpp"

namespace wasl::pdf {

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
    Paper(Language, Heading);
    ~Paper();

    void heading(std::string_view text);
    void paragraph(std::string_view text);
    void note(std::string_view text);    // smaller, in a frame
    void banner(std::string_view text);  // the one line that matters, large, framed
    void row(std::string_view label, std::string_view what);  // label and value, aligned
    void list(std::vector<std::string> const& items);
    void table(std::vector<std::string> const& head,
               std::vector<std::vector<std::string>> const& rows);
    void space();

    std::string finish();  // the PDF's bytes

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace wasl::pdf
