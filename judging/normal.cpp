// SPDX-License-Identifier: Apache-2.0
#include "judging/normal.hpp"

#include <array>
#include <cmath>
#include <numbers>

namespace wasl::judging {

namespace {

// Highest power first.
double polynomial(std::array<double, 8> const& factors, double x) {
    double sum = 0;
    for (double const factor : factors) sum = sum * x + factor;
    return sum;
}

// ln x by its fraction and exponent: 2 artanh((m - 1)/(m + 1)) for m within a factor of sqrt 2.
double logarithm(double x) {
    int exponent = 0;
    double m = std::frexp(x, &exponent);
    if (m < std::numbers::sqrt2 / 2) {
        m *= 2;
        --exponent;
    }
    double const s = (m - 1) / (m + 1);
    double sum = 0;
    for (int power = 23; power > 0; power -= 2) sum = sum * s * s + 1.0 / power;
    return 2 * s * sum + exponent * std::numbers::ln2;
}

double central(double q) {
    double const r = 0.180625 - q * q;
    return q *
           polynomial({2.5090809287301226727e3, 3.3430575583588128105e4, 6.7265770927008700853e4,
                       4.5921953931549871457e4, 1.3731693765509461125e4, 1.9715909503065514427e3,
                       1.3314166789178437745e2, 3.3871328727963666080e0},
                      r) /
           polynomial({5.2264952788528545610e3, 2.8729085735721942674e4, 3.9307895800092710610e4,
                       2.1213794301586595867e4, 5.3941960214247511077e3, 6.8718700749205790830e2,
                       4.2313330701600911252e1, 1.0},
                      r);
}

double near_tail(double r) {
    return polynomial(
               {7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1,
                1.27045825245236838258e0, 3.64784832476320460504e0, 5.76949722146069140550e0,
                4.63033784615654529590e0, 1.42343711074968357734e0},
               r) /
           polynomial(
               {1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2,
                1.48103976427480074590e-1, 6.89767334985100004550e-1, 1.67638483018380384940e0,
                2.05319162663775882187e0, 1.0},
               r);
}

double far_tail(double r) {
    return polynomial(
               {2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3,
                2.65321895265761230930e-2, 2.96560571828504891230e-1, 1.78482653991729133580e0,
                5.46378491116411436990e0, 6.65790464350110377720e0},
               r) /
           polynomial(
               {2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5,
                7.86869131145613259100e-4, 1.48753612908506148525e-2, 1.36929880922735805310e-1,
                5.99832206555887937690e-1, 1.0},
               r);
}

}  // namespace

double normal_share(double x) { return 0.5 * std::erfc(-x / std::numbers::sqrt2); }

double normal_quantile(double p) {
    double const q = p - 0.5;
    if (std::abs(q) <= 0.425) return central(q);
    double const r = std::sqrt(-logarithm(q < 0 ? p : 1 - p));
    double const tail = r <= 5 ? near_tail(r - 1.6) : far_tail(r - 5);
    return q < 0 ? -tail : tail;
}

}  // namespace wasl::judging
