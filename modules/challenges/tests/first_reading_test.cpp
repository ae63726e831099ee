// SPDX-License-Identifier: Apache-2.0
// What is read before the shortlist, by criteria of its own.
#include "modules/challenges/first_reading.hpp"

#include "modules/challenges/tests/jury_pages_for_tests.hpp"

namespace wasl::challenges {

class FirstReadings : public JuryPagesTest {
protected:
    void stand_to_be_read() {
        stand_with_projects();
        auto one = criterion("الصلة بالتحدي", 10000);
        one.phase = Phase::shortlisting;
        ASSERT_EQ(keeps(one), "yes");
        go_to(Phase::shortlisting);
        EXPECT_EQ(keeps(one), "first_begun");
        EXPECT_EQ(keeps(criterion("الأثر في المدى البعيد", 100)),
                  "yes");  // of the jury, still open
    }
    std::string keeps(JuryCriterion const& one) {
        return does([&](db::Writer& writer) { return jury.keep(writer, act(president), one); });
    }
    std::string reads(http::Visitor const& who, TeamId team, std::string marks) {
        return does([&](db::Writer& writer) {
            return reading.save(writer, act(who), team, {std::move(marks), {}});
        });
    }
    Result<FirstTable> table(http::Visitor const& who) {
        return read([&](db::Reader& reader) { return reading.table(reader, act(who)); });
    }

    FirstReading reading{desk};
};
INSTANTIATE_TEST_SUITE_P(OnBoth, FirstReadings, tests::both_engines(), tests::engine_name);

TEST_P(FirstReadings, are_by_judges_who_are_not_near_and_make_up_for_severity) {
    stand_to_be_read();
    EXPECT_EQ(reads(judges[0], teams[0], "4"), "undeclared");
    for (auto const& judge : judges) ASSERT_EQ(declares(judge, {}), "yes");
    ASSERT_EQ(declares(judges[1], {teams[0]}), "yes");
    EXPECT_EQ(reads(judges[1], teams[0], "4"), "near");
    EXPECT_EQ(reads(citizen, teams[0], "4"), "juror");
    EXPECT_EQ(reads(judges[0], teams[0], "6"), "marks mark_1");
    EXPECT_EQ(reads(judges[0], teams[0], "4 4"), "marks marks");
    EXPECT_EQ(reads(judges[0], TeamId{7}, "4"), "no_team");
    // The third judge is severe: what only he read loses nothing by it.
    int const marks[3][5] = {{5, 4, 3, 0, 2}, {0, 4, 3, 2, 2}, {4, 3, 2, 1, 0}};
    for (std::size_t j = 0; j < 3; ++j)
        for (std::size_t n = 0; n < 5; ++n)
            if (marks[j][n] > 0) {
                EXPECT_EQ(reads(judges[j], teams[n], std::to_string(marks[j][n])), "yes");
            }
    EXPECT_EQ(reads(judges[2], teams[3], "1"), "yes");  // read again, kept beside the first time
    EXPECT_EQ(told_of(table(judges[1])), "chair");
    auto const shown = table(president).value();
    EXPECT_TRUE(shown.is_fair);
    ASSERT_EQ(shown.lines.size(), 5u);
    EXPECT_EQ(shown.lines[0].team, teams[0]);
    EXPECT_EQ(shown.lines[0].readings, 2);
    // A conflict that is told later takes the reading along.
    ASSERT_EQ(declares(judges[2], {teams[0]}), "yes");
    EXPECT_EQ(table(judges[0]).value().lines[0].readings, 1);
    go_to(Phase::jury);
    EXPECT_NE(reads(judges[0], teams[0], "4"), "yes");
    expect_journal_holds();
}

TEST_P(FirstReadings, are_given_out_by_the_method_of_the_jury) {
    stand_to_be_read();
    auto const gives = [&](http::Visitor const& who, int each, int load_max) {
        return does(
            [&](db::Writer& writer) { return reading.assign(writer, act(who), each, load_max); });
    };
    EXPECT_EQ(gives(president, 3, 20), "no_jurors") << "nobody has declared conflicts";
    for (auto const& judge : judges) ASSERT_EQ(declares(judge, {}), "yes");
    ASSERT_EQ(declares(judges[1], {teams[0], teams[1]}), "yes");
    EXPECT_EQ(gives(judges[0], 3, 20), "organiser") << "the chair does not";
    EXPECT_EQ(gives(president, 0, 20), "each each");
    EXPECT_EQ(gives(president, 3, 0), "load load_max");
    EXPECT_EQ(gives(president, 5, 20), "too_few_judges") << "one may not read two of them";
    EXPECT_EQ(gives(president, 3, 2), "too_few_judges") << "15 readings, room for 10";
    EXPECT_EQ(reads(judges[2], teams[4], "4"), "yes");
    ASSERT_EQ(gives(president, 3, 20), "yes");

    auto const shown = table(president).value();
    EXPECT_FALSE(shown.rules.fingerprint.empty());
    for (auto const& line : shown.lines) EXPECT_EQ(line.given, 3);
    ASSERT_EQ(shown.readers.size(), 5u);
    for (auto const& one : shown.readers) EXPECT_EQ(one.given, 3) << "balanced";
    auto const seat_of = [&](http::Visitor const& who) {
        return read([&](db::Reader& reader) { return reading.seat(reader, act(who)); }).value();
    };
    auto const near = seat_of(judges[1]);
    for (auto const& one : near.projects) EXPECT_FALSE(one.is_near && one.is_given);
    EXPECT_TRUE(near.projects[2].is_given && !near.projects[3].is_given) << "the own ones first";
    auto const own = seat_of(judges[2]).projects;
    auto const kept = std::find_if(own.begin(), own.end(),
                                   [&](FirstProject const& one) { return one.team == teams[4]; });
    EXPECT_TRUE(kept->is_given && kept->own) << "what was read stays with its reader";
    EXPECT_EQ(reads(judges[1], near.projects[2].team, "3"), "yes");
    auto const other = seat_of(judges[0]).projects.back();
    ASSERT_FALSE(other.is_given);
    EXPECT_EQ(reads(judges[0], other.team, "3"), "yes") << "by hand beside it";
    // Who fails or is near is given nothing any more; the rest is shared anew.
    ASSERT_EQ(declares(judges[3], {teams[2]}), "yes");
    ASSERT_EQ(does([&](db::Writer& writer) { return jury.recuse(writer, act(judges[4]), "مرض"); }),
              "yes");
    EXPECT_EQ(table(president).value().readers.size(), 4u);
    ASSERT_EQ(gives(president, 3, 20), "yes");
    for (auto const& line : table(president).value().lines) EXPECT_GE(line.given, 3);
    go_to(Phase::jury);
    EXPECT_EQ(gives(president, 3, 20), "first_over");
    expect_journal_holds();
}

TEST_P(FirstReadings, have_pages_for_judges_and_for_whoever_decides) {
    stand_to_be_read();
    EXPECT_EQ(look(citizen, "/first").status, 403);
    EXPECT_EQ(look(judges[1], "/first").status, 409);  // not declared yet
    for (auto const& judge : judges) ASSERT_EQ(declares(judge, {}), "yes");
    auto const below = "/first/" + std::to_string(teams[2].value());
    EXPECT_NE(look(judges[1], "/first").body.find(below), std::string::npos);
    EXPECT_NE(look(judges[1], below).body.find("5 – "), std::string::npos);
    EXPECT_EQ(press(judges[1], below, {}), 303);  // nothing ticked is kept, and does not count
    EXPECT_EQ(press(judges[1], below, {{"mark_1", "9"}}), 422);
    EXPECT_EQ(press(judges[1], below, {{"mark_1", "4"}}), 303);
    EXPECT_NE(look(judges[1], below).body.find("value=\"4\" checked"), std::string::npos);
    EXPECT_EQ(press(judges[1], "/first", {{"each", "3"}, {"load_max", "9"}}), 403);
    EXPECT_EQ(press(president, "/first", {{"each", "x"}, {"load_max", "9"}}), 422);
    EXPECT_EQ(press(president, "/first", {{"each", "6"}, {"load_max", "9"}}), 422);
    EXPECT_EQ(press(president, "/first", {{"each", "3"}, {"load_max", "9"}}), 303);
    EXPECT_NE(look(judges[1], "/first").body.find("مشاريع مسندة إلي"), std::string::npos);
    auto const table = look(president, "/first").body;
    EXPECT_NE(table.find("قراءات المحكمين"), std::string::npos);
    EXPECT_NE(table.find("75.0"), std::string::npos);
    EXPECT_NE(table.find("قراءات غير كافية"), std::string::npos);
    EXPECT_NE(look(nobody, "").body.find("معايير الانتقاء"), std::string::npos);
}

}  // namespace wasl::challenges
