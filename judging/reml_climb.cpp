// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "judging/index.hpp"
#include "judging/reml.hpp"

namespace wasl::judging {

namespace {

constexpr int climb_steps_max = 100;
constexpr double ratio_max = 1e8;   // beyond it the residual is a rounding error
constexpr double gain_min = 1e-13;  // of the deviance: seven digits of a variance
constexpr double rounding = 1e-9;   // of the deviance itself

// The sums of squares of Henderson's method 1 and what they are expected to be, as three equations
// for the variances of the outer factor, the inner factor and the residual.
struct Moments {
    std::array<std::array<double, 3>, 3> expected{};
    std::array<double, 3> found{};
};

Moments moments_of(Design const& design) {
    auto const last = design.columns.size() - 1;
    auto const& sums = design.columns[last];
    double const n = design.products.at(0, 0);
    double const total = design.products.at(0, static_cast<int>(last));
    std::array<double, 2> between{}, squares{}, levels{}, across{};
    for (int k = 0; k < 2; ++k) {
        auto const& amount = k == 0 ? design.amount.outer : design.amount.inner;
        auto const& sum = k == 0 ? sums.outer : sums.inner;
        for (std::size_t i = 0; i < amount.size(); ++i) {
            if (amount[i] == 0) continue;
            between[at(k)] += sum[i] * sum[i] / amount[i];
            squares[at(k)] += amount[i] * amount[i];
            ++levels[at(k)];
        }
    }
    for (int outer = 0; outer < design.crossing.outer; ++outer)
        for (auto i = at(design.crossing.start[at(outer)]);
             i < at(design.crossing.start[at(outer) + 1]); ++i) {
            auto const square = design.crossing.weight[i] * design.crossing.weight[i];
            across[0] += square / design.amount.outer[at(outer)];
            across[1] += square / design.amount.inner[at(design.crossing.with[i])];
        }
    double const mean = total * total / n;
    Moments moments;
    moments.expected = {{{n - squares[0] / n, across[0] - squares[1] / n, levels[0] - 1},
                         {across[1] - squares[0] / n, n - squares[1] / n, levels[1] - 1},
                         {n - squares[0] / n, n - squares[1] / n, design.rows - 1.0}}};
    moments.found = {between[0] - mean, between[1] - mean,
                     design.products.at(static_cast<int>(last), static_cast<int>(last)) - mean};
    return moments;
}

double determinant(std::array<std::array<double, 3>, 3> const& m) {
    return m[0][0] * (m[1][1] * m[2][2] - m[1][2] * m[2][1]) -
           m[0][1] * (m[1][0] * m[2][2] - m[1][2] * m[2][0]) +
           m[0][2] * (m[1][0] * m[2][1] - m[1][1] * m[2][0]);
}

Ratios first_guess(Design const& design) {
    auto const moments = moments_of(design);
    double const whole = determinant(moments.expected);
    std::array<double, 3> variance{};
    for (std::size_t k = 0; k < 3; ++k) {
        auto replaced = moments.expected;
        for (std::size_t row = 0; row < 3; ++row) replaced[row][k] = moments.found[row];
        variance[k] = determinant(replaced) / whole;
    }
    auto const guess = [&](std::size_t k) {
        auto const ratio = variance[k] / variance[2];
        return std::isfinite(ratio) && variance[2] > 0 && ratio > 0 ? std::clamp(ratio, 0.01, 100.0)
                                                                    : 0.3;
    };
    return {guess(0), guess(1)};
}

// A factor of one level cannot be told from the mean.
std::array<bool, 2> can_vary(Design const& design) {
    auto const levels = [](std::vector<double> const& amount) {
        return std::count_if(amount.begin(), amount.end(), [](double one) { return one > 0; });
    };
    return {levels(design.amount.outer) > 1, levels(design.amount.inner) > 1};
}

struct Step {
    std::array<double, 2> by{};
    double gain = 0;  // how much lower the deviance should be
};

// Newton's step with the average information; a ratio at 0 that wants below stays where it is.
Step step_of(Profile::Slope const& slope, Ratios const& ratios, std::array<bool, 2> varies) {
    std::array<bool, 2> free{};
    for (std::size_t k = 0; k < 2; ++k)
        free[k] = varies[k] && (ratios[k] > 0 || slope.gradient[k] < 0) &&
                  (ratios[k] < ratio_max || slope.gradient[k] > 0);
    Step step;
    auto const alone = [&](std::size_t k) {
        auto const curve = slope.information[k][k];
        step.by[k] = curve > 0 ? -slope.gradient[k] / curve : 0;
    };
    auto const& h = slope.information;
    auto const whole = h[0][0] * h[1][1] - h[0][1] * h[1][0];
    if (free[0] && free[1] && whole > 1e-10 * h[0][0] * h[1][1]) {
        step.by[0] = (h[0][1] * slope.gradient[1] - h[1][1] * slope.gradient[0]) / whole;
        step.by[1] = (h[1][0] * slope.gradient[0] - h[0][0] * slope.gradient[1]) / whole;
    } else {
        for (std::size_t k = 0; k < 2; ++k)
            if (free[k]) alone(k);
    }
    for (std::size_t k = 0; k < 2; ++k) {
        // Far from the top the curve misleads: at most tenfold, and down to 0 only from nearby.
        step.by[k] = std::min(step.by[k], 9 * std::max(ratios[k], 0.01));
        if (ratios[k] > 0.01) step.by[k] = std::max(step.by[k], -0.9 * ratios[k]);
        step.by[k] = std::max(step.by[k], -ratios[k]);
        step.gain -= slope.gradient[k] * step.by[k] / 2;
    }
    return step;
}

Climbed standing(Profile profile) {
    auto inner = profile.arrow().inner_inverse();
    auto outer = profile.arrow().outer_inverse_diagonal(inner);
    return {std::move(profile), std::move(inner), std::move(outer)};
}

}  // namespace

std::optional<Climbed> stay(Design const& design, Ratios ratios) {
    auto profile = Profile::of(design, ratios);
    if (!profile) return std::nullopt;
    return standing(std::move(*profile));
}

std::optional<Climbed> climb(Design const& design) {
    auto const varies = can_vary(design);
    auto ratios = first_guess(design);
    for (std::size_t k = 0; k < 2; ++k)
        if (!varies[k]) ratios[k] = 0;
    auto now = stay(design, ratios);
    if (!now) return std::nullopt;
    for (int steps = 1; steps <= climb_steps_max; ++steps) {
        now->steps = steps;
        auto const step =
            step_of(now->profile.slope(now->inner_inverse, now->outer_diagonal), ratios, varies);
        if (!(step.gain > gain_min)) return now;
        std::optional<Profile> next;
        for (double part = 1; part > 1e-10; part /= 2) {
            Ratios const tried{std::clamp(ratios[0] + part * step.by[0], 0.0, ratio_max),
                               std::clamp(ratios[1] + part * step.by[1], 0.0, ratio_max)};
            next = Profile::of(design, tried);
            auto const slack = rounding * std::max(1.0, std::abs(now->profile.deviance()));
            if (next && next->deviance() <= now->profile.deviance() + slack) break;
            next.reset();
        }
        if (!next) return now;  // no way up that doubles can see
        ratios = next->ratios();
        *now = standing(std::move(*next));
    }
    now->steps = climb_steps_max;
    now->end = Climbed::End::gave_up;
    return now;
}

}  // namespace wasl::judging
