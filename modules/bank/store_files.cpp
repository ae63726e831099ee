// SPDX-License-Identifier: Apache-2.0
// What hangs on an adoption file: checklist, tasks, risks, experience, the ledger of effects.
#include "modules/bank/store_rows.hpp"

namespace wasl::bank::store {

static constexpr db::Sql insert_task{"bank.insert_task", R"sql(
    insert into bank_tasks (id, adoption, kind, code, text, answer, due, done_on, done_by)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
)sql"};
static constexpr db::Sql update_task{"bank.update_task", R"sql(
    update bank_tasks set answer = $1, due = $2, done_on = $3, done_by = $4 where id = $5
)sql"};
static constexpr db::Sql select_tasks{"bank.tasks", R"sql(
    select id, adoption, kind, code, text, answer, due, done_on, done_by
    from bank_tasks where adoption = $1 order by id
)sql"};
static constexpr db::Sql insert_experience{"bank.insert_experience", R"sql(
    insert into bank_experiences (id, adoption, at_moment, by_person, text)
    values ($1, $2, $3, $4, $5)
)sql"};
static constexpr db::Sql select_experiences{"bank.experiences", R"sql(
    select adoption, at_moment, by_person, text from bank_experiences
    where adoption = $1 order by id
)sql"};
static constexpr db::Sql insert_effect{"bank.insert_effect", R"sql(
    insert into bank_effects (id, adoption, indicator, name, unit, better, before_value,
        before_from, before_until, before_n, after_value, after_from, after_until, after_n, method,
        evidence, note, at_moment, by_person, corrects, is_current)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
        $20, 1)
)sql"};
static constexpr db::Sql supersede_effect{"bank.supersede_effect",
                                          "update bank_effects set is_current = 0 where id = $1"};
static constexpr db::Sql select_effects{"bank.effects", R"sql(
    select id, adoption, indicator, name, unit, better, before_value, before_from, before_until,
        before_n, after_value, after_from, after_until, after_n, method, evidence, note, at_moment,
        by_person, corrects, is_current
    from bank_effects where adoption = $1 order by id
)sql"};

void insert(db::Writer& writer, Task const& one) {
    writer.execute(insert_task, one.id, one.adoption, name_of(one.kind), one.code, one.text,
                   one.answer, day_text(one.due), day_text(one.done_on), one.done_by);
}
void update(db::Writer& writer, Task const& one) {
    writer.execute(update_task, one.answer, day_text(one.due), day_text(one.done_on), one.done_by,
                   one.id);
}
std::vector<Task> tasks(db::Reader& reader, AdoptionId adoption) {
    return reader.select(
        select_tasks,
        [](db::Row const& row) {
            return Task{row.id<TaskId>(0),
                        row.id<AdoptionId>(1),
                        known(task_kind_named(row.text(2))),
                        row.str(3),
                        row.str(4),
                        row.str(5),
                        day_or_none(row, 6),
                        day_or_none(row, 7),
                        row.id<PersonId>(8)};
        },
        adoption);
}

void insert(db::Writer& writer, Experience const& one) {
    writer.execute(insert_experience, db::next_id(), one.adoption, one.at, one.by, one.text);
}
std::vector<Experience> experiences(db::Reader& reader, AdoptionId adoption) {
    return reader.select(
        select_experiences,
        [](db::Row const& row) {
            return Experience{row.id<AdoptionId>(0), row.moment(1), row.id<PersonId>(2),
                              row.str(3)};
        },
        adoption);
}

void insert(db::Writer& writer, Effect const& one) {
    writer.execute(insert_effect, one.id, one.adoption, one.indicator, one.name, one.unit,
                   name_of(one.better), one.before.value, one.before.from, one.before.until,
                   one.before.n, one.after.value, one.after.from, one.after.until, one.after.n,
                   one.method, name_of(one.evidence), one.note, one.at, one.by, one.corrects);
}
void supersede(db::Writer& writer, EffectId id) { writer.execute(supersede_effect, id); }

static Measured read_measured(db::Row const& row, int first) {
    return {row.number(first), row.date(first + 1), row.date(first + 2), row.number(first + 3)};
}
std::vector<Effect> effects(db::Reader& reader, AdoptionId adoption) {
    return reader.select(
        select_effects,
        [](db::Row const& row) {
            Effect one;
            one.id = row.id<EffectId>(0);
            one.adoption = row.id<AdoptionId>(1);
            one.indicator = row.str(2);
            one.name = row.str(3);
            one.unit = row.str(4);
            one.better = known(better_named(row.text(5)));
            one.before = read_measured(row, 6);
            one.after = read_measured(row, 10);
            one.method = row.str(14);
            one.evidence = known(evidence_named(row.text(15)));
            one.note = row.str(16);
            one.at = row.moment(17);
            one.by = row.id<PersonId>(18);
            one.corrects = row.id<EffectId>(19);
            one.is_current = row.flag(20);
            return one;
        },
        adoption);
}

}  // namespace wasl::bank::store
