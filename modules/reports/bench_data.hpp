// SPDX-License-Identifier: Apache-2.0
// Many reports around one city, quickly: what `wasl bench-data` writes. They are consistent like
// any others (counts, timelines, support, journal), and the same seed gives the same reports but
// for ids.
#pragma once

#include <cstdint>
#include <vector>

#include "modules/reports/reports.hpp"

namespace wasl::reports {

struct BenchAsk {
    int count = 5'000;
    // The city, then its neighbours: a half of all lies in the first, the rest in the others.
    std::vector<TerritoryId> communes;
    std::vector<PersonId> people;  // who report and support
    int days = 365;                // over which they were filed, up to now
    std::uint32_t seed = 9808;
    int batch = 20'000;  // reports a transaction
};

// Returns how many were written: all of them, or a Breakdown is thrown. The writer's cache should
// be wide (`dossiers::generate` makes it so): indexes are touched everywhere.
std::int64_t generate(db::Database&, Desk const&, BenchAsk const&, Instant now);

}  // namespace wasl::reports
