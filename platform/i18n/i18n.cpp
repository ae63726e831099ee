// SPDX-License-Identifier: Apache-2.0
#include "platform/i18n/i18n.hpp"

#include "platform/i18n/pieces.hpp"

namespace wasl::i18n {

std::optional<Language> language_named(std::string_view name) {
    for (auto const language : languages)
        if (name_of(language) == name) return language;
    return std::nullopt;
}

std::string_view direction(Language language) { return language == Language::ar ? "rtl" : "ltr"; }

std::string_view own_name(Language language) {
    switch (language) {
        case Language::ar: return "العربية";
        case Language::fr: return "Français";
        case Language::en: return "English";
        case Language::zgh: return "ⵜⴰⵎⴰⵣⵉⵖⵜ";
    }
    return "";
}

static bool exists(Language language, Message const& message) {
    return !message.texts[static_cast<std::size_t>(language)].empty();
}

Language spoken(Language wanted, Message const& message) {
    if (exists(wanted, message)) return wanted;
    if (wanted == Language::en && exists(Language::fr, message)) return Language::fr;
    return Language::ar;
}

// CLDR's rules for integers; a test holds them against ICU's.
static PluralForm plural_in_arabic(std::uint64_t count) {
    auto const tail = count % 100;
    if (count == 0) return PluralForm::zero;
    if (count == 1) return PluralForm::one;
    if (count == 2) return PluralForm::two;
    if (tail < 3) return PluralForm::other;
    return tail <= 10 ? PluralForm::few : PluralForm::many;
}

PluralForm plural_form(Language language, std::int64_t count) {
    auto const bits = static_cast<std::uint64_t>(count);
    auto const size = count < 0 ? std::uint64_t{0} - bits : bits;
    switch (language) {
        case Language::ar: return plural_in_arabic(size);
        case Language::fr: return size < 2 ? PluralForm::one : PluralForm::other;
        case Language::en: return size == 1 ? PluralForm::one : PluralForm::other;
        case Language::zgh: return PluralForm::other;
    }
    return PluralForm::other;
}

static std::int64_t count_in(Values const& values) {
    for (auto const& value : values)
        if (auto const* const count = std::get_if<std::int64_t>(&value.what);
            count && value.name == "count")
            return *count;
    return 0;
}

std::string_view pattern(Language wanted, Said const& said) {
    if (!said) return {};
    auto const language = spoken(wanted, *said.message);
    auto const place = static_cast<std::size_t>(language);
    auto const* const forms = said.message->plurals[place];
    if (!forms) return said.message->texts[place];
    return (*forms)[static_cast<std::size_t>(plural_form(language, count_in(said.values)))];
}

namespace {
struct Write {
    Language language;
    std::string operator()(std::string const& text) const { return text; }
    std::string operator()(std::int64_t amount) const { return number(language, amount); }
    std::string operator()(Date day) const { return date(language, day); }
    std::string operator()(Instant when) const { return moment(language, when); }
    std::string operator()(Money amount) const { return money(language, amount); }
    std::string operator()(Message const* word) const {
        return word ? sentence(language, *word) : std::string{};
    }
};

bool script_may_differ(Language language, ValueOf const& what) {
    if (std::holds_alternative<std::string>(what)) return true;
    auto const* const word = std::get_if<Message const*>(&what);
    return word && *word && spoken(language, **word) != language;
}
}  // namespace

std::string value(Language language, ValueOf const& what) {
    return std::visit(Write{language}, what);
}

std::string sentence(Language wanted, Said const& said) {
    if (!said) return {};
    auto const language = spoken(wanted, *said.message);
    std::string out;
    for_each_piece(
        pattern(wanted, said), said.values, [&](std::string_view text) { out += text; },
        [&](Value const& given) {
            bool const foreign = script_may_differ(language, given.what);
            if (foreign) out += "\u2068";
            out += value(language, given.what);
            if (foreign) out += "\u2069";
        });
    return out;
}

}  // namespace wasl::i18n
