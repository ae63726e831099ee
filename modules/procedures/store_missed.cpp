// SPDX-License-Identifier: Apache-2.0
#include "modules/procedures/missed.hpp"

namespace wasl::procedures {

static constexpr Days kept_for{365};

static constexpr db::Sql add_times{"procedures.keep_missed", R"sql(
    insert into procedure_missed (words, times, last_day) values ($1, $2, $3)
    on conflict (words) do update
    set times = procedure_missed.times + excluded.times, last_day = excluded.last_day
)sql"};
static constexpr db::Sql delete_old{"procedures.forget_missed", R"sql(
    delete from procedure_missed where last_day < $1
)sql"};
static constexpr db::Sql select_all{"procedures.missed", R"sql(
    select words, times, last_day from procedure_missed order by times desc, words limit 1000
)sql"};

void keep_missed(db::Writer& db, std::vector<MissedLine> const& lines, Date today) {
    for (auto const& line : lines) db.execute(add_times, line.words, line.times, line.last);
    db.execute(delete_old, today - kept_for);
}

std::vector<MissedLine> kept_missed(db::Reader& db) {
    return db.select(select_all, [](db::Row const& row) {
        return MissedLine{row.str(0), row.number(1), row.date(2)};
    });
}

}  // namespace wasl::procedures
