// SPDX-License-Identifier: Apache-2.0
// Files that wait for a yes.
#include "modules/bank/store_rows.hpp"

namespace wasl::bank::store {

static constexpr db::Sql insert_import{"bank.insert_import", R"sql(
    insert into bank_imports (id, person, name, source, content, as_listed, at_moment, taken_at)
    values ($1, $2, $3, $4, $5, $6, $7, 0)
)sql"};
static constexpr db::Sql select_import{"bank.import_of", R"sql(
    select id, name, source, as_listed, at_moment, taken_at, content from bank_imports
    where id = $1 and person = $2
)sql"};
static constexpr db::Sql select_imports{"bank.imports_of", R"sql(
    select id, name, source, as_listed, at_moment, taken_at from bank_imports
    where person = $1 order by id desc limit 50
)sql"};
static constexpr db::Sql update_taken{"bank.import_taken",
                                      "update bank_imports set taken_at = $1 where id = $2"};
static constexpr db::Sql delete_import{"bank.drop_import",
                                       "delete from bank_imports where id = $1 and person = $2"};

static Waiting read_waiting(db::Row const& row) {
    Waiting one;
    one.id = row.id<ImportId>(0);
    one.name = row.str(1);
    one.source = row.str(2);
    one.as_listed = row.flag(3);
    one.at = row.moment(4);
    if (row.number(5) != 0) one.taken = row.moment(5);
    return one;
}

void insert(db::Writer& writer, Waiting const& one, PersonId person) {
    writer.execute(insert_import, one.id, person, one.name, one.source, one.content, one.as_listed,
                   one.at);
}
std::optional<Waiting> import_of(db::Reader& reader, ImportId id, PersonId person) {
    return reader.one(
        select_import,
        [](db::Row const& row) {
            auto one = read_waiting(row);
            one.content = row.str(6);
            return one;
        },
        id, person);
}
std::vector<Waiting> imports_of(db::Reader& reader, PersonId person) {
    return reader.select(select_imports, read_waiting, person);
}
void set_taken(db::Writer& writer, ImportId id, Instant now) {
    writer.execute(update_taken, now, id);
}
void drop_import(db::Writer& writer, ImportId id, PersonId person) {
    writer.execute(delete_import, id, person);
}

}  // namespace wasl::bank::store
