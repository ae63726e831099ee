// SPDX-License-Identifier: Apache-2.0
#include "modules/dossiers/api.hpp"

namespace wasl::dossiers {

void add_api(http::Router& router, Pages const& pages) {
    for (auto const& routes : {api::filing_routes(), api::list_routes(), api::review_routes(),
                               api::claim_routes(), api::fetch_routes(), api::paper_routes()})
        router.add("dossiers", pages, routes);
}

}  // namespace wasl::dossiers
