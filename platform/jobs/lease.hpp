// SPDX-License-Identifier: Apache-2.0
// The lease table: who runs what, and when it is due again.
#pragma once

#include <string_view>
#include <vector>

#include "platform/db/db.hpp"

namespace wasl::jobs {

// A lease that is not renewed by then is taken for that of a dead node.
constexpr std::chrono::minutes lease_length{10};

struct Lease {
    std::string_view name;
    std::int64_t owner;
    std::int64_t failures;
};

// Rows for jobs that are new here, due at once.
void make_known(db::Database&, std::vector<std::string> const& names, Instant now);
std::vector<std::string> due_names(db::Database&, Instant now);
// Nothing where somebody else was first.
std::optional<Lease> take(db::Database&, std::string_view name, std::int64_t owner, Instant now);
// A job under way is alive. False where the lease was lost: it ran out and another took it.
bool renew(db::Database&, Lease const&, Instant now);
// After success and after failure; without effect where the lease was lost in between.
void give_back(db::Database&, Lease const&, bool succeeded, std::chrono::seconds every,
               Instant now);

}  // namespace wasl::jobs
