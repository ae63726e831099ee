// SPDX-License-Identifier: Apache-2.0
// What a person does with an own account.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "modules/people/sign_in.hpp"
#include "modules/people/store.hpp"

namespace wasl::people {

// Refused where the name was verified against a paper.
Outcome rename(db::Writer&, PersonId, std::string_view name, Instant now);
Outcome set_language(db::Writer&, PersonId, Language);

// The contact was proven by a code that this account asked for.
Outcome add_contact(Desk const&, db::Writer&, PersonId, std::string_view handle, Instant now);
// Refused for the last one: nobody could get in again.
Outcome remove_contact(db::Writer&, PersonId, Contact::Kind);

// With the old one, or (forgotten) with a proof. Signs out everywhere else.
Outcome change_password(Desk const&, PersonId, std::string_view old, std::string_view wanted,
                        std::string_view session_token, Instant now);
Outcome reset_password(Desk const&, std::string_view handle, std::string_view wanted, Instant now);

struct Enrolment {
    std::string address;  // otpauth://..., for the QR code
    std::string key;      // base32, for typing
    bool on = false;
};
// What is under way or in force.
Enrolment enrolment(Desk const&, db::Reader&, PersonId);
Outcome begin_totp(Desk const&, db::Writer&, PersonId);
struct Confirmed {
    std::vector<std::string> recovery_codes;  // shown once
    std::string token;                        // the session is a strong one from here on
};
Result<Confirmed> confirm_totp(Desk const&, PersonId, std::string_view typed,
                               std::string_view session_token, Instant now);
Outcome end_totp(Desk const&, PersonId, std::string_view typed, Instant now);

enum class Scope { read, file, office };
std::string_view name_of(Scope);
Result<std::string> make_token(Desk const&, db::Writer&, PersonId, std::string_view name,
                               std::string_view scope, std::int64_t days, Instant now);

// Law 09-08 art. 7: all that is held, as JSON; art. 8 and 9: rectification and erasure.
std::string export_of(Desk const&, DataRights const&, db::Reader&, PersonId, Instant now);
Outcome ask_rectification(db::Writer&, PersonId, std::string_view words, Instant now);
// Closes the account at once; what must stay is said, and why.
Result<std::vector<Said>> erase(Desk const&, DataRights const&, db::Writer&, PersonId, Date today,
                                Instant now);
Outcome answer_request(db::Writer&, std::int64_t request, PersonId by, std::string_view answer,
                       Instant now);

}  // namespace wasl::people
