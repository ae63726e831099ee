// SPDX-License-Identifier: Apache-2.0
// Numbers, amounts, days and moments as each language writes them.
#include <cstdio>
#include <cstdlib>

#include "platform/clock/clock.hpp"
#include "platform/i18n/i18n.hpp"
#include "platform/i18n/tables.hpp"

namespace wasl::i18n {

using namespace std::chrono;

static std::string grouped(Names const& names, std::uint64_t amount) {
    auto const digits = std::to_string(amount);
    std::string out;
    for (std::size_t n = 0; n < digits.size(); ++n) {
        if (n > 0 && (digits.size() - n) % 3 == 0) out += names.group;
        out += digits[n];
    }
    return out;
}

static std::uint64_t magnitude(std::int64_t amount) {
    auto const bits = static_cast<std::uint64_t>(amount);
    return amount < 0 ? std::uint64_t{0} - bits : bits;
}

std::string number(Language language, std::int64_t amount) {
    auto const& names = names_in(language);
    auto const digits = grouped(names, magnitude(amount));
    return amount < 0 ? names.minus + digits : digits;
}

static std::string_view dirhams_in(Language language) {
    switch (language) {
        case Language::ar: return "درهم";
        case Language::fr: return "DH";
        case Language::en:
        case Language::zgh: return "MAD";
    }
    return "MAD";
}

std::string money(Language language, Money amount) {
    auto const& names = names_in(language);
    auto const centimes = magnitude(amount.in_centimes());
    auto const cents = std::to_string(centimes % 100);
    std::string out = amount.in_centimes() < 0 ? names.minus : "";
    out += grouped(names, centimes / 100);
    out += names.decimal;
    if (cents.size() == 1) out += '0';
    out += cents;
    out += "\u00a0";  // the currency never stands alone on a line
    return out += dirhams_in(language);
}

// "1er mars": French counts the first day in order and the others not.
static void append_day(std::string& out, Language language, unsigned of_month) {
    out += std::to_string(of_month);
    if (language == Language::fr && of_month == 1) out += "er";
    out += ' ';
}

std::string date(Language language, Date date) {
    year_month_day const parts{date};
    std::string out;
    append_day(out, language, static_cast<unsigned>(parts.day()));
    out += names_in(language).months[static_cast<unsigned>(parts.month()) - 1];
    out += ' ';
    return out += std::to_string(static_cast<int>(parts.year()));
}

std::string date_full(Language language, Date day) {
    std::string out = names_in(language).weekdays[weekday{day}.c_encoding()];
    out += ' ';
    return out += date(language, day);
}

static std::string_view before_the_hour(Language language) {
    switch (language) {
        case Language::ar: return "، ";
        case Language::fr: return " à ";
        case Language::en:
        case Language::zgh: return ", ";
    }
    return " ";
}

std::string moment(Language language, Instant moment) {
    auto const time = clock::time_in_morocco(moment);
    std::array<char, 16> clock_face{};
    std::snprintf(clock_face.data(), clock_face.size(), "%02d:%02d", time.hour, time.minute);
    std::string out = date(language, clock::day_in_morocco(moment));
    out += before_the_hour(language);
    return out += clock_face.data();
}

// Wholly in Arabic for a reader of Tamazight: no verified names of these months exist in it.
std::string hijri_date(Language language, Date day) {
    auto const parts = clock::hijri(day);
    std::string out;
    append_day(out, language, static_cast<unsigned>(parts.of_month));
    out += names_in(language).hijri_months[static_cast<std::size_t>(parts.month - 1)];
    out += ' ';
    return out += std::to_string(parts.year);
}

}  // namespace wasl::i18n
