// SPDX-License-Identifier: Apache-2.0
// The SQL of the way to publication.
#pragma once

#include "modules/procedures/pipeline.hpp"

namespace wasl::procedures::store {

void mark_standing(db::Writer&, SheetId, Standing const&, Taken const&, Instant now);
// The day on which a sheet entered the inventory: counted by month, not a step of its way.
void keep_inventoried(db::Writer&, SheetId, PersonId by, Instant now);
void keep_step(db::Writer&, SheetId, Transition const&, bool of_revision, Taken const&,
               Instant now);
std::vector<StepLine> steps(db::Reader&, SheetId);
void keep_approval(db::Writer&, SheetId, Approval const&);
// The sheets at that stage, whoever owns them; oldest change first.
std::vector<SheetLine> sheets_at(db::Reader&, SheetState at_work);
std::optional<SheetId> merged_into(db::Reader&, SheetId);

std::optional<AdministrationId> authority(db::Reader&, std::string_view duty);
void keep_authority(db::Writer&, std::string_view duty, AdministrationId);

void certify(db::Writer&, SheetId, PersonId, Date today);
// Published sheets that nobody has confirmed since that day or longer, and whose owner was not yet
// told so.
struct Unconfirmed {
    SheetId sheet{0};
    AdministrationId owner{0};
    std::string code, title;
    Date certified{};
};
std::vector<Unconfirmed> unconfirmed_since(db::Reader&, Date);
bool remember_telling(db::Writer&, Unconfirmed const&);

}  // namespace wasl::procedures::store
