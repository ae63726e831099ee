// SPDX-License-Identifier: Apache-2.0
#include "platform/clock/clock.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <barrier>
#include <cstdlib>
#include <thread>

namespace wasl::clock {
namespace {

Instant utc(int year, unsigned month, unsigned of_month, int hour, int minute = 0) {
    return Instant{day(year, month, of_month).time_since_epoch()} + std::chrono::hours(hour) +
           std::chrono::minutes(minute);
}

TEST(Clock, keeps_morocco_an_hour_ahead_outside_ramadan) {
    EXPECT_EQ(time_in_morocco(utc(2026, 6, 1, 12, 5)).hour, 13);
    EXPECT_EQ(time_in_morocco(utc(2026, 6, 1, 12, 5)).minute, 5);
    EXPECT_EQ(day_in_morocco(utc(2026, 5, 31, 23, 30)), day(2026, 6, 1));
}

TEST(Clock, follows_greenwich_in_ramadan) {
    EXPECT_EQ(time_in_morocco(utc(2026, 3, 2, 12)).hour, 12);
    EXPECT_EQ(day_in_morocco(utc(2026, 3, 1, 23, 30)), day(2026, 3, 1));
}

TEST(Clock, starts_each_day_of_a_year_at_midnight_in_morocco) {
    for (Date date = day(2026, 1, 1); date < day(2027, 1, 1); date += Days(1)) {
        Instant const start = start_of_day_in_morocco(date);
        EXPECT_EQ(day_in_morocco(start), date) << iso(date);
        EXPECT_EQ(day_in_morocco(start - std::chrono::seconds(1)), date - Days(1)) << iso(date);
        EXPECT_EQ(time_in_morocco(start).hour, 0) << iso(date);
    }
}

// The zone's rules are made when somebody first asks, once in a process.
[[noreturn]] void ask_first_from_many_threads() {
    constexpr int many = 8;
    std::atomic<int> wrong = 0;
    {
        std::barrier start(many);
        std::vector<std::jthread> threads;
        for (int n = 0; n < many; ++n)
            threads.emplace_back([&] {
                start.arrive_and_wait();
                if (day_in_morocco(utc(2026, 5, 31, 23, 30)) != day(2026, 6, 1)) ++wrong;
            });
    }
    std::exit(wrong == 0 ? 0 : 1);
}

TEST(ClockDeathTest, is_first_asked_by_many_threads_at_once) {
    // Each of these is a process of its own.
    GTEST_FLAG_SET(death_test_style, "threadsafe");
    for (int process = 0; process < 20; ++process)
        EXPECT_EXIT(ask_first_from_many_threads(), testing::ExitedWithCode(0), "");
}

TEST(Clock, gives_the_same_answers_to_many_threads) {
    std::vector<std::jthread> threads;
    std::vector<int> wrong(4, 0);
    for (std::size_t n = 0; n < wrong.size(); ++n)
        threads.emplace_back([&wrong, n] {
            for (int hours = 0; hours < 9000; ++hours) {
                Instant const moment = utc(2026, 1, 1, 0) + std::chrono::hours(hours);
                Date const local = day_in_morocco(moment);
                if (start_of_day_in_morocco(local) > moment) ++wrong[n];
                if (from_hijri(hijri(local)) != local) ++wrong[n];
            }
        });
    threads.clear();
    EXPECT_EQ(wrong, std::vector<int>(4, 0));
}

TEST(Hijri, follows_umm_al_qura) {
    auto const first_of_year = hijri(day(2026, 6, 16));
    EXPECT_EQ(first_of_year.year, 1448);
    EXPECT_EQ(first_of_year.month, 1);
    EXPECT_EQ(first_of_year.of_month, 1);
    EXPECT_EQ(from_hijri({1447, 9, 1}), day(2026, 2, 18));
    EXPECT_EQ(from_hijri({1447, 10, 1}), day(2026, 3, 20));
}

}  // namespace
}  // namespace wasl::clock
