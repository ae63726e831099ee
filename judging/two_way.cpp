// SPDX-License-Identifier: Apache-2.0
#include "judging/two_way.hpp"

#include <cmath>
#include <numeric>

#include "judging/reml.hpp"
#include "kernel/result.hpp"

namespace wasl::judging {

namespace {

std::optional<Reason> without_ballots(Ratings const& ratings) {
    std::vector<char> project(static_cast<std::size_t>(ratings.projects), 0);
    std::vector<char> judge(static_cast<std::size_t>(ratings.judges), 0);
    for (auto const& row : ratings.rows)
        project[static_cast<std::size_t>(row.project)] =
            judge[static_cast<std::size_t>(row.judge)] = 1;
    Reason reason{Cause::not_connected};
    for (std::size_t n = 0; n < project.size(); ++n)
        if (!project[n]) reason.projects.push_back(static_cast<int>(n));
    for (std::size_t n = 0; n < judge.size(); ++n)
        if (!judge[n]) reason.judges.push_back(static_cast<int>(n));
    if (reason.projects.empty() && reason.judges.empty()) return std::nullopt;
    return reason;
}

double take_mean(std::vector<double>& effects) {
    auto const mean =
        std::accumulate(effects.begin(), effects.end(), 0.0) / static_cast<double>(effects.size());
    for (double& one : effects) one -= mean;
    return mean;
}

}  // namespace

Answer<TwoWay> two_way(Ratings const& ratings) {
    if (auto reason = fault(ratings)) return *reason;
    if (auto reason = without_ballots(ratings)) return *reason;
    if (auto reason = not_comparable(ratings)) return *reason;
    auto const design = design_of(ratings, Drift::left_out);
    // The mean may be moved between the factors. The first inner level is held near 0 to make the
    // system definite; it takes nothing from the fit, since what it holds can be moved away.
    auto diagonal = design.amount;
    diagonal.inner[0] += diagonal.inner[0];
    auto const arrow = Arrow::of(design.crossing, design.crossing.weight, diagonal);
    check(arrow.has_value(), "a connected graph of ballots has one solution");
    Both effects = design.columns.back();
    arrow->solve(effects);
    TwoWay result;
    bool const projects_outer = design.outer == Design::Outer::projects;
    result.project = projects_outer ? effects.outer : effects.inner;
    result.judge = projects_outer ? effects.inner : effects.outer;
    result.mean = design.centre + take_mean(result.project) + take_mean(result.judge);
    double squares = 0;
    for (auto const& row : ratings.rows) {
        auto const rest = row.score - result.mean -
                          result.project[static_cast<std::size_t>(row.project)] -
                          result.judge[static_cast<std::size_t>(row.judge)];
        squares += row.weight * rest * rest;
    }
    result.degrees_of_freedom =
        static_cast<int>(ratings.rows.size()) - ratings.projects - ratings.judges + 1;
    if (result.degrees_of_freedom > 0)
        result.residual_sd = std::sqrt(squares / result.degrees_of_freedom);
    return result;
}

}  // namespace wasl::judging
