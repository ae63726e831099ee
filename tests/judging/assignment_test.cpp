// SPDX-License-Identifier: Apache-2.0
#include "judging/assignment.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "judging/chance.hpp"
#include "judging/index.hpp"
#include "tests/judging/solver.hpp"

namespace wasl::judging::tests {

namespace {

Call random_call(Chance& chance, int projects, int judges, int each, std::uint64_t conflicts) {
    Call call{projects, judges, each};
    for (int n = 0; n < projects * judges; ++n)
        call.affinity.push_back(chance.below(100) < conflicts
                                    ? excluded
                                    : static_cast<double>(chance.below(101)) / 100);
    return call;
}

double affinity(Call const& call, int project, int judge) {
    return call.affinity.empty() ? 1 : call.affinity[at(project * call.judges + judge)];
}

void expect_whole(Call const& call, Plan const& plan) {
    for (int p = 0; p < call.projects; ++p) {
        auto const& judges = plan.judges[at(p)];
        EXPECT_EQ(judges.size(), at(call.needs.empty() ? call.each : call.needs[at(p)])) << p;
        EXPECT_EQ(std::adjacent_find(judges.begin(), judges.end()), judges.end());
        for (int const judge : judges) EXPECT_NE(affinity(call, p, judge), excluded);
    }
    auto order = plan.sequences;
    std::vector<std::vector<int>> turned(at(call.projects));
    for (std::size_t j = 0; j < order.size(); ++j)
        for (int const p : order[j]) turned[at(p)].push_back(static_cast<int>(j));
    EXPECT_EQ(turned, plan.judges);
}

std::pair<std::size_t, std::size_t> loads(Plan const& plan) {
    auto const less = [](auto const& a, auto const& b) { return a.size() < b.size(); };
    auto const [low, high] =
        std::minmax_element(plan.sequences.begin(), plan.sequences.end(), less);
    return {low->size(), high->size()};
}

// The reference instance of the facts: 40 projects, 15 judges, 3 ballots, 60 conflicts, at most 8.
Call reference_call() {
    Chance chance(40);
    Call call{40, 15, 3};
    call.affinity.assign(600, 1);
    for (int n = 0; n < 60;) {
        auto& one = call.affinity[chance.below(600)];
        n += one != excluded;
        one = excluded;
    }
    call.loads.assign(15, Load{0, 8});
    return call;
}

}  // namespace

TEST(Assignment, covers_every_project_evenly_and_as_one_whole) {
    auto const plan = assign(reference_call(), 1).value();
    expect_whole(reference_call(), plan);
    EXPECT_EQ(loads(plan), std::pair(std::size_t{8}, std::size_t{8}));
    EXPECT_FALSE(plan.apart.has_value());
    int most = 0;
    for (int p = 0; p < 40; ++p)
        for (int q = 0; q < p; ++q) {
            std::vector<int> both;
            std::ranges::set_intersection(plan.judges[at(p)], plan.judges[at(q)],
                                          std::back_inserter(both));
            most = std::max(most, static_cast<int>(both.size()));
        }
    EXPECT_LE(most, 2);
    for (int p = 0; p < 40; ++p) {
        double sum = 0;
        for (auto const& sequence : plan.sequences)
            for (std::size_t n = 0; n < sequence.size(); ++n)
                if (sequence[n] == p)
                    sum += static_cast<double>(n) - (static_cast<double>(sequence.size()) - 1) / 2;
        EXPECT_LE(std::abs(sum / 3), 1) << p;
    }
}

TEST(Assignment, is_the_same_for_the_same_seed_and_another_for_another) {
    auto const one = assign(reference_call(), 1).value(),
               again = assign(reference_call(), 1).value();
    EXPECT_EQ(one.sequences, again.sequences);
    EXPECT_EQ(one.fingerprint, again.fingerprint);
    EXPECT_NE(one.fingerprint, assign(reference_call(), 2).value().fingerprint);
}

TEST(Assignment, is_as_good_as_that_of_a_solver_of_linear_programs) {
    Chance chance(11);
    int possible = 0;
    for (int n = 0; n < 30; ++n) {
        auto const projects = 6 + static_cast<int>(chance.below(8));
        auto const judges = 4 + static_cast<int>(chance.below(5));
        auto call =
            random_call(chance, projects, judges, 2 + static_cast<int>(chance.below(2)), 20);
        for (int j = 0; j < judges; ++j)
            call.loads.push_back(
                {static_cast<int>(chance.below(3)), 4 + static_cast<int>(chance.below(6))});
        if (n % 2 == 0) call.first = Call::First::affinity;
        auto const wanted = solved(call);
        auto const plan = assign(call, static_cast<std::uint64_t>(n));
        ASSERT_EQ(plan.refused(), !wanted.has_value()) << n;
        if (!wanted) continue;
        ++possible;
        expect_whole(call, plan.value());
        EXPECT_EQ(loads(plan.value()).second, at(wanted->load_most)) << n;
        EXPECT_NEAR(plan.value().affinity_sum + plan.value().joining_cost, wanted->affinity_sum,
                    1e-6)
            << n;
        if (plan.value().exchanges == 0)
            EXPECT_NEAR(plan.value().affinity_least, wanted->affinity_least, 1e-9) << n;
    }
    EXPECT_GE(possible, 12);
}

TEST(Assignment, names_those_for_whom_there_are_too_few_judges) {
    Chance chance(5);
    int refused = 0;
    for (int n = 0; n < 60; ++n) {
        auto call = random_call(chance, 8, 6, 3, 45);
        call.loads.assign(6, Load{0, 4 + static_cast<int>(chance.below(2))});
        auto const plan = assign(call, 1);
        if (!plan.refused()) continue;
        ++refused;
        EXPECT_FALSE(solved(call).has_value());
        auto const& reason = plan.refusal();
        ASSERT_EQ(reason.cause, Cause::too_few_judges);
        // By hand: what those judges take, and one for each pair with the others.
        std::int64_t possible = 0;
        for (int const judge : reason.judges) possible += call.loads[at(judge)].most;
        for (int const project : reason.projects)
            for (int judge = 0; judge < 6; ++judge)
                possible += affinity(call, project, judge) != excluded &&
                            !std::ranges::binary_search(reason.judges, judge);
        EXPECT_EQ(reason.needed, 3 * static_cast<std::int64_t>(reason.projects.size()));
        EXPECT_EQ(reason.available, possible);
        EXPECT_LT(reason.available, reason.needed);
    }
    EXPECT_GE(refused, 15);
}

TEST(Assignment, names_judges_who_cannot_be_given_their_least) {
    Call call{4, 3, 1};
    call.loads = {{2, 4}, {2, 4}, {2, 4}};
    auto const plan = assign(call, 1);
    ASSERT_TRUE(plan.refused());
    EXPECT_EQ(plan.refusal().cause, Cause::too_many_readings);
    EXPECT_EQ(plan.refusal().judges, (std::vector{0, 1, 2}));
    EXPECT_EQ(plan.refusal().needed, 6);
    EXPECT_EQ(plan.refusal().available, 4);
}

TEST(Assignment, is_never_worse_for_one_judge_more) {
    Chance chance(9);
    for (int n = 0; n < 40; ++n) {
        auto more = random_call(chance, 10, 7, 2, 10);
        more.first = Call::First::affinity;
        more.loads.assign(7, Load{0, 4});
        Call less{10, 6, 2, {}, {}, {}, {}, {}, Call::First::affinity};
        for (int p = 0; p < 10; ++p)
            for (int j = 0; j < 6; ++j) less.affinity.push_back(affinity(more, p, j));
        less.loads.assign(6, Load{0, 4});
        auto const before = assign(less, 1), after = assign(more, 1);
        if (before.refused() || after.value().exchanges > 0) continue;
        EXPECT_GE(after.value().affinity_least, before.value().affinity_least) << n;
    }
}

TEST(Assignment, keeps_the_ballots_that_are_there_when_a_judge_fails) {
    auto call = reference_call();
    call.loads.assign(15, Load{0, 10});
    auto const plan = assign(call, 1).value();
    // Judge 4 gave his first three ballots; everybody else half of his own.
    for (int j = 0; j < 15; ++j)
        for (std::size_t n = 0; n < (j == 4 ? 3U : 4U); ++n)
            call.fixed.emplace_back(plan.sequences[at(j)][n], j);
    for (int p = 0; p < 40; ++p) call.affinity[at(p * 15 + 4)] = excluded;
    auto const again = assign(call, 2).value();
    for (auto const& [project, judge] : call.fixed)
        EXPECT_TRUE(std::ranges::binary_search(again.judges[at(project)], judge));
    EXPECT_EQ(again.sequences[4].size(), 3U);
    for (auto const& judges : again.judges) EXPECT_EQ(judges.size(), 3U);
    EXPECT_EQ(loads(again).second, 9U);
}

TEST(Assignment, shows_the_anchors_to_everybody) {
    auto call = reference_call();
    call.loads.assign(15, Load{0, 12});
    call.anchors = {3, 17};
    auto const plan = assign(call, 1).value();
    for (int const anchor : call.anchors)
        for (int j = 0; j < 15; ++j)
            EXPECT_EQ(std::ranges::binary_search(plan.judges[at(anchor)], j),
                      affinity(call, anchor, j) != excluded);
}

TEST(Assignment, says_how_many_ballots_one_whole_needs) {
    Call call{6, 6, 1};
    auto const plan = assign(call, 1).value();
    ASSERT_TRUE(plan.apart.has_value());
    EXPECT_EQ(plan.apart->needed, 11);
    EXPECT_EQ(plan.apart->available, 6);
}

}  // namespace wasl::judging::tests
