// SPDX-License-Identifier: Apache-2.0
#include "modules/challenges/store_jury_papers.hpp"

#include "modules/challenges/store_jury.hpp"
#include "platform/db/joined.hpp"

namespace wasl::challenges::store {

static constexpr db::Piece paper_columns = R"sql(
    select id, number, edition, person, teams, numbers, printed_by, printed_at, set_aside_by,
        set_aside_at, reason)sql";
static constexpr db::Piece reading_columns = R"sql(
    select r.paper, r.version, r.settles, r.marks, r.comment, r.read_by, r.read_at)sql";

static constexpr db::Sql insert_paper{"challenges.insert_paper", R"sql(
    insert into challenge_papers (id, number, edition, person, teams, numbers, printed_by,
        printed_at, set_aside_by, set_aside_at, reason)
    values ($1, $2, $3, $4, $5, $6, $7, $8, 0, 0, '')
)sql"};
static constexpr db::Sql set_paper_aside{"challenges.set_paper_aside", R"sql(
    update challenge_papers set set_aside_by = $1, set_aside_at = $2, reason = $3 where id = $4
)sql"};
static constexpr db::Sql select_paper{"challenges.paper", db::joined<paper_columns, R"sql(
    from challenge_papers where number = $1
)sql">};
static constexpr db::Sql select_papers{"challenges.papers", db::joined<paper_columns, R"sql(
    from challenge_papers where edition = $1 order by person, id
)sql">};
static constexpr db::Sql insert_reading{"challenges.insert_paper_reading", R"sql(
    insert into challenge_paper_readings (paper, version, settles, marks, comment, read_by,
        read_at)
    values ($1, $2, $3, $4, $5, $6, $7)
)sql"};
static constexpr db::Sql select_readings{"challenges.paper_readings",
                                         db::joined<reading_columns, R"sql(
    from challenge_paper_readings r where r.paper = $1 order by r.version
)sql">};
static constexpr db::Sql select_all_readings{"challenges.all_paper_readings",
                                             db::joined<reading_columns, R"sql(
    from challenge_papers p join challenge_paper_readings r on r.paper = p.id
    where p.edition = $1 order by r.paper, r.version
)sql">};

static constexpr db::Piece reopening_columns = R"sql(
    select r.paper, r.after_version, r.reason, r.by_person, r.at_moment)sql";
static constexpr db::Sql insert_reopening{"challenges.insert_paper_reopening", R"sql(
    insert into challenge_paper_reopenings (paper, after_version, reason, by_person, at_moment)
    values ($1, $2, $3, $4, $5)
)sql"};
static constexpr db::Sql select_reopenings{"challenges.paper_reopenings",
                                           db::joined<reopening_columns, R"sql(
    from challenge_paper_reopenings r where r.paper = $1 order by r.after_version
)sql">};
static constexpr db::Sql select_all_reopenings{"challenges.all_paper_reopenings",
                                               db::joined<reopening_columns, R"sql(
    from challenge_papers p join challenge_paper_reopenings r on r.paper = p.id
    where p.edition = $1 order by r.paper, r.after_version
)sql">};
static constexpr db::Sql void_of_paper{"challenges.void_of_paper", R"sql(
    update challenge_ballots set is_void = 1
    where edition = $1 and person = $2 and team = $3 and other = $4 and source = 'paper'
)sql"};

static std::string numbers_text(std::span<int const> numbers) {
    std::vector<TeamId> ids;
    for (int const one : numbers) ids.emplace_back(one);
    return ids_text(ids);
}

static BallotPaper read_paper(db::Row const& row) {
    BallotPaper one{.id = row.id<PaperId>(0),
                    .number = row.str(1),
                    .edition = row.id<EditionId>(2),
                    .person = row.id<PersonId>(3),
                    .teams = ids_of(row.str(4)),
                    .numbers = {},
                    .printed_by = row.id<PersonId>(6),
                    .printed_at = row.moment(7),
                    .set_aside_by = row.id<PersonId>(8)};
    for (auto const id : ids_of(row.str(5))) one.numbers.push_back(static_cast<int>(id.value()));
    if (auto const at = row.moment(9); at != Instant{}) one.set_aside = at;
    one.reason = row.str(10);
    return one;
}

static ReadPaper read_reading(db::Row const& row) {
    return {row.id<PaperId>(0),
            {.version = row.number(1),
             .settles = row.flag(2),
             .by = row.id<PersonId>(5),
             .at = row.moment(6),
             .said = {row.str(3), row.str(4)}}};
}

bool try_insert(db::Writer& writer, BallotPaper const& one) {
    return writer.try_execute(insert_paper, one.id, one.number, one.edition, one.person,
                              ids_text(one.teams), numbers_text(one.numbers), one.printed_by,
                              one.printed_at);
}
void set_aside(db::Writer& writer, BallotPaper const& one) {
    writer.execute(set_paper_aside, one.set_aside_by, one.set_aside.value_or(Instant{}), one.reason,
                   one.id);
}
std::optional<BallotPaper> paper(db::Reader& reader, std::string_view number) {
    return reader.one(select_paper, read_paper, number);
}
std::vector<BallotPaper> papers(db::Reader& reader, EditionId edition) {
    return reader.select(select_papers, read_paper, edition);
}
void insert(db::Writer& writer, PaperId paper, PaperReading const& one) {
    writer.execute(insert_reading, paper, one.version, one.settles, one.said.marks,
                   one.said.comment, one.by, one.at);
}
std::vector<PaperReading> readings(db::Reader& reader, PaperId paper) {
    return reader.select(
        select_readings, [](db::Row const& row) { return read_reading(row).reading; }, paper);
}
static ReopenedPaper read_reopening(db::Row const& row) {
    return {row.id<PaperId>(0), {row.number(1), row.str(2), row.id<PersonId>(3), row.moment(4)}};
}
void insert(db::Writer& writer, PaperId paper, Reopening const& one) {
    writer.execute(insert_reopening, paper, one.after, one.reason, one.by, one.at);
}
std::vector<Reopening> reopenings(db::Reader& reader, PaperId paper) {
    return reader.select(
        select_reopenings, [](db::Row const& row) { return read_reopening(row).reopening; }, paper);
}
std::vector<ReopenedPaper> all_reopenings(db::Reader& reader, EditionId edition) {
    return reader.select(select_all_reopenings, read_reopening, edition);
}
void make_paper_void(db::Writer& writer, EditionId edition, PersonId person, TeamId team,
                     TeamId other) {
    writer.execute(void_of_paper, edition, person, team, other);
}
std::vector<ReadPaper> all_readings(db::Reader& reader, EditionId edition) {
    return reader.select(select_all_readings, read_reading, edition);
}

}  // namespace wasl::challenges::store
