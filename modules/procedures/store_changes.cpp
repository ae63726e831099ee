// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "modules/procedures/changes.hpp"

namespace wasl::procedures {
namespace {

constexpr std::array<std::string_view, 7> change_kinds{
    "published", "revised", "suspended", "resumed", "withdrawn", "merged", "deleted"};

constexpr db::Sql insert_change{"procedures.note_change", R"sql(
    insert into procedure_changes (number, sheet, kind, version, at)
    select coalesce(max(number), 0) + 1, $1, $2, $3, $4 from procedure_changes
    returning number
)sql"};
constexpr db::Sql select_latest{"procedures.latest_changes", R"sql(
    select c.number, c.kind, s.id, s.code, s.owner, s.title, c.version, c.at
    from procedure_changes c
    join procedure_sheets s on s.id = c.sheet
    order by c.number desc limit $1
)sql"};

ChangeKind kind_named(std::string_view name) {
    for (std::size_t at = 0; at < change_kinds.size(); ++at)
        if (change_kinds[at] == name) return static_cast<ChangeKind>(at);
    throw db::Breakdown("a stored change is of no known kind");
}

}  // namespace

std::string_view name_of(ChangeKind kind) { return change_kinds[static_cast<std::size_t>(kind)]; }

std::int64_t store::note_change(db::Writer& db, SheetId sheet, ChangeKind kind, int version,
                                Instant now) {
    return db
        .one(
            insert_change, [](db::Row const& row) { return row.number(0); }, sheet, name_of(kind),
            version, now)
        .value();
}

std::vector<Change> store::latest_changes(db::Reader& db, int most) {
    return db.select(
        select_latest,
        [](db::Row const& row) {
            return Change{row.number(0),
                          kind_named(row.text(1)),
                          row.id<SheetId>(2),
                          row.str(3),
                          row.id<AdministrationId>(4),
                          Names{row.str(5), {}, {}, {}},
                          static_cast<int>(row.number(6)),
                          row.moment(7)};
        },
        most);
}

}  // namespace wasl::procedures
