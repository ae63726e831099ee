// SPDX-License-Identifier: Apache-2.0
// What is searched of a sheet and of a decision, and how much each part counts.
#pragma once

#include "modules/procedures/procedures.hpp"

namespace wasl::procedures {

// `beside` holds what is searched of each entry besides. Ids are places: of the entries, then of
// the decisions.
std::vector<search::Document> searched(std::span<Entry const>,
                                       std::vector<Entry::Searched> const& beside,
                                       std::vector<InventoriedDecision const*> const&);

}  // namespace wasl::procedures
