// SPDX-License-Identifier: Apache-2.0
#include "modules/directory/holidays.hpp"

#include <gtest/gtest.h>

#include "modules/directory/data.hpp"
#include "platform/clock/clock.hpp"

namespace wasl::directory {
namespace {

std::vector<HolidayRule> rules() {
    for (auto const& file : data)
        if (file.name == "holidays.tsv") return holiday_rules(file.text);
    return {};
}

Date predicted(int year, int month, int of_month) {
    return clock::from_hijri({year, month, of_month});
}

TEST(Holidays, come_into_force_in_the_year_of_their_decree) {
    auto const entries = holiday_entries(rules(), {}, predicted, {2022, 2028});
    OfficeCalendar const calendar(closed_days(entries));
    EXPECT_TRUE(calendar.is_open(day(2022, 1, 14)));   // a Friday, before decree 2.23.688
    EXPECT_FALSE(calendar.is_open(day(2025, 1, 14)));  // a Tuesday
    EXPECT_TRUE(calendar.is_open(day(2025, 10, 31)));  // a Friday, before decree 2.25.1140
    EXPECT_NE(calendar.holiday(day(2026, 10, 31)), nullptr);
    EXPECT_FALSE(calendar.is_open(day(2026, 3, 23)));  // closed by communiqué
    EXPECT_TRUE(calendar.is_open(day(2026, 3, 24)));
}

TEST(Holidays, of_each_year_are_eleven_fixed_and_seven_hijri_days) {
    auto const entries = holiday_entries(rules(), {}, predicted, {2026, 2026});
    int fixed = 0, hijri = 0;
    for (auto const& one : entries) {
        if (one.kind == HolidayKind::fixed) fixed += one.days;
        if (one.kind == HolidayKind::hijri) hijri += one.days;
        if (one.kind == HolidayKind::hijri) EXPECT_EQ(one.certainty, Certainty::provisional);
    }
    EXPECT_EQ(fixed, 11);
    EXPECT_EQ(hijri, 7);
}

TEST(Holidays, of_no_hijri_year_are_lost_over_four_decades) {
    auto const entries = holiday_entries(rules(), {}, predicted, {2018, 2060});
    std::map<std::string, int> years;
    for (auto const& one : entries)
        if (one.kind == HolidayKind::hijri) ++years[one.key.substr(0, one.key.find('/'))];
    ASSERT_EQ(years.size(), 4U);
    for (auto const& [code, count] : years) {
        // 43 years of the sun are 44 or 45 of the moon.
        EXPECT_GE(count, 44) << code;
        EXPECT_LE(count, 45) << code;
    }
}

TEST(Holidays, keep_the_confirmed_day_when_the_prediction_changes) {
    HolidayDecision confirmed;
    confirmed.change.act = HolidayAct::confirm;
    confirmed.change.key = "adha/1447";
    confirmed.change.first = day(2026, 5, 27);
    auto const other = [](int year, int month, int of_month) {
        return predicted(year, month, of_month) + Days{1};
    };
    std::vector const decisions{confirmed};
    for (auto const& one : holiday_entries(rules(), decisions, other, {2026, 2026}))
        if (one.key == "adha/1447") {
            EXPECT_EQ(one.first, day(2026, 5, 27));
            EXPECT_EQ(one.certainty, Certainty::confirmed);
            EXPECT_TRUE(one.decided);
        }
}

}  // namespace
}  // namespace wasl::directory
