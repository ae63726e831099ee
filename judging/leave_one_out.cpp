// SPDX-License-Identifier: Apache-2.0
#include "judging/leave_one_out.hpp"

#include <algorithm>

#include "judging/draws.hpp"
#include "kernel/result.hpp"

namespace wasl::judging {

namespace {

int projects_with_ballots(Ratings const& ratings) {
    std::vector<char> seen(static_cast<std::size_t>(ratings.projects), 0);
    for (auto const& row : ratings.rows) seen[static_cast<std::size_t>(row.project)] = 1;
    return static_cast<int>(std::count(seen.begin(), seen.end(), 1));
}

}  // namespace

Answer<std::vector<Without>> leave_one_judge_out(Ratings const& ratings, MixedModel const& whole) {
    if (auto reason = fault(ratings)) return *reason;
    auto const projects = projects_with_ballots(ratings);
    MixedOptions options;
    options.covariance = Covariance::left_out;
    options.held = whole.variances;
    std::vector<Without> all;
    for (int judge = 0; judge < ratings.judges; ++judge) {
        Ratings rest{ratings.projects, ratings.judges};
        for (auto const& row : ratings.rows)
            if (row.judge != judge) rest.rows.push_back(row);
        if (rest.rows.size() == ratings.rows.size() || rest.rows.empty()) continue;
        auto& without = all.emplace_back(Without{judge});
        without.effects = TRY(mixed_model(rest, options)).projects.value;
        without.order = order_of(without.effects);
        if (not_comparable(rest) || projects_with_ballots(rest) < projects)
            without.comparable = Without::Comparable::no;
    }
    return all;
}

std::vector<int> decisive_judges(std::vector<Without> const& all, MixedModel const& whole) {
    auto const first = order_of(whole.projects.value).front();
    std::vector<int> judges;
    for (auto const& without : all)
        if (without.order.front() != first) judges.push_back(without.judge);
    return judges;
}

}  // namespace wasl::judging
