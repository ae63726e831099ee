// SPDX-License-Identifier: Apache-2.0
#include "platform/i18n/tables.hpp"

#include <unicode/dcfmtsym.h>
#include <unicode/dtfmtsym.h>

#include "kernel/result.hpp"

namespace wasl::i18n {

namespace {

icu::Locale locale_of(Language language) {
    switch (language) {
        case Language::ar: return icu::Locale("ar_MA");
        case Language::fr: return icu::Locale("fr");  // groups by a space, not by a point
        case Language::en: return icu::Locale("en_GB");
        case Language::zgh: return icu::Locale("zgh_MA");
    }
    return icu::Locale("ar_MA");
}

std::string utf8(icu::UnicodeString const& text) {
    std::string out;
    return text.toUTF8String(out);
}

// `from` is an array of ICU's own, of exactly this type.
template<std::size_t N>
void copy(std::array<std::string, N>& names, icu::UnicodeString const* from,
          std::size_t first = 0) {
    for (std::size_t n = 0; n < N; ++n)
        names[n] =
            utf8(from[first + n]);  // NOLINT(bugprone-pointer-arithmetic-on-polymorphic-object)
}

Names ask_icu(Language language) {
    UErrorCode status = U_ZERO_ERROR;
    auto const locale = locale_of(language);
    Names names;
    std::int32_t count = 0;
    icu::DateFormatSymbols const civil(locale, status);
    copy(names.months,
         civil.getMonths(count, icu::DateFormatSymbols::FORMAT, icu::DateFormatSymbols::WIDE));
    // ICU counts the days of the week from 1.
    copy(names.weekdays,
         civil.getWeekdays(count, icu::DateFormatSymbols::STANDALONE, icu::DateFormatSymbols::WIDE),
         1);
    // ICU has no Hijri names in Tamazight; Arabic ones stand in, see hijri_date().
    auto const hijri_locale = language == Language::zgh ? icu::Locale("ar_MA") : locale;
    icu::DateFormatSymbols const hijri(hijri_locale, "islamic-umalqura", status);
    copy(names.hijri_months,
         hijri.getMonths(count, icu::DateFormatSymbols::FORMAT, icu::DateFormatSymbols::WIDE));
    icu::DecimalFormatSymbols const digits(locale, status);
    using Symbol = icu::DecimalFormatSymbols;
    names.group = utf8(digits.getSymbol(Symbol::kGroupingSeparatorSymbol));
    names.decimal = utf8(digits.getSymbol(Symbol::kDecimalSeparatorSymbol));
    names.minus = utf8(digits.getSymbol(Symbol::kMinusSignSymbol));
    check(U_SUCCESS(status) != 0, "ICU knows the languages of the house");
    return names;
}

}  // namespace

Names const& names_in(Language language) {
    static std::array<Names, language_count> const all{ask_icu(Language::ar), ask_icu(Language::fr),
                                                       ask_icu(Language::en),
                                                       ask_icu(Language::zgh)};
    return all[static_cast<std::size_t>(language)];
}

}  // namespace wasl::i18n
