// SPDX-License-Identifier: Apache-2.0
#include "modules/challenges/inside.hpp"
#include "modules/challenges/schema.hpp"

namespace wasl::challenges {

Desk::Desk(db::Database& database, directory::Desk const& directory, people::Desk const& people,
           notices::Outbox const& notices)
    : house_{database, directory, people, notices} {}

std::span<db::SchemaStep const> schema_steps() { return schema; }

}  // namespace wasl::challenges
