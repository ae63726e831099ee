// SPDX-License-Identifier: Apache-2.0
#include "platform/db/engines.hpp"

namespace wasl::db {

std::unique_ptr<Database> open(Settings const& settings) {
    std::string_view const url = settings.url;
    constexpr std::string_view sqlite = "sqlite:";
    if (url.starts_with(sqlite))
        return open_sqlite(std::string(url.substr(sqlite.size())), settings);
    if (url.starts_with("postgresql://") || url.starts_with("postgres://"))
        return open_postgres(settings);
    throw Breakdown("the database's address must start with sqlite: or postgresql://");
}

}  // namespace wasl::db
