// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "modules/people/shell.hpp"
#include "modules/people/store.hpp"

namespace wasl::people::views {

struct ShownMandate {
    store::Mandate mandate;
    std::vector<NamedProcedure> procedures;  // without a title where the registry has it no more
};
struct MandatesPage {
    std::vector<ShownMandate> given, received;
    Date today{};
    std::string_view csrf, contact, scope, query, from, until;
    std::vector<NamedProcedure> procedures;  // chosen before, then found
    std::vector<std::string_view> chosen;
    html::Faults faults, claim_faults;
    bool claimed = false;
};
void mandates(html::Html&, MandatesPage const&);

struct DelegationsPage {
    std::vector<store::Holding> mine;       // held or exercised
    std::vector<store::Holding> delegated;  // by this person to others
    std::string_view csrf, contact, from, until, matter;
    HoldingId holding{0};  // whose form is shown again
    html::Faults faults;
};
void delegations(html::Html&, DelegationsPage const&);

// Shared with the administrator's pages.
struct DelegationForm {
    HoldingId holding;
    std::string_view csrf, contact, from, until, matter;
    html::Faults const& faults;
};
void delegation_form(html::Html&, html::Url const& action, DelegationForm const&);
Message const& role_word(http::Role);
void until_cell(html::Html&, Date until);

}  // namespace wasl::people::views
