// SPDX-License-Identifier: Apache-2.0
// Clients, tokens and waiting pictures of GeoReport v2.
#include "modules/reports/georeport_store.hpp"
#include "modules/reports/store.hpp"

namespace wasl::reports::store {

namespace {

constexpr db::Sql insert_client{"reports.insert_client", R"sql(
    insert into report_clients (id, name, key_hash, body, vouches, per_hour, is_active, made_by,
        made_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
)sql"};
constexpr db::Sql select_clients{"reports.select_clients", R"sql(
    select id, name, body, vouches, per_hour, is_active, made_at from report_clients order by id
)sql"};
constexpr db::Sql select_client{"reports.select_client", R"sql(
    select id, name, body, vouches, per_hour, is_active, made_at from report_clients
    where key_hash = $1 and is_active = 1
)sql"};
constexpr db::Sql update_client{"reports.update_client", R"sql(
    update report_clients set is_active = $1 where id = $2
)sql"};
constexpr db::Sql upsert_hour{"reports.upsert_client_hour", R"sql(
    insert into report_client_hours (client, hour, calls) values ($1, $2, 1)
    on conflict (client, hour) do update set calls = report_client_hours.calls + 1
    returning calls
)sql"};
constexpr db::Sql delete_hours{"reports.delete_client_hours", R"sql(
    delete from report_client_hours where client = $1 and hour < $2
)sql"};
constexpr db::Sql insert_token_row{"reports.insert_token", R"sql(
    insert into report_tokens (token, report) values ($1, $2)
)sql"};
constexpr db::Sql select_token{"reports.select_token", R"sql(
    select report from report_tokens where token = $1
)sql"};
constexpr db::Sql select_by_source{"reports.select_update_by_source", R"sql(
    select id from report_updates where report = $1 and source = $2 and source <> ''
)sql"};
// Not before it was written anew (photos.hpp): what arrived may tell where it was taken.
constexpr db::Sql select_public_photo{"reports.select_public_photo", R"sql(
    select p.sha256 from report_photos p join reports r on r.id = p.report
    where p.id = $1 and p.is_hidden = 0 and r.is_public = 1
        and p.thumbnail <> '' and p.thumbnail <> p.sha256
)sql"};
constexpr db::Sql insert_waiting{"reports.insert_media_waiting", R"sql(
    insert into report_media_waiting (id, report, update_of, address, tries, due_at)
    values ($1, $2, $3, $4, 0, $5)
)sql"};
constexpr db::Sql select_waiting{"reports.select_media_waiting", R"sql(
    select id, report, update_of, address, tries from report_media_waiting
    where due_at <= $1 order by due_at, id limit $2
)sql"};
constexpr db::Sql update_waiting{"reports.update_media_waiting", R"sql(
    update report_media_waiting set tries = tries + 1, due_at = $1 where id = $2 and tries = $3
)sql"};
constexpr db::Sql delete_waiting{"reports.delete_media_waiting", R"sql(
    delete from report_media_waiting where id = $1
)sql"};

constexpr db::Sql update_photos{"reports.add_fetched_photo", R"sql(
    update reports set photos = photos + 1 where id = $1 and photos < $2 returning photos
)sql"};

constexpr std::int64_t hour_micros = 3'600'000'000;

Client read_client(db::Row const& row) {
    return {row.id<ClientId>(0),
            row.str(1),
            row.id<AdministrationId>(2),
            row.flag(3),
            static_cast<int>(row.number(4)),
            row.flag(5),
            row.moment(6)};
}

}  // namespace

void insert(db::Writer& writer, Client const& one, std::string_view key_hash, PersonId by) {
    writer.execute(insert_client, one.id, one.name, key_hash, one.body, one.vouches, one.per_hour,
                   one.is_active, by, one.made_at);
}
std::vector<Client> clients(db::Reader& reader) {
    return reader.select(select_clients, read_client);
}
std::optional<Client> client_by_key(db::Reader& reader, std::string_view key_hash) {
    return reader.one(select_client, read_client, key_hash);
}
bool set_client_active(db::Writer& writer, ClientId id, bool active) {
    return writer.execute(update_client, active, id) == 1;
}
std::int64_t count_call(db::Writer& writer, ClientId id, Instant now) {
    auto const hour = micros(now) / hour_micros;
    auto const calls =
        writer.one(upsert_hour, [](db::Row const& row) { return row.number(0); }, id, hour).value();
    if (calls == 1) writer.execute(delete_hours, id, hour);
    return calls;
}

void insert_token(db::Writer& writer, std::string_view token, ReportId report) {
    writer.execute(insert_token_row, token, report);
}
std::optional<ReportId> report_of_token(db::Reader& reader, std::string_view token) {
    return reader.one(select_token, [](db::Row const& row) { return row.id<ReportId>(0); }, token);
}

std::optional<UpdateId> update_by_source(db::Reader& reader, ReportId report,
                                         std::string_view source) {
    return reader.one(
        select_by_source, [](db::Row const& row) { return row.id<UpdateId>(0); }, report, source);
}
std::optional<std::string> public_photo(db::Reader& reader, PhotoId id) {
    return reader.one(select_public_photo, [](db::Row const& row) { return row.str(0); }, id);
}

void insert_media(db::Writer& writer, WaitingMedia const& one, Instant due) {
    writer.execute(insert_waiting, db::next_id(), one.report, one.update, one.address, due);
}
std::vector<WaitingMedia> waiting_media(db::Reader& reader, Instant now, int limit) {
    return reader.select(
        select_waiting,
        [](db::Row const& row) {
            return WaitingMedia{row.number(0), row.id<ReportId>(1), row.id<UpdateId>(2), row.str(3),
                                static_cast<int>(row.number(4))};
        },
        now, limit);
}
bool put_media_off(db::Writer& writer, WaitingMedia const& one, Instant due) {
    return writer.execute(update_waiting, due, one.id, one.tries) == 1;
}
void forget_media(db::Writer& writer, std::int64_t id) { writer.execute(delete_waiting, id); }

bool add_picture(db::Writer& writer, WaitingMedia const& one, std::string_view sha256, int most) {
    auto const count = writer.one(
        update_photos, [](db::Row const& row) { return static_cast<int>(row.number(0)); },
        one.report, most);
    if (!count) return false;
    Photo photo;
    photo.id = db::fresh<PhotoId>();
    photo.update = one.update;
    photo.sha256 = sha256;
    photo.position = *count - 1;
    insert_photo(writer, one.report, photo);
    return true;
}

}  // namespace wasl::reports::store
