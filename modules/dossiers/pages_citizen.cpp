// SPDX-License-Identifier: Apache-2.0
#include "modules/dossiers/citizen.hpp"

namespace wasl::dossiers {

void add_citizen_pages(http::Router& router, Pages const& pages) {
    for (auto const routes : {start_routes(), filing_routes(), mine_routes(), acting_routes(),
                              fetch_routes(), paper_routes(), assisted_routes()})
        router.add<Pages>("dossiers", pages, routes);
}

}  // namespace wasl::dossiers
