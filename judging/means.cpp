// SPDX-License-Identifier: Apache-2.0
#include "judging/means.hpp"

#include <algorithm>
#include <cmath>

namespace wasl::judging {

namespace {

struct Habit {  // of a judge
    int ballots = 0;
    double mean = 0;
    double sd = 0;
};

std::vector<Habit> habits(Ratings const& ratings) {
    std::vector<Habit> all(static_cast<std::size_t>(ratings.judges));
    auto const of = [&](Rating const& row) -> Habit& {
        return all[static_cast<std::size_t>(row.judge)];
    };
    for (auto const& row : ratings.rows) {
        ++of(row).ballots;
        of(row).mean += row.score;
    }
    for (auto& one : all) one.mean /= std::max(one.ballots, 1);
    for (auto const& row : ratings.rows) {
        auto const away = row.score - of(row).mean;
        of(row).sd += away * away;
    }
    for (auto& one : all) one.sd = one.ballots > 1 ? std::sqrt(one.sd / (one.ballots - 1)) : 0;
    return all;
}

template<typename Value>
PerProject mean_of(Ratings const& ratings, Value value) {
    PerProject means(static_cast<std::size_t>(ratings.projects));
    std::vector<int> ballots(means.size(), 0);
    for (auto const& row : ratings.rows) {
        auto const project = static_cast<std::size_t>(row.project);
        means[project] = means[project].value_or(0) + value(row);
        ++ballots[project];
    }
    for (std::size_t n = 0; n < means.size(); ++n)
        if (means[n]) *means[n] /= ballots[n];
    return means;
}

double middle(std::vector<double>& values) {
    std::sort(values.begin(), values.end());
    auto const half = values.size() / 2;
    return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

}  // namespace

Answer<PerProject> raw_means(Ratings const& ratings) {
    if (auto reason = fault(ratings)) return *reason;
    return mean_of(ratings, [](Rating const& row) { return row.score; });
}

Answer<PerProject> z_means(Ratings const& ratings) {
    if (auto reason = fault(ratings)) return *reason;
    auto const all = habits(ratings);
    return mean_of(ratings, [&](Rating const& row) {
        auto const& judge = all[static_cast<std::size_t>(row.judge)];
        // A rounding error is not a difference of opinion.
        auto const noise = 1e-12 * std::max(1.0, std::abs(judge.mean));
        return judge.sd > noise ? (row.score - judge.mean) / judge.sd : 0.0;
    });
}

Answer<PerProject> centred_medians(Ratings const& ratings) {
    if (auto reason = fault(ratings)) return *reason;
    auto const all = habits(ratings);
    std::vector<std::vector<double>> centred(static_cast<std::size_t>(ratings.projects));
    double sum = 0;
    for (auto const& row : ratings.rows) {
        sum += row.score;
        centred[static_cast<std::size_t>(row.project)].push_back(
            row.score - all[static_cast<std::size_t>(row.judge)].mean);
    }
    auto const mean = sum / static_cast<double>(ratings.rows.size());
    PerProject medians(centred.size());
    for (std::size_t n = 0; n < centred.size(); ++n)
        if (!centred[n].empty()) medians[n] = mean + middle(centred[n]);
    return medians;
}

}  // namespace wasl::judging
