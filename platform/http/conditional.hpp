// SPDX-License-Identifier: Apache-2.0
// If-None-Match, If-Range and Range (RFC 9110), for one range; several are answered whole.
#pragma once

#include <cstdint>
#include <ctime>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "platform/http/message.hpp"
#include "platform/http/outgoing.hpp"

namespace wasl::http {

// Weak comparison with any of a list.
bool matches(std::string_view if_none_match, std::string_view etag);

struct Span {
    std::int64_t from = 0;
    std::int64_t size = 0;
};
// Sets status 206 or 416 and the headers that go with it.
Span range_for(Request const&, Response&, std::string_view etag, std::time_t changed,
               std::int64_t size);

struct Opened {
    File file;
    std::int64_t size;
    std::time_t changed;
    std::string etag;
};
std::optional<Opened> open_to_send(std::filesystem::path const&);  // regular files only
Response last_resort_for_file();

}  // namespace wasl::http
