// SPDX-License-Identifier: Apache-2.0
#include "platform/pdf/collected.hpp"

#include "kernel/result.hpp"

namespace wasl::pdf {

static cairo_status_t collect(void* out, unsigned char const* bytes, unsigned count) {
    static_cast<std::string*>(out)->append(reinterpret_cast<char const*>(bytes), count);
    return CAIRO_STATUS_SUCCESS;
}

std::string collected(double width, double height, std::string const& title,
                      std::function<void(cairo_t*)> const& draw) {
    std::string out;
    Owned<cairo_surface_t> const surface(
        cairo_pdf_surface_create_for_stream(collect, &out, width, height));
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE, title.c_str());
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATOR, "Wasl");
    // Made anew whenever it is asked for: the same paper is the same bytes.
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE, "");
    Owned<cairo_t> const cairo(cairo_create(surface.get()));
    draw(cairo.get());
    cairo_surface_finish(surface.get());
    check(cairo_surface_status(surface.get()) == CAIRO_STATUS_SUCCESS, "a paper can be drawn");
    return out;
}

}  // namespace wasl::pdf
