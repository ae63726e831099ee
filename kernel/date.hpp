// SPDX-License-Identifier: Apache-2.0
// Moments and office days. A moment and a day never convert silently: platform/clock alone knows
// the zone. Below app/ nobody asks what time it is; today is an argument.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace wasl {

using Instant = std::chrono::sys_time<std::chrono::microseconds>;  // the same everywhere on earth
using Date = std::chrono::local_days;  // a square on the wall calendar of the office
using Days = std::chrono::days;

// "2026-03-02". Years 0001 to 9999.
std::string iso(Date);
std::optional<Date> date_from_iso(std::string_view);

// "2026-03": what figures are counted by.
std::string month_of(Date);

// "2026-03-02T08:30:00Z", always UTC, whole seconds.
std::string iso(Instant);

constexpr Date day(int year, unsigned month, unsigned of_month) {
    using namespace std::chrono;
    return local_days{std::chrono::year{year} / std::chrono::month{month} /
                      std::chrono::day{of_month}};
}

constexpr Instant instant_from_micros(std::int64_t since_epoch) {
    return Instant{std::chrono::microseconds{since_epoch}};
}
constexpr std::int64_t micros(Instant moment) { return moment.time_since_epoch().count(); }

}  // namespace wasl
