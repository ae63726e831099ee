// SPDX-License-Identifier: Apache-2.0
// The lists of GeoReport v2. Everybody reads them: each statement says is_public = 1.
#include "modules/reports/georeport_store.hpp"
#include "modules/reports/store.hpp"
#include "modules/reports/store_columns.hpp"
#include "platform/db/by_ids.hpp"
#include "platform/db/joined.hpp"

namespace wasl::reports::store {

namespace {

constexpr db::Piece listed_columns = R"sql(
    select id, number, title, details, category, state, place, phase, lat_e6, lon_e6, territory,
        body, filed_at, changed_at, closed_at, due, updates,
        case when photos > 0 then (select min(p.id) from report_photos p
            where p.report = r.id and p.update_of = 0 and p.is_hidden = 0) end, channel
    from reports r)sql";
// Nothing but the time of filing narrows it: what is leafed over is read from an index alone.
constexpr db::Sql ids_by_filing{"reports.georeport_ids_by_filing", R"sql(
    select id from reports
    where is_public = 1 and filed_at >= $1 and filed_at <= $2
    order by filed_at desc, id desc limit $3 offset $4
)sql"};
constexpr db::Sql select_listed_by_id{"reports.georeport_by_id",
                                      db::joined<db::wanted_ids, listed_columns, R"sql(
    join wanted on r.id = wanted_id
)sql">};
constexpr db::Sql select_by_filing{"reports.georeport_by_filing", db::joined<listed_columns, R"sql(
    where is_public = 1 and filed_at >= $1 and filed_at <= $2
        and changed_at >= $3 and changed_at <= $4
        and ((is_open = 1 and $5 = 1) or (is_open = 0 and $6 = 1))
    order by filed_at desc, id desc limit $7 offset $8
)sql">};
constexpr db::Sql select_listed_of_category{"reports.georeport_of_category",
                                            db::joined<listed_columns, R"sql(
    where is_public = 1 and category = $1 and filed_at >= $2 and filed_at <= $3
        and changed_at >= $4 and changed_at <= $5
        and ((is_open = 1 and $6 = 1) or (is_open = 0 and $7 = 1))
        and ($8 = 0 or body = $8)
    order by filed_at desc, id desc limit $9 offset $10
)sql">};
constexpr db::Sql select_of_body{"reports.georeport_of_body", db::joined<listed_columns, R"sql(
    where is_public = 1 and body = $1 and filed_at >= $2 and filed_at <= $3
        and changed_at >= $4 and changed_at <= $5
        and ((is_open = 1 and $6 = 1) or (is_open = 0 and $7 = 1))
    order by filed_at desc, id desc limit $8 offset $9
)sql">};
// A list of codes is written ",a,b,": a category is among them where taking it out leaves less.
constexpr db::Sql select_of_categories{"reports.georeport_of_categories",
                                       db::joined<listed_columns, R"sql(
    where is_public = 1 and filed_at >= $1 and filed_at <= $2
        and changed_at >= $3 and changed_at <= $4
        and ((is_open = 1 and $5 = 1) or (is_open = 0 and $6 = 1))
        and replace($7, ',' || category || ',', '') <> $7
        and ($8 = 0 or body = $8)
    order by filed_at desc, id desc limit $9 offset $10
)sql">};
constexpr db::Sql select_by_change{"reports.georeport_by_change", db::joined<listed_columns, R"sql(
    where is_public = 1 and filed_at >= $1 and filed_at <= $2
        and changed_at >= $3 and changed_at <= $4
        and ((is_open = 1 and $5 = 1) or (is_open = 0 and $6 = 1))
        and ($7 = '' or replace($7, ',' || category || ',', '') <> $7)
        and ($8 = 0 or body = $8)
    order by changed_at desc, id desc limit $9 offset $10
)sql">};
constexpr db::Sql select_one{"reports.georeport_one",
                             db::joined<listed_columns, R"sql( where is_public = 1 and number = $1
)sql">};
constexpr db::Piece public_updates = R"sql(
    select u.id, r.number, u.state, u.action, u.text, u.at_moment,
        case when r.photos > 0 then (select min(p.id) from report_photos p
            where p.report = r.id and p.update_of = u.id and p.is_hidden = 0) end
    from report_updates u join reports r on r.id = u.report
    where u.is_public = 1 and r.is_public = 1)sql";
constexpr db::Sql select_window{
    "reports.georeport_updates",
    db::joined<public_updates, R"sql( and u.at_moment >= $1 and u.at_moment < $2
        and ($3 = 0 or r.body = $3)
    order by u.at_moment, u.id limit $4
)sql">};
constexpr db::Sql select_of_report{"reports.georeport_updates_of",
                                   db::joined<public_updates, R"sql( and u.report = $1 order by u.id
)sql">};

Listed read_listed(db::Row const& row) {
    Listed one;
    one.id = row.id<ReportId>(0);
    one.number = row.str(1);
    one.title = row.str(2);
    one.details = row.str(3);
    one.category = row.str(4);
    one.state = row.str(5);
    one.landmark = row.str(6);
    one.phase = phase_named(row.text(7)).value_or(Phase::open);
    one.place = point(row, 8);
    one.territory = row.id<TerritoryId>(10);
    one.body = row.id<AdministrationId>(11);
    one.filed_at = row.moment(12);
    one.changed_at = row.moment(13);
    one.closed_at = row.maybe_moment(14);
    if (auto const due = row.date(15); due != no_day) one.due = due;
    one.updates = static_cast<int>(row.number(16));
    one.photo = row.maybe_id<PhotoId>(17).value_or(PhotoId{0});
    one.channel = row.str(18);
    return one;
}

ListedUpdate read_update(db::Row const& row) {
    return {row.id<UpdateId>(0),
            row.str(1),
            row.str(2),
            row.str(3),
            row.str(4),
            row.moment(5),
            row.maybe_id<PhotoId>(6).value_or(PhotoId{0})};
}

std::string between_commas(std::vector<std::string> const& codes) {
    std::string out;
    for (auto const& one : codes) out += (out.empty() ? "," : "") + one + ",";
    return out;
}

// A second is the finest that the protocol can say: what happened within it belongs to it.
struct Bounds {
    std::int64_t from, until, changed_from, changed_until;

    explicit Bounds(open311::Wanted const& wanted)
        : from(first(wanted.from)),
          until(last(wanted.until)),
          changed_from(first(wanted.updated_from)),
          changed_until(last(wanted.updated_until)) {}

private:
    static std::int64_t first(std::optional<Instant> const& moment) {
        return moment ? micros(*moment) : 0;
    }
    static std::int64_t last(std::optional<Instant> const& moment) {
        return moment ? micros(*moment) + 999'999 : never;
    }
};

}  // namespace

std::vector<Listed> listed(db::Reader& reader, open311::Wanted const& wanted,
                           AdministrationId body) {
    Bounds const bounds(wanted);
    if (wanted.updated_from || wanted.updated_until)
        return reader.select(select_by_change, read_listed, bounds.from, bounds.until,
                             bounds.changed_from, bounds.changed_until, wanted.open, wanted.closed,
                             between_commas(wanted.codes), body, wanted.limit, wanted.offset);
    if (wanted.codes.size() == 1)
        return reader.select(select_listed_of_category, read_listed, wanted.codes.front(),
                             bounds.from, bounds.until, bounds.changed_from, bounds.changed_until,
                             wanted.open, wanted.closed, body, wanted.limit, wanted.offset);
    if (!wanted.codes.empty())
        return reader.select(select_of_categories, read_listed, bounds.from, bounds.until,
                             bounds.changed_from, bounds.changed_until, wanted.open, wanted.closed,
                             between_commas(wanted.codes), body, wanted.limit, wanted.offset);
    if (body.value() != 0)
        return reader.select(select_of_body, read_listed, body, bounds.from, bounds.until,
                             bounds.changed_from, bounds.changed_until, wanted.open, wanted.closed,
                             wanted.limit, wanted.offset);
    if (wanted.open && wanted.closed)
        return db::read_by_ids(
            reader, select_listed_by_id, read_listed,
            std::span<ReportId const>(reader.select(
                ids_by_filing, [](db::Row const& row) { return row.id<ReportId>(0); }, bounds.from,
                bounds.until, wanted.limit, wanted.offset)));
    return reader.select(select_by_filing, read_listed, bounds.from, bounds.until,
                         bounds.changed_from, bounds.changed_until, wanted.open, wanted.closed,
                         wanted.limit, wanted.offset);
}

std::optional<Listed> listed_by_number(db::Reader& reader, std::string_view number) {
    return reader.one(select_one, read_listed, number);
}

std::vector<ListedUpdate> listed_updates(db::Reader& reader, open311::Window const& window,
                                         AdministrationId body, int limit) {
    return reader.select(select_window, read_update, window.from, window.until, body, limit);
}
std::vector<ListedUpdate> listed_updates_of(db::Reader& reader, ReportId report) {
    return reader.select(select_of_report, read_update, report);
}

}  // namespace wasl::reports::store
