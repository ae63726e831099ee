// SPDX-License-Identifier: Apache-2.0
#include "modules/reports/image.hpp"

#include <png.h>

#include <algorithm>

namespace wasl::reports {

namespace {

std::size_t size_of(int width, int height) {
    return static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3;
}

// On white where something shines through.
std::optional<Image> read_png(std::string_view bytes) {
    png_image png{};
    png.version = PNG_IMAGE_VERSION;
    if (png_image_begin_read_from_memory(&png, bytes.data(), bytes.size()) == 0)
        return std::nullopt;
    std::optional<Image> out;
    auto const pixels =
        static_cast<std::int64_t>(png.width) * static_cast<std::int64_t>(png.height);
    if (pixels > 0 && pixels <= image_pixels_max) {
        out.emplace();
        out->width = static_cast<int>(png.width);
        out->height = static_cast<int>(png.height);
        out->rgb.resize(size_of(out->width, out->height));
        png.format = PNG_FORMAT_RGB;
        png_color const white{255, 255, 255};
        if (png_image_finish_read(&png, &white, out->rgb.data(), 0, nullptr) == 0) out.reset();
    }
    png_image_free(&png);
    return out;
}

// The mean of the pixels that one pixel of the smaller picture covers.
void mean(Image const& from, std::uint8_t* to, int left, int right, int top, int bottom) {
    std::uint64_t sum[3] = {0, 0, 0};
    for (int y = top; y < bottom; ++y) {
        auto const* at = from.rgb.data() + size_of(from.width, y) + size_of(left, 1);
        for (int x = left; x < right; ++x, at += 3)
            for (int c = 0; c < 3; ++c) sum[c] += at[c];
    }
    auto const count =
        static_cast<std::uint64_t>(right - left) * static_cast<std::uint64_t>(bottom - top);
    for (int c = 0; c < 3; ++c) to[c] = static_cast<std::uint8_t>((sum[c] + count / 2) / count);
}

}  // namespace

std::optional<Image> read_image(std::string_view bytes, int side_wanted) {
    if (bytes.starts_with("\x89PNG")) return read_png(bytes);
    if (bytes.starts_with("\xFF\xD8")) return read_jpeg(bytes, side_wanted);
    return std::nullopt;
}

Image shrunk(Image const& from, int side_max) {
    auto const longest = std::max(from.width, from.height);
    if (longest <= side_max) return from;
    auto const scaled = [&](int side) {
        return std::max(1, static_cast<int>(static_cast<std::int64_t>(side) * side_max / longest));
    };
    Image to{scaled(from.width), scaled(from.height), {}};
    to.rgb.resize(size_of(to.width, to.height));
    auto* at = to.rgb.data();
    auto const edge = [](int n, int of, int whole) {
        return static_cast<int>(static_cast<std::int64_t>(n) * whole / of);
    };
    for (int y = 0; y < to.height; ++y) {
        auto const top = edge(y, to.height, from.height);
        auto const bottom = std::max(top + 1, edge(y + 1, to.height, from.height));
        for (int x = 0; x < to.width; ++x, at += 3) {
            auto const left = edge(x, to.width, from.width);
            mean(from, at, left, std::max(left + 1, edge(x + 1, to.width, from.width)), top,
                 bottom);
        }
    }
    return to;
}

}  // namespace wasl::reports
