// SPDX-License-Identifier: Apache-2.0
#include "judging/mixed.hpp"

#include <algorithm>
#include <cmath>

#include "judging/index.hpp"
#include "kernel/result.hpp"

namespace wasl::judging {

namespace {

bool all_equal(Ratings const& ratings) {
    auto const first = ratings.rows.front().score;
    return std::all_of(ratings.rows.begin(), ratings.rows.end(),
                       [&](Rating const& row) { return row.score == first; });
}

Effects nothing(int amount) {
    std::vector<double> const zeros(at(amount), 0.0);
    return {zeros, zeros, zeros};
}

MixedModel of_equals(Ratings const& ratings, MixedOptions const& options) {
    MixedModel model;
    model.mean.value = ratings.rows.front().score;
    model.projects = nothing(ratings.projects);
    model.judges = nothing(ratings.judges);
    if (options.drift == Drift::estimated) model.drift = Estimate{};
    if (options.covariance == Covariance::wanted) model.covariance = Square(ratings.projects);
    return model;
}

// What not knowing the fixed effects adds to the covariance of levels a and b, over s^2.
double added(Profile const& profile, std::vector<std::vector<double>> const& follow, std::size_t a,
             std::size_t b) {
    double sum = 0;
    for (std::size_t n = 0; n < follow.size(); ++n)
        for (std::size_t m = 0; m < follow.size(); ++m)
            sum += follow[n][a] * follow[m][b] *
                   profile.fixed_inverse().at(static_cast<int>(n), static_cast<int>(m));
    return sum;
}

std::vector<std::vector<double>> follow_of(Profile const& profile, bool outer) {
    std::vector<std::vector<double>> follow;
    for (std::size_t n = 0; n < profile.fixed().size(); ++n) {
        auto both = profile.sensitivity(static_cast<int>(n));
        follow.push_back(outer ? std::move(both.outer) : std::move(both.inner));
    }
    return follow;
}

Effects effects_of(Climbed const& climbed, bool outer) {
    auto const& profile = climbed.profile;
    auto const follow = follow_of(profile, outer);
    double const ratio = profile.ratios()[outer ? 0 : 1], residual = profile.residual_variance();
    Effects effects;
    effects.value = outer ? profile.effects().outer : profile.effects().inner;
    for (std::size_t n = 0; n < effects.value.size(); ++n) {
        auto const one = static_cast<int>(n);
        auto const own =
            ratio * (outer ? climbed.outer_diagonal[n] : climbed.inner_inverse.at(one, one));
        effects.sd_conditional.push_back(std::sqrt(residual * own));
        effects.sd_marginal.push_back(std::sqrt(residual * (own + added(profile, follow, n, n))));
    }
    return effects;
}

Square covariance_of(Climbed const& climbed, bool outer) {
    auto const& profile = climbed.profile;
    auto const follow = follow_of(profile, outer);
    auto whole =
        outer ? profile.arrow().outer_inverse(climbed.inner_inverse) : climbed.inner_inverse;
    double const ratio = profile.ratios()[outer ? 0 : 1], residual = profile.residual_variance();
    for (int a = 0; a < whole.size(); ++a)
        for (int b = 0; b < whole.size(); ++b)
            whole.at(a, b) =
                residual * (ratio * whole.at(a, b) + added(profile, follow, at(a), at(b)));
    return whole;
}

Estimate fixed_effect(Profile const& profile, int column) {
    auto const own = profile.fixed_inverse().at(column, column);
    return {profile.fixed()[at(column)], std::sqrt(profile.residual_variance() * own)};
}

}  // namespace

double MixedModel::fair_score(int project) const {
    return mean.value + projects.value[at(project)];
}

double MixedModel::sd_between(int one, int other) const {
    return std::sqrt(std::max(0.0, covariance.at(one, one) + covariance.at(other, other) -
                                       2 * covariance.at(one, other)));
}

Answer<MixedModel> mixed_model(Ratings const& ratings, MixedOptions const& options) {
    if (auto reason = fault(ratings)) return *reason;
    if (all_equal(ratings)) return of_equals(ratings, options);
    // With as many fixed effects as ballots nothing would be left over to judge by.
    auto const drift = ratings.rows.size() > 2 ? options.drift : Drift::left_out;
    auto const design = design_of(ratings, drift);
    bool const projects_outer = design.outer == Design::Outer::projects;
    auto const held = [&] {
        auto const& by = *options.held;
        Ratios ratios{by.project / by.residual, by.judge / by.residual};
        if (!projects_outer) std::swap(ratios[0], ratios[1]);
        return stay(design, ratios);
    };
    auto const climbed = options.held && options.held->residual > 0 ? held() : climb(design);
    check(climbed.has_value(), "ratios of variances make a system that can be solved");
    auto const& profile = climbed->profile;
    MixedModel model;
    model.mean = fixed_effect(profile, 0);
    model.mean.value += design.centre;
    if (drift == Drift::estimated) model.drift = fixed_effect(profile, 1);
    model.projects = effects_of(*climbed, projects_outer);
    model.judges = effects_of(*climbed, !projects_outer);
    auto const residual = profile.residual_variance();
    auto const ratio = [&](bool outer) { return profile.ratios()[outer ? 0 : 1]; };
    model.variances = {ratio(projects_outer) * residual, ratio(!projects_outer) * residual,
                       residual};
    if (options.covariance == Covariance::wanted)
        model.covariance = covariance_of(*climbed, projects_outer);
    model.deviance = profile.deviance();
    model.steps = climbed->steps;
    model.end =
        climbed->end == Climbed::End::reached ? MixedModel::End::reached : MixedModel::End::gave_up;
    return model;
}

}  // namespace wasl::judging
