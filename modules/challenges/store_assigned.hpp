// SPDX-License-Identifier: Apache-2.0
// The rows of an assignment, kept alike for the reading before the shortlist and for the ballots.
// The statements are those of the table that is meant.
#pragma once

#include <span>
#include <vector>

#include "modules/challenges/store_jury.hpp"

namespace wasl::challenges::store {

inline void set_rows(db::Writer& writer, db::Sql const& remove, db::Sql const& insert,
                     EditionId edition, std::span<AssignedRow const> rows) {
    writer.execute(remove, edition);
    std::int64_t position = 0;
    for (auto const& row : rows) writer.execute(insert, edition, row.person, row.team, position++);
}
inline std::vector<AssignedRow> rows_of(db::Reader& reader, db::Sql const& select,
                                        EditionId edition) {
    return reader.select(
        select,
        [](db::Row const& row) { return AssignedRow{row.id<PersonId>(0), row.id<TeamId>(1)}; },
        edition);
}

}  // namespace wasl::challenges::store
