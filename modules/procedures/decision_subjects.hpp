// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "modules/procedures/sheet.hpp"

namespace wasl::procedures {

// Adds our French name, themes, life events and audience to decisions of the decrees.
void classify(std::vector<InventoriedDecision>&);

}  // namespace wasl::procedures
