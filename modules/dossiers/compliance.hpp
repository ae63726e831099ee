// SPDX-License-Identifier: Apache-2.0
// How an administration keeps its terms (law 55.19 art. 28): published, per procedure, from
// figures that are kept with each act.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "kernel/id.hpp"

namespace wasl::dossiers {

struct ComplianceAsk {
    std::optional<AdministrationId> administration;  // none: all of them
    std::string procedure;                           // empty: all
    int year = 0;
    bool whole_administrations = false;  // one line an administration, procedures together
    // Months, "2026-03", the last one counted; where they stand they say more than the year.
    std::string from{}, until{};
};

struct ComplianceLine {
    AdministrationId administration{0};
    std::string procedure;  // empty in a line for a whole administration
    std::int64_t filed = 0;
    std::int64_t incomplete = 0;  // of these, with documents missing
    std::int64_t on_time = 0, late = 0;
    std::int64_t approved = 0, refused = 0;
    std::int64_t returned = 0, withdrawn = 0;
    std::int64_t silent = 0;  // claims of silence and appeals over it
    std::int64_t attested = 0, appeals = 0;
    std::int64_t unanswered = 0;  // repetitions of a refused request that nothing changed (art. 15)
    std::int64_t open_overdue = 0;  // still owed now, and the day passed in that period
    // Days from the complete file to the decision; none while nothing was decided.
    std::optional<int> median_days, ninetieth_days;
};

// How much a procedure was used in some months, in all administrations together.
struct UseLine {
    std::string procedure;
    std::int64_t filed = 0, on_time = 0, late = 0;
};

}  // namespace wasl::dossiers
