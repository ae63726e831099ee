// SPDX-License-Identifier: Apache-2.0
#include "modules/reports/store_alerts.hpp"

#include "modules/reports/store_columns.hpp"
#include "platform/db/joined.hpp"
#include "platform/i18n/i18n.hpp"

namespace wasl::reports::store {

static constexpr db::Sql insert_alert{"reports.insert_alert", R"sql(
    insert into report_alerts (id, person, address, language, territory, category, metres, lat_e6,
        lon_e6, every_days, is_confirmed, made_at, told_until, due_at, place_name)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
)sql"};
static constexpr db::Piece whole_alerts = R"sql(
    select id, person, address, language, territory, category, metres, lat_e6, lon_e6, every_days,
        is_confirmed, made_at, told_until, due_at, place_name
    from report_alerts where )sql";
static constexpr db::Sql select_alert{"reports.select_alert", db::joined<whole_alerts, "id = $1">};
static constexpr db::Sql select_of_person{
    "reports.select_alerts_of_person",
    db::joined<whole_alerts, "person = $1 and person > 0 order by id">};
static constexpr db::Sql select_of_address{
    "reports.select_alerts_of_address",
    db::joined<whole_alerts, "address = $1 and address <> '' order by id">};
static constexpr db::Sql select_due_alerts{
    "reports.select_alerts_due",
    db::joined<whole_alerts, "is_confirmed = 1 and due_at <= $1 order by due_at, id limit $2">};
static constexpr db::Sql confirm_alert{"reports.confirm_alert", R"sql(
    update report_alerts set is_confirmed = 1, told_until = $1, due_at = $2 where id = $3
)sql"};
static constexpr db::Sql tell_alert{"reports.tell_alert", R"sql(
    update report_alerts set told_until = $1, due_at = $2 where id = $3 and told_until = $4
)sql"};
static constexpr db::Sql delete_alert{"reports.delete_alert",
                                      "delete from report_alerts where id = $1"};
static constexpr db::Sql delete_of_address{
    "reports.delete_alerts_of_address",
    "delete from report_alerts where address = $1 and address <> ''"};
static constexpr db::Sql delete_unconfirmed{
    "reports.delete_unconfirmed_alerts",
    "delete from report_alerts where is_confirmed = 0 and made_at < $1"};
static constexpr db::Sql insert_news{"reports.insert_news", R"sql(
    insert into report_news (report, published_at) values ($1, $2)
    on conflict (report) do nothing
)sql"};
static constexpr db::Sql delete_news{"reports.delete_news",
                                     "delete from report_news where published_at < $1"};
static constexpr db::Sql select_news{"reports.select_news", R"sql(
    select r.id, r.number, r.title, r.category, r.state, r.phase, r.lat_e6, r.lon_e6, r.territory,
        r.filed_at, r.due, r.supporters, r.author, n.published_at
    from report_news n join reports r on r.id = n.report
    where n.published_at > $1 and n.published_at <= $2 and r.is_public = 1
    order by n.published_at desc, n.report desc limit $3
)sql"};

static Alert read_alert(db::Row const& row) {
    Alert one;
    one.id = row.id<AlertId>(0);
    one.person = row.id<PersonId>(1);
    one.address = row.str(2);
    one.language = i18n::language_named(row.text(3)).value_or(Language::ar);
    one.territory = row.id<TerritoryId>(4);
    one.category = row.str(5);
    one.metres = static_cast<int>(row.number(6));
    one.place = point(row, 7);
    one.every_days = static_cast<int>(row.number(9));
    one.is_confirmed = row.flag(10);
    one.made_at = row.moment(11);
    one.told_until = row.moment(12);
    one.due_at = row.moment(13);
    one.place_name = row.str(14);
    return one;
}

void insert(db::Writer& writer, Alert const& one) {
    writer.execute(insert_alert, one.id, one.person, one.address, name_of(one.language),
                   one.territory, one.category, one.metres, millionths(one.place.lat),
                   millionths(one.place.lon), one.every_days, one.is_confirmed, one.made_at,
                   one.told_until, one.due_at, one.place_name);
}
std::optional<Alert> alert(db::Reader& reader, AlertId id) {
    return reader.one(select_alert, read_alert, id);
}
void confirm(db::Writer& writer, Alert const& one) {
    writer.execute(confirm_alert, one.told_until, one.due_at, one.id);
}
void remove(db::Writer& writer, AlertId id) { writer.execute(delete_alert, id); }
void remove_of_address(db::Writer& writer, std::string_view address) {
    writer.execute(delete_of_address, address);
}
std::vector<Alert> alerts_of_person(db::Reader& reader, PersonId person) {
    return reader.select(select_of_person, read_alert, person);
}
std::vector<Alert> alerts_of_address(db::Reader& reader, std::string_view address) {
    return reader.select(select_of_address, read_alert, address);
}
void forget_unconfirmed_alerts(db::Writer& writer, Instant made_before) {
    writer.execute(delete_unconfirmed, made_before);
}

std::vector<Alert> alerts_due(db::Reader& reader, Instant now, int limit) {
    return reader.select(select_due_alerts, read_alert, now, limit);
}
bool tell(db::Writer& writer, Alert const& one, Instant told_until, Instant due_at) {
    return writer.execute(tell_alert, told_until, due_at, one.id, one.told_until) == 1;
}

void publish(db::Writer& writer, ReportId report, Instant now) {
    writer.execute(insert_news, report, now);
}
void forget_news(db::Writer& writer, Instant published_before) {
    writer.execute(delete_news, published_before);
}
std::vector<News> news(db::Reader& reader, Instant after, Instant until, int limit) {
    return reader.select(
        select_news,
        [](db::Row const& row) {
            return News{read_pin(row), row.id<PersonId>(12), row.moment(13)};
        },
        after, until, limit);
}

}  // namespace wasl::reports::store
