// SPDX-License-Identifier: Apache-2.0
// A sheet is good for a year from the day on which its owner stood by it. Nothing is stored when
// the year is over: whoever asks is told what follows from the day.
#pragma once

#include <chrono>

#include "kernel/date.hpp"

namespace wasl::procedures {

enum class Confirmation : std::uint8_t { confirmed, due, lapsed };

constexpr int certified_months = 12;
constexpr Days certified_notice{30};  // the owner is told so long before

// The last day on which it is confirmed. The 29th of February is good until the 28th.
constexpr Date certified_until(Date certified) {
    std::chrono::year_month_day const from{certified};
    auto const until = from + std::chrono::months(certified_months);
    return Date{until.ok() ? until : until.year() / until.month() / std::chrono::last};
}
constexpr Confirmation confirmation(Date certified, Date today) {
    auto const until = certified_until(certified);
    if (today > until) return Confirmation::lapsed;
    return today > until - certified_notice ? Confirmation::due : Confirmation::confirmed;
}

}  // namespace wasl::procedures
