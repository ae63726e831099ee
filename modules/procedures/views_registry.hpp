// SPDX-License-Identifier: Apache-2.0
// The public counters.
#pragma once

#include "modules/procedures/figures.hpp"
#include "modules/procedures/views.hpp"

namespace wasl::procedures::views {

void show_registry(html::Html&, Figures const&);
// Of one administration: `all` is that one's.
void show_registry_of(html::Html&, Figures const&);
void show_states(html::Html&, OwnerFigures const&);
void show_months(html::Html&, Figures const&);

struct RegistryClaims {
    AdministrationId owner{0};  // 0: all
    std::vector<Claim> const& claims;
    Picture const& published;
    directory::Picture const& places;
};
void show_registry_claims(html::Html&, RegistryClaims const&);
html::Url claims_list(AdministrationId owner);

struct RegistryList {
    SheetState state = SheetState::published;
    std::vector<SheetLine> const& lines;
    directory::Picture const& places;
};
void show_registry_list(html::Html&, RegistryList const&);
void show_lines_without_sheet(html::Html&, std::vector<InventoriedDecision const*> const&);

}  // namespace wasl::procedures::views
