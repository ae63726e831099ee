// SPDX-License-Identifier: Apache-2.0
// The words of the house are those of Moroccan law: what another country would say, or what only
// somebody with a mouse would understand, is not in any catalogue.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace wasl::i18n {
namespace {

struct Instead {
    std::string_view said;
    std::string_view of;
};
// Word by word; "إيصال" does not forbid "الإيصال" in another word, for each stands as listed.
constexpr std::array arabic{
    Instead{"وصل", "إيصال"},        Instead{"وصل", "الإيصال"},      Instead{"مرتفق", "مستخدم"},
    Instead{"مرتفق", "المستخدم"},   Instead{"مرتفق", "زبون"},       Instead{"مرتفق", "العميل"},
    Instead{"يوليوز", "يوليو"},     Instead{"غشت", "أغسطس"},        Instead{"شتنبر", "سبتمبر"},
    Instead{"نونبر", "نوفمبر"},     Instead{"دجنبر", "ديسمبر"},     Instead{"ماي", "مايو"},
    Instead{"جماعة", "بلدية"},      Instead{"جماعة", "البلدية"},    Instead{"إقليم", "محافظة"},
    Instead{"أجل", "مهلة"},         Instead{"وصف الفعل", "انقر"},   Instead{"وصف الفعل", "اضغط"},
    Instead{"وصف الفعل", "انقروا"}, Instead{"وصف الفعل", "اضغطوا"}, Instead{"شكاية", "شكوى"},
    Instead{"شكاية", "الشكوى"},
};
constexpr std::array french{
    Instead{"courriel", "email"},     Instead{"courriel", "e-mail"},
    Instead{"usager", "utilisateur"}, Instead{"le verbe seul", "cliquez"},
    Instead{"récépissé", "reçu n°"},
};

std::vector<std::filesystem::path> catalogues(std::string_view name) {
    std::vector<std::filesystem::path> found;
    for (auto const* const row : {"platform", "modules"})
        for (auto const& file : std::filesystem::recursive_directory_iterator(row))
            if (file.path().filename() == name &&
                file.path().parent_path().filename() == "messages")
                found.push_back(file.path());
    return found;
}

std::string text_of(std::filesystem::path const& file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
}

// Letters of both scripts, accents and marks included, have their high bit set or are a to z.
bool is_letter(char sign) {
    return static_cast<unsigned char>(sign) >= 0x80 || (sign >= 'a' && sign <= 'z') ||
           (sign >= 'A' && sign <= 'Z') || sign == '.' || sign == '-';
}

// The Arabic comma and question mark end a word as a space does.
std::string without_arabic_marks(std::string text) {
    for (std::string_view const mark : {"،", "؟", "؛", "«", "»"})
        for (auto at = text.find(mark); at != text.npos; at = text.find(mark, at))
            text.replace(at, mark.size(), " ");
    return text;
}

bool has_word(std::string const& text, std::string_view word) {
    for (auto at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
        bool const begins = at == 0 || !is_letter(text[at - 1]);
        auto const end = at + word.size();
        if (begins && (end == text.size() || !is_letter(text[end]))) return true;
    }
    return false;
}

// Keys are English and may say "email"; only what a person reads is held to the glossary.
std::string sentences_of(std::filesystem::path const& file) {
    std::ifstream in(file);
    std::string out;
    bool translation = false;
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with("msgid")) translation = false;
        if (line.starts_with("msgstr")) translation = true;
        if (translation) out += line + "\n";
    }
    return without_arabic_marks(std::move(out));
}

template<typename Words>
void hold_to(std::string_view catalogue, Words const& words) {
    auto const files = catalogues(catalogue);
    EXPECT_FALSE(files.empty());
    for (auto const& file : files) {
        auto const text = sentences_of(file);
        for (auto const& [said, of] : words)
            EXPECT_FALSE(has_word(text, of)) << file << " says " << of << " where we say " << said;
    }
}

TEST(Glossary, is_followed_by_every_arabic_catalogue) { hold_to("ar.po", arabic); }
TEST(Glossary, is_followed_by_every_french_catalogue) { hold_to("fr.po", french); }

TEST(Glossary, finds_a_word_and_not_its_neighbour) {
    EXPECT_TRUE(has_word("\"في يوليو 2026\"", "يوليو"));
    EXPECT_FALSE(has_word("\"في يوليوز 2026\"", "يوليو"));
    EXPECT_TRUE(has_word(without_arabic_marks("سلم إيصال، ثم"), "إيصال"));
    EXPECT_FALSE(has_word("address.email", "email"));
}

TEST(Glossary, writes_western_digits_only) {
    for (auto const& file : catalogues("ar.po"))
        for (std::string_view const digit : {"٠", "١", "٢", "٣", "٤", "٥", "٦", "٧", "٨", "٩"})
            EXPECT_EQ(text_of(file).find(digit), std::string::npos) << file << ' ' << digit;
}

}  // namespace
}  // namespace wasl::i18n
