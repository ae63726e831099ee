// SPDX-License-Identifier: Apache-2.0
// Where a text has a sign that a format may not take as it is. Nearly all of a text has none, so
// sixteen signs are compared at once.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace wasl {

namespace special_signs {

inline constexpr std::size_t at_once = 16;
// Understood by GCC and clang on every processor; a plain loop over sixteen signs was compiled to
// one sign after the other.
using Signs = unsigned char __attribute__((vector_size(at_once)));

template<char... named>
bool is_among(char const* text) {
    constexpr unsigned char first_printed = 0x20;
    Signs signs;
    std::memcpy(&signs, text, at_once);
    auto const found =
        (signs < first_printed) | (... | (signs == static_cast<unsigned char>(named)));
    std::array<std::uint64_t, 2> halves{};
    std::memcpy(halves.data(), &found, at_once);
    return (halves[0] | halves[1]) != 0;
}

template<char... named>
constexpr auto table = [] {
    std::array<bool, 256> is_special{};
    for (std::size_t sign = 0; sign < 0x20; ++sign) is_special[sign] = true;
    ((is_special[static_cast<unsigned char>(named)] = true), ...);
    return is_special;
}();

}  // namespace special_signs

// The place, at or after `from`, of the first control sign (below U+0020) or one of those named;
// the text's size where there is none. ASCII signs alone, which are no part of another in UTF-8.
template<char... named>
std::size_t first_special(std::string_view text, std::size_t from) {
    auto const size = text.size();
    while (from + special_signs::at_once <= size &&
           !special_signs::is_among<named...>(text.data() + from))
        from += special_signs::at_once;
    // What is left of a text without any, looked at together with what comes before it.
    bool const is_end =
        from < size && from + special_signs::at_once > size && size >= special_signs::at_once;
    if (is_end && !special_signs::is_among<named...>(text.data() + size - special_signs::at_once))
        return size;
    for (; from < size; ++from)
        if (special_signs::table<named...>[static_cast<unsigned char>(text[from])]) break;
    return from;
}

}  // namespace wasl
