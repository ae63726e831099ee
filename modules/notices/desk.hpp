// SPDX-License-Identifier: Apache-2.0
// What a reader does with notices, and an operator with letters.
#pragma once

#include "modules/notices/inside.hpp"

namespace wasl::notices {

// Somebody else's notice is not found.
Result<store::Item> read_notice(Outbox const&, db::Writer&, PersonId, NoticeId, Instant now);
Outcome read_all(Outbox const&, db::Writer&, PersonId, Instant now);
Outcome retry_letter(db::Writer&, LetterId, Instant now);
Outcome drop_letter(db::Writer&, LetterId, Instant now);

}  // namespace wasl::notices
