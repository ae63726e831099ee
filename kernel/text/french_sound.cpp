// SPDX-License-Identifier: Apache-2.0
#include "kernel/text/french_sound.hpp"

#include <algorithm>
#include <array>

namespace wasl::lexis {

static bool is_vowel(char letter) {
    return std::string_view("aeiouy").find(letter) != std::string_view::npos;
}

namespace {
struct FrenchSpelling {
    std::string_view letters;
    std::string_view sounds;
};
}  // namespace

// Longest first. A second S of -sion and -tion is one sound; h says nothing.
static constexpr std::array<FrenchSpelling, 52> french_spellings{{
    {"tion", "SuN"}, {"ssion", "SuN"}, {"sion", "SuN"}, {"eau", "u"}, {"ill", "i"}, {"sce", "Si"},
    {"sci", "Si"},   {"ch", "C"},      {"sh", "C"},     {"ph", "F"},  {"th", "T"},  {"gn", "N"},
    {"gu", "K"},     {"qu", "K"},      {"ge", "Ji"},    {"gi", "Ji"}, {"gy", "Ji"}, {"ce", "Si"},
    {"ci", "Si"},    {"cy", "Si"},     {"ou", "u"},     {"au", "u"},  {"ai", "i"},  {"ei", "i"},
    {"oi", "ua"},    {"eu", "u"},      {"b", "B"},      {"p", "B"},   {"t", "T"},   {"j", "J"},
    {"h", ""},       {"d", "D"},       {"r", "R"},      {"z", "Z"},   {"s", "S"},   {"f", "F"},
    {"v", "F"},      {"k", "K"},       {"q", "K"},      {"g", "K"},   {"c", "K"},   {"l", "L"},
    {"m", "M"},      {"n", "N"},       {"x", "KS"},     {"w", "u"},   {"y", "i"},   {"a", "a"},
    {"e", "i"},      {"i", "i"},       {"o", "u"},      {"u", "u"},
}};

static std::string sounds_of(std::string_view word) {
    std::string out;
    char before = 0;
    while (!word.empty()) {
        auto const found = std::find_if(
            french_spellings.begin(), french_spellings.end(),
            [&](FrenchSpelling const& each) { return word.starts_with(each.letters); });
        if (found == french_spellings.end()) {
            word.remove_prefix(1);
            continue;
        }
        auto sounds = found->sounds;
        bool const voiced = word.size() > 1 && word[0] == 's' && before != 0 && is_vowel(before) &&
                            is_vowel(word[1]) && found->letters == "s";
        if (voiced) sounds = "Z";
        for (char const sound : sounds)
            if (out.empty() || out.back() != sound) out += sound;
        before = found->letters.back();
        word.remove_prefix(found->letters.size());
    }
    return out;
}

static std::string_view without_silent_end(std::string_view word) {
    while (word.size() > 3 &&
           std::string_view("stdxzpe").find(word.back()) != std::string_view::npos) {
        bool const ended_e = word.back() == 'e';
        word.remove_suffix(1);
        // "carte" keeps the t that its e makes heard.
        if (ended_e) return word;
    }
    return word;
}

std::string french_sound(std::string_view word) { return sounds_of(without_silent_end(word)); }

std::vector<std::string> french_skeletons(std::string_view word) {
    std::vector<std::string> out;
    auto const keep = [&](std::string sounds) {
        std::erase_if(sounds, [](char each) { return each == 'a' || each == 'u' || each == 'i'; });
        if (sounds.size() >= 2 && std::find(out.begin(), out.end(), sounds) == out.end())
            out.push_back(std::move(sounds));
    };
    auto const shorter = without_silent_end(word);
    keep(sounds_of(shorter));
    keep(sounds_of(word));
    if (shorter.size() > 4 && shorter.ends_with("er"))
        keep(sounds_of(shorter.substr(0, shorter.size() - 1)));
    // Hard g is written غ as well as گ, and z between vowels is often heard as s.
    for (auto const& [from, to] : {std::pair{'K', 'G'}, std::pair{'Z', 'S'}})
        for (auto const& each : std::vector<std::string>(out)) {
            if (from == 'K' && word.find('g') == std::string_view::npos) continue;
            auto other = each;
            std::replace(other.begin(), other.end(), from, to);
            keep(other);
        }
    return out;
}

}  // namespace wasl::lexis
