// SPDX-License-Identifier: Apache-2.0
// The SQL of the commission's sessions.
#pragma once

#include "modules/procedures/commission.hpp"
#include "platform/db/db.hpp"

namespace wasl::procedures::store {

std::vector<CommissionSession> sessions(db::Reader&);  // newest first, without their agenda
std::optional<CommissionSession> session(db::Reader&, CommissionId);
std::int64_t sessions_of_year(db::Reader&, std::string_view year);
bool insert_session(db::Writer&, CommissionSession const&, PersonId by);
void note_presence(db::Writer&, CommissionId, std::vector<Attendant> const&);
bool put_on_agenda(db::Writer&, CommissionId, SheetId);  // false: it is there
bool keep_ruling(db::Writer&, CommissionId, SheetId, Ruling const&);
bool is_on_open_agenda(db::Reader&, SheetId);
void close_session(db::Writer&, CommissionId, PersonId by, Instant now);

}  // namespace wasl::procedures::store
