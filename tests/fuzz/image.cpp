// SPDX-License-Identifier: Apache-2.0
// Pictures from anywhere: what can be read has as many pixels as it says, and what is written anew
// is a JPEG of that size which tells nothing beside its pixels.
#include <cstdint>
#include <cstdlib>

#include <png.h>

#include "modules/reports/image.hpp"
#include "tests/fuzz/seeds.hpp"

namespace wasl::reports {
namespace {

constexpr int side = 256;
// Sizes that are allowed, but would make this a measurement of decoders.
constexpr std::uint32_t side_fuzzed_max = 1'024;

void expect(bool holds) {
    if (!holds) std::abort();
}

std::uint32_t number_at(std::string_view bytes, std::size_t at, std::size_t count) {
    std::uint32_t number = 0;
    for (std::size_t n = at; n < at + count && n < bytes.size(); ++n)
        number = number << 8 | static_cast<unsigned char>(bytes[n]);
    return number;
}

// A PNG's size stands at its beginning; a JPEG's in whichever frame header comes.
bool is_large(std::string_view bytes) {
    if (bytes.starts_with("\x89PNG"))
        return number_at(bytes, 16, 4) > side_fuzzed_max ||
               number_at(bytes, 20, 4) > side_fuzzed_max;
    for (std::size_t at = 0; at + 9 < bytes.size(); ++at) {
        auto const mark = static_cast<unsigned char>(bytes[at + 1]);
        if (bytes[at] != '\xFF' || mark < 0xC0 || mark > 0xCF) continue;
        if (number_at(bytes, at + 5, 2) > side_fuzzed_max ||
            number_at(bytes, at + 7, 2) > side_fuzzed_max)
            return true;
    }
    return false;
}

Image picture(int width, int height) {
    Image made{width, height, {}};
    for (int n = 0; n < width * height * 3; ++n)
        made.rgb.push_back(static_cast<std::uint8_t>(n * 37 % 251));
    return made;
}

std::string png_of(Image const& image, bool interlaced) {
    png_image png{};
    png.version = PNG_IMAGE_VERSION;
    png.width = static_cast<unsigned>(image.width);
    png.height = static_cast<unsigned>(image.height);
    png.format = PNG_FORMAT_RGB;
    png.flags = interlaced ? PNG_IMAGE_FLAG_FAST : 0;
    png_alloc_size_t size = 0;
    expect(png_image_write_to_memory(&png, nullptr, &size, 0, image.rgb.data(), 0, nullptr) != 0);
    std::string out(size, '\0');
    expect(png_image_write_to_memory(&png, out.data(), &size, 0, image.rgb.data(), 0, nullptr) !=
           0);
    return out;
}

std::string exif(char orientation) {
    std::string tiff("II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0", 18);
    return std::string("Exif\0\0", 6) + tiff + orientation + std::string(7, '\0');
}

// As a telephone writes it: how it was held, then the picture.
std::string held(Image const& image, char orientation) {
    auto const told = exif(orientation);
    std::string segment("\xFF\xE1\0", 3);
    segment += static_cast<char>(told.size() + 2);
    return jpeg_of(image, 80).insert(2, segment + told);
}

}  // namespace

// libFuzzer calls it by this name.
// NOLINTNEXTLINE(readability-identifier-naming)
extern "C" int LLVMFuzzerInitialize(int* count, char*** words) {
    std::vector<std::string> seeds{png_of(picture(9, 5), false), png_of(picture(40, 33), true),
                                   jpeg_of(picture(1, 1), 90)};
    for (char const orientation : {'\1', '\3', '\6', '\b'})
        seeds.push_back(held(picture(19, 8), orientation));
    tests::plant(*count, *words, seeds);
    return 0;
}

// libFuzzer calls it by this name.
// NOLINTNEXTLINE(readability-identifier-naming)
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string_view const bytes(reinterpret_cast<char const*>(data), size);
    auto const orientation = orientation_in(bytes);
    expect(orientation >= 1 && orientation <= 8);
    if (is_large(bytes)) return 0;
    auto const read = read_image(bytes, side);
    if (!read) return 0;
    auto const pixels =
        static_cast<std::size_t>(read->width) * static_cast<std::size_t>(read->height);
    expect(pixels > 0 && read->rgb.size() == pixels * 3);
    auto const small = shrunk(*read, side / 4);
    expect(small.width <= side / 4 && small.height <= side / 4);
    auto const written = jpeg_of(small, 75);
    expect(written.starts_with("\xFF\xD8") && written.find("\xFF\xE1") == std::string::npos);
    auto const again = read_image(written, side);
    expect(again && again->width == small.width && again->height == small.height);
    return 0;
}

}  // namespace wasl::reports
