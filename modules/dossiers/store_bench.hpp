// SPDX-License-Identifier: Apache-2.0
// For making dossiers to measure with.
#pragma once

#include "platform/db/db.hpp"

namespace wasl::dossiers::store {

// On SQLite. A million dossiers touch their indexes everywhere: with the cache that a house needs,
// each page would be read and written again for every few rows.
void widen_cache(db::Writer&);

}  // namespace wasl::dossiers::store
