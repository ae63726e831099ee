// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "modules/challenges/certificates.hpp"
#include "modules/challenges/views.hpp"

namespace wasl::challenges::views {

Message const& word_of(Certified);
// Of one person, under their own heading; nothing where there are none.
void own_certificates(html::Html&, std::span<Certificate const>);
// The organiser: what was issued, and the button that brings it up to date.
struct CertificatesPage {
    WholeEdition const& in;
    std::span<Certificate const> all;
    Outcome const& may;
};
void certificates(html::Html&, Known const&, CertificatesPage const&);
// For everybody: `typed` of a number that was not found.
void verify_form(html::Html&, std::string_view typed);
void verified(html::Html&, Known const&, Certificates::Verified const&);

}  // namespace wasl::challenges::views
