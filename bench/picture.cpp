// SPDX-License-Identifier: Apache-2.0
// A picture as a telephone takes it: 12 million pixels with the noise of a small lens, as JPEG of
// some 4 MB. Each is another, so that no content is kept twice.
//
//     picture FILE SEED
#include <cstdio>
#include <cstdlib>
#include <random>
#include <vector>

#include <jpeglib.h>

namespace {

constexpr unsigned width = 4032, height = 3024;
constexpr int quality = 93;

void draw(std::vector<unsigned char>& row, unsigned y, std::minstd_rand& chance) {
    for (unsigned x = 0; x < width; ++x)
        for (unsigned c = 0; c < 3; ++c) {
            auto const shade = 60 + (x / 24 + y / 36 * (c + 1)) % 120;
            row[x * 3 + c] = static_cast<unsigned char>(shade + chance() % 26);
        }
}

}  // namespace

int main(int count, char** words) {
    if (count != 3) return std::fprintf(stderr, "picture FILE SEED\n"), 2;
    auto* const file = std::fopen(words[1], "wb");
    if (file == nullptr) return std::perror(words[1]), 1;
    jpeg_compress_struct info{};
    jpeg_error_mgr errors{};
    info.err = jpeg_std_error(&errors);
    jpeg_create_compress(&info);
    jpeg_stdio_dest(&info, file);
    info.image_width = width;
    info.image_height = height;
    info.input_components = 3;
    info.in_color_space = JCS_RGB;
    jpeg_set_defaults(&info);
    jpeg_set_quality(&info, quality, TRUE);
    jpeg_start_compress(&info, TRUE);
    std::minstd_rand chance(static_cast<unsigned>(std::atoi(words[2])) + 1);
    std::vector<unsigned char> row(width * 3);
    while (info.next_scanline < height) {
        draw(row, info.next_scanline, chance);
        auto* at = row.data();
        jpeg_write_scanlines(&info, &at, 1);
    }
    jpeg_finish_compress(&info);
    jpeg_destroy_compress(&info);
    return std::fclose(file) == 0 ? 0 : 1;
}
