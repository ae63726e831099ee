// SPDX-License-Identifier: Apache-2.0
// Documents that the administration brings itself, as each side sees them.
#pragma once

#include "modules/dossiers/views_review.hpp"

namespace wasl::dossiers::views {

inline constexpr std::string_view consent_prefix = "consent-";
// On the last page before filing: one box for each document that another administration holds.
void ask_consents(html::Html&, procedures::Sheet const&);

}  // namespace wasl::dossiers::views

namespace wasl::dossiers::office {

void fetch_form(html::Html&, Review const&, Fetch const&, html::Faults const&,
                std::string_view typed);
void arithmetic_of_fetch(html::Html&, Review const&);

}  // namespace wasl::dossiers::office
