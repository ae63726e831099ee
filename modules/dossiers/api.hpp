// SPDX-License-Identifier: Apache-2.0
// The same acts as the pages, for programs: same desk, same rules, same refusals. Described in
// docs/api/openapi.json.
#pragma once

#include <span>

#include "modules/dossiers/pages.hpp"

namespace wasl::dossiers::api {

using Routes = std::span<http::Route<Pages> const>;
Routes filing_routes();  // api_filing.cpp: contents, filing, completing, reading one
Routes list_routes();    // api_lists.cpp: own, queue, compliance, verification
Routes review_routes();  // api_review.cpp: what the office does
Routes claim_routes();   // api_claims.cpp: silence, appeals
Routes fetch_routes();   // api_fetches.cpp
Routes paper_routes();   // api_papers.cpp

inline constexpr http::Limits call_limits{.body_max = 512 * 1024, .rate = http::Rate::api};

}  // namespace wasl::dossiers::api
