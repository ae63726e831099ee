// SPDX-License-Identifier: Apache-2.0
#include <charconv>

#include "modules/challenges/store_assigned.hpp"
#include "platform/db/joined.hpp"

namespace wasl::challenges::store {

static constexpr db::Sql delete_assigned{"challenges.delete_assigned",
                                         "delete from challenge_assigned where edition = $1"};
static constexpr db::Sql insert_assigned{"challenges.insert_assigned", R"sql(
    insert into challenge_assigned (edition, person, team, position) values ($1, $2, $3, $4)
)sql"};
static constexpr db::Sql select_assigned{"challenges.assigned", R"sql(
    select person, team from challenge_assigned where edition = $1 order by person, position
)sql"};
static constexpr db::Sql select_assigned_to{"challenges.assigned_to", R"sql(
    select team from challenge_assigned where edition = $1 and person = $2 order by position
)sql"};
static constexpr db::Sql free_assigned{"challenges.free_assigned", R"sql(
    delete from challenge_assigned where edition = $1 and person = $2 and team = $3
)sql"};
static constexpr db::Sql insert_ballot{"challenges.insert_ballot", R"sql(
    insert into challenge_ballots (edition, person, team, other, version, marks, comment, source,
        saved_by, saved_at, is_void)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 0)
)sql"};
static constexpr db::Sql select_last_ballot{"challenges.last_ballot", R"sql(
    select coalesce(max(version), 0) from challenge_ballots
    where edition = $1 and person = $2 and team = $3 and other = $4
)sql"};
static constexpr db::Piece newest_ballots = R"sql(
    select b.person, b.team, b.other, b.version, b.marks, b.comment, b.source, b.saved_at
    from challenge_ballots b
    where b.edition = $1 and b.is_void = 0 and b.version = (
        select max(n.version) from challenge_ballots n
        where n.edition = b.edition and n.person = b.person and n.team = b.team
            and n.other = b.other) )sql";
static constexpr db::Piece by_judge = "order by b.person, b.team, b.other";
static constexpr db::Piece of_one_judge = "and b.person = $2 order by b.team, b.other";
static constexpr db::Sql select_ballots{"challenges.ballots", db::joined<newest_ballots, by_judge>};
static constexpr db::Sql select_ballots_by{"challenges.ballots_by",
                                           db::joined<newest_ballots, of_one_judge>};
static constexpr db::Sql void_ballots{"challenges.void_ballots", R"sql(
    update challenge_ballots set is_void = 1
    where edition = $1 and person = $2 and (team = $3 or other = $3)
)sql"};
static constexpr db::Sql void_rankings{"challenges.void_rankings", R"sql(
    update challenge_ballots set is_void = 1 where edition = $1 and person = $2 and team = 0
)sql"};
static constexpr db::Sql void_pair{"challenges.void_pair", R"sql(
    update challenge_ballots set is_void = 1
    where edition = $1 and person = $2 and team = $3 and other = $4
)sql"};
static constexpr db::Sql keep_deliberation{"challenges.keep_deliberation", R"sql(
    insert into challenge_deliberations (edition, minutes, final_order, order_reason, signed_by,
        signed_at)
    values ($1, $2, $3, $4, $5, $6)
    on conflict (edition) do update set minutes = excluded.minutes,
        final_order = excluded.final_order, order_reason = excluded.order_reason,
        signed_by = excluded.signed_by, signed_at = excluded.signed_at
)sql"};
static constexpr db::Sql select_deliberation{"challenges.deliberation", R"sql(
    select minutes, final_order, order_reason, signed_by, signed_at
    from challenge_deliberations where edition = $1
)sql"};
static constexpr db::Sql insert_results{"challenges.insert_jury_results", R"sql(
    insert into challenge_jury_results (edition, record, result_table, teams, published_by,
        published_at)
    values ($1, $2, $3, $4, $5, $6)
)sql"};
static constexpr db::Sql select_results{"challenges.jury_results", R"sql(
    select record, result_table, teams, published_at
    from challenge_jury_results where edition = $1
)sql"};

void set_assigned(db::Writer& writer, EditionId edition, std::span<AssignedRow const> rows) {
    set_rows(writer, delete_assigned, insert_assigned, edition, rows);
}
std::vector<AssignedRow> assigned(db::Reader& reader, EditionId edition) {
    return rows_of(reader, select_assigned, edition);
}
std::vector<TeamId> assigned_to(db::Reader& reader, EditionId edition, PersonId person) {
    return reader.select(
        select_assigned_to, [](db::Row const& row) { return row.id<TeamId>(0); }, edition, person);
}
void remove_assigned(db::Writer& writer, EditionId edition, PersonId person, TeamId team) {
    writer.execute(free_assigned, edition, person, team);
}

void insert(db::Writer& writer, EditionId edition, KeptBallot const& one, PersonId by) {
    writer.execute(insert_ballot, edition, one.person, one.team, one.other, one.version,
                   one.said.marks, one.said.comment, one.source, by, one.at);
}
std::int64_t last_version(db::Reader& reader, EditionId edition, PersonId person, TeamId team,
                          TeamId other) {
    return reader.count(select_last_ballot, edition, person, team, other);
}
static KeptBallot read_ballot(db::Row const& row) {
    return {.person = row.id<PersonId>(0),
            .team = row.id<TeamId>(1),
            .other = row.id<TeamId>(2),
            .version = row.number(3),
            .said = {row.str(4), row.str(5)},
            .source = row.str(6),
            .at = row.moment(7)};
}
std::vector<KeptBallot> ballots(db::Reader& reader, EditionId edition) {
    return reader.select(select_ballots, read_ballot, edition);
}
std::vector<KeptBallot> ballots_by(db::Reader& reader, EditionId edition, PersonId person) {
    return reader.select(select_ballots_by, read_ballot, edition, person);
}
void make_void(db::Writer& writer, EditionId edition, PersonId person, TeamId team) {
    writer.execute(void_ballots, edition, person, team);
}
void make_rankings_void(db::Writer& writer, EditionId edition, PersonId person) {
    writer.execute(void_rankings, edition, person);
}
void make_pair_void(db::Writer& writer, EditionId edition, PersonId person, TeamId team,
                    TeamId other) {
    writer.execute(void_pair, edition, person, team, other);
}

std::string ids_text(std::span<TeamId const> ids) {
    std::string text;
    for (auto const id : ids) text += (text.empty() ? "" : ",") + std::to_string(id.value());
    return text;
}
std::vector<TeamId> ids_of(std::string_view text) {
    std::vector<TeamId> ids;
    while (!text.empty()) {
        std::int64_t id = 0;
        auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
        if (error != std::errc()) break;
        ids.emplace_back(id);
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
        if (text.starts_with(',')) text.remove_prefix(1);
    }
    return ids;
}

void keep(db::Writer& writer, EditionId edition, Deliberation const& one) {
    writer.execute(keep_deliberation, edition, one.minutes, ids_text(one.order), one.reason, one.by,
                   one.at);
}
std::optional<Deliberation> deliberation(db::Reader& reader, EditionId edition) {
    return reader.one(
        select_deliberation,
        [](db::Row const& row) {
            return Deliberation{row.str(0), ids_of(row.str(1)), row.str(2), row.id<PersonId>(3),
                                row.moment(4)};
        },
        edition);
}
bool try_insert(db::Writer& writer, EditionId edition, PublishedResults const& one, PersonId by) {
    return writer.try_execute(insert_results, edition, one.record, one.table, ids_text(one.teams),
                              by, one.at);
}
std::optional<PublishedResults> published(db::Reader& reader, EditionId edition) {
    return reader.one(
        select_results,
        [](db::Row const& row) {
            return PublishedResults{row.str(0), row.str(1), ids_of(row.str(2)), row.moment(3)};
        },
        edition);
}

}  // namespace wasl::challenges::store
