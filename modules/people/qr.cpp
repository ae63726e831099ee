// SPDX-License-Identifier: Apache-2.0
#include "modules/people/qr.hpp"

#include <qrencode.h>

#include <memory>
#include <string>

#include "kernel/result.hpp"

namespace wasl::people {

using namespace html;

void qr(Html& h, std::string_view text, Message const& described) {
    struct Freed {
        void operator()(QRcode* code) const { QRcode_free(code); }
    };
    std::unique_ptr<QRcode, Freed> const code(
        QRcode_encodeString8bit(std::string(text).c_str(), 0, QR_ECLEVEL_M));
    check(code != nullptr, "a QR code takes an address");
    constexpr int quiet = 4;
    std::string path;
    for (int y = 0; y < code->width; ++y)
        for (int x = 0; x < code->width; ++x)
            if (code->data[y * code->width + x] & 1)
                path +=
                    "M" + std::to_string(x + quiet) + " " + std::to_string(y + quiet) + "h1v1h-1z";
    auto const side = code->width + 2 * quiet;
    h("<svg class=\"qr\" role=\"img\" width=\"240\" height=\"240\" shape-rendering=\"crispEdges\" "
      "viewBox=\"0 0 "_h,
      side, " "_h, side, "\"><title>"_h, in_attribute(described),
      "</title><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/><path fill=\"#000\" d=\""_h,
      path, "\"/></svg>"_h);
}

}  // namespace wasl::people
