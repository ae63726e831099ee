// SPDX-License-Identifier: Apache-2.0
#include "modules/people/inside.hpp"
#include "modules/people/names.hpp"
#include "modules/people/store.hpp"

namespace wasl::people::store {
namespace {

constexpr db::Sql insert_session_row{"people.insert_session", R"sql(
    insert into people_sessions (id, person, token, device, strong, made_at, seen_at, expires_at)
    values ($1, $2, $3, $4, $5, $6, $6, $7)
)sql"};

constexpr db::Sql select_half{"people.select_half_session", R"sql(
    select s.id, s.person from people_sessions s join people_persons p on p.id = s.person
    where s.token = $1 and s.expires_at > $2 and s.made_at <= $3 and s.revoked_at is null
        and s.strong = 0 and p.totp_on = 1 and p.closed_at is null
)sql"};

constexpr db::Sql select_sessions{"people.select_sessions", R"sql(
    select id, device, strong, made_at, seen_at from people_sessions
    where person = $1 and expires_at > $2 and revoked_at is null
    order by seen_at desc, id desc
)sql"};

constexpr db::Sql select_session{"people.select_session_by_token", R"sql(
    select id from people_sessions where token = $1
)sql"};

constexpr db::Sql revoke_one{"people.revoke_session", R"sql(
    update people_sessions set revoked_at = $1
    where id = $2 and person = $3 and revoked_at is null
)sql"};

constexpr db::Sql revoke_all_sessions{"people.revoke_sessions", R"sql(
    update people_sessions set revoked_at = $1
    where person = $2 and id <> $3 and revoked_at is null
)sql"};

constexpr db::Sql revoke_by_token{"people.revoke_session_by_token", R"sql(
    update people_sessions set revoked_at = $1 where token = $2 and revoked_at is null
)sql"};

constexpr db::Sql revoke_older{"people.revoke_oldest_sessions", R"sql(
    update people_sessions set revoked_at = $1
    where person = $2 and revoked_at is null and id not in (
        select id from people_sessions where person = $2 and revoked_at is null
        order by id desc limit $3)
)sql"};

constexpr db::Sql update_seen{"people.session_seen", R"sql(
    update people_sessions set seen_at = $1 where id = $2 and seen_at < $1
)sql"};

constexpr db::Sql update_token{"people.renew_session", R"sql(
    update people_sessions set token = $1, strong = $2 where id = $3
)sql"};

// The one query of a signed-in request.
constexpr db::Sql select_visitor{"people.recognise_session", R"sql(
    select s.id, s.made_at, s.seen_at, s.strong, p.totp_on, p.id, p.name, p.unread, '',
        h.role, h.administration, h.unit
    from people_sessions s
    join people_persons p on p.id = s.person
    left join people_holdings h on h.person = s.person and h.from_day <= $1 and h.until_day >= $1
    where s.token = $2 and s.expires_at > $3 and s.seen_at > $4 and s.revoked_at is null
        and p.closed_at is null
)sql"};

constexpr db::Sql select_bearer{"people.recognise_token", R"sql(
    select t.id, t.made_at, t.made_at, 1, p.totp_on, p.id, p.name, p.unread, t.scope,
        h.role, h.administration, h.unit
    from people_tokens t
    join people_persons p on p.id = t.person
    left join people_holdings h on h.person = t.person and h.from_day <= $1 and h.until_day >= $1
    where t.token = $2 and t.expires_at > $3 and t.revoked_at is null and p.closed_at is null
)sql"};

constexpr db::Sql insert_token_row{"people.insert_token", R"sql(
    insert into people_tokens (id, person, token, name, scope, made_at, expires_at)
    values ($1, $2, $3, $4, $5, $6, $7)
)sql"};

constexpr db::Sql select_tokens{"people.select_tokens", R"sql(
    select id, name, scope, made_at, expires_at from people_tokens
    where person = $1 and expires_at > $2 and revoked_at is null
    order by id desc
)sql"};

constexpr db::Sql revoke_token_row{"people.revoke_token", R"sql(
    update people_tokens set revoked_at = $1
    where id = $2 and person = $3 and revoked_at is null
)sql"};

constexpr db::Sql revoke_all_tokens{"people.revoke_tokens", R"sql(
    update people_tokens set revoked_at = $1 where person = $2 and revoked_at is null
)sql"};

void read_seen(std::optional<Seen>& seen, db::Row const& row) {
    if (!seen) {
        seen.emplace();
        seen->session = row.id<SessionId>(0);
        seen->made_at = row.moment(1);
        seen->seen_at = row.moment(2);
        seen->strong = row.flag(3);
        seen->totp_on = row.flag(4);
        seen->person = row.id<PersonId>(5);
        seen->name = row.str(6);
        seen->unread = row.number(7);
        seen->scope = row.str(8);
    }
    if (row.null(9)) return;
    if (auto const role = role_named(row.text(9)))
        seen->grants.push_back({*role, row.id<AdministrationId>(10), row.id<UnitId>(11)});
}

}  // namespace

void insert_session(db::Writer& writer, SessionId id, PersonId person, std::string_view token_hash,
                    std::string_view device, bool strong, Instant now, Instant expires) {
    writer.execute(insert_session_row, id, person, token_hash, device, strong, now, expires);
}

std::optional<Half> half_session(db::Reader& reader, std::string_view token_hash, Instant now) {
    auto const read = [](db::Row const& row) {
        return Half{row.id<SessionId>(0), row.id<PersonId>(1)};
    };
    return reader.one(select_half, read, token_hash, now, now + clock_slack);
}

std::vector<Session> sessions(db::Reader& reader, PersonId person, Instant now) {
    auto const read = [](db::Row const& row) {
        return Session{row.id<SessionId>(0), row.str(1), row.flag(2), row.moment(3), row.moment(4)};
    };
    return reader.select(select_sessions, read, person, now);
}

std::optional<SessionId> session(db::Reader& reader, std::string_view token_hash) {
    auto const id = [](db::Row const& row) { return row.id<SessionId>(0); };
    return reader.one(select_session, id, token_hash);
}

bool revoke_session(db::Writer& writer, PersonId person, SessionId id, Instant now) {
    return writer.execute(revoke_one, now, id, person) == 1;
}
void revoke_sessions(db::Writer& writer, PersonId person, std::optional<SessionId> but,
                     Instant now) {
    writer.execute(revoke_all_sessions, now, person, but.value_or(SessionId{0}));
}
void revoke_token_hash(db::Writer& writer, std::string_view token_hash, Instant now) {
    writer.execute(revoke_by_token, now, token_hash);
}
void keep_newest_sessions(db::Writer& writer, PersonId person, int most, Instant now) {
    writer.execute(revoke_older, now, person, most);
}
void seen(db::Writer& writer, SessionId id, Instant at) { writer.execute(update_seen, at, id); }
void renew_session(db::Writer& writer, SessionId id, std::string_view token_hash, bool strong) {
    writer.execute(update_token, token_hash, strong, id);
}

std::optional<Seen> recognise_session(db::Reader& reader, std::string_view token_hash, Date today,
                                      Instant now, Instant seen_after) {
    std::optional<Seen> seen;
    reader.each(
        select_visitor, [&](db::Row const& row) { read_seen(seen, row); }, today, token_hash, now,
        seen_after);
    return seen;
}

std::optional<Seen> recognise_token(db::Reader& reader, std::string_view token_hash, Date today,
                                    Instant now) {
    std::optional<Seen> seen;
    reader.each(
        select_bearer, [&](db::Row const& row) { read_seen(seen, row); }, today, token_hash, now);
    return seen;
}

void insert_token(db::Writer& writer, TokenId id, PersonId person, std::string_view token_hash,
                  std::string_view name, std::string_view scope, Instant now, Instant expires) {
    writer.execute(insert_token_row, id, person, token_hash, name, scope, now, expires);
}
std::vector<Token> tokens(db::Reader& reader, PersonId person, Instant now) {
    auto const read = [](db::Row const& row) {
        return Token{row.id<TokenId>(0), row.str(1), row.str(2), row.moment(3), row.moment(4)};
    };
    return reader.select(select_tokens, read, person, now);
}
bool revoke_token(db::Writer& writer, PersonId person, TokenId id, Instant now) {
    return writer.execute(revoke_token_row, now, id, person) == 1;
}
void revoke_tokens(db::Writer& writer, PersonId person, Instant now) {
    writer.execute(revoke_all_tokens, now, person);
}

}  // namespace wasl::people::store
