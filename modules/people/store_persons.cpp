// SPDX-License-Identifier: Apache-2.0
#include "modules/people/names.hpp"
#include "modules/people/store.hpp"

namespace wasl::people::store {
namespace {

constexpr db::Sql insert_person{"people.insert_person", R"sql(
    insert into people_persons (id, name, email, email_confirmed, phone, phone_confirmed, language,
        password, id_document, id_document_tail, counter_verified_at, made_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
)sql"};

constexpr db::Sql select_person{"people.select_person", R"sql(
    select id, name, email, email_confirmed, phone, phone_confirmed, language, id_document,
        id_document_tail, counter_verified_at, by_email, closed_at
    from people_persons where id = $1
)sql"};

constexpr db::Sql select_name{"people.select_name", R"sql(
    select name from people_persons where id = $1
)sql"};

constexpr db::Sql select_by_email{"people.select_by_email", R"sql(
    select id, name, email, email_confirmed, phone, phone_confirmed, language, id_document,
        id_document_tail, counter_verified_at, by_email, closed_at
    from people_persons where email = $1 and email_confirmed = 1 and closed_at is null
)sql"};

constexpr db::Sql select_by_phone{"people.select_by_phone", R"sql(
    select id, name, email, email_confirmed, phone, phone_confirmed, language, id_document,
        id_document_tail, counter_verified_at, by_email, closed_at
    from people_persons where phone = $1 and phone_confirmed = 1 and closed_at is null
)sql"};

constexpr db::Sql select_by_document{"people.select_by_document", R"sql(
    select id from people_persons
    where id_document = $1 and name = $2 and closed_at is null
    order by id limit 1
)sql"};

constexpr db::Sql select_by_said_contact{"people.select_by_said_contact", R"sql(
    select id from people_persons
    where email = $1 and email_confirmed = 0 and name = $2 and closed_at is null
    union all
    select id from people_persons
    where phone = $1 and phone_confirmed = 0 and name = $2 and closed_at is null
    order by id limit 1
)sql"};

constexpr db::Sql update_name{"people.update_name", R"sql(
    update people_persons set name = $1 where id = $2
)sql"};

constexpr db::Sql update_language{"people.update_language", R"sql(
    update people_persons set language = $1 where id = $2
)sql"};

constexpr db::Sql update_by_email{"people.update_by_email", R"sql(
    update people_persons set by_email = $1 where id = $2
)sql"};

constexpr db::Sql update_verified{"people.update_counter_verified", R"sql(
    update people_persons set counter_verified_at = $1 where id = $2
)sql"};

constexpr db::Sql update_email{"people.update_email", R"sql(
    update people_persons set email = $1, email_confirmed = 1 where id = $2
)sql"};

constexpr db::Sql update_phone{"people.update_phone", R"sql(
    update people_persons set phone = $1, phone_confirmed = 1 where id = $2
)sql"};

constexpr db::Sql clear_email{"people.clear_email", R"sql(
    update people_persons set email = null, email_confirmed = 0 where id = $1
)sql"};

constexpr db::Sql clear_phone{"people.clear_phone", R"sql(
    update people_persons set phone = null, phone_confirmed = 0 where id = $1
)sql"};

constexpr db::Sql update_unread{"people.update_unread", R"sql(
    update people_persons set unread = case when unread + $1 < 0 then 0 else unread + $1 end
    where id = $2
)sql"};

constexpr db::Sql select_password{"people.select_password", R"sql(
    select password from people_persons where id = $1 and password is not null
)sql"};

constexpr db::Sql update_password{"people.update_password", R"sql(
    update people_persons set password = $1 where id = $2
)sql"};

constexpr db::Sql select_totp{"people.select_totp", R"sql(
    select totp_secret, totp_on, totp_step from people_persons where id = $1
)sql"};

constexpr db::Sql update_totp{"people.begin_totp", R"sql(
    update people_persons set totp_secret = $1, totp_on = 0, totp_step = 0 where id = $2
)sql"};

constexpr db::Sql update_totp_step{"people.use_totp_step", R"sql(
    update people_persons set totp_step = $1, totp_on = 1 where id = $2 and totp_step < $1
)sql"};

constexpr db::Sql clear_totp{"people.end_totp", R"sql(
    update people_persons set totp_secret = null, totp_on = 0, totp_step = 0 where id = $1
)sql"};

constexpr db::Sql delete_recovery{"people.delete_recovery_codes", R"sql(
    delete from people_recovery_codes where person = $1
)sql"};

constexpr db::Sql insert_recovery{"people.insert_recovery_code", R"sql(
    insert into people_recovery_codes (person, code) values ($1, $2)
)sql"};

constexpr db::Sql update_recovery{"people.use_recovery_code", R"sql(
    update people_recovery_codes set used_at = $1
    where person = $2 and code = $3 and used_at is null
)sql"};

constexpr db::Sql count_recovery{"people.count_recovery_codes", R"sql(
    select count(*) from people_recovery_codes where person = $1 and used_at is null
)sql"};

constexpr db::Sql close_person{"people.close_person", R"sql(
    update people_persons set name = case when $1 = 1 then name else '' end,
        email = null, email_confirmed = 0, phone = null,
        phone_confirmed = 0, password = null, id_document = null, id_document_tail = null,
        totp_secret = null, totp_on = 0, unread = 0, closed_at = $2
    where id = $3
)sql"};

std::string maybe_text(db::Row const& row, int column) {
    return row.null(column) ? std::string() : row.str(column);
}

Person read_person(db::Row const& row) {
    Person person;
    person.id = row.id<PersonId>(0);
    person.name = row.str(1);
    person.email = maybe_text(row, 2);
    person.email_confirmed = row.flag(3);
    person.phone = maybe_text(row, 4);
    person.phone_confirmed = row.flag(5);
    person.language = language_named(row.text(6));
    person.id_document_hash = maybe_text(row, 7);
    person.id_document_tail = maybe_text(row, 8);
    if (!row.null(9))
        person.assurance = Assurance::counter_verified;
    else if (person.email_confirmed || person.phone_confirmed)
        person.assurance = Assurance::contact_confirmed;
    person.by_email = row.flag(10);
    person.closed = !row.null(11);
    return person;
}

std::optional<std::string_view> filled(std::string_view text) {
    return text.empty() ? std::nullopt : std::optional(text);
}

}  // namespace

bool insert(db::Writer& writer, Person const& person, std::string_view password, Instant now) {
    bool const seen = person.assurance == Assurance::counter_verified;
    return writer.try_execute(insert_person, person.id, person.name, filled(person.email),
                              person.email_confirmed, filled(person.phone), person.phone_confirmed,
                              wasl::name_of(person.language), filled(password),
                              filled(person.id_document_hash), filled(person.id_document_tail),
                              seen ? std::optional(now) : std::nullopt, now);
}

std::optional<Person> person(db::Reader& reader, PersonId id) {
    return reader.one(select_person, read_person, id);
}

std::string name_of(db::Reader& reader, PersonId id) {
    return reader.one(
                     select_name, [](db::Row const& row) { return row.str(0); }, id)
        .value_or(std::string());
}

std::optional<Person> by_contact(db::Reader& reader, Contact const& contact) {
    auto const& sql = contact.kind == Contact::Kind::email ? select_by_email : select_by_phone;
    return reader.one(sql, read_person, contact.text);
}

std::optional<PersonId> counter_person(db::Reader& reader, std::string_view name,
                                       std::string_view id_document, std::string_view contact) {
    auto const id = [](db::Row const& row) { return row.id<PersonId>(0); };
    if (!id_document.empty()) return reader.one(select_by_document, id, id_document, name);
    if (!contact.empty()) return reader.one(select_by_said_contact, id, contact, name);
    return std::nullopt;
}

void rename(db::Writer& writer, PersonId id, std::string_view name) {
    writer.execute(update_name, name, id);
}
void set_language(db::Writer& writer, PersonId id, Language language) {
    writer.execute(update_language, wasl::name_of(language), id);
}
void set_by_email(db::Writer& writer, PersonId id, bool wanted) {
    writer.execute(update_by_email, wanted, id);
}
void set_counter_verified(db::Writer& writer, PersonId id, Instant now) {
    writer.execute(update_verified, now, id);
}
bool set_contact(db::Writer& writer, PersonId id, Contact const& contact) {
    auto const& sql = contact.kind == Contact::Kind::email ? update_email : update_phone;
    return writer.try_execute(sql, contact.text, id);
}
void remove_contact(db::Writer& writer, PersonId id, Contact::Kind kind) {
    writer.execute(kind == Contact::Kind::email ? clear_email : clear_phone, id);
}
void add_unread(db::Writer& writer, PersonId id, int change) {
    writer.execute(update_unread, change, id);
}

std::string password(db::Reader& reader, PersonId id) {
    return reader.one(
                     select_password, [](db::Row const& row) { return row.str(0); }, id)
        .value_or(std::string());
}
void set_password(db::Writer& writer, PersonId id, std::string_view hash) {
    writer.execute(update_password, filled(hash), id);
}

Totp totp(db::Reader& reader, PersonId id) {
    auto const read = [](db::Row const& row) {
        return Totp{maybe_text(row, 0), row.flag(1), row.number(2)};
    };
    return reader.one(select_totp, read, id).value_or(Totp{});
}
void begin_totp(db::Writer& writer, PersonId id, std::string_view sealed) {
    writer.execute(update_totp, sealed, id);
}
bool use_totp_step(db::Writer& writer, PersonId id, std::int64_t step) {
    return writer.execute(update_totp_step, step, id) == 1;
}
void end_totp(db::Writer& writer, PersonId id) {
    writer.execute(clear_totp, id);
    writer.execute(delete_recovery, id);
}
void set_recovery_codes(db::Writer& writer, PersonId id, std::vector<std::string> const& hashes) {
    writer.execute(delete_recovery, id);
    for (auto const& hash : hashes) writer.execute(insert_recovery, id, hash);
}
bool use_recovery_code(db::Writer& writer, PersonId id, std::string_view hash, Instant now) {
    return writer.execute(update_recovery, now, id, hash) == 1;
}
std::int64_t recovery_codes_left(db::Reader& reader, PersonId id) {
    return reader.count(count_recovery, id);
}

void close(db::Writer& writer, PersonId id, bool keep_name, Instant now) {
    writer.execute(close_person, keep_name, now, id);
    writer.execute(delete_recovery, id);
}

}  // namespace wasl::people::store
