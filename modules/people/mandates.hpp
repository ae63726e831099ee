// SPDX-License-Identifier: Apache-2.0
// Mandates (وكالة): who lets whom act, for what, until when. Offered to a contact, accepted or
// refused by whoever has confirmed it; whether an account has that contact is never told.
#pragma once

#include <string_view>

#include "modules/people/store.hpp"

namespace wasl::people {

inline constexpr std::size_t mandate_procedures_max = 30;

struct NewMandate {
    enum class Scope { everything, named } scope = Scope::everything;
    std::vector<std::string_view> procedures;  // codes of the registry, where they are named
    std::string_view contact, from, until;
};
Result<MandateId> offer_mandate(Desk const&, db::Writer&, PersonId principal, NewMandate const&,
                                Date today, Instant now);
enum class Answer { accept, refuse };
Outcome answer_mandate(Desk const&, db::Writer&, PersonId agent, MandateId, Answer, Instant now);
Outcome revoke_mandate(Desk const&, db::Writer&, PersonId principal, MandateId, Instant now);

// The code of a counter receipt: from now on this account acts for that person.
Result<PersonId> claim(Desk const&, PersonId, std::string_view typed, Instant now);

}  // namespace wasl::people
