// SPDX-License-Identifier: Apache-2.0
#include "platform/http/text.hpp"

#include <time.h>

namespace wasl::http {
namespace {

int digit_of(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

// Length of the well-formed sequence that starts here (Unicode table 3-7); 0 where there is none.
std::size_t sequence_at(std::string_view text) {
    auto const at = [&](std::size_t n) -> unsigned {
        return n < text.size() ? static_cast<unsigned char>(text[n]) : 0U;
    };
    auto const follows = [&](std::size_t n) { return (at(n) & 0xC0U) == 0x80U; };
    unsigned const first = at(0);
    if (first < 0x80) return first == 0 ? 0 : 1;
    if (first >= 0xC2 && first <= 0xDF) return follows(1) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF) {
        if (!follows(1) || !follows(2)) return 0;
        if (first == 0xE0 && at(1) < 0xA0) return 0;
        if (first == 0xED && at(1) > 0x9F) return 0;
        return 3;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        if (!follows(1) || !follows(2) || !follows(3)) return 0;
        if (first == 0xF0 && at(1) < 0x90) return 0;
        if (first == 0xF4 && at(1) > 0x8F) return 0;
        return 4;
    }
    return 0;
}

// A % that encodes nothing stays a %, as browsers leave it in what a person types in the address.
std::string form_decoded(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t n = 0; n < text.size(); ++n) {
        if (text[n] == '+') {
            out += ' ';
        } else if (text[n] == '%' && n + 2 < text.size() && digit_of(text[n + 1]) >= 0 &&
                   digit_of(text[n + 2]) >= 0) {
            out += static_cast<char>(digit_of(text[n + 1]) * 16 + digit_of(text[n + 2]));
            n += 2;
        } else {
            out += text[n];
        }
    }
    return out;
}

}  // namespace

bool valid_utf8(std::string_view text) {
    while (!text.empty()) {
        auto const size = sequence_at(text);
        if (size == 0) return false;
        text.remove_prefix(size);
    }
    return true;
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool same_word(std::string_view one, std::string_view other) {
    return one.size() == other.size() &&
           std::equal(one.begin(), one.end(), other.begin(),
                      [](char a, char b) { return lower(a) == lower(b); });
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

std::vector<std::string_view> split(std::string_view list, char separator) {
    std::vector<std::string_view> parts;
    while (true) {
        auto const end = list.find(separator);
        parts.push_back(trimmed(list.substr(0, end)));
        if (end == std::string_view::npos) return parts;
        list.remove_prefix(end + 1);
    }
}

std::optional<std::int64_t> number_in(std::string_view digits) {
    if (digits.empty() || digits.size() > 18) return std::nullopt;
    std::int64_t value = 0;
    for (char const c : digits) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

std::optional<std::string> path_decoded(std::string_view text, bool encoded_slash) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t n = 0; n < text.size(); ++n) {
        if (text[n] != '%') {
            out += text[n];
            continue;
        }
        if (n + 2 >= text.size() || digit_of(text[n + 1]) < 0 || digit_of(text[n + 2]) < 0)
            return std::nullopt;
        auto const byte = static_cast<char>(digit_of(text[n + 1]) * 16 + digit_of(text[n + 2]));
        if (byte == '/' && !encoded_slash) return std::nullopt;
        out += byte;
        n += 2;
    }
    return out;
}

void append_path_encoded(std::string& out, std::string_view path) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    for (char const c : path) {
        bool const plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                           (c >= '0' && c <= '9') ||
                           std::string_view("-._~/").find(c) != std::string_view::npos;
        if (plain) {
            out += c;
            continue;
        }
        auto const byte = static_cast<unsigned char>(c);
        out += '%';
        out += digits[byte >> 4];
        out += digits[byte & 15];
    }
}

std::optional<Pairs> urlencoded(std::string_view text) {
    Pairs fields;
    while (!text.empty()) {
        auto const end = std::min(text.find('&'), text.size());
        auto const one = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (one.empty()) continue;
        if (fields.size() == form_fields_max) return std::nullopt;
        auto const equals = std::min(one.find('='), one.size());
        auto name = form_decoded(one.substr(0, equals));
        auto value = form_decoded(one.substr(std::min(equals + 1, one.size())));
        if (!valid_utf8(name) || !valid_utf8(value)) return std::nullopt;
        fields.emplace_back(std::move(name), std::move(value));
    }
    return fields;
}

std::string http_date(std::time_t moment) {
    std::tm parts{};
    gmtime_r(&moment, &parts);
    char text[40];
    auto const size = std::strftime(text, sizeof text, "%a, %d %b %Y %H:%M:%S GMT", &parts);
    return {text, size};
}

std::optional<std::time_t> from_http_date(std::string_view text) {
    std::tm parts{};
    std::string const whole(text);
    auto const* end = strptime(whole.c_str(), "%a, %d %b %Y %H:%M:%S GMT", &parts);
    if (!end || *end != 0) return std::nullopt;
    return timegm(&parts);
}

double quality_of(std::string_view accepted, std::string_view token) {
    for (auto const part : split(accepted, ',')) {
        auto const semicolon = std::min(part.find(';'), part.size());
        if (!same_word(trimmed(part.substr(0, semicolon)), token)) continue;
        auto const weight = trimmed(part.substr(std::min(semicolon + 1, part.size())));
        if (!weight.starts_with("q=") && !weight.starts_with("Q=")) return 1.0;
        double quality = 0;
        double unit = 1;
        for (char const c : weight.substr(2)) {
            if (c >= '0' && c <= '9') {
                quality += (c - '0') * unit;
                unit /= 10;
            }
        }
        return quality;
    }
    return 0;
}

std::optional<std::string> parameter_of(std::string_view value, std::string_view name) {
    auto at = value.find(';');
    while (at != std::string_view::npos) {
        value = trimmed(value.substr(at + 1));
        auto const equals = value.find_first_of("=;");
        if (equals == std::string_view::npos || value[equals] == ';') {
            at = value.find(';');
            continue;
        }
        bool const wanted = same_word(trimmed(value.substr(0, equals)), name);
        value = trimmed(value.substr(equals + 1));
        std::string found;
        if (value.starts_with('"')) {
            std::size_t n = 1;
            for (; n < value.size() && value[n] != '"'; ++n) {
                if (value[n] == '\\' && n + 1 < value.size() &&
                    (value[n + 1] == '"' || value[n + 1] == '\\'))
                    ++n;
                found += value[n];
            }
            if (n >= value.size()) return std::nullopt;
            value.remove_prefix(n + 1);
        } else {
            auto const end = std::min(value.find(';'), value.size());
            found = trimmed(value.substr(0, end));
            value.remove_prefix(end);
        }
        if (wanted) return found;
        at = value.find(';');
    }
    return std::nullopt;
}

}  // namespace wasl::http
