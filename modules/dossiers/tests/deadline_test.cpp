// SPDX-License-Identifier: Apache-2.0
// deadline_cases.txt belongs to the jurists; this file only reads it aloud.
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <random>
#include <sstream>

#include "modules/dossiers/clock.hpp"

namespace wasl::dossiers {
namespace {

std::string trimmed(std::string const& text) {
    auto const from = text.find_first_not_of(' ');
    if (from == std::string::npos) return {};
    return text.substr(from, text.find_last_not_of(' ') - from + 1);
}

std::vector<std::string> split(std::string const& text, char at) {
    std::vector<std::string> parts;
    std::istringstream in(text);
    for (std::string part; std::getline(in, part, at);) parts.push_back(trimmed(part));
    return parts;
}

struct Table {
    std::map<std::string, std::vector<Holiday>> holidays;
    std::vector<std::vector<std::string>> cases;
};

Table read_table() {
    Table table;
    std::ifstream in("modules/dossiers/tests/deadline_cases.txt");
    for (std::string line; std::getline(in, line);) {
        if (line.empty() || line[0] == '#') continue;
        auto cells = split(line, '|');
        if (cells[0] == "holiday")
            table.holidays[cells[1]].push_back(
                {*date_from_iso(cells[2]), cells[4],
                 cells[3] == "confirmed" ? Certainty::confirmed : Certainty::provisional});
        else
            table.cases.push_back(std::move(cells));
    }
    return table;
}

Course course_of(std::vector<std::string> const& cells) {
    Course course;
    auto const term = split(cells[3], '/');
    course.complete_on = *date_from_iso(cells[2]);
    course.term = {std::stoi(term[0]), std::stoi(term[1])};
    if (cells[4] != "-")
        for (auto const& pause : split(cells[4], ',')) {
            auto const dots = pause.find("..");
            course.suspensions.push_back({Ask::replacement, *date_from_iso(pause.substr(0, dots)),
                                          date_from_iso(pause.substr(dots + 2))});
        }
    if (cells[5] != "-")
        course.extension = Extension{course.complete_on, std::stoi(cells[5]), Ground::expertise};
    return course;
}

std::string said(std::optional<Date> day) { return day ? iso(*day) : "suspended"; }

std::map<std::string, OwnTerm> const own_terms{
    {"completing", completing},
    {"answering", answering_of(Ask::replacement)},
    {"claim", claiming},
    {"superior", escalating_by(Route::governor)},
    {"governor", escalating_by(Route::council)},
    {"appeal", appealing},
    {"appeal_answer", answering_appeal},
    {"appeal_governor", answering_escalated_appeal},
};

TEST(Deadlines, are_those_of_the_table_that_jurists_sign) {
    auto table = read_table();
    EXPECT_GE(table.cases.size(), 60u);
    for (auto const& cells : table.cases) {
        SCOPED_TRACE(cells[0] + " " + cells[2] + ": " + cells[9]);
        OfficeCalendar const offices(table.holidays[cells[1]]);
        if (cells[0] == "answer") {
            auto const reckoned = reckon(course_of(cells), offices);
            EXPECT_EQ(iso(reckoned.first_half_until), cells[6]);
            EXPECT_EQ(said(reckoned.target), cells[7]);
            EXPECT_EQ(said(reckoned.due), cells[8]);
        } else {
            ASSERT_TRUE(own_terms.contains(cells[0]));
            auto const term = own_terms.at(cells[0]);
            EXPECT_EQ(std::to_string(term.days), cells[3]);
            auto const from = *date_from_iso(cells[2]);
            EXPECT_EQ(iso(from + Days{term.days}), cells[7]);
            EXPECT_EQ(iso(full_term(from, term.days, offices)), cells[8]);
        }
    }
}

TEST(Deadlines, tell_a_provisional_day_from_a_confirmed_one) {
    auto table = read_table();
    Course const course{{15, 60}, day(2026, 3, 4), {}, {}};
    EXPECT_TRUE(reckon(course, OfficeCalendar(table.holidays["predicted"])).provisional);
    EXPECT_FALSE(reckon(course, OfficeCalendar(table.holidays["sighted"])).provisional);
}

TEST(Deadlines, never_come_before_the_published_term_nor_beyond_the_cap_and_what_was_suspended) {
    auto table = read_table();
    OfficeCalendar const offices(table.holidays["predicted"]);
    std::mt19937 dice(55'19);
    auto const roll = [&](int from, int until) {
        return std::uniform_int_distribution<int>(from, until)(dice);
    };
    for (int round = 0; round < 5'000; ++round) {
        Course course;
        course.complete_on = day(2026, 1, 1) + Days{roll(0, 700)};
        course.term = {roll(0, 90), roll(0, 1) != 0 ? 60 : 30};
        auto const plain = reckon(course, offices);
        EXPECT_GE(*plain.due, course.complete_on + Days{lawful_days(course.term)});
        EXPECT_TRUE(offices.is_open(*plain.due));
        EXPECT_LE((*plain.target - course.complete_on).count(), course.term.cap_days);
        // The longest run of closed days of the table is four, so is the longest shift.
        EXPECT_LE((*plain.due - *plain.target).count(), 6);

        int suspended = 0;
        Date from = course.complete_on;
        for (int n = roll(1, 3); n > 0; --n) {
            from += Days{roll(0, 5)};
            Date const until = from + Days{roll(0, 30)};
            course.suspensions.push_back({Ask::information, from, until});
            suspended += static_cast<int>((until - from).count()) + 1;
            from = until;
        }
        auto const paused = reckon(course, offices);
        EXPECT_GE(*paused.due, *plain.due);
        EXPECT_GE(paused.first_half_until, plain.first_half_until);
        EXPECT_LE((*paused.target - course.complete_on).count(),
                  lawful_days(course.term) + suspended);

        course.extension = Extension{course.complete_on, roll(1, 30), Ground::expertise};
        auto const extended = reckon(course, offices);
        EXPECT_GT(*extended.target, *paused.target);
        EXPECT_EQ(extended.first_half_until, paused.first_half_until);

        bool const within_the_term = course.suspensions.back().from <= *extended.target;
        course.suspensions.back().until.reset();
        EXPECT_EQ(reckon(course, offices).due.has_value(), !within_the_term);
    }
}

TEST(Deadlines, are_explained_line_by_line_with_their_articles) {
    auto table = read_table();
    OfficeCalendar const offices(table.holidays["predicted"]);
    Course const course{{90, 60},
                        day(2026, 3, 2),
                        {{Ask::originals, day(2026, 3, 10), day(2026, 3, 12)}},
                        Extension{day(2026, 3, 20), 17, Ground::public_inquiry}};
    std::vector<std::string> told;
    for (auto const& line : in_words(course, offices))
        told.push_back(std::string(line.said.message->key) + " " + std::string(line.article));
    EXPECT_EQ(told, (std::vector<std::string>{
                        "dossiers.clock.start 55.19/16", "dossiers.clock.term 55.19/16",
                        "dossiers.clock.capped 55.19/16", "dossiers.clock.suspended 55.19/7",
                        "dossiers.clock.extended 55.19/17", "dossiers.clock.target 55.19/31",
                        "dossiers.clock.due 55.19/31"}));
    auto const shifted = full_term_in_words(day(2026, 3, 31), 30, "55.19/10", offices);
    ASSERT_EQ(shifted.size(), 4u);
    EXPECT_EQ(shifted[2].said.message->key, "dossiers.clock.shift_holiday");
}

}  // namespace
}  // namespace wasl::dossiers
