// SPDX-License-Identifier: Apache-2.0
#include "platform/pdf/sheet.hpp"

#include <qrencode.h>

#include "kernel/result.hpp"

namespace wasl::pdf {

namespace {

struct FreeQr {
    void operator()(QRcode* one) const { QRcode_free(one); }
};

void draw_qr(cairo_t* cairo, Qr const& qr) {
    std::unique_ptr<QRcode, FreeQr> const code(
        QRcode_encodeString8bit(qr.text.c_str(), 0, QR_ECLEVEL_M));
    check(code != nullptr, "the address of a verification page fits into a QR code");
    double const module = qr.side / code->width;
    cairo_set_source_rgb(cairo, 0, 0, 0);
    for (int row = 0; row < code->width; ++row)
        for (int from = 0; from < code->width;) {
            auto const dark = [&](int at) {
                return at < code->width && (code->data[row * code->width + at] & 1) != 0;
            };
            int until = from;
            while (dark(until)) ++until;
            if (until > from)
                cairo_rectangle(cairo, qr.x + from * module, qr.y + row * module,
                                (until - from) * module, module * 1.01);
            from = until + 1;
        }
    cairo_fill(cairo);
}

void draw_box(cairo_t* cairo, Box const& box) {
    cairo_set_source_rgb(cairo, box.colour.red, box.colour.green, box.colour.blue);
    cairo_rectangle(cairo, box.x, box.y, box.width, box.height);
    if (box.stroke == 0) {
        cairo_fill(cairo);
    } else {
        cairo_set_line_width(cairo, box.stroke);
        cairo_stroke(cairo);
    }
}

void draw_image(cairo_t* cairo, Image const& image) {
    auto* const surface = image.surface.get();
    cairo_save(cairo);
    cairo_translate(cairo, image.x, image.y);
    cairo_scale(cairo, image.width / cairo_image_surface_get_width(surface),
                image.height / cairo_image_surface_get_height(surface));
    cairo_set_source_surface(cairo, surface, 0, 0);
    cairo_paint(cairo);
    cairo_restore(cairo);
}

}  // namespace

void draw(cairo_t* cairo, Mark const& mark) {
    if (auto const* const line = std::get_if<Line>(&mark))
        line->text->show(cairo, line->line, line->x, line->y);
    else if (auto const* const box = std::get_if<Box>(&mark))
        draw_box(cairo, *box);
    else if (auto const* const image = std::get_if<Image>(&mark))
        draw_image(cairo, *image);
    else
        draw_qr(cairo, std::get<Qr>(mark));
}

}  // namespace wasl::pdf
