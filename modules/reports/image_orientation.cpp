// SPDX-License-Identifier: Apache-2.0
// How a telephone was held: one number of EXIF (TIFF 6.0 directory, tag 0x0112), the only one that
// is read before all of it is left behind.
#include <utility>

#include "modules/reports/image.hpp"

namespace wasl::reports {

namespace {

constexpr std::string_view exif_mark{"Exif\0\0", 6};
constexpr std::uint32_t orientation_tag = 0x0112;

// 0 where the bytes end before.
std::uint32_t number_at(std::string_view tiff, std::size_t at, std::size_t count, bool little) {
    if (at > tiff.size() || count > tiff.size() - at) return 0;
    std::uint32_t number = 0;
    for (std::size_t n = 0; n < count; ++n) {
        auto const here = little ? at + count - 1 - n : at + n;
        number = number << 8 | static_cast<unsigned char>(tiff[here]);
    }
    return number;
}

}  // namespace

int orientation_in(std::string_view exif) {
    if (!exif.starts_with(exif_mark)) return 1;
    auto const tiff = exif.substr(exif_mark.size());
    bool const little = tiff.starts_with("II");
    if (!little && !tiff.starts_with("MM")) return 1;
    std::size_t const directory = number_at(tiff, 4, 4, little);
    auto const entries = number_at(tiff, directory, 2, little);
    for (std::uint32_t n = 0; n < entries; ++n) {
        auto const entry = directory + 2 + std::size_t{12} * n;
        if (entry + 12 > tiff.size()) return 1;
        if (number_at(tiff, entry, 2, little) != orientation_tag) continue;
        auto const value = number_at(tiff, entry + 8, 2, little);
        return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
    }
    return 1;
}

Image upright(Image from, int orientation) {
    if (orientation <= 1) return from;
    bool const lies = orientation >= 5;  // width and height change places
    Image to{lies ? from.height : from.width, lies ? from.width : from.height, {}};
    to.rgb.resize(from.rgb.size());
    auto* at = to.rgb.data();
    for (int y = 0; y < to.height; ++y)
        for (int x = 0; x < to.width; ++x, at += 3) {
            int column = lies ? y : x, row = lies ? x : y;
            bool const mirrored =
                orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
            bool const overturned =
                orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
            if (mirrored) column = from.width - 1 - column;
            if (overturned) row = from.height - 1 - row;
            auto const place =
                (static_cast<std::size_t>(row) * static_cast<std::size_t>(from.width) +
                 static_cast<std::size_t>(column)) *
                3;
            for (std::size_t c = 0; c < 3; ++c) at[c] = from.rgb[place + c];
        }
    return to;
}

}  // namespace wasl::reports
