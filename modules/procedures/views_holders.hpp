// SPDX-License-Identifier: Apache-2.0
// The registry of holders, for its administrator.
#pragma once

#include "modules/procedures/pipeline.hpp"
#include "modules/procedures/views.hpp"
#include "platform/http/message.hpp"

namespace wasl::procedures::views {

struct HoldersPage {
    std::vector<EvidenceType> const& types;
    std::vector<Exemption> const& exemptions;
    directory::Picture const& places;
    Date today{};
    html::Faults const& faults;
    http::Request const& request;  // what was typed stands in its form again
    std::string_view csrf;
    std::vector<Authority> authorities;
};
void show_holders(html::Html&, HoldersPage const&);

}  // namespace wasl::procedures::views
