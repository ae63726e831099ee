// SPDX-License-Identifier: Apache-2.0
#include "platform/db/engines.hpp"

namespace wasl::db {

std::unique_ptr<Database> open_postgres(Settings const&) {
    throw Breakdown("PostgreSQL is not served yet");
}

}  // namespace wasl::db
