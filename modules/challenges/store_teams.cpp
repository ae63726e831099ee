// SPDX-License-Identifier: Apache-2.0
#include "modules/challenges/store.hpp"

namespace wasl::challenges::store {

static constexpr db::Sql insert_team{"challenges.insert_team", R"sql(
    insert into challenge_teams (id, edition, name, name_folded, pitch, wanted, statement, leader,
        is_withdrawn, version, made_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
)sql"};
static constexpr db::Sql update_team{"challenges.update_team", R"sql(
    update challenge_teams set name = $1, name_folded = $2, pitch = $3, wanted = $4,
        statement = $5, leader = $6, is_withdrawn = $7, version = version + 1
    where id = $8 and version = $9
)sql"};
static constexpr db::Sql select_team{"challenges.team", R"sql(
    select id, edition, name, pitch, wanted, statement, leader, is_withdrawn, version, made_at
    from challenge_teams where id = $1
)sql"};
static constexpr db::Sql select_teams{"challenges.teams", R"sql(
    select t.id, t.edition, t.name, t.pitch, t.wanted, t.statement, t.leader, t.is_withdrawn,
        t.version, t.made_at,
        (select count(*) from challenge_members m where m.team = t.id)
    from challenge_teams t where t.edition = $1 and t.is_withdrawn = 0 order by t.id
)sql"};
static constexpr db::Sql select_sent{"challenges.teams_that_sent", R"sql(
    select t.id, t.edition, t.name, t.pitch, t.wanted, t.statement, t.leader, t.is_withdrawn,
        t.version, t.made_at
    from challenge_teams t where t.edition = $1 and t.is_withdrawn = 0
        and exists (select 1 from challenge_submissions s where s.team = t.id)
    order by t.id
)sql"};
static constexpr db::Sql insert_member{"challenges.insert_member", R"sql(
    insert into challenge_members (edition, person, team, joined_at) values ($1, $2, $3, $4)
)sql"};
static constexpr db::Sql delete_member{
    "challenges.delete_member", "delete from challenge_members where edition = $1 and person = $2"};
static constexpr db::Sql select_team_of{
    "challenges.team_of", "select team from challenge_members where edition = $1 and person = $2"};
static constexpr db::Sql select_members{"challenges.members", R"sql(
    select m.person, p.administration, p.gender, p.profession, p.skills, p.about, p.is_looking,
        m.joined_at
    from challenge_members m
    join challenge_people p on p.edition = m.edition and p.person = m.person
    where m.team = $1 order by m.joined_at, m.person
)sql"};
static constexpr db::Sql count_members{"challenges.members_count",
                                       "select count(*) from challenge_members where team = $1"};
static constexpr db::Sql select_teams_of{"challenges.teams_of", R"sql(
    select t.id, t.edition, t.name, t.pitch, t.wanted, t.statement, t.leader, t.is_withdrawn,
        t.version, t.made_at
    from challenge_members m join challenge_teams t on t.id = m.team
    where m.person = $1 order by t.id desc
)sql"};
static constexpr db::Sql select_member_seats{"challenges.seats", R"sql(
    select p.person, p.administration, p.gender, p.profession, p.skills, p.about, p.is_looking,
        m.team
    from challenge_members m
    join challenge_people p on p.edition = m.edition and p.person = m.person
    where m.edition = $1
)sql"};

static Team read_team(db::Row const& row) {
    return {.id = row.id<TeamId>(0),
            .edition = row.id<EditionId>(1),
            .name = row.str(2),
            .pitch = row.str(3),
            .wanted = row.str(4),
            .statement = row.id<StatementId>(5),
            .leader = row.id<PersonId>(6),
            .is_withdrawn = row.flag(7),
            .version = row.number(8),
            .made_at = row.moment(9)};
}
Profile read_profile(db::Row const& row) {
    return {.person = row.id<PersonId>(0),
            .administration = row.id<AdministrationId>(1),
            .gender = gender_named(row.text(2)).value_or(Gender::unsaid),
            .profession = row.str(3),
            .skills = row.str(4),
            .about = row.str(5),
            .is_looking = row.flag(6)};
}

bool try_insert(db::Writer& writer, Team const& one) {
    return writer.try_execute(insert_team, one.id, one.edition, one.name, compared(one.name),
                              one.pitch, one.wanted, one.statement, one.leader, one.is_withdrawn,
                              one.version, one.made_at);
}
bool try_update(db::Writer& writer, Team const& one, std::int64_t version) {
    return writer.try_execute(update_team, one.name, compared(one.name), one.pitch, one.wanted,
                              one.statement, one.leader, one.is_withdrawn, one.id, version);
}
std::optional<Team> team(db::Reader& reader, TeamId id) {
    return reader.one(select_team, read_team, id);
}
std::vector<TeamLine> teams(db::Reader& reader, EditionId edition) {
    return reader.select(
        select_teams,
        [](db::Row const& row) {
            return TeamLine{read_team(row), static_cast<int>(row.number(10))};
        },
        edition);
}
std::vector<Team> teams_that_sent(db::Reader& reader, EditionId edition) {
    return reader.select(select_sent, read_team, edition);
}
bool try_enter(db::Writer& writer, EditionId edition, PersonId person, TeamId team, Instant now) {
    return writer.try_execute(insert_member, edition, person, team, now);
}
void leave(db::Writer& writer, EditionId edition, PersonId person) {
    writer.execute(delete_member, edition, person);
}
std::optional<TeamId> team_of(db::Reader& reader, EditionId edition, PersonId person) {
    return reader.one(
        select_team_of, [](db::Row const& row) { return row.id<TeamId>(0); }, edition, person);
}
std::vector<Member> members(db::Reader& reader, TeamId id) {
    return reader.select(
        select_members, [](db::Row const& row) { return Member{read_profile(row), row.moment(7)}; },
        id);
}
std::int64_t members_count(db::Reader& reader, TeamId id) {
    return reader.count(count_members, id);
}
std::vector<std::pair<Edition, Team>> teams_of(db::Reader& reader, PersonId person) {
    std::vector<std::pair<Edition, Team>> found;
    for (auto& one : reader.select(select_teams_of, read_team, person))
        if (auto of = edition(reader, one.edition))
            found.emplace_back(std::move(*of), std::move(one));
    return found;
}
std::vector<SeatRow> seats(db::Reader& reader, EditionId edition) {
    return reader.select(
        select_member_seats,
        [](db::Row const& row) { return SeatRow{row.id<TeamId>(7), read_profile(row)}; }, edition);
}

}  // namespace wasl::challenges::store
