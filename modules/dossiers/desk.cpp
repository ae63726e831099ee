// SPDX-License-Identifier: Apache-2.0
#include "modules/dossiers/dossiers.hpp"
#include "modules/dossiers/schema.hpp"

namespace wasl::dossiers {

Desk::Desk(db::Database& database, directory::Desk const& directory, people::Desk const& people,
           procedures::Desk const& procedures, notices::Outbox const& notices)
    : house_{database, directory, people, procedures, notices} {}

std::span<db::SchemaStep const> schema_steps() { return schema; }

}  // namespace wasl::dossiers
