// SPDX-License-Identifier: Apache-2.0
#include "kernel/receipt.hpp"

#include <array>

namespace wasl {

// The place of a sign is its value; a digit has its own value in both parts of a number, so that
// an exchange across the dash is caught too. 23 is a prime: weights 1 to 12 differ modulo 23.
static constexpr std::string_view alphabet = "AC23456789EFHJKLMPRTWXY";
static_assert(alphabet.size() == 23);
static constexpr int modulus = 23;
static constexpr std::size_t year_signs = 4;
static constexpr std::size_t all_signs = 12;

static int value_in_year(char sign) { return sign >= '0' && sign <= '9' ? sign - '0' : -1; }

static int value_in_groups(char sign) {
    auto const at = alphabet.find(sign);
    return at == std::string_view::npos ? -1 : static_cast<int>(at);
}

// A sign that cannot stand there is read as the one it looks like: pairs of written and meant.
static char meant(char sign, std::size_t place) {
    static constexpr std::string_view in_year = "O0Q0D0I1Z2S5G6B8";
    static constexpr std::string_view in_groups = "B8G6S5Z2NM";
    auto const pairs = place < year_signs ? in_year : in_groups;
    for (std::size_t n = 0; n < pairs.size(); n += 2)
        if (pairs[n] == sign) return pairs[n + 1];
    return sign;
}

// Zero for a number that holds.
static int remainder(std::array<int, all_signs> const& values) {
    int sum = 0;
    for (std::size_t n = 0; n < values.size(); ++n)
        sum += static_cast<int>(all_signs - n) * values[n];
    return sum % modulus;
}

static std::string grouped(std::string_view signs) {
    return std::string(signs.substr(0, 4))
        .append("-")
        .append(signs.substr(4, 4))
        .append("-")
        .append(signs.substr(8, 4));
}

std::string receipt_number(int year, std::uint64_t draw) {
    std::string signs = std::to_string(year);
    draw %= numbers_a_year;
    for (std::size_t n = year_signs; n + 1 < all_signs; ++n) {
        signs += alphabet[draw % alphabet.size()];
        draw /= alphabet.size();
    }
    std::array<int, all_signs> values{};
    for (std::size_t n = 0; n + 1 < all_signs; ++n)
        values[n] = n < year_signs ? value_in_year(signs[n]) : value_in_groups(signs[n]);
    signs += alphabet[static_cast<std::size_t>((modulus - remainder(values)) % modulus)];
    return grouped(signs);
}

// Takes one sign off the front: a capital letter or a digit, 0 for what is passed over, -1 for
// what cannot stand in a number.
static int take_sign(std::string_view& typed) {
    auto const byte = [&](std::size_t n) { return static_cast<unsigned char>(typed[n]); };
    unsigned const first = byte(0);
    if (first < 0x80) {
        typed.remove_prefix(1);
        char const sign = static_cast<char>(first);
        if (sign == ' ' || sign == '-' || sign == '.' || sign == '\t') return 0;
        if (sign >= 'a' && sign <= 'z') return sign - 'a' + 'A';
        if ((sign >= 'A' && sign <= 'Z') || (sign >= '0' && sign <= '9')) return sign;
        return -1;
    }
    if (typed.size() >= 2 && first == 0xd9 && byte(1) >= 0xa0 && byte(1) <= 0xa9) {
        int const digit = byte(1) - 0xa0;  // U+0660 ٠
        typed.remove_prefix(2);
        return '0' + digit;
    }
    if (typed.size() >= 2 && first == 0xdb && byte(1) >= 0xb0 && byte(1) <= 0xb9) {
        int const digit = byte(1) - 0xb0;  // U+06F0 ۰
        typed.remove_prefix(2);
        return '0' + digit;
    }
    if (typed.size() >= 2 && first == 0xc2 && byte(1) == 0xa0) {  // no-break space
        typed.remove_prefix(2);
        return 0;
    }
    // U+2000 to U+206F: dashes, thin spaces, and the isolates with which pages wrap a number.
    if (typed.size() >= 3 && first == 0xe2 && (byte(1) == 0x80 || byte(1) == 0x81)) {
        typed.remove_prefix(3);
        return 0;
    }
    return -1;
}

std::optional<std::string> parse_receipt(std::string_view typed) {
    std::string signs;
    while (!typed.empty()) {
        int const sign = take_sign(typed);
        if (sign < 0 || signs.size() > all_signs) return std::nullopt;
        if (sign > 0) signs += meant(static_cast<char>(sign), signs.size());
    }
    if (signs.size() != all_signs || signs[0] == '0') return std::nullopt;
    std::array<int, all_signs> values{};
    for (std::size_t n = 0; n < all_signs; ++n) {
        values[n] = n < year_signs ? value_in_year(signs[n]) : value_in_groups(signs[n]);
        if (values[n] < 0) return std::nullopt;
    }
    if (remainder(values) != 0) return std::nullopt;
    return grouped(signs);
}

}  // namespace wasl
