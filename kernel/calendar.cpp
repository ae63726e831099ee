// SPDX-License-Identifier: Apache-2.0
#include "kernel/calendar.hpp"

namespace wasl {

using namespace std::chrono;

static bool before(Holiday const& a, Holiday const& b) { return a.date < b.date; }

OfficeCalendar::OfficeCalendar(std::vector<Holiday> holidays) : holidays_(std::move(holidays)) {
    std::sort(holidays_.begin(), holidays_.end(), before);
    auto const same_day = [](Holiday const& a, Holiday const& b) { return a.date == b.date; };
    holidays_.erase(std::unique(holidays_.begin(), holidays_.end(), same_day), holidays_.end());
}

static bool is_weekend(Date date) {
    weekday const day{date};
    return day == Saturday || day == Sunday;
}

bool OfficeCalendar::is_open(Date date) const { return !is_weekend(date) && !holiday(date); }

Date OfficeCalendar::open_on_or_after(Date date) const {
    while (!is_open(date)) date += days{1};
    return date;
}

Holiday const* OfficeCalendar::holiday(Date date) const {
    auto const found =
        std::lower_bound(holidays_.begin(), holidays_.end(), Holiday{date, {}, {}}, before);
    return found != holidays_.end() && found->date == date ? &*found : nullptr;
}

bool OfficeCalendar::is_provisional(Date from, Date until) const {
    return std::any_of(holidays_.begin(), holidays_.end(), [&](Holiday const& holiday) {
        return holiday.certainty == Certainty::provisional && from <= holiday.date &&
               holiday.date <= until;
    });
}

}  // namespace wasl
