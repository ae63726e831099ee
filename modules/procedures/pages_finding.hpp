// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "modules/procedures/procedures.hpp"

namespace wasl::procedures {

// /suggest, /admin/synonyms
void add_finding_pages(http::Router&, Pages const&);
// /guide, /life-events, /life-events/:code
void add_guide_pages(http::Router&, Pages const&);

// Read again where it is no longer fresh.
std::shared_ptr<Picture const> current_picture(Pages const&, http::Asked const&);
// May be kept by whoever stands between, where nobody is signed in.
http::Response kept(http::Asked const&, http::Response);

}  // namespace wasl::procedures
