// SPDX-License-Identifier: Apache-2.0
// All SQL of this module; store_*.cpp by subject.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "modules/people/contact.hpp"
#include "modules/people/people.hpp"

namespace wasl::people::store {

// --- persons (store_persons.cpp) ---------------------------------------------------------------
// False where another account confirmed the same contact first.
bool insert(db::Writer&, Person const&, std::string_view password, Instant now);
std::optional<Person> person(db::Reader&, PersonId);
std::string name_of(db::Reader&, PersonId);
std::optional<Person> by_contact(db::Reader&, Contact const&);  // confirmed ones only
std::optional<PersonId> counter_person(db::Reader&, std::string_view name,
                                       std::string_view id_document, std::string_view contact);
void rename(db::Writer&, PersonId, std::string_view name);
void set_language(db::Writer&, PersonId, Language);
void set_by_email(db::Writer&, PersonId, bool wanted);
void set_counter_verified(db::Writer&, PersonId, Instant now);
// False where another account confirmed that contact first.
bool set_contact(db::Writer&, PersonId, Contact const&);
void remove_contact(db::Writer&, PersonId, Contact::Kind);
void add_unread(db::Writer&, PersonId, int change);
std::string password(db::Reader&, PersonId);  // its hash; empty: none
void set_password(db::Writer&, PersonId, std::string_view hash);
struct Totp {
    std::string sealed;
    bool on = false;
    std::int64_t step = 0;
};
Totp totp(db::Reader&, PersonId);
void begin_totp(db::Writer&, PersonId, std::string_view sealed);
// Marks a step as used; false where that step or a later one was used before.
bool use_totp_step(db::Writer&, PersonId, std::int64_t step);
void end_totp(db::Writer&, PersonId);
void set_recovery_codes(db::Writer&, PersonId, std::vector<std::string> const& hashes);
bool use_recovery_code(db::Writer&, PersonId, std::string_view hash, Instant now);
std::int64_t recovery_codes_left(db::Reader&, PersonId);
// The name stays where dossiers under retention bear it.
void close(db::Writer&, PersonId, bool keep_name, Instant now);

// --- signing in (store_sign_in.cpp) ------------------------------------------------------------
struct Code {
    std::string contact_hash, sent_to, purpose;
    std::optional<PersonId> person;
    std::string code_hash;
    std::int64_t tries_left = 0;
    Instant expires_at{};
    bool used = false;
};
void insert_code(db::Writer&, std::string_view id, Code const&, Instant now);
std::optional<Code> code(db::Reader&, std::string_view id);
bool take_try(db::Writer&, std::string_view id);  // false: none left
void mark_used(db::Writer&, std::string_view id, Instant now, Instant expires);
void drop_code(db::Writer&, std::string_view id);
// Sessions, tokens, codes and keys of somebody who leaves.
void drop_ways_in(db::Writer&, Person const&);
// Counts one more in this hour; returns how many there are now.
std::int64_t attempt(db::Writer&, std::string_view what, Instant now);
std::int64_t attempts(db::Reader&, std::string_view what, Instant now);
struct Tries {
    std::int64_t times = 0;  // in this hour
    Instant latest{};
};
Tries tries(db::Reader&, std::string_view what, Instant now);
void forget_attempts(db::Writer&, std::string_view what);

struct Session {
    SessionId id{0};
    std::string device;
    bool strong = false;
    Instant made_at{}, seen_at{};
};
void insert_session(db::Writer&, SessionId, PersonId, std::string_view token_hash,
                    std::string_view device, bool strong, Instant now, Instant expires);
struct Half {  // signed in with the first factor only
    SessionId session{0};
    PersonId person{0};
};
std::optional<Half> half_session(db::Reader&, std::string_view token_hash, Instant now);
std::vector<Session> sessions(db::Reader&, PersonId, Instant now);
std::optional<SessionId> session(db::Reader&, std::string_view token_hash);
bool revoke_session(db::Writer&, PersonId, SessionId, Instant now);
void revoke_sessions(db::Writer&, PersonId, std::optional<SessionId> but, Instant now);
void revoke_token_hash(db::Writer&, std::string_view token_hash, Instant now);
void keep_newest_sessions(db::Writer&, PersonId, int most, Instant now);
void seen(db::Writer&, SessionId, Instant at);
void renew_session(db::Writer&, SessionId, std::string_view token_hash, bool strong);

// Who is behind this session: one row a grant (or one without).
struct Seen {
    SessionId session{0};
    Instant made_at{}, seen_at{};
    bool strong = false, totp_on = false;
    PersonId person{0};
    std::string name;
    std::int64_t unread = 0;
    std::vector<http::Grant> grants;
    std::string scope;  // of a token
};
std::optional<Seen> recognise_session(db::Reader&, std::string_view token_hash, Date today,
                                      Instant now, Instant seen_after);
std::optional<Seen> recognise_token(db::Reader&, std::string_view token_hash, Date today,
                                    Instant now);

struct Token {
    TokenId id{0};
    std::string name, scope;
    Instant made_at{}, expires_at{};
};
void insert_token(db::Writer&, TokenId, PersonId, std::string_view token_hash,
                  std::string_view name, std::string_view scope, Instant now, Instant expires);
std::vector<Token> tokens(db::Reader&, PersonId, Instant now);
bool revoke_token(db::Writer&, PersonId, TokenId, Instant now);
void revoke_tokens(db::Writer&, PersonId, Instant now);

void insert_key(db::Writer&, std::string_view hash, std::string_view purpose,
                std::optional<PersonId>, Instant now, Instant expires);
void end_keys(db::Writer&, std::string_view purpose, std::optional<PersonId>, Instant now);
// The person it is for (0 where it is for nobody yet); nothing where it is unknown, used or late.
std::optional<PersonId> use_key(db::Writer&, std::string_view hash, std::string_view purpose,
                                Instant now);
bool key_holds(db::Reader&, std::string_view hash, std::string_view purpose, Instant now);
void drop_expired(db::Writer&, Instant now);

// --- roles (store_roles.cpp) -------------------------------------------------------------------
struct Position {
    PositionId id{0};
    AdministrationId administration{0};
    UnitId unit{0};
    http::Role role = http::Role::officer;
    std::string title_ar, title_fr;
    bool closed = false;
};
struct Holding {
    HoldingId id{0};
    PositionId position{0};
    PersonId person{0};
    std::string person_name;
    http::Role role = http::Role::officer;
    AdministrationId administration{0};
    UnitId unit{0};
    Date from{}, until{};
    std::optional<HoldingId> delegated_by;
    std::string matter, title_ar, title_fr;
};
void insert_position(db::Writer&, Position const&);
std::optional<Position> position(db::Reader&, PositionId);
std::vector<Position> positions(db::Reader&, AdministrationId);
void close_position(db::Writer&, PositionId, Instant now);
void insert_holding(db::Writer&, Holding const&, PersonId given_by, Instant now);
std::optional<Holding> holding(db::Reader&, HoldingId);
std::vector<Holding> holdings_of_position(db::Reader&, PositionId, Date today);
std::vector<Holding> holdings_at(db::Reader&, AdministrationId, Date today);
std::vector<Holding> holdings_everywhere(db::Reader&, Date today);  // by name
std::vector<Holding> holdings_of(db::Reader&, PersonId, Date today);
std::vector<Holding> delegated_by(db::Reader&, PersonId holder, Date today);
// Ends it, and what was delegated from it, on that day (the last one in force).
void end_holding(db::Writer&, HoldingId, Date last);
void end_holdings_of_position(db::Writer&, PositionId, Date last);
void end_holdings_of(db::Writer&, PersonId, Date last);
std::vector<PersonId> holders(db::Reader&, AdministrationId, http::Role, Date today);
std::vector<PersonId> holders_in_unit(db::Reader&, UnitId, http::Role, Date today);
std::int64_t administrators(db::Reader&, Date today);  // of the platform

// --- mandates and data requests (store_mandates.cpp) -------------------------------------------
struct Mandate {
    MandateId id{0};
    PersonId principal{0};
    std::optional<PersonId> agent;
    std::string agent_shown, state;
    bool everything = true;               // for all procedures, else
    std::vector<std::string> procedures;  // for these
    Date from{}, until{};
    bool claimed = false;
    std::string principal_name, agent_name;
};
void insert_mandate(db::Writer&, Mandate const&, std::string_view agent_contact, Instant now);
std::optional<Mandate> mandate(db::Reader&, MandateId);  // without its procedures
std::vector<Mandate> given(db::Reader&, PersonId principal);
// Addressed to that person, or offered to a contact the person has confirmed.
std::vector<Mandate> received(db::Reader&, PersonId agent, std::string_view email_hash,
                              std::string_view phone_hash);
bool is_offered_to(db::Reader&, MandateId, PersonId agent, std::string_view email_hash,
                   std::string_view phone_hash);
// False where it was no longer in `from`.
bool change_mandate(db::Writer&, MandateId, std::string_view from, std::string_view to,
                    std::optional<PersonId> agent, Instant now);
// Nobody reads any more to whom they were offered.
void end_mandates_of(db::Writer&, PersonId, Instant now);
bool may_act_for(db::Reader&, PersonId agent, PersonId principal, std::string_view procedure,
                 Date today);
std::vector<PersonId> principals_of(db::Reader&, PersonId agent, Date today);

struct DataRequest {
    std::int64_t id = 0;
    PersonId person{0};
    std::string kind, words, answer;
    Instant made_at{};
    std::optional<Instant> answered_at;
};
void insert_data_request(db::Writer&, DataRequest const&, Instant now);
std::vector<DataRequest> data_requests_of(db::Reader&, PersonId);
// That there were requests stays; what they said goes.
void forget_words_of_requests(db::Writer&, PersonId);
std::vector<DataRequest> open_data_requests(db::Reader&);
std::optional<DataRequest> data_request(db::Reader&, std::int64_t id);
bool answer_data_request(db::Writer&, std::int64_t id, PersonId by, std::string_view answer,
                         Instant now);

}  // namespace wasl::people::store
