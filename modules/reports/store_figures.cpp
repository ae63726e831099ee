// SPDX-License-Identifier: Apache-2.0
#include "modules/reports/store_figures.hpp"

namespace wasl::reports::store {

static constexpr db::Sql add_fact{"reports.add_fact", R"sql(
    insert into report_figures (category, territory, month, figure, value, amount)
    values ($1, $2, $3, $4, $5, $6), ($1, 0, $3, $4, $5, $6), ('', $2, $3, $4, $5, $6)
    on conflict (category, territory, month, figure, value) do update
        set amount = report_figures.amount + excluded.amount
)sql"};
// Days on which nothing is due any more would otherwise lie about for ever.
static constexpr db::Sql drop_empty{"reports.drop_empty_facts", R"sql(
    delete from report_figures
    where category in ('', $1) and territory in (0, $2) and month = $3 and figure = $4
        and value = $5 and amount <= 0
)sql"};
static constexpr db::Sql select_by_commune{"reports.figures_by_commune", R"sql(
    select territory, figure, value, sum(amount) from report_figures
    where category = $1 and territory > 0 and month >= $2 and month <= $3
    group by territory, figure, value
)sql"};
static constexpr db::Sql select_facts_of_category{"reports.figures_of_category", R"sql(
    select figure, value, sum(amount) from report_figures
    where category = $1 and territory = $2 and month >= $3 and month <= $4
    group by figure, value
)sql"};

void add(db::Writer& writer, FactChanges const& changes) {
    for (auto const& [fact, change] : changes) {
        if (change == 0) continue;
        writer.execute(add_fact, fact.category, fact.territory, fact.month, fact.figure, fact.value,
                       change);
        if (change < 0)
            writer.execute(drop_empty, fact.category, fact.territory, fact.month, fact.figure,
                           fact.value);
    }
}

std::map<TerritoryId, Tally> tallies_by_commune(db::Reader& reader, FiguresAsk const& ask,
                                                Date today) {
    std::map<TerritoryId, Tally> found;
    reader.each(
        select_by_commune,
        [&](db::Row const& row) {
            found[row.id<TerritoryId>(0)].add(row.text(1), row.number(2), row.number(3), today);
        },
        ask.category, ask.from, ask.until);
    return found;
}

Tally tally_of_category(db::Reader& reader, std::string_view category, FiguresAsk const& ask,
                        Date today) {
    Tally tally;
    reader.each(
        select_facts_of_category,
        [&](db::Row const& row) { tally.add(row.text(0), row.number(1), row.number(2), today); },
        category, ask.territory, ask.from, ask.until);
    return tally;
}

}  // namespace wasl::reports::store
