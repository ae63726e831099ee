// SPDX-License-Identifier: Apache-2.0
// The SQL of the registry of holders.
#pragma once

#include "modules/procedures/holders.hpp"
#include "platform/db/db.hpp"

namespace wasl::procedures::store {

std::vector<EvidenceType> evidence_types(db::Reader&);  // by code
void keep_evidence_type(db::Writer&, EvidenceType const&);
std::vector<Exemption> exemptions(db::Reader&);  // newest first
void insert_exemption(db::Writer&, Exemption const&, Instant now);

}  // namespace wasl::procedures::store
