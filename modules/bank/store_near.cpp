// SPDX-License-Identifier: Apache-2.0
// Who worked with whom, as far as the bank knows.
#include "modules/bank/store.hpp"

namespace wasl::bank::store {

static constexpr db::Sql select_coauthors{"bank.coauthors", R"sql(
    with own as (select id, merged_into from bank_entries where author = $1 and author > 0)
    select e.author from bank_entries e where e.merged_into in (select id from own)
    union select e.author from bank_entries e
        where e.id in (select merged_into from own where merged_into is not null)
    union select e.author from bank_entries e
        where e.merged_into in (select merged_into from own where merged_into is not null)
    union select a.owner from bank_adoptions a where a.entry in (select id from own)
    union select e.author from bank_adoptions a join bank_entries e on e.id = a.entry
        where a.owner = $2 and a.owner > 0
    order by 1
)sql"};

std::vector<PersonId> coauthors(db::Reader& reader, PersonId person) {
    auto found = reader.select(
        select_coauthors, [](db::Row const& row) { return row.id<PersonId>(0); }, person, person);
    std::erase_if(found, [&](PersonId one) { return one == person || one.value() == 0; });
    return found;
}

}  // namespace wasl::bank::store
