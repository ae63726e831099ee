// SPDX-License-Identifier: Apache-2.0
// What a reader of PDF gives back, word by word. Poppler puts the blank and the stops around a
// number inside an Arabic line on its wrong side: words and numbers are compared, not those.
#pragma once

#include <algorithm>
#include <cctype>
#include <string>
#include <string_view>
#include <vector>

namespace wasl {

// Letters and numbers, without vowel signs, marks of direction and stops.
inline std::vector<std::string> words_in(std::string_view text) {
    std::vector<std::string> words;
    bool digits = false, open = false;
    for (std::size_t at = 0; at < text.size();) {
        auto const first = static_cast<unsigned char>(text[at]);
        std::size_t const size = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
        auto const sign = text.substr(at, size);
        at += size;
        // U+064B to U+0652 stand over a letter; U+200x and U+20xx lead the eye only.
        if (sign >= "\u064B" && sign <= "\u0652") continue;
        if (sign >= "\u200B" && sign <= "\u206F") continue;
        bool const digit = size == 1 && first >= '0' && first <= '9';
        bool const letter = (size == 1 && std::isalpha(first)) ||
                            (size > 1 && sign != "،" && sign != "؛" && sign != "؟" && sign != "«" &&
                             sign != "»" && sign != "\u00A0");
        if (digit || letter) {
            if (!open || digits != digit) words.emplace_back();
            words.back() += sign;
        }
        open = digit || letter;
        digits = digit;
    }
    return words;
}

// Empty where the words of `what` stand in `text` one after the other; else the first that is not
// where it must be.
inline std::string missing_word(std::string_view text, std::string_view what) {
    auto const all = words_in(text), wanted = words_in(what);
    std::size_t best = 0;
    for (std::size_t from = 0; from < all.size(); ++from) {
        std::size_t same = 0;
        while (same < wanted.size() && from + same < all.size() && all[from + same] == wanted[same])
            ++same;
        best = std::max(best, same);
        if (same == wanted.size()) return {};
    }
    return wanted.empty() ? std::string() : wanted[best];
}

}  // namespace wasl
