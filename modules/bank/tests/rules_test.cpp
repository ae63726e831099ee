// SPDX-License-Identifier: Apache-2.0
// What needs no database: amounts, likeness, verdicts.
#include <gtest/gtest.h>

#include "modules/bank/amounts.hpp"
#include "modules/bank/entry.hpp"
#include "modules/bank/lifecycle.hpp"
#include "modules/bank/overlap.hpp"

namespace wasl::bank {

TEST(Amounts, are_read_as_people_write_them_and_stay_exact) {
    EXPECT_EQ(dirhams("12500"), Money::dirhams(12'500));
    EXPECT_EQ(dirhams("12 500,50"), Money::centimes(1'250'050));
    EXPECT_EQ(dirhams("٣٫٥"), std::nullopt);
    EXPECT_EQ(dirhams("٣,٥"), Money::centimes(350));
    EXPECT_EQ(dirhams("-1"), std::nullopt);
    EXPECT_EQ(dirhams("1.005"), std::nullopt);
    EXPECT_EQ(dirhams("1e9"), std::nullopt);
    EXPECT_EQ(dirhams("9999999999999999999999"), std::nullopt);
    EXPECT_EQ(dirhams(""), std::nullopt);
    EXPECT_EQ(written(Money::centimes(1'250'050)), "12500.5");
    EXPECT_EQ(scaled("-0,125", value_places), -125);
    EXPECT_EQ(written(-125, value_places), "-0.125");
    EXPECT_EQ(written(42'000, value_places), "42");
}

TEST(Likeness, weighs_procedures_data_events_and_words_as_the_facts_say) {
    Initiative const one{{"building-permit"}, {"ملفات التعمير"}, {"building_home"}, "تتبع الملفات"};
    EXPECT_EQ(overlap(one, one).score, 1000);
    auto other = one;
    other.text.clear();
    EXPECT_EQ(overlap(one, other).score, 800);
    other.procedures.push_back("demolition-permit");  // one of two
    EXPECT_EQ(overlap(one, other).score, 600);
    other.life_events.clear();
    EXPECT_EQ(overlap(one, other).score, 400);
    other.data = {"ملفات التَّعمير"};  // spelling apart
    EXPECT_EQ(overlap(one, other).score, 400);
    EXPECT_EQ(overlap(one, {}).score, 0);
    EXPECT_EQ(overlap({}, {}).score, 0);
    EXPECT_FALSE(overlap({}, {}).any());
    EXPECT_EQ(overlap(one, other).procedures, std::vector<std::string>{"building-permit"});
}

TEST(Likeness, of_words_does_not_depend_on_who_is_asked_first) {
    auto const a = trigrams_of("رقمنة رخص البناء"), b = trigrams_of("رخصة البناء الرقمية");
    EXPECT_DOUBLE_EQ(cosine(a, b), cosine(b, a));
    EXPECT_GT(cosine(a, b), 0.2);
    EXPECT_LT(cosine(a, b), 1.0);
    EXPECT_DOUBLE_EQ(cosine(a, a), 1.0);
    EXPECT_DOUBLE_EQ(cosine(a, {}), 0.0);
    EXPECT_TRUE(trigrams_of("\xFF\xFE").size() <= 4);
}

TEST(Effects, are_judged_by_the_way_in_which_an_indicator_gets_better) {
    Effect effect;
    effect.before.value = 40'000;
    effect.after.value = 25'000;
    effect.better = Better::lower;
    EXPECT_EQ(effect.verdict(), Verdict::improved);
    effect.better = Better::higher;
    EXPECT_EQ(effect.verdict(), Verdict::worsened);
    effect.after.value = 40'000;
    EXPECT_EQ(effect.verdict(), Verdict::unchanged);
}

TEST(Lifecycle, lets_reviewers_and_authors_do_what_stands_in_the_table_and_nothing_else) {
    EXPECT_EQ(step_from(Stage::in_review, Action::enlist, reviewer)->to, Stage::listed);
    EXPECT_EQ(step_from(Stage::in_review, Action::enlist, author), nullptr);
    EXPECT_EQ(step_from(Stage::proposed, Action::enlist, reviewer), nullptr) << "nobody looked";
    EXPECT_EQ(step_from(Stage::merged, Action::withdraw, author), nullptr);
    EXPECT_EQ(step_from(Phase::asked, Deed::accept, officer), nullptr);
    EXPECT_EQ(step_from(Phase::accepted, Deed::go_live, head), nullptr) << "not tried yet";
    for (auto const stage : {Stage::proposed, Stage::returned, Stage::listed, Stage::dormant})
        EXPECT_TRUE(can_be_written(stage, author));
    EXPECT_FALSE(can_be_written(Stage::in_review, author));
}

TEST(Lifecycle, lets_a_keeper_write_at_every_stage_and_a_reviewer_at_none) {
    for (std::size_t n = 0; n < stage_count; ++n) {
        auto const stage = static_cast<Stage>(n);
        EXPECT_TRUE(can_be_written(stage, reviewer | keeper)) << name_of(stage);
        EXPECT_FALSE(can_be_written(stage, reviewer)) << name_of(stage);
        for (std::size_t m = 0; m < action_count; ++m) {
            auto const action = static_cast<Action>(m);
            bool const more = step_from(stage, action, keeper) != nullptr;
            EXPECT_EQ(more, stage == Stage::returned && action == Action::resubmit)
                << name_of(stage) << " " << name_of(action);
        }
    }
    EXPECT_EQ(step_from(Stage::returned, Action::resubmit, reviewer), nullptr);
}

}  // namespace wasl::bank
