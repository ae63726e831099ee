// SPDX-License-Identifier: Apache-2.0
#include "modules/people/names.hpp"
#include "modules/people/store.hpp"

namespace wasl::people::store {
namespace {

constexpr db::Sql insert_position_row{"people.insert_position", R"sql(
    insert into people_positions (id, administration, unit, role, title_ar, title_fr)
    values ($1, $2, $3, $4, $5, $6)
)sql"};

constexpr db::Sql select_position{"people.select_position", R"sql(
    select id, administration, unit, role, title_ar, title_fr, closed_at
    from people_positions where id = $1
)sql"};

constexpr db::Sql select_positions{"people.select_positions", R"sql(
    select id, administration, unit, role, title_ar, title_fr, closed_at
    from people_positions where administration = $1 and closed_at is null order by id
)sql"};

constexpr db::Sql close_position_row{"people.close_position", R"sql(
    update people_positions set closed_at = $1 where id = $2 and closed_at is null
)sql"};

constexpr db::Sql insert_holding_row{"people.insert_holding", R"sql(
    insert into people_holdings (id, position, person, role, administration, unit, from_day,
        until_day, delegated_by, matter, given_by, given_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
)sql"};

constexpr db::Sql select_holding{"people.select_holding", R"sql(
    select * from people_holdings_read
    where id = $1
)sql"};

constexpr db::Sql select_at{"people.select_holdings_at", R"sql(
    select * from people_holdings_read
    where administration = $1 and until_day >= $2
    order by position, from_day, id
)sql"};

constexpr db::Sql select_everywhere{"people.select_holdings_everywhere", R"sql(
    select * from people_holdings_read
    where until_day >= $1
    order by name, id
)sql"};

constexpr db::Sql select_of{"people.select_holdings_of", R"sql(
    select * from people_holdings_read
    where person = $1 and until_day >= $2
    order by from_day, id
)sql"};

constexpr db::Sql select_delegated{"people.select_delegated_by", R"sql(
    select * from people_holdings_read
    where until_day >= $1
        and delegated_by in (select id from people_holdings where person = $2)
    order by from_day, id
)sql"};

constexpr db::Sql select_of_position{"people.select_holdings_of_position", R"sql(
    select * from people_holdings_read
    where position = $1 and until_day >= $2
    order by from_day, id
)sql"};

constexpr db::Sql end_holding_row{"people.end_holding", R"sql(
    update people_holdings set until_day = $1
    where (id = $2 or delegated_by = $2) and until_day > $1
)sql"};

constexpr db::Sql end_of_position{"people.end_holdings_of_position", R"sql(
    update people_holdings set until_day = $1 where position = $2 and until_day > $1
)sql"};

constexpr db::Sql end_of_person{"people.end_holdings_of_person", R"sql(
    update people_holdings set until_day = $1
    where until_day > $1 and (person = $2
        or delegated_by in (select id from people_holdings where person = $2))
)sql"};

constexpr db::Sql select_holders{"people.select_holders", R"sql(
    select distinct person from people_holdings
    where administration = $1 and role = $2 and from_day <= $3 and until_day >= $3
    order by person
)sql"};

constexpr db::Sql select_holders_in_unit{"people.select_holders_in_unit", R"sql(
    select distinct person from people_holdings
    where unit = $1 and role = $2 and from_day <= $3 and until_day >= $3
    order by person
)sql"};

constexpr db::Sql count_administrators{"people.count_administrators", R"sql(
    select count(*) from people_holdings
    where administration = 0 and role = 'administrator' and from_day <= $1 and until_day >= $1
)sql"};

Position read_position(db::Row const& row) {
    return {row.id<PositionId>(0),
            row.id<AdministrationId>(1),
            row.id<UnitId>(2),
            role_named(row.text(3)).value_or(http::Role::officer),
            row.str(4),
            row.str(5),
            !row.null(6)};
}

Holding read_holding(db::Row const& row) {
    Holding holding;
    holding.id = row.id<HoldingId>(0);
    holding.position = row.id<PositionId>(1);
    holding.person = row.id<PersonId>(2);
    holding.person_name = row.str(3);
    holding.role = role_named(row.text(4)).value_or(http::Role::officer);
    holding.administration = row.id<AdministrationId>(5);
    holding.unit = row.id<UnitId>(6);
    holding.from = row.date(7);
    holding.until = row.date(8);
    holding.delegated_by = row.maybe_id<HoldingId>(9);
    holding.matter = row.str(10);
    holding.title_ar = row.str(11);
    holding.title_fr = row.str(12);
    return holding;
}

PersonId read_person_id(db::Row const& row) { return row.id<PersonId>(0); }

}  // namespace

void insert_position(db::Writer& writer, Position const& position) {
    writer.execute(insert_position_row, position.id, position.administration, position.unit,
                   people::name_of(position.role), position.title_ar, position.title_fr);
}
std::optional<Position> position(db::Reader& reader, PositionId id) {
    return reader.one(select_position, read_position, id);
}
std::vector<Position> positions(db::Reader& reader, AdministrationId administration) {
    return reader.select(select_positions, read_position, administration);
}
void close_position(db::Writer& writer, PositionId id, Instant now) {
    writer.execute(close_position_row, now, id);
}

void insert_holding(db::Writer& writer, Holding const& holding, PersonId given_by, Instant now) {
    writer.execute(insert_holding_row, holding.id, holding.position, holding.person,
                   people::name_of(holding.role), holding.administration, holding.unit,
                   holding.from, holding.until, holding.delegated_by, holding.matter, given_by,
                   now);
}
std::optional<Holding> holding(db::Reader& reader, HoldingId id) {
    return reader.one(select_holding, read_holding, id);
}
std::vector<Holding> holdings_at(db::Reader& reader, AdministrationId administration, Date today) {
    return reader.select(select_at, read_holding, administration, today);
}
std::vector<Holding> holdings_everywhere(db::Reader& reader, Date today) {
    return reader.select(select_everywhere, read_holding, today);
}
std::vector<Holding> holdings_of(db::Reader& reader, PersonId person, Date today) {
    return reader.select(select_of, read_holding, person, today);
}
std::vector<Holding> delegated_by(db::Reader& reader, PersonId holder, Date today) {
    return reader.select(select_delegated, read_holding, today, holder);
}
std::vector<Holding> holdings_of_position(db::Reader& reader, PositionId id, Date today) {
    return reader.select(select_of_position, read_holding, id, today);
}
void end_holding(db::Writer& writer, HoldingId id, Date last) {
    writer.execute(end_holding_row, last, id);
}
void end_holdings_of_position(db::Writer& writer, PositionId id, Date last) {
    writer.execute(end_of_position, last, id);
}
void end_holdings_of(db::Writer& writer, PersonId person, Date last) {
    writer.execute(end_of_person, last, person);
}

std::vector<PersonId> holders(db::Reader& reader, AdministrationId administration, http::Role role,
                              Date today) {
    return reader.select(select_holders, read_person_id, administration, people::name_of(role),
                         today);
}
std::vector<PersonId> holders_in_unit(db::Reader& reader, UnitId unit, http::Role role,
                                      Date today) {
    return reader.select(select_holders_in_unit, read_person_id, unit, people::name_of(role),
                         today);
}
std::int64_t administrators(db::Reader& reader, Date today) {
    return reader.count(count_administrators, today);
}

}  // namespace wasl::people::store
