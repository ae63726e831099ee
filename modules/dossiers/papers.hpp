// SPDX-License-Identifier: Apache-2.0
// The papers of a dossier, in Arabic, under the official heading, each with the code that leads to
// the public page where anybody can check it.
#pragma once

#include <string>

#include "modules/dossiers/dossiers.hpp"

namespace wasl::dossiers {

struct Papers {
    Desk const& desk;
    Dossier const& dossier;
    procedures::Sheet const& sheet;
    directory::Picture const& places;
    std::string_view site;
};

// The Kingdom, and whoever stands above, down to the administration itself.
std::vector<std::string> letterhead(directory::Picture const&, AdministrationId);
// What is processed and delivered on the spot needs no receipt (law 55.19 art. 10, last paragraph).
// A file that lacked a document was not: it has one.
bool needs_receipt(Dossier const&, procedures::Sheet const&);
// Law 55.19 art. 10. `claim_code`: of a person who was helped at the counter; may be empty.
std::string receipt_paper(Papers const&, std::string_view claim_code = {});
// Arts 16 and 18.
std::string decision_paper(Papers const&, Decision const&);
// Art. 20, in the form of annex 2 of decree 2.22.141.
std::string revocation_paper(Papers const&, Decision const&);
std::string attestation_paper(Papers const&, SilenceClaim const&);

}  // namespace wasl::dossiers
