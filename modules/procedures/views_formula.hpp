// SPDX-License-Identifier: Apache-2.0
// A computed fee, in words that whoever pays can follow.
#pragma once

#include "modules/procedures/sheet.hpp"
#include "platform/html/components.hpp"

namespace wasl::procedures::views {

// A sentence for each part of the formula, in the order in which they are added up.
std::vector<Said> in_words(Language, Sheet const&, Formula const&);
void show_formula(html::Html&, Sheet const&, Formula const&);

}  // namespace wasl::procedures::views
