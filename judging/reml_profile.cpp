// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <numbers>

#include "judging/index.hpp"
#include "judging/reml.hpp"

namespace wasl::judging {

namespace {

// tr(Z'H^-1 Z) of one factor where its own ratio is 0 and the other's is g: in closed form, since
// the general one divides by the ratio.
double trace_at_zero(Crossing const& crossing, Both const& amount, int factor, double g) {
    double trace = 0;
    for (double const one : factor == 0 ? amount.outer : amount.inner) trace += one;
    for (int outer = 0; outer < crossing.outer; ++outer)
        for (auto n = at(crossing.start[at(outer)]); n < at(crossing.start[at(outer) + 1]); ++n) {
            auto const other =
                factor == 0 ? amount.inner[at(crossing.with[n])] : amount.outer[at(outer)];
            trace -= crossing.weight[n] * crossing.weight[n] * g / (1 + g * other);
        }
    return trace;
}

void subtract(Both& from, double times, Both const& what) {
    for (std::size_t n = 0; n < from.outer.size(); ++n) from.outer[n] -= times * what.outer[n];
    for (std::size_t n = 0; n < from.inner.size(); ++n) from.inner[n] -= times * what.inner[n];
}

std::vector<double> const& half(Both const& v, int factor) {
    return factor == 0 ? v.outer : v.inner;
}

}  // namespace

std::optional<Profile> Profile::of(Design const& design, Ratios ratios) {
    auto const scale = std::sqrt(ratios[0] * ratios[1]);
    auto pairs = design.crossing.weight;
    for (double& pair : pairs) pair *= scale;
    Both diagonal = design.amount;
    for (double& one : diagonal.outer) one = 1 + ratios[0] * one;
    for (double& one : diagonal.inner) one = 1 + ratios[1] * one;
    auto arrow = Arrow::of(design.crossing, std::move(pairs), std::move(diagonal));
    if (!arrow) return std::nullopt;
    Profile profile(design, ratios, std::move(*arrow));
    profile.estimate();
    return profile;
}

// v times the standard deviations of both factors.
Both Profile::scaled(Both v) const {
    auto const outer = std::sqrt(ratios_[0]), inner = std::sqrt(ratios_[1]);
    for (double& one : v.outer) one *= outer;
    for (double& one : v.inner) one *= inner;
    return v;
}

// Z'W Z v
Both Profile::met(Both const& v) const {
    auto const& crossing = design_->crossing;
    Both product = design_->amount;
    for (std::size_t n = 0; n < v.inner.size(); ++n) product.inner[n] *= v.inner[n];
    for (std::size_t outer = 0; outer < v.outer.size(); ++outer) {
        double sum = product.outer[outer] * v.outer[outer];
        for (auto n = at(crossing.start[outer]); n < at(crossing.start[outer + 1]); ++n) {
            sum += crossing.weight[n] * v.inner[at(crossing.with[n])];
            product.inner[at(crossing.with[n])] += crossing.weight[n] * v.outer[outer];
        }
        product.outer[outer] = sum;
    }
    return product;
}

Both Profile::sensitivity(int column) const { return scaled(solved_[at(column)]); }

void Profile::estimate() {
    auto const fixed = design_->fixed();
    std::vector<Both> scaled_columns;
    for (auto const& column : design_->columns) {
        scaled_columns.push_back(scaled(column));
        solved_.push_back(scaled_columns.back());
        arrow_.solve(solved_.back());
    }
    auto const product = [&](int a, int b) {
        return design_->products.at(a, b) - dot(scaled_columns[at(a)], solved_[at(b)]);
    };
    Square system(fixed);
    std::vector<double> right(at(fixed));
    for (int a = 0; a < fixed; ++a) {
        right[at(a)] = product(a, fixed);
        for (int b = 0; b < fixed; ++b) system.at(a, b) = product(a, b);
        // A drift that nobody's positions can tell is none.
        if (!(system.at(a, a) > 1e-12 * design_->products.at(a, a)))
            system.at(a, a) = std::max(1.0, design_->products.at(a, a)), right[at(a)] = 0;
    }
    auto const factor = Factor::of(std::move(system));
    double determinant = 0;
    if (factor) {
        fixed_ = right;
        factor->solve(fixed_);
        fixed_inverse_ = factor->inverse();
        determinant = factor->log_determinant();
    } else {
        fixed_.assign(at(fixed), 0.0);
        fixed_inverse_ = Square(fixed);
    }
    quadratic_ = product(fixed, fixed) - dot(fixed_, right);
    effects_ = scaled(solved_[at(fixed)]);
    for (int n = 0; n < fixed; ++n) subtract(effects_, fixed_[at(n)], sensitivity(n));
    // Nothing is left to explain: the floor keeps the logarithm finite.
    quadratic_ = std::max(quadratic_, 1e-14 * design_->products.at(fixed, fixed));
    double const free = design_->rows - fixed;
    deviance_ = arrow_.log_determinant() + determinant - design_->log_weights +
                free * (1 + std::log(2 * std::numbers::pi * quadratic_ / free));
}

double Profile::residual_variance() const {
    return quadratic_ / (design_->rows - design_->fixed());
}

// Z'P Z v
Both Profile::projected(Both const& v) const {
    Both inside = scaled(met(v));
    arrow_.solve(inside);
    Both product = met(v);
    subtract(product, 1, met(scaled(inside)));
    auto const fixed = design_->fixed();
    std::vector<Both> follow;
    for (int n = 0; n < fixed; ++n) {
        follow.push_back(design_->columns[at(n)]);
        subtract(follow.back(), 1, met(sensitivity(n)));
    }
    for (int n = 0; n < fixed; ++n)
        for (int m = 0; m < fixed; ++m)
            subtract(product, fixed_inverse_.at(n, m) * dot(follow[at(m)], v), follow[at(n)]);
    return product;
}

Profile::Slope Profile::slope(Square const& inner, std::vector<double> const& outer) const {
    auto const fixed = design_->fixed();
    double const free = design_->rows - fixed;
    Both score = design_->columns[at(fixed)];  // Z'P y
    for (int n = 0; n < fixed; ++n) subtract(score, fixed_[at(n)], design_->columns[at(n)]);
    subtract(score, 1, met(effects_));
    std::array<double, 2> traces{static_cast<double>(outer.size()),
                                 static_cast<double>(inner.size())};
    for (double const one : outer) traces[0] -= one;
    for (int n = 0; n < inner.size(); ++n) traces[1] -= inner.at(n, n);
    Slope slope;
    std::array<Both, 2> along;
    std::array<double, 2> size{};
    for (int k = 0; k < 2; ++k) {
        auto const own = at(k), other = at(1 - k);
        traces[own] = ratios_[own] > 1e-7
                          ? traces[own] / ratios_[own]
                          : trace_at_zero(design_->crossing, design_->amount, k, ratios_[other]);
        for (int n = 0; n < fixed; ++n)
            for (int m = 0; m < fixed; ++m) {
                Both a = design_->columns[at(n)], b = design_->columns[at(m)];
                subtract(a, 1, met(sensitivity(n)));
                subtract(b, 1, met(sensitivity(m)));
                traces[own] -= fixed_inverse_.at(n, m) * dot(half(a, k), half(b, k));
            }
        size[own] = dot(half(score, k), half(score, k));
        slope.gradient[own] = traces[own] - free * size[own] / quadratic_;
        Both part = score;
        std::fill((k == 0 ? part.inner : part.outer).begin(),
                  (k == 0 ? part.inner : part.outer).end(), 0.0);
        along[own] = projected(part);
    }
    for (std::size_t k = 0; k < 2; ++k)
        for (std::size_t l = 0; l < 2; ++l)
            slope.information[k][l] =
                free * (dot(half(score, static_cast<int>(l)), half(along[k], static_cast<int>(l))) /
                            quadratic_ -
                        size[k] * size[l] / (quadratic_ * quadratic_));
    return slope;
}

}  // namespace wasl::judging
