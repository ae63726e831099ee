// SPDX-License-Identifier: Apache-2.0
// Which words of a line are marked as those by which it was found.
#include <gtest/gtest.h>

#include "modules/procedures/views.hpp"

namespace wasl::procedures {
namespace {

struct MarkedCase {
    Language language;
    std::string_view title;
    std::vector<std::string_view> words;
    std::string_view marked;  // within the line's link
};

TEST(Marks, are_around_whole_words_whatever_sign_ends_them) {
    MarkedCase const cases[] = {
        {Language::ar, "رخصة البناء", {"رخصة"}, "<mark>رخصة</mark> البناء"},
        {Language::ar, "طلب رخصة", {"رخصة"}, "طلب <mark>رخصة</mark>"},
        {Language::ar, "رخصة", {"رخصة"}, "<mark>رخصة</mark>"},
        // A part of a word, and nothing, are not marked.
        {Language::ar, "رخصتان ورخصة", {"رخصة"}, "رخصتان ورخصة"},
        {Language::ar, "", {"رخصة"}, ""},
        // Arabic signs, of which each begins with the byte of many letters.
        {Language::ar,
         "رخصة، بناء؛ رخصة؟",
         {"رخصة", "بناء"},
         "<mark>رخصة</mark>، <mark>بناء</mark>؛ <mark>رخصة</mark>؟"},
        {Language::ar,
         "«رخصة» (بناء) رخصة:بناء",
         {"رخصة"},
         "«<mark>رخصة</mark>» (بناء) <mark>رخصة</mark>:بناء"},
        {Language::ar, "رخصة–بناء “رخصة”", {"رخصة"}, "<mark>رخصة</mark>–بناء “<mark>رخصة</mark>”"},
        // Harakat and tatweel are a part of the word in which they stand.
        {Language::ar, "رُخْصَة رخـصة", {"رُخْصَة", "رخـصة"}, "<mark>رُخْصَة</mark> <mark>رخـصة</mark>"},
        {Language::fr,
         "Permis d'habiter, d’été\u00A0: permis",
         {"habiter", "été", "permis"},
         "Permis d&#39;<mark>habiter</mark>, d’<mark>été</mark>\u00A0: <mark>permis</mark>"},
        {Language::fr, "« permis »", {"permis"}, "« <mark>permis</mark> »"},
    };
    for (auto const& one : cases) {
        Entry entry;
        entry.code = "x";
        (one.language == Language::ar ? entry.title.ar : entry.title.fr) = one.title;
        Item item;
        item.sheet = &entry;
        item.reasons = {{"", search::How::same, 0, one.words}};
        html::Html h(one.language);
        views::show_item(h, item);
        auto const line = h.take();
        auto const from = line.find("\">", line.find("<a ")) + 2;
        EXPECT_EQ(line.substr(from, line.find("</a>") - from), one.marked) << one.title;
    }
}

}  // namespace
}  // namespace wasl::procedures
