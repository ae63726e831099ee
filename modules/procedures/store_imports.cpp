// SPDX-License-Identifier: Apache-2.0
#include "modules/procedures/store_imports.hpp"

namespace wasl::procedures::store {
namespace {

constexpr db::Sql insert_row{"procedures.keep_import", R"sql(
    insert into procedure_imports (id, owner, made_by, made_at, name, content)
    values ($1, $2, $3, $4, $5, $6)
)sql"};
constexpr db::Sql select_of{"procedures.imports_of", R"sql(
    select id, owner, made_at, name, sums, refused, taken_at from procedure_imports
    where made_by = $1 order by made_at desc, id desc
)sql"};
constexpr db::Sql select_one{"procedures.import_of", R"sql(
    select id, owner, made_at, name, sums, refused, taken_at, content from procedure_imports
    where id = $1 and made_by = $2
)sql"};
constexpr db::Sql select_examined{"procedures.examined_import", R"sql(
    select id, owner, made_at, name, sums, refused, taken_at from procedure_imports
    where id = $1 and made_by = $2
)sql"};
constexpr db::Sql select_import_lines{"procedures.import_lines", R"sql(
    select line from procedure_import_lines where import = $1 and place > $2
    order by place limit $3
)sql"};
constexpr db::Sql insert_line{"procedures.keep_import_line", R"sql(
    insert into procedure_import_lines (import, place, line) values ($1, $2, $3)
)sql"};
constexpr db::Sql delete_lines{"procedures.drop_import_lines", R"sql(
    delete from procedure_import_lines where import = $1
)sql"};
constexpr db::Sql update_report{"procedures.keep_import_report", R"sql(
    update procedure_imports set sums = $1, refused = $2, taken_at = $3 where id = $4
)sql"};
constexpr db::Sql select_own{"procedures.own_import", R"sql(
    select id from procedure_imports where id = $1 and made_by = $2
)sql"};
constexpr db::Sql select_old{"procedures.imports_before", R"sql(
    select id from procedure_imports where made_at < $1 order by id
)sql"};
constexpr db::Sql delete_one{"procedures.drop_import", R"sql(
    delete from procedure_imports where id = $1
)sql"};

WaitingImport waiting_import(db::Row const& row) {
    return {row.id<ImportId>(0),
            row.id<AdministrationId>(1),
            row.moment(2),
            row.str(3),
            {},
            kept_sums(row.text(4)),
            row.str(5),
            !row.null(6)};
}

ImportId id_in(db::Row const& row) { return row.id<ImportId>(0); }

void drop_rows(db::Writer& db, ImportId id) {
    db.execute(delete_lines, id);
    db.execute(delete_one, id);
}

}  // namespace

void keep_import(db::Writer& db, WaitingImport const& one, PersonId by) {
    db.execute(insert_row, one.id, one.owner, by, one.at, one.name,
               std::as_bytes(std::span<char const>(one.content)));
}

std::vector<WaitingImport> imports_of(db::Reader& db, PersonId by) {
    return db.select(select_of, waiting_import, by);
}

std::optional<WaitingImport> import_of(db::Reader& db, ImportId id, PersonId by) {
    return db.one(
        select_one,
        [](db::Row const& row) {
            auto out = waiting_import(row);
            auto const bytes = row.bytes(7);
            out.content.assign(reinterpret_cast<char const*>(bytes.data()), bytes.size());
            return out;
        },
        id, by);
}

void keep_report(db::Writer& db, ImportId id, ImportReport const& report,
                 std::optional<Instant> taken) {
    db.execute(delete_lines, id);
    std::int64_t place = 0;
    for (auto const* const line : by_need(report))
        db.execute(insert_line, id, ++place, to_keep(*line));
    db.execute(update_report, to_keep(sums_of(report)), to_keep(report.refused.value_or(Said())),
               taken, id);
}

std::optional<WaitingImport> examined_import(db::Reader& db, ImportId id, PersonId by) {
    return db.one(select_examined, waiting_import, id, by);
}

std::vector<KeptLine> import_lines(db::Reader& db, ImportId id, std::size_t from,
                                   std::size_t count) {
    return db.select(
        select_import_lines, [](db::Row const& row) { return kept_line(row.text(0)); }, id,
        static_cast<std::int64_t>(from), static_cast<std::int64_t>(count));
}

bool drop_import(db::Writer& db, ImportId id, PersonId by) {
    if (!db.one(select_own, id_in, id, by)) return false;
    drop_rows(db, id);
    return true;
}

void drop_imports_before(db::Writer& db, Instant until) {
    for (auto const id : db.select(select_old, id_in, until)) drop_rows(db, id);
}

}  // namespace wasl::procedures::store
