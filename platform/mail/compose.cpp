// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdint>

#include "platform/mail/mail.hpp"

namespace wasl::mail {
namespace {

constexpr std::size_t word_bytes_max = 42;  // 56 signs of base64 and 12 around them
constexpr std::size_t body_line_bytes = 57;

std::string base64(std::string_view bytes) {
    constexpr std::string_view alphabet =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        auto const byte = [&](std::size_t n) {
            return at + n < bytes.size() ? std::uint32_t{static_cast<unsigned char>(bytes[at + n])}
                                         : 0U;
        };
        auto const three = byte(0) << 16U | byte(1) << 8U | byte(2);
        for (unsigned sign = 0; sign < 4; ++sign)
            out += at + sign <= bytes.size() ? alphabet[three >> (18 - 6 * sign) & 63U] : '=';
    }
    return out;
}

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

std::string without_breaks(std::string_view text) {
    std::string out(text);
    std::replace_if(
        out.begin(), out.end(), [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
    return out;
}

// "Sat, 21 Nov 2026 21:57:26 +0000": English words whatever the letter's language.
std::string date_header(Instant moment) {
    using namespace std::chrono;
    static constexpr std::string_view weekdays[] = {"Sun", "Mon", "Tue", "Wed",
                                                    "Thu", "Fri", "Sat"};
    static constexpr std::string_view months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                  "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    auto const today = floor<days>(moment);
    year_month_day const date{today};
    auto const text = iso(moment);  // 2026-11-21T21:57:26Z
    std::string out(weekdays[weekday{today}.c_encoding()]);
    out += ", " + text.substr(8, 2) + " ";
    out += months[static_cast<unsigned>(date.month()) - 1];
    return out + " " + text.substr(0, 4) + " " + text.substr(11, 8) + " +0000";
}

}  // namespace

std::string header_words(std::string_view given) {
    auto text = without_breaks(given);
    bool const plain =
        text.size() <= 60 && text.find("=?") == std::string::npos &&
        std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c < 127; });
    if (plain) return text;
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        auto until = std::min(at + word_bytes_max, text.size());
        while (until < text.size() && is_continuation(text[until])) --until;
        if (!out.empty()) out += "\r\n ";
        out += "=?UTF-8?B?" + base64(std::string_view(text).substr(at, until - at)) + "?=";
        at = until;
    }
    return out;
}

bool is_address(std::string_view address) {
    return address.size() <= 254 && std::count(address.begin(), address.end(), '@') == 1 &&
           !address.starts_with('@') && !address.ends_with('@') &&
           std::all_of(address.begin(), address.end(),
                       [](char c) { return c > ' ' && c < 127 && c != '<' && c != '>'; });
}

std::string compose(Settings const& settings, Letter const& letter) {
    std::string out = "Date: " + date_header(letter.date) + "\r\nFrom: ";
    if (settings.from_name.empty())
        out += settings.from;
    else
        out += header_words(settings.from_name) + " <" + settings.from + ">";
    out += "\r\nTo: " + without_breaks(letter.to);
    out += "\r\nSubject: " + header_words(letter.subject);
    out += "\r\nMessage-ID: <" + without_breaks(letter.message_id) + ">";
    out += "\r\nContent-Language: " + without_breaks(letter.language);
    if (!letter.stop.empty())
        out += "\r\nList-Unsubscribe: <" + without_breaks(letter.stop) +
               ">\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click";
    // RFC 3834: nobody's absence note shall answer a machine.
    out += "\r\nAuto-Submitted: auto-generated\r\nMIME-Version: 1.0";
    out += "\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n";
    std::string text;
    for (char const sign : letter.text) {
        if (sign == '\r') continue;
        if (sign == '\n') text += '\r';
        text += sign;
    }
    for (std::size_t at = 0; at < text.size(); at += body_line_bytes)
        out += "\r\n" + base64(std::string_view(text).substr(at, body_line_bytes));
    return out + "\r\n";
}

}  // namespace wasl::mail
