// SPDX-License-Identifier: Apache-2.0
#include "judging/draws.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "judging/index.hpp"
#include "judging/normal.hpp"
#include "kernel/result.hpp"

namespace wasl::judging {

namespace {

// What differs by less differs by rounding.
constexpr double equal_within = 1e-9;

// A covariance whose smallest values are rounding errors is lifted until it can be factored.
Factor factor_of(Square const& covariance) {
    double largest = 0;
    for (int n = 0; n < covariance.size(); ++n) largest = std::max(largest, covariance.at(n, n));
    for (double lift = 1e-13; lift < 1; lift *= 10) {
        auto lifted = covariance;
        for (int n = 0; n < lifted.size(); ++n) lifted.at(n, n) += lift * largest;
        if (auto factor = Factor::of(std::move(lifted))) return std::move(*factor);
    }
    throw Bug("a covariance cannot be factored");
}

bool all_zero(Square const& covariance) {
    for (int n = 0; n < covariance.size(); ++n)
        if (covariance.at(n, n) > 0) return false;
    return true;
}

std::vector<std::pair<double, double>> column_of(Draws const& draws, int project) {
    std::vector<std::pair<double, double>> column;
    for (int row = 0; row < draws.rows(); ++row)
        column.emplace_back(draws.worth(row, project), draws.weights[at(row)]);
    return column;
}

double quantile(std::vector<std::pair<double, double>> const& sorted, double share) {
    double sum = 0;
    for (auto const& [worth, weight] : sorted) {
        sum += weight;
        if (sum >= share - 1e-12) return worth;
    }
    return sorted.back().first;
}

}  // namespace

Draws posterior_draws(MixedModel const& model, int amount, Chance& chance) {
    auto const projects = static_cast<int>(model.projects.value.size());
    check(model.covariance.size() == projects, "draws need the covariance of the model");
    Draws draws{projects};
    draws.weights.assign(at(amount), 1.0 / amount);
    draws.worths.resize(at(amount) * at(projects));
    std::optional<Factor> factor;
    if (!all_zero(model.covariance)) factor = factor_of(model.covariance);
    std::vector<double> normals(at(projects));
    for (int row = 0; row < amount; ++row) {
        std::span<double> const out(draws.worths.data() + at(row) * at(projects), at(projects));
        for (double& one : normals) one = chance.normal();
        if (factor) factor->spread(normals, out);
        for (std::size_t n = 0; n < out.size(); ++n) out[n] += model.projects.value[n];
    }
    return draws;
}

std::vector<double> sd_of(Draws const& draws) {
    std::vector<double> sds;
    for (int project = 0; project < draws.projects; ++project) {
        double mean = 0, square = 0;
        for (int row = 0; row < draws.rows(); ++row)
            mean += draws.weights[at(row)] * draws.worth(row, project);
        for (int row = 0; row < draws.rows(); ++row) {
            auto const away = draws.worth(row, project) - mean;
            square += draws.weights[at(row)] * away * away;
        }
        sds.push_back(std::sqrt(square));
    }
    return sds;
}

std::vector<Interval> intervals_of(Draws const& draws, double share) {
    std::vector<Interval> intervals;
    for (int project = 0; project < draws.projects; ++project) {
        auto column = column_of(draws, project);
        std::sort(column.begin(), column.end());
        intervals.push_back({quantile(column, (1 - share) / 2), quantile(column, (1 + share) / 2)});
    }
    return intervals;
}

std::vector<double> chances_of_top(Draws const& draws, int k, Equals equals) {
    std::vector<double> chances(at(draws.projects), 0.0);
    if (k <= 0) return chances;
    auto const first = std::min(k, draws.projects);
    std::vector<std::pair<double, int>> row_of(at(draws.projects));
    for (int row = 0; row < draws.rows(); ++row) {
        for (int n = 0; n < draws.projects; ++n)
            row_of[at(n)] = {-std::round(draws.worth(row, n) / equal_within), n};
        std::nth_element(row_of.begin(), row_of.begin() + (first - 1), row_of.end());
        if (equals == Equals::in_order) {
            for (int n = 0; n < first; ++n)
                chances[at(row_of[at(n)].second)] += draws.weights[at(row)];
            continue;
        }
        // Those who are equal at the last of these places share what is left of them.
        auto const last = row_of[at(first - 1)].first;
        auto const count = [&](auto holds) {
            return static_cast<int>(std::count_if(row_of.begin(), row_of.end(), holds));
        };
        int const better = count([&](auto const& one) { return one.first < last; });
        int const equal = count([&](auto const& one) { return one.first == last; });
        for (auto const& [worth, project] : row_of) {
            if (worth > last) continue;
            auto const share = worth < last ? 1.0 : 1.0 * (first - better) / equal;
            chances[at(project)] += draws.weights[at(row)] * share;
        }
    }
    return chances;
}

Square chances_of_beating(Draws const& draws) {
    Square beats(draws.projects);
    for (int row = 0; row < draws.rows(); ++row)
        for (int a = 0; a < draws.projects; ++a)
            for (int b = 0; b < draws.projects; ++b) {
                auto const difference = draws.worth(row, a) - draws.worth(row, b);
                if (difference > -equal_within)
                    beats.at(a, b) +=
                        draws.weights[at(row)] * (difference > equal_within ? 1 : 0.5);
            }
    return beats;
}

Square chances_of_beating(MixedModel const& model) {
    auto const& value = model.projects.value;
    Square beats(static_cast<int>(value.size()));
    for (int a = 0; a < beats.size(); ++a)
        for (int b = 0; b < beats.size(); ++b) {
            auto const difference = value[at(a)] - value[at(b)];
            auto const sd = model.sd_between(a, b);
            if (sd > 0)
                beats.at(a, b) = normal_share(difference / sd);
            else
                beats.at(a, b) = difference == 0 ? 0.5 : (difference > 0 ? 1 : 0);
        }
    return beats;
}

std::vector<Places> places_of(Square const& beats, double sure) {
    std::vector<Places> places(at(beats.size()), Places{1, beats.size()});
    for (int a = 0; a < beats.size(); ++a)
        for (int b = 0; b < beats.size(); ++b)
            if (a != b && beats.at(a, b) > sure) {
                --places[at(a)].worst;
                ++places[at(b)].best;
            }
    return places;
}

std::vector<int> order_of(std::vector<double> const& worths) {
    std::vector<int> order(worths.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [&](int a, int b) {
        return worths[at(a)] != worths[at(b)] ? worths[at(a)] > worths[at(b)] : a < b;
    });
    return order;
}

std::vector<std::vector<int>> tie_groups(std::vector<double> const& worths, Square const& beats,
                                         double sure) {
    std::vector<std::vector<int>> groups;
    for (int const project : order_of(worths)) {
        if (groups.empty() || beats.at(groups.back().front(), project) > sure)
            groups.emplace_back();
        groups.back().push_back(project);
    }
    return groups;
}

std::vector<Interval> published_intervals(MixedModel const& model) {
    std::vector<Interval> intervals;
    for (std::size_t n = 0; n < model.projects.value.size(); ++n) {
        auto const middle = model.mean.value + model.projects.value[n];
        auto const arm = widened * sd_of_95 * model.projects.sd_marginal[n];
        intervals.push_back({middle - arm, middle + arm});
    }
    return intervals;
}

Interval interval_between(MixedModel const& model, int one, int other) {
    auto const middle = model.projects.value[at(one)] - model.projects.value[at(other)];
    auto const arm = widened * sd_of_95 * model.sd_between(one, other);
    return {middle - arm, middle + arm};
}

}  // namespace wasl::judging
