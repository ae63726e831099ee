// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace wasl::judging {

// The share of the normal distribution below x; absolute error below 1e-15.
double normal_share(double x);

// The point below which a share p of the normal distribution lies, 0 < p < 1; relative error below
// 1e-15 (M. J. Wichura, "Algorithm AS 241", Applied Statistics 37, 1988). Made of the four basic
// operations and the square root alone, hence the same to the last bit everywhere.
double normal_quantile(double p);

// 95 of 100 lie within so many standard deviations of the mean.
inline constexpr double sd_of_95 = 1.959963984540054;

}  // namespace wasl::judging
