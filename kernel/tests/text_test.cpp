// SPDX-License-Identifier: Apache-2.0
#include "kernel/text/analyse.hpp"

#include <gtest/gtest.h>

#include <random>

#include "kernel/text/arabizi.hpp"
#include "kernel/text/fold.hpp"
#include "kernel/text/stem.hpp"
#include "kernel/text/stop_words.hpp"

namespace wasl::lexis {
namespace {

std::vector<std::string> terms(std::string_view text) {
    std::vector<std::string> out;
    for (auto const& token : analyse(text)) out.push_back(token.term);
    return out;
}

std::string first_term(std::string_view text) {
    auto const all = terms(text);
    return all.empty() ? std::string{} : all.front();
}

TEST(Folding, joins_what_people_write_differently) {
    EXPECT_EQ(folded("الأَحْيَاءُ"), folded("الاحيا"));
    EXPECT_EQ(folded("إدارة"), folded("اداره"));
    EXPECT_EQ(folded("سكنى"), folded("سكني"));
    EXPECT_EQ(folded("گلميم"), folded("كلميم"));
    EXPECT_EQ(folded("أݣادير").size(), folded("اݣادير").size());
    EXPECT_EQ(folded("وثيـــقة"), folded("وثيقة"));
    EXPECT_EQ(folded("\u200Fرخصة\u2069"), folded("رخصة"));
    EXPECT_EQ(folded("٢٠٢٦"), "2026");
    EXPECT_EQ(folded("ﻻ"), folded("لا"));
    EXPECT_EQ(folded("Décès"), "deces");
    EXPECT_EQ(folded("STRASSE"), folded("straße"));
}

TEST(Stemming, brings_the_forms_of_a_word_together) {
    std::vector<std::vector<std::string_view>> const families{
        {"شهادة", "الشهادات", "شهادات", "والشهادة", "بالشهادة"},
        {"رخصة", "الرخصة", "رخص", "للرخص"},
        {"جماعة", "الجماعات", "جماعي", "الجماعية"},
        {"السكنى", "سكني", "السكن", "السكنية"},
        {"معاش", "المعاشات"},
        {"تجاري", "التجارية"},
        {"autorisation", "autorisations"},
        {"construire", "construirait"},
    };
    for (auto const& family : families)
        for (auto const& form : family)
            EXPECT_EQ(first_term(form), first_term(family.front())) << form;
    EXPECT_NE(first_term("جواز"), first_term("جوار"));
    EXPECT_EQ(arabic_stem("بين"), "بين");
}

TEST(Stemming, keeps_a_first_letter_that_may_be_a_word_beside_the_word) {
    auto const tokens = analyse("بجماعة");
    ASSERT_EQ(tokens.size(), 1U);
    EXPECT_EQ(tokens[0].also, first_term("جماعة"));
    EXPECT_EQ(first_term("بلدية"), first_term("البلدية"));
}

TEST(Analysing, gives_the_slice_of_the_original_and_its_place) {
    std::string_view const text = "طلب «رخصة البِناء» في بركان, l'État 2.15.402";
    auto const tokens = analyse(text);
    std::vector<std::string> originals;
    std::vector<std::size_t> places;
    for (auto const& token : tokens) {
        originals.emplace_back(token.original);
        places.push_back(token.position);
        EXPECT_GE(token.original.data(), text.data());
        EXPECT_LE(token.original.data() + token.original.size(), text.data() + text.size());
    }
    EXPECT_EQ(originals, (std::vector<std::string>{"طلب", "رخصة", "البِناء", "بركان", "État", "2",
                                                   "15", "402"}));
    EXPECT_EQ(places, (std::vector<std::size_t>{0, 1, 2, 4, 6, 7, 8, 9}));
}

TEST(Analysing, leaves_out_words_that_say_nothing) {
    EXPECT_TRUE(analyse("في من إلى على هذا التي").empty());
    EXPECT_TRUE(analyse("dans le la les de du pour").empty());
    EXPECT_TRUE(is_stop_word("dyal"));
    EXPECT_FALSE(is_stop_word(folded("بناء")));
}

// What is true of any text: folding twice is folding once, folded text has the same terms, and
// slices stay inside.
void expect_laws(std::string_view text) {
    auto const once = folded(text);
    ASSERT_EQ(folded(once), once);
    for (auto const& token : analyse(text)) {
        ASSERT_GE(token.original.data(), text.data());
        ASSERT_LE(token.original.data() + token.original.size(), text.data() + text.size());
        ASSERT_FALSE(token.word.empty());
        ASSERT_EQ(folded(token.word), token.word);
        for (auto const& skeleton : skeletons(token.word)) ASSERT_GE(skeleton.size(), 2U);
        if (token.arabic) ASSERT_EQ(arabic_stem(arabic_stem(token.word)).empty(), false);
    }
}

TEST(Analysing, holds_for_every_code_point) {
    for (char32_t point = 0; point < 0x20000; ++point) {
        std::string text = "ا";
        append_utf8(text, point);
        text += "a";
        auto const once = folded(text);
        ASSERT_EQ(folded(once), once) << "U+" << std::hex << static_cast<unsigned>(point);
    }
}

TEST(Analysing, never_stumbles_over_broken_bytes) {
    std::mt19937 random(1959);
    for (int round = 0; round < 2000; ++round) {
        std::string text;
        auto const length = random() % 64;
        for (unsigned i = 0; i < length; ++i) text += static_cast<char>(random() % 256);
        expect_laws(text);
    }
    std::string_view const broken = "رخصة\xD8 \xFF\xC0\x80 \xED\xA0\x80 بناء \xF4\x90\x80\x80";
    EXPECT_EQ(terms(broken), terms("رخصة بناء"));
}

TEST(Analysing, takes_long_texts_and_long_words) {
    std::mt19937 random(43);
    std::string text;
    for (int i = 0; i < 10'000; ++i)
        append_utf8(text, i % 7 ? U'ا' + static_cast<char32_t>(random() % 36) : U' ');
    expect_laws(text);
    std::string endless;
    for (int i = 0; i < 10'000; ++i) endless += "ات";
    auto const tokens = analyse(endless);
    ASSERT_EQ(tokens.size(), 1U);
    EXPECT_LE(tokens[0].word.size(), 130U);
    EXPECT_EQ(tokens[0].original.size(), endless.size());
}

bool meet(std::string_view latin, std::string_view arabic) {
    auto const arabic_word = analyse(arabic).front().word;
    for (auto const& mine : skeletons(folded(latin)))
        for (auto const& theirs : skeletons(arabic_word))
            if (mine == theirs) return true;
    return false;
}

TEST(Arabizi, meets_the_arabic_word) {
    std::vector<std::pair<std::string_view, std::string_view>> const pairs{
        {"chahadat", "شهادة"},   {"chahada", "شهادة"},   {"shahada", "الشهادة"},
        {"sokna", "السكنى"},     {"3a9d", "عقد"},        {"aqd", "عقد"},
        {"izdiyad", "الازدياد"}, {"rokhsat", "رخصة"},    {"rokhsa", "رخصة"},
        {"lbni", "البناء"},      {"zwaj", "زواج"},       {"lwatania", "الوطنية"},
        {"ta3rif", "التعريف"},   {"sijil", "السجل"},     {"tijari", "التجاري"},
        {"7ala", "حالة"},        {"madania", "المدنية"}, {"wilaya", "ولاية"},
        {"jama3a", "جماعة"},     {"khedma", "خدمة"},
    };
    for (auto const& [latin, arabic] : pairs) EXPECT_TRUE(meet(latin, arabic)) << latin;
    EXPECT_FALSE(meet("rokhsa", "شهادة"));
    EXPECT_FALSE(meet("zwaj", "طلاق"));
    EXPECT_TRUE(has_letter_digits("3a9d"));
    EXPECT_FALSE(has_letter_digits("2026"));
    EXPECT_FALSE(has_letter_digits("carte"));
}

TEST(Synonyms, are_one_concept_in_both_languages) {
    auto const synonyms = Synonyms::built_in();
    auto const concepts = [&](std::string_view text) {
        std::vector<std::string> out;
        for (auto const& match : synonyms.matches(analyse(text))) out.push_back(match.concept_term);
        return out;
    };
    auto const permit = concepts("رخصة البناء");
    ASSERT_FALSE(permit.empty());
    auto const french = concepts("demande de permis de construire");
    EXPECT_NE(std::find(french.begin(), french.end(), permit.front()), french.end());
    EXPECT_EQ(concepts("القرية"), concepts("القروي"));
    EXPECT_TRUE(concepts("كلمة غريبة").empty());
    EXPECT_FALSE(concepts("la carte").empty());
}

}  // namespace
}  // namespace wasl::lexis
