// SPDX-License-Identifier: Apache-2.0
#include "modules/procedures/store_imports.hpp"

namespace wasl::procedures::store {
namespace {

constexpr db::Sql insert_row{"procedures.keep_import", R"sql(
    insert into procedure_imports (id, owner, made_by, made_at, name, content)
    values ($1, $2, $3, $4, $5, $6)
)sql"};
constexpr db::Sql select_of{"procedures.imports_of", R"sql(
    select id, owner, made_at, name from procedure_imports
    where made_by = $1 order by made_at desc, id desc
)sql"};
constexpr db::Sql select_one{"procedures.import_of", R"sql(
    select id, owner, made_at, name, content from procedure_imports
    where id = $1 and made_by = $2
)sql"};
constexpr db::Sql delete_one{"procedures.drop_import", R"sql(
    delete from procedure_imports where id = $1 and made_by = $2
)sql"};
constexpr db::Sql delete_old{"procedures.drop_imports_before", R"sql(
    delete from procedure_imports where made_at < $1
)sql"};

WaitingImport read(db::Row const& row) {
    return {row.id<ImportId>(0), row.id<AdministrationId>(1), row.moment(2), row.str(3), {}};
}

}  // namespace

void keep_import(db::Writer& db, WaitingImport const& one, PersonId by) {
    db.execute(insert_row, one.id, one.owner, by, one.at, one.name,
               std::as_bytes(std::span<char const>(one.content)));
}

std::vector<WaitingImport> imports_of(db::Reader& db, PersonId by) {
    return db.select(select_of, read, by);
}

std::optional<WaitingImport> import_of(db::Reader& db, ImportId id, PersonId by) {
    return db.one(
        select_one,
        [](db::Row const& row) {
            auto out = read(row);
            auto const bytes = row.bytes(4);
            out.content.assign(reinterpret_cast<char const*>(bytes.data()), bytes.size());
            return out;
        },
        id, by);
}

bool drop_import(db::Writer& db, ImportId id, PersonId by) {
    return db.execute(delete_one, id, by) == 1;
}

void drop_imports_before(db::Writer& db, Instant until) { db.execute(delete_old, until); }

}  // namespace wasl::procedures::store
