// SPDX-License-Identifier: Apache-2.0
// An officer files for a person who has no account.
#pragma once

#include "modules/dossiers/citizen.hpp"

namespace wasl::dossiers::views {

struct Offered {
    AdministrationId administration{0};
    procedures::Entry const* entry = nullptr;
};
struct Assisted {
    Pages const& pages;
    directory::Picture const& places;
    std::vector<Offered> offers;                    // of the administration that was chosen
    std::vector<AdministrationId> administrations;  // more than one: which is asked first
    http::Request const& request;                   // what was typed
    std::string_view csrf, once;
    html::Faults const& faults;
};
void assisted(html::Html&, Assisted const&);

struct AssistedReceipt {
    std::string_view number, applicant, csrf;
};
void assisted_receipt(html::Html&, AssistedReceipt const&);

}  // namespace wasl::dossiers::views
