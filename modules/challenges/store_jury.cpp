// SPDX-License-Identifier: Apache-2.0
#include "modules/challenges/store_jury.hpp"
#include "platform/db/joined.hpp"

namespace wasl::challenges::store {

static constexpr db::Sql select_jury_rules{"challenges.jury_rules", R"sql(
    select ballots, each_project, load_max, seed, fingerprint, version
    from challenge_juries where edition = $1
)sql"};
static constexpr db::Sql insert_jury_rules{"challenges.insert_jury_rules", R"sql(
    insert into challenge_juries (edition, ballots, each_project, load_max, seed, fingerprint,
        version)
    values ($1, $2, $3, $4, $5, $6, 1)
    on conflict (edition) do nothing
)sql"};
static constexpr db::Sql update_jury_rules{"challenges.update_jury_rules", R"sql(
    update challenge_juries set ballots = $1, each_project = $2, load_max = $3, seed = $4,
        fingerprint = $5, version = version + 1
    where edition = $6 and version = $7
)sql"};
static constexpr db::Sql insert_criterion{"challenges.insert_criterion", R"sql(
    insert into challenge_criteria (id, edition, position, name_ar, name_fr, weight, lowest,
        highest, labels_ar, labels_fr, is_needed, counts, phase)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
)sql"};
static constexpr db::Sql update_criterion{"challenges.update_criterion", R"sql(
    update challenge_criteria set position = $1, name_ar = $2, name_fr = $3, weight = $4,
        lowest = $5, highest = $6, labels_ar = $7, labels_fr = $8, is_needed = $9, counts = $10
    where id = $11 and edition = $12
)sql"};
static constexpr db::Sql delete_criterion{
    "challenges.delete_criterion", "delete from challenge_criteria where id = $1 and edition = $2"};
static constexpr db::Sql select_criteria{"challenges.criteria", R"sql(
    select id, position, name_ar, name_fr, labels_ar, labels_fr, weight, lowest, highest,
        is_needed, counts
    from challenge_criteria where edition = $1 and phase = $2 order by position, id
)sql"};
static constexpr db::Sql insert_juror{"challenges.insert_juror", R"sql(
    insert into challenge_jurors (edition, person, is_chair, declared_at, recused_at, reason,
        joined_at)
    values ($1, $2, $3, 0, 0, '', $4)
)sql"};
static constexpr db::Sql insert_place{"challenges.insert_juror_place", R"sql(
    insert into challenge_juror_places (edition, person, administration, unit, is_head)
    values ($1, $2, $3, $4, $5)
    on conflict (edition, person, administration, unit) do nothing
)sql"};
static constexpr db::Sql update_juror{"challenges.update_juror", R"sql(
    update challenge_jurors set declared_at = $1, recused_at = $2, reason = $3
    where edition = $4 and person = $5
)sql"};
static constexpr db::Sql select_jurors{"challenges.jurors", R"sql(
    select person, is_chair, declared_at, recused_at, reason
    from challenge_jurors where edition = $1 order by joined_at, person
)sql"};
static constexpr db::Sql select_places{"challenges.juror_places", R"sql(
    select administration, unit, is_head
    from challenge_juror_places where edition = $1 and person = $2
    order by administration, unit
)sql"};
static constexpr db::Sql insert_conflict{"challenges.insert_conflict", R"sql(
    insert into challenge_conflicts (edition, person, team, source, reason, noted_by, noted_at)
    values ($1, $2, $3, $4, $5, $6, $7)
    on conflict (edition, person, team) do nothing
)sql"};
static constexpr db::Piece conflict_columns = R"sql(
    select person, team, source, reason, noted_by, noted_at
    from challenge_conflicts where edition = $1 )sql";
static constexpr db::Piece by_person_and_team = "order by person, team";
static constexpr db::Piece of_one_by_team = "and person = $2 order by team";
static constexpr db::Sql select_conflicts{"challenges.conflicts",
                                          db::joined<conflict_columns, by_person_and_team>};
static constexpr db::Sql select_conflicts_of_judge{"challenges.conflicts_in",
                                                   db::joined<conflict_columns, of_one_by_team>};

static std::optional<Instant> moment(db::Row const& row, int column) {
    auto const at = row.moment(column);
    return at == Instant{} ? std::nullopt : std::optional(at);
}

std::optional<JuryRules> jury_rules(db::Reader& reader, EditionId edition) {
    return reader.one(
        select_jury_rules,
        [](db::Row const& row) {
            return JuryRules{.ballots = ballots_named(row.str(0)).value_or(Ballots::score),
                             .each = static_cast<int>(row.number(1)),
                             .load_max = static_cast<int>(row.number(2)),
                             .seed = row.number(3),
                             .fingerprint = row.str(4),
                             .version = row.number(5)};
        },
        edition);
}
bool keep(db::Writer& writer, EditionId edition, JuryRules const& rules) {
    auto const rows =
        rules.version == 0
            ? writer.execute(insert_jury_rules, edition, name_of(rules.ballots), rules.each,
                             rules.load_max, rules.seed, rules.fingerprint)
            : writer.execute(update_jury_rules, name_of(rules.ballots), rules.each, rules.load_max,
                             rules.seed, rules.fingerprint, edition, rules.version);
    return rows == 1;
}

void insert(db::Writer& writer, EditionId edition, JuryCriterion const& one) {
    writer.execute(insert_criterion, one.id, edition, one.position, one.name.ar, one.name.fr,
                   one.rule.weight, one.rule.lowest, one.rule.highest, one.labels.ar, one.labels.fr,
                   one.rule.needed == judging::Criterion::Needed::yes,
                   one.rule.counts == judging::Criterion::Counts::yes, name_of(one.phase));
}
bool update(db::Writer& writer, EditionId edition, JuryCriterion const& one) {
    return writer.execute(update_criterion, one.position, one.name.ar, one.name.fr, one.rule.weight,
                          one.rule.lowest, one.rule.highest, one.labels.ar, one.labels.fr,
                          one.rule.needed == judging::Criterion::Needed::yes,
                          one.rule.counts == judging::Criterion::Counts::yes, one.id, edition) == 1;
}
bool remove(db::Writer& writer, EditionId edition, CriterionId id) {
    return writer.execute(delete_criterion, id, edition) == 1;
}
std::vector<JuryCriterion> criteria(db::Reader& reader, EditionId edition, Phase phase) {
    return reader.select(
        select_criteria,
        [phase](db::Row const& row) {
            using judging::Criterion;
            JuryCriterion one{.id = row.id<CriterionId>(0),
                              .phase = phase,
                              .position = static_cast<int>(row.number(1)),
                              .name = {.ar = row.str(2), .fr = row.str(3)},
                              .labels = {.ar = row.str(4), .fr = row.str(5)}};
            one.rule = {static_cast<int>(row.number(6)), static_cast<int>(row.number(7)),
                        static_cast<int>(row.number(8)),
                        row.flag(9) ? Criterion::Needed::yes : Criterion::Needed::no,
                        row.flag(10) ? Criterion::Counts::yes : Criterion::Counts::shown_only};
            return one;
        },
        edition, name_of(phase));
}

bool try_insert(db::Writer& writer, EditionId edition, Juror const& juror,
                std::span<Place const> places, Instant now) {
    if (!writer.try_execute(insert_juror, edition, juror.person, juror.is_chair, now)) return false;
    for (auto const& place : places)
        writer.execute(insert_place, edition, juror.person, place.administration, place.unit,
                       place.is_head);
    return true;
}
void update(db::Writer& writer, EditionId edition, Juror const& juror) {
    writer.execute(update_juror, juror.declared.value_or(Instant{}),
                   juror.recused.value_or(Instant{}), juror.reason, edition, juror.person);
}
std::vector<Juror> jurors(db::Reader& reader, EditionId edition) {
    return reader.select(
        select_jurors,
        [](db::Row const& row) {
            return Juror{row.id<PersonId>(0), row.flag(1), moment(row, 2), moment(row, 3),
                         row.str(4)};
        },
        edition);
}
std::vector<Place> places(db::Reader& reader, EditionId edition, PersonId person) {
    return reader.select(
        select_places,
        [](db::Row const& row) {
            return Place{row.id<AdministrationId>(0), row.id<UnitId>(1), row.flag(2)};
        },
        edition, person);
}
void insert(db::Writer& writer, EditionId edition, Conflict const& one) {
    writer.execute(insert_conflict, edition, one.person, one.team, name_of(one.source), one.reason,
                   one.by, one.at);
}
static Conflict read_conflict(db::Row const& row) {
    return {row.id<PersonId>(0), row.id<TeamId>(1),   source_named(row.str(2)),
            row.str(3),          row.id<PersonId>(4), row.moment(5)};
}
std::vector<Conflict> conflicts(db::Reader& reader, EditionId edition) {
    return reader.select(select_conflicts, read_conflict, edition);
}
std::vector<Conflict> conflicts_in(db::Reader& reader, EditionId edition, PersonId person) {
    return reader.select(select_conflicts_of_judge, read_conflict, edition, person);
}

}  // namespace wasl::challenges::store
