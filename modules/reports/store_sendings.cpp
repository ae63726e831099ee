// SPDX-License-Identifier: Apache-2.0
// Endpoints of bodies, and the reports on their way there.
#include "modules/reports/georeport_sending.hpp"
#include "platform/db/joined.hpp"

namespace wasl::reports::store {

namespace {

constexpr db::Sql insert_endpoint{"reports.insert_endpoint", R"sql(
    insert into report_endpoints (id, body, address, jurisdiction, api_key, codes, updates,
        is_active, heard_until, due_at, tries, why)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, 0, '')
)sql"};
constexpr db::Sql update_endpoint{"reports.update_endpoint", R"sql(
    update report_endpoints set address = $1, jurisdiction = $2, api_key = $3, codes = $4,
        updates = $5, is_active = $6, due_at = $7, tries = 0, failing_since = null, why = ''
    where id = $8
)sql"};
constexpr db::Piece whole_endpoints = R"sql(
    select id, body, address, jurisdiction, api_key, codes, updates, is_active, heard_until, tries,
        failing_since, why
    from report_endpoints)sql";
constexpr db::Sql select_endpoints{"reports.select_endpoints",
                                   db::joined<whole_endpoints, " order by id">};
constexpr db::Sql select_endpoint{"reports.select_endpoint",
                                  db::joined<whole_endpoints, " where id = $1">};
constexpr db::Sql lease_row{"reports.lease_endpoint", R"sql(
    update report_endpoints set due_at = $1
    where due_at <= $2 and is_active = 1 and id = (
        select id from report_endpoints where due_at <= $2 and is_active = 1
        order by due_at, id limit 1)
    returning id, body, address, jurisdiction, api_key, codes, updates, is_active, heard_until,
        tries, failing_since, why
)sql"};
constexpr db::Sql release_row{"reports.release_endpoint", R"sql(
    update report_endpoints set due_at = $1, tries = $2, failing_since = $3, why = $4,
        heard_until = $5
    where id = $6
)sql"};
constexpr db::Sql insert_missing{"reports.enlist_sendings", R"sql(
    insert into report_sendings (report, endpoint, state, remote, remote_state, told_until, tries,
        due_at, said_at, why)
    select r.id, $1, 'waiting', '', '', 0, 0, $2, 0, ''
    from reports r left join report_sendings s on s.report = r.id
    where r.body = $3 and r.is_open = 1 and r.is_public = 1 and s.report is null
    order by r.due, r.id limit $4
    on conflict (report) do nothing
)sql"};
constexpr db::Sql insert_own{"reports.insert_own_sending", R"sql(
    insert into report_sendings (report, endpoint, state, remote, remote_state, told_until, tries,
        due_at, said_at, why)
    values ($1, 0, 'own', '', '', 0, 0, 0, 0, '') on conflict (report) do nothing
)sql"};
constexpr db::Piece whole_sendings = R"sql(
    select s.report, s.endpoint, s.state, s.remote, s.remote_state, s.tries, s.said_at, s.why,
        r.number
    from report_sendings s join reports r on r.id = s.report)sql";
constexpr db::Sql select_due_sendings{"reports.select_due_sendings",
                                      db::joined<whole_sendings, R"sql(
    where s.endpoint = $1 and s.state = $2 and s.due_at <= $3
    order by s.due_at, s.report limit $4
)sql">};
constexpr db::Sql update_sending{"reports.update_sending", R"sql(
    update report_sendings set state = $1, remote = $2, remote_state = $3, tries = $4, due_at = $5,
        said_at = $6, why = $7
    where report = $8 and state = $9 and tries = $10
)sql"};
constexpr db::Sql delete_sending{"reports.delete_sending", R"sql(
    delete from report_sendings where report = $1
)sql"};
constexpr db::Sql select_sending{"reports.select_sending",
                                 db::joined<whole_sendings, " where s.report = $1">};
constexpr db::Sql select_by_remote{"reports.select_sending_by_remote",
                                   db::joined<whole_sendings, R"sql(
    where s.endpoint = $1 and s.remote = $2 and s.state = 'taken'
)sql">};
constexpr db::Sql select_stuck{"reports.select_stuck_sendings", db::joined<whole_sendings, R"sql(
        join report_endpoints e on e.id = s.endpoint
    where (s.state = 'stuck' or (s.state in ('waiting', 'unsure', 'token') and s.tries > 0
            and s.said_at <= $1) or (s.state = 'waiting' and e.failing_since <= $1))
        and ($2 = 0 or e.body = $2)
    order by s.report limit $3
)sql">};
constexpr db::Sql retry_row{"reports.retry_sending", R"sql(
    update report_sendings set state = case when said_at = 0 then 'waiting' else 'unsure' end,
        due_at = $1, tries = tries + 1
    where report = $2 and state in ('stuck', 'waiting', 'unsure') and endpoint in (
        select id from report_endpoints where body = $3)
)sql"};
constexpr db::Sql hurry_endpoint{"reports.hurry_endpoint", R"sql(
    update report_endpoints set due_at = $1 where body = $2 and due_at > $1
)sql"};
constexpr db::Sql select_untold{"reports.select_untold_updates", R"sql(
    select u.report, s.remote, u.id, u.at_moment, u.state, u.text
    from report_sendings s join report_updates u on u.report = s.report
    where s.endpoint = $1 and s.state = 'taken' and s.remote <> '' and u.id > s.told_until
        and u.source = '' and u.is_public = 1 and u.by_body = 0
        and u.action in ('comment', 'reopen', 'fix', 'withdraw')
    order by u.id limit $2
)sql"};
constexpr db::Sql update_told{"reports.update_told", R"sql(
    update report_sendings set told_until = $1 where report = $2 and told_until < $1
)sql"};
constexpr db::Sql insert_told{"reports.insert_told", R"sql(
    insert into report_told (endpoint, remote) values ($1, $2) on conflict do nothing
)sql"};
constexpr db::Sql select_told{"reports.select_told", R"sql(
    select count(*) from report_told where endpoint = $1 and remote = $2
)sql"};

Endpoint read_endpoint(db::Row const& row) {
    Endpoint one;
    one.id = row.id<EndpointId>(0);
    one.body = row.id<AdministrationId>(1);
    one.address = row.str(2);
    one.jurisdiction = row.str(3);
    one.api_key = row.str(4);
    one.codes = row.str(5);
    one.updates = row.flag(6);
    one.is_active = row.flag(7);
    one.heard_until = row.moment(8);
    one.tries = static_cast<int>(row.number(9));
    one.failing_since = row.maybe_moment(10);
    one.why = row.str(11);
    return one;
}

Sending read_sending(db::Row const& row) {
    Sending one;
    one.report = row.id<ReportId>(0);
    one.endpoint = row.id<EndpointId>(1);
    one.state = row.str(2);
    one.remote = row.str(3);
    one.remote_state = row.str(4);
    one.tries = static_cast<int>(row.number(5));
    one.said_at = row.moment(6);
    one.why = row.str(7);
    one.number = row.str(8);
    return one;
}

}  // namespace

void insert(db::Writer& writer, Endpoint const& one, Instant now) {
    writer.execute(insert_endpoint, one.id, one.body, one.address, one.jurisdiction, one.api_key,
                   one.codes, one.updates, one.is_active, now);
}
bool update(db::Writer& writer, Endpoint const& one, Instant now) {
    return writer.execute(update_endpoint, one.address, one.jurisdiction, one.api_key, one.codes,
                          one.updates, one.is_active, now, one.id) == 1;
}
std::vector<Endpoint> endpoints(db::Reader& reader) {
    return reader.select(select_endpoints, read_endpoint);
}
std::optional<Endpoint> endpoint(db::Reader& reader, EndpointId id) {
    return reader.one(select_endpoint, read_endpoint, id);
}
std::optional<Endpoint> lease_endpoint(db::Writer& writer, Instant now, Instant lease_until) {
    return writer.one(lease_row, read_endpoint, lease_until, now);
}
void release(db::Writer& writer, Endpoint const& one, Instant due) {
    writer.execute(release_row, due, one.tries, one.failing_since, one.why, one.heard_until,
                   one.id);
}

std::int64_t enlist(db::Writer& writer, Endpoint const& one, Instant now, int limit) {
    return writer.execute(insert_missing, one.id, now, one.body, limit);
}
void keep_own(db::Writer& writer, ReportId report) { writer.execute(insert_own, report); }
std::vector<Sending> due_sendings(db::Reader& reader, EndpointId id, std::string_view state,
                                  Instant now, int limit) {
    return reader.select(select_due_sendings, read_sending, id, state, now, limit);
}
bool set(db::Writer& writer, Sending const& known, Sending const& after, Instant due) {
    return writer.execute(update_sending, after.state, after.remote, after.remote_state,
                          after.tries, due, after.said_at, after.why, known.report, known.state,
                          known.tries) == 1;
}
void forget(db::Writer& writer, ReportId report) { writer.execute(delete_sending, report); }
std::optional<Sending> sending(db::Reader& reader, ReportId report) {
    return reader.one(select_sending, read_sending, report);
}
std::optional<Sending> sending_by_remote(db::Reader& reader, EndpointId id,
                                         std::string_view remote) {
    return reader.one(select_by_remote, read_sending, id, remote);
}
std::vector<Sending> stuck(db::Reader& reader, AdministrationId body, Instant since, int limit) {
    return reader.select(select_stuck, read_sending, since, body, limit);
}
bool retry(db::Writer& writer, ReportId report, AdministrationId body, Instant now) {
    if (writer.execute(retry_row, now, report, body) != 1) return false;
    writer.execute(hurry_endpoint, now, body);
    return true;
}

std::vector<Untold> untold(db::Reader& reader, EndpointId id, int limit) {
    return reader.select(
        select_untold,
        [](db::Row const& row) {
            return Untold{row.id<ReportId>(0), row.str(1), row.id<UpdateId>(2),
                          row.moment(3),       row.str(4), row.str(5)};
        },
        id, limit);
}
void set_told(db::Writer& writer, EndpointId id, Untold const& one,
              std::string_view remote_update) {
    writer.execute(update_told, one.update, one.report);
    if (!remote_update.empty()) writer.execute(insert_told, id, remote_update);
}
bool is_told(db::Reader& reader, EndpointId id, std::string_view remote_update) {
    return reader.count(select_told, id, remote_update) > 0;
}

}  // namespace wasl::reports::store
