// SPDX-License-Identifier: Apache-2.0
// What the house may say to a person. A message is written once per language in a module's
// messages/*.po; tools/messages makes one constant of each, so a key that does not exist does not
// compile. Pure data: platform/i18n turns it into a sentence.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "kernel/date.hpp"
#include "kernel/money.hpp"

namespace wasl {

// Arabic is the source: every message exists in it.
enum class Language : std::uint8_t { ar, fr, en, zgh };
inline constexpr std::size_t language_count = 4;
inline constexpr std::array<Language, language_count> languages{Language::ar, Language::fr,
                                                                Language::en, Language::zgh};

constexpr std::string_view name_of(Language language) {
    switch (language) {
        case Language::ar: return "ar";
        case Language::fr: return "fr";
        case Language::en: return "en";
        case Language::zgh: return "zgh";
    }
    return "ar";
}

// The shapes of a counted noun, in CLDR's order. A message that counts nothing has `other` alone.
enum class PluralForm : std::uint8_t { zero, one, two, few, many, other };
using PluralForms = std::array<std::string_view, 6>;

struct Message {
    std::string_view key;                                      // "dossiers.receipt.title"
    std::array<std::string_view, language_count> texts;        // empty where untranslated
    std::array<PluralForms const*, language_count> plurals{};  // null where it counts nothing
};

// A value that stands in a message under a name: "{day}". How it is written (digits, month names,
// isolation of foreign text) depends on the language, so it stays a value until it is shown.
// A Message inside a message is said in the same language.
using ValueOf = std::variant<std::string, std::int64_t, Date, Instant, Money, Message const*>;
struct Value {
    std::string_view name;
    ValueOf what;
};
using Values = std::vector<Value>;

// Convenience for integers of every width, which std::variant finds ambiguous.
template<typename Integer>
    requires std::is_integral_v<Integer>
Value number(std::string_view name, Integer what) {
    return {name, static_cast<std::int64_t>(what)};
}
inline Value text(std::string_view name, std::string_view what) {
    return {name, std::string(what)};
}
inline Value word(std::string_view name, Message const& what) { return {name, &what}; }

// A message with its values: what to say, in no language yet. The value named "count" chooses the
// plural form.
struct Said {
    Message const* message = nullptr;
    Values values;

    Said() = default;
    Said(Message const& what) : message(&what) {}
    Said(Message const& what, Values with) : message(&what), values(std::move(with)) {}
    explicit operator bool() const { return message != nullptr; }
};

inline Said say(Message const& what) { return {what}; }
inline Said say(Message const& what, Values with) { return {what, std::move(with)}; }

}  // namespace wasl
