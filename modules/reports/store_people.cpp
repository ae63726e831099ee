// SPDX-License-Identifier: Apache-2.0
// What is kept about a person, and how it goes.
#include "modules/reports/store.hpp"

namespace wasl::reports::store {

static constexpr db::Sql select_written{"reports.select_written",
                                        "select id from reports where author = $1 and author > 0 "
                                        "order by id"};
static constexpr db::Sql select_lines{"reports.select_lines", R"sql(
    select r.number, u.at_moment, u.action, u.state, u.text
    from report_updates u join reports r on r.id = u.report
    where u.by_person = $1 and u.by_person > 0 order by u.id
)sql"};
static constexpr db::Sql select_followings{"reports.select_followings", R"sql(
    select r.number, f.supports from report_followers f join reports r on r.id = f.report
    where f.person = $1 order by r.id
)sql"};
static constexpr db::Sql clear_author{"reports.clear_author", R"sql(
    update reports set author = 0, author_name = '', name_shown = 0, contact = ''
    where author = $1 and author > 0
)sql"};
static constexpr db::Sql clear_lines{
    "reports.clear_lines",
    "update report_updates set by_person = 0 where by_person = $1 and by_person > 0"};
static constexpr db::Sql take_supports{"reports.take_supports", R"sql(
    update reports set supporters = supporters - 1
    where id in (select report from report_followers where person = $1 and supports = 1)
)sql"};
static constexpr db::Sql delete_followings{"reports.delete_followings",
                                           "delete from report_followers where person = $1"};
static constexpr db::Sql delete_alerts{"reports.delete_alerts",
                                       "delete from report_alerts where person = $1"};

std::vector<ReportId> written_by(db::Reader& reader, PersonId person) {
    return reader.select(
        select_written, [](db::Row const& row) { return row.id<ReportId>(0); }, person);
}

std::vector<Line> lines_of(db::Reader& reader, PersonId person) {
    return reader.select(
        select_lines,
        [](db::Row const& row) {
            Line line;
            line.number = row.str(0);
            line.update.at = row.moment(1);
            line.update.action = row.str(2);
            line.update.state = row.str(3);
            line.update.text = row.str(4);
            return line;
        },
        person);
}

std::vector<std::pair<std::string, bool>> followings_of(db::Reader& reader, PersonId person) {
    return reader.select(
        select_followings, [](db::Row const& row) { return std::pair(row.str(0), row.flag(1)); },
        person);
}

void forget_author(db::Writer& writer, PersonId person) { writer.execute(clear_author, person); }
void forget_lines(db::Writer& writer, PersonId person) { writer.execute(clear_lines, person); }
void forget_follower(db::Writer& writer, PersonId person) {
    writer.execute(take_supports, person);
    writer.execute(delete_followings, person);
}
void forget_alerts(db::Writer& writer, PersonId person) { writer.execute(delete_alerts, person); }

}  // namespace wasl::reports::store
