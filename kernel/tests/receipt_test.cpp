// SPDX-License-Identifier: Apache-2.0
#include "kernel/receipt.hpp"

#include <gtest/gtest.h>

#include <set>

namespace wasl {
namespace {

constexpr std::string_view every_sign = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

TEST(Receipt, number_catches_every_single_wrong_sign) {
    for (std::uint64_t draw = 1; draw < 40; ++draw) {
        auto const number = receipt_number(2026, draw * 87'178'291);
        ASSERT_EQ(parse_receipt(number), number);
        for (std::size_t n = 0; n < number.size(); ++n) {
            if (number[n] == '-') continue;
            for (char const sign : every_sign) {
                auto wrong = number;
                wrong[n] = sign;
                auto const understood = parse_receipt(wrong);
                if (wrong != number)
                    EXPECT_TRUE(!understood || *understood == number) << number << ' ' << wrong;
            }
        }
    }
}

TEST(Receipt, number_is_understood_where_a_sign_only_looks_alike) {
    auto const like = [](std::string number, std::string_view pairs, std::size_t from) {
        for (std::size_t n = from; n < number.size(); ++n)
            if (auto const at = pairs.find(number[n]); at != std::string_view::npos && at % 2 == 0)
                number[n] = pairs[at + 1];
        return number;
    };
    for (std::uint64_t draw = 1; draw < 400; ++draw) {
        auto const number = receipt_number(2026, draw * 7'178'293);
        EXPECT_EQ(parse_receipt(like(number, "8B6G5S2ZMN", 5)), number);
        EXPECT_EQ(parse_receipt(like(number, "0O2Z6G", 0).substr(0, 4) + number.substr(4)), number);
    }
}

TEST(Receipt, number_catches_every_two_signs_exchanged) {
    for (std::uint64_t draw = 1; draw < 400; ++draw) {
        auto const number = receipt_number(2027, draw * 7'178'293);
        std::string bare;
        for (char const sign : number)
            if (sign != '-') bare += sign;
        for (std::size_t a = 0; a < bare.size(); ++a)
            for (std::size_t b = a + 1; b < bare.size(); ++b) {
                auto wrong = bare;
                std::swap(wrong[a], wrong[b]);
                if (wrong != bare) EXPECT_FALSE(parse_receipt(wrong)) << number << ' ' << wrong;
            }
    }
}

TEST(Receipt, number_is_understood_however_it_is_typed) {
    auto const number = receipt_number(2026, 123'456'789);
    std::string small = " ", bare, arabic, wrapped = "\u2068" + number + "\u2069";
    for (char const sign : number) {
        small += sign >= 'A' ? static_cast<char>(sign - 'A' + 'a') : sign;
        if (sign != '-') bare += sign;
        if (sign >= '0' && sign <= '9')
            arabic += std::string("\xd9") + static_cast<char>(0xa0 + (sign - '0'));
        else
            arabic += sign == '-' ? ' ' : sign;
    }
    for (auto const& typed : {number, small, bare, arabic, wrapped})
        EXPECT_EQ(parse_receipt(typed), number) << typed;
    for (auto const* typed : {"", "2026", "2026-0000-0000", "'; drop table", "\xd9", "\xe2\x80"})
        EXPECT_FALSE(parse_receipt(typed)) << typed;
}

TEST(Receipt, numbers_of_a_year_differ) {
    std::set<std::string> seen;
    for (std::uint64_t draw = 0; draw < 20'000; ++draw)
        EXPECT_TRUE(seen.insert(receipt_number(2026, draw)).second);
    EXPECT_EQ(receipt_number(2026, 5), receipt_number(2026, 5 + numbers_a_year));
}

}  // namespace
}  // namespace wasl
