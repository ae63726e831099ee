// SPDX-License-Identifier: Apache-2.0
// The public counters.
#pragma once

#include "modules/procedures/figures.hpp"
#include "modules/procedures/views.hpp"

namespace wasl::procedures::views {

void show_registry(html::Html&, Figures const&);

struct RegistryList {
    SheetState state = SheetState::published;
    std::vector<SheetLine> const& lines;
    directory::Picture const& places;
};
void show_registry_list(html::Html&, RegistryList const&);
void show_lines_without_sheet(html::Html&, std::vector<InventoriedDecision const*> const&);

}  // namespace wasl::procedures::views
