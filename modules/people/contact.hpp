// SPDX-License-Identifier: Apache-2.0
// Names, addresses and numbers as people type them, made comparable. Lenient where practice
// varies; what is refused is refused with a sentence that says what to change.
#pragma once

#include <string>
#include <string_view>

#include "kernel/result.hpp"

namespace wasl::people {

inline constexpr std::size_t name_signs_max = 200;

struct Contact {
    enum class Kind { email, phone } kind = Kind::email;
    std::string text;  // "fatima@example.ma", "+212661234567"
};

// `field` is the form field that a refusal belongs to.
Result<Contact> contact(std::string_view typed, std::string_view field = "contact");

// NFC, single spaces. Refused: empty, over 200 signs, without a letter, control characters and the
// invisible ones that turn the direction of writing.
Result<std::string> title(std::string_view typed, std::string_view field);

// The same, and no digits nor signs of markup: no register of persons has them.
Result<std::string> person_name(std::string_view typed, std::string_view field = "name");

// Any other short text a person writes; the same signs are refused, empty is allowed.
Result<std::string> plain_text(std::string_view typed, std::size_t signs_max,
                               std::string_view field);

// Upper case without spaces. The form of the CNIE's number is no law: letters then digits is what
// practice shows (law.md 5), and other papers are letters and digits; never judged by length alone.
Result<std::string> id_document(std::string_view typed, std::string_view field = "id_document");
// Of a code as people copy them, in any script; empty where it is none.
std::string digits_of(std::string_view typed);

// At least ten signs, at most 200; no rule about kinds of signs.
Result<std::string> new_password(std::string_view typed, std::string_view field = "password");

// As it is compared: the same letters typed on two keyboards are the same password.
std::string normal_password(std::string_view typed);

// "Firefox · Android": for a person to recognise an own device by, not to track it.
std::string device_words(std::string_view user_agent);

}  // namespace wasl::people
