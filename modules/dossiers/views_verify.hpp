// SPDX-License-Identifier: Apache-2.0
// What the holder of a paper may know: its kind, state, dates and authenticity; nobody's name.
#pragma once

#include "modules/dossiers/citizen.hpp"

namespace wasl::dossiers::views {

void verify_form(html::Html&, std::string_view typed, bool unknown);
void verified(html::Html&, Verification const&, procedures::Picture const&,
              directory::Picture const&);

}  // namespace wasl::dossiers::views
