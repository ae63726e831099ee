// SPDX-License-Identifier: Apache-2.0
// What time it is, asked in app/ and platform/http alone and handed down from there. Legal time is
// GMT+1, GMT in Ramadan (decree 2.18.855): the zone database knows (Africa/Casablanca, by ICU).
#pragma once

#include <functional>
#include <optional>

#include "kernel/date.hpp"

namespace wasl::clock {

// A test sets it; the program leaves it to the machine.
using Now = std::function<Instant()>;
Instant now();

Date day_in_morocco(Instant);
Instant start_of_day_in_morocco(Date);
struct TimeOfDay {
    int hour;
    int minute;
};
TimeOfDay time_in_morocco(Instant);

// Umm al-Qura's prediction: a proposal, to be confirmed when the moon has been seen.
struct HijriDate {
    int year;
    int month;  // 1 = Muharram
    int of_month;
};
HijriDate hijri(Date);
Date from_hijri(HijriDate);

}  // namespace wasl::clock
