// SPDX-License-Identifier: Apache-2.0
// The figures of reports as they are kept: by commune and category, and for all of either.
#pragma once

#include "modules/reports/figures.hpp"
#include "platform/db/db.hpp"

namespace wasl::reports::store {

void add(db::Writer&, FactChanges const&);

// By commune, of one category or (empty) of all.
std::map<TerritoryId, Tally> tallies_by_commune(db::Reader&, FiguresAsk const&, Date today);
// Of one category in one commune or (0) in all.
Tally tally_of_category(db::Reader&, std::string_view category, FiguresAsk const&, Date today);

}  // namespace wasl::reports::store
