// SPDX-License-Identifier: Apache-2.0
// Counters kept in the transaction of each act, and the figures published from them.
#include <algorithm>
#include <map>

#include "kernel/percentile.hpp"
#include "modules/dossiers/store.hpp"

namespace wasl::dossiers::store {

static constexpr db::Sql add_count{"dossiers.count_state", R"sql(
    insert into dossier_counts (administration, unit, state, amount) values ($1, $2, $3, $4)
    on conflict (administration, unit, state)
    do update set amount = dossier_counts.amount + excluded.amount
)sql"};
static constexpr db::Sql add_owed{"dossiers.count_owed", R"sql(
    insert into dossier_owed (administration, unit, procedure, due, amount)
    values ($1, $2, $3, $4, $5)
    on conflict (administration, unit, procedure, due)
    do update set amount = dossier_owed.amount + excluded.amount
)sql"};
// Days of which nothing is owed any more would otherwise be summed for ever.
static constexpr db::Sql drop_owed{"dossiers.drop_owed", R"sql(
    delete from dossier_owed
    where administration = $1 and unit = $2 and procedure = $3 and due = $4 and amount <= 0
)sql"};
static constexpr db::Sql add_tally{"dossiers.tally", R"sql(
    insert into dossier_tallies (administration, procedure, month, figure, amount)
    values ($1, $2, $3, $4, 1)
    on conflict (administration, procedure, month, figure)
    do update set amount = dossier_tallies.amount + 1
)sql"};
static constexpr db::Sql add_duration{"dossiers.tally_duration", R"sql(
    insert into dossier_durations (administration, procedure, month, days, amount)
    values ($1, $2, $3, $4, 1)
    on conflict (administration, procedure, month, days)
    do update set amount = dossier_durations.amount + 1
)sql"};
static constexpr db::Sql select_counts{"dossiers.select_counts", R"sql(
    select state, sum(amount) from dossier_counts
    where administration = $1 and ($2 = -1 or unit = $3) group by state
)sql"};
static constexpr db::Sql sum_owed{"dossiers.sum_owed", R"sql(
    select coalesce(sum(case when due < $1 then amount else 0 end), 0),
        coalesce(sum(case when due >= $2 then amount else 0 end), 0)
    from dossier_owed
    where administration = $3 and ($4 = -1 or unit = $5) and due <= $6
)sql"};
// By the applicant, who has few; the + keeps SQLite from walking the administration's whole queue.
static constexpr db::Sql select_own{"dossiers.select_own_open", R"sql(
    select state, due from dossiers
    where applicant = $1 and +administration = $2 and ($3 = -1 or unit = $4) and is_open = 1
)sql"};
static constexpr db::Sql select_tallies{"dossiers.select_tallies", R"sql(
    select administration, procedure, figure, sum(amount) from dossier_tallies
    where month >= $1 and month <= $2 and ($3 = -1 or administration = $4)
        and ($5 = '' or procedure = $6)
    group by administration, procedure, figure
)sql"};
static constexpr db::Sql select_durations{"dossiers.select_durations", R"sql(
    select administration, procedure, days, sum(amount) from dossier_durations
    where month >= $1 and month <= $2 and ($3 = -1 or administration = $4)
        and ($5 = '' or procedure = $6)
    group by administration, procedure, days
)sql"};
static constexpr db::Sql select_used{"dossiers.select_used", R"sql(
    select procedure,
        sum(case when figure = 'filed' then amount else 0 end),
        sum(case when figure = 'on_time' then amount else 0 end),
        sum(case when figure = 'late' then amount else 0 end)
    from dossier_tallies where month >= $1 and month <= $2 group by procedure
)sql"};
static constexpr db::Sql select_overdue{"dossiers.select_overdue", R"sql(
    select administration, procedure, sum(amount) from dossier_owed
    where due < $1 and due >= $2 and due <= $3 and ($4 = -1 or administration = $5)
        and ($6 = '' or procedure = $7)
    group by administration, procedure
)sql"};

void count_state(db::Writer& writer, Dossier const& dossier, int change) {
    writer.execute(add_count, dossier.administration, dossier.unit, name_of(dossier.state), change);
}

void count_owed(db::Writer& writer, Dossier const& dossier, int change) {
    writer.execute(add_owed, dossier.administration, dossier.unit, dossier.procedure, dossier.due,
                   change);
    if (change < 0)
        writer.execute(drop_owed, dossier.administration, dossier.unit, dossier.procedure,
                       dossier.due);
}

void tally(db::Writer& writer, Dossier const& dossier, Date on, std::string_view figure) {
    writer.execute(add_tally, dossier.administration, dossier.procedure, month_of(on), figure);
}

void tally_duration(db::Writer& writer, Dossier const& dossier, Date on, std::int64_t days) {
    writer.execute(add_duration, dossier.administration, dossier.procedure, month_of(on), days);
}

// The counters are of everybody; a reader's own requests are not in his lists, so they are not in
// the figures above them.
static void leave_out(QueueCounts& counts, State state, std::optional<Date> due, Date today) {
    --counts.by_state[static_cast<std::size_t>(state)];
    --counts.open;
    if (!is_owed(state) || !due) return;
    if (*due < today)
        --counts.overdue;
    else if (*due <= today + Days{due_warning_days})
        --counts.due_soon;
}

std::string_view own_open_text() { return select_own.text; }

QueueCounts counts(db::Reader& db, PersonId reader, AdministrationId administration,
                   std::optional<UnitId> unit, Date today) {
    QueueCounts found;
    std::int64_t const which = unit ? unit->value() : -1;
    db.each(
        select_counts,
        [&](db::Row const& row) {
            auto const state = static_cast<std::size_t>(stored<State>(row.text(0)));
            found.by_state[state] = row.number(1);
            found.open += row.number(1);
        },
        administration, which, which);
    db.each(
        sum_owed,
        [&](db::Row const& row) {
            found.overdue = row.number(0);
            found.due_soon = row.number(1);
        },
        today, today, administration, which, which, today + Days{due_warning_days});
    db.each(
        select_own,
        [&](db::Row const& row) {
            leave_out(found, stored<State>(row.text(0)), row.maybe_date(1), today);
        },
        reader, administration, which, which);
    return found;
}

using Key = std::pair<std::int64_t, std::string>;

struct Figures {
    ComplianceLine line;
    std::map<int, std::int64_t> durations;
};

static std::int64_t ComplianceLine::* figure_named(std::string_view name) {
    static constexpr std::pair<std::string_view, std::int64_t ComplianceLine::*> figures[] = {
        {"filed", &ComplianceLine::filed},       {"incomplete", &ComplianceLine::incomplete},
        {"on_time", &ComplianceLine::on_time},   {"late", &ComplianceLine::late},
        {"approved", &ComplianceLine::approved}, {"refused", &ComplianceLine::refused},
        {"returned", &ComplianceLine::returned}, {"withdrawn", &ComplianceLine::withdrawn},
        {"silent", &ComplianceLine::silent},     {"attested", &ComplianceLine::attested},
        {"appeals", &ComplianceLine::appeals},   {"unanswered", &ComplianceLine::unanswered},
    };
    for (auto const& [known, member] : figures)
        if (known == name) return member;
    return nullptr;
}

static void read_figures(db::Reader& reader, ComplianceAsk const& ask, Date today,
                         std::map<Key, Figures>& lines) {
    auto const year = std::to_string(ask.year);
    auto const from = ask.from.empty() ? year + "-01" : ask.from;
    auto const until = ask.from.empty() ? year + "-12" : ask.until;
    std::int64_t const where = ask.administration ? ask.administration->value() : -1;
    auto const line = [&](db::Row const& row) -> Figures& {
        auto& found = lines[{row.number(0), ask.whole_administrations ? "" : row.str(1)}];
        found.line.administration = row.id<AdministrationId>(0);
        if (!ask.whole_administrations) found.line.procedure = row.str(1);
        return found;
    };
    reader.each(
        select_tallies,
        [&](db::Row const& row) {
            if (auto const figure = figure_named(row.text(2)))
                line(row).line.*figure += row.number(3);
        },
        from, until, where, where, ask.procedure, ask.procedure);
    reader.each(
        select_durations,
        [&](db::Row const& row) {
            line(row).durations[static_cast<int>(row.number(2))] += row.number(3);
        },
        from, until, where, where, ask.procedure, ask.procedure);
    // Of the days that fell in these months: what is late today is not late in every year.
    reader.each(
        select_overdue, [&](db::Row const& row) { line(row).line.open_overdue += row.number(2); },
        today, from + "-01", until + "-31", where, where, ask.procedure, ask.procedure);
}

std::vector<ComplianceLine> compliance(db::Reader& reader, ComplianceAsk const& ask, Date today) {
    std::map<Key, Figures> lines;
    read_figures(reader, ask, today, lines);
    std::vector<ComplianceLine> found;
    for (auto& [key, figures] : lines) {
        figures.line.median_days = percentile(figures.durations, 50);
        figures.line.ninetieth_days = percentile(figures.durations, 90);
        found.push_back(std::move(figures.line));
    }
    return found;
}

std::vector<UseLine> used(db::Reader& reader, std::string_view from, std::string_view until) {
    return reader.select(
        select_used,
        [](db::Row const& row) {
            return UseLine{row.str(0), row.number(1), row.number(2), row.number(3)};
        },
        from, until);
}

}  // namespace wasl::dossiers::store
