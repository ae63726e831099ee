// SPDX-License-Identifier: Apache-2.0
// From messages and values to sentences (ICU: plural forms, numbers, dates of ar-MA). Month names
// are Morocco's, digits Western. Fallback: zgh and en to Arabic or French, see spoken().
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "kernel/message.hpp"

namespace wasl::i18n {

std::optional<Language> language_named(std::string_view);  // "ar", "fr", "en", "zgh"
std::string_view direction(Language);                      // "rtl", "ltr"
std::string_view own_name(Language);                       // "العربية", "Français" ...

// The language in which a message exists for a reader of `wanted`: that one, else Arabic for zgh
// and French for en, else Arabic. A page marks what differs with lang and dir.
Language spoken(Language wanted, Message const&);

// Plain text (mail, PDF, CSV). Values whose script may differ stand between U+2068 and U+2069.
std::string sentence(Language, Said const&);

// The pattern with its plural form chosen, braces still in it; for writers that escape by part.
std::string_view pattern(Language, Said const&);

PluralForm plural_form(Language, std::int64_t count);
std::string number(Language, std::int64_t);
std::string date(Language, Date);        // "2 مارس 2026", "2 mars 2026"
std::string date_full(Language, Date);   // with the weekday
std::string moment(Language, Instant);   // day and hour in Morocco
std::string hijri_date(Language, Date);  // "13 رمضان 1447"
std::string money(Language, Money);      // "1.250,00 درهم", "1 250,00 DH"
std::string value(Language, ValueOf const&);

}  // namespace wasl::i18n
