// SPDX-License-Identifier: Apache-2.0
// Orderings and pairs, against the numbers of other programs.
#include <gtest/gtest.h>

#include <cmath>

#include "judging/bootstrap.hpp"
#include "judging/plackett_luce.hpp"
#include "tests/judging/table.hpp"

namespace wasl::judging::tests {

namespace {

std::vector<double> wanted(char const* section, char const* word) {
    return reference().numbers(section, word);
}

Contests mini_contests() {
    auto const ratings = ratings_of(reference().section("mini"));
    return contests_of(ratings.projects, ratings.judges, rankings_of(ratings));
}

// Lines `first second wins wins [ties]`, from 1.
Contests games(char const* section, int projects) {
    Contests contests{projects, 1};
    for (auto const& line : reference().section(section))
        contests.rows.push_back({std::stoi(line[0]) - 1, std::stoi(line[1]) - 1, std::stod(line[2]),
                                 std::stod(line[3]), line.size() > 4 ? std::stod(line[4]) : 0});
    return contests;
}

WorthOptions likelihood_alone() {
    WorthOptions options;
    options.precision = 0;
    return options;
}

}  // namespace

TEST(Worths, agree_with_a_published_vector) {
    Contests contests{8, 1};
    for (auto const& line : reference().section("eight"))
        contests.rows.push_back({std::stoi(line[0]), std::stoi(line[1]), 1, 0});
    WorthOptions options;
    options.precision = 1;
    auto const found = worths(contests, options).value();
    EXPECT_TRUE(near(found.worth, wanted("eight_precision_1", "worth"), 1e-8));
    EXPECT_TRUE(near(found.sd, wanted("eight_precision_1", "sd"), 5e-7));
}

TEST(Worths, agree_with_the_citations_of_journals) {
    Contests contests{4, 1};
    auto const& wins = reference().section("citations");
    for (std::size_t a = 0; a < 4; ++a)
        for (std::size_t b = a + 1; b < 4; ++b)
            contests.rows.push_back({static_cast<int>(a), static_cast<int>(b),
                                     std::stod(wins[a][b]), std::stod(wins[b][a])});
    auto const found = worths(contests, likelihood_alone()).value();
    EXPECT_TRUE(near(found.worth, wanted("citations_worths", "reference_first"), 5e-8));
    EXPECT_TRUE(near(found.sd, wanted("citations_worths", "sd"), 1e-7));
    EXPECT_NEAR(found.deviance, wanted("citations_worths", "deviance")[0], 5e-5);
    EXPECT_EQ(found.degrees_of_freedom, 3);
    EXPECT_TRUE(
        near(worths(contests).value().worth, wanted("citations_worths", "precision_0.25"), 5e-7));
}

TEST(Worths, know_the_advantage_of_playing_at_home) {
    auto const contests = games("baseball", 7);
    auto options = likelihood_alone();
    auto const plain = worths(contests, options).value();
    EXPECT_TRUE(near(plain.worth, wanted("baseball_worths", "plain"), 1e-7));
    EXPECT_NEAR(plain.deviance, wanted("baseball_worths", "plain_deviance")[0], 1e-5);
    EXPECT_EQ(plain.degrees_of_freedom, 36);
    options.first_shown = FirstShown::estimated;
    auto const found = worths(contests, options).value();
    EXPECT_TRUE(near(found.worth, wanted("baseball_worths", "with_home"), 1e-7));
    EXPECT_TRUE(near({found.first_shown->value, found.first_shown->sd},
                     wanted("baseball_worths", "home"), 2e-7));
    EXPECT_NEAR(found.deviance, wanted("baseball_worths", "with_home_deviance")[0], 1e-5);
    EXPECT_EQ(found.degrees_of_freedom, 35);
}

TEST(Worths, give_ties_a_parameter_of_their_own) {
    auto options = likelihood_alone();
    options.ties = Ties::own_parameter;
    auto const found = worths(games("ties", 4), options).value();
    EXPECT_TRUE(near(found.worth, wanted("ties_davidson", "worth"), 1e-5));
    EXPECT_TRUE(near(found.sd, wanted("ties_davidson", "sd"), 1e-5));
    EXPECT_NEAR(found.log_nu->value, wanted("ties_davidson", "log_nu")[0], 1e-5);
    EXPECT_NEAR(found.log_nu->sd, wanted("ties_davidson", "log_nu_sd")[0], 1e-5);
    EXPECT_NEAR(found.log_likelihood, wanted("ties_davidson", "log_likelihood")[0], 1e-7);
}

TEST(Worths, agree_on_a_jury_and_on_all_ways_of_drawing_it) {
    auto const found = worths(mini_contests()).value();
    EXPECT_TRUE(near(found.worth, wanted("mini_worths", "worth"), 5e-7));
    EXPECT_TRUE(near(found.sd, wanted("mini_worths", "hessian_sd"), 5e-7));
    Chance chance(1);
    auto const draws = bootstrap_worths(mini_contests(), {}, 1000, chance).value();
    EXPECT_EQ(draws.rows(), 126);
    EXPECT_TRUE(near(sd_of(draws), wanted("mini_worths", "bootstrap_sd"), 1e-6));
    EXPECT_TRUE(near(chances_of_top(draws, 1), wanted("mini_worths", "p_first"), 1e-6));
    // In one drawing of a hundred the third and the fourth are equal to the last bit but one, and
    // the reference lets rounding decide.
    EXPECT_TRUE(near(chances_of_top(draws, 3), wanted("mini_worths", "p_top_3"), 0.0052));
    Draws between{1, {}, draws.weights};
    for (int row = 0; row < draws.rows(); ++row)
        between.worths.push_back(draws.worth(row, 4) - draws.worth(row, 0));
    EXPECT_TRUE(near(sd_of(between), wanted("mini_worths", "sd_5_less_1"), 1e-6));
}

TEST(Draws, share_a_place_among_those_who_are_equal) {
    Draws const draws{4, {1, 1, 1, 0, 3, 2, 2, 2}, {0.5, 0.5}};
    EXPECT_TRUE(
        near(chances_of_top(draws, 1, Equals::share), {2.0 / 3, 1.0 / 6, 1.0 / 6, 0}, 1e-12));
    EXPECT_TRUE(
        near(chances_of_top(draws, 3, Equals::share), {1, 5.0 / 6, 5.0 / 6, 1.0 / 3}, 1e-12));
    EXPECT_TRUE(near(chances_of_top(draws, 1), {1, 0, 0, 0}, 1e-12));
}

TEST(Worths, without_a_prior_are_refused_where_somebody_was_never_beaten) {
    Contests const contests{
        4, 1, {{0, 1, 1, 0}, {1, 0, 1, 0}, {2, 0, 2, 0}, {2, 3, 1, 0}, {3, 2, 1, 0}}};
    auto const refused = worths(contests, likelihood_alone());
    ASSERT_TRUE(refused.refused());
    EXPECT_EQ(refused.refusal().cause, Cause::never_beaten);
    EXPECT_EQ(refused.refusal().projects, (std::vector{2, 3}));
    EXPECT_FALSE(worths(contests).refused());
}

TEST(ChoiceWorths, agree_with_a_general_optimiser) {
    std::vector<Ranking> rankings;
    for (auto const& line : reference().section("orderings")) {
        auto& ranking = rankings.emplace_back(Ranking{static_cast<int>(rankings.size())});
        for (auto const& word : line) ranking.places.push_back({std::stoi(word) - 1});
    }
    auto const found = choice_worths(4, choices_of(rankings).value()).value();
    EXPECT_TRUE(near(found.worth, wanted("orderings_worths", "worth"), 1e-6));
    rankings[2].places = {{0}, {1, 2}, {3}};
    EXPECT_EQ(choices_of(rankings).refusal().projects, (std::vector{1, 2}));
}

}  // namespace wasl::judging::tests
