// SPDX-License-Identifier: Apache-2.0
#include "modules/challenges/store_assigned.hpp"

namespace wasl::challenges::store {

static constexpr db::Sql insert_marks{"challenges.insert_first_marks", R"sql(
    insert into challenge_first_marks (edition, person, team, version, marks, comment, saved_at)
    values ($1, $2, $3, $4, $5, $6, $7)
)sql"};
static constexpr db::Sql select_last_marks{"challenges.last_first_marks", R"sql(
    select coalesce(max(version), 0) from challenge_first_marks
    where edition = $1 and person = $2 and team = $3
)sql"};
static constexpr db::Sql select_marks{"challenges.first_marks", R"sql(
    select m.person, m.team, m.version, m.marks, m.comment, m.saved_at
    from challenge_first_marks m
    where m.edition = $1 and m.version = (
        select max(n.version) from challenge_first_marks n
        where n.edition = m.edition and n.person = m.person and n.team = m.team)
    order by m.person, m.team
)sql"};
static constexpr db::Sql select_own{"challenges.first_marks_of", R"sql(
    select m.person, m.team, m.version, m.marks, m.comment, m.saved_at, e.code, t.name
    from challenge_jurors j
        join challenge_first_marks m on m.edition = j.edition and m.person = j.person
        join challenge_editions e on e.id = m.edition
        join challenge_teams t on t.id = m.team
    where j.person = $1 order by m.edition, m.team, m.version
)sql"};

static constexpr db::Sql select_first_rules{"challenges.first_rules", R"sql(
    select each_project, load_max, seed, fingerprint, version
    from challenge_first_rules where edition = $1
)sql"};
static constexpr db::Sql insert_first_rules{"challenges.insert_first_rules", R"sql(
    insert into challenge_first_rules (edition, each_project, load_max, seed, fingerprint, version)
    values ($1, $2, $3, $4, $5, 1)
    on conflict (edition) do nothing
)sql"};
static constexpr db::Sql update_first_rules{"challenges.update_first_rules", R"sql(
    update challenge_first_rules set each_project = $1, load_max = $2, seed = $3, fingerprint = $4,
        version = version + 1
    where edition = $5 and version = $6
)sql"};
static constexpr db::Sql delete_first_assigned{
    "challenges.delete_first_assigned", "delete from challenge_first_assigned where edition = $1"};
static constexpr db::Sql insert_first_assigned{"challenges.insert_first_assigned", R"sql(
    insert into challenge_first_assigned (edition, person, team, position) values ($1, $2, $3, $4)
)sql"};
static constexpr db::Sql select_first_assigned{"challenges.first_assigned", R"sql(
    select person, team from challenge_first_assigned where edition = $1 order by person, position
)sql"};
static constexpr db::Sql free_first_assigned{"challenges.free_first_assigned", R"sql(
    delete from challenge_first_assigned where edition = $1 and person = $2 and team = $3
)sql"};

static FirstMarks read_marks(db::Row const& row) {
    return {.person = row.id<PersonId>(0),
            .team = row.id<TeamId>(1),
            .version = row.number(2),
            .said = {row.str(3), row.str(4)},
            .at = row.moment(5)};
}

void insert(db::Writer& writer, EditionId edition, FirstMarks const& one) {
    writer.execute(insert_marks, edition, one.person, one.team, one.version, one.said.marks,
                   one.said.comment, one.at);
}
std::int64_t last_first_version(db::Reader& reader, EditionId edition, PersonId person,
                                TeamId team) {
    return reader.count(select_last_marks, edition, person, team);
}
std::vector<FirstMarks> first_marks(db::Reader& reader, EditionId edition) {
    return reader.select(select_marks, read_marks, edition);
}
std::optional<FirstRules> first_rules(db::Reader& reader, EditionId edition) {
    return reader.one(
        select_first_rules,
        [](db::Row const& row) {
            return FirstRules{.each = static_cast<int>(row.number(0)),
                              .load_max = static_cast<int>(row.number(1)),
                              .seed = row.number(2),
                              .fingerprint = row.str(3),
                              .version = row.number(4)};
        },
        edition);
}
bool keep(db::Writer& writer, EditionId edition, FirstRules const& one) {
    if (one.version == 0)
        return writer.execute(insert_first_rules, edition, one.each, one.load_max, one.seed,
                              one.fingerprint) == 1;
    return writer.execute(update_first_rules, one.each, one.load_max, one.seed, one.fingerprint,
                          edition, one.version) == 1;
}
void set_first_assigned(db::Writer& writer, EditionId edition, std::span<AssignedRow const> rows) {
    set_rows(writer, delete_first_assigned, insert_first_assigned, edition, rows);
}
std::vector<AssignedRow> first_assigned(db::Reader& reader, EditionId edition) {
    return rows_of(reader, select_first_assigned, edition);
}
void remove_first_assigned(db::Writer& writer, EditionId edition, PersonId person, TeamId team) {
    writer.execute(free_first_assigned, edition, person, team);
}
std::vector<FirstMarksOf> first_marks_of(db::Reader& reader, PersonId person) {
    return reader.select(
        select_own,
        [](db::Row const& row) { return FirstMarksOf{row.str(6), row.str(7), read_marks(row)}; },
        person);
}

}  // namespace wasl::challenges::store
