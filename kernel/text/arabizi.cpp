// SPDX-License-Identifier: Apache-2.0
#include "kernel/text/arabizi.hpp"

#include <algorithm>
#include <array>

#include "kernel/text/fold.hpp"

namespace wasl::lexis {

// Classes of consonants: B T J H X(kh) D R Z S C(ch) E(ain) G(gh) F K L M N; semivowels W Y that
// count only at the beginning; vowels a u i.
static char class_of_arabic(char32_t point) {
    switch (point) {
        case U'ب': return 'B';
        case U'ت':
        case U'ط':
        case U'ث': return 'T';
        case U'ج': return 'J';
        case U'ح':
        case U'ه': return 'H';
        case U'خ': return 'X';
        case U'د':
        case U'ذ':
        case U'ض':
        case U'ظ': return 'D';
        case U'ر': return 'R';
        case U'ز': return 'Z';
        case U'س':
        case U'ص': return 'S';
        case U'ش': return 'C';
        case U'ع': return 'E';
        case U'غ': return 'G';
        case U'ف': return 'F';
        case U'ق':
        case U'ك': return 'K';
        case U'ل': return 'L';
        case U'م': return 'M';
        case U'ن': return 'N';
        case U'ا': return 'a';
        case U'و': return 'W';
        case U'ي': return 'Y';
        default: return 0;
    }
}

namespace {
struct LatinSpelling {
    std::string_view letters;
    char sound;
};
}  // namespace

// Longest first.
static constexpr std::array<LatinSpelling, 41> latin_spellings{{
    {"tch", 'C'}, {"kh", 'X'}, {"gh", 'G'}, {"ch", 'C'}, {"sh", 'C'}, {"th", 'T'}, {"dh", 'D'},
    {"dj", 'J'},  {"ph", 'F'}, {"qu", 'K'}, {"ou", 'u'}, {"ce", 'S'}, {"ci", 'S'}, {"cy", 'S'},
    {"b", 'B'},   {"p", 'B'},  {"t", 'T'},  {"j", 'J'},  {"h", 'H'},  {"d", 'D'},  {"r", 'R'},
    {"z", 'Z'},   {"s", 'S'},  {"f", 'F'},  {"v", 'F'},  {"k", 'K'},  {"q", 'K'},  {"g", 'K'},
    {"c", 'K'},   {"l", 'L'},  {"m", 'M'},  {"n", 'N'},  {"x", 'S'},  {"w", 'W'},  {"y", 'Y'},
    {"a", 'a'},   {"e", 'i'},  {"i", 'i'},  {"o", 'u'},  {"u", 'u'},  {"2", 'a'},
}};
static constexpr std::array<LatinSpelling, 6> digits{
    {{"3", 'E'}, {"5", 'X'}, {"6", 'T'}, {"7", 'H'}, {"8", 'H'}, {"9", 'K'}}};

static bool is_latin(std::string_view word) {
    return std::all_of(word.begin(), word.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); });
}

bool has_letter_digits(std::string_view word) {
    bool const letters = std::any_of(word.begin(), word.end(), [](char c) { return c >= 'a'; });
    return letters && is_latin(word) && word.find_first_of("356789") != std::string_view::npos;
}

static std::string classes_of_latin(std::string_view word) {
    std::string out;
    auto const take = [&](auto const& table) {
        for (auto const& [letters, sound] : table)
            if (word.starts_with(letters)) {
                // A doubled letter is one consonant, said long.
                if (out.empty() || out.back() != sound) out += sound;
                // "ce" is S and then a vowel: the vowel is read again.
                bool const keeps_vowel =
                    letters.size() == 2 && letters[0] == 'c' && letters[1] != 'h';
                word.remove_prefix(keeps_vowel ? 1 : letters.size());
                return true;
            }
        return false;
    };
    while (!word.empty())
        if (!take(latin_spellings) && !take(digits)) word.remove_prefix(1);
    return out;
}

static std::string classes_of_arabic(std::string_view word) {
    std::string out;
    for (std::size_t at = 0; at < word.size();)
        if (char const sound = class_of_arabic(next_code_point(word, at))) out += sound;
    return out;
}

static std::string sound_classes(std::string_view word) {
    return is_latin(word) ? classes_of_latin(word) : classes_of_arabic(word);
}

// Semivowels count at the beginning only: "wataniya" is W T N, "zawaj" is Z J.
static std::string bones(std::string_view sounds) {
    std::string out;
    for (std::size_t i = 0; i < sounds.size(); ++i) {
        char const sound = sounds[i];
        bool const vowel = sound == 'a' || sound == 'u' || sound == 'i';
        bool const semivowel = sound == 'W' || sound == 'Y';
        if (!vowel && (!semivowel || i == 0)) out += sound;
    }
    // "ouilaya" and "wilaya": a first u before another vowel is a W.
    if (sounds.size() > 1 && sounds[0] == 'u' && (sounds[1] == 'i' || sounds[1] == 'a'))
        out.insert(out.begin(), 'W');
    return out;
}

std::vector<std::string> skeletons(std::string_view word) {
    std::vector<std::string> out;
    auto const keep = [&](std::string skeleton) {
        if (skeleton.size() >= 2 && std::find(out.begin(), out.end(), skeleton) == out.end())
            out.push_back(std::move(skeleton));
    };
    auto const sounds = sound_classes(word);
    bool const latin = is_latin(word);
    auto const keep_all = [&](std::string_view part) {
        keep(bones(part));
        // Taa marbuta is silent, or a t before the next word: rokhsa, rokhsat.
        if (latin || !part.ends_with('H')) return;
        auto const stem = std::string(part.substr(0, part.size() - 1));
        keep(bones(stem));
        keep(bones(stem + "T"));
    };
    keep_all(sounds);
    // The article: lbni, elbni, albni; البناء.
    for (std::string_view const article : {"L", "iL", "aL"})
        if (std::string_view(sounds).starts_with(article) && (latin || article == "aL"))
            keep_all(std::string_view(sounds).substr(article.size()));
    // Who writes no 3 means the same word: aqd for 3a9d.
    if (!latin)
        for (auto const& each : std::vector<std::string>(out))
            if (each.find('E') != std::string::npos) {
                auto without = each;
                std::erase(without, 'E');
                keep(without);
            }
    return out;
}

std::string sound(std::string_view word) {
    auto out = sound_classes(word);
    for (char& each : out) {
        if (each == 'W') each = 'u';
        if (each == 'Y') each = 'i';
    }
    return out;
}

}  // namespace wasl::lexis
