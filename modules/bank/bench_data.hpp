// SPDX-License-Identifier: Apache-2.0
// Many entries, quickly: what `wasl bench-data --entries N` writes. The same count gives the same
// entries; only ids and numbers differ.
#pragma once

#include "modules/bank/bank.hpp"

namespace wasl::bank {

// Returns how many were written.
std::int64_t generate(db::Database&, Desk const&, int count, Date today, Instant now);

}  // namespace wasl::bank
