// SPDX-License-Identifier: Apache-2.0
// Many dossiers, quickly: what `wasl bench-data` writes. They are consistent like any others
// (counters, history, journal), and the same seed gives the same dossiers.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "kernel/date.hpp"
#include "kernel/id.hpp"
#include "platform/db/db.hpp"

namespace wasl::directory {
class Desk;
}
namespace wasl::procedures {
class Desk;
}

namespace wasl::dossiers {

struct BenchPlace {
    std::string procedure;
    AdministrationId administration{0};
    UnitId unit{0};
};

struct BenchAsk {
    int count = 20'000;
    int open_percent = 30;  // of them still under way
    std::vector<BenchPlace> places;
    std::vector<PersonId> applicants;
    std::vector<PersonId> officers;
    std::uint32_t seed = 5519;
    int batch = 20'000;  // dossiers a transaction
};

// Returns how many were written: all of them, or a Breakdown is thrown.
std::int64_t generate(db::Database&, directory::Desk const&, procedures::Desk const&,
                      BenchAsk const&, Instant now);

}  // namespace wasl::dossiers
