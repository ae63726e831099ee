// SPDX-License-Identifier: Apache-2.0
#include "platform/i18n/i18n.hpp"

#include <gtest/gtest.h>
#include <unicode/plurrule.h>

namespace wasl::i18n {
namespace {

constexpr PluralForms days_ar{"اليوم هو آخر يوم",  "بقي يوم واحد",     "بقي يومان",
                              "بقيت {count} أيام", "بقي {count} يوما", "بقي {count} يوم"};
constexpr PluralForms days_fr{"", "reste {count} jour",    "",
                              "", "restent {count} jours", "restent {count} jours"};
Message const days_left{
    "test.days_left", {days_ar[5], days_fr[5], "", ""}, {&days_ar, &days_fr, nullptr, nullptr}};
Message const only_arabic{"test.only", {"الملف {number} لفائدة {name}", "", "", ""}, {}};
Message const received{
    "test.received", {"توصلت به {office} يوم {day}", "Reçu le {day} par {office}", "", ""}, {}};

std::string left(Language language, int days) {
    return sentence(language, say(days_left, {wasl::number("count", days)}));
}

TEST(I18n, counts_days_as_arabic_does) {
    EXPECT_EQ(left(Language::ar, 0), "اليوم هو آخر يوم");
    EXPECT_EQ(left(Language::ar, 1), "بقي يوم واحد");
    EXPECT_EQ(left(Language::ar, 2), "بقي يومان");
    EXPECT_EQ(left(Language::ar, 3), "بقيت 3 أيام");
    EXPECT_EQ(left(Language::ar, 10), "بقيت 10 أيام");
    EXPECT_EQ(left(Language::ar, 11), "بقي 11 يوما");
    EXPECT_EQ(left(Language::ar, 60), "بقي 60 يوما");
    EXPECT_EQ(left(Language::ar, 100), "بقي 100 يوم");
    EXPECT_EQ(left(Language::ar, 103), "بقيت 103 أيام");
    EXPECT_EQ(left(Language::ar, 1000), "بقي 1.000 يوم");
}

TEST(I18n, counts_days_as_french_does) {
    EXPECT_EQ(left(Language::fr, 0), "reste 0 jour");
    EXPECT_EQ(left(Language::fr, 1), "reste 1 jour");
    EXPECT_EQ(left(Language::fr, 2), "restent 2 jours");
}

TEST(I18n, chooses_the_plural_forms_that_icu_chooses) {
    constexpr std::array<char const*, 6> keywords{"zero", "one", "two", "few", "many", "other"};
    constexpr std::array<char const*, 3> locales{"ar", "fr", "en"};
    for (std::size_t n = 0; n < locales.size(); ++n) {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<icu::PluralRules> const rules(
            icu::PluralRules::forLocale(icu::Locale(locales[n]), status));
        for (std::int32_t count = 0; count < 1300; ++count) {
            std::string wanted;
            rules->select(count).toUTF8String(wanted);
            auto const form = static_cast<std::size_t>(plural_form(languages[n], count));
            EXPECT_EQ(keywords[form], wanted) << locales[n] << ' ' << count;
        }
    }
}

TEST(I18n, names_months_as_morocco_does) {
    constexpr std::array<char const*, 12> months{"يناير", "فبراير", "مارس",   "أبريل",
                                                 "ماي",   "يونيو",  "يوليوز", "غشت",
                                                 "شتنبر", "أكتوبر", "نونبر",  "دجنبر"};
    for (unsigned n = 0; n < 12; ++n)
        EXPECT_EQ(date(Language::ar, day(2026, n + 1, 2)), "2 " + std::string(months[n]) + " 2026");
    EXPECT_EQ(date(Language::fr, day(2026, 8, 1)), "1er août 2026");
    EXPECT_EQ(date(Language::fr, day(2026, 3, 2)), "2 mars 2026");
    EXPECT_EQ(date(Language::en, day(2026, 3, 2)), "2 March 2026");
    EXPECT_EQ(date(Language::zgh, day(2026, 1, 9)), "9 ⵉⵏⵏⴰⵢⵔ 2026");
}

TEST(I18n, writes_days_moments_and_hijri_days) {
    EXPECT_EQ(date_full(Language::ar, day(2026, 3, 2)), "الاثنين 2 مارس 2026");
    EXPECT_EQ(date_full(Language::fr, day(2026, 3, 1)), "dimanche 1er mars 2026");
    Instant const noon = Instant{day(2026, 6, 1).time_since_epoch()} + std::chrono::hours(12);
    EXPECT_EQ(moment(Language::ar, noon), "1 يونيو 2026، 13:00");
    EXPECT_EQ(moment(Language::fr, noon), "1er juin 2026 à 13:00");
    EXPECT_EQ(hijri_date(Language::ar, day(2026, 2, 18)), "1 رمضان 1447");
    EXPECT_EQ(hijri_date(Language::fr, day(2026, 2, 19)), "2 ramadan 1447");
    EXPECT_EQ(hijri_date(Language::zgh, day(2026, 2, 18)), "1 رمضان 1447");
}

TEST(I18n, writes_amounts_exactly_with_western_digits) {
    EXPECT_EQ(number(Language::ar, 1234567), "1.234.567");
    EXPECT_EQ(number(Language::en, -1234), "-1,234");
    EXPECT_EQ(number(Language::ar, 999), "999");
    EXPECT_EQ(money(Language::ar, Money::dirhams(1250)), "1.250,00\u00a0درهم");
    EXPECT_EQ(money(Language::fr, Money::dirhams(1250)), "1\u202f250,00\u00a0DH");
    EXPECT_EQ(money(Language::ar, Money::centimes(5)), "0,05\u00a0درهم");
    EXPECT_EQ(money(Language::en, Money::centimes(-123456)), "-1,234.56\u00a0MAD");
    for (auto const language : languages) {
        EXPECT_NE(number(language, 42), "");
        EXPECT_EQ(number(language, 42), "42");
    }
    auto const lowest = number(Language::en, std::numeric_limits<std::int64_t>::min());
    EXPECT_EQ(lowest, "-9,223,372,036,854,775,808");
}

TEST(I18n, isolates_text_whose_script_may_differ_and_nothing_else) {
    auto const said =
        say(received, {{"day", day(2026, 3, 2)}, text("office", "Commune de Berkane")});
    EXPECT_EQ(sentence(Language::ar, said),
              "توصلت به \u2068Commune de Berkane\u2069 يوم 2 مارس 2026");
    EXPECT_EQ(sentence(Language::fr, said),
              "Reçu le 2 mars 2026 par \u2068Commune de Berkane\u2069");
}

TEST(I18n, falls_back_to_a_language_that_has_the_message) {
    EXPECT_EQ(spoken(Language::zgh, received), Language::ar);
    EXPECT_EQ(spoken(Language::en, received), Language::fr);
    EXPECT_EQ(spoken(Language::fr, only_arabic), Language::ar);
    EXPECT_EQ(sentence(Language::en, say(received, {{"day", day(2026, 3, 2)}})),
              "Reçu le 2 mars 2026 par {office}");
}

TEST(I18n, says_a_message_inside_a_message_in_the_same_language) {
    Message const office{"test.office", {"الجماعة", "la commune", "", ""}, {}};
    auto const said = say(received, {{"day", day(2026, 3, 2)}, word("office", office)});
    EXPECT_EQ(sentence(Language::fr, said), "Reçu le 2 mars 2026 par la commune");
    EXPECT_EQ(sentence(Language::zgh, said), "توصلت به الجماعة يوم 2 مارس 2026");
}

TEST(I18n, knows_its_languages_by_name_and_direction) {
    EXPECT_EQ(language_named("zgh"), Language::zgh);
    EXPECT_EQ(language_named("de"), std::nullopt);
    EXPECT_EQ(language_named(""), std::nullopt);
    EXPECT_EQ(direction(Language::ar), "rtl");
    EXPECT_EQ(direction(Language::zgh), "ltr");
}

}  // namespace
}  // namespace wasl::i18n
