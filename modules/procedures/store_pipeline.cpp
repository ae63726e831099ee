// SPDX-License-Identifier: Apache-2.0
#include "modules/procedures/store_pipeline.hpp"

#include "modules/procedures/store.hpp"
#include "platform/clock/clock.hpp"

namespace wasl::procedures::store {
namespace {

constexpr db::Sql update_standing{"procedures.mark_standing", R"sql(
    update procedure_sheets
    set state = $1, revision_state = $2, reason = $3, legal_note = $4, merged_into = $5,
        changed_at = $6
    where id = $7
)sql"};
constexpr db::Sql insert_step{"procedures.keep_step", R"sql(
    insert into procedure_steps (id, sheet, action, from_state, to_state, of_revision, taken_at,
                                 month, taken_by, reason, session)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
)sql"};
constexpr db::Sql select_steps{"procedures.steps", R"sql(
    select action, from_state, to_state, of_revision, taken_at, taken_by, reason
    from procedure_steps where sheet = $1 and action <> 'inventory' order by id desc
)sql"};
constexpr db::Sql update_approval{"procedures.keep_approval", R"sql(
    update procedure_sheets set approved_by = $1, approval_reference = $2, approved_on = $3
    where id = $4
)sql"};
constexpr db::Sql select_at{"procedures.sheets_at", R"sql(
    select id, code, owner, title, state, version, changed, changed_at, revision_state
    from procedure_sheets
    where coalesce(revision_state, state) = $1
    order by changed_at, id
)sql"};
constexpr db::Sql select_into{"procedures.merged_into", R"sql(
    select merged_into from procedure_sheets where id = $1 and merged_into is not null
)sql"};
constexpr db::Sql select_authority{"procedures.authority", R"sql(
    select administration from procedure_authorities where duty = $1
)sql"};
constexpr db::Sql upsert_authority{"procedures.keep_authority", R"sql(
    insert into procedure_authorities (duty, administration) values ($1, $2)
    on conflict (duty) do update set administration = excluded.administration
)sql"};
constexpr db::Sql update_certified{"procedures.certify", R"sql(
    update procedure_sheets set certified_on = $1, certified_by = $2 where id = $3
)sql"};
// Where nobody has confirmed a sheet since it was published, that day counts.
constexpr db::Sql select_unconfirmed{"procedures.unconfirmed", R"sql(
    select s.id, s.owner, s.code, s.title, s.certified_on, r.published_at
    from procedure_sheets s
    join procedure_revisions r on r.id = s.published_revision
    where s.state = 'published'
      and (s.certified_on <= $1 or (s.certified_on is null and r.published_at < $2))
    order by s.id
)sql"};
constexpr db::Sql insert_reminder{"procedures.remember_telling", R"sql(
    insert into procedure_reminders (sheet, certified_on) values ($1, $2)
    on conflict (sheet, certified_on) do nothing
)sql"};

SheetState state(db::Row const& row, int column) {
    return named<SheetState>(row.text(column)).value_or(SheetState::suspended);
}

}  // namespace

void mark_standing(db::Writer& db, SheetId id, Standing const& standing, Taken const& taken,
                   Instant now) {
    std::optional<std::string> revision;
    if (standing.revision) revision = std::string(name_of(*standing.revision));
    std::optional<SheetId> into;
    if (taken.into.value() != 0) into = taken.into;
    db.execute(update_standing, name_of(standing.state), revision, taken.reason, taken.legal_note,
               into, now, id);
}

void keep_step(db::Writer& db, SheetId id, Transition const& step, bool of_revision,
               Taken const& taken, Instant now) {
    std::optional<std::int64_t> session;
    if (taken.session != 0) session = taken.session;
    auto const month = iso(clock::day_in_morocco(now)).substr(0, 7);
    db.execute(insert_step, db::next_id(), id, name_of(step.action), name_of(step.from),
               name_of(step.to), of_revision, now, month, taken.by, taken.reason, session);
}

void keep_inventoried(db::Writer& db, SheetId id, PersonId by, Instant now) {
    auto const month = iso(clock::day_in_morocco(now)).substr(0, 7);
    auto const state = name_of(SheetState::inventoried);
    db.execute(insert_step, db::next_id(), id, "inventory", state, state, false, now, month, by, "",
               std::optional<std::int64_t>());
}

std::vector<StepLine> steps(db::Reader& db, SheetId id) {
    return db.select(
        select_steps,
        [](db::Row const& row) {
            return StepLine{action_named(row.text(0)).value_or(Action::take_up),
                            state(row, 1),
                            state(row, 2),
                            row.flag(3),
                            row.moment(4),
                            row.id<PersonId>(5),
                            row.str(6)};
        },
        id);
}

void keep_approval(db::Writer& db, SheetId id, Approval const& approval) {
    db.execute(update_approval, name_of(approval.by), approval.reference, approval.on, id);
}

std::vector<SheetLine> sheets_at(db::Reader& db, SheetState at_work) {
    return db.select(
        select_at,
        [](db::Row const& row) {
            SheetLine line{row.id<SheetId>(0),
                           row.str(1),
                           row.id<AdministrationId>(2),
                           Names{row.str(3), {}, {}, {}},
                           state(row, 4),
                           static_cast<int>(row.number(5)),
                           row.flag(6),
                           row.moment(7)};
            if (!row.null(8)) line.revision = state(row, 8);
            return line;
        },
        name_of(at_work));
}

std::optional<SheetId> merged_into(db::Reader& db, SheetId id) {
    return db.one(select_into, [](db::Row const& row) { return row.id<SheetId>(0); }, id);
}

std::optional<AdministrationId> authority(db::Reader& db, std::string_view duty) {
    return db.one(
        select_authority, [](db::Row const& row) { return row.id<AdministrationId>(0); }, duty);
}

void keep_authority(db::Writer& db, std::string_view duty, AdministrationId id) {
    db.execute(upsert_authority, duty, id);
}

void certify(db::Writer& db, SheetId id, PersonId by, Date today) {
    db.execute(update_certified, today, by, id);
}

std::vector<Unconfirmed> unconfirmed_since(db::Reader& db, Date day) {
    auto const until = clock::start_of_day_in_morocco(day + Days(1));
    return db.select(
        select_unconfirmed,
        [](db::Row const& row) {
            return Unconfirmed{row.id<SheetId>(0), row.id<AdministrationId>(1), row.str(2),
                               row.str(3),
                               row.maybe_date(4).value_or(clock::day_in_morocco(row.moment(5)))};
        },
        day, until);
}

bool remember_telling(db::Writer& db, Unconfirmed const& one) {
    return db.execute(insert_reminder, one.sheet, one.certified) == 1;
}

}  // namespace wasl::procedures::store
