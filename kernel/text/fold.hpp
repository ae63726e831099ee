// SPDX-License-Identifier: Apache-2.0
// Text made comparable: what people write differently and mean alike becomes the same.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace wasl::lexis {

// Case, accents, harakat, tatweel and bidi controls away; one alef, one yaa, one kaf, taa marbuta
// as haa, no lone hamza; ligatures and other compatibility forms taken apart; ASCII digits.
// folded(folded(x)) == folded(x). Malformed UTF-8 counts as U+FFFD.
std::string folded(std::string_view);

// One code point of UTF-8 at `at`, which moves on; U+FFFD for each malformed byte.
char32_t next_code_point(std::string_view text, std::size_t& at);
void append_utf8(std::string& out, char32_t);

// What one code point becomes: none, one or a few. The view holds for the life of the program or
// until the next call of this thread.
std::u32string_view folded(char32_t);

}  // namespace wasl::lexis
