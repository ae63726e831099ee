// SPDX-License-Identifier: Apache-2.0
#include "modules/people/contact.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <utility>

#include "modules/people/messages.hpp"
#include "modules/people/refusals.hpp"

namespace wasl::people {
namespace {

icu::UnicodeString normal(std::string_view typed) {
    UErrorCode status = U_ZERO_ERROR;
    auto const* const nfc = icu::Normalizer2::getNFCInstance(status);
    auto text = nfc->normalize(
        icu::UnicodeString::fromUTF8({typed.data(), static_cast<std::int32_t>(typed.size())}),
        status);
    check(U_SUCCESS(status) != 0, "ICU normalises");
    return text;
}

std::string utf8(icu::UnicodeString const& text) {
    std::string out;
    text.toUTF8String(out);
    return out;
}

// Signs that nobody sees and that change what others read.
bool is_hidden(UChar32 sign) {
    return u_hasBinaryProperty(sign, UCHAR_BIDI_CONTROL) != 0 || sign == 0x200B || sign == 0x2060 ||
           sign == 0xFEFF || sign == 0xFFFD;
}

enum class Lines { one, many };

// Single spaces, ends trimmed; nothing where a sign may not stand in it.
std::optional<icu::UnicodeString> tidy(std::string_view typed, Lines lines) {
    auto const text = normal(typed);
    icu::UnicodeString out;
    for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
        auto const sign = text.char32At(at);
        if (sign == '\n' && lines == Lines::many) {
            out.append(sign);
        } else if (sign == '\r' && lines == Lines::many) {
            continue;
        } else if (u_isUWhiteSpace(sign) != 0 && sign != 0x2028 && sign != 0x2029 &&
                   (u_iscntrl(sign) == 0 || sign == '\t')) {
            if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') out.append(u' ');
        } else if (u_iscntrl(sign) != 0 || is_hidden(sign)) {
            return std::nullopt;
        } else {
            out.append(sign);
        }
    }
    return out.trim();
}

// Digits of every script to 0-9, the signs people group numbers with left out.
std::string squeezed(std::string_view typed) {
    std::string out;
    auto const text = normal(typed);
    for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
        auto const sign = text.char32At(at);
        auto const digit = u_charDigitValue(sign);
        if (digit >= 0)
            out += static_cast<char>('0' + digit);
        else if (u_isUWhiteSpace(sign) != 0 || is_hidden(sign) || sign == '-' || sign == '.' ||
                 sign == '/' || sign == '(' || sign == ')')
            continue;
        else if (sign < 128)
            out += static_cast<char>(u_toupper(sign));
        else
            out += '?';
    }
    return out;
}

bool digits_only(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string phone(std::string_view typed) {
    auto number = squeezed(typed);
    if (number.starts_with("00"))
        number.replace(0, 2, "+");
    else if (number.starts_with("0"))
        number.replace(0, 1, "+212");
    else if (number.starts_with("212") && number.size() == 12)
        number.insert(0, "+");
    if (number.starts_with("+2120")) number.erase(4, 1);
    if (!number.starts_with('+') || !digits_only(std::string_view(number).substr(1))) return {};
    if (number.starts_with("+212"))
        return number.size() == 13 && number[4] >= '5' && number[4] <= '8' ? number : "";
    return number.size() >= 9 && number.size() <= 16 ? number : "";
}

std::string email(std::string_view typed) {
    auto const text = tidy(typed, Lines::one);
    if (!text) return {};
    auto out = utf8(*text);
    for (char& sign : out) {
        auto const byte = static_cast<unsigned char>(sign);
        if (byte <= ' ' || byte >= 127 ||
            std::string_view("\"(),:;<>[\\]").find(sign) != std::string_view::npos)
            return {};
        if (sign >= 'A' && sign <= 'Z') sign = static_cast<char>(sign - 'A' + 'a');
    }
    auto const at = out.find('@');
    if (at == 0 || at == std::string::npos || at > 64 || out.size() > 254) return {};
    auto const domain = std::string_view(out).substr(at + 1);
    if (domain.find('@') != std::string_view::npos || domain.find('.') == std::string_view::npos ||
        domain.starts_with('.') || domain.ends_with('.') ||
        domain.find("..") != std::string_view::npos)
        return {};
    return out;
}

}  // namespace

Result<Contact> contact(std::string_view typed, std::string_view field) {
    if (tidy(typed, Lines::many).value_or(icu::UnicodeString("x")).isEmpty())
        return invalid(msg::refusal_contact_missing, field);
    if (typed.find('@') != std::string_view::npos) {
        auto text = email(typed);
        if (text.empty())
            return Refusal{Refused::invalid,
                           say(msg::refusal_email, {wasl::text("example", "name@example.ma")}),
                           {},
                           field};
        return Contact{Contact::Kind::email, std::move(text)};
    }
    auto text = phone(typed);
    if (text.empty()) return invalid(msg::refusal_phone, field);
    return Contact{Contact::Kind::phone, std::move(text)};
}

Result<std::string> title(std::string_view typed, std::string_view field) {
    auto const text = tidy(typed, Lines::one);
    if (!text) return invalid(msg::refusal_hidden_signs, field);
    if (text->isEmpty()) return invalid(msg::refusal_name_missing, field);
    if (text->countChar32() > static_cast<std::int32_t>(name_signs_max))
        return Refusal{Refused::invalid,
                       say(msg::refusal_name_long, {number("most", name_signs_max)}),
                       {},
                       field};
    for (std::int32_t at = 0; at < text->length(); at = text->moveIndex32(at, 1))
        if (u_isalpha(text->char32At(at)) != 0) return utf8(*text);
    return invalid(msg::refusal_name_missing, field);
}

Result<std::string> person_name(std::string_view typed, std::string_view field) {
    auto name = TRY(title(typed, field));
    auto const text = icu::UnicodeString::fromUTF8(name);
    for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
        auto const sign = text.char32At(at);
        if (u_isdigit(sign) != 0 || sign == '<' || sign == '>' || sign == ';')
            return Refusal{Refused::invalid,
                           say(msg::refusal_name_signs, {wasl::text("signs", "< > ;")}),
                           {},
                           field};
    }
    return name;
}

Result<std::string> plain_text(std::string_view typed, std::size_t signs_max,
                               std::string_view field) {
    auto const text = tidy(typed, Lines::many);
    if (!text) return invalid(msg::refusal_hidden_signs, field);
    if (text->countChar32() > static_cast<std::int32_t>(signs_max))
        return Refusal{
            Refused::invalid, say(msg::refusal_text_long, {number("most", signs_max)}), {}, field};
    return utf8(*text);
}

Result<std::string> id_document(std::string_view typed, std::string_view field) {
    auto const number = squeezed(typed);
    bool const plausible =
        number.size() >= 2 && number.size() <= 20 &&
        std::all_of(number.begin(), number.end(),
                    [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'); }) &&
        std::any_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!plausible)
        return Refusal{Refused::invalid,
                       say(msg::refusal_id_document, {wasl::text("example", "FA12345")}),
                       {},
                       field};
    return number;
}

std::string digits_of(std::string_view typed) {
    auto const number = id_document(typed);
    return number.refused() ? std::string() : number.value();
}

Result<std::string> new_password(std::string_view typed, std::string_view field) {
    auto const text = normal(typed);
    if (text.countChar32() < 10) return invalid(msg::refusal_password_short, field);
    if (text.countChar32() > 200) return invalid(msg::refusal_password_long, field);
    return utf8(text);
}

std::string normal_password(std::string_view typed) { return utf8(normal(typed)); }

std::string device_words(std::string_view user_agent) {
    using Pair = std::pair<std::string_view, std::string_view>;
    static constexpr std::array<Pair, 8> browsers{{{"SamsungBrowser", "Samsung Internet"},
                                                   {"Edg", "Edge"},
                                                   {"OPR/", "Opera"},
                                                   {"Firefox", "Firefox"},
                                                   {"FxiOS", "Firefox"},
                                                   {"Chrome", "Chrome"},
                                                   {"CriOS", "Chrome"},
                                                   {"Safari", "Safari"}}};
    static constexpr std::array<Pair, 7> systems{{{"Android", "Android"},
                                                  {"iPhone", "iPhone"},
                                                  {"iPad", "iPad"},
                                                  {"Windows", "Windows"},
                                                  {"Macintosh", "macOS"},
                                                  {"CrOS", "ChromeOS"},
                                                  {"Linux", "Linux"}}};
    auto const found = [&](auto const& known) -> std::string {
        for (auto const& [sign, word] : known)
            if (user_agent.find(sign) != std::string_view::npos) return std::string(word);
        return {};
    };
    auto const browser = found(browsers);
    auto const system = found(systems);
    if (browser.empty() || system.empty()) return browser + system;
    return browser + " · " + system;
}

}  // namespace wasl::people
