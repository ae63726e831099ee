// SPDX-License-Identifier: Apache-2.0
// The fair score: the additive mixed model, our default.
//
//     score = mean + project + judge (+ drift * position) + error
//
// with project ~ N(0, project_variance), judge ~ N(0, judge_variance) and error ~ N(0,
// residual_variance / weight). The variances by restricted maximum likelihood (H. Patterson,
// R. Thompson, Biometrika 58, 1971), the effects as best linear unbiased predictions (C. Henderson,
// Biometrics 31, 1975): a severe judge is made up for as far as the ballots show that he is severe,
// and a project with few ballots is drawn towards the mean. All in the scores' own unit.
//
// Time: one cube of the smaller of the numbers of projects and judges for each of some 5 to 30
// steps. Memory: about 32 bytes times its square, and 8 times the square of the number of projects
// where their covariance is asked for. Agrees with lme4 to the digits that lme4 is sure of (1e-4 of
// a variance, 1e-5 of a score).
#pragma once

#include <optional>
#include <vector>

#include "judging/answer.hpp"
#include "judging/dense.hpp"
#include "judging/ratings.hpp"
#include "judging/reml.hpp"

namespace wasl::judging {

struct Variances {
    double project = 0;
    double judge = 0;
    double residual = 0;
};

struct Estimate {
    double value = 0;
    double sd = 0;
};

struct Effects {
    std::vector<double> value{};  // 0 for whoever has no ballot
    // Given the mean, as lme4's condVar has it: what the ballots leave open about this one.
    std::vector<double> sd_conditional{};
    // The mean unknown too (Henderson's equations): what is published rests on this one.
    std::vector<double> sd_marginal{};
};

struct MixedModel {
    Estimate mean{};
    Variances variances{};
    Effects projects{};
    Effects judges{};                 // severity below 0, leniency above it; for the chair alone
    std::optional<Estimate> drift{};  // the rise of scores from one place to the next
    Square covariance{};  // of the projects' effects, the mean unknown; size 0 if not asked for
    double deviance = 0;  // minus twice the restricted log-likelihood, lme4's "REML criterion"
    int steps = 0;
    // gave_up: so few ballots that they do not tell the variances apart; estimates are finite
    // still.
    enum class End { reached, gave_up } end = End::reached;

    double fair_score(int project) const;
    // Of the difference of two projects; needs the covariance.
    double sd_between(int one, int other) const;
};

enum class Covariance { left_out, wanted };

struct MixedOptions {
    Drift drift = Drift::left_out;
    Covariance covariance = Covariance::wanted;
    std::optional<Variances> held{};  // not estimated: taken from another fit
};

// Refused only where `fault` finds one. With all scores equal every variance is 0; with one judge
// his variance is 0, with one project its own. A graph of several parts has an answer too, which
// compares across parts by the assumption alone that their judges are drawn alike: whoever
// publishes one ranking asks `not_comparable` first.
Answer<MixedModel> mixed_model(Ratings const&, MixedOptions const& = {});

}  // namespace wasl::judging
