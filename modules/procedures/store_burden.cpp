// SPDX-License-Identifier: Apache-2.0
#include "modules/procedures/store_burden.hpp"

namespace wasl::procedures::store {
namespace {

constexpr db::Sql upsert_burden{"procedures.keep_burden", R"sql(
    insert into procedure_burdens (sheet, version, documents, copies, visits, days, fees)
    values ($1, $2, $3, $4, $5, $6, $7)
    on conflict (sheet, version) do update set
        documents = excluded.documents, copies = excluded.copies, visits = excluded.visits,
        days = excluded.days, fees = excluded.fees
)sql"};
constexpr db::Sql select_burdens{"procedures.burdens", R"sql(
    select version, documents, copies, visits, days, fees
    from procedure_burdens where sheet = $1 order by version
)sql"};
// A pair that lacks one side counts on neither.
constexpr db::Sql select_simplifications{"procedures.simplifications", R"sql(
    with first_text as (
        select sheet, min(version) as version from procedure_burdens group by sheet)
    select s.owner, count(*),
           sum(b.documents), sum(a.documents), sum(b.copies), sum(a.copies),
           count(b.visits + a.visits),
           coalesce(sum(case when a.visits is null then null else b.visits end), 0),
           coalesce(sum(case when b.visits is null then null else a.visits end), 0),
           count(b.days + a.days),
           coalesce(sum(case when a.days is null then null else b.days end), 0),
           coalesce(sum(case when b.days is null then null else a.days end), 0),
           count(b.fees + a.fees),
           coalesce(sum(case when a.fees is null then null else b.fees end), 0),
           coalesce(sum(case when b.fees is null then null else a.fees end), 0)
    from procedure_sheets s
    join first_text f on f.sheet = s.id and f.version < s.version
    join procedure_burdens b on b.sheet = s.id and b.version = f.version
    join procedure_burdens a on a.sheet = s.id and a.version = s.version
    where s.state in ('published', 'suspended')
    group by s.owner
    order by s.owner
)sql"};
constexpr db::Sql select_simplified{"procedures.simplified", R"sql(
    with first_text as (
        select sheet, min(version) as version from procedure_burdens group by sheet)
    select s.id, s.code, s.title, s.version,
           b.documents, b.copies, b.visits, b.days, b.fees,
           a.documents, a.copies, a.visits, a.days, a.fees
    from procedure_sheets s
    join first_text f on f.sheet = s.id and f.version < s.version
    join procedure_burdens b on b.sheet = s.id and b.version = f.version
    join procedure_burdens a on a.sheet = s.id and a.version = s.version
    where s.state in ('published', 'suspended') and s.owner = $1
    order by s.code
)sql"};
constexpr db::Sql select_uncounted{"procedures.uncounted", R"sql(
    select r.sheet, r.version, r.content
    from procedure_revisions r
    where not exists (select 1 from procedure_burdens b
                      where b.sheet = r.sheet and b.version = r.version)
    order by r.id limit $1
)sql"};

std::optional<int> maybe(db::Row const& row, int column) {
    if (row.null(column)) return std::nullopt;
    return static_cast<int>(row.number(column));
}

Burden burden(db::Row const& row, int first) {
    Burden out{static_cast<int>(row.number(first)), static_cast<int>(row.number(first + 1)),
               maybe(row, first + 2), maybe(row, first + 3), std::nullopt};
    if (!row.null(first + 4)) out.fees = Money::centimes(row.number(first + 4));
    return out;
}

}  // namespace

void keep_burden(db::Writer& db, SheetId sheet, int version, Burden const& burden) {
    std::optional<std::int64_t> visits, days, fees;
    if (burden.visits) visits = *burden.visits;
    if (burden.days) days = *burden.days;
    if (burden.fees) fees = burden.fees->in_centimes();
    db.execute(upsert_burden, sheet, version, burden.documents, burden.copies, visits, days, fees);
}

std::vector<VersionBurden> burdens(db::Reader& db, SheetId sheet) {
    return db.select(
        select_burdens,
        [](db::Row const& row) {
            return VersionBurden{static_cast<int>(row.number(0)), burden(row, 1)};
        },
        sheet);
}

std::vector<Simplified> simplified(db::Reader& db, AdministrationId owner) {
    return db.select(
        select_simplified,
        [](db::Row const& row) {
            return Simplified{row.id<SheetId>(0),
                              row.str(1),
                              Names{row.str(2), {}, {}, {}},
                              static_cast<int>(row.number(3)),
                              burden(row, 4),
                              burden(row, 9)};
        },
        owner);
}

std::vector<Simplification> simplifications(db::Reader& db) {
    return db.select(select_simplifications, [](db::Row const& row) {
        auto const sheets = row.number(1);
        return Simplification{row.id<AdministrationId>(0),
                              sheets,
                              {sheets, row.number(2), row.number(3)},
                              {sheets, row.number(4), row.number(5)},
                              {row.number(6), row.number(7), row.number(8)},
                              {row.number(9), row.number(10), row.number(11)},
                              {row.number(12), row.number(13), row.number(14)}};
    });
}

std::vector<Uncounted> uncounted(db::Reader& db, int most) {
    return db.select(
        select_uncounted,
        [](db::Row const& row) {
            return Uncounted{row.id<SheetId>(0), static_cast<int>(row.number(1)), row.str(2)};
        },
        most);
}

}  // namespace wasl::procedures::store
