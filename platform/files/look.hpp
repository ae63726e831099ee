// SPDX-License-Identifier: Apache-2.0
// Inside platform/files only: what a file is, found from its bytes, and why it cannot be taken.
#pragma once

#include "platform/files/files.hpp"

namespace wasl::files {

// A file's bytes as they lie on the disk.
class Bytes {
public:
    explicit Bytes(std::filesystem::path const&);
    ~Bytes();
    Bytes(Bytes const&) = delete;
    Bytes& operator=(Bytes const&) = delete;
    std::string_view all() const { return {start_, size_}; }

private:
    char const* start_ = nullptr;
    std::size_t size_ = 0;
};

// The kind, once everything about it was found to be in order.
Result<Kind> look(std::string_view bytes);

// Each says why it is not, or nothing. In images.cpp, portable.cpp and envelope.cpp.
Outcome look_at_jpeg(std::string_view bytes);
Outcome look_at_png(std::string_view bytes);
Outcome look_at_pdf(std::string_view bytes);
bool looks_like_heic(std::string_view bytes);
bool holds_another_kind(std::string_view bytes, Kind);

// 0 where the bytes end before.
inline std::uint32_t big_endian(std::string_view bytes, std::size_t at, int count) {
    std::uint32_t number = 0;
    for (int n = 0; n < count; ++n) {
        auto const here = at + static_cast<std::size_t>(n);
        if (here >= bytes.size()) return 0;
        number = number << 8 | static_cast<unsigned char>(bytes[here]);
    }
    return number;
}

// Some 12,000 by 8,000: beyond every telephone and scanner, within what a viewer can open.
inline constexpr std::uint64_t pixels_max = 100'000'000;

}  // namespace wasl::files
