// SPDX-License-Identifier: Apache-2.0
#include "modules/challenges/store_certificates.hpp"

#include "platform/db/joined.hpp"

namespace wasl::challenges::store {

static constexpr db::Piece columns = R"sql(
    select id, number, edition, person, kind, holder, team, team_name, project, place, prize,
        minutes, presides, issued_by, issued_at, withdrawn_at
    from challenge_certificates
)sql";
static constexpr db::Sql insert_one{"challenges.insert_certificate", R"sql(
    insert into challenge_certificates (id, number, edition, person, kind, holder, team, team_name,
        project, place, prize, minutes, presides, issued_by, issued_at, withdrawn_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 0)
)sql"};
static constexpr db::Sql withdraw_one{"challenges.withdraw_certificate", R"sql(
    update challenge_certificates set withdrawn_at = $1 where id = $2 and withdrawn_at = 0
)sql"};
static constexpr db::Sql select_of_edition{"challenges.certificates", db::joined<columns, R"sql(
    where edition = $1 and withdrawn_at = 0 order by kind, holder, id
)sql">};
static constexpr db::Sql select_of_person{"challenges.certificates_of", db::joined<columns, R"sql(
    where person = $1 and withdrawn_at = 0 order by id desc
)sql">};
static constexpr db::Sql select_number{"challenges.certificate",
                                       db::joined<columns, " where number = $1">};
static constexpr db::Sql forget_name{
    "challenges.forget_certified",
    "update challenge_certificates set holder = '' where person = $1"};

static Certificate read_certificate(db::Row const& row) {
    Certificate one{
        .id = row.id<CertificateId>(0),
        .number = row.str(1),
        .edition = row.id<EditionId>(2),
        .merit = {.kind = certified_named(row.text(4)).value_or(Certified::participation),
                  .holder = row.id<PersonId>(3),
                  .team = row.id<TeamId>(6),
                  .team_name = row.str(7),
                  .project = row.str(8),
                  .place = static_cast<int>(row.number(9)),
                  .prize = row.str(10),
                  .minutes = row.number(11),
                  .presides = row.flag(12)},
        .name = row.str(5),
        .by = row.id<PersonId>(13),
        .at = row.moment(14)};
    if (row.number(15) != 0) one.withdrawn = row.moment(15);
    return one;
}

bool try_insert(db::Writer& writer, Certificate const& one) {
    auto const& merit = one.merit;
    return writer.try_execute(insert_one, one.id, one.number, one.edition, merit.holder,
                              name_of(merit.kind), one.name, merit.team, merit.team_name,
                              merit.project, merit.place, merit.prize, merit.minutes,
                              merit.presides, one.by, one.at);
}
void withdraw(db::Writer& writer, CertificateId id, Instant now) {
    writer.execute(withdraw_one, now, id);
}
std::vector<Certificate> certificates(db::Reader& reader, EditionId edition) {
    return reader.select(select_of_edition, read_certificate, edition);
}
std::vector<Certificate> certificates_of(db::Reader& reader, PersonId person) {
    return reader.select(select_of_person, read_certificate, person);
}
std::optional<Certificate> certificate(db::Reader& reader, std::string_view number) {
    return reader.one(select_number, read_certificate, number);
}
void forget_holder(db::Writer& writer, PersonId person) { writer.execute(forget_name, person); }

}  // namespace wasl::challenges::store
