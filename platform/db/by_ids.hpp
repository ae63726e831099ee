// SPDX-License-Identifier: Apache-2.0
// Rows whose ids are known already, many in one question: a question of its own for each costs as
// much again as its row on SQLite, and a journey to the server on PostgreSQL.
//
//   constexpr db::Sql select_pins{"reports.select_pins", db::joined<db::wanted_ids, R"sql(
//       select id, number from reports join wanted on id = wanted_id)sql">};
//   auto const pins = db::read_by_ids(reader, select_pins, read_pin, std::span(ids));
#pragma once

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "platform/db/db.hpp"
#include "platform/db/joined.hpp"

namespace wasl::db {

inline constexpr std::size_t ids_at_once = 32;

// Before a `select` that joins `wanted` by its wanted_id.
inline constexpr Piece wanted_ids = R"sql(
    with wanted (wanted_id) as (values
        ($1), ($2), ($3), ($4), ($5), ($6), ($7), ($8),
        ($9), ($10), ($11), ($12), ($13), ($14), ($15), ($16),
        ($17), ($18), ($19), ($20), ($21), ($22), ($23), ($24),
        ($25), ($26), ($27), ($28), ($29), ($30), ($31), ($32)))sql";

// As read_by_ids, where the key of an index says more than the id: `parts_of` a wanted one are the
// values of one row of `wanted`, and its id is one of them.
template<std::size_t parts, typename Read, typename Wanted, typename PartsOf, typename IdOf>
auto read_by_keys(Reader& reader, Sql const& sql, Read read, std::span<Wanted const> wanted,
                  PartsOf parts_of, IdOf id_of) {
    using Found = std::invoke_result_t<Read, Row const&>;
    using Ident = std::remove_cvref_t<std::invoke_result_t<IdOf, Wanted const&>>;
    std::vector<Found> found;
    found.reserve(wanted.size());
    while (!wanted.empty()) {
        auto const some = wanted.first(std::min(wanted.size(), ids_at_once));
        std::array<Cell, ids_at_once * parts> cells;
        cells.fill(cell(0));
        for (auto* at = cells.begin(); auto const& one : some)
            at = std::ranges::copy(parts_of(one), at).out;
        std::array<std::optional<Found>, ids_at_once> rows;
        reader.run(sql, cells, [&](Row const& row) {
            auto const place = std::ranges::find(some, row.id<Ident>(0), id_of);
            rows[static_cast<std::size_t>(place - some.begin())] = read(row);
        });
        for (auto& row : rows)
            if (row) found.push_back(std::move(*row));
        wanted = wanted.subspan(some.size());
    }
    return found;
}

// The rows that are there, in the order of `ids`, which differ. The statement's first column is the
// id, and no row has the id 0.
template<typename Read, typename Ident>
auto read_by_ids(Reader& reader, Sql const& sql, Read read, std::span<Ident const> ids) {
    return read_by_keys<1>(
        reader, sql, read, ids, [](Ident id) { return std::array{cell(id)}; }, std::identity());
}

}  // namespace wasl::db
