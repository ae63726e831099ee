// SPDX-License-Identifier: Apache-2.0
// Lists of what waits for a head, an authority above, a consulted unit or whoever fetches
// documents, each by the day of its own clock. Nobody decides his own request, nor finds it here.
#include "modules/dossiers/store.hpp"

namespace wasl::dossiers::store {

static Summary read_waiting(db::Row const& row) {
    Summary line;
    line.id = row.id<DossierId>(0);
    line.number = row.str(1);
    line.procedure = row.str(2);
    line.administration = row.id<AdministrationId>(3);
    line.unit = row.id<UnitId>(4);
    line.state = stored<State>(row.text(5));
    line.applicant_name = row.str(6);
    line.due = row.maybe_date(7);
    line.assigned = row.id<PersonId>(8);
    return line;
}

// By unit, so that the index of states is walked and not the whole queue.
static constexpr db::Sql select_claims{"dossiers.select_claims", R"sql(
    select d.id, d.number, d.procedure, d.administration, d.unit, d.state, d.applicant_name,
        s.due, d.assigned
    from dossiers d join dossier_silence s on s.dossier = d.id
    where d.administration = $1 and d.unit = $2 and d.state = 'silence_claimed' and d.is_open = 1
        and d.applicant <> $3
    order by d.due, d.id limit 200
)sql"};
static constexpr db::Sql select_escalated{"dossiers.select_claims_escalated", R"sql(
    select d.id, d.number, d.procedure, d.administration, d.unit, d.state, d.applicant_name,
        s.superior_due, d.assigned
    from dossier_silence s join dossiers d on d.id = s.dossier
    where s.superior = $1 and s.superior > 0 and s.attested_at is null
        and d.state = 'silence_escalated' and d.applicant <> $2
    order by s.superior_due limit 200
)sql"};
static constexpr db::Sql select_open_appeals{"dossiers.select_appeals_open", R"sql(
    select d.id, d.number, d.procedure, d.administration, d.unit, d.state, d.applicant_name,
        a.due, d.assigned
    from dossier_appeals a join dossiers d on d.id = a.dossier
    where a.authority = $1 and a.decided_at is null and d.applicant <> $2
    order by a.due limit 200
)sql"};
static constexpr db::Sql select_appeals_above{"dossiers.select_appeals_above", R"sql(
    select d.id, d.number, d.procedure, d.administration, d.unit, d.state, d.applicant_name,
        a.escalated_due, d.assigned
    from dossier_appeals a join dossiers d on d.id = a.dossier
    where a.superior = $1 and a.superior > 0 and a.decided_at is null and d.applicant <> $2
    order by a.escalated_due limit 200
)sql"};
static constexpr db::Sql select_to_fetch{"dossiers.select_to_fetch", R"sql(
    select d.id, d.number, d.procedure, d.administration, d.unit, d.state, d.applicant_name,
        f.due, d.assigned
    from dossier_fetches f join dossiers d on d.id = f.dossier
    where f.administration = $1 and f.state = 'to_fetch' and d.is_open = 1
        and d.applicant <> $2
    order by f.due, f.dossier limit 200
)sql"};
static constexpr db::Sql select_consulted{"dossiers.select_consulted", R"sql(
    select d.id, d.number, d.procedure, d.administration, d.unit, d.state, d.applicant_name,
        o.due, d.assigned
    from dossier_opinions o join dossiers d on d.id = o.dossier
    where o.unit = $1 and o.answered_at is null and d.applicant <> $2
    order by o.due, o.id limit 200
)sql"};

std::vector<Summary> consulted(db::Reader& db, PersonId reader, UnitId unit) {
    return db.select(select_consulted, read_waiting, unit, reader);
}

std::vector<Summary> claims(db::Reader& db, PersonId reader, AdministrationId administration,
                            UnitId unit) {
    return db.select(select_claims, read_waiting, administration, unit, reader);
}

std::vector<Summary> claims_escalated(db::Reader& db, PersonId reader, AdministrationId superior) {
    return db.select(select_escalated, read_waiting, superior, reader);
}

std::vector<Summary> appeals_open(db::Reader& db, PersonId reader, AdministrationId authority) {
    return db.select(select_open_appeals, read_waiting, authority, reader);
}

std::vector<Summary> appeals_escalated(db::Reader& db, PersonId reader, AdministrationId superior) {
    return db.select(select_appeals_above, read_waiting, superior, reader);
}

std::vector<Summary> to_fetch(db::Reader& db, PersonId reader, AdministrationId where) {
    return db.select(select_to_fetch, read_waiting, where, reader);
}

}  // namespace wasl::dossiers::store
