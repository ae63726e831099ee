// SPDX-License-Identifier: Apache-2.0
// JPEG through libjpeg, whose errors leap (setjmp): nothing with a destructor lives in a function
// that is leapt out of.
#include <csetjmp>
#include <cstddef>
#include <cstdio>
#include <cstdlib>

#include <jpeglib.h>

#include <algorithm>

#include "modules/reports/image.hpp"

namespace wasl::reports {

namespace {

struct Errors {
    jpeg_error_mgr base;
    std::jmp_buf back;
};

[[noreturn]] void leap(j_common_ptr info) {
    std::longjmp(reinterpret_cast<Errors*>(info->err)->back, 1);
}
void say_nothing(j_common_ptr) {}

// A progressive JPEG may ask for its whole area to be gone over as often as it likes.
void count_scans(j_common_ptr info) {
    if (info->is_decompressor &&
        reinterpret_cast<j_decompress_ptr>(info)->input_scan_number > image_scans_max)
        leap(info);
}

void prepare(Errors& errors) {
    jpeg_std_error(&errors.base);
    errors.base.error_exit = leap;
    errors.base.output_message = say_nothing;
}

struct Reading {
    jpeg_decompress_struct info{};
    Errors errors{};
    jpeg_progress_mgr progress{};
    std::string_view bytes;
    int side_wanted = 0;
    Image image;
    int orientation = 1;
};

void choose_scale(Reading& reading) {
    auto const longest =
        static_cast<std::int64_t>(std::max(reading.info.image_width, reading.info.image_height));
    auto const eighths = (std::int64_t{reading.side_wanted} * 8 + longest - 1) / longest;
    reading.info.scale_num = static_cast<unsigned>(std::clamp<std::int64_t>(eighths, 1, 8));
    reading.info.scale_denom = 8;
}

void make_room(Reading& reading) {
    reading.image.width = static_cast<int>(reading.info.output_width);
    reading.image.height = static_cast<int>(reading.info.output_height);
    reading.image.rgb.resize(std::size_t{reading.info.output_width} *
                             std::size_t{reading.info.output_height} * 3);
}

void note_orientation(Reading& reading) {
    for (auto const* mark = reading.info.marker_list; mark != nullptr; mark = mark->next)
        if (mark->marker == JPEG_APP0 + 1 && reading.orientation == 1)
            reading.orientation = orientation_in(
                {reinterpret_cast<char const*>(mark->data), std::size_t{mark->data_length}});
}

bool decode(Reading& reading) {
    auto& info = reading.info;
    if (setjmp(reading.errors.back) != 0) return false;
    jpeg_create_decompress(&info);
    info.mem->max_memory_to_use = image_memory_max;
    info.progress = &reading.progress;
    jpeg_mem_src(&info, reinterpret_cast<unsigned char const*>(reading.bytes.data()),
                 reading.bytes.size());
    jpeg_save_markers(&info, JPEG_APP0 + 1, 0xFFFF);
    jpeg_read_header(&info, TRUE);
    if (std::int64_t{info.image_width} * std::int64_t{info.image_height} > image_pixels_max)
        return false;
    note_orientation(reading);
    choose_scale(reading);
    info.out_color_space = JCS_RGB;
    jpeg_start_decompress(&info);
    make_room(reading);
    while (info.output_scanline < info.output_height) {
        JSAMPROW row = reading.image.rgb.data() +
                       std::size_t{info.output_scanline} * std::size_t{info.output_width} * 3;
        jpeg_read_scanlines(&info, &row, 1);
    }
    jpeg_finish_decompress(&info);
    return true;
}

struct Writing {
    jpeg_compress_struct info{};
    Errors errors{};
    Image const* image = nullptr;
    int quality = 0;
    unsigned char* bytes = nullptr;
    unsigned long size = 0;
};

bool encode(Writing& writing) {
    auto& info = writing.info;
    if (setjmp(writing.errors.back) != 0) return false;
    jpeg_create_compress(&info);
    jpeg_mem_dest(&info, &writing.bytes, &writing.size);
    info.image_width = static_cast<unsigned>(writing.image->width);
    info.image_height = static_cast<unsigned>(writing.image->height);
    info.input_components = 3;
    info.in_color_space = JCS_RGB;
    jpeg_set_defaults(&info);
    jpeg_set_quality(&info, writing.quality, TRUE);
    info.optimize_coding = TRUE;
    jpeg_start_compress(&info, TRUE);
    while (info.next_scanline < info.image_height) {
        auto* row =
            const_cast<JSAMPROW>(writing.image->rgb.data() + std::size_t{info.next_scanline} *
                                                                 std::size_t{info.image_width} * 3);
        jpeg_write_scanlines(&info, &row, 1);
    }
    jpeg_finish_compress(&info);
    return true;
}

}  // namespace

std::optional<Image> read_jpeg(std::string_view bytes, int side_wanted) {
    Reading reading;
    reading.bytes = bytes;
    reading.side_wanted = side_wanted;
    prepare(reading.errors);
    reading.info.err = &reading.errors.base;
    reading.progress.progress_monitor = count_scans;
    bool const read = decode(reading);
    jpeg_destroy_decompress(&reading.info);
    if (!read) return std::nullopt;
    return upright(std::move(reading.image), reading.orientation);
}

std::string jpeg_of(Image const& image, int quality) {
    Writing writing;
    writing.image = &image;
    writing.quality = quality;
    prepare(writing.errors);
    writing.info.err = &writing.errors.base;
    bool const written = encode(writing);
    jpeg_destroy_compress(&writing.info);
    std::string out;
    if (written) out.assign(reinterpret_cast<char const*>(writing.bytes), writing.size);
    std::free(writing.bytes);
    return out;
}

}  // namespace wasl::reports
