// SPDX-License-Identifier: Apache-2.0
// A picture as plain pixels: read from JPEG or PNG within limits of memory, turned upright, made
// smaller, written as JPEG with nothing beside the pixels. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wasl::reports {

struct Image {
    int width = 0, height = 0;
    std::vector<std::uint8_t> rgb;  // three bytes a pixel, rows from above
};

// More than the largest telephone's picture; a picture packed to swell says its size before.
inline constexpr std::int64_t image_pixels_max = 60'000'000;
inline constexpr std::int64_t image_memory_max = 256 << 20;  // what the decoder may hold beside
inline constexpr int image_scans_max = 200;                  // of a progressive JPEG

// Nothing where it cannot be read or would be too large. A JPEG is decoded at the smallest of its
// eighths that is not below `side_wanted`; the result is upright (EXIF orientation).
std::optional<Image> read_image(std::string_view bytes, int side_wanted);
// At most that wide and high; as it is where it is smaller.
Image shrunk(Image const&, int side_max);
std::string jpeg_of(Image const&, int quality);

// --- image_jpeg.cpp, image_orientation.cpp
std::optional<Image> read_jpeg(std::string_view bytes, int side_wanted);
// 1 to 8 as EXIF counts them; 1 where nothing is said.
int orientation_in(std::string_view exif);
Image upright(Image, int orientation);

}  // namespace wasl::reports
