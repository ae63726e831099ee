// SPDX-License-Identifier: Apache-2.0
#include "kernel/date.hpp"

#include <charconv>

namespace wasl {

using namespace std::chrono;

// Pages carry many days, and printf is slow.
static void append_digits(std::string& out, unsigned value, int width) {
    std::array<char, 10> digits{};
    auto at = digits.size();
    for (int n = 0; n < width || value > 0; ++n, value /= 10)
        digits[--at] = static_cast<char>('0' + value % 10);
    out.append(digits.data() + at, digits.size() - at);
}

std::string iso(Date date) {
    year_month_day const parts{date};
    std::string out;
    append_digits(out, static_cast<unsigned>(static_cast<int>(parts.year())), 4);
    out += '-';
    append_digits(out, static_cast<unsigned>(parts.month()), 2);
    out += '-';
    append_digits(out, static_cast<unsigned>(parts.day()), 2);
    return out;
}

std::string month_of(Date date) { return iso(date).substr(0, 7); }

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

// In one piece: long lists are full of moments.
std::string iso(Instant moment) {
    auto const midnight = floor<days>(moment);
    hh_mm_ss const time{floor<seconds>(moment - midnight)};
    auto out = iso(Date{midnight.time_since_epoch()});
    std::array<char, 10> clock = {'T', '0', '0', ':', '0', '0', ':', '0', '0', 'Z'};
    auto const put = [&clock](std::size_t at, auto count) {
        clock[at] = static_cast<char>('0' + count / 10);
        clock[at + 1] = static_cast<char>('0' + count % 10);
    };
    put(1, time.hours().count());
    put(4, time.minutes().count());
    put(7, time.seconds().count());
    return out.append(clock.data(), clock.size());
}

}  // namespace wasl
