// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "modules/procedures/procedures.hpp"

namespace wasl::procedures {

// /suggest, /admin/synonyms
void add_finding_pages(http::Router&, Pages const&);
// /guide, /life-events, /life-events/:code
void add_guide_pages(http::Router&, Pages const&);

}  // namespace wasl::procedures
