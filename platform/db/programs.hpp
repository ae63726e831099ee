// SPDX-License-Identifier: Apache-2.0
// How PostgreSQL's own programs are led to a database.
#pragma once

#include <optional>
#include <string>

#include "platform/db/db.hpp"

namespace wasl::db {

struct ForPrograms {
    std::string address;                  // for the command line, which everybody may read
    std::optional<std::string> password;  // for the environment, as PGPASSWORD: only ours to read
};
ForPrograms for_programs(Settings const&);

}  // namespace wasl::db
