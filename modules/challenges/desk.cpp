// SPDX-License-Identifier: Apache-2.0
#include "modules/challenges/inside.hpp"
#include "modules/challenges/results_kept.hpp"
#include "modules/challenges/schema.hpp"

namespace wasl::challenges {

Desk::Desk(db::Database& database, directory::Desk const& directory, people::Desk const& people,
           notices::Outbox const& notices)
    : house_{database, directory, people, notices},
      kept_results_(std::make_shared<KeptResults>()) {}

std::vector<PersonId> Desk::coauthors(db::Reader& reader, PersonId person) const {
    return coauthors_ ? coauthors_(reader, person) : std::vector<PersonId>{};
}

Prize const* prize_of(std::span<Prize const> prizes, Award const& award) {
    for (auto const& one : prizes)
        if (one.id == award.prize) return &one;
    for (auto const& one : prizes)
        if (award.place > 0 && one.place == award.place) return &one;
    return nullptr;
}

std::span<db::SchemaStep const> schema_steps() { return schema; }

}  // namespace wasl::challenges
