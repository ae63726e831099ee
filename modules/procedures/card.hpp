// SPDX-License-Identifier: Apache-2.0
// What the catalogue knows of a published sheet without reading it: derived once, when it is
// published, and kept in a row of its own. A start reads the cards; a sheet is read where somebody
// opens it.
#pragma once

#include <string>
#include <string_view>

#include "modules/procedures/procedures.hpp"

namespace wasl::procedures {

// Grows with each change of what a card says or of how it is derived; cards of another form are
// not read, and the daily job writes them anew.
inline constexpr int card_form = 1;

// The part of an entry that follows from the content of its revision.
void describe(Entry&, Sheet const&);
std::string card_of(Entry const&);
void read_card(Entry&, std::string_view card);  // throws Breakdown where it cannot be read

}  // namespace wasl::procedures
