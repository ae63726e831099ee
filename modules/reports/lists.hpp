// SPDX-License-Identifier: Apache-2.0
// What narrows a list or a map of reports, and what is counted.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "kernel/date.hpp"
#include "kernel/id.hpp"
#include "modules/reports/names.hpp"

namespace wasl::reports {

// Which public reports; an empty field does not narrow.
struct Narrow {
    std::string category;
    std::optional<Phase> phase;
    TerritoryId territory{0};
    std::optional<Instant> from, until;  // filed
};

// What an office has open, by the day on which an answer is due.
struct QueueAsk {
    AdministrationId body{0};
    UnitId unit{0};        // 0: all of the body
    PersonId assigned{0};  // whose they are, of whichever body; 0: whoever's
    std::optional<Date> due_until;
    int limit = 25, offset = 0;
};

// How many public reports there are in a place: a cell of kernel/geography, or a territory.
struct Count {
    std::int64_t place = 0;
    std::string category;
    Phase phase = Phase::open;
    std::int64_t count = 0;
};

}  // namespace wasl::reports
