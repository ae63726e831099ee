// SPDX-License-Identifier: Apache-2.0
#include "modules/reports/open311/moments.hpp"

#include <charconv>

namespace wasl::reports::open311 {

namespace {

std::optional<int> two_digits(std::string_view text, std::size_t at) {
    if (at + 2 > text.size()) return std::nullopt;
    int value = 0;
    auto const* const end = text.data() + at + 2;
    auto const read = std::from_chars(text.data() + at, end, value);
    if (read.ec != std::errc{} || read.ptr != end || value < 0) return std::nullopt;
    return value;
}

// Minutes east of Greenwich.
std::optional<int> zone(std::string_view text) {
    if (text == "Z" || text == "z") return 0;
    // A plus that was not escaped on its way arrives as a blank.
    bool const signs = !text.empty() && (text[0] == '+' || text[0] == '-' || text[0] == ' ');
    bool const colon = text.size() == 6 && text[3] == ':';
    if (!signs || (!colon && text.size() != 5)) return std::nullopt;
    auto const hours = two_digits(text, 1), minutes = two_digits(text, colon ? 4 : 3);
    if (!hours || !minutes || *hours > 14 || *minutes > 59) return std::nullopt;
    int const all = *hours * 60 + *minutes;
    return text[0] == '-' ? -all : all;
}

}  // namespace

std::optional<Instant> moment_from(std::string_view text) {
    using namespace std::chrono;
    // "2026-11-21T19:00:00" and a zone.
    constexpr std::size_t clock_end = 19;
    if (text.size() <= clock_end || (text[10] != 'T' && text[10] != 't') || text[13] != ':' ||
        text[16] != ':')
        return std::nullopt;
    auto const date = date_from_iso(text.substr(0, 10));
    auto const hour = two_digits(text, 11), minute = two_digits(text, 14),
               second = two_digits(text, 17);
    if (!date || !hour || !minute || !second) return std::nullopt;
    if (*hour > 23 || *minute > 59 || *second > 59) return std::nullopt;
    auto rest = text.substr(clock_end);
    if (rest.starts_with('.')) {
        auto const digits = rest.find_first_not_of("0123456789", 1);
        if (digits == std::string_view::npos || digits == 1) return std::nullopt;
        rest.remove_prefix(digits);
    }
    auto const east = zone(rest);
    if (!east) return std::nullopt;
    return Instant{sys_days{date->time_since_epoch()} + hours{*hour} + minutes{*minute} +
                   seconds{*second} - minutes{*east}};
}

}  // namespace wasl::reports::open311
