// SPDX-License-Identifier: Apache-2.0
// What the calendar looks for.
#include "modules/reports/store.hpp"

namespace wasl::reports::store {

static constexpr db::Sql select_due_reports{"reports.select_due", R"sql(
    select id, due, warned from reports
    where is_open = 1 and due <= $1 and (due, id) > ($2, $3) order by due, id limit $4
)sql"};
static constexpr db::Sql select_due_of{
    "reports.select_due_of", "select id, due, warned from reports where id = $1 and is_open = 1"};
static constexpr db::Sql select_unconfirmed{"reports.select_unconfirmed", R"sql(
    select id from reports where phase = 'unconfirmed' and filed_at < $1 order by id limit $2
)sql"};
static constexpr db::Sql clear_contacts{"reports.clear_old_contacts", R"sql(
    update reports set contact = '', author_name = ''
    where author = 0 and contact <> '' and closed_at < $1
)sql"};

static ReportId read_id(db::Row const& row) { return row.id<ReportId>(0); }

static Due read_due(db::Row const& row) {
    auto const warned = row.maybe_number(2);
    return {row.id<ReportId>(0), row.date(1),
            warned ? std::optional(static_cast<int>(*warned)) : std::nullopt};
}

std::vector<Due> due_until(db::Reader& reader, Date day, std::optional<Due> const& after,
                           int limit) {
    auto const last = after.value_or(Due{});
    return reader.select(select_due_reports, read_due, day, last.due, last.id, limit);
}
std::optional<Due> due_of(db::Reader& reader, ReportId id) {
    auto found = reader.one(select_due_of, read_due, id);
    if (found && found->due == no_day) return std::nullopt;
    return found;
}
std::vector<ReportId> unconfirmed_before(db::Reader& reader, Instant moment, int limit) {
    return reader.select(select_unconfirmed, read_id, moment, limit);
}
std::int64_t forget_contacts_closed_before(db::Writer& writer, Instant moment) {
    return writer.execute(clear_contacts, moment);
}

}  // namespace wasl::reports::store
