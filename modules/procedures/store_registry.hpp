// SPDX-License-Identifier: Apache-2.0
// The SQL of the public counters and of claims.
#pragma once

#include "modules/procedures/procedures.hpp"

namespace wasl::procedures::store {

std::vector<StateCount> counts(db::Reader&);
std::vector<MonthCount> months(db::Reader&);
std::vector<MonthCount> months_of(db::Reader&, AdministrationId owner);
struct OwnerMonth {
    AdministrationId owner{0};
    MonthCount of;
};
std::vector<OwnerMonth> owners_months(db::Reader&);
// Owner 0: whoever owns them.
std::vector<SheetLine> in_state(db::Reader&, SheetState, AdministrationId owner);
// That came to that state for the first time in that month ("2026-03").
std::vector<SheetLine> came_to(db::Reader&, SheetState, std::string_view month,
                               AdministrationId owner);

void insert_claim(db::Writer&, Claim const&);
std::optional<Claim> claim(db::Reader&, ClaimId);
std::vector<Claim> claims_of(db::Reader&, AdministrationId);
std::vector<Claim> newest_claims(db::Reader&);
bool answer_claim(db::Writer&, ClaimId, ClaimState, std::string_view answer, PersonId by,
                  Instant now);
std::vector<ClaimCount> claim_counts(db::Reader&);
void erase_contacts_before(db::Writer&, Instant);

}  // namespace wasl::procedures::store
