// SPDX-License-Identifier: Apache-2.0
#include "platform/pdf/certificate.hpp"

#include <numbers>

#include "kernel/result.hpp"
#include "platform/i18n/i18n.hpp"
#include "platform/pdf/collected.hpp"
#include "platform/pdf/sheet.hpp"

namespace wasl::pdf {

namespace {

// A4 on its side, in points.
constexpr double width = page_height;
constexpr double height = page_width;
constexpr double inset = 26;
constexpr double column_width = 560;  // narrower than the sheet: few lines are centred well
constexpr double certificate_qr_side = 74;
constexpr double foot_height = 140;  // of the code and the room for a signature
constexpr double foot_top = height - inset - foot_height;

// Two squares, one turned: the star of eight points of the country's zellige.
void star(cairo_t* cairo, double x, double y, double radius) {
    cairo_set_source_rgb(cairo, accent.red, accent.green, accent.blue);
    cairo_set_line_width(cairo, 0.9);
    for (double const turn : {0.0, std::numbers::pi / 4}) {
        cairo_save(cairo);
        cairo_translate(cairo, x, y);
        cairo_rotate(cairo, turn);
        cairo_rectangle(cairo, -radius, -radius, 2 * radius, 2 * radius);
        cairo_stroke(cairo);
        cairo_restore(cairo);
    }
}

void frame(cairo_t* cairo) {
    auto const box = [&](double in, double stroke, Colour colour) {
        draw(cairo, Box{in, in, width - 2 * in, height - 2 * in, colour, stroke});
    };
    box(inset, 2.4, accent);
    box(inset + 6, 0.6, accent);
    for (double const x : {inset + 22, width - inset - 22})
        for (double const y : {inset + 22, height - inset - 22}) star(cairo, x, y, 5.5);
}

struct Put {
    std::string const& text;
    Style style;
    double after;  // points of air below
};

// What stands between the heading and the foot, from top to bottom.
std::vector<Put> body_of(CertificateSheet const& sheet, double scale) {
    std::vector<Put> all;
    auto const add = [&](std::string const& text, double size, bool bold, double grey,
                         double after) {
        if (!text.empty())
            all.push_back({text,
                           {.size = size * scale, .bold = bold, .grey = grey, .side = Side::centre},
                           after * scale});
    };
    for (std::size_t n = 0; n < sheet.authority.size(); ++n)
        add(sheet.authority[n], n == 0 ? 15 : 13, n == 0, 0.15,
            n + 1 == sheet.authority.size() ? 14 : 0);
    add(sheet.title, 34, true, 0, 8);
    add(sheet.before, 15, false, 0.3, 0);
    add(sheet.name, 29, true, 0, 6);
    for (auto const& paragraph : sheet.text) add(paragraph, 15.5, false, 0.1, 2);
    return all;
}

class Writing {
public:
    Writing(cairo_t* cairo, bool right_to_left) : cairo_(cairo), right_to_left_(right_to_left) {}

    double height_of(std::vector<Put> const& all) const {
        double sum = 0;
        for (auto const& one : all)
            sum += Text(one.text, one.style, right_to_left_, column_width).height() + one.after;
        return sum;
    }
    // Returns where it ends.
    double put(std::string_view text, Style style, double x, double y, double of_width) const {
        Text const words(text, style, right_to_left_, of_width);
        for (int line = 0; line < words.lines(); ++line) {
            words.show(cairo_, line, x, y);
            y += words.height_of(line);
        }
        return y;
    }
    // From the side where reading starts.
    double x_of(double from, double of_width) const {
        return right_to_left_ ? width - inset - 48 - from - of_width : inset + 48 + from;
    }

    void foot(CertificateSheet const& sheet) const {
        double const block = 190, room = width - 2 * (inset + 48);
        Style const small{.size = 9.5, .grey = 0.35, .side = Side::centre};
        double const code_x = x_of(0, block);
        if (!sheet.qr.empty())
            draw(cairo_, Qr{sheet.qr, code_x + (block - certificate_qr_side) / 2, foot_top,
                            certificate_qr_side});
        Style number = small;
        number.size = 11;
        number.left_to_right = true;
        auto const below =
            put(sheet.number, number, code_x, foot_top + certificate_qr_side + 3, block);
        put(sheet.qr_caption, small, code_x, below, block);
        double const wide = 240, sign_x = x_of(room - wide, wide);
        auto const signed_at =
            put(sheet.dated, {.size = 12.5, .side = Side::centre}, sign_x, foot_top + 4, wide);
        put(sheet.signature, {.size = 13.5, .bold = true, .side = Side::centre}, sign_x,
            signed_at + 2, wide);
        put(sheet.footer, small, inset + 60, height - inset - 30, width - 2 * (inset + 60));
    }

    void sheet(CertificateSheet const& one) const {
        frame(cairo_);
        constexpr double top = inset + 22, room = foot_top - top - 8;
        double scale = 1;
        auto body = body_of(one, scale);
        while (scale > 0.45 && height_of(body) > room) body = body_of(one, scale -= 0.05);
        double y = top + (room - height_of(body)) / 2;
        y = y < top ? top : y;
        for (auto const& said : body)
            y = put(said.text, said.style, (width - column_width) / 2, y, column_width) +
                said.after;
        foot(one);
    }

private:
    cairo_t* cairo_;
    bool right_to_left_;
};

}  // namespace

std::string certificates(Language language, std::span<CertificateSheet const> sheets) {
    std::string const title = sheets.empty() ? std::string() : sheets.front().title;
    return collected(width, height, title, [&](cairo_t* cairo) {
        Writing const writing(cairo, i18n::direction(language) == "rtl");
        for (auto const& one : sheets) {
            writing.sheet(one);
            cairo_show_page(cairo);
        }
    });
}

}  // namespace wasl::pdf
