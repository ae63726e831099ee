// SPDX-License-Identifier: Apache-2.0
// What the table of keys cannot see: whether a value can be used. `wasl config check` and every
// command ask the same, so that what passes the one does not stop the other.
#pragma once

#include <vector>

#include "platform/config/config.hpp"

namespace wasl::app {

void check_settings(config::Config const&, std::vector<config::Mistake>&);

}  // namespace wasl::app
