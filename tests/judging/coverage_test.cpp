// SPDX-License-Identifier: Apache-2.0
// Whether published intervals hold what they promise: editions of which the truth is known.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "judging/assignment.hpp"
#include "judging/bootstrap.hpp"
#include "judging/draws.hpp"
#include "judging/index.hpp"

namespace wasl::judging::tests {

namespace {

struct Edition {
    Ratings ratings;
    std::vector<double> truth;  // of each project, on the scale of the scores
};

// Quality of sd 1; a judge sees it with an error of sd 0.8, is severe or lenient by sd 0.7, uses
// more or less of the scale (a factor of sd 0.25 in logarithms), and marks in whole steps of 1
// to 10.
enum class Judges { additive, human };
Edition edition(Chance& chance, Call const& call, Judges kind) {
    auto const plan = assign(call, chance.next()).value();
    Edition made{{call.projects, call.judges}, {}};
    for (int p = 0; p < call.projects; ++p) made.truth.push_back(5.5 + 1.8 * chance.normal());
    for (int j = 0; j < call.judges; ++j) {
        auto const severity = 1.8 * 0.7 * chance.normal();
        auto const scale = kind == Judges::human ? std::exp(0.25 * chance.normal()) : 1.0;
        for (int const p : plan.sequences[at(j)]) {
            auto const seen = made.truth[at(p)] - 5.5 + 1.8 * 0.8 * chance.normal();
            auto score = 5.5 + severity + scale * seen;
            if (kind == Judges::human) score = std::clamp(std::round(score), 1.0, 10.0);
            made.ratings.rows.push_back({p, j, score});
        }
    }
    return made;
}

struct Held {
    double differences = 0;
    double scores = 0;
};

// The shares of intervals that hold the truth, over 200 editions.
Held held(Call const& call, Judges kind) {
    Chance chance(2022);
    double pairs = 0, held_pairs = 0, scores = 0, held_scores = 0;
    for (int n = 0; n < 200; ++n) {
        auto const made = edition(chance, call, kind);
        auto const model = mixed_model(made.ratings).value();
        auto const intervals = published_intervals(model);
        for (int a = 0; a < call.projects; ++a) {
            ++scores;
            held_scores += intervals[at(a)].low <= made.truth[at(a)] &&
                           made.truth[at(a)] <= intervals[at(a)].high;
            for (int b = 0; b < a; ++b) {
                auto const between = interval_between(model, a, b);
                auto const truth = made.truth[at(a)] - made.truth[at(b)];
                ++pairs;
                held_pairs += between.low <= truth && truth <= between.high;
            }
        }
    }
    return {held_pairs / pairs, held_scores / scores};
}

}  // namespace

TEST(Coverage, of_differences_is_what_is_promised) {
    for (auto const& call : {Call{12, 5, 5}, Call{40, 15, 3}})
        for (auto const kind : {Judges::additive, Judges::human}) {
            auto const found = held(call, kind);
            EXPECT_GE(found.differences, 0.90) << call.projects;
            EXPECT_LE(found.differences, 0.98) << call.projects;
            EXPECT_GE(found.scores, 0.90) << call.projects;
            EXPECT_LE(found.scores, 0.98) << call.projects;
        }
}

}  // namespace wasl::judging::tests
