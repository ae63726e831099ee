// SPDX-License-Identifier: Apache-2.0
#include "modules/dossiers/pages.hpp"

namespace wasl::dossiers {

void add_pages(http::Router& router, Pages const& pages) {
    add_citizen_pages(router, pages);
    add_api(router, pages);
    add_officer_pages(router, pages);
    add_public_pages(router, pages);
}

}  // namespace wasl::dossiers
