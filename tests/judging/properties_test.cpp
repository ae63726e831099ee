// SPDX-License-Identifier: Apache-2.0
// What must hold for any ballots.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "judging/bootstrap.hpp"
#include "judging/draws.hpp"
#include "judging/index.hpp"
#include "judging/means.hpp"
#include "judging/mixed.hpp"
#include "judging/rubric.hpp"
#include "judging/two_way.hpp"
#include "tests/judging/table.hpp"

namespace wasl::judging::tests {

namespace {

Ratings random_ratings(Chance& chance, int projects, int judges, int amount) {
    Ratings ratings{projects, judges};
    for (int n = 0; n < amount; ++n)
        ratings.rows.push_back({n < projects ? n : static_cast<int>(chance.below(at(projects))),
                                n < judges ? n : static_cast<int>(chance.below(at(judges))),
                                static_cast<double>(chance.below(9) + 1)});
    return ratings;
}

std::vector<int> shuffled(Chance& chance, int amount) {
    std::vector<int> order(at(amount));
    std::iota(order.begin(), order.end(), 0);
    chance.shuffle(std::span<int>(order));
    return order;
}

std::vector<double> back(std::vector<double> const& values, std::vector<int> const& names) {
    std::vector<double> result;
    for (int const name : names) result.push_back(values[at(name)]);
    return result;
}

}  // namespace

TEST(Properties, the_order_of_ballots_and_the_names_of_people_do_not_matter) {
    Chance chance(1);
    for (auto const& [projects, judges] : {std::pair(9, 5), std::pair(5, 9)}) {
        auto const ratings = random_ratings(chance, projects, judges, 36);
        auto const p = shuffled(chance, projects), j = shuffled(chance, judges);
        auto other = ratings;
        for (auto& row : other.rows) row = {p[at(row.project)], j[at(row.judge)], row.score};
        chance.shuffle(std::span<Rating>(other.rows));
        auto const one = mixed_model(ratings).value(), two = mixed_model(other).value();
        EXPECT_TRUE(near(back(two.projects.value, p), one.projects.value, 1e-6));
        EXPECT_TRUE(near(back(two.projects.sd_marginal, p), one.projects.sd_marginal, 1e-6));
        EXPECT_TRUE(near(back(two.judges.value, j), one.judges.value, 1e-6));
        auto const rank = [](Ratings const& all) {
            return worths(contests_of(all.projects, all.judges, rankings_of(all))).value().worth;
        };
        EXPECT_TRUE(near(back(rank(other), p), rank(ratings), 1e-8));
    }
}

TEST(Properties, what_is_added_to_all_scores_of_a_judge_is_his_severity_alone) {
    Chance chance(2);
    auto const ratings = random_ratings(chance, 8, 6, 40);
    auto moved = ratings;
    for (auto& row : moved.rows)
        if (row.judge == 2) row.score += 4;
    auto const one = two_way(ratings).value(), two = two_way(moved).value();
    EXPECT_TRUE(near(two.project, one.project, 1e-9));
    EXPECT_NEAR(two.judge[2] - one.judge[2], 4.0 * 5 / 6, 1e-9);
    auto const fit = mixed_model(moved).value();
    // The mixed model takes a severe jury for less severe than it is, but by little.
    auto const raw = raw_means(moved).value(), raw_before = raw_means(ratings).value();
    double fair = 0, unfair = 0;
    auto const before = mixed_model(ratings).value();
    for (std::size_t n = 0; n < 8; ++n) {
        fair = std::max(fair, std::abs(fit.projects.value[n] - before.projects.value[n]));
        unfair = std::max(unfair, std::abs(*raw[n] - *raw_before[n]));
    }
    EXPECT_LT(fair, unfair / 3);
    EXPECT_TRUE(near({*z_means(moved).value()[3]}, {*z_means(ratings).value()[3]}, 1e-9));
    EXPECT_NEAR(*centred_medians(moved).value()[3] - *centred_medians(ratings).value()[3],
                4.0 * static_cast<double>(std::ranges::count(ratings.rows, 2, &Rating::judge)) / 40,
                1e-9);
}

TEST(Properties, another_scale_gives_the_same_order) {
    Chance chance(3);
    auto const ratings = random_ratings(chance, 12, 7, 50);
    auto scaled = ratings;
    for (auto& row : scaled.rows) row.score = 1e6 + 250 * row.score;
    auto const one = mixed_model(ratings).value(), two = mixed_model(scaled).value();
    for (std::size_t n = 0; n < 12; ++n)
        EXPECT_NEAR(two.projects.value[n], 250 * one.projects.value[n], 1e-3);
    EXPECT_NEAR(two.mean.value, 1e6 + 250 * one.mean.value, 1e-3);
}

TEST(Properties, sparse_and_odd_ballots_have_an_answer) {
    Chance chance(4);
    for (int n = 0; n < 300; ++n) {
        auto const projects = 1 + static_cast<int>(chance.below(6));
        auto const judges = 1 + static_cast<int>(chance.below(6));
        auto ratings =
            random_ratings(chance, projects, judges, 1 + static_cast<int>(chance.below(12)));
        std::erase_if(ratings.rows, [&](auto const&) { return chance.below(3) == 0; });
        if (ratings.rows.empty()) continue;
        auto const found = mixed_model(ratings);
        ASSERT_FALSE(found.refused());
        auto const& model = found.value();
        // With fewer ballots than people the variances cannot be told apart.
        if (ratings.rows.size() > at(projects + judges))
            EXPECT_EQ(model.end, MixedModel::End::reached);
        for (auto const* effects : {&model.projects, &model.judges})
            for (std::size_t k = 0; k < effects->value.size(); ++k) {
                EXPECT_TRUE(std::isfinite(effects->value[k]));
                EXPECT_GE(effects->sd_marginal[k], effects->sd_conditional[k] - 1e-9);
            }
        EXPECT_TRUE(std::isfinite(posterior_draws(model, 10, chance).worths[0]));
        auto const draws = bootstrap_scores(ratings, model, 20, chance).value();
        EXPECT_TRUE(std::isfinite(sd_of(draws)[0]));
        auto const refused = two_way(ratings);
        if (refused.refused())
            EXPECT_EQ(refused.refusal().cause, Cause::not_connected);
        else
            EXPECT_TRUE(std::isfinite(refused.value().mean));
    }
}

TEST(Properties, more_judges_drawn_alike_are_one_way_of_the_whole) {
    Chance chance(5);
    auto const ratings = random_ratings(chance, 7, 4, 30);
    auto const model = mixed_model(ratings).value();
    // The draw in which each judge comes once is the jury itself.
    auto const draws = bootstrap_scores(ratings, model, 0, chance).value();
    auto const ways = drawings_of(4, 0, chance);
    EXPECT_NEAR(std::accumulate(draws.weights.begin(), draws.weights.end(), 0.0), 1, 1e-12);
    for (std::size_t row = 0; row < ways.size(); ++row)
        if (ways[row].times == std::vector{1, 1, 1, 1})
            for (int p = 0; p < 7; ++p)
                EXPECT_NEAR(draws.worth(static_cast<int>(row), p), model.projects.value[at(p)],
                            1e-9);
}

TEST(Properties, a_judge_drawn_twice_is_two_judges_who_said_the_same) {
    Chance chance(6);
    auto const ratings = random_ratings(chance, 5, 3, 14);
    auto const model = mixed_model(ratings).value();
    auto const draws = bootstrap_scores(ratings, model, 0, chance).value();
    auto const ways = drawings_of(3, 0, chance);
    auto const row = std::ranges::find(ways, std::vector{2, 0, 1}, &Drawn::times) - ways.begin();
    Ratings twice{5, 3};
    for (auto const& one : ratings.rows) {
        if (one.judge != 1) twice.rows.push_back(one);
        if (one.judge == 0) twice.rows.push_back({one.project, 1, one.score});
    }
    MixedOptions options;
    options.held = model.variances;
    auto const fit = mixed_model(twice, options).value();
    for (int p = 0; p < 5; ++p)
        EXPECT_NEAR(draws.worth(static_cast<int>(row), p), fit.projects.value[at(p)], 1e-9);
}

TEST(Properties, a_seed_gives_the_same_chance_everywhere) {
    Chance chance(2026);
    std::vector<std::uint64_t> const words{chance.next(), chance.next(), chance.below(1000)};
    EXPECT_EQ(words,
              (std::vector<std::uint64_t>{10583478199052185109U, 5232962402658359512U, 418U}));
    std::vector<double> normals(20000);
    for (double& one : normals) one = chance.normal();
    auto const mean = std::accumulate(normals.begin(), normals.end(), 0.0) / 20000;
    EXPECT_NEAR(mean, 0, 0.02);
    EXPECT_NEAR(std::inner_product(normals.begin(), normals.end(), normals.begin(), 0.0) / 20000, 1,
                0.03);
}

TEST(Rubric, is_exact_and_rounds_halves_to_the_even_neighbour) {
    std::vector<Criterion> const criteria{
        {5000, 1, 5},
        {3000, 1, 5},
        {2000, 0, 10, Criterion::Needed::no},
        {0, 1, 3, Criterion::Needed::no, Criterion::Counts::shown_only}};
    std::vector<Mark> const whole{4, 3, 7, 2};
    auto const found = score(criteria, whole).value();
    EXPECT_EQ(found, (ExactScore{133, 2}));  // 37.5 + 15 + 14
    EXPECT_EQ(written(found), "66.50");
    EXPECT_EQ(written(found, 0), "66");
    EXPECT_EQ(written({267, 4}, 1), "66.8");
    EXPECT_EQ(written({2, 3}), "0.67");
    // What need not be there leaves its weight to the others; what must, makes the ballot none.
    EXPECT_EQ(score(criteria, std::vector<Mark>{4, 3, {}, {}}).value(), (ExactScore{525, 8}));
    EXPECT_EQ(score(criteria, std::vector<Mark>{4, {}, 7, 2}).refusal().cause,
              Cause::incomplete_table);
    EXPECT_EQ(score(criteria, std::vector<Mark>{4, 6, 7, 2}).refusal().cause, Cause::out_of_range);
}

}  // namespace wasl::judging::tests
