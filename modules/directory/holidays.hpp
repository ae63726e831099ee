// SPDX-License-Identifier: Apache-2.0
// From the rules of the decrees and what administrators decided to the days offices are closed.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "modules/directory/directory.hpp"

namespace wasl::directory {

int year_of(Date);

struct HolidayRule {
    HolidayKind kind = HolidayKind::fixed;
    std::string code;
    int from_year = 0;  // Gregorian, the first year in which it was kept
    int month = 0;      // Hijri months for Hijri holidays
    int of_month = 0;
    int days = 1;
    Names name;
    std::string source;
};

// Lines of data/holidays.tsv. Throws Bug on a malformed line: the table is ours.
std::vector<HolidayRule> holiday_rules(std::string_view tsv);

// The predicted day of a Hijri date.
using Predict = std::function<Date(int hijri_year, int month, int of_month)>;

struct Years {
    int first;
    int last;
};
// One entry for each holiday of these years; decisions in the order in which they were taken.
std::vector<HolidayEntry> holiday_entries(std::span<HolidayRule const>,
                                          std::span<HolidayDecision const>, Predict const&, Years);

// Day by day, as the kernel's calendar wants them.
std::vector<Holiday> closed_days(std::span<HolidayEntry const>);

}  // namespace wasl::directory
