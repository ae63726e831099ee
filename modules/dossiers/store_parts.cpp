// SPDX-License-Identifier: Apache-2.0
// What hangs on a dossier: answers, documents, history, asks, the extension.
#include <boost/json.hpp>

#include "modules/dossiers/store.hpp"

namespace wasl::dossiers::store {

static constexpr db::Sql select_values{"dossiers.select_values",
                                       "select content from dossier_values where dossier = $1"};
static constexpr db::Sql upsert_values{"dossiers.keep_values", R"sql(
    insert into dossier_values (dossier, content) values ($1, $2)
    on conflict (dossier) do update set content = excluded.content
)sql"};
static constexpr db::Sql select_documents{"dossiers.select_documents", R"sql(
    select id, requirement, sha256, name, size, kind, standing, remark, replaces, given_by, given_at
    from dossier_documents where dossier = $1 order by id
)sql"};
static constexpr db::Sql add_document{"dossiers.insert_document", R"sql(
    insert into dossier_documents (id, dossier, requirement, sha256, name, size, kind, standing,
        remark, replaces, given_by, given_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
)sql"};
static constexpr db::Sql update_standing{
    "dossiers.set_standing",
    "update dossier_documents set standing = $1, remark = $2 where id = $3"};
static constexpr db::Sql delete_document{"dossiers.erase_document",
                                         "delete from dossier_documents where id = $1"};
static constexpr db::Sql count_uses{"dossiers.count_uses",
                                    "select count(*) from dossier_documents where sha256 = $1"};
static constexpr db::Sql select_missing{"dossiers.select_missing", R"sql(
    select requirement, given_on from dossier_missing where dossier = $1 order by requirement
)sql"};
static constexpr db::Sql add_missing{
    "dossiers.insert_missing",
    "insert into dossier_missing (dossier, requirement) values ($1, $2)"};
static constexpr db::Sql update_missing{"dossiers.missing_given", R"sql(
    update dossier_missing set given_on = $1
    where dossier = $2 and requirement = $3 and given_on is null
)sql"};
static constexpr db::Sql select_steps{"dossiers.select_steps", R"sql(
    select sequence, action, by_whom, state, at, reason
    from dossier_steps where dossier = $1 order by sequence
)sql"};
static constexpr db::Sql add_step{"dossiers.append_step", R"sql(
    insert into dossier_steps (dossier, sequence, action, by_whom, state, at, reason)
    values ($1, $2, $3, $4, $5, $6, $7)
)sql"};
static constexpr db::Sql select_asks{"dossiers.select_asks", R"sql(
    select kind, reason, documents, asked_by, asked_at, asked_on, last_day, answered_on, answer
    from dossier_asks where dossier = $1 order by asked_at
)sql"};
static constexpr db::Sql add_ask{"dossiers.insert_ask", R"sql(
    insert into dossier_asks (dossier, kind, reason, documents, asked_by, asked_at, asked_on,
        last_day, answer)
    values ($1, $2, $3, $4, $5, $6, $7, $8, '')
)sql"};
static constexpr db::Sql update_ask{"dossiers.answer_ask", R"sql(
    update dossier_asks set answered_on = $1, answered_at = $2, answer = $3
    where dossier = $4 and kind = $5 and answered_on is null
)sql"};
static constexpr db::Sql update_last_day{
    "dossiers.set_last_day",
    "update dossier_asks set last_day = $1 where dossier = $2 and kind = $3"};
static constexpr db::Sql select_extension{"dossiers.select_extension", R"sql(
    select ground, days, reason, granted_by, granted_on
    from dossier_extensions where dossier = $1
)sql"};
static constexpr db::Sql add_extension{"dossiers.insert_extension", R"sql(
    insert into dossier_extensions (dossier, ground, days, reason, granted_by, granted_on)
    values ($1, $2, $3, $4, $5, $6)
)sql"};

FieldValues values(db::Reader& reader, DossierId id) {
    FieldValues found;
    auto const content =
        reader.one(select_values, [](db::Row const& row) { return row.str(0); }, id);
    if (!content) return found;
    auto const parsed = boost::json::parse(*content);
    for (auto const& member : parsed.as_object())
        found.emplace_back(std::string(member.key()), std::string(member.value().as_string()));
    return found;
}

void keep_values(db::Writer& writer, DossierId id, FieldValues const& values) {
    boost::json::object content;
    for (auto const& [field, answer] : values) content[field] = answer;
    writer.execute(upsert_values, id, boost::json::serialize(content));
}

static files::Kind file_kind(std::string_view name) {
    for (auto const kind : {files::Kind::pdf, files::Kind::jpeg, files::Kind::png})
        if (files::name_of(kind) == name) return kind;
    throw db::Breakdown("dossier_documents.kind: " + std::string(name));
}

std::vector<Document> documents(db::Reader& reader, DossierId id) {
    return reader.select(
        select_documents,
        [](db::Row const& row) {
            return Document{.id = row.id<DocumentId>(0),
                            .requirement = row.str(1),
                            .sha256 = row.str(2),
                            .name = row.str(3),
                            .size = row.number(4),
                            .kind = file_kind(row.text(5)),
                            .standing = stored<Standing>(row.text(6)),
                            .remark = row.str(7),
                            .replaces = row.maybe_id<DocumentId>(8),
                            .given_by = row.id<PersonId>(9),
                            .given_at = row.moment(10)};
        },
        id);
}

void insert_document(db::Writer& writer, DossierId id, Document const& document) {
    writer.execute(add_document, document.id, id, document.requirement, document.sha256,
                   document.name, document.size, files::name_of(document.kind),
                   name_of(document.standing), document.remark, document.replaces,
                   document.given_by, document.given_at);
}

void set_standing(db::Writer& writer, DocumentId id, Standing standing, std::string_view remark) {
    writer.execute(update_standing, name_of(standing), remark, id);
}

void erase_document(db::Writer& writer, DocumentId id) { writer.execute(delete_document, id); }

std::int64_t uses_of(db::Reader& reader, std::string_view sha256) {
    return reader.count(count_uses, sha256);
}

std::vector<MissingDocument> missing(db::Reader& reader, DossierId id) {
    return reader.select(
        select_missing,
        [](db::Row const& row) { return MissingDocument{row.str(0), row.maybe_date(1)}; }, id);
}

void insert_missing(db::Writer& writer, DossierId id, std::string_view requirement) {
    writer.execute(add_missing, id, requirement);
}

void missing_given(db::Writer& writer, DossierId id, std::string_view requirement, Date on) {
    writer.execute(update_missing, on, id, requirement);
}

std::vector<StepTaken> taken(db::Reader& reader, DossierId id) {
    return reader.select(
        select_steps,
        [](db::Row const& row) {
            return StepTaken{.sequence = static_cast<int>(row.number(0)),
                             .action = stored<Action>(row.text(1)),
                             .by = row.id<PersonId>(2),
                             .state = stored<State>(row.text(3)),
                             .at = row.moment(4),
                             .reason = row.str(5)};
        },
        id);
}

void append_step(db::Writer& writer, DossierId id, StepTaken const& step) {
    writer.execute(add_step, id, step.sequence, name_of(step.action), step.by, name_of(step.state),
                   step.at, step.reason);
}

static std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    while (!text.empty()) {
        auto const end = text.find(' ');
        if (end != 0) words.emplace_back(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return words;
}

std::vector<AskMade> asks(db::Reader& reader, DossierId id) {
    return reader.select(
        select_asks,
        [](db::Row const& row) {
            return AskMade{.kind = stored<Ask>(row.text(0)),
                           .reason = row.str(1),
                           .documents = words_of(row.text(2)),
                           .by = row.id<PersonId>(3),
                           .at = row.moment(4),
                           .on = row.date(5),
                           .last_day = row.maybe_date(6),
                           .answered_on = row.maybe_date(7),
                           .answer = row.str(8)};
        },
        id);
}

void insert_ask(db::Writer& writer, DossierId id, AskMade const& ask) {
    std::string documents;
    for (auto const& code : ask.documents) documents += (documents.empty() ? "" : " ") + code;
    writer.execute(add_ask, id, name_of(ask.kind), ask.reason, documents, ask.by, ask.at, ask.on,
                   ask.last_day);
}

void answer_ask(db::Writer& writer, DossierId id, Ask kind, Date on, Instant at,
                std::string_view text) {
    writer.execute(update_ask, on, at, text, id, name_of(kind));
}

void set_last_day(db::Writer& writer, DossierId id, Ask kind, Date day) {
    writer.execute(update_last_day, day, id, name_of(kind));
}

std::optional<Prolonged> extension(db::Reader& reader, DossierId id) {
    return reader.one(
        select_extension,
        [](db::Row const& row) {
            return Prolonged{.ground = stored<Ground>(row.text(0)),
                             .days = static_cast<int>(row.number(1)),
                             .reason = row.str(2),
                             .by = row.id<PersonId>(3),
                             .on = row.date(4)};
        },
        id);
}

void insert_extension(db::Writer& writer, DossierId id, Prolonged const& extension) {
    writer.execute(add_extension, id, name_of(extension.ground), extension.days, extension.reason,
                   extension.by, extension.on);
}

}  // namespace wasl::dossiers::store
