// SPDX-License-Identifier: Apache-2.0
#include "platform/pdf/images.hpp"

#include <algorithm>
#include <cstring>
#include <optional>
#include <vector>

#include "platform/pdf/pdf.hpp"

namespace wasl::pdf {

namespace {

struct Size {
    std::int64_t width = 0, height = 0;
    bool fits() const {
        return width > 0 && height > 0 && width <= 20'000 && height <= 20'000 &&
               width * height <= picture_pixels_max;
    }
};

std::int64_t big_endian(std::string_view bytes, std::size_t at, std::size_t count) {
    std::int64_t number = 0;
    for (std::size_t n = at; n < at + count; ++n)
        number = number << 8 | (n < bytes.size() ? static_cast<unsigned char>(bytes[n]) : 0);
    return number;
}

std::optional<Size> size_of_png(std::string_view bytes) {
    if (!bytes.starts_with("\x89PNG\r\n\x1a\n") || bytes.size() < 24) return std::nullopt;
    return Size{big_endian(bytes, 16, 4), big_endian(bytes, 20, 4)};
}

// In the frame's header (ITU T.81, B.2.2), whatever stands before it.
std::optional<Size> size_of_jpeg(std::string_view bytes) {
    if (!bytes.starts_with("\xff\xd8")) return std::nullopt;
    for (std::size_t at = 2; at + 9 < bytes.size();) {
        if (bytes[at] != '\xff') return std::nullopt;
        auto const kind = static_cast<unsigned char>(bytes[at + 1]);
        bool const is_frame =
            kind >= 0xc0 && kind <= 0xcf && kind != 0xc4 && kind != 0xc8 && kind != 0xcc;
        if (is_frame) return Size{big_endian(bytes, at + 7, 2), big_endian(bytes, at + 5, 2)};
        auto const length = big_endian(bytes, at + 2, 2);
        if (length < 2) return std::nullopt;
        at += 2 + static_cast<std::size_t>(length);
    }
    return std::nullopt;
}

using Surface = std::shared_ptr<cairo_surface_t>;
Surface kept(cairo_surface_t* made) {
    Surface surface(made, GiveBack{});
    if (cairo_surface_status(made) != CAIRO_STATUS_SUCCESS) return nullptr;
    return surface;
}

Surface png(std::string_view bytes) {
    auto const read = [](void* rest, unsigned char* to, unsigned count) {
        auto& left = *static_cast<std::string_view*>(rest);
        if (left.size() < count) return CAIRO_STATUS_READ_ERROR;
        std::memcpy(to, left.data(), count);
        left.remove_prefix(count);
        return CAIRO_STATUS_SUCCESS;
    };
    return kept(cairo_image_surface_create_from_png_stream(read, &bytes));
}

// The file itself goes into the paper, unpacked by nobody; the surface gives its shape alone.
Surface jpeg(std::string_view bytes, Size size) {
    auto const least = std::max<std::int64_t>(1, std::max(size.width, size.height) / 1'000);
    auto surface = kept(cairo_image_surface_create(
        CAIRO_FORMAT_RGB24, static_cast<int>(std::max<std::int64_t>(1, size.width / least)),
        static_cast<int>(std::max<std::int64_t>(1, size.height / least))));
    if (!surface) return nullptr;
    auto* const copy = new std::string(bytes);
    auto const done = cairo_surface_set_mime_data(
        surface.get(), CAIRO_MIME_TYPE_JPEG, reinterpret_cast<unsigned char const*>(copy->data()),
        copy->size(), [](void* one) { delete static_cast<std::string*>(one); }, copy);
    if (done == CAIRO_STATUS_SUCCESS) return surface;
    delete copy;
    return nullptr;
}

}  // namespace

Surface image_of(std::string_view bytes) {
    if (auto const size = size_of_png(bytes)) return size->fits() ? png(bytes) : nullptr;
    auto const size = size_of_jpeg(bytes);
    return size && size->fits() ? jpeg(bytes, *size) : nullptr;
}

}  // namespace wasl::pdf
