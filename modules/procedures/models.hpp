// SPDX-License-Identifier: Apache-2.0
// The embedded data of this module, read.
#pragma once

#include <vector>

#include "modules/procedures/sheet.hpp"

namespace wasl::procedures {

std::vector<InventoriedDecision> inventory();  // data/decisions.tsv
std::vector<Sheet> models();                   // data/sheets/*.json, with their codes

}  // namespace wasl::procedures
