// SPDX-License-Identifier: Apache-2.0
// From the words people use to the category: «البولة طافية», "poubelle". Pure.
#pragma once

#include <string_view>
#include <vector>

#include "modules/reports/settings.hpp"

namespace wasl::reports {

// Active leaves that some of the words fit, those that more fit first; at most `limit`.
std::vector<Category const*> categories_like(Settings const&, std::string_view words,
                                             std::size_t limit);

}  // namespace wasl::reports
