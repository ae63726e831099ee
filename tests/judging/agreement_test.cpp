// SPDX-License-Identifier: Apache-2.0
#include "judging/agreement.hpp"

#include <gtest/gtest.h>

#include "tests/judging/table.hpp"

namespace wasl::judging::tests {

namespace {

// A line for each project, or for each judge; '.' where a ballot lacks.
Ratings grid(char const* section, bool lines_are_judges) {
    auto const& lines = reference().section(section);
    auto const length = static_cast<int>(lines[0].size()), amount = static_cast<int>(lines.size());
    Ratings ratings{lines_are_judges ? length : amount, lines_are_judges ? amount : length};
    for (int n = 0; n < amount; ++n)
        for (int m = 0; m < length; ++m) {
            auto const& word = lines[static_cast<std::size_t>(n)][static_cast<std::size_t>(m)];
            if (word == ".") continue;
            ratings.rows.push_back(
                {lines_are_judges ? m : n, lines_are_judges ? n : m, std::stod(word)});
        }
    return ratings;
}

}  // namespace

TEST(Agreement, has_the_six_correlations_of_Shrout_and_Fleiss) {
    auto const found = intraclass_correlations(grid("shrout_fleiss", false)).value();
    EXPECT_TRUE(near({found.single_1, found.single_2, found.single_3},
                     reference().numbers("shrout_fleiss_icc", "single"), 1e-7));
    EXPECT_TRUE(near({found.mean_1, found.mean_2, found.mean_3},
                     reference().numbers("shrout_fleiss_icc", "mean"), 1e-7));
    EXPECT_NEAR(kendall_w(grid("shrout_fleiss", false)).value(),
                reference().number("shrout_fleiss_others", "kendall_w"), 1e-9);
}

TEST(Agreement, has_the_alpha_of_Krippendorffs_own_example) {
    auto const ratings = grid("nominal", true);
    for (auto const& [scale, word] :
         {std::pair(Scale::nominal, "nominal"), std::pair(Scale::ordinal, "ordinal"),
          std::pair(Scale::interval, "interval"), std::pair(Scale::ratio, "ratio")})
        EXPECT_NEAR(krippendorff_alpha(ratings, scale).value(),
                    reference().number("nominal_alpha", word), 5e-4)
            << word;
}

TEST(Agreement, has_the_kappas_of_two_and_of_many) {
    auto const two = grid("two_codings", true);
    EXPECT_NEAR(cohen_kappa(two, 0, 1).value(), 0.5454545455, 1e-9);
    EXPECT_NEAR(cohen_kappa(two, 0, 1, KappaWeights::squared).value(), 0.4736842105, 1e-9);
    Ratings many{10, 14};
    auto const& lines = reference().section("fleiss");
    for (int subject = 0; subject < 10; ++subject) {
        int judge = 0;
        for (int mark = 0; mark < 5; ++mark)
            for (int n = 0;
                 n < std::stoi(
                         lines[static_cast<std::size_t>(subject)][static_cast<std::size_t>(mark)]);
                 ++n)
                many.rows.push_back({subject, judge++, static_cast<double>(mark)});
    }
    EXPECT_NEAR(fleiss_kappa(many).value(), reference().number("fleiss_kappa", "kappa"), 5e-4);
}

TEST(Agreement, refuses_a_table_with_a_hole_and_names_it) {
    auto ratings = grid("shrout_fleiss", false);
    ratings.rows.erase(ratings.rows.begin() + 6);
    auto const refused = intraclass_correlations(ratings);
    ASSERT_TRUE(refused.refused());
    EXPECT_EQ(refused.refusal().projects, std::vector{1});
    EXPECT_EQ(refused.refusal().judges, std::vector{2});
}

TEST(Agreement, finds_the_judge_who_turns_the_order_round) {
    auto ratings = grid("shrout_fleiss", false);
    for (auto& row : ratings.rows)
        if (row.judge == 2) row.score = -row.score;
    auto const found = correlation_with_others(ratings);
    EXPECT_LT(found[2].value(), -0.5);
    for (std::size_t judge : {0U, 1U, 3U}) EXPECT_GT(found[judge].value(), 0.0) << judge;
}

}  // namespace wasl::judging::tests
