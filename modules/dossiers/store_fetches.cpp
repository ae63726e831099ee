// SPDX-License-Identifier: Apache-2.0
// Documents that the administration brings itself, and the tasks that they make.
#include "modules/dossiers/store.hpp"

namespace wasl::dossiers::store {

static constexpr db::Sql select_fetches{"dossiers.select_fetches", R"sql(
    select requirement, holder, own, state, due, consented_by, consented_at, document, reason
    from dossier_fetches where dossier = $1 order by requirement
)sql"};
static constexpr db::Sql add_fetch{"dossiers.insert_fetch", R"sql(
    insert into dossier_fetches (dossier, requirement, administration, unit, holder, own, state,
        due, consented_by, consented_at, document, reason, warned)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 0)
)sql"};
static constexpr db::Sql change_fetch{"dossiers.update_fetch", R"sql(
    update dossier_fetches set state = $1, consented_by = $2, consented_at = $3, document = $4,
        reason = $5
    where dossier = $6 and requirement = $7
)sql"};
static constexpr db::Sql change_fetch_due{
    "dossiers.set_fetch_due",
    "update dossier_fetches set due = $1, warned = 0 where dossier = $2 and requirement = $3"};
static constexpr db::Sql select_late{"dossiers.select_late_fetches", R"sql(
    select f.dossier, f.requirement
    from dossier_fetches f join dossiers d on d.id = f.dossier
    where f.state = 'to_fetch' and f.warned = 0 and f.due < $1 and d.is_open = 1
    order by f.due, f.dossier limit $2
)sql"};
static constexpr db::Sql warn_fetch{
    "dossiers.fetch_warned",
    "update dossier_fetches set warned = 1 where dossier = $1 and requirement = $2"};

std::vector<Fetch> fetches(db::Reader& reader, DossierId id) {
    return reader.select(
        select_fetches,
        [](db::Row const& row) {
            return Fetch{.requirement = row.str(0),
                         .holder = row.str(1),
                         .own = row.flag(2),
                         .state = stored<Fetching>(row.text(3)),
                         .due = row.date(4),
                         .consented_by = row.id<PersonId>(5),
                         .consented_at = row.maybe_moment(6),
                         .copy = row.maybe_id<DocumentId>(7),
                         .reason = row.str(8)};
        },
        id);
}

void insert_fetch(db::Writer& writer, Dossier const& of, Fetch const& one) {
    writer.execute(add_fetch, of.id, one.requirement, of.administration, of.unit, one.holder,
                   one.own, name_of(one.state), one.due, one.consented_by, one.consented_at,
                   one.copy, one.reason);
}

void update_fetch(db::Writer& writer, DossierId id, Fetch const& one) {
    writer.execute(change_fetch, name_of(one.state), one.consented_by, one.consented_at, one.copy,
                   one.reason, id, one.requirement);
}

void set_fetch_due(db::Writer& writer, DossierId id, Fetch const& one) {
    writer.execute(change_fetch_due, one.due, id, one.requirement);
}

std::vector<std::pair<DossierId, std::string>> late_fetches(db::Reader& reader, Date today,
                                                            int limit) {
    return reader.select(
        select_late, [](db::Row const& row) { return std::pair(row.id<DossierId>(0), row.str(1)); },
        today, limit);
}

void fetch_warned(db::Writer& writer, DossierId id, std::string_view requirement) {
    writer.execute(warn_fetch, id, requirement);
}

}  // namespace wasl::dossiers::store
