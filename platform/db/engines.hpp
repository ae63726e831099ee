// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "platform/db/db.hpp"

namespace wasl::db {

std::unique_ptr<Database> open_sqlite(std::string const& file, Settings const&);
std::unique_ptr<Database> open_postgres(Settings const&);

}  // namespace wasl::db
