// SPDX-License-Identifier: Apache-2.0
// The registry in numbers, for the page, the CSV and the API alike. A line of a decree and a sheet
// are two things: lines without a sheet are counted beside the sheets and never among them.
#pragma once

#include <array>

#include "modules/procedures/procedures.hpp"

namespace wasl::procedures {

inline constexpr SheetState counted_states[] = {SheetState::inventoried,
                                                SheetState::in_study,
                                                SheetState::submitted,
                                                SheetState::approved,
                                                SheetState::conformity_checked,
                                                SheetState::published,
                                                SheetState::suspended,
                                                SheetState::merged,
                                                SheetState::deleted,
                                                SheetState::withdrawn};

struct OwnerFigures {
    AdministrationId owner{0};
    Names name;
    std::array<std::int64_t, sheet_state_count> by_state{};
    ClaimCount claims;

    std::int64_t in(SheetState state) const { return by_state[static_cast<std::size_t>(state)]; }
};

struct Figures {
    OwnerFigures all;  // owner 0
    std::vector<OwnerFigures> owners;
    std::vector<MonthCount> months;
    std::int64_t lines = 0;                // of the lists of the decrees
    std::int64_t lines_without_sheet = 0;  // that no published sheet names
};

Figures figures_of(Pages const&, db::Reader&);
// Behind a number of a month.
std::vector<SheetLine> came_to(db::Reader&, SheetState, std::string_view month,
                               AdministrationId owner);
// Of one administration, over time; nothing where the directory does not know it.
std::optional<Figures> figures_of(Pages const&, db::Reader&, AdministrationId owner);
// Behind the number of claims: without what was said or by whom. Owner 0: the newest of all.
std::vector<Claim> claims_behind(db::Reader&, AdministrationId owner);
std::vector<InventoriedDecision const*> lines_without_sheet(Picture const&);

std::string to_csv(Figures const&);
// Administration by administration and month by month.
std::string months_csv(Pages const&, db::Reader&);
std::string to_json(Figures const&);

}  // namespace wasl::procedures
