// SPDX-License-Identifier: Apache-2.0
// Whether a JPEG or PNG is whole: every segment in its place, from the first byte to the end mark.
// Nothing is decoded here, so a picture made to swell in memory does no harm.
#include <libdeflate.h>

#include "platform/files/look.hpp"
#include "platform/files/messages.hpp"

namespace wasl::files {

namespace {

Refusal broken_image() { return {Refused::invalid, say(msg::refused_broken_image)}; }

Outcome fits(std::uint64_t width, std::uint64_t height) {
    if (width == 0 || height == 0) return broken_image();
    if (width * height > pixels_max)
        return Refusal{Refused::too_large, say(msg::refused_too_many_pixels)};
    return Done{};
}

bool starts_frame(unsigned char marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

// Within the compressed data FF is followed by 0, by a restart mark or by the next segment.
std::size_t end_of_scan(std::string_view bytes, std::size_t at) {
    while ((at = bytes.find('\xFF', at)) != std::string_view::npos) {
        auto const next = static_cast<unsigned char>(at + 1 < bytes.size() ? bytes[at + 1] : 0);
        if (next == 0xFF)
            ++at;
        else if (next == 0 || (next >= 0xD0 && next <= 0xD7))
            at += 2;
        else
            return at;
    }
    return bytes.size();
}

}  // namespace

Outcome look_at_jpeg(std::string_view bytes) {
    bool framed = false, scanned = false;
    std::size_t at = 2;
    while (at + 1 < bytes.size()) {
        if (bytes[at] != '\xFF') return broken_image();
        auto const marker = static_cast<unsigned char>(bytes[at + 1]);
        if (marker == 0xFF) {
            ++at;
            continue;
        }
        if (marker == 0xD9) return framed && scanned ? Outcome(Done{}) : broken_image();
        auto const length = big_endian(bytes, at + 2, 2);
        if (length < 2 || at + 2 + length > bytes.size()) return broken_image();
        if (starts_frame(marker)) {
            TRY(fits(big_endian(bytes, at + 7, 2), big_endian(bytes, at + 5, 2)));
            framed = true;
        }
        at += 2 + length;
        if (marker == 0xDA) {
            scanned = true;
            at = end_of_scan(bytes, at);
        }
    }
    return broken_image();
}

Outcome look_at_png(std::string_view bytes) {
    bool drawn = false;
    for (std::size_t at = 8; at + 12 <= bytes.size();) {
        std::size_t const length = big_endian(bytes, at, 4);
        if (length > bytes.size() - at - 12) return broken_image();
        auto const kind = bytes.substr(at + 4, 4);
        auto const sum = libdeflate_crc32(0, bytes.data() + at + 4, length + 4);
        if (sum != big_endian(bytes, at + 8 + length, 4)) return broken_image();
        if ((at == 8) != (kind == "IHDR")) return broken_image();
        if (kind == "IHDR") TRY(fits(big_endian(bytes, at + 8, 4), big_endian(bytes, at + 12, 4)));
        if (kind == "IDAT") drawn = true;
        if (kind == "IEND") return drawn ? Outcome(Done{}) : broken_image();
        at += 12 + length;
    }
    return broken_image();
}

bool looks_like_heic(std::string_view bytes) {
    if (bytes.size() < 12 || bytes.substr(4, 4) != "ftyp") return false;
    auto const brand = bytes.substr(8, 4);
    for (std::string_view const known : {"heic", "heix", "heim", "heis", "hevc", "mif1", "msf1"})
        if (brand == known) return true;
    return false;
}

}  // namespace wasl::files
