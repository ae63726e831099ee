// SPDX-License-Identifier: Apache-2.0
// Ballots by pair or ranking (R. Bradley, M. Terry, Biometrika 39, 1952):
//
//     P(a beats b) = 1 / (1 + exp(worth_b - worth_a - advantage of a if it was shown first))
//
// worths in logits, by Newton's method on the log-likelihood, which is concave. With a normal prior
// of mean 0 and precision 0.25 (two logits) the estimate always exists; with precision 0 it is the
// maximum of likelihood, one project held at 0. Ties are half a win to each, or a parameter of
// their own: P(tie) in proportion to nu sqrt(exp(worth_a + worth_b)) (R. Davidson, JASA 65, 1970).
//
// The sd below is that of the Hessian. It takes the pairs of one judge for independent, which they
// are not, and is too small by a third: intervals come from the bootstrap over judges
// (judging/bootstrap.hpp), never from it.
#pragma once

#include <optional>
#include <vector>

#include "judging/answer.hpp"
#include "judging/contests.hpp"
#include "judging/dense.hpp"

namespace wasl::judging {

enum class Ties { split, own_parameter };
enum class FirstShown { no_matter, estimated };
enum class Deviations { wanted, left_out };  // they take as long as some steps

struct WorthOptions {
    double precision = 0.25;  // of the prior, in 1 / logit^2; 0: maximum of likelihood
    int reference = 0;        // the project held at 0 where the precision is 0
    Ties ties = Ties::split;
    FirstShown first_shown = FirstShown::no_matter;
    double change_max = 1e-10;    // stop when no worth moves by more, in logits
    std::vector<double> start{};  // where to begin; nothing: all 0
    // Left out: every sd is 0, and so are the likelihood, the deviance and its degrees of freedom.
    Deviations deviations = Deviations::wanted;
};

struct Parameter {
    double value = 0;
    double sd = 0;
};

struct Worths {
    std::vector<double> worth{};  // logits; a prior centres them near 0
    std::vector<double> sd{};     // of the Hessian
    std::optional<Parameter> first_shown{};
    std::optional<Parameter> log_nu{};  // nu itself is its exponential
    double log_likelihood = 0;  // of the outcomes as given, without binomial factors or the prior
    // Twice the distance to a model with one chance for each row as given (so join rows that are
    // to count as one), and what is left over.
    double deviance = 0;
    int degrees_of_freedom = 0;
    int steps = 0;
};

// Refused where `fault` finds one; and, with precision 0, by `without_maximum`.
Answer<Worths> worths(Contests const&, WorthOptions const& = {});

// The chance that a is put before b by a judge of no preference of place.
double chance_of_beating(Worths const&, int a, int b);

}  // namespace wasl::judging
