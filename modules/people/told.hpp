// SPDX-License-Identifier: Apache-2.0
// What people are told when a right of theirs begins or ends, in the transaction in which it does.
#pragma once

#include "modules/people/inside.hpp"
#include "modules/people/store.hpp"

namespace wasl::people {

// The agent is told in the inbox where an account has that contact, by a letter where none has: the
// principal is not told which.
void tell_offered(Desk const&, db::Writer&, store::Mandate const&, Contact const&, Instant now);
// The principal is told that it was accepted or refused.
void tell_answered(Desk const&, db::Writer&, store::Mandate const&, Person const& agent,
                   Instant now);
// The other side is told that it has ended; `by` is told nothing.
void tell_mandate_ended(Desk const&, db::Writer&, store::Mandate const&, PersonId by, Instant now);

// Given, or delegated; ended before its last day. Whoever did it to themselves is told too: a
// position is nothing to lose unnoticed.
void tell_given(Desk const&, db::Writer&, store::Holding const&, Instant now);
void tell_ended(Desk const&, db::Writer&, store::Holding const&, Date day, Instant now);

}  // namespace wasl::people
