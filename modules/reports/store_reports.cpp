// SPDX-License-Identifier: Apache-2.0
// The report's own row.
#include "modules/reports/store.hpp"
#include "modules/reports/store_columns.hpp"
#include "platform/db/joined.hpp"
#include "platform/i18n/i18n.hpp"

namespace wasl::reports::store {

static constexpr db::Sql insert_report{"reports.insert", R"sql(
    insert into reports (id, number, title, details, category, lat_e6, lon_e6, cell_20, cell_18,
        cell_16, cell_14, cell_12, place, territory, body, unit, assigned, phase, state, is_open,
        sight, is_public, author, author_name, name_shown, contact, language, channel,
        idempotency_key, filed_at, filed_on, due, level, closed_at, changed_at, duplicate_of,
        supporters, updates, photos, reopened, rating, priority, version, warned)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
        $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37,
        $38, $39, $40, $41, $42, $43, null)
)sql"};
static constexpr db::Sql update_report{"reports.update", R"sql(
    update reports set title = $1, details = $2, category = $3, territory = $4, body = $5,
        unit = $6, assigned = $7, phase = $8, state = $9, is_open = $10, sight = $11,
        is_public = $12, name_shown = $13, due = $14, level = $15, closed_at = $16,
        changed_at = $17, duplicate_of = $18, updates = $19, photos = $20, reopened = $21,
        rating = $22, priority = $23, version = $24
    where id = $25 and version = $26
)sql"};
static constexpr db::Piece report_columns = R"sql(
    select id, number, title, details, category, lat_e6, lon_e6, place, territory, body, unit,
        assigned, phase, state, sight, author, author_name, name_shown, contact, language, channel,
        filed_at, filed_on, due, level, closed_at, changed_at, duplicate_of, supporters, updates,
        photos, reopened, rating, priority, version)sql";
static constexpr db::Sql select_by_number{"reports.select_by_number",
                                          db::joined<report_columns, R"sql(
    from reports where number = $1
)sql">};
static constexpr db::Sql select_report_by_id{"reports.select_by_id",
                                             db::joined<report_columns, R"sql(
    from reports where id = $1
)sql">};
static constexpr db::Sql select_by_key{"reports.select_by_key", db::joined<report_columns, R"sql(
    from reports where idempotency_key = $1
)sql">};
// The version stays: whoever supports a report does not get in the way of those who work on it.
static constexpr db::Sql change_support{"reports.change_support", R"sql(
    update reports set supporters = supporters + $1, changed_at = $2 where id = $3
)sql"};
static constexpr db::Sql clear_contact{"reports.clear_contact",
                                       "update reports set contact = '', author_name = '' "
                                       "where id = $1"};

static constexpr db::Sql update_warned{"reports.set_warned",
                                       "update reports set warned = $1 where id = $2"};

static Report read_report(db::Row const& row) {
    Report one;
    one.id = row.id<ReportId>(0);
    one.number = row.str(1);
    one.title = row.str(2);
    one.details = row.str(3);
    one.category = row.str(4);
    one.place = point(row, 5);
    one.landmark = row.str(7);
    one.territory = row.id<TerritoryId>(8);
    one.body = row.id<AdministrationId>(9);
    one.unit = row.id<UnitId>(10);
    one.assigned = row.id<PersonId>(11);
    one.phase = known(phase_named(row.text(12)));
    one.state = row.str(13);
    one.sight = known(sight_named(row.text(14)));
    one.author = row.id<PersonId>(15);
    one.author_name = row.str(16);
    one.name_shown = row.flag(17);
    one.contact = row.str(18);
    one.language = known(i18n::language_named(row.text(19)));
    one.channel = row.str(20);
    one.filed_at = row.moment(21);
    one.filed_on = row.date(22);
    if (auto const due = row.date(23); due != no_day) one.due = due;
    one.level = static_cast<int>(row.number(24));
    one.closed_at = row.maybe_moment(25);
    one.changed_at = row.moment(26);
    one.duplicate_of = row.maybe_id<ReportId>(27);
    one.supporters = static_cast<int>(row.number(28));
    one.updates = static_cast<int>(row.number(29));
    one.photos = static_cast<int>(row.number(30));
    one.reopened = static_cast<int>(row.number(31));
    one.rating = static_cast<int>(row.number(32));
    one.priority = static_cast<int>(row.number(33));
    one.version = row.number(34);
    return one;
}

bool try_insert(db::Writer& writer, Report const& one, std::string_view key) {
    auto const idempotency = key.empty() ? std::nullopt : std::optional(std::string(key));
    return writer.try_execute(
        insert_report, one.id, one.number, one.title, one.details, one.category,
        millionths(one.place.lat), millionths(one.place.lon), geography::cell_of(one.place, 20),
        geography::cell_of(one.place, 18), geography::cell_of(one.place, 16),
        geography::cell_of(one.place, 14), geography::cell_of(one.place, 12), one.landmark,
        one.territory, one.body, one.unit, one.assigned, name_of(one.phase), one.state,
        one.is_open(), name_of(one.sight), one.is_public(), one.author, one.author_name,
        one.name_shown, one.contact, name_of(one.language), one.channel, idempotency, one.filed_at,
        one.filed_on, one.due.value_or(no_day), one.level, one.closed_at, one.changed_at,
        one.duplicate_of, one.supporters, one.updates, one.photos, one.reopened, one.rating,
        one.priority, one.version);
}

bool update(db::Writer& writer, Report const& one, std::int64_t known_version) {
    return writer.execute(update_report, one.title, one.details, one.category, one.territory,
                          one.body, one.unit, one.assigned, name_of(one.phase), one.state,
                          one.is_open(), name_of(one.sight), one.is_public(), one.name_shown,
                          one.due.value_or(no_day), one.level, one.closed_at, one.changed_at,
                          one.duplicate_of, one.updates, one.photos, one.reopened, one.rating,
                          one.priority, one.version, one.id, known_version) == 1;
}

std::optional<Report> by_number(db::Reader& reader, std::string_view number) {
    return reader.one(select_by_number, read_report, number);
}
std::optional<Report> by_id(db::Reader& reader, ReportId id) {
    return reader.one(select_report_by_id, read_report, id);
}
std::optional<Report> by_key(db::Reader& reader, std::string_view key) {
    return reader.one(select_by_key, read_report, key);
}

void add_support(db::Writer& writer, ReportId id, int change, Instant now) {
    writer.execute(change_support, change, now, id);
}

void forget_contact(db::Writer& writer, ReportId id) { writer.execute(clear_contact, id); }

void set_warned(db::Writer& writer, ReportId id, std::optional<int> days) {
    writer.execute(update_warned, days, id);
}

}  // namespace wasl::reports::store
