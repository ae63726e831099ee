// SPDX-License-Identifier: Apache-2.0
// What revisions saved people, for everybody.
#pragma once

#include "modules/procedures/burden.hpp"
#include "modules/procedures/views.hpp"

namespace wasl::procedures::views {

void show_simplifications(html::Html&, std::vector<Simplification> const&,
                          directory::Picture const&);

struct SimplifiedPage {
    directory::Administration const& owner;
    std::vector<Simplified> const& sheets;
};
void show_simplified(html::Html&, SimplifiedPage const&);

}  // namespace wasl::procedures::views
