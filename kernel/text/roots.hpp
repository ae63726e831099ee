// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace wasl::lexis {

// What the forms of an Arabic stem have in common: its consonants, with and without the letters
// that patterns put before a root (تسجيل سجل, مناجم منجم, مكتب كتب). Broken plurals and nouns of
// action meet in one of them. Only those of three letters or more; takes a folded stem.
std::vector<std::string> roots(std::string_view stem);

}  // namespace wasl::lexis
