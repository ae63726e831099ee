// SPDX-License-Identifier: Apache-2.0
#include "modules/reports/store_office.hpp"

#include "platform/db/joined.hpp"

namespace wasl::reports::store {

namespace {

using bureau::Ask;

constexpr db::Piece lines = R"sql(
    select id, number, title, category, state, phase, lat_e6, lon_e6, territory, filed_at, due,
        supporters, place, unit, assigned, priority, reopened, photos, level, is_public, version
    from reports)sql";
constexpr db::Sql select_open{"reports.select_office_open", db::joined<lines, R"sql(
    where is_open = 1 and body = $1 and due >= $2 and due <= $3
        and (unit = $4 or $5 = 1 or (unit = 0 and $6 = 1))
        and (state = $7 or $8 = 1) and (category = $9 or $10 = 1)
        and (territory = $11 or $12 = 1) and (assigned = $13 or $14 = 1)
    order by due, id limit $15 offset $16
)sql">};
constexpr db::Sql select_closed{"reports.select_office_closed", db::joined<lines, R"sql(
    where is_open = 0 and closed_at is not null and body = $1
        and (unit = $2 or $3 = 1 or (unit = 0 and $4 = 1))
        and (state = $5 or $6 = 1) and (category = $7 or $8 = 1)
        and (territory = $9 or $10 = 1) and (assigned = $11 or $12 = 1)
    order by closed_at desc, id desc limit $13 offset $14
)sql">};
constexpr db::Sql select_figures{"reports.select_office_figures", R"sql(
    select count(*), coalesce(sum(case when due < $1 then 1 else 0 end), 0),
        coalesce(sum(case when due >= $2 and due <= $3 then 1 else 0 end), 0),
        coalesce(sum(case when assigned = 0 then 1 else 0 end), 0)
    from (
        select due, assigned from reports
        where is_open = 1 and body = $4 and (unit = $5 or $6 = 1 or (unit = 0 and $7 = 1))
        order by due, id limit $8
    ) as first
)sql"};

bureau::Listed read_line(db::Row const& row) {
    bureau::Listed one;
    one.pin = read_pin(row);
    one.landmark = row.str(12);
    one.unit = row.id<UnitId>(13);
    one.assigned = row.id<PersonId>(14);
    one.priority = static_cast<int>(row.number(15));
    one.reopened = static_cast<int>(row.number(16));
    one.photos = static_cast<int>(row.number(17));
    one.level = static_cast<int>(row.number(18));
    one.is_public = row.number(19) == 1;
    one.version = row.number(20);
    return one;
}

bool anybody(Ask const& ask) { return ask.assigned.value() == 0 && !ask.unassigned; }
int offset_of(Ask const& ask) { return (ask.page - 1) * ask.size; }

}  // namespace

std::vector<bureau::Listed> office_open(db::Reader& reader, Ask const& ask, Date from, Date until) {
    auto const& at = ask.at;
    return reader.select(select_open, read_line, at.body, from, until, at.unit,
                         at.unit.value() == 0, at.loose, ask.state, ask.state.empty(), ask.category,
                         ask.category.empty(), ask.territory, ask.territory.value() == 0,
                         ask.assigned, anybody(ask), ask.size + 1, offset_of(ask));
}

std::vector<bureau::Listed> office_closed(db::Reader& reader, Ask const& ask) {
    auto const& at = ask.at;
    return reader.select(select_closed, read_line, at.body, at.unit, at.unit.value() == 0, at.loose,
                         ask.state, ask.state.empty(), ask.category, ask.category.empty(),
                         ask.territory, ask.territory.value() == 0, ask.assigned, anybody(ask),
                         ask.size + 1, offset_of(ask));
}

bureau::Figures office_figures(db::Reader& reader, bureau::Place const& at, Date today, Date soon) {
    auto const read = [](db::Row const& row) {
        auto const whole = [&](int n) { return static_cast<int>(row.number(n)); };
        return bureau::Figures{whole(0), whole(1), whole(2), whole(3),
                               whole(0) >= bureau::counted_max};
    };
    return reader
        .one(select_figures, read, today, today, soon, at.body, at.unit, at.unit.value() == 0,
             at.loose, bureau::counted_max)
        .value_or(bureau::Figures{});
}

}  // namespace wasl::reports::store
