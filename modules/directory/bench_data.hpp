// SPDX-License-Identifier: Apache-2.0
// A country's administrations, quickly: what `wasl bench-data` writes.
#pragma once

#include <cstdint>

#include "platform/db/db.hpp"

namespace wasl::directory {

// Adds administrations until there are `count`: a commune for each commune of the territory, then
// what every province and prefecture has. The same count gives the same ones; only ids differ.
// Returns how many there are: fewer where the territory has no room for so many.
std::int64_t seed_many(db::Writer&, std::int64_t count);

}  // namespace wasl::directory
