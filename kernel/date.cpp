// SPDX-License-Identifier: Apache-2.0
#include "kernel/date.hpp"

#include <charconv>
#include <cstdio>

namespace wasl {

using namespace std::chrono;

std::string iso(Date date) {
    year_month_day const parts{date};
    std::array<char, 32> out{};
    int const length =
        std::snprintf(out.data(), out.size(), "%04d-%02u-%02u", static_cast<int>(parts.year()),
                      static_cast<unsigned>(parts.month()), static_cast<unsigned>(parts.day()));
    return {out.data(), static_cast<std::size_t>(length)};
}

static std::optional<unsigned> digits(std::string_view text) {
    unsigned value = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

std::optional<Date> date_from_iso(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    auto const y = digits(text.substr(0, 4));
    auto const m = digits(text.substr(5, 2));
    auto const d = digits(text.substr(8, 2));
    if (!y || !m || !d || *y == 0) return std::nullopt;
    year_month_day const parts{year{static_cast<int>(*y)}, month{*m}, std::chrono::day{*d}};
    if (!parts.ok()) return std::nullopt;
    return Date{parts};
}

std::string iso(Instant moment) {
    auto const midnight = floor<days>(moment);
    hh_mm_ss const time{floor<seconds>(moment - midnight)};
    std::array<char, 32> out{};
    int const length = std::snprintf(
        out.data(), out.size(), "T%02d:%02d:%02dZ", static_cast<int>(time.hours().count()),
        static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()));
    return iso(Date{midnight.time_since_epoch()}) +
           std::string(out.data(), static_cast<std::size_t>(length));
}

}  // namespace wasl
