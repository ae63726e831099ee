// SPDX-License-Identifier: Apache-2.0
#include <boost/json.hpp>

#include "modules/challenges/store_coaching.hpp"

namespace wasl::challenges::store {

static constexpr db::Sql insert_page{"challenges.insert_work", R"sql(
    insert into challenge_work (team, step, version, fields, changed_by, changed_at)
    values ($1, $2, $3, $4, $5, $6)
)sql"};
static constexpr db::Sql select_pages{"challenges.work", R"sql(
    select w.step, w.version, w.fields, w.changed_by, w.changed_at from challenge_work w
    where w.team = $1 and w.version =
        (select max(l.version) from challenge_work l where l.team = w.team and l.step = w.step)
)sql"};
static constexpr db::Sql insert_work_file{"challenges.insert_work_file", R"sql(
    insert into challenge_work_files (id, team, step, sha256, name, kind, bytes, added_by, added_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
)sql"};
static constexpr db::Sql select_work_files{"challenges.work_files", R"sql(
    select id, step, sha256, name, kind, bytes, added_by, added_at from challenge_work_files
    where team = $1 order by id
)sql"};
static constexpr db::Sql insert_question{"challenges.insert_question", R"sql(
    insert into challenge_questions (id, team, step, text, asked_by, asked_at, answer, answered_by,
        answered_at)
    values ($1, $2, $3, $4, $5, $6, '', 0, 0)
)sql"};
static constexpr db::Sql select_questions{"challenges.questions", R"sql(
    select id, step, text, answer, asked_by, answered_by, asked_at, answered_at
    from challenge_questions where team = $1 order by id
)sql"};
static constexpr db::Sql update_answer{"challenges.answer_question", R"sql(
    update challenge_questions set answer = $1, answered_by = $2, answered_at = $3
    where id = $4 and team = $5 and answer = ''
)sql"};
static constexpr db::Sql every_content{"challenges.every_content", R"sql(
    select sha256 from challenge_submission_files union select sha256 from challenge_work_files
)sql"};
static constexpr db::Sql count_content{"challenges.names_content", R"sql(
    select (select count(*) from challenge_submission_files where sha256 = $1)
        + (select count(*) from challenge_work_files where sha256 = $2)
)sql"};

static std::string fields_text(Fields const& fields) {
    boost::json::array all;
    for (auto const& one : fields) all.emplace_back(one);
    return boost::json::serialize(all);
}
static Fields fields_of(std::string_view text) {
    Fields fields;
    auto const read = boost::json::parse(text);
    std::size_t n = 0;
    for (auto const& one : read.as_array())
        if (n < fields.size()) fields[n++] = std::string(one.as_string());
    return fields;
}
static Step step_of(std::string_view text) { return step_named(text).value_or(Step::empathise); }

bool try_insert(db::Writer& writer, TeamId team, WorkPage const& one) {
    return writer.try_execute(insert_page, team, name_of(one.step), one.version,
                              fields_text(one.fields), one.by, one.at);
}
std::vector<WorkPage> work(db::Reader& reader, TeamId team) {
    return reader.select(
        select_pages,
        [](db::Row const& row) {
            return WorkPage{step_of(row.text(0)), row.number(1), fields_of(row.text(2)),
                            row.id<PersonId>(3), row.moment(4)};
        },
        team);
}
void insert(db::Writer& writer, TeamId team, WorkFile const& one) {
    writer.execute(insert_work_file, one.id, team, name_of(one.step), one.file.sha256,
                   one.file.name, one.file.kind, one.file.bytes, one.by, one.at);
}
std::vector<WorkFile> work_files(db::Reader& reader, TeamId team) {
    return reader.select(
        select_work_files,
        [](db::Row const& row) {
            return WorkFile{row.number(0),
                            step_of(row.text(1)),
                            {row.str(2), row.str(3), row.str(4), row.number(5)},
                            row.id<PersonId>(6),
                            row.moment(7)};
        },
        team);
}
void insert(db::Writer& writer, TeamId team, Question const& one) {
    writer.execute(insert_question, one.id, team, name_of(one.step), one.text, one.by, one.at);
}
std::vector<Question> questions(db::Reader& reader, TeamId team) {
    return reader.select(
        select_questions,
        [](db::Row const& row) {
            return Question{.id = row.id<QuestionId>(0),
                            .step = step_of(row.text(1)),
                            .text = row.str(2),
                            .answer = row.str(3),
                            .by = row.id<PersonId>(4),
                            .answered_by = row.id<PersonId>(5),
                            .at = row.moment(6),
                            .answered_at = row.moment(7)};
        },
        team);
}
bool answer(db::Writer& writer, TeamId team, Question const& one) {
    return writer.execute(update_answer, one.answer, one.answered_by, one.answered_at, one.id,
                          team) == 1;
}

}  // namespace wasl::challenges::store

namespace wasl::challenges {

void each_content(db::Reader& reader, std::function<void(std::string_view)> const& see) {
    reader.each(store::every_content, [&](db::Row const& row) { see(row.text(0)); });
}
bool names_content(db::Reader& reader, std::string_view sha256) {
    return reader.count(store::count_content, sha256, sha256) > 0;
}

}  // namespace wasl::challenges
