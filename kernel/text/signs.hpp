// SPDX-License-Identifier: Apache-2.0
// What a typed text is made of. Pure; the text is valid UTF-8 (platform/http has seen to it).
#pragma once

#include <cstddef>
#include <string_view>

namespace wasl::lexis {

// As people count: code points, not bytes.
std::size_t signs_in(std::string_view);

// Control signs other than line feed, return and tab, and those that turn the direction of what
// follows (U+202A to U+202E, U+2066 to U+2069): a name that carries them can make a page lie.
bool has_hidden_signs(std::string_view);

bool is_blank(std::string_view);

}  // namespace wasl::lexis
