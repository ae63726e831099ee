// SPDX-License-Identifier: Apache-2.0
#include "kernel/text/fold.hpp"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include <array>
#include <vector>

namespace wasl::lexis {

static constexpr char32_t replacement = 0xFFFD;

char32_t next_code_point(std::string_view text, std::size_t& at) {
    auto const byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    unsigned const first = byte(at);
    std::size_t const length = first < 0x80                     ? 1
                               : first >= 0xC2 && first < 0xE0  ? 2
                               : first >= 0xE0 && first < 0xF0  ? 3
                               : first >= 0xF0 && first <= 0xF4 ? 4
                                                                : 0;
    if (length == 1) return static_cast<char32_t>(byte(at++));
    if (length == 0 || at + length > text.size()) return ++at, replacement;
    char32_t point = first & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(at + i) & 0xC0U) != 0x80U) return ++at, replacement;
        point = point << 6 | (byte(at + i) & 0x3FU);
    }
    bool const overlong = (length == 3 && point < 0x800) || (length == 4 && point < 0x10000);
    if (overlong || point > 0x10FFFF || (point >= 0xD800 && point < 0xE000))
        return ++at, replacement;
    at += length;
    return point;
}

void append_utf8(std::string& out, char32_t point) {
    auto const add = [&](char32_t bits) { out += static_cast<char>(bits); };
    if (point < 0x80) {
        add(point);
    } else if (point < 0x800) {
        add(0xC0 | point >> 6);
        add(0x80 | (point & 0x3F));
    } else if (point < 0x10000) {
        add(0xE0 | point >> 12);
        add(0x80 | (point >> 6 & 0x3F));
        add(0x80 | (point & 0x3F));
    } else {
        add(0xF0 | point >> 18);
        add(0x80 | (point >> 12 & 0x3F));
        add(0x80 | (point >> 6 & 0x3F));
        add(0x80 | (point & 0x3F));
    }
}

// The letters that Unicode keeps apart and readers of Arabic do not. Hamza on a carrier needs no
// line: it is decomposed and falls away as a mark.
static char32_t one_arabic(char32_t point) {
    switch (point) {
        case 0x0671: return 0x0627;  // alef wasla
        case 0x0649:                 // alef maqsura
        case 0x06CC: return 0x064A;  // Farsi yeh
        case 0x0629: return 0x0647;  // taa marbuta
        case 0x06AF:                 // gaf
        case 0x06AD:                 // ng, Moroccan g
        case 0x06A9: return 0x0643;  // keheh
        case 0x06A8: return 0x0642;  // qaf with three dots, g
        case 0x06A4: return 0x0641;  // veh
        case 0x067E: return 0x0628;  // peh
        default: return point;
    }
}

static bool falls_away(char32_t point) {
    if (point == 0x0621 || point == 0x0640) return true;  // lone hamza, tatweel
    auto const category = u_charType(static_cast<UChar32>(point));
    return category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK ||
           category == U_FORMAT_CHAR;
}

static std::u16string normalized(UNormalizer2 const* how, std::u16string const& text) {
    std::u16string out(text.size() * 4 + 32, u'\0');
    UErrorCode status = U_ZERO_ERROR;
    auto const length = unorm2_normalize(how, text.data(), static_cast<int32_t>(text.size()),
                                         out.data(), static_cast<int32_t>(out.size()), &status);
    out.resize(U_SUCCESS(status) ? static_cast<std::size_t>(length) : 0);
    return out;
}

static std::u16string utf16(char32_t point) {
    if (point < 0x10000) return {static_cast<char16_t>(point)};
    point -= 0x10000;
    return {static_cast<char16_t>(0xD800 + (point >> 10)),
            static_cast<char16_t>(0xDC00 + (point & 0x3FF))};
}

static std::u32string utf32(std::u16string const& text) {
    std::u32string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        char32_t point = text[i];
        if (point >= 0xD800 && point < 0xDC00 && i + 1 < text.size())
            point = 0x10000 + ((point - 0xD800) << 10) + (text[++i] - 0xDC00U);
        out += point;
    }
    return out;
}

// One round: compatibility case folding, decomposition, our own letters.
static std::u32string round(char32_t point) {
    UErrorCode status = U_ZERO_ERROR;
    auto const* fold_case = unorm2_getNFKCCasefoldInstance(&status);
    auto const* decompose = unorm2_getNFKDInstance(&status);
    if (U_FAILURE(status)) return {point};
    std::u32string out;
    for (char32_t part : utf32(normalized(decompose, normalized(fold_case, utf16(point))))) {
        if (falls_away(part)) continue;
        if (auto const digit = u_charDigitValue(static_cast<UChar32>(part)); digit >= 0)
            part = U'0' + static_cast<char32_t>(digit);
        out += one_arabic(part);
    }
    return out;
}

// Until nothing changes, so that folding twice is folding once.
static std::u32string settled(char32_t point) {
    std::u32string now{point};
    for (int times = 0; times < 4; ++times) {
        std::u32string next;
        for (char32_t const part : now) next += round(part);
        if (next == now) break;
        now = std::move(next);
    }
    return now;
}

// Latin, Arabic and what lies between, asked once.
static std::u32string_view of_table(char32_t point) {
    static std::vector<std::u32string> const table = [] {
        std::vector<std::u32string> all;
        all.reserve(0x700);
        for (char32_t each = 0; each < 0x700; ++each) all.push_back(settled(each));
        return all;
    }();
    return table[point];
}

std::u32string_view folded(char32_t point) {
    if (point < 0x700) return of_table(point);
    thread_local std::u32string last;
    last = settled(point);
    return last;
}

std::string folded(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();)
        for (char32_t const part : folded(next_code_point(text, at))) append_utf8(out, part);
    return out;
}

}  // namespace wasl::lexis
