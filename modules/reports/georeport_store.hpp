// SPDX-License-Identifier: Apache-2.0
// The SQL of GeoReport v2 as it is served: clients and their limits, tokens, lists
// (store_georeport), and of the endpoints that we speak to (store_sendings).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "modules/reports/open311/asking.hpp"
#include "modules/reports/report.hpp"
#include "platform/db/db.hpp"

namespace wasl::reports {

using ClientId = Id<struct ClientTag>;
struct Client {
    ClientId id{0};
    std::string name;
    AdministrationId body{0};
    bool vouches = false;
    int per_hour = 0;
    bool is_active = true;
    Instant made_at{};
};

namespace store {

void insert(db::Writer&, Client const&, std::string_view key_hash, PersonId by);
std::vector<Client> clients(db::Reader&);
std::optional<Client> client_by_key(db::Reader&, std::string_view key_hash);
bool set_client_active(db::Writer&, ClientId, bool active);
// How many calls this one is in its hour; older hours are forgotten.
std::int64_t count_call(db::Writer&, ClientId, Instant now);

void insert_token(db::Writer&, std::string_view token, ReportId);
std::optional<ReportId> report_of_token(db::Reader&, std::string_view token);

// A public report as the lists of the protocol show it.
struct Listed {
    ReportId id{0};
    std::string number, title, details, category, state, landmark;
    Phase phase = Phase::open;
    geography::Point place;
    TerritoryId territory{0};
    AdministrationId body{0};
    Instant filed_at{}, changed_at{};
    std::optional<Instant> closed_at;
    std::optional<Date> due;
    PhotoId photo{0};
    int updates = 0;
    std::string channel;
};
// Newest first; `wanted.ids` is not looked at. Body 0: of all.
std::vector<Listed> listed(db::Reader&, open311::Wanted const&, AdministrationId body);
std::optional<Listed> listed_by_number(db::Reader&, std::string_view number);

// A line of a public timeline.
struct ListedUpdate {
    UpdateId id{0};
    std::string number, state, action, text;
    Instant at{};
    PhotoId photo{0};
};
// From the window's start up to before its end, oldest first.
std::vector<ListedUpdate> listed_updates(db::Reader&, open311::Window const&, AdministrationId body,
                                         int limit);
std::vector<ListedUpdate> listed_updates_of(db::Reader&, ReportId);
std::optional<UpdateId> update_by_source(db::Reader&, ReportId, std::string_view source);
// The content of a picture that everybody may see.
std::optional<std::string> public_photo(db::Reader&, PhotoId);

struct WaitingMedia {
    std::int64_t id = 0;
    ReportId report{0};
    UpdateId update{0};
    std::string address;
    int tries = 0;
};
void insert_media(db::Writer&, WaitingMedia const&, Instant due);
std::vector<WaitingMedia> waiting_media(db::Reader&, Instant now, int limit);
// False where another has taken it meanwhile.
bool put_media_off(db::Writer&, WaitingMedia const&, Instant due);
void forget_media(db::Writer&, std::int64_t id);
// False where the report has as many as it may.
bool add_picture(db::Writer&, WaitingMedia const&, std::string_view sha256, int most);

}  // namespace store

}  // namespace wasl::reports
