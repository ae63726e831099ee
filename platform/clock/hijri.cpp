// SPDX-License-Identifier: Apache-2.0
#include <unicode/calendar.h>

#include "kernel/result.hpp"
#include "platform/clock/clock.hpp"

namespace wasl::clock {

// A calendar of ICU holds the moment it was asked about, so each thread has its own.
static icu::Calendar& umm_al_qura() {
    thread_local std::unique_ptr<icu::Calendar> const calendar = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<icu::Calendar> made(icu::Calendar::createInstance(
            *icu::TimeZone::getGMT(), icu::Locale("ar@calendar=islamic-umalqura"), status));
        check(U_SUCCESS(status) != 0, "ICU has the calendar of Umm al-Qura");
        return made;
    }();
    return *calendar;
}

HijriDate hijri(Date date) {
    UErrorCode status = U_ZERO_ERROR;
    auto& calendar = umm_al_qura();
    auto const millis = std::chrono::milliseconds(date.time_since_epoch()).count();
    calendar.setTime(static_cast<double>(millis), status);
    HijriDate const found{calendar.get(UCAL_YEAR, status), calendar.get(UCAL_MONTH, status) + 1,
                          calendar.get(UCAL_DATE, status)};
    check(U_SUCCESS(status) != 0, "every day has a Hijri date");
    return found;
}

Date from_hijri(HijriDate wanted) {
    UErrorCode status = U_ZERO_ERROR;
    auto& calendar = umm_al_qura();
    calendar.clear();
    calendar.set(UCAL_YEAR, wanted.year);
    calendar.set(UCAL_MONTH, wanted.month - 1);
    calendar.set(UCAL_DATE, wanted.of_month);
    std::chrono::milliseconds const millis(static_cast<std::int64_t>(calendar.getTime(status)));
    check(U_SUCCESS(status) != 0, "every Hijri date is a day");
    return Date{std::chrono::floor<Days>(millis)};
}

}  // namespace wasl::clock
