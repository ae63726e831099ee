// SPDX-License-Identifier: Apache-2.0
#include "modules/challenges/store_jury.hpp"

namespace wasl::challenges::store {

static constexpr db::Sql select_seats_of_person{"challenges.seats_of", R"sql(
    select e.code, j.is_chair, j.declared_at, j.recused_at, j.reason
    from challenge_jurors j join challenge_editions e on e.id = j.edition
    where j.person = $1 order by j.edition
)sql"};
static constexpr db::Sql select_conflicts_of_person{"challenges.conflicts_of", R"sql(
    select e.code, t.name, c.source, c.reason, c.noted_at
    from challenge_jurors j
        join challenge_conflicts c on c.edition = j.edition and c.person = j.person
        join challenge_editions e on e.id = c.edition
        join challenge_teams t on t.id = c.team
    where j.person = $1 order by c.edition, c.team
)sql"};
static constexpr db::Sql select_own_ballots{"challenges.ballots_of", R"sql(
    select e.code, coalesce(t.name, ''), b.version, b.marks, b.comment, b.source, b.saved_at,
        b.is_void
    from challenge_jurors j
        join challenge_ballots b on b.edition = j.edition and b.person = j.person
        join challenge_editions e on e.id = b.edition
        left join challenge_teams t on t.id = b.team
    where j.person = $1 order by b.edition, b.team, b.other, b.version
)sql"};
static constexpr db::Sql count_read{"challenges.papers_read_by", R"sql(
    select count(*) from challenge_paper_readings where read_by = $1
)sql"};
static constexpr db::Sql blank_recusals{"challenges.blank_recusals", R"sql(
    update challenge_jurors set reason = '' where person = $1
)sql"};
static constexpr db::Sql blank_conflicts{"challenges.blank_conflicts", R"sql(
    update challenge_conflicts set reason = ''
    where person = $1 and edition in (select edition from challenge_jurors where person = $2)
)sql"};

std::vector<SeatOf> seats_of(db::Reader& reader, PersonId person) {
    return reader.select(
        select_seats_of_person,
        [&](db::Row const& row) {
            SeatOf one{row.str(0), {.person = person, .is_chair = row.flag(1)}};
            if (auto const at = row.moment(2); at != Instant{}) one.juror.declared = at;
            if (auto const at = row.moment(3); at != Instant{}) one.juror.recused = at;
            one.juror.reason = row.str(4);
            return one;
        },
        person);
}

std::vector<ConflictOf> conflicts_of(db::Reader& reader, PersonId person) {
    return reader.select(
        select_conflicts_of_person,
        [&](db::Row const& row) {
            return ConflictOf{row.str(0),
                              row.str(1),
                              {.person = person,
                               .source = source_named(row.str(2)),
                               .reason = row.str(3),
                               .at = row.moment(4)}};
        },
        person);
}

std::vector<BallotOf> ballots_of(db::Reader& reader, PersonId person) {
    return reader.select(
        select_own_ballots,
        [&](db::Row const& row) {
            return BallotOf{row.str(0),
                            row.str(1),
                            {.person = person,
                             .version = row.number(2),
                             .said = {row.str(3), row.str(4)},
                             .source = row.str(5),
                             .at = row.moment(6)},
                            row.flag(7)};
        },
        person);
}

std::int64_t papers_read_by(db::Reader& reader, PersonId person) {
    return reader.count(count_read, person);
}

void forget_reasons(db::Writer& writer, PersonId person) {
    writer.execute(blank_recusals, person);
    writer.execute(blank_conflicts, person, person);
}

}  // namespace wasl::challenges::store
