// SPDX-License-Identifier: Apache-2.0
#include "platform/jobs/lease.hpp"

namespace wasl::jobs {
namespace {

constexpr db::Sql add_known{"jobs.add_known",
                            "insert into job_leases (name, due, owner, leased_until, failures) "
                            "values ($1, $2, 0, 0, 0) on conflict (name) do nothing"};
constexpr db::Sql due_now{
    "jobs.due_now",
    "select name from job_leases where leased_until <= $1 and due <= $1 order by due, name"};
constexpr db::Sql take_lease{"jobs.take_lease",
                             "update job_leases set owner = $1, leased_until = $2 "
                             "where name = $3 and leased_until <= $4 and due <= $4 "
                             "returning failures"};
constexpr db::Sql renew_lease{
    "jobs.renew_lease",
    "update job_leases set leased_until = $1 where name = $2 and owner = $3 and leased_until > 0"};
constexpr db::Sql end_lease{"jobs.end_lease",
                            "update job_leases set leased_until = 0, failures = $1, due = $2 "
                            "where name = $3 and owner = $4"};

// 10 s, 20 s, 40 s ... one hour.
std::chrono::seconds wait_after(std::int64_t failures) {
    constexpr std::chrono::seconds longest = std::chrono::hours(1);
    constexpr std::int64_t doublings_max = 9;
    auto const doublings = std::min(failures - 1, doublings_max);
    return std::min(std::chrono::seconds(10) * (std::int64_t{1} << doublings), longest);
}

}  // namespace

void make_known(db::Database& database, std::vector<std::string> const& names, Instant now) {
    database.commit([&](db::Writer& writer) {
        for (auto const& name : names) writer.execute(add_known, name, now);
        return true;
    });
}

std::vector<std::string> due_names(db::Database& database, Instant now) {
    return database.read([&](db::Reader& reader) {
        return reader.select(due_now, [](db::Row const& row) { return row.str(0); }, now);
    });
}

std::optional<Lease> take(db::Database& database, std::string_view name, std::int64_t owner,
                          Instant now) {
    std::optional<Lease> lease;
    database.commit([&](db::Writer& writer) {
        lease = writer.one(
            take_lease, [&](db::Row const& row) { return Lease{name, owner, row.number(0)}; },
            owner, now + lease_length, name, now);
        return true;
    });
    return lease;
}

bool renew(db::Database& database, Lease const& lease, Instant now) {
    bool kept = false;
    database.commit([&](db::Writer& writer) {
        kept = writer.execute(renew_lease, now + lease_length, lease.name, lease.owner) == 1;
        return true;
    });
    return kept;
}

void give_back(db::Database& database, Lease const& lease, bool succeeded,
               std::chrono::seconds every, Instant now) {
    auto const failures = succeeded ? 0 : lease.failures + 1;
    auto const due = now + (succeeded ? every : wait_after(failures));
    database.commit([&](db::Writer& writer) {
        writer.execute(end_lease, failures, due, lease.name, lease.owner);
        return true;
    });
}

}  // namespace wasl::jobs
