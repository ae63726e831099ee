// SPDX-License-Identifier: Apache-2.0
// Getting in: by a one-time code, by a password, through the second factor. What is answered never
// tells whether an account exists; what it costs does not either.
//
// These take the database, not a Writer: a wrong try must be written down although the answer is
// a refusal, and Argon2 must not run inside the one writing transaction.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "modules/people/contact.hpp"
#include "modules/people/people.hpp"

namespace wasl::people {

inline constexpr int code_tries = 5;
inline constexpr std::chrono::minutes code_life{10};
inline constexpr std::chrono::minutes proof_life{30};  // to fill the form of a new account

enum class Purpose { sign_in, contact, password };
std::string_view name_of(Purpose);

struct Who {  // at the other end of the line
    std::string_view client;
    std::string_view user_agent;
    std::string_view old_token;  // a session this one takes the place of
    std::string_view device{};   // what this browser was given when somebody signed in with it
};

// Sends a code to that contact; the handle goes into a cookie of the same browser. `device`: what
// the browser was given when somebody signed in with it; its owner's are not counted with others'.
Result<std::string> ask_code(Desk const&, Purpose, Contact const&, std::optional<PersonId> whose,
                             Language, std::string_view client, Instant now,
                             std::string_view device = {});

// A right code proves that the contact is theirs.
struct Proof {
    Contact contact;
    std::optional<PersonId> account;   // of that contact
    std::optional<PersonId> asked_by;  // Purpose::contact: whose account it is to be added to
};
Result<Proof> use_code(Desk const&, Purpose, std::string_view handle, std::string_view typed,
                       std::string_view client, Instant now);
// The proof again, for the next page; nothing once it is too late.
std::optional<Proof> proof(Desk const&, db::Reader&, Purpose, std::string_view handle, Instant now);
// Where the code went, to be shown; nothing where there is no such code.
std::optional<Contact> sent_to(Desk const&, db::Reader&, std::string_view handle, Instant now);

struct SignedIn {
    PersonId person{0};
    std::string token;           // for the cookie
    bool second_needed = false;  // it opens nothing before the second factor
};
Result<SignedIn> open_session(Desk const&, db::Writer&, PersonId, Who const&, Instant now);
// What a browser keeps that this person has signed in with.
std::string device_of(Desk const&, PersonId);
Result<SignedIn> sign_in_by_code(Desk const&, Proof const&, Who const&, Instant now);
Result<SignedIn> sign_in_by_password(Desk const&, Contact const&, std::string_view password,
                                     Who const&, Instant now);
// A code of the authenticator or a recovery code; answers with a new token.
Result<SignedIn> second_factor(Desk const&, std::string_view token, std::string_view typed,
                               Instant now);
void sign_out(Desk const&, db::Writer&, std::string_view token, Instant now);

struct NewAccount {
    std::string_view name;
    Language language = Language::ar;
    std::string_view password;  // may be empty: then by code only
};
// The contact was proven by `handle`.
Result<SignedIn> create_account(Desk const&, std::string_view handle, NewAccount const&, Who const&,
                                Instant now);
// As above, with the one-time key of the first administrator.
Result<SignedIn> create_first_administrator(Desk const&, std::string_view key,
                                            std::string_view contact, NewAccount const&, Who const&,
                                            Instant now);
bool first_key_holds(Desk const&, db::Reader&, std::string_view key, Instant now);

}  // namespace wasl::people
