// SPDX-License-Identifier: Apache-2.0
// What a house with reports begins with, beside what reports.hpp names.
#pragma once

#include "modules/reports/reports.hpp"

namespace wasl::reports {

// Settings and routes, for a house that is older than its reports; nothing where there are
// settings.
Outcome begin(db::Writer&, directory::Picture const&);
// Reports of the demonstration, once: nobody's in particular, some of them answered by `officer`.
Outcome seed_demo(db::Writer&, Desk const&, http::Visitor const& officer, Instant now);

}  // namespace wasl::reports
