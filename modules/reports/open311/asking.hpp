// SPDX-License-Identifier: Apache-2.0
// What a client asks of GeoReport v2, read from its parameters. Pure: an unknown name is ignored,
// an empty value is an absent one, and what cannot be read is refused with the status and the
// sentence that the specification wants. The sentences are English, the language of the protocol.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "kernel/date.hpp"
#include "kernel/geography.hpp"

namespace wasl::reports::open311 {

inline constexpr int requests_max = 1'000;  // in one answer
inline constexpr int page_size_default = 50;
inline constexpr int ids_max = 500;
inline constexpr std::size_t description_max = 4'000;  // signs, not bytes
inline constexpr Days span_max{90};

struct Fault {
    int status = 400;  // 404 unknown, 403 key, 400 everything else
    std::string description;
};
template<typename T>
using Read = std::variant<T, Fault>;

// The value of a parameter, empty where it is absent; the first where it is given twice.
using Parameters = std::vector<std::pair<std::string, std::string>>;
std::string_view parameter(Parameters const&, std::string_view name);

// GET requests. `ids` overrides all other arguments.
struct Wanted {
    std::vector<std::string> ids;
    std::vector<std::string> codes;
    std::optional<Instant> from, until;                  // requested, both included
    std::optional<Instant> updated_from, updated_until;  // changed
    bool open = true, closed = true;
    int limit = requests_max;
    int offset = 0;
    bool extensions = false;
};
// Without dates the last 90 days are meant; a span over 90 days is refused.
Read<Wanted> wanted(Parameters const&, Instant now);

// POST requests.
struct Answer {
    std::string code;
    std::vector<std::string> values;
};
struct Posted {
    std::string service_code;
    std::optional<geography::Point> place;
    std::string address, address_id;
    std::string description, email, phone, first_name, last_name, device_id, account_id;
    std::vector<std::string> media_urls;
    std::vector<Answer> answers;
    // By which the client knows it: said twice, it is one report.
    std::string reference;
    std::string title;  // of clients that have one beside the description
};
Read<Posted> posted(Parameters const&);

// lat and long alone, both of them.
Read<geography::Point> place(Parameters const&);

// GET servicerequestupdates: a half-open window of changes.
struct Window {
    Instant from{}, until{};
};
Read<Window> window(Parameters const&, Instant now);

// POST servicerequestupdates (mySociety's extension).
struct PostedUpdate {
    std::string update_id, request_id;
    std::string status;  // lower case
    Instant at{};
    std::string description, first_name, last_name, email, phone;
    std::vector<std::string> media_urls;
};
Read<PostedUpdate> posted_update(Parameters const&);

}  // namespace wasl::reports::open311
