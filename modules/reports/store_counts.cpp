// SPDX-License-Identifier: Apache-2.0
// How many public reports there are where, kept by the act that changes it.
#include "modules/reports/store.hpp"

namespace wasl::reports::store {

static constexpr db::Sql add_count{"reports.add_count", R"sql(
    insert into report_counts (scale, place, category, phase, count) values ($1, $2, $3, $4, $5)
    on conflict (scale, place, category, phase) do update
        set count = report_counts.count + excluded.count
)sql"};
static constexpr db::Sql select_counts_between{"reports.select_counts_between", R"sql(
    select place, category, phase, count from report_counts
    where scale = $1 and place >= $2 and place <= $3 and count > 0
    order by place, category, phase
)sql"};
static constexpr db::Sql select_counts{"reports.select_counts", R"sql(
    select place, category, phase, count from report_counts where scale = $1 and count > 0
    order by place, category, phase
)sql"};

static constexpr int near_level = 12, far_level = 8;
static constexpr std::string_view near_scale = "cell_12", far_scale = "cell_8";
static constexpr std::string_view by_territory = "territory";

static Count read_count(db::Row const& row) {
    return {row.number(0), row.str(1), phase_named(row.text(2)).value_or(Phase::open),
            row.number(3)};
}

void count(db::Writer& writer, Report const& one, int change) {
    auto const add = [&](std::string_view scale, std::int64_t place) {
        writer.execute(add_count, scale, place, one.category, name_of(one.phase), change);
    };
    add(near_scale, geography::cell_of(one.place, near_level));
    add(far_scale, geography::cell_of(one.place, far_level));
    add(by_territory, one.territory.value());
}

std::vector<Count> counts_of_cells(db::Reader& reader, int level, geography::Box const& box) {
    bool const is_near = level >= near_level;
    std::vector<Count> found;
    for (auto const& run : geography::cells_of(box, is_near ? near_level : far_level))
        reader.each(
            select_counts_between, [&](db::Row const& row) { found.push_back(read_count(row)); },
            is_near ? near_scale : far_scale, run.first, run.last);
    return found;
}

std::vector<Count> counts_of_territories(db::Reader& reader) {
    return reader.select(select_counts, read_count, by_territory);
}

}  // namespace wasl::reports::store
