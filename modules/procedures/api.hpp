// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "modules/procedures/procedures.hpp"

namespace wasl::procedures {

// /api/v1/procedures, /api/v1/procedures/:code, /api/v1/decisions
void add_api(http::Router&, Pages const&);

}  // namespace wasl::procedures
