// SPDX-License-Identifier: Apache-2.0
// Addresses: made of literals and encoded parts, or checked.
#include <algorithm>

#include "platform/html/html.hpp"

namespace wasl::html {

static bool is_unreserved(unsigned char sign) {
    return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z') ||
           (sign >= '0' && sign <= '9') || sign == '-' || sign == '.' || sign == '_' || sign == '~';
}

void append_encoded(std::string& out, std::string_view part) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    for (char const sign : part) {
        auto const byte = static_cast<unsigned char>(sign);
        if (is_unreserved(byte)) {
            out += sign;
        } else {
            out += '%';
            out += digits[byte >> 4U];
            out += digits[byte & 15U];
        }
    }
}

Url with(Url const& url, std::string_view name, std::string_view value) {
    std::string text = url.text();
    auto const hash = text.find('#');
    std::string const fragment = hash == text.npos ? "" : text.substr(hash);
    text.resize(text.size() - fragment.size());
    text += text.find('?') == text.npos ? '?' : '&';
    append_encoded(text, name);
    text += '=';
    append_encoded(text, value);
    return UrlMaker::local(text + fragment, url.takes_language());
}

Url bare(Path path) { return UrlMaker::local(std::string(path.text), false); }

static bool is_plain(std::string_view address) {
    return std::none_of(address.begin(), address.end(), [](char sign) {
        auto const byte = static_cast<unsigned char>(sign);
        return byte <= ' ' || byte == 0x7F || sign == '\\';
    });
}

static bool has_language(std::string_view path) {
    auto const first = path.substr(1, path.find_first_of("/?#", 1) - 1);
    return i18n::language_named(first).has_value();
}

Url same_site(std::string_view path) {
    bool const ours =
        path.starts_with('/') && !path.starts_with("//") && is_plain(path) && path.size() < 2048;
    if (!ours) return UrlMaker::local("/", true);
    return UrlMaker::local(std::string(path), !has_language(path));
}

static bool starts_with_scheme(std::string_view address, std::string_view scheme) {
    return address.size() > scheme.size() &&
           std::equal(scheme.begin(), scheme.end(), address.begin(), [](char wanted, char sign) {
               return wanted == (sign >= 'A' && sign <= 'Z' ? static_cast<char>(sign + 32) : sign);
           });
}

Url outside(std::string_view address) {
    for (auto const* const scheme : {"https://", "http://", "mailto:", "tel:"})
        if (starts_with_scheme(address, scheme) && is_plain(address))
            return UrlMaker::local(std::string(address), false);
    return UrlMaker::local("#", false);
}

}  // namespace wasl::html
