// SPDX-License-Identifier: Apache-2.0
// The days on which an office is closed: weekends, fixed holidays, Hijri holidays, exceptional
// closures. Data (the module `directory` keeps and edits it); here only the questions.
#pragma once

#include <string>
#include <vector>

#include "kernel/date.hpp"

namespace wasl {

// Hijri days follow the sighting of the moon: provisional until confirmed.
enum class Certainty { provisional, confirmed };

struct Holiday {
    Date date;
    std::string name_ar;
    Certainty certainty = Certainty::confirmed;
};

class OfficeCalendar {
public:
    // Closed on Saturdays and Sundays (decree 2.05.916) and on the given days.
    OfficeCalendar() = default;
    explicit OfficeCalendar(std::vector<Holiday> holidays);

    bool is_open(Date) const;
    Date open_on_or_after(Date) const;
    // The holiday on that day, or null. Weekends have none.
    Holiday const* holiday(Date) const;
    // True if any closed day of [from, until] that is not a weekend is still provisional.
    bool is_provisional(Date from, Date until) const;

private:
    std::vector<Holiday> holidays_;  // ordered by date, one a day
};

}  // namespace wasl
