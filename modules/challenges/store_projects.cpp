// SPDX-License-Identifier: Apache-2.0
#include "modules/challenges/store.hpp"
#include "platform/db/joined.hpp"

namespace wasl::challenges::store {

static constexpr db::Sql insert_submission{"challenges.insert_submission", R"sql(
    insert into challenge_submissions (id, edition, team, version, sent_by, sent_at, is_grace,
        title, summary, problem, solution, serves, evidence, video, once)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
)sql"};
static constexpr db::Sql insert_submission_file{"challenges.insert_submission_file", R"sql(
    insert into challenge_submission_files (submission, position, sha256, name, kind, bytes)
    values ($1, $2, $3, $4, $5, $6)
)sql"};
static constexpr db::Sql select_once{
    "challenges.submission_once",
    "select version from challenge_submissions where team = $1 and once = $2"};
static constexpr db::Sql select_last_version{
    "challenges.last_version", "select max(version) from challenge_submissions where team = $1"};
static constexpr db::Piece submission_columns = R"sql(
    select id, team, version, sent_by, sent_at, is_grace, title, summary, problem, solution,
        serves, evidence, video)sql";
static constexpr db::Sql select_latest{"challenges.latest_submission",
                                       db::joined<submission_columns, R"sql(
    from challenge_submissions where team = $1 order by version desc limit 1
)sql">};
static constexpr db::Sql select_versions{"challenges.submissions",
                                         db::joined<submission_columns, R"sql(
    from challenge_submissions where team = $1 order by version desc
)sql">};
static constexpr db::Sql select_latest_of{"challenges.latest_submissions", R"sql(
    select s.id, s.team, s.version, s.sent_by, s.sent_at, s.is_grace, s.title, s.summary,
        s.problem, s.solution, s.serves, s.evidence, s.video
    from challenge_submissions s
    where s.edition = $1 and s.version =
        (select max(l.version) from challenge_submissions l where l.team = s.team)
    order by s.team
)sql"};
static constexpr db::Sql select_titles{"challenges.sent_titles", R"sql(
    select s.team, t.name, s.title
    from challenge_teams t join challenge_submissions s on s.team = t.id
    where t.edition = $1 and t.is_withdrawn = 0 and s.version =
        (select max(l.version) from challenge_submissions l where l.team = t.id)
    order by t.id
)sql"};
static constexpr db::Sql select_submission_files{"challenges.submission_files", R"sql(
    select sha256, name, kind, bytes from challenge_submission_files
    where submission = $1 order by position
)sql"};
static constexpr db::Sql insert_grace{"challenges.insert_grace", R"sql(
    insert into challenge_graces (team, until_at, reason, decided_by, decided_at)
    values ($1, $2, $3, $4, $5)
)sql"};
static constexpr db::Sql select_grace{"challenges.grace", R"sql(
    select until_at, reason, decided_by, decided_at from challenge_graces
    where team = $1 order by decided_at desc limit 1
)sql"};
static constexpr db::Sql delete_shortlisted{
    "challenges.delete_shortlisted",
    "delete from challenge_shortlisted where edition = $1 and team = $2"};
static constexpr db::Sql insert_shortlisted{"challenges.insert_shortlisted", R"sql(
    insert into challenge_shortlisted (edition, team, reason, decided_by, decided_at)
    values ($1, $2, $3, $4, $5)
)sql"};
static constexpr db::Sql select_shortlisted{
    "challenges.shortlisted",
    "select team from challenge_shortlisted where edition = $1 order by team"};
static constexpr db::Sql upsert_award{"challenges.keep_award", R"sql(
    insert into challenge_awards (edition, team, place, prize, reason, decided_by, decided_at)
    values ($1, $2, $3, $4, $5, $6, $7)
    on conflict (edition, team) do update set place = excluded.place, prize = excluded.prize,
        reason = excluded.reason, decided_by = excluded.decided_by,
        decided_at = excluded.decided_at
)sql"};
static constexpr db::Sql select_awards{"challenges.awards", R"sql(
    select team, place, prize, reason from challenge_awards where edition = $1 order by place, team
)sql"};
static constexpr db::Sql insert_progress{"challenges.insert_progress", R"sql(
    insert into challenge_progress (id, edition, team, text, told_by, told_at)
    values ($1, $2, $3, $4, $5, $6)
)sql"};
static constexpr db::Sql select_progress{"challenges.progress", R"sql(
    select text, told_by, told_at from challenge_progress where team = $1 order by id
)sql"};
static constexpr db::Sql select_file{"challenges.file", R"sql(
    select f.sha256, f.name, f.kind, f.bytes
    from challenge_submission_files f join challenge_submissions s on s.id = f.submission
    where f.sha256 = $1 and s.team = $2
)sql"};

static Submission read_submission(db::Row const& row) {
    return {.id = row.id<SubmissionId>(0),
            .team = row.id<TeamId>(1),
            .version = row.number(2),
            .by = row.id<PersonId>(3),
            .at = row.moment(4),
            .is_grace = row.flag(5),
            .project = {row.str(6), row.str(7), row.str(8), row.str(9), row.str(10), row.str(11),
                        row.str(12)},
            .files = {}};
}
static KeptFile read_file(db::Row const& row) {
    return {row.str(0), row.str(1), row.str(2), row.number(3)};
}
static void add_files(db::Reader& reader, Submission& one) {
    one.files = reader.select(select_submission_files, read_file, one.id);
}

bool try_insert(db::Writer& writer, EditionId edition, Submission const& one,
                std::string_view once) {
    auto const& project = one.project;
    if (!writer.try_execute(insert_submission, one.id, edition, one.team, one.version, one.by,
                            one.at, one.is_grace, project.title, project.summary, project.problem,
                            project.solution, project.serves, project.evidence, project.video,
                            once))
        return false;
    std::int64_t position = 0;
    for (auto const& file : one.files)
        writer.execute(insert_submission_file, one.id, position++, file.sha256, file.name,
                       file.kind, file.bytes);
    return true;
}
std::int64_t version_sent(db::Reader& reader, TeamId team, std::string_view once) {
    return reader.count(select_once, team, once);
}
std::int64_t last_version(db::Reader& reader, TeamId team) {
    return reader.count(select_last_version, team);
}
std::optional<Submission> latest(db::Reader& reader, TeamId team) {
    auto found = reader.one(select_latest, read_submission, team);
    if (found) add_files(reader, *found);
    return found;
}
std::vector<Submission> versions(db::Reader& reader, TeamId team) {
    auto found = reader.select(select_versions, read_submission, team);
    for (auto& one : found) add_files(reader, one);
    return found;
}
std::vector<Submission> latest_of(db::Reader& reader, EditionId edition) {
    return reader.select(select_latest_of, read_submission, edition);
}
std::vector<Sent> sent_titles(db::Reader& reader, EditionId edition) {
    return reader.select(
        select_titles,
        [](db::Row const& row) { return Sent{row.id<TeamId>(0), row.str(1), row.str(2)}; },
        edition);
}
void insert(db::Writer& writer, TeamId team, Grace const& one) {
    writer.execute(insert_grace, team, one.until, one.reason, one.by, one.at);
}
std::optional<Grace> grace(db::Reader& reader, TeamId team) {
    return reader.one(
        select_grace,
        [](db::Row const& row) {
            return Grace{row.moment(0), row.str(1), row.id<PersonId>(2), row.moment(3)};
        },
        team);
}
void keep_shortlisted(db::Writer& writer, EditionId edition, TeamId team, bool goes_on,
                      std::string_view reason, PersonId by, Instant now) {
    writer.execute(delete_shortlisted, edition, team);
    if (goes_on) writer.execute(insert_shortlisted, edition, team, reason, by, now);
}
std::vector<TeamId> shortlisted(db::Reader& reader, EditionId edition) {
    return reader.select(
        select_shortlisted, [](db::Row const& row) { return row.id<TeamId>(0); }, edition);
}
void keep(db::Writer& writer, EditionId edition, Award const& one, PersonId by, Instant now) {
    writer.execute(upsert_award, edition, one.team, one.place, one.prize, one.reason, by, now);
}
std::vector<Award> awards(db::Reader& reader, EditionId edition) {
    return reader.select(
        select_awards,
        [](db::Row const& row) {
            return Award{row.id<TeamId>(0), static_cast<int>(row.number(1)), row.id<PrizeId>(2),
                         row.str(3)};
        },
        edition);
}
void insert(db::Writer& writer, EditionId edition, TeamId team, Progress const& one) {
    writer.execute(insert_progress, db::next_id(), edition, team, one.text, one.by, one.at);
}
std::vector<Progress> progress(db::Reader& reader, TeamId team) {
    return reader.select(
        select_progress,
        [](db::Row const& row) { return Progress{row.str(0), row.id<PersonId>(1), row.moment(2)}; },
        team);
}
std::optional<KeptFile> file(db::Reader& reader, TeamId team, std::string_view sha256) {
    return reader.one(select_file, read_file, sha256, team);
}

}  // namespace wasl::challenges::store
