// SPDX-License-Identifier: Apache-2.0
// A body's reports are sent to its own GeoReport v2 endpoint, and what becomes of them there is
// heard here. A report is said once: before the call it stands as `unsure`, and what stays so is
// looked for there before it is said again.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kernel/result.hpp"
#include "modules/reports/reports.hpp"
#include "platform/files/files.hpp"
#include "platform/jobs/jobs.hpp"

namespace wasl::reports {

using EndpointId = Id<struct EndpointTag>;
struct Endpoint {
    EndpointId id{0};
    AdministrationId body{0};
    std::string address;  // up to the slash before "requests.xml"
    std::string jurisdiction;
    std::string api_key;  // sealed
    std::string codes;    // see open311::their_code
    bool updates = false;
    bool is_active = true;
    Instant heard_until{};
    int tries = 0;
    std::optional<Instant> failing_since;
    std::string why;
};

struct Sending {
    ReportId report{0};
    EndpointId endpoint{0};
    std::string state = "waiting";
    std::string remote, remote_state;
    int tries = 0;
    Instant said_at{};
    std::string why;
    std::string number;  // of the report
};

namespace store {

void insert(db::Writer&, Endpoint const&, Instant now);
// What an administrator decides: all but what the job keeps.
bool update(db::Writer&, Endpoint const&, Instant now);
std::vector<Endpoint> endpoints(db::Reader&);
std::optional<Endpoint> endpoint(db::Reader&, EndpointId);
// Of those that are due the one that has waited longest; nobody else gets it before the lease ends.
std::optional<Endpoint> lease_endpoint(db::Writer&, Instant now, Instant lease_until);
void release(db::Writer&, Endpoint const&, Instant due);  // with tries, failing_since, why

// Open public reports of the body that have no row yet get one.
std::int64_t enlist(db::Writer&, Endpoint const&, Instant now, int limit);
// It came from the body's own system.
void keep_own(db::Writer&, ReportId);
std::vector<Sending> due_sendings(db::Reader&, EndpointId, std::string_view state, Instant now,
                                  int limit);
// False where another was faster, by the number of tries known.
bool set(db::Writer&, Sending const& known, Sending const& after, Instant due);
void forget(db::Writer&, ReportId);
std::optional<Sending> sending(db::Reader&, ReportId);
std::optional<Sending> sending_by_remote(db::Reader&, EndpointId, std::string_view remote);
// Stuck, or unsure and waiting for longer than that; of all bodies where it is 0.
std::vector<Sending> stuck(db::Reader&, AdministrationId body, Instant since, int limit);
bool retry(db::Writer&, ReportId, AdministrationId body, Instant now);

// Our own side's words that they have not taken yet, oldest first.
struct Untold {
    ReportId report{0};
    std::string remote;
    UpdateId update{0};
    Instant at{};
    std::string state, text;
};
std::vector<Untold> untold(db::Reader&, EndpointId, int limit);
void set_told(db::Writer&, EndpointId, Untold const&, std::string_view remote_update);
bool is_told(db::Reader&, EndpointId, std::string_view remote_update);

}  // namespace store

// The key of an endpoint, sealed under the server's key; nothing where it was sealed by another.
std::string seal_key(people::Desk const&, std::string_view api_key);
std::optional<std::string> unseal_key(people::Desk const&, std::string_view sealed);

class Sender {
public:
    struct Ways {
        std::string site;
        bool private_addresses = false;
        std::chrono::milliseconds patience{30'000};
    };
    Sender(db::Database& database, Desk const& desk, Ways ways)
        : database_(database), desk_(desk), ways_(std::move(ways)) {}

    // All endpoints that are due; how many were served.
    int run(Instant now) const;
    jobs::Job job() const;
    Ways const& ways() const { return ways_; }

private:
    db::Database& database_;
    Desk const& desk_;
    Ways ways_;
};

// "reports.media": pictures of which clients gave only the address.
jobs::Job georeport_media_job(files::Store&, Sender::Ways);

}  // namespace wasl::reports
