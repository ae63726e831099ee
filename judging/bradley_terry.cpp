// SPDX-License-Identifier: Apache-2.0
#include "judging/bradley_terry.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "judging/index.hpp"
#include "kernel/result.hpp"

namespace wasl::judging {

namespace {

constexpr int steps_max = 200;
constexpr double worth_max = 40;  // logits: beyond, exp() says nothing more

double log_of_sum(double a, double b) {
    return std::max(a, b) + std::log1p(std::exp(-std::abs(a - b)));
}

// The parameters in one vector: the worths (less the reference), the advantage, log nu.
struct Layout {
    int projects = 0;
    int reference = -1;  // -1: none
    int advantage = -1;
    int log_nu = -1;
    int size = 0;

    int of(int project) const {
        if (reference < 0 || project < reference) return project;
        return project == reference ? -1 : project - 1;
    }
};

Layout layout_of(Contests const& contests, WorthOptions const& options) {
    Layout layout{contests.projects};
    layout.size = contests.projects;
    if (options.precision <= 0) {
        layout.reference = options.reference;
        --layout.size;
    }
    if (options.first_shown == FirstShown::estimated) layout.advantage = layout.size++;
    if (options.ties == Ties::own_parameter) layout.log_nu = layout.size++;
    return layout;
}

double value(std::vector<double> const& parameters, int place) {
    return place < 0 ? 0 : parameters[at(place)];
}

struct Chances {
    double first = 0, second = 0, tie = 0;  // they add up to 1
    double log_first = 0, log_second = 0, log_tie = 0;
};

// Weights exp(eta / 2), exp(-eta / 2) and, with ties, nu.
Chances chances_of(Layout const& layout, std::vector<double> const& parameters,
                   Contest const& row) {
    auto const eta = value(parameters, layout.of(row.first)) -
                     value(parameters, layout.of(row.second)) + value(parameters, layout.advantage);
    auto sum = log_of_sum(eta / 2, -eta / 2);
    if (layout.log_nu >= 0) sum = log_of_sum(sum, parameters[at(layout.log_nu)]);
    Chances chances;
    chances.log_first = eta / 2 - sum;
    chances.log_second = -eta / 2 - sum;
    chances.first = std::exp(chances.log_first);
    chances.second = std::exp(chances.log_second);
    if (layout.log_nu >= 0) {
        chances.log_tie = parameters[at(layout.log_nu)] - sum;
        chances.tie = std::exp(chances.log_tie);
    }
    return chances;
}

// Without their logarithms, which the slope does not need: half the time where nobody ties.
Chances shares_of(Layout const& layout, std::vector<double> const& parameters, Contest const& row) {
    if (layout.log_nu >= 0) return chances_of(layout, parameters, row);
    auto const eta = value(parameters, layout.of(row.first)) -
                     value(parameters, layout.of(row.second)) + value(parameters, layout.advantage);
    auto const less = std::exp(-std::abs(eta));
    auto const better = 1 / (1 + less);
    Chances chances;
    chances.first = eta > 0 ? better : less * better;
    chances.second = eta > 0 ? less * better : better;
    return chances;
}

struct Hill {  // the penalised log-likelihood at a point
    double height = 0;
    double log_likelihood = 0;
};

Hill hill_at(Layout const& layout, Contests const& contests, double precision,
             std::vector<double> const& parameters) {
    Hill hill;
    for (auto const& row : contests.rows) {
        auto const chances = chances_of(layout, parameters, row);
        hill.log_likelihood += row.first_wins * chances.log_first +
                               row.second_wins * chances.log_second + row.ties * chances.log_tie;
    }
    hill.height = hill.log_likelihood;
    for (int n = 0; n < layout.projects; ++n) {
        auto const worth = value(parameters, layout.of(n));
        hill.height -= precision / 2 * worth * worth;
    }
    return hill;
}

struct Slope {
    std::vector<double> gradient;
    Square curve;  // minus the Hessian
};

// Adds the part of one row: it depends on eta (by the two worths and the advantage) and on log nu.
void add_row(Layout const& layout, std::vector<double> const& parameters, Contest const& row,
             Slope& slope) {
    auto const chances = shares_of(layout, parameters, row);
    auto const all = row.first_wins + row.second_wins + row.ties;
    auto const along_eta =
        (row.first_wins - row.second_wins) / 2 - all * (chances.first - chances.second) / 2;
    auto const along_nu = row.ties - all * chances.tie;
    auto const difference = chances.first - chances.second;
    auto const eta_eta = all * (chances.first + chances.second - difference * difference) / 4;
    auto const nu_nu = all * chances.tie * (1 - chances.tie);
    auto const eta_nu = -all * difference * chances.tie / 2;
    std::array<std::pair<int, double>, 3> const eta{
        {{layout.of(row.first), 1.0}, {layout.of(row.second), -1.0}, {layout.advantage, 1.0}}};
    for (auto const& [place, sign] : eta) {
        if (place < 0) continue;
        slope.gradient[at(place)] += sign * along_eta;
        for (auto const& [other, other_sign] : eta)
            if (other >= 0) slope.curve.at(place, other) += sign * other_sign * eta_eta;
        if (layout.log_nu >= 0) {
            slope.curve.at(place, layout.log_nu) += sign * eta_nu;
            slope.curve.at(layout.log_nu, place) += sign * eta_nu;
        }
    }
    if (layout.log_nu < 0) return;
    slope.gradient[at(layout.log_nu)] += along_nu;
    slope.curve.at(layout.log_nu, layout.log_nu) += nu_nu;
}

Slope slope_at(Layout const& layout, Contests const& contests, double precision,
               std::vector<double> const& parameters) {
    Slope slope{std::vector<double>(at(layout.size), 0.0), Square(layout.size)};
    for (auto const& row : contests.rows) add_row(layout, parameters, row, slope);
    for (int n = 0; n < layout.projects; ++n)
        if (auto const place = layout.of(n); place >= 0) {
            slope.gradient[at(place)] -= precision * parameters[at(place)];
            slope.curve.at(place, place) += precision;
        }
    // Where no row tells (nobody tied, nobody was shown first) a breath keeps the system solvable.
    for (int n = 0; n < layout.size; ++n) slope.curve.at(n, n) += 1e-12;
    return slope;
}

// A full step is never too long where it moves no comparison by more than this, d: the curve falls
// by no more than a factor exp(d) on the way, and exp(d) - d - 1 <= d^2 holds up to 1.79.
constexpr double certain_move = 1.7;  // logits, of two worths and an advantage

// One damped step of Newton; the largest move, or nothing where there is no way up.
double climb(Layout const& layout, Contests const& contests, double precision,
             std::vector<double>& parameters) {
    auto slope = slope_at(layout, contests, precision, parameters);
    auto const factor = Factor::of(std::move(slope.curve));
    check(factor.has_value(), "the likelihood of contests is concave");
    auto step = std::move(slope.gradient);
    factor->solve(step);
    if (layout.log_nu < 0) {
        double most = 0, far = 0;
        for (std::size_t n = 0; n < step.size(); ++n) {
            most = std::max(most, std::abs(step[n]));
            far = std::max(far, std::abs(parameters[n] + step[n]));
        }
        if (3 * most <= certain_move && far <= worth_max) {
            for (std::size_t n = 0; n < step.size(); ++n) parameters[n] += step[n];
            return most;
        }
    }
    auto const before = hill_at(layout, contests, precision, parameters).height;
    for (double part = 1; part > 1e-9; part /= 2) {
        auto tried = parameters;
        double most = 0;
        for (std::size_t n = 0; n < tried.size(); ++n) {
            auto const to = std::clamp(tried[n] + part * step[n], -worth_max, worth_max);
            most = std::max(most, std::abs(to - tried[n]));
            tried[n] = to;
        }
        auto const after = hill_at(layout, contests, precision, tried).height;
        if (after < before - 1e-9 * std::max(1.0, std::abs(before))) continue;
        parameters = std::move(tried);
        return most;
    }
    return 0;
}

double deviance_of(Contests const& contests, double log_likelihood, int& cells) {
    double saturated = 0;
    cells = 0;
    for (auto const& row : contests.rows) {
        auto const all = row.first_wins + row.second_wins + row.ties;
        if (all <= 0) continue;
        ++cells;
        for (double const amount : {row.first_wins, row.second_wins, row.ties})
            if (amount > 0) saturated += amount * std::log(amount / all);
    }
    return 2 * (saturated - log_likelihood);
}

}  // namespace

Answer<Worths> worths(Contests const& given, WorthOptions const& options) {
    if (auto reason = fault(given)) return *reason;
    if (options.reference < 0 || options.reference >= given.projects)
        return Reason{Cause::out_of_range, {options.reference}};
    if (options.precision <= 0)
        if (auto reason = without_maximum(given)) return *reason;
    auto const contests = options.ties == Ties::split ? ties_split(given) : given;
    auto const layout = layout_of(contests, options);
    auto const precision = std::max(options.precision, 0.0);
    std::vector<double> parameters(at(layout.size), 0.0);
    for (int n = 0; n < layout.projects && n < static_cast<int>(options.start.size()); ++n)
        if (auto const place = layout.of(n); place >= 0)
            parameters[at(place)] = options.start[at(n)];
    Worths result;
    while (result.steps < steps_max) {
        ++result.steps;
        if (climb(layout, contests, precision, parameters) <= options.change_max) break;
    }
    std::optional<Square> covariance;
    if (options.deviations == Deviations::wanted)
        covariance = Factor::of(slope_at(layout, contests, precision, parameters).curve)->inverse();
    auto const sd = [&](int place) {
        return covariance ? std::sqrt(covariance->at(place, place)) : 0.0;
    };
    for (int n = 0; n < layout.projects; ++n) {
        auto const place = layout.of(n);
        result.worth.push_back(value(parameters, place));
        result.sd.push_back(place < 0 ? 0 : sd(place));
    }
    if (layout.advantage >= 0)
        result.first_shown = Parameter{parameters[at(layout.advantage)], sd(layout.advantage)};
    if (layout.log_nu >= 0)
        result.log_nu = Parameter{parameters[at(layout.log_nu)], sd(layout.log_nu)};
    if (options.deviations == Deviations::left_out) return result;
    result.log_likelihood = hill_at(layout, contests, precision, parameters).log_likelihood;
    int cells = 0;
    result.deviance = deviance_of(contests, result.log_likelihood, cells);
    result.degrees_of_freedom =
        (layout.log_nu >= 0 ? 2 : 1) * cells - layout.size - (layout.reference < 0 ? -1 : 0);
    return result;
}

double chance_of_beating(Worths const& worths, int a, int b) {
    return 1 / (1 + std::exp(worths.worth[at(b)] - worths.worth[at(a)]));
}

}  // namespace wasl::judging
