// SPDX-License-Identifier: Apache-2.0
#include "modules/dossiers/store_uploads.hpp"

#include "modules/dossiers/store.hpp"

namespace wasl::dossiers::store {

static constexpr db::Sql keep{"dossiers.upload_keep", R"(
    insert into dossier_uploads (person, sha256, size, kind, name, expires)
    values ($1, $2, $3, $4, $5, $6)
    on conflict (person, sha256) do update set name = excluded.name, expires = excluded.expires)"};
static constexpr db::Sql waiting{
    "dossiers.uploads_count",
    "select count(*) from dossier_uploads where person = $1 and expires > $2"};
static constexpr db::Sql one_upload{"dossiers.upload", R"(
    select sha256, size, kind, name, expires from dossier_uploads
    where person = $1 and sha256 = $2 and expires > $3)"};
static constexpr db::Sql drop{"dossiers.uploads_drop",
                              "delete from dossier_uploads where expires <= $1"};

static files::Kind file_kind_named(std::string_view name) {
    for (auto const kind : {files::Kind::pdf, files::Kind::jpeg, files::Kind::png})
        if (files::name_of(kind) == name) return kind;
    throw std::runtime_error("unknown kind of file in the database: " + std::string(name));
}

void keep_upload(db::Writer& writer, PersonId person, Sent const& sent) {
    writer.execute(keep, person, sent.stored.sha256, sent.stored.size,
                   files::name_of(sent.stored.kind), sent.name, sent.until);
}

std::int64_t uploads_count(db::Reader& reader, PersonId person, Instant now) {
    return reader.count(waiting, person, now);
}

std::optional<Sent> upload(db::Reader& reader, PersonId person, std::string_view sha256,
                           Instant now) {
    return reader.one(
        one_upload,
        [](db::Row const& row) {
            return Sent{.stored = {.sha256 = row.str(0),
                                   .size = row.number(1),
                                   .kind = file_kind_named(row.text(2))},
                        .name = row.str(3),
                        .until = row.moment(4)};
        },
        person, sha256, now);
}

void drop_uploads(db::Writer& writer, Instant until) { writer.execute(drop, until); }

}  // namespace wasl::dossiers::store
