// SPDX-License-Identifier: Apache-2.0
#include "modules/people/store.hpp"

namespace wasl::people::store {
namespace {

constexpr db::Sql insert_mandate_row{"people.insert_mandate", R"sql(
    insert into people_mandates (id, principal, agent, agent_contact, agent_shown, everything,
        from_day, until_day, state, claimed, made_at, changed_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11)
)sql"};

constexpr db::Sql select_one{"people.select_mandate", R"sql(
    select * from people_mandates_read
    where id = $1
)sql"};

constexpr db::Sql select_given{"people.select_mandates_given", R"sql(
    select * from people_mandates_read
    where principal = $1
    order by id desc
)sql"};

constexpr db::Sql select_received{"people.select_mandates_received", R"sql(
    select * from people_mandates_read
    where agent = $1 or (agent is null and state = 'offered'
        and agent_contact in ($2, $3))
    order by id desc
)sql"};

constexpr db::Sql insert_scope{"people.insert_mandate_procedure", R"sql(
    insert into people_mandate_procedures (mandate, procedure_code) values ($1, $2)
)sql"};

constexpr db::Sql select_scope{"people.select_mandate_procedures", R"sql(
    select procedure_code from people_mandate_procedures where mandate = $1 order by procedure_code
)sql"};

constexpr db::Sql count_offered{"people.count_offered_to", R"sql(
    select count(*) from people_mandates
    where id = $1 and state = 'offered'
        and (agent = $2 or (agent is null and agent_contact in ($3, $4)))
)sql"};

constexpr db::Sql update_state{"people.change_mandate", R"sql(
    update people_mandates set state = $1, agent = coalesce($2, agent), changed_at = $3
    where id = $4 and state = $5
)sql"};

constexpr db::Sql revoke_mandates_of{"people.end_mandates_of", R"sql(
    update people_mandates set state = 'revoked', changed_at = $1
    where (principal = $2 or agent = $2) and state in ('offered', 'accepted')
)sql"};

constexpr db::Sql forget_contacts{"people.forget_mandate_contacts", R"sql(
    update people_mandates set agent_shown = '', agent_contact = null
    where principal = $1 or agent = $1
)sql"};

constexpr db::Sql forget_words{"people.forget_request_words", R"sql(
    update people_data_requests set words = '', answer = '' where person = $1
)sql"};

constexpr db::Sql count_in_force{"people.count_mandates_in_force", R"sql(
    select count(*) from people_mandates m
    where agent = $1 and principal = $2 and state = 'accepted'
        and from_day <= $3 and until_day >= $3
        and (everything = 1 or exists (select 1 from people_mandate_procedures s
            where s.mandate = m.id and s.procedure_code = $4))
)sql"};

constexpr db::Sql select_principals{"people.select_principals", R"sql(
    select distinct principal from people_mandates
    where agent = $1 and state = 'accepted' and from_day <= $2 and until_day >= $2
    order by principal
)sql"};

constexpr db::Sql insert_request{"people.insert_data_request", R"sql(
    insert into people_data_requests (id, person, kind, words, made_at)
    values ($1, $2, $3, $4, $5)
)sql"};

constexpr db::Sql select_requests_of{"people.select_data_requests", R"sql(
    select id, person, kind, words, answer, made_at, answered_at from people_data_requests
    where person = $1 order by id desc
)sql"};

constexpr db::Sql select_open_requests{"people.select_open_data_requests", R"sql(
    select id, person, kind, words, answer, made_at, answered_at from people_data_requests
    where answered_at is null order by made_at, id
)sql"};

constexpr db::Sql select_request{"people.select_data_request", R"sql(
    select id, person, kind, words, answer, made_at, answered_at from people_data_requests
    where id = $1
)sql"};

constexpr db::Sql answer_request_row{"people.answer_data_request", R"sql(
    update people_data_requests set answered_at = $1, answered_by = $2, answer = $3
    where id = $4 and answered_at is null
)sql"};

Mandate read_mandate(db::Row const& row) {
    Mandate mandate;
    mandate.id = row.id<MandateId>(0);
    mandate.principal = row.id<PersonId>(1);
    mandate.agent = row.maybe_id<PersonId>(2);
    mandate.agent_shown = row.str(4);
    mandate.everything = row.flag(5);
    mandate.state = row.str(6);
    mandate.from = row.date(7);
    mandate.until = row.date(8);
    mandate.claimed = row.flag(9);
    mandate.principal_name = row.str(10);
    mandate.agent_name = row.str(11);
    return mandate;
}

std::vector<Mandate> with_scope(db::Reader& reader, std::vector<Mandate> all) {
    auto const code = [](db::Row const& row) { return row.str(0); };
    for (auto& mandate : all)
        if (!mandate.everything) mandate.procedures = reader.select(select_scope, code, mandate.id);
    return all;
}

DataRequest read_request(db::Row const& row) {
    return {row.number(0), row.id<PersonId>(1), row.str(2),         row.str(3),
            row.str(4),    row.moment(5),       row.maybe_moment(6)};
}

}  // namespace

void insert_mandate(db::Writer& writer, Mandate const& mandate, std::string_view agent_contact,
                    Instant now) {
    auto const contact = agent_contact.empty() ? std::nullopt : std::optional(agent_contact);
    writer.execute(insert_mandate_row, mandate.id, mandate.principal, mandate.agent, contact,
                   mandate.agent_shown, mandate.everything, mandate.from, mandate.until,
                   mandate.state, mandate.claimed, now);
    for (auto const& code : mandate.procedures) writer.execute(insert_scope, mandate.id, code);
}
std::optional<Mandate> mandate(db::Reader& reader, MandateId id) {
    return reader.one(select_one, read_mandate, id);
}
std::vector<Mandate> given(db::Reader& reader, PersonId principal) {
    return with_scope(reader, reader.select(select_given, read_mandate, principal));
}
std::vector<Mandate> received(db::Reader& reader, PersonId agent, std::string_view email_hash,
                              std::string_view phone_hash) {
    return with_scope(reader,
                      reader.select(select_received, read_mandate, agent, email_hash, phone_hash));
}
bool is_offered_to(db::Reader& reader, MandateId id, PersonId agent, std::string_view email_hash,
                   std::string_view phone_hash) {
    return reader.count(count_offered, id, agent, email_hash, phone_hash) > 0;
}
bool change_mandate(db::Writer& writer, MandateId id, std::string_view from, std::string_view to,
                    std::optional<PersonId> agent, Instant now) {
    return writer.execute(update_state, to, agent, now, id, from) == 1;
}
void end_mandates_of(db::Writer& writer, PersonId person, Instant now) {
    writer.execute(revoke_mandates_of, now, person);
    writer.execute(forget_contacts, person);
}

bool may_act_for(db::Reader& reader, PersonId agent, PersonId principal, std::string_view procedure,
                 Date today) {
    return reader.count(count_in_force, agent, principal, today, procedure) > 0;
}
std::vector<PersonId> principals_of(db::Reader& reader, PersonId agent, Date today) {
    auto const id = [](db::Row const& row) { return row.id<PersonId>(0); };
    return reader.select(select_principals, id, agent, today);
}

void insert_data_request(db::Writer& writer, DataRequest const& request, Instant now) {
    writer.execute(insert_request, request.id, request.person, request.kind, request.words, now);
}
std::vector<DataRequest> data_requests_of(db::Reader& reader, PersonId person) {
    return reader.select(select_requests_of, read_request, person);
}
void forget_words_of_requests(db::Writer& writer, PersonId person) {
    writer.execute(forget_words, person);
}
std::vector<DataRequest> open_data_requests(db::Reader& reader) {
    return reader.select(select_open_requests, read_request);
}
std::optional<DataRequest> data_request(db::Reader& reader, std::int64_t id) {
    return reader.one(select_request, read_request, id);
}
bool answer_data_request(db::Writer& writer, std::int64_t id, PersonId by, std::string_view answer,
                         Instant now) {
    return writer.execute(answer_request_row, now, by, answer, id) == 1;
}

}  // namespace wasl::people::store
