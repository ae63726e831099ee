// SPDX-License-Identifier: Apache-2.0
// A word that no document has: the known words that look or sound like it.
#pragma once

#include "platform/search/reading.hpp"

namespace wasl::search {

void guess(Index::Inside const&, lexis::Token const&, Slot&, Reading&);

}  // namespace wasl::search
