// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>

namespace wasl::judging {

// Projects and judges are numbered from 0 with int, as the published files number them; containers
// ask for std::size_t.
constexpr std::size_t at(int n) { return static_cast<std::size_t>(n); }

}  // namespace wasl::judging
