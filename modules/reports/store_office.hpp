// SPDX-License-Identifier: Apache-2.0
// The SQL behind the list of an office.
#pragma once

#include "modules/reports/office.hpp"
#include "modules/reports/store.hpp"

namespace wasl::reports::store {

std::vector<bureau::Listed> office_open(db::Reader&, bureau::Ask const&, Date from, Date until);
std::vector<bureau::Listed> office_closed(db::Reader&, bureau::Ask const&);
bureau::Figures office_figures(db::Reader&, bureau::Place const&, Date today, Date soon);

}  // namespace wasl::reports::store
