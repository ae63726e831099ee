// SPDX-License-Identifier: Apache-2.0
#include "modules/procedures/packed.hpp"

#include <libdeflate.h>

#include <cstring>

#include "kernel/result.hpp"

namespace wasl::procedures {

namespace {

constexpr int level = 6;
using Size = std::uint32_t;  // of the text, before its deflated bytes

struct Free {
    void operator()(libdeflate_compressor* one) const { libdeflate_free_compressor(one); }
    void operator()(libdeflate_decompressor* one) const { libdeflate_free_decompressor(one); }
};

}  // namespace

std::string packed(std::string_view text) {
    std::unique_ptr<libdeflate_compressor, Free> const press(libdeflate_alloc_compressor(level));
    std::string out(sizeof(Size) + libdeflate_deflate_compress_bound(press.get(), text.size()),
                    '\0');
    auto const size = static_cast<Size>(text.size());
    std::memcpy(out.data(), &size, sizeof size);
    auto const used = libdeflate_deflate_compress(
        press.get(), text.data(), text.size(), out.data() + sizeof size, out.size() - sizeof size);
    check(used > 0, "deflated text fits its bound");
    out.resize(sizeof size + used);
    out.shrink_to_fit();
    return out;
}

std::string unpacked(std::string_view bytes) {
    Size size = 0;
    check(bytes.size() > sizeof size, "packed text has a size");
    std::memcpy(&size, bytes.data(), sizeof size);
    std::string out(size, '\0');
    std::unique_ptr<libdeflate_decompressor, Free> const press(libdeflate_alloc_decompressor());
    auto const done =
        libdeflate_deflate_decompress(press.get(), bytes.data() + sizeof size,
                                      bytes.size() - sizeof size, out.data(), out.size(), nullptr);
    check(done == LIBDEFLATE_SUCCESS, "packed text can be read");
    return out;
}

}  // namespace wasl::procedures
