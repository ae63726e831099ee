// SPDX-License-Identifier: Apache-2.0
// A map of a place where little lies: all of it is read in one question, row by row of the cells
// that the box touches, from the index of the finest cells, which holds what a pin shows. Where
// these rows are too many, those of wider cells say which pins to read from it.
#include <algorithm>
#include <array>
#include <span>
#include <tuple>

#include "modules/reports/store.hpp"
#include "modules/reports/store_columns.hpp"

namespace wasl::reports::store {

namespace {

// The lowest row's first and last cell, from one row to the next, and where the highest begins.
constexpr db::Piece rows_of_cells = R"sql(
    with recursive cell_rows (first_cell, last_cell) as (
        select cast($1 as bigint), cast($2 as bigint)
        union all
        select first_cell + $3, last_cell + $3 from cell_rows where first_cell < $4))sql";
// A report beside the box counts as read, and is told by the last column.
constexpr db::Piece which_fit = R"sql(,
        case when lat_e6 >= $5 and lat_e6 <= $6 and lon_e6 >= $7 and lon_e6 <= $8
            and (category = $9 or $10 = 1) and (phase = $11 or $12 = 1)
            and filed_at >= $13 and filed_at <= $14
            then 1 else 0 end)sql";
constexpr db::Piece keys = "\n    select id, lat_e6, lon_e6, filed_at";
constexpr db::Piece of_rows = R"sql(
    from cell_rows cross join reports
    where is_public = 1 and )sql";
constexpr db::Piece at_most = "\n    limit $15\n";
constexpr db::Sql pins_20{"reports.few_pins",
                          db::joined<rows_of_cells, pin_columns, which_fit, of_rows,
                                     "cell_20 >= first_cell and cell_20 <= last_cell", at_most>};
constexpr db::Sql keys_18{"reports.few_keys_18",
                          db::joined<rows_of_cells, keys, which_fit, of_rows,
                                     "cell_18 >= first_cell and cell_18 <= last_cell", at_most>};
constexpr db::Sql keys_16{"reports.few_keys_16",
                          db::joined<rows_of_cells, keys, which_fit, of_rows,
                                     "cell_16 >= first_cell and cell_16 <= last_cell", at_most>};
constexpr db::Sql keys_14{"reports.few_keys_14",
                          db::joined<rows_of_cells, keys, which_fit, of_rows,
                                     "cell_14 >= first_cell and cell_14 <= last_cell", at_most>};

struct Fineness {
    int level;
    db::Sql const& sql;
    std::size_t rows_max;
};
// A row costs what a few reports cost that lie beside the box in wider cells.
constexpr int finest = 20;
constexpr std::array<Fineness, 4> finest_first = {
    {{finest, pins_20, 100}, {18, keys_18, 24}, {16, keys_16, 24}, {14, keys_14, 24}}};
constexpr int few_max = 500;
// Of the middle eighth of the rows: where that holds more, all of it is not few.
constexpr int middle_max = 100;

bool earlier(Pin const& one, Pin const& other) {
    return std::tie(one.filed_at, one.id) < std::tie(other.filed_at, other.id);
}

// What fits of these rows, unordered; nothing if more was read than is few.
template<typename Read>
auto read_rows(db::Reader& reader, Fineness const& fineness,
               std::span<geography::CellRun const> rows, geography::Box const& box,
               Narrow const& narrow, int fits_at, Read read) {
    using Found = std::vector<std::invoke_result_t<Read, db::Row const&>>;
    Found found;
    auto const step = rows.size() > 1 ? rows[1].first - rows[0].first : 1;
    auto const phase = narrow.phase ? name_of(*narrow.phase) : std::string_view();
    int left = few_max;
    auto const are_few = [&](std::span<geography::CellRun const> some, int most) {
        if (some.empty()) return true;
        int count = 0;
        reader.each(
            fineness.sql,
            [&](db::Row const& row) {
                ++count;
                if (row.flag(fits_at)) found.push_back(read(row));
            },
            some.front().first, some.front().last, step, some.back().first, millionths(box.south),
            millionths(box.north), millionths(box.west), millionths(box.east), narrow.category,
            narrow.category.empty(), phase, !narrow.phase.has_value(),
            narrow.from ? micros(*narrow.from) : 0, narrow.until ? micros(*narrow.until) : never,
            most);
        left -= count;
        return count < most;
    };
    auto const middle = rows.size() / 2, beyond = middle + rows.size() / 8 + 1;
    bool const all = are_few(rows.subspan(middle, beyond - middle), middle_max) &&
                     are_few(rows.first(middle), left) && are_few(rows.subspan(beyond), left);
    return all ? std::optional<Found>(std::move(found)) : std::nullopt;
}

std::optional<std::vector<Pin>> read_box(db::Reader& reader, geography::Box const& box,
                                         Narrow const& narrow) {
    for (auto const& fineness : finest_first) {
        auto const rows = geography::cells_of(box, fineness.level);
        if (rows.size() > fineness.rows_max) continue;
        if (fineness.level == finest)
            return read_rows(reader, fineness, rows, box, narrow, 12, read_pin);
        auto const keys = read_rows(reader, fineness, rows, box, narrow, 4, [](db::Row const& row) {
            return PinKey{geography::cell_of(point(row, 1), finest), row.number(3),
                          row.id<ReportId>(0)};
        });
        if (!keys) return std::nullopt;
        return pins_of_cells(reader, *keys);
    }
    return std::nullopt;
}

}  // namespace

std::optional<std::vector<Pin>> few_in(db::Reader& reader, geography::Box const& box,
                                       Narrow const& narrow, int limit) {
    auto found = read_box(reader, box, narrow);
    if (!found) return found;
    if (narrow.territory.value() != 0)
        std::erase_if(*found, [&](Pin const& pin) { return pin.territory != narrow.territory; });
    std::ranges::sort(*found, [](Pin const& one, Pin const& other) { return earlier(other, one); });
    if (found->size() > static_cast<std::size_t>(limit))
        found->resize(static_cast<std::size_t>(limit));
    return found;
}

}  // namespace wasl::reports::store
