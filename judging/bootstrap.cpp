// SPDX-License-Identifier: Apache-2.0
#include "judging/bootstrap.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "judging/index.hpp"
#include "judging/reml.hpp"
#include "kernel/result.hpp"

namespace wasl::judging {

namespace {

double log_factorial(int n) {
    double sum = 0;
    for (int k = 2; k <= n; ++k) sum += std::log(k);
    return sum;
}

void enumerate(int judges, int left, std::vector<int>& times, std::vector<Drawn>& all) {
    if (static_cast<int>(times.size()) == judges - 1) {
        times.push_back(left);
        double log_chance = log_factorial(judges) - judges * std::log(judges);
        for (int const one : times) log_chance -= log_factorial(one);
        all.push_back({times, std::exp(log_chance)});
        times.pop_back();
        return;
    }
    for (int n = 0; n <= left; ++n) {
        times.push_back(n);
        enumerate(judges, left - n, times, all);
        times.pop_back();
    }
}

// Which judges said anything, as numbers from 0 without gaps; -1: nothing.
template<typename Rows>
std::vector<int> speakers(Rows const& rows, int judges, int& amount) {
    std::vector<int> number(at(judges), -1);
    for (auto const& row : rows) number[at(row.judge)] = 0;
    amount = 0;
    for (int& one : number)
        if (one == 0) one = amount++;
    return number;
}

// The system of the mixed model with judge j there times[j] times: copies of a judge have the same
// estimate, so that one row of the system, as heavy as all of them, stands for all.
class Resampled {
public:
    Resampled(Ratings const& ratings, Design const& design, Ratios ratios)
        : design_(design), ratios_(ratios) {
        sum_scores(ratings);
    }

    std::vector<double> effects(std::vector<int> const& times) const {
        bool const judges_outer = design_.outer == Design::Outer::judges;
        auto const& crossing = design_.crossing;
        auto const root = std::sqrt(ratios_[0] * ratios_[1]);
        Both diagonal{std::vector<double>(at(crossing.outer), 1.0),
                      std::vector<double>(at(crossing.inner), 1.0)};
        Both ones{std::vector<double>(at(crossing.outer), 0.0),
                  std::vector<double>(at(crossing.inner), 0.0)};
        Both sums = ones;
        auto pairs = crossing.weight;
        auto& judge_diagonal = judges_outer ? diagonal.outer : diagonal.inner;
        auto const own = [&](int factor, double v) { return ratios_[at(factor)] * v; };
        double all = 0, total = 0;
        for (std::size_t j = 0; j < times.size(); ++j) {
            auto const copies = times[j];
            auto const& amount = judges_outer ? design_.amount.outer : design_.amount.inner;
            auto const& sum =
                judges_outer ? design_.columns.back().outer : design_.columns.back().inner;
            if (copies > 0) judge_diagonal[j] = copies * (1 + own(judges_outer ? 0 : 1, amount[j]));
            (judges_outer ? ones.outer : ones.inner)[j] = copies * amount[j];
            (judges_outer ? sums.outer : sums.inner)[j] = copies * sum[j];
            all += copies * amount[j];
            total += copies * sum[j];
        }
        add_projects(times, judges_outer, root, pairs, diagonal, ones, sums);
        return solved(std::move(pairs), std::move(diagonal), ones, sums, all, total);
    }

private:
    void add_projects(std::vector<int> const& times, bool judges_outer, double root,
                      std::vector<double>& pairs, Both& diagonal, Both& ones, Both& sums) const {
        auto const& crossing = design_.crossing;
        for (int outer = 0; outer < crossing.outer; ++outer)
            for (auto n = at(crossing.start[at(outer)]); n < at(crossing.start[at(outer) + 1]);
                 ++n) {
                auto const inner = at(crossing.with[n]);
                auto const copies = times[judges_outer ? at(outer) : inner];
                auto const amount = copies * crossing.weight[n];
                pairs[n] = root * amount;
                auto const project = judges_outer ? inner : at(outer);
                (judges_outer ? diagonal.inner : diagonal.outer)[project] +=
                    ratios_[judges_outer ? 1 : 0] * amount;
                (judges_outer ? ones.inner : ones.outer)[project] += amount;
                (judges_outer ? sums.inner : sums.outer)[project] += copies * score_sums_[n];
            }
    }

    // The sum of weighted scores of each pair, in the order of the crossing.
    void sum_scores(Ratings const& ratings) {
        auto const& crossing = design_.crossing;
        score_sums_.assign(crossing.with.size(), 0.0);
        bool const projects_outer = design_.outer == Design::Outer::projects;
        for (auto const& row : ratings.rows) {
            auto const outer = at(projects_outer ? row.project : row.judge);
            auto const inner = projects_outer ? row.judge : row.project;
            auto const begin = crossing.with.begin() + crossing.start[outer];
            auto const end = crossing.with.begin() + crossing.start[outer + 1];
            auto const place = std::lower_bound(begin, end, inner) - crossing.with.begin();
            score_sums_[static_cast<std::size_t>(place)] +=
                row.weight * (row.score - design_.centre);
        }
    }

    std::vector<double> solved(std::vector<double> pairs, Both diagonal, Both const& ones,
                               Both const& sums, double all, double total) const {
        auto const arrow = Arrow::of(design_.crossing, std::move(pairs), std::move(diagonal));
        check(arrow.has_value(), "a resampled jury makes a system that can be solved");
        auto const scaled = [&](Both v) {
            for (double& one : v.outer) one *= std::sqrt(ratios_[0]);
            for (double& one : v.inner) one *= std::sqrt(ratios_[1]);
            return v;
        };
        Both one = scaled(ones), sum = scaled(sums);
        Both const right_one = one, right_sum = sum;
        arrow->solve(one);
        arrow->solve(sum);
        auto const mean = (total - dot(right_one, sum)) / (all - dot(right_one, one));
        bool const projects_outer = design_.outer == Design::Outer::projects;
        auto const root = std::sqrt(ratios_[projects_outer ? 0 : 1]);
        auto const& of_sum = projects_outer ? sum.outer : sum.inner;
        auto const& of_one = projects_outer ? one.outer : one.inner;
        std::vector<double> effects(of_sum.size());
        for (std::size_t n = 0; n < effects.size(); ++n)
            effects[n] = root * (of_sum[n] - mean * of_one[n]);
        return effects;
    }

    Design const& design_;
    Ratios ratios_;
    std::vector<double> score_sums_;
};

void add_row(Draws& draws, std::vector<double> const& worths, double weight) {
    draws.worths.insert(draws.worths.end(), worths.begin(), worths.end());
    draws.weights.push_back(weight);
}

}  // namespace

std::vector<Drawn> drawings_of(int judges, int amount, Chance& chance) {
    std::vector<Drawn> all;
    if (judges <= judges_enumerated_max) {
        std::vector<int> times;
        enumerate(judges, judges, times, all);
        return all;
    }
    for (int n = 0; n < amount; ++n) {
        auto& drawn = all.emplace_back(Drawn{std::vector<int>(at(judges), 0), 1.0 / amount});
        for (int k = 0; k < judges; ++k)
            ++drawn.times[chance.below(static_cast<std::uint64_t>(judges))];
    }
    return all;
}

Answer<Draws> bootstrap_scores(Ratings const& ratings, MixedModel const& model, int amount,
                               Chance& chance) {
    if (auto reason = fault(ratings)) return *reason;
    Draws draws{ratings.projects};
    if (!(model.variances.residual > 0)) {
        add_row(draws, model.projects.value, 1);
        return draws;
    }
    auto const design = design_of(ratings, Drift::left_out);
    Ratios ratios{model.variances.project / model.variances.residual,
                  model.variances.judge / model.variances.residual};
    if (design.outer == Design::Outer::judges) std::swap(ratios[0], ratios[1]);
    Resampled const resampled(ratings, design, ratios);
    int judges = 0;
    auto const number = speakers(ratings.rows, ratings.judges, judges);
    std::vector<int> times(at(ratings.judges), 0);
    for (auto const& drawn : drawings_of(judges, amount, chance)) {
        for (std::size_t j = 0; j < times.size(); ++j)
            times[j] = number[j] < 0 ? 0 : drawn.times[at(number[j])];
        add_row(draws, resampled.effects(times), drawn.weight);
    }
    return draws;
}

Answer<Draws> bootstrap_worths(Contests const& contests, WorthOptions const& given, int amount,
                               Chance& chance) {
    check(given.precision > 0, "a bootstrap of worths needs a prior");
    auto options = given;
    options.start = TRY(worths(contests, given)).worth;
    // Newton doubles the digits: after a step of 1e-3 the worths are good to some 1e-6.
    options.change_max = 1e-3;
    options.deviations = Deviations::left_out;
    Draws draws{contests.projects};
    int judges = 0;
    auto const number = speakers(contests.rows, contests.judges, judges);
    for (auto const& drawn : drawings_of(judges, amount, chance)) {
        Contests again{contests.projects, contests.judges};
        for (auto row : contests.rows) {
            auto const times = drawn.times[at(number[at(row.judge)])];
            if (times == 0) continue;
            row.first_wins *= times;
            row.second_wins *= times;
            row.ties *= times;
            again.rows.push_back(row);
        }
        add_row(draws, TRY(worths(again, options)).worth, drawn.weight);
    }
    return draws;
}

}  // namespace wasl::judging
