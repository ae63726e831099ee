// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

namespace wasl::lexis {

// Letters of the Arabic block take two bytes each, and a root has three of them.
constexpr std::size_t letter_bytes = 2;
constexpr std::size_t root_bytes = 3 * letter_bytes;

}  // namespace wasl::lexis
