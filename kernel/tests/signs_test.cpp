// SPDX-License-Identifier: Apache-2.0
#include "kernel/text/signs.hpp"

#include <gtest/gtest.h>

namespace wasl::lexis {

TEST(Signs, are_counted_as_people_count) {
    EXPECT_EQ(signs_in(""), 0U);
    EXPECT_EQ(signs_in("abc"), 3U);
    EXPECT_EQ(signs_in("حفرة"), 4U);
    EXPECT_EQ(signs_in("ⵜⴰ 😀"), 4U);
}

TEST(Signs, that_nobody_sees_are_found) {
    for (auto const* const honest : {"", "سطر\nآخر\tمع فراغ\r", "l'éclairage – « ici »", "٣٤"})
        EXPECT_FALSE(has_hidden_signs(honest)) << honest;
    for (auto const* const lying : {"\x01", "a\x7f", "a\u202eb", "\u2066a", "a\u2069", "\u202a"})
        EXPECT_TRUE(has_hidden_signs(lying));
}

TEST(Signs, of_space_alone_are_blank) {
    EXPECT_TRUE(is_blank(""));
    EXPECT_TRUE(is_blank(" \t\r\n"));
    EXPECT_FALSE(is_blank(" . "));
}

}  // namespace wasl::lexis
