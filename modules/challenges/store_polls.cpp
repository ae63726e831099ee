// SPDX-License-Identifier: Apache-2.0
#include "modules/challenges/store_polls.hpp"

namespace wasl::challenges::store {

static constexpr db::Sql select_poll{"challenges.poll", R"sql(
    select opens_at, closes_at, voters, own_team, version
    from challenge_polls where edition = $1
)sql"};
static constexpr db::Sql insert_poll{"challenges.insert_poll", R"sql(
    insert into challenge_polls (edition, opens_at, closes_at, voters, own_team, version)
    values ($1, $2, $3, $4, $5, 1)
    on conflict (edition) do nothing
)sql"};
static constexpr db::Sql update_poll{"challenges.update_poll", R"sql(
    update challenge_polls set opens_at = $1, closes_at = $2, voters = $3, own_team = $4,
        version = version + 1
    where edition = $5 and version = $6
)sql"};
static constexpr db::Sql delete_poll{"challenges.delete_poll",
                                     "delete from challenge_polls where edition = $1"};
static constexpr db::Sql cast_vote{"challenges.cast_vote", R"sql(
    insert into challenge_votes (edition, person, team, changes, cast_at)
    values ($1, $2, $3, 0, $4)
    on conflict (edition, person) do update set team = excluded.team,
        changes = challenge_votes.changes + 1, cast_at = excluded.cast_at
)sql"};
static constexpr db::Sql select_vote{"challenges.vote", R"sql(
    select team from challenge_votes where edition = $1 and person = $2
)sql"};
static constexpr db::Sql count_votes{"challenges.votes", R"sql(
    select team, count(*) from challenge_votes where edition = $1 group by team order by team
)sql"};
static constexpr db::Sql select_own_votes{"challenges.own_votes", R"sql(
    select e.code, v.team, v.cast_at, v.edition
    from challenge_votes v join challenge_editions e on e.id = v.edition
    where v.person = $1 order by v.edition
)sql"};
static constexpr db::Sql detach_vote{"challenges.detach_vote", R"sql(
    update challenge_votes set person = $1 where edition = $2 and person = $3
)sql"};

std::optional<Poll> poll(db::Reader& reader, EditionId edition) {
    return reader.one(
        select_poll,
        [](db::Row const& row) {
            return Poll{.span = {row.moment(0), row.moment(1)},
                        .voters = voters_named(row.str(2)).value_or(Voters::verified),
                        .own_team = row.flag(3),
                        .version = row.number(4)};
        },
        edition);
}
bool keep(db::Writer& writer, EditionId edition, Poll const& one) {
    auto const rows = one.version == 0
                          ? writer.execute(insert_poll, edition, one.span.opens_at,
                                           one.span.closes_at, name_of(one.voters), one.own_team)
                          : writer.execute(update_poll, one.span.opens_at, one.span.closes_at,
                                           name_of(one.voters), one.own_team, edition, one.version);
    return rows == 1;
}
void remove_poll(db::Writer& writer, EditionId edition) { writer.execute(delete_poll, edition); }

void cast(db::Writer& writer, EditionId edition, PersonId person, TeamId team, Instant now) {
    writer.execute(cast_vote, edition, person, team, now);
}
std::optional<TeamId> vote_of(db::Reader& reader, EditionId edition, PersonId person) {
    return reader.one(
        select_vote, [](db::Row const& row) { return row.id<TeamId>(0); }, edition, person);
}
std::vector<Counted> votes(db::Reader& reader, EditionId edition) {
    return reader.select(
        count_votes, [](db::Row const& row) { return Counted{row.id<TeamId>(0), row.number(1)}; },
        edition);
}
std::vector<CastVote> votes_of(db::Reader& reader, PersonId person) {
    return reader.select(
        select_own_votes,
        [](db::Row const& row) { return CastVote{row.str(0), row.id<TeamId>(1), row.moment(2)}; },
        person);
}
void detach_votes(db::Writer& writer, PersonId person) {
    auto const editions = writer.select(
        select_own_votes, [](db::Row const& row) { return row.id<EditionId>(3); }, person);
    // Another number in each edition, so that not even votes of one person hang together.
    for (auto const edition : editions)
        writer.execute(detach_vote, db::fresh<PersonId>(), edition, person);
}

}  // namespace wasl::challenges::store
