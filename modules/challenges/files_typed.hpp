// SPDX-License-Identifier: Apache-2.0
// Files of a form that may come back: they are kept, and named by a reference that this house made
// for that person alone, so that a refusal loses none and nobody names what another sent.
#pragma once

#include "modules/challenges/said.hpp"

namespace wasl::challenges {

std::string file_reference(Pages const&, PersonId, KeptFile const&);

// Those of before that are still ticked, and the new ones; a fault for each that is none.
std::vector<KeptFile> files_typed(Pages const&, http::Request const&, PersonId, html::Faults&);

namespace views {

// The files that are there, each with its tick, and the field for more. The form is a multipart
// one.
void files_fields(html::Html&, Known const&, std::span<KeptFile const> there);

}  // namespace views

}  // namespace wasl::challenges
