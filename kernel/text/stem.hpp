// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace wasl::lexis {

// Both take folded words. The light Arabic stem takes the article with what is written to it away
// (ال وال بال كال فال لل), then endings (ات ون ين ان يه ها ه ي), and leaves three letters at least.
std::string arabic_stem(std::string_view folded_word);

// A stem whose first letter may be a word of its own (و ف ك ب ل), without it; empty where there is
// none, or fewer than three letters would be left. A guess: "بلدية" begins with a letter of its
// own, "بجماعة" does not, so both forms are kept side by side.
std::string without_clitic(std::string_view folded_word);

// Snowball's French stem of an unaccented word.
std::string french_stem(std::string_view folded_word);

}  // namespace wasl::lexis
