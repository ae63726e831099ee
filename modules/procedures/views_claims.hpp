// SPDX-License-Identifier: Apache-2.0
// "They asked me for something that is not on this sheet", as people say it and as heads read it.
#pragma once

#include "modules/procedures/views.hpp"

namespace wasl::procedures::views {

struct ClaimForm {
    Entry const& entry;
    std::vector<Place> const& places;  // that offer it
    Claim const& typed;
    std::string_view asked_on;  // as typed
    html::Faults const& faults;
    std::string_view csrf;
    bool done = false;
};
void show_claim_form(html::Html&, ClaimForm const&);

struct ClaimDesk {
    Place where;
    std::vector<Claim> claims;
};
struct ClaimsPage {
    std::vector<ClaimDesk> const& desks;
    Picture const& picture;
    html::Faults const& faults;
    std::int64_t about = 0;  // the claim that the faults concern
    std::string_view csrf;
};
void show_claims(html::Html&, ClaimsPage const&);

}  // namespace wasl::procedures::views
