// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <string>

#include "platform/files/portable.hpp"

namespace wasl::files {

namespace {

int hex(char sign) {
    if (sign >= '0' && sign <= '9') return sign - '0';
    if (sign >= 'A' && sign <= 'F') return sign - 'A' + 10;
    if (sign >= 'a' && sign <= 'f') return sign - 'a' + 10;
    return -1;
}

struct Name {
    std::string text;
    std::string_view after;
};

// The name after a '/', its #4A-like escapes undone.
Name name_at(std::string_view bytes) {
    Name name;
    std::size_t at = 0;
    for (; at < bytes.size() && name.text.size() < 24; ++at) {
        char const sign = bytes[at];
        if (sign == '#' && at + 2 < bytes.size() && hex(bytes[at + 1]) >= 0 &&
            hex(bytes[at + 2]) >= 0) {
            name.text += static_cast<char>(hex(bytes[at + 1]) * 16 + hex(bytes[at + 2]));
            at += 2;
        } else if ((sign >= 'A' && sign <= 'Z') || (sign >= 'a' && sign <= 'z')) {
            name.text += sign;
        } else {
            break;
        }
    }
    name.after = bytes.substr(at);
    return name;
}

std::string_view without_blanks(std::string_view bytes) {
    auto const from = bytes.find_first_not_of(std::string_view(" \t\r\n\f\0", 6));
    return from == std::string_view::npos ? std::string_view() : bytes.substr(from);
}

// "12 0 R": the digits of 12.
std::string_view reference(std::string_view value) {
    auto const digits = [](std::string_view text) {
        return text.substr(0, std::min<std::size_t>(text.find_first_not_of("0123456789"), 10));
    };
    auto const number = digits(value);
    auto rest = without_blanks(value.substr(number.size()));
    auto const generation = digits(rest);
    rest = without_blanks(rest.substr(generation.size()));
    return !generation.empty() && rest.starts_with('R') ? number : std::string_view();
}

// Short names stand in compressed pictures by chance: what follows them must make sense too.
bool holds_something(std::string_view value) {
    return value.starts_with("<<") || !reference(value).empty();
}

constexpr std::array<std::string_view, 15> acting{
    "JavaScript", "Launch",    "EmbeddedFile", "EmbeddedFiles", "FileAttachment",
    "RichMedia",  "XFA",       "SubmitForm",   "ImportData",    "GoToR",
    "GoToE",      "Rendition", "Movie",        "Sound",         "ResetForm"};

}  // namespace

bool is_action(std::string_view value) {
    value = without_blanks(value);
    if (value.starts_with('[') || value.starts_with('(') || value.starts_with("null")) return false;
    value = value.substr(0, value.find(">>"));
    for (auto at = value.find("/S"); at != std::string_view::npos; at = value.find("/S", at + 2)) {
        auto const name = name_at(value.substr(at + 1));
        if (name.text != "S") continue;
        auto const kind = without_blanks(name.after);
        return !kind.starts_with('/') || name_at(kind.substr(1)).text != "GoTo";
    }
    return true;
}

Names names_in(std::string_view bytes) {
    Names found;
    static constexpr std::string_view first_letters = "JLEFRXOASIGM#";
    for (auto at = bytes.find('/'); at != std::string_view::npos; at = bytes.find('/', at + 1)) {
        if (at + 1 >= bytes.size() || first_letters.find(bytes[at + 1]) == std::string_view::npos)
            continue;
        auto const name = name_at(bytes.substr(at + 1));
        auto const value = without_blanks(name.after);
        if (std::find(acting.begin(), acting.end(), name.text) != acting.end())
            found.acts = true;
        else if (name.text == "AA")
            found.acts = found.acts || holds_something(value);
        else if (name.text == "OpenAction" && !reference(value).empty())
            found.opened_by.push_back(reference(value));
        else if (name.text == "OpenAction")
            found.acts = found.acts || is_action(value);
        else if (name.text == "Encrypt")
            found.locked = true;
        else if (name.text == "ObjStm")
            found.packed = true;
    }
    return found;
}

}  // namespace wasl::files
