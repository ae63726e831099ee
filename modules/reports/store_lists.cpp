// SPDX-License-Identifier: Apache-2.0
// Many reports at once: what is listed, what an office has to do. A list reads as many rows as it
// shows and a few more, however many reports there are.
#include "modules/reports/store.hpp"
#include "modules/reports/store_columns.hpp"
#include "platform/db/by_ids.hpp"
#include "platform/db/joined.hpp"

namespace wasl::reports::store {

namespace {

constexpr db::Sql select_pin{"reports.select_pin", db::joined<pin_columns, R"sql(
    from reports where id = $1
)sql">};
constexpr db::Sql select_pins{"reports.select_pins", db::joined<db::wanted_ids, pin_columns, R"sql(
    from reports join wanted on id = wanted_id
)sql">};
// From the index of the finest cells alone, in which neighbours lie together; adding nothing to the
// id keeps SQLite from looking the report up by it, which is somewhere else for each.
constexpr db::Sql select_pins_of_cells{"reports.select_pins_of_cells",
                                       db::joined<R"sql(
    with wanted (wanted_cell, wanted_at, wanted_id) as (values
        ($1, $2, $3), ($4, $5, $6), ($7, $8, $9), ($10, $11, $12), ($13, $14, $15), ($16, $17, $18),
        ($19, $20, $21), ($22, $23, $24), ($25, $26, $27), ($28, $29, $30), ($31, $32, $33),
        ($34, $35, $36), ($37, $38, $39), ($40, $41, $42), ($43, $44, $45), ($46, $47, $48),
        ($49, $50, $51), ($52, $53, $54), ($55, $56, $57), ($58, $59, $60), ($61, $62, $63),
        ($64, $65, $66), ($67, $68, $69), ($70, $71, $72), ($73, $74, $75), ($76, $77, $78),
        ($79, $80, $81), ($82, $83, $84), ($85, $86, $87), ($88, $89, $90), ($91, $92, $93),
        ($94, $95, $96)))sql",
                                                  pin_columns, R"sql(
    from wanted cross join reports
    where is_public = 1 and cell_20 = wanted_cell and filed_at = wanted_at and id + 0 = wanted_id
)sql">};
constexpr db::Sql select_duplicates{"reports.select_duplicates", db::joined<pin_columns, R"sql(
    from reports where duplicate_of = $1 and is_public = 1 order by id limit $2
)sql">};
constexpr db::Sql select_latest{"reports.select_latest", db::joined<pin_columns, R"sql(
    from reports
    where is_public = 1 and (filed_at, id) < ($1, $2) and filed_at >= $3
        and (phase = $4 or $5 = 1)
    order by filed_at desc, id desc limit $6
)sql">};
constexpr db::Sql select_latest_of_category{"reports.select_latest_of_category",
                                            db::joined<pin_columns, R"sql(
    from reports
    where is_public = 1 and category = $1 and (filed_at, id) < ($2, $3) and filed_at >= $4
        and (phase = $5 or $6 = 1)
    order by filed_at desc, id desc limit $7
)sql">};
constexpr db::Sql select_latest_of_both{"reports.select_latest_of_both",
                                        db::joined<pin_columns, R"sql(
    from reports
    where is_public = 1 and territory = $1 and category = $2 and (filed_at, id) < ($3, $4)
        and filed_at >= $5 and (phase = $6 or $7 = 1)
    order by filed_at desc, id desc limit $8
)sql">};
constexpr db::Sql select_latest_of_territory{"reports.select_latest_of_territory",
                                             db::joined<pin_columns, R"sql(
    from reports
    where is_public = 1 and territory = $1 and (filed_at, id) < ($2, $3) and filed_at >= $4
        and (phase = $5 or $6 = 1)
    order by filed_at desc, id desc limit $7
)sql">};
constexpr db::Sql select_of_author{"reports.select_of_author", db::joined<pin_columns, R"sql(
    from reports where author = $1 and author > 0 order by id desc limit $2
)sql">};
constexpr db::Sql select_followed{"reports.select_followed", R"sql(
    select r.id, r.number, r.title, r.category, r.state, r.phase, r.lat_e6, r.lon_e6, r.territory,
        r.filed_at, r.due, r.supporters
    from report_followers f join reports r on r.id = f.report
    where f.person = $1 and r.is_public = 1 order by f.report desc limit $2
)sql"};
constexpr db::Sql select_queue{"reports.select_queue", db::joined<pin_columns, R"sql(
    from reports where is_open = 1 and body = $1 and due <= $2
    order by due, id limit $3 offset $4
)sql">};
constexpr db::Sql select_queue_of_unit{"reports.select_queue_of_unit",
                                       db::joined<pin_columns, R"sql(
    from reports where is_open = 1 and body = $1 and unit = $2 and due <= $3
    order by due, id limit $4 offset $5
)sql">};
constexpr db::Sql select_queue_of_person{"reports.select_queue_of_person",
                                         db::joined<pin_columns, R"sql(
    from reports where is_open = 1 and assigned = $1 and assigned > 0 and due <= $2
    order by due, id limit $3 offset $4
)sql">};

std::int64_t until_of(Narrow const& narrow) { return narrow.until ? micros(*narrow.until) : never; }
std::int64_t from_of(Narrow const& narrow) { return narrow.from ? micros(*narrow.from) : 0; }
std::string_view phase_of(Narrow const& narrow) {
    return narrow.phase ? name_of(*narrow.phase) : std::string_view();
}

}  // namespace

Pin read_pin(db::Row const& row) {
    Pin one;
    one.id = row.id<ReportId>(0);
    one.number = row.str(1);
    one.title = row.str(2);
    one.category = row.str(3);
    one.state = row.str(4);
    one.phase = phase_named(row.text(5)).value_or(Phase::open);
    one.place = point(row, 6);
    one.territory = row.id<TerritoryId>(8);
    one.filed_at = row.moment(9);
    if (auto const due = row.date(10); due != no_day) one.due = due;
    one.supporters = static_cast<int>(row.number(11));
    return one;
}

std::optional<Pin> pin(db::Reader& reader, ReportId id) {
    return reader.one(select_pin, read_pin, id);
}

std::vector<Pin> pins(db::Reader& reader, std::span<ReportId const> ids) {
    return db::read_by_ids(reader, select_pins, read_pin, ids);
}

std::vector<Pin> pins_of_cells(db::Reader& reader, std::span<PinKey const> keys) {
    return db::read_by_keys<3>(
        reader, select_pins_of_cells, read_pin, keys,
        [](PinKey const& key) {
            return std::array{db::cell(key.cell), db::cell(key.filed_at), db::cell(key.id)};
        },
        &PinKey::id);
}

std::vector<Pin> duplicates_of(db::Reader& reader, ReportId id, int limit) {
    return reader.select(select_duplicates, read_pin, id, limit);
}

std::vector<Pin> latest(db::Reader& reader, Narrow const& narrow, int limit,
                        std::optional<Pin> const& after) {
    auto const before = after ? micros(after->filed_at) : until_of(narrow);
    auto const before_id = after ? after->id.value() : never;
    bool const any_phase = !narrow.phase.has_value();
    bool const anywhere = narrow.territory.value() == 0;
    if (!narrow.category.empty() && !anywhere)
        return reader.select(select_latest_of_both, read_pin, narrow.territory, narrow.category,
                             before, before_id, from_of(narrow), phase_of(narrow), any_phase,
                             limit);
    if (!narrow.category.empty())
        return reader.select(select_latest_of_category, read_pin, narrow.category, before,
                             before_id, from_of(narrow), phase_of(narrow), any_phase, limit);
    if (!anywhere)
        return reader.select(select_latest_of_territory, read_pin, narrow.territory, before,
                             before_id, from_of(narrow), phase_of(narrow), any_phase, limit);
    return reader.select(select_latest, read_pin, before, before_id, from_of(narrow),
                         phase_of(narrow), any_phase, limit);
}

std::vector<Pin> of_author(db::Reader& reader, PersonId author, int limit) {
    return reader.select(select_of_author, read_pin, author, limit);
}

std::vector<Pin> followed_by(db::Reader& reader, PersonId person, int limit) {
    return reader.select(select_followed, read_pin, person, limit);
}

std::vector<Pin> queue(db::Reader& reader, QueueAsk const& ask) {
    auto const until = ask.due_until.value_or(no_day);
    if (ask.assigned.value() != 0)
        return reader.select(select_queue_of_person, read_pin, ask.assigned, until, ask.limit,
                             ask.offset);
    if (ask.unit.value() != 0)
        return reader.select(select_queue_of_unit, read_pin, ask.body, ask.unit, until, ask.limit,
                             ask.offset);
    return reader.select(select_queue, read_pin, ask.body, until, ask.limit, ask.offset);
}

}  // namespace wasl::reports::store
