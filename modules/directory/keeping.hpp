// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/json.hpp>

#include "modules/directory/directory.hpp"

namespace wasl::directory {

// Every change of the directory is an entry of a chain: of the administration it is about, or 0.
void enter(db::Writer&, std::int64_t chain, std::string_view kind, std::string_view subject,
           PersonId actor, boost::json::object const& facts, Instant now);

}  // namespace wasl::directory
