// SPDX-License-Identifier: Apache-2.0
// History, followers, relations, merges, reviewers.
#include "modules/bank/store_rows.hpp"

namespace wasl::bank::store {

static constexpr db::Sql insert_step{"bank.insert_step", R"sql(
    insert into bank_steps (id, entry, adoption, at_moment, by_person, administration, action,
        from_state, to_state, reason)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
)sql"};
static constexpr db::Sql select_steps{"bank.steps", R"sql(
    select id, entry, adoption, at_moment, by_person, administration, action, from_state, to_state,
        reason
    from bank_steps where entry = $1 order by id limit 1000
)sql"};
static constexpr db::Sql select_steps_by{"bank.steps_by", R"sql(
    select id, entry, adoption, at_moment, by_person, administration, action, from_state, to_state,
        reason
    from bank_steps where by_person = $1 and by_person > 0 order by id
)sql"};
static constexpr db::Sql insert_follow{
    "bank.follow",
    "insert into bank_follows (entry, person, since) values ($1, $2, $3) on conflict do nothing"};
static constexpr db::Sql delete_follow{"bank.stop_following",
                                       "delete from bank_follows where entry = $1 and person = $2"};
static constexpr db::Sql select_follow{
    "bank.follows", "select count(*) from bank_follows where entry = $1 and person = $2"};
static constexpr db::Sql select_followers{
    "bank.followers", "select person from bank_follows where entry = $1 order by person"};
static constexpr db::Sql upsert_relation{"bank.keep_relation", R"sql(
    insert into bank_relations (entry, other, score, relation, reason, at_moment)
    values ($1, $2, $3, $4, $5, $6)
    on conflict (entry, other) do update set score = excluded.score, relation = excluded.relation,
        reason = excluded.reason, at_moment = excluded.at_moment
)sql"};
static constexpr db::Sql select_relations{"bank.relations", R"sql(
    select other, score, relation, reason from bank_relations where entry = $1
    order by score desc, other
)sql"};
static constexpr db::Sql insert_merge{"bank.insert_merge", R"sql(
    insert into bank_merges (id, entry, into_entry, asked_by, asked_at, reason, answer, answered_at)
    values ($1, $2, $3, $4, $5, $6, $7, 0)
)sql"};
static constexpr db::Sql select_merge{"bank.open_merge", R"sql(
    select id, entry, into_entry, asked_by, asked_at, reason, answer from bank_merges
    where entry = $1 and answer = '' order by id desc limit 1
)sql"};
static constexpr db::Sql update_merge{
    "bank.answer_merge", "update bank_merges set answer = $1, answered_at = $2 where id = $3"};
static constexpr db::Sql select_reviewing{
    "bank.reviewing", "select administration from bank_reviewing order by administration"};
static constexpr db::Sql insert_reviewing{"bank.set_reviewing", R"sql(
    insert into bank_reviewing (administration, since, by_person) values ($1, $2, $3)
    on conflict do nothing
)sql"};
static constexpr db::Sql delete_reviewing{"bank.end_reviewing",
                                          "delete from bank_reviewing where administration = $1"};
static constexpr db::Sql clear_author{"bank.clear_author", R"sql(
    update bank_entries set author = 0, author_name = '', name_shown = 0
    where author = $1 and author > 0
)sql"};
static constexpr db::Sql count_revisions{
    "bank.count_revisions",
    "select count(*) from bank_steps where entry = $1 and action = 'revise'"};
static constexpr db::Sql clear_steps{
    "bank.clear_steps",
    "update bank_steps set by_person = 0 where by_person = $1 and by_person > 0"};
static constexpr db::Sql clear_follows{"bank.clear_follows",
                                       "delete from bank_follows where person = $1"};
static constexpr db::Sql clear_experiences{
    "bank.clear_experiences", "update bank_experiences set by_person = 0 where by_person = $1"};

StepLine read_step(db::Row const& row, int first) {
    return {row.id<StepId>(first), row.id<EntryId>(first + 1),  row.id<AdoptionId>(first + 2),
            row.moment(first + 3), row.id<PersonId>(first + 4), row.id<AdministrationId>(first + 5),
            row.str(first + 6),    row.str(first + 7),          row.str(first + 8),
            row.str(first + 9)};
}
static StepLine whole_step(db::Row const& row) { return read_step(row, 0); }

void append(db::Writer& writer, StepLine const& one) {
    writer.execute(insert_step, one.id, one.entry, one.adoption, one.at, one.by, one.administration,
                   one.action, one.from, one.to, one.reason);
}
std::vector<StepLine> steps(db::Reader& reader, EntryId entry) {
    return reader.select(select_steps, whole_step, entry);
}
bool was_revised(db::Reader& reader, EntryId entry) {
    return reader.count(count_revisions, entry) > 0;
}
std::vector<StepLine> steps_by(db::Reader& reader, PersonId person) {
    return reader.select(select_steps_by, whole_step, person);
}

void follow(db::Writer& writer, EntryId entry, PersonId person, Instant now) {
    writer.execute(insert_follow, entry, person, now);
}
void stop_following(db::Writer& writer, EntryId entry, PersonId person) {
    writer.execute(delete_follow, entry, person);
}
bool follows(db::Reader& reader, EntryId entry, PersonId person) {
    return reader.count(select_follow, entry, person) > 0;
}
std::vector<PersonId> followers(db::Reader& reader, EntryId entry) {
    return reader.select(
        select_followers, [](db::Row const& row) { return row.id<PersonId>(0); }, entry);
}

void keep_relation(db::Writer& writer, EntryId entry, Related const& one, Instant now) {
    writer.execute(upsert_relation, entry, one.other, one.score, name_of(one.relation), one.reason,
                   now);
}
std::vector<Related> relations(db::Reader& reader, EntryId entry) {
    return reader.select(
        select_relations,
        [](db::Row const& row) {
            return Related{row.id<EntryId>(0), static_cast<int>(row.number(1)),
                           known(relation_named(row.text(2))), row.str(3)};
        },
        entry);
}

void insert(db::Writer& writer, Merge const& one) {
    writer.execute(insert_merge, one.id, one.entry, one.into, one.asked_by, one.asked_at,
                   one.reason, one.answer);
}
std::optional<Merge> open_merge(db::Reader& reader, EntryId entry) {
    return reader.one(
        select_merge,
        [](db::Row const& row) {
            return Merge{row.id<MergeId>(0),  row.id<EntryId>(1), row.id<EntryId>(2),
                         row.id<PersonId>(3), row.moment(4),      row.str(5),
                         row.str(6)};
        },
        entry);
}
void answer(db::Writer& writer, MergeId id, std::string_view answer, Instant now) {
    writer.execute(update_merge, answer, now, id);
}

std::vector<AdministrationId> reviewing(db::Reader& reader) {
    return reader.select(select_reviewing,
                         [](db::Row const& row) { return row.id<AdministrationId>(0); });
}
void set_reviewing(db::Writer& writer, AdministrationId one, PersonId by, Instant now) {
    writer.execute(insert_reviewing, one, now, by);
}
void end_reviewing(db::Writer& writer, AdministrationId one) {
    writer.execute(delete_reviewing, one);
}

void forget(db::Writer& writer, PersonId person) {
    writer.execute(clear_author, person);
    writer.execute(clear_steps, person);
    writer.execute(clear_follows, person);
    writer.execute(clear_experiences, person);
}

}  // namespace wasl::bank::store
