// SPDX-License-Identifier: Apache-2.0
// The restricted likelihood of two crossed random factors, for mixed.cpp alone.
//
// y = X b + Z1 u1 + Z2 u2 + e, var u_k = g_k s^2, var e = s^2 / weight; s^2 is profiled out, so
// that the likelihood has two arguments, the ratios g (D. Bates, M. Maechler, B. Bolker, S. Walker,
// "Fitting linear mixed-effects models using lme4", J. Stat. Software 67(1), 2015). It is climbed
// by average information (A. Gilmour, R. Thompson, B. Cullis, Biometrics 51, 1995), each step
// halved until the likelihood grows, the ratios kept at 0 or above. First guess: Henderson's
// method 1.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "judging/arrow.hpp"
#include "judging/ratings.hpp"

namespace wasl::judging {

// The ballots, summed up: all that the likelihood needs to know.
struct Design {
    Crossing crossing{};
    enum class Outer { projects, judges } outer = Outer::projects;
    Both amount{};                // the sum of weights of each level
    std::vector<Both> columns{};  // Z'W f for each fixed column f, then for y
    Square products{};            // F'W F, F = [X y]
    double centre = 0;            // taken from y before all
    double log_weights = 0;
    int rows = 0;

    int fixed() const { return static_cast<int>(columns.size()) - 1; }
};

enum class Drift { left_out, estimated };
Design design_of(Ratings const&, Drift);

using Ratios = std::array<double, 2>;  // of the outer and of the inner factor

class Profile {
public:
    static std::optional<Profile> of(Design const&, Ratios);

    double deviance() const { return deviance_; }  // minus twice the restricted log-likelihood
    double residual_variance() const;
    Ratios const& ratios() const { return ratios_; }
    Both const& effects() const { return effects_; }                // the BLUPs
    std::vector<double> const& fixed() const { return fixed_; }     // of y less its centre
    Square const& fixed_inverse() const { return fixed_inverse_; }  // their covariance over s^2
    Arrow const& arrow() const { return arrow_; }
    Both sensitivity(int column) const;  // how the BLUPs follow the fixed effect of that column

    struct Slope {
        std::array<double, 2> gradient{};
        std::array<std::array<double, 2>, 2> information{};
    };
    Slope slope(Square const& inner_inverse, std::vector<double> const& outer_diagonal) const;

private:
    Profile(Design const& design, Ratios ratios, Arrow arrow)
        : design_(&design), ratios_(ratios), arrow_(std::move(arrow)) {}
    void estimate();
    Both scaled(Both v) const;
    Both met(Both const& v) const;
    Both projected(Both const& v) const;

    Design const* design_;
    Ratios ratios_;
    Arrow arrow_;
    std::vector<Both> solved_{};  // for each column, (the system)^-1 scaled Z'W f
    Square fixed_inverse_{};
    std::vector<double> fixed_{};
    Both effects_{};
    double quadratic_ = 0;  // y'P y
    double deviance_ = 0;
};

struct Climbed {
    Profile profile;
    Square inner_inverse;
    std::vector<double> outer_diagonal;
    int steps = 0;
    enum class End { reached, gave_up } end = End::reached;
};

std::optional<Climbed> climb(Design const&);
std::optional<Climbed> stay(Design const&, Ratios);  // at given ratios

}  // namespace wasl::judging
