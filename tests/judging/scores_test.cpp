// SPDX-License-Identifier: Apache-2.0
// Against the numbers of other programs.
#include <gtest/gtest.h>

#include <cmath>

#include "judging/draws.hpp"
#include "judging/leave_one_out.hpp"
#include "judging/means.hpp"
#include "judging/mixed.hpp"
#include "judging/two_way.hpp"
#include "tests/judging/table.hpp"

namespace wasl::judging::tests {

namespace {

Ratings mini_ratings() { return ratings_of(reference().section("mini")); }

std::vector<double> all_of(PerProject const& values) {
    std::vector<double> all;
    for (auto const& value : values) all.push_back(value.value());
    return all;
}

}  // namespace

TEST(Means, agree_with_the_pencil) {
    EXPECT_TRUE(near(all_of(raw_means(mini_ratings()).value()),
                     reference().numbers("mini_means", "raw"), 5e-7));
    EXPECT_TRUE(near(all_of(z_means(mini_ratings()).value()),
                     reference().numbers("mini_means", "z"), 5e-8));
}

TEST(TwoWay, agrees_with_least_squares_of_R) {
    auto const fit = two_way(mini_ratings()).value();
    EXPECT_NEAR(fit.mean, reference().number("mini_two_way", "mean"), 5e-7);
    EXPECT_TRUE(near(fit.project, reference().numbers("mini_two_way", "project"), 5e-7));
    EXPECT_TRUE(near(fit.judge, reference().numbers("mini_two_way", "judge"), 5e-7));
    EXPECT_NEAR(fit.residual_sd, reference().number("mini_two_way", "sigma"), 5e-8);
}

TEST(MixedModel, agrees_with_lme4) {
    auto const fit = mixed_model(mini_ratings()).value();
    auto const wanted = [](char const* word) { return reference().numbers("mini_mixed", word); };
    // lme4 stops a little below the top: its own digits differ from those of its tighter settings
    // by what is allowed here.
    EXPECT_EQ(fit.end, MixedModel::End::reached);
    EXPECT_NEAR(fit.mean.value, wanted("mean")[0], 1e-6);
    auto const variances = wanted("variances");
    EXPECT_NEAR(fit.variances.project / variances[0], 1, 2e-5);
    EXPECT_NEAR(fit.variances.judge / variances[1], 1, 2e-5);
    EXPECT_NEAR(fit.variances.residual / variances[2], 1, 2e-5);
    EXPECT_TRUE(near(fit.projects.value, wanted("project"), 2e-6));
    EXPECT_TRUE(near(fit.judges.value, wanted("judge"), 2e-6));
    EXPECT_TRUE(near(fit.projects.sd_conditional, wanted("sd_conditional"), 2e-6));
    EXPECT_TRUE(near(fit.projects.sd_marginal, wanted("sd_marginal"), 2e-6));
    auto const beats = chances_of_beating(fit);
    EXPECT_NEAR(beats.at(4, 0), wanted("p_5_beats_1")[0], 2e-6);
    EXPECT_NEAR(beats.at(0, 2), wanted("p_1_beats_3")[0], 2e-6);
    EXPECT_NEAR(beats.at(4, 2), wanted("p_5_beats_3")[0], 2e-6);
    auto const places = places_of(beats);
    for (std::size_t n = 0; n < places.size(); ++n) {
        EXPECT_EQ(places[n].best, wanted("rank_best")[n]) << n;
        EXPECT_EQ(places[n].worst, wanted("rank_worst")[n]) << n;
    }
    // Raw means put 1 first, the model puts 5 first: the two are tied, and without judge 3 they
    // change places.
    EXPECT_EQ(tie_groups(fit.projects.value, beats).front(), (std::vector{4, 0}));
    auto const without = leave_one_judge_out(mini_ratings(), fit).value();
    EXPECT_EQ(decisive_judges(without, fit), std::vector{2});
}

TEST(MixedModel, draws_the_places_that_the_facts_name) {
    auto const fit = mixed_model(mini_ratings()).value();
    Chance chance(1);
    auto const first = chances_of_top(posterior_draws(fit, 40'000, chance), 1);
    EXPECT_TRUE(near(first, {.399, 0, .005, 0, .596, 0}, 0.008));
}

TEST(MixedModel, agrees_with_lme4_on_weights_and_the_drift_of_positions) {
    auto ratings = mini_ratings();
    auto const& more = reference().section("mini_with_drift");
    for (std::size_t n = 0; n < more.size(); ++n) {
        ratings.rows[n].position = 10 + std::stod(more[n][0]);
        ratings.rows[n].weight = std::stod(more[n][1]);
    }
    auto const fit =
        mixed_model(ratings, {Drift::estimated, Covariance::wanted, std::nullopt}).value();
    auto const wanted = [](char const* word) {
        return reference().numbers("mini_with_drift_mixed", word);
    };
    EXPECT_TRUE(near({fit.variances.project, fit.variances.judge, fit.variances.residual},
                     wanted("variances"), 2e-7));
    EXPECT_TRUE(near(fit.projects.value, wanted("project"), 1e-7));
    EXPECT_TRUE(near({fit.mean.value, fit.mean.sd}, wanted("mean"), 1e-7));
    EXPECT_TRUE(near({fit.drift->value, fit.drift->sd}, wanted("drift"), 1e-7));
    EXPECT_NEAR(fit.deviance, wanted("deviance")[0], 1e-8);
}

TEST(MixedModel, agrees_with_lme4_on_penicillin) {
    Ratings ratings{6, 24};
    auto const& plates = reference().section("penicillin");
    for (std::size_t plate = 0; plate < plates.size(); ++plate)
        for (std::size_t sample = 0; sample < 6; ++sample)
            ratings.rows.push_back({static_cast<int>(sample), static_cast<int>(plate),
                                    std::stod(plates[plate][sample])});
    auto const fit = mixed_model(ratings).value();
    auto const wanted = [](char const* word) {
        return reference().numbers("penicillin_mixed", word);
    };
    EXPECT_NEAR(fit.mean.value, wanted("mean")[0], 1e-9);
    EXPECT_TRUE(near({std::sqrt(fit.variances.judge), std::sqrt(fit.variances.project),
                      std::sqrt(fit.variances.residual)},
                     wanted("sd"), 1e-6));
    EXPECT_TRUE(near(fit.projects.value, wanted("sample"), 1e-6));
    EXPECT_NEAR(fit.deviance, wanted("deviance")[0], 1e-5);
}

}  // namespace wasl::judging::tests
