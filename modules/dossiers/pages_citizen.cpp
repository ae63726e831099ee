// SPDX-License-Identifier: Apache-2.0
#include "modules/dossiers/pages.hpp"

namespace wasl::dossiers {

void add_citizen_pages(http::Router&, Pages const&) {}

}  // namespace wasl::dossiers
