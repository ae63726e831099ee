// SPDX-License-Identifier: Apache-2.0
// What the officer's handlers share.
#pragma once

#include <optional>
#include <string_view>

#include "modules/procedures/procedures.hpp"
#include "modules/procedures/views.hpp"
#include "platform/html/html.hpp"

namespace wasl::procedures {

// /office/sheets: the list, one sheet, preview, publication, suspension, offers.
void add_office_pages(http::Router&, Pages const&);
// /registry: the public counters; /api/v1/registry, /api/v1/gate.
void add_registry_pages(http::Router&, Pages const&);
// /office/sessions, /registry/sessions.
void add_commission_pages(http::Router&, Pages const&);
// /procedures/:code/claim, /office/claims.
void add_claim_pages(http::Router&, Pages const&);
// /procedures/:code/compare, /office/sheets/:id/compare.
void add_comparison_pages(http::Router&, Pages const&);
// /simplification: what revisions saved people.
void add_burden_pages(http::Router&, Pages const&);
// /office/sheets/:id/offers.
void add_offer_pages(http::Router&, Pages const&);
// /office/models: sheets to start from.
void add_model_pages(http::Router&, Pages const&);
// /office/sheets/:id/information.
void add_information_pages(http::Router&, Pages const&);
// /admin/evidence.
void add_holder_pages(http::Router&, Pages const&);
// /office/imports: sheets from a file.
void add_import_pages(http::Router&, Pages const&);
// /office/sheets/:id/:section: the editor.
void add_editor_pages(http::Router&, Pages const&);

// What is one for all administrations, kept by the administrators of the whole installation.
Outcome keeps_for_all(http::Visitor const&);

std::optional<std::int64_t> id_of(std::string_view wild);

// The administrations on whose sheets the visitor works.
std::vector<views::Place> owners_for(Pages const&, http::Visitor const&);
// Works on the sheets of that administration.
bool may_edit(http::Visitor const&, AdministrationId owner);
// Answers for them: publishes, suspends, withdraws.
bool may_publish(http::Visitor const&, AdministrationId owner);

// The sheet of that address as its owner, or whoever looks at it under art. 9, may see it.
Result<Draft> seen_draft(Pages const&, http::Asked const&);
// The draft of that address, if the visitor may see it; not found otherwise.
Result<Draft> own_draft(Pages const&, http::Asked const&);

// What "?done=" says was done.
html::Words office_done(http::Request const&);

http::Response back_to(http::Asked const&, html::Url const&);

}  // namespace wasl::procedures
