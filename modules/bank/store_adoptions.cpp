// SPDX-License-Identifier: Apache-2.0
// The row of an adoption file.
#include "modules/bank/lifecycle.hpp"
#include "modules/bank/store_rows.hpp"
#include "platform/db/joined.hpp"

namespace wasl::bank::store {

static constexpr db::Sql insert_adoption{"bank.insert_adoption", R"sql(
    insert into bank_adoptions (id, entry, administration, phase, is_open, why, owner,
        legal_basis, agreement, agreed_on, plan, place, pilot_from, pilot_until, reason,
        procedure_code, asked_by, asked_at, changed_at, reminded, version)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
        $19, $20, $21)
)sql"};
static constexpr db::Sql update_adoption{"bank.update_adoption", R"sql(
    update bank_adoptions set phase = $1, is_open = $2, why = $3, owner = $4, legal_basis =
        $5, agreement = $6, agreed_on = $7, plan = $8, place = $9, pilot_from = $10,
        pilot_until = $11, reason = $12, procedure_code = $13, changed_at = $14, version =
        $15
    where id = $16 and version = $17
)sql"};
static constexpr db::Piece adoption_columns = R"sql(
    select id, entry, administration, phase, is_open, why, owner, legal_basis, agreement,
        agreed_on, plan, place, pilot_from, pilot_until, reason, procedure_code, asked_by,
        asked_at, changed_at, reminded, version)sql";
static constexpr db::Sql select_adoption{"bank.adoption", db::joined<adoption_columns, R"sql(
    from bank_adoptions where id = $1
)sql">};
static constexpr db::Sql select_of_entry{"bank.adoptions", db::joined<adoption_columns, R"sql(
    from bank_adoptions where entry = $1 order by id limit 200
)sql">};
static constexpr db::Sql select_of_administration{"bank.adoptions_of",
                                                  db::joined<adoption_columns, R"sql(
    from bank_adoptions where administration = $1 order by id desc limit 200
)sql">};
static constexpr db::Sql select_unanswered{"bank.unanswered_since",
                                           db::joined<adoption_columns, R"sql(
    from bank_adoptions where phase = 'asked' and reminded = 0 and asked_at < $1
    order by id limit 500
)sql">};
static constexpr db::Sql update_adoption_reminded{
    "bank.adoption_reminded", "update bank_adoptions set reminded = 1 where id = $1"};

static Adoption read_adoption(db::Row const& row) {
    Adoption one;
    one.id = row.id<AdoptionId>(0);
    one.entry = row.id<EntryId>(1);
    one.administration = row.id<AdministrationId>(2);
    one.phase = known(phase_named(row.text(3)));
    one.why = row.str(5);
    one.owner = row.id<PersonId>(6);
    one.legal_basis = row.str(7);
    one.agreement = row.str(8);
    one.agreed_on = day_or_none(row, 9);
    one.plan = row.str(10);
    one.place = row.str(11);
    one.pilot_from = day_or_none(row, 12);
    one.pilot_until = day_or_none(row, 13);
    one.reason = row.str(14);
    one.procedure = row.str(15);
    one.asked_by = row.id<PersonId>(16);
    one.asked_at = row.moment(17);
    one.changed_at = row.moment(18);
    one.reminded = row.flag(19);
    one.version = row.number(20);
    return one;
}

bool try_insert(db::Writer& writer, Adoption const& one) {
    return writer.try_execute(insert_adoption, one.id, one.entry, one.administration,
                              name_of(one.phase), !is_over(one.phase), one.why, one.owner,
                              one.legal_basis, one.agreement, day_text(one.agreed_on), one.plan,
                              one.place, day_text(one.pilot_from), day_text(one.pilot_until),
                              one.reason, one.procedure, one.asked_by, one.asked_at, one.changed_at,
                              one.reminded, one.version);
}
bool update(db::Writer& writer, Adoption const& one, std::int64_t known_version) {
    return writer.execute(update_adoption, name_of(one.phase), !is_over(one.phase), one.why,
                          one.owner, one.legal_basis, one.agreement, day_text(one.agreed_on),
                          one.plan, one.place, day_text(one.pilot_from), day_text(one.pilot_until),
                          one.reason, one.procedure, one.changed_at, one.version, one.id,
                          known_version) == 1;
}
std::optional<Adoption> adoption(db::Reader& reader, AdoptionId id) {
    return reader.one(select_adoption, read_adoption, id);
}
std::vector<Adoption> adoptions(db::Reader& reader, EntryId entry) {
    return reader.select(select_of_entry, read_adoption, entry);
}
std::vector<Adoption> adoptions_of(db::Reader& reader, AdministrationId administration) {
    return reader.select(select_of_administration, read_adoption, administration);
}
std::vector<Adoption> unanswered_since(db::Reader& reader, Instant moment) {
    return reader.select(select_unanswered, read_adoption, moment);
}
void set_reminded(db::Writer& writer, AdoptionId id) {
    writer.execute(update_adoption_reminded, id);
}

}  // namespace wasl::bank::store
