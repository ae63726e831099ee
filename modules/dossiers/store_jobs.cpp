// SPDX-License-Identifier: Apache-2.0
// What the jobs look for, in small chunks.
#include "modules/dossiers/store.hpp"

namespace wasl::dossiers::store {

static constexpr db::Sql select_due{"dossiers.select_due", R"sql(
    select id, number, state, due, warned from dossiers
    where is_open = 1 and (due, id) > ($1, $2) and due <= $3 order by due, id limit $4
)sql"};
static constexpr db::Sql select_before_calendar{"dossiers.select_before_calendar", R"sql(
    select id from dossiers
    where is_open = 1 and calendar_version < $1 and id > $2 order by id limit $3
)sql"};
// A refusal under appeal: the dossier is over, the day of the appeal is not.
static constexpr db::Sql select_appealed_before_calendar{"dossiers.appealed_before_calendar", R"sql(
    select distinct d.id from dossier_appeals a join dossiers d on d.id = a.dossier
    where a.decided_at is null and d.is_open = 0 and d.calendar_version < $1 and d.id > $2
    order by d.id limit $3
)sql"};
static constexpr db::Sql select_past_retention{"dossiers.select_past_retention", R"sql(
    select id from dossiers
    where retention_until is not null and retention_until < $1
    order by retention_until, id limit $2
)sql"};
static constexpr db::Sql select_drafts_until{"dossiers.select_drafts_until", R"sql(
    select id, procedure, filed_by, expires_on, warned, revision, told_revision
    from dossiers where expires_on is not null and expires_on <= $1
    order by expires_on, id limit $2
)sql"};
static constexpr db::Sql select_drafts_after{"dossiers.select_drafts_after", R"sql(
    select id, procedure, filed_by, expires_on, warned, revision, told_revision
    from dossiers where state = 'draft' and (filed_by, id) > ($1, $2)
    order by filed_by, id limit $3
)sql"};
static constexpr db::Sql update_told{"dossiers.set_told", R"sql(
    update dossiers set told_revision = $1 where id = $2 and state = 'draft'
)sql"};
static constexpr db::Sql update_revision{"dossiers.move_draft", R"sql(
    update dossiers set revision = $1, unit = $2 where id = $3 and state = 'draft'
)sql"};
static constexpr db::Sql select_progress{"dossiers.select_progress",
                                         "select value from dossier_progress where job = $1"};
static constexpr db::Sql upsert_progress{"dossiers.set_progress", R"sql(
    insert into dossier_progress (job, value) values ($1, $2)
    on conflict (job) do update set value = excluded.value
)sql"};
static constexpr db::Sql select_of_applicant{"dossiers.select_of_applicant", R"sql(
    select id from dossiers where applicant = $1 order by id
)sql"};

static constexpr db::Sql select_refused_before{"dossiers.select_refused_before", R"sql(
    select id from dossiers
    where applicant = $1 and procedure = $2 and administration = $3 and revision = $4
        and state = 'refused' and id < $5
    order by id desc limit $6
)sql"};

std::vector<DueRow> due_between(db::Reader& reader, Date from, DossierId after, Date until,
                                int limit) {
    return reader.select(
        select_due,
        [](db::Row const& row) {
            return DueRow{.id = row.id<DossierId>(0),
                          .number = row.str(1),
                          .state = stored<State>(row.text(2)),
                          .due = row.date(3),
                          .warned = static_cast<int>(row.number(4))};
        },
        from, after, until, limit);
}

static std::vector<DossierId> ids(db::Reader& reader, db::Sql const& sql, auto const&... args) {
    return reader.select(sql, [](db::Row const& row) { return row.id<DossierId>(0); }, args...);
}

std::vector<DossierId> open_before_calendar(db::Reader& reader, std::int64_t version,
                                            DossierId after, int limit) {
    return ids(reader, select_before_calendar, version, after, limit);
}

std::vector<DossierId> appealed_before_calendar(db::Reader& reader, std::int64_t version,
                                                DossierId after, int limit) {
    return ids(reader, select_appealed_before_calendar, version, after, limit);
}

std::vector<DossierId> refused_before(db::Reader& reader, Dossier const& dossier, int limit) {
    return ids(reader, select_refused_before, dossier.applicant, dossier.procedure,
               dossier.administration, dossier.revision, dossier.id, limit);
}

std::vector<DossierId> past_retention(db::Reader& reader, Date today, int limit) {
    return ids(reader, select_past_retention, today, limit);
}

std::vector<DossierId> of_applicant(db::Reader& reader, PersonId person) {
    return ids(reader, select_of_applicant, person);
}

static DraftRow draft_row(db::Row const& row) {
    return {.id = row.id<DossierId>(0),
            .procedure = row.str(1),
            .writer = row.id<PersonId>(2),
            .expires_on = row.date(3),
            .warned = static_cast<int>(row.number(4)),
            .revision = row.id<procedures::RevisionId>(5),
            .told = row.id<procedures::RevisionId>(6)};
}

std::vector<DraftRow> drafts_until(db::Reader& reader, Date until, int limit) {
    return reader.select(select_drafts_until, draft_row, until, limit);
}

std::vector<DraftRow> drafts_after(db::Reader& reader, DraftPlace place, int limit) {
    return reader.select(select_drafts_after, draft_row, place.writer, place.id, limit);
}

void set_told(db::Writer& writer, DossierId id, procedures::RevisionId revision) {
    writer.execute(update_told, revision, id);
}

void move_draft(db::Writer& writer, DossierId id, procedures::RevisionId revision, UnitId unit) {
    writer.execute(update_revision, revision, unit, id);
}

std::int64_t progress(db::Reader& reader, std::string_view job) {
    return reader.count(select_progress, job);
}

void set_progress(db::Writer& writer, std::string_view job, std::int64_t value) {
    writer.execute(upsert_progress, job, value);
}

}  // namespace wasl::dossiers::store
