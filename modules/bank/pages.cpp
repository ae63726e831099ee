// SPDX-License-Identifier: Apache-2.0
#include "modules/bank/public.hpp"

namespace wasl::bank {

void add_public_pages(http::Router& router, Pages const& pages) {
    router.add("bank", pages, list_routes());
    router.add("bank", pages, widget_routes());
    router.add("bank", pages, writing_routes());
    router.add("bank", pages, entry_routes());
    router.add("bank", pages, wording_routes());
}

void add_office_pages(http::Router& router, Pages const& pages) {
    router.add("bank", pages, office_routes());
    router.add("bank", pages, queue_routes());
    router.add("bank", pages, adoption_routes());
    router.add("bank", pages, import_routes());
}

}  // namespace wasl::bank
