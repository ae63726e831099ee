// SPDX-License-Identifier: Apache-2.0
// Inside platform/pdf only: the C libraries' things, given back when the last owner goes.
#pragma once

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include <memory>

namespace wasl::pdf {

struct GiveBack {
    void operator()(cairo_t* one) const { cairo_destroy(one); }
    void operator()(cairo_surface_t* one) const { cairo_surface_destroy(one); }
    void operator()(PangoFontMap* one) const { g_object_unref(one); }
    void operator()(PangoContext* one) const { g_object_unref(one); }
    void operator()(PangoAttrList* one) const { pango_attr_list_unref(one); }
    void operator()(PangoLayout* one) const { g_object_unref(one); }
    void operator()(PangoFontDescription* one) const { pango_font_description_free(one); }
};
template<typename T>
using Owned = std::unique_ptr<T, GiveBack>;

}  // namespace wasl::pdf
