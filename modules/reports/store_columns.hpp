// SPDX-License-Identifier: Apache-2.0
// How the tables of reports hold what is neither a word nor a number.
#pragma once

#include <optional>

#include "kernel/geography.hpp"
#include "platform/db/db.hpp"
#include "platform/db/joined.hpp"

namespace wasl::reports::store {

// After every moment there is, and above every id.
inline constexpr std::int64_t never = std::int64_t{1} << 62;

using geography::millionths;

// What read_pin() reads.
inline constexpr db::Piece pin_columns = R"sql(
    select id, number, title, category, state, phase, lat_e6, lon_e6, territory, filed_at, due,
        supporters)sql";

// From the columns lat_e6 and lon_e6, which stand side by side.
inline geography::Point point(db::Row const& row, int column) {
    return {static_cast<double>(row.number(column)) / 1e6,
            static_cast<double>(row.number(column + 1)) / 1e6};
}

template<typename Value>
Value known(std::optional<Value> const& value) {
    check(value.has_value(), "the database holds only names that we wrote");
    return *value;
}

}  // namespace wasl::reports::store
