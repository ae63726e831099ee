// SPDX-License-Identifier: Apache-2.0
// Parts of a sheet's JSON by themselves, as they stand within it: for whoever carries them along.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "modules/procedures/sheet.hpp"

namespace wasl::procedures {

std::string json_of(std::vector<Condition> const&);
std::string json_of(Formula const&);
// Nothing where the text is none of ours.
std::optional<std::vector<Condition>> conditions_from(std::string_view json);
std::optional<Formula> formula_from(std::string_view json);

}  // namespace wasl::procedures
