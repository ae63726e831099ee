// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "modules/procedures/burden.hpp"
#include "platform/db/db.hpp"

namespace wasl::procedures::store {

void keep_burden(db::Writer&, SheetId, int version, Burden const&);
std::vector<VersionBurden> burdens(db::Reader&, SheetId);  // oldest first
// The first text that is known against the one in force, owner by owner.
std::vector<Simplification> simplifications(db::Reader&);
std::vector<Simplified> simplified(db::Reader&, AdministrationId owner);

// Revisions of before this was counted, so that a job can count them.
struct Uncounted {
    SheetId sheet{0};
    int version = 0;
    std::string content;
};
std::vector<Uncounted> uncounted(db::Reader&, int most);

}  // namespace wasl::procedures::store
