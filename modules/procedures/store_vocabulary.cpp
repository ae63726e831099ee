// SPDX-License-Identifier: Apache-2.0
#include "modules/procedures/store.hpp"
#include "modules/procedures/vocabulary.hpp"

namespace wasl::procedures::store {

static constexpr db::Sql select_words{"procedures.vocabulary", R"sql(
    select words, edition from procedure_vocabulary where id = 1
)sql"};
static constexpr db::Sql update_words{"procedures.save_vocabulary", R"sql(
    update procedure_vocabulary set words = $1, edition = edition + 1, changed_at = $2
    where id = 1 and edition = $3
)sql"};

Vocabulary added_vocabulary(db::Reader& db) {
    return db
        .one(select_words,
             [](db::Row const& row) {
                 return Vocabulary{row.str(0), static_cast<int>(row.number(1))};
             })
        .value_or(Vocabulary{});
}

bool keep_vocabulary(db::Writer& db, std::string_view words, int edition, Instant now) {
    return db.execute(update_words, words, now, edition) == 1;
}

}  // namespace wasl::procedures::store
