// SPDX-License-Identifier: Apache-2.0
// From ballots to the published table and back.
#include "modules/challenges/results.hpp"

#include <gtest/gtest.h>

#include "judging/chance.hpp"

namespace wasl::challenges {

namespace {

// Six projects, five judges of different severity, twenty ballots; a second criterion is shown
// only.
JuryRecord small() {
    JuryRecord record{.edition = "berkane-2026", .judges = 5};
    record.criteria = {
        {10000, 1, 10},
        {0, 1, 5, judging::Criterion::Needed::no, judging::Criterion::Counts::shown_only}};
    for (auto const* title : {"شباك واحد", "دليل, المواطن", "إشعار", "موعد", "وثيقتي", "خريطة"})
        record.projects.emplace_back(title);
    int const rows[][3] = {{1, 1, 8}, {2, 1, 6}, {3, 1, 7}, {4, 1, 5}, {1, 2, 9},
                           {2, 2, 8}, {5, 2, 9}, {6, 2, 7}, {3, 3, 4}, {4, 3, 3},
                           {5, 3, 6}, {6, 3, 2}, {1, 4, 7}, {3, 4, 6}, {4, 4, 6},
                           {6, 4, 5}, {2, 5, 7}, {3, 5, 8}, {5, 5, 8}, {6, 5, 6}};
    for (auto const& [project, judge, mark] : rows)
        record.scores.push_back({judge - 1, project - 1, {mark, std::nullopt}});
    return record;
}

JuryRecord again(JuryRecord const& record) {
    auto read = jury_record_of(record.text());
    EXPECT_TRUE(std::holds_alternative<JuryRecord>(read)) << record.text();
    return std::get<JuryRecord>(read);
}

// The line that cannot be read, from 1; 0: another seed; -1: all can.
int unread_line(std::string const& text) {
    auto const read = jury_record_of(text);
    auto const* const unreadable = std::get_if<Unreadable>(&read);
    return unreadable == nullptr ? -1 : unreadable->line;
}

}  // namespace

TEST(Results, are_the_same_bytes_from_the_published_record) {
    auto const record = small();
    auto const table = table_of(record, results_of(record));
    auto const read = again(record);
    EXPECT_EQ(read.text(), record.text());
    EXPECT_EQ(table_of(read, results_of(read)), table);
    EXPECT_NE(table.find("\"دليل, المواطن\""), std::string::npos) << table;
}

TEST(Results, show_a_tie_where_severity_changes_the_first) {
    auto const results = results_of(small());
    ASSERT_EQ(results.method, Method::mixed_model);
    EXPECT_EQ(results.projects[0].project, 4);
    EXPECT_EQ(results.projects[1].project, 0);
    EXPECT_GT(*results.projects[1].raw_mean, *results.projects[0].raw_mean);
    EXPECT_EQ(results.projects[0].group, results.projects[1].group);
    EXPECT_NEAR(results.first_before_second, 0.59876, 1e-4);
    EXPECT_TRUE(results.needs_deliberation());
    EXPECT_EQ(results.decisive, std::vector{2});
    EXPECT_EQ(results.projects[0].places, (judging::Places{1, 2}));
    EXPECT_EQ(results.projects[0].without_one, (judging::Places{1, 2}));
    EXPECT_LT(results.judges[2].severity.value, 0);
    EXPECT_EQ(results.projects[0].criteria[0], 8.0);
    EXPECT_FALSE(results.projects[0].criteria[1].has_value());
}

TEST(Results, count_no_ballot_that_lacks_a_mark_and_rank_nobody_across_a_gap) {
    auto record = small();
    record.scores[0].marks[0].reset();
    auto results = results_of(record);
    EXPECT_EQ(results.complete, 19);
    EXPECT_EQ(results.incomplete, 1);
    // Two halves that no judge connects.
    record.scores = {{0, 0, {5, {}}}, {0, 1, {6, {}}}, {1, 2, {7, {}}}, {1, 3, {8, {}}}};
    results = results_of(record);
    EXPECT_EQ(results.method, Method::none);
    ASSERT_TRUE(results.apart.has_value());
    EXPECT_EQ(results.apart->projects, (std::vector{2, 3}));
    EXPECT_EQ(results.projects[0].place, 0);
    EXPECT_NE(table_of(record, results).find("P3 P4"), std::string::npos);
    EXPECT_EQ(table_of(again(record), results_of(again(record))), table_of(record, results));
}

TEST(Results, of_two_judges_are_means_and_a_matter_for_people) {
    auto record = small();
    std::erase_if(record.scores, [](auto const& one) { return one.judge > 1; });
    auto const results = results_of(record);
    EXPECT_EQ(results.method, Method::raw_mean);
    EXPECT_TRUE(results.needs_deliberation());
    for (auto const& one : results.projects) {
        EXPECT_FALSE(one.interval || one.first || one.top_3 || one.without_one);
        EXPECT_EQ(one.places, (judging::Places{1, 6})) << "two cannot say how sure they are";
        EXPECT_EQ(one.group, 1);
    }
    EXPECT_NE(table_of(record, results).find(",1-6,,,,"), std::string::npos);
    JuryRecord pairs{.edition = "e", .ballots = Ballots::pair, .judges = 4};
    pairs.projects = {"أ", "ب"};
    pairs.pairs = {{2, 0, 1, PairBallot::Preferred::first}};
    auto const alone = results_of(again(pairs));
    EXPECT_EQ(alone.method, Method::bradley_terry);
    EXPECT_EQ(alone.projects[0].project, 0);
    EXPECT_TRUE(alone.needs_deliberation()) << "one voice is no certainty";
    EXPECT_FALSE(alone.projects[0].interval || alone.projects[0].first);
}

TEST(Results, of_judges_who_make_no_difference_are_a_tie_of_all) {
    auto record = small();
    for (auto& ballot : record.scores) ballot.marks[0] = 5;
    auto const results = results_of(again(record));
    for (auto const& one : results.projects) {
        EXPECT_EQ(one.places, (judging::Places{1, 6}));
        EXPECT_NEAR(one.first.value(), 1.0 / 6, 1e-9);
        EXPECT_NEAR(one.top_3.value(), 0.5, 1e-9);
    }
    EXPECT_TRUE(results.needs_deliberation());
    JuryRecord ranked{.edition = "e", .ballots = Ballots::ranking, .judges = 3};
    ranked.projects = {"أ", "ب"};
    for (int judge = 0; judge < 3; ++judge) ranked.rankings.push_back({judge, {{0, 1}}});
    for (auto const& one : results_of(ranked).projects) EXPECT_NEAR(one.first.value(), 0.5, 1e-9);
}

TEST(Results, of_rankings_and_pairs_come_from_the_same_record) {
    JuryRecord record{.edition = "e", .ballots = Ballots::ranking, .judges = 7};
    record.projects = {"أ", "ب", "ج", "د"};
    judging::Chance chance(3);
    for (int judge = 0; judge < 7; ++judge)
        record.rankings.push_back(chance.below(3) == 0
                                      ? judging::Ranking{judge, {{0, 1}, {2}, {3}}}
                                      : judging::Ranking{judge, {{1}, {0}, {3, 2}}});
    auto const results = results_of(again(record));
    EXPECT_EQ(results.method, Method::bradley_terry);
    EXPECT_EQ(results.projects[0].project, 1);
    EXPECT_EQ(table_of(again(record), results), table_of(record, results_of(record)));
    record.ballots = Ballots::pair;
    record.rankings.clear();
    using enum PairBallot::Preferred;
    record.pairs = {{0, 0, 1, second}, {1, 2, 1, second}, {2, 0, 3, tie}, {3, 3, 2, first}};
    EXPECT_EQ(results_of(again(record)).projects[0].project, 1);
}

TEST(Records, that_were_changed_are_not_taken) {
    auto const text = small().text();
    EXPECT_EQ(unread_line(text), -1);
    auto changed = text;
    changed.replace(changed.find("ballot 1 1 8"), 12, "ballot 1 1 9");
    EXPECT_EQ(unread_line(changed), 0);
    changed.replace(changed.find("ballot 1 1 9"), 12, "ballot 1 7 9");
    EXPECT_EQ(unread_line(changed), 14);
    EXPECT_EQ(unread_line(""), 1);
    EXPECT_EQ(unread_line("wasl-jury 2\n"), 1);
    EXPECT_EQ(unread_line(text + "more\n"), 34);  // the seed is the last
}

// The seed fits each of them: whoever wrote the file made it so.
TEST(Records, in_which_a_judge_says_something_twice_are_not_taken) {
    using enum PairBallot::Preferred;
    auto const scores = [](std::initializer_list<ScoreBallot> more) {
        auto record = small();
        record.scores.insert(record.scores.end(), more);
        return record.text();
    };
    JuryRecord ranked{.edition = "e", .ballots = Ballots::ranking, .judges = 2};
    ranked.projects = {"أ", "ب", "ج"};
    auto paired = ranked;
    paired.ballots = Ballots::pair;
    auto const rankings = [&](std::initializer_list<judging::Ranking> all) {
        ranked.rankings = all;
        return ranked.text();
    };
    auto const pairs = [&](std::initializer_list<PairBallot> all) {
        paired.pairs = all;
        return paired.text();
    };
    struct Case {
        std::string text;
        int line;
        std::string_view why;
    };
    for (auto const& [text, line, why] : std::vector<Case>{
             {scores({{2, 0, {7, {}}}}), -1, "a project that this judge has not marked"},
             {scores({{0, 0, {7, {}}}}), 34, "marked a second time"},
             {scores({{0, 0, {8, {}}}}), 34, "with the same marks too"},
             {scores({{2, 0, {7, {}}}, {2, 0, {7, {}}}, {0, 0, {7, {}}}}), 35, "the first such"},
             {rankings({{0, {{0}, {1}}}, {1, {{0}, {1}}}}), -1, "an order of each judge"},
             {rankings({{0, {{0}, {1}}}, {1, {{2}}}, {0, {{2}}}}), 11, "the rest of his order"},
             {pairs({{0, 0, 1, first}, {1, 0, 1, first}, {0, 0, 2, tie}, {0, 1, 2, tie}}), -1,
              "each pair once"},
             {pairs({{0, 0, 1, first}, {0, 0, 2, tie}, {0, 0, 1, second}}), 11, "a pair again"},
             {pairs({{0, 0, 1, first}, {0, 2, 0, tie}, {0, 1, 0, second}}), 11, "turned round"},
         })
        EXPECT_EQ(unread_line(text), line) << why << "\n" << text;
}

}  // namespace wasl::challenges
