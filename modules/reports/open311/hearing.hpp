// SPDX-License-Identifier: Apache-2.0
// What another server of GeoReport v2 answers, read from its XML, which the specification wants of
// every server. Nothing outside of the text is ever fetched, no entity is defined in it, and what
// has not the shape of an answer is none.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kernel/date.hpp"

namespace wasl::reports::open311 {

struct HeardRequest {
    std::string id, token, status, notes, description;
    std::optional<Instant> updated;
};
struct HeardUpdate {
    std::string id, request_id, status, description, media_url;
    std::optional<Instant> at;
};

// Nothing where the text is no such list; an empty list is one.
std::optional<std::vector<HeardRequest>> heard_requests(std::string_view xml);
std::optional<std::vector<HeardUpdate>> heard_updates(std::string_view xml);
// The descriptions of its errors in one line; nothing where it speaks of none.
std::optional<std::string> heard_errors(std::string_view xml);

// "application/x-www-form-urlencoded"
using Fields = std::vector<std::pair<std::string, std::string>>;
std::string form_text(Fields const&);

// Lines "our category = their service_code"; a category that no line names is called the same.
std::string their_code(std::string_view lines, std::string_view category);

}  // namespace wasl::reports::open311
