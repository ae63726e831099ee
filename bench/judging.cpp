// SPDX-License-Identifier: Apache-2.0
// The mathematics of juries, measured by itself: `judging PART`, which says CPU seconds and the
// highest memory in MB. The data are made here, always the same.
//
//     judging results      200 projects, 100 judges, 1,400 ballots, 1,000 draws of the jury
//     judging rankings     the same size by ranking: each judge puts fourteen in order
//     judging ratings      73,421 ratings of 2,972 judges about 1,128
//     judging assignment   1,000 projects to 300 judges, 5 ballots each
#include <sys/resource.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <string_view>

#include "judging/assignment.hpp"
#include "judging/bootstrap.hpp"
#include "judging/leave_one_out.hpp"
#include "judging/means.hpp"

namespace judging = wasl::judging;

namespace {

// Severe and lenient judges, marks of 1 to 5 in whole steps.
judging::Ratings ballots(int projects, int judges, int amount) {
    judging::Chance chance(7);
    std::vector<double> quality, severity;
    for (int n = 0; n < projects; ++n) quality.push_back(0.5 * chance.normal());
    for (int n = 0; n < judges; ++n) severity.push_back(0.35 * chance.normal());
    judging::Ratings ratings{projects, judges};
    auto const draw = [&](int below) {
        return static_cast<int>(chance.below(static_cast<std::uint64_t>(below)));
    };
    for (int n = 0; n < amount; ++n) {
        // Everybody has a ballot before chance decides about the rest.
        auto const project = n < projects ? n : draw(projects);
        auto const judge = n < judges ? n : draw(judges);
        auto const mark = 3.2 + quality[static_cast<std::size_t>(project)] +
                          severity[static_cast<std::size_t>(judge)] + 1.18 * chance.normal();
        auto const whole = mark < 1 ? 1.0 : mark > 5 ? 5.0 : static_cast<int>(mark + 0.5);
        ratings.rows.push_back({project, judge, whole});
    }
    return ratings;
}

double results() {
    auto const ratings = ballots(200, 100, 1400);
    auto const model = judging::mixed_model(ratings).value();
    judging::Chance chance(1);
    auto const draws = judging::bootstrap_scores(ratings, model, 1000, chance).value();
    auto const posterior = judging::posterior_draws(model, 4000, chance);
    auto const beats = judging::chances_of_beating(model);
    auto const without = judging::leave_one_judge_out(ratings, model).value();
    return judging::sd_of(draws)[0] + judging::intervals_of(draws)[0].low +
           judging::chances_of_top(draws, 3)[0] + judging::chances_of_top(posterior, 3)[0] +
           judging::places_of(beats)[0].best + without[0].effects[0] +
           *judging::raw_means(ratings).value()[0] + *judging::z_means(ratings).value()[0];
}

// 200 projects, 100 judges who each put fourteen in order, 1,000 draws of the jury.
double rankings() {
    judging::Chance chance(5);
    std::vector<double> quality;
    for (int n = 0; n < 200; ++n) quality.push_back(chance.normal());
    std::vector<judging::Ranking> all;
    for (int judge = 0; judge < 100; ++judge) {
        std::vector<std::pair<double, int>> seen;
        for (int n = 0; n < 14; ++n) {
            auto const project = (judge * 14 + n * 37) % 200;
            seen.emplace_back(-quality[static_cast<std::size_t>(project)] - chance.normal(),
                              project);
        }
        std::sort(seen.begin(), seen.end());
        auto& ranking = all.emplace_back(judging::Ranking{judge});
        for (auto const& one : seen) ranking.places.push_back({one.second});
    }
    auto const contests = judging::contests_of(200, 100, all);
    auto const draws = judging::bootstrap_worths(contests, {}, 1000, chance).value();
    return judging::sd_of(draws)[0] + judging::intervals_of(draws)[0].low;
}

double many_ratings() {
    judging::MixedOptions options;
    options.covariance = judging::Covariance::left_out;
    auto const model = judging::mixed_model(ballots(1128, 2972, 73'421), options).value();
    return model.variances.residual + model.projects.sd_marginal[0];
}

double assignment() {
    judging::Chance chance(3);
    judging::Call call{1000, 300};
    call.each = 5;
    for (int n = 0; n < 1000 * 300; ++n)
        call.affinity.push_back(chance.below(20) == 0 ? judging::excluded : chance.uniform());
    auto const plan = judging::assign(call, 1).value();
    return plan.affinity_sum + static_cast<double>(plan.sequences[0].size());
}

}  // namespace

int main(int count, char** words) {
    std::string_view const part = count == 2 ? words[1] : "";
    double (*const run)() = part == "results"      ? results
                            : part == "ratings"    ? many_ratings
                            : part == "rankings"   ? rankings
                            : part == "assignment" ? assignment
                                                   : nullptr;
    if (run == nullptr)
        return std::fprintf(stderr, "judging results|rankings|ratings|assignment\n"), 2;
    auto const check = run();
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    std::printf("%.3f %.1f %.6f\n", static_cast<double>(std::clock()) / CLOCKS_PER_SEC,
                static_cast<double>(used.ru_maxrss) / 1024, check);
    return 0;
}
