// SPDX-License-Identifier: Apache-2.0
// What a report must be before it is one.
#pragma once

#include "modules/reports/reports.hpp"

namespace wasl::reports {

// The category it is about, where everything that was said fits.
Result<Category const*> filing_fits(db::Reader&, Desk const&, Settings const&, Filing const&);

// A commune's own seat is named by its name, wherever an outline of another year leaves it.
bool is_at_seat(geography::Point const&, directory::Territory const&);

}  // namespace wasl::reports
