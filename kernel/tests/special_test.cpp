// SPDX-License-Identifier: Apache-2.0
#include "kernel/text/special.hpp"

#include <gtest/gtest.h>

#include <string>

namespace wasl {

// Wherever it stands: in a whole block, in what is left behind it, in a text shorter than one.
TEST(Special, signs_are_found_at_every_place_of_texts_of_every_length) {
    constexpr std::string_view special = "<&\"\x7F\n";
    for (std::size_t size = 0; size <= 50; ++size) {
        std::string const plain(size, 'a');
        EXPECT_EQ((first_special<'<', '&', '"', '\x7F'>(plain, 0)), size);
        for (std::size_t at = 0; at < size; ++at) {
            auto text = plain;
            text[at] = special[at % special.size()];
            for (std::size_t from = 0; from <= size; ++from) {
                auto const expected = from <= at ? at : size;
                ASSERT_EQ((first_special<'<', '&', '"', '\x7F'>(text, from)), expected)
                    << size << ' ' << at << ' ' << from;
            }
        }
    }
}

TEST(Special, signs_are_the_control_signs_and_those_named_and_no_others) {
    for (int sign = 0; sign < 256; ++sign) {
        // In a block that is compared at once, and alone.
        for (std::size_t const size : {std::size_t{1}, std::size_t{20}}) {
            std::string text(size, 'a');
            text[0] = static_cast<char>(sign);
            bool const named = sign < 0x20 || sign == '<' || sign == '>';
            EXPECT_EQ((first_special<'<', '>'>(text, 0)), named ? 0 : size) << sign;
        }
    }
}

}  // namespace wasl
