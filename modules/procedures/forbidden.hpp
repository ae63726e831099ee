// SPDX-License-Identifier: Apache-2.0
// Titles of documents that betray what law 55.19 art. 7 forbids, or what law 04.20 art. 11 makes
// the identity card stand for, however they are spelt.
#pragma once

#include <string_view>

#include "modules/procedures/sheet.hpp"

namespace wasl::procedures::forbidden {

bool several_copies(Names const& title);
bool legalised_signature(Names const& title);
bool certified_copy(Names const& title);
bool replaced_by_identity_card(Names const& title);

// Hamza, taa marbuta, harakat and case do not matter to it; exported for the tests.
std::string folded(std::string_view);

}  // namespace wasl::procedures::forbidden
