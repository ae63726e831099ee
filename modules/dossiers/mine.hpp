// SPDX-License-Identifier: Apache-2.0
// A dossier opened for the citizen's pages.
#pragma once

#include "modules/dossiers/views_mine.hpp"

namespace wasl::dossiers {

struct Mine {
    Dossier dossier;
    std::shared_ptr<procedures::Sheet const> sheet;
    std::shared_ptr<directory::Picture const> places;

    // The view borrows from this, from the request and from its arguments.
    views::Seen view(Pages const&, http::Asked const&, html::Faults const&,
                     std::string_view typed) const;
};
// The dossier at the first wild part of the address, for whoever may see it.
Result<Mine> look(Pages const&, http::Asked const&);
Result<Mine> look_as_applicant(Pages const&, http::Asked const&);

// The act on the page of that dossier, in the version that its form names.
Act act_of(http::Acted const&);
// Where a form of this dossier was sent is no page; asked for again, as another language does, it
// leads to the page that bears the form.
Shown back_to_dossier(Pages const&, http::Asked const&);

// Pressed twice: what this person did last is done, and is said so again; else the refusal.
Shown done_before(Pages const&, http::Acted const&, Action, Refusal const&);

Shown dossier_page(Pages const&, http::Asked const&, Mine const&, html::Faults const&,
                   std::string_view typed);

}  // namespace wasl::dossiers
