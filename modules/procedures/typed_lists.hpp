// SPDX-License-Identifier: Apache-2.0
// The sections of the editor that are lists.
#pragma once

#include "modules/procedures/typed.hpp"

namespace wasl::procedures {

void type_requirements(Sheet&, Typed&);
void type_documents(Sheet&, Typed&);
void type_information(Sheet&, Typed&);
void type_fees(Sheet&, Typed&);
void type_steps(Sheet&, Typed&);
void type_form(Sheet&, Typed&);

}  // namespace wasl::procedures
