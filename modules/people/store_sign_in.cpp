// SPDX-License-Identifier: Apache-2.0
// Codes, attempts, one-time keys. Sessions and tokens: store_sessions.cpp.
#include "modules/people/inside.hpp"
#include "modules/people/store.hpp"

namespace wasl::people::store {
namespace {

constexpr std::int64_t hour_micros = 3'600'000'000;

constexpr db::Sql insert_code_row{"people.insert_code", R"sql(
    insert into people_codes (id, contact, sent_to, purpose, person, code, tries_left, made_at,
        expires_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
)sql"};

constexpr db::Sql select_code{"people.select_code", R"sql(
    select contact, sent_to, purpose, person, code, tries_left, expires_at, used_at
    from people_codes where id = $1
)sql"};

constexpr db::Sql update_tries{"people.take_try", R"sql(
    update people_codes set tries_left = tries_left - 1
    where id = $1 and tries_left > 0 and used_at is null
)sql"};

constexpr db::Sql update_used{"people.mark_code_used", R"sql(
    update people_codes set used_at = $1, expires_at = $2 where id = $3
)sql"};

constexpr db::Sql delete_code{"people.drop_code", R"sql(
    delete from people_codes where id = $1
)sql"};

constexpr db::Sql drop_codes_of{"people.drop_codes_of", R"sql(
    delete from people_codes where person = $1 or sent_to in ($2, $3)
)sql"};

constexpr db::Sql drop_sessions_of{"people.drop_sessions_of", R"sql(
    delete from people_sessions where person = $1
)sql"};

constexpr db::Sql drop_tokens_of{"people.drop_tokens_of", R"sql(
    delete from people_tokens where person = $1
)sql"};

constexpr db::Sql drop_keys_of{"people.drop_keys_of", R"sql(
    delete from people_keys where person = $1
)sql"};

constexpr db::Sql count_attempt{"people.count_attempt", R"sql(
    insert into people_attempts (what, since, times, latest) values ($1, $2, 1, $3)
    on conflict (what, since) do update set times = people_attempts.times + 1, latest = $3
)sql"};

constexpr db::Sql select_attempts{"people.select_attempts", R"sql(
    select times from people_attempts where what = $1 and since = $2
)sql"};

constexpr db::Sql select_tries{"people.select_tries", R"sql(
    select times, latest from people_attempts where what = $1 and since = $2
)sql"};

constexpr db::Sql delete_attempts{"people.forget_attempts", R"sql(
    delete from people_attempts where what = $1
)sql"};

constexpr db::Sql insert_key_row{"people.insert_key", R"sql(
    insert into people_keys (hash, purpose, person, made_at, expires_at)
    values ($1, $2, $3, $4, $5)
)sql"};

constexpr db::Sql end_keys_of{"people.end_keys_of_person", R"sql(
    update people_keys set expires_at = $1, used_at = $1
    where purpose = $2 and person = $3 and used_at is null and expires_at > $1
)sql"};

constexpr db::Sql end_keys_of_nobody{"people.end_keys", R"sql(
    update people_keys set expires_at = $1, used_at = $1
    where purpose = $2 and person is null and used_at is null and expires_at > $1
)sql"};

constexpr db::Sql use_key_row{"people.use_key", R"sql(
    update people_keys set used_at = $1
    where hash = $2 and purpose = $3 and used_at is null and expires_at > $1 and made_at <= $4
)sql"};

constexpr db::Sql select_key{"people.select_key", R"sql(
    select person from people_keys
    where hash = $1 and purpose = $2
)sql"};

constexpr db::Sql select_key_valid{"people.select_key_valid", R"sql(
    select count(*) from people_keys
    where hash = $1 and purpose = $2 and used_at is null and expires_at > $3 and made_at <= $4
)sql"};

constexpr db::Sql drop_codes{"people.drop_expired_codes", R"sql(
    delete from people_codes where expires_at < $1
)sql"};

constexpr db::Sql drop_attempts{"people.drop_old_attempts", R"sql(
    delete from people_attempts where since < $1
)sql"};

constexpr db::Sql drop_sessions{"people.drop_expired_sessions", R"sql(
    delete from people_sessions where expires_at < $1 or revoked_at < $1
)sql"};

constexpr db::Sql drop_keys{"people.drop_expired_keys", R"sql(
    delete from people_keys where expires_at < $1
)sql"};

Code read_code(db::Row const& row) {
    Code code;
    code.contact_hash = row.str(0);
    code.sent_to = row.str(1);
    code.purpose = row.str(2);
    code.person = row.maybe_id<PersonId>(3);
    code.code_hash = row.str(4);
    code.tries_left = row.number(5);
    code.expires_at = row.moment(6);
    code.used = !row.null(7);
    return code;
}

std::int64_t hour_of(Instant now) { return micros(now) / hour_micros * hour_micros; }

}  // namespace

void insert_code(db::Writer& writer, std::string_view id, Code const& code, Instant now) {
    writer.execute(insert_code_row, id, code.contact_hash, code.sent_to, code.purpose, code.person,
                   code.code_hash, code.tries_left, now, code.expires_at);
}
std::optional<Code> code(db::Reader& reader, std::string_view id) {
    return reader.one(select_code, read_code, id);
}
bool take_try(db::Writer& writer, std::string_view id) {
    return writer.execute(update_tries, id) == 1;
}
void mark_used(db::Writer& writer, std::string_view id, Instant now, Instant expires) {
    writer.execute(update_used, now, expires, id);
}
void drop_code(db::Writer& writer, std::string_view id) { writer.execute(delete_code, id); }
void drop_ways_in(db::Writer& writer, Person const& person) {
    writer.execute(drop_codes_of, person.id, person.email, person.phone);
    writer.execute(drop_sessions_of, person.id);
    writer.execute(drop_tokens_of, person.id);
    writer.execute(drop_keys_of, person.id);
}

std::int64_t attempt(db::Writer& writer, std::string_view what, Instant now) {
    writer.execute(count_attempt, what, hour_of(now), now);
    return attempts(writer, what, now);
}
std::int64_t attempts(db::Reader& reader, std::string_view what, Instant now) {
    return reader.count(select_attempts, what, hour_of(now));
}
Tries tries(db::Reader& reader, std::string_view what, Instant now) {
    auto const read = [](db::Row const& row) { return Tries{row.number(0), row.moment(1)}; };
    return reader.one(select_tries, read, what, hour_of(now)).value_or(Tries{});
}
void forget_attempts(db::Writer& writer, std::string_view what) {
    writer.execute(delete_attempts, what);
}

void insert_key(db::Writer& writer, std::string_view hash, std::string_view purpose,
                std::optional<PersonId> person, Instant now, Instant expires) {
    writer.execute(insert_key_row, hash, purpose, person, now, expires);
}
void end_keys(db::Writer& writer, std::string_view purpose, std::optional<PersonId> person,
              Instant now) {
    if (person)
        writer.execute(end_keys_of, now, purpose, *person);
    else
        writer.execute(end_keys_of_nobody, now, purpose);
}
std::optional<PersonId> use_key(db::Writer& writer, std::string_view hash, std::string_view purpose,
                                Instant now) {
    if (writer.execute(use_key_row, now, hash, purpose, now + clock_slack) != 1)
        return std::nullopt;
    auto const person = [](db::Row const& row) {
        return row.maybe_id<PersonId>(0).value_or(PersonId{0});
    };
    return writer.one(select_key, person, hash, purpose);
}
bool key_holds(db::Reader& reader, std::string_view hash, std::string_view purpose, Instant now) {
    return reader.count(select_key_valid, hash, purpose, now, now + clock_slack) > 0;
}

void drop_expired(db::Writer& writer, Instant now) {
    writer.execute(drop_codes, now);
    writer.execute(drop_attempts, now - std::chrono::hours(2));
    writer.execute(drop_sessions, now);
    writer.execute(drop_keys, now - std::chrono::hours(24));
}

}  // namespace wasl::people::store
