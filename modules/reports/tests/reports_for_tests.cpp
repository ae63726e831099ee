// SPDX-License-Identifier: Apache-2.0
#include "modules/reports/tests/reports_for_tests.hpp"

#include <map>

#include "modules/reports/store.hpp"
#include "tests/support/berkane_for_tests.hpp"
#include "tests/support/notices_for_tests.hpp"
#include "tests/support/people_for_tests.hpp"

namespace wasl::reports {

static void ground(db::Database& database) {
    tests::berkane(database);
    directory::Desk const places(database);
    auto const written = database.write([&](db::Writer& writer) -> Outcome {
        TRY(seed_settings(writer));
        return seed_routes(writer, *places.picture());
    });
    check(!written.refused(), "reports have their ways");
}

ReportTest::ReportTest()
    : OnEngine({journal::schema, directory::schema, people::schema_steps(), notices::schema_steps(),
                schema_steps()},
               ground),
      places(database()),
      folk(database(), places, {.secret = std::string(32, 's')}),
      outbox(database(), folk, {}),
      desk(database(), places, folk, outbox) {
    outbox.knows("reports", msg::find);
    auto const picture = places.picture();
    commune = picture->by_slug("commune-berkane")->id;
    province = picture->by_slug("province-berkane")->id;
    region = picture->by_slug("conseil-region-oriental")->id;
    auto const* const where = picture->territory_coded("021130109");
    town = where->id;
    square = {where->lat, where->lon};
    citizen = somebody("مريم العلوي");
    neighbour = somebody("عمر الزروالي");
    officer = holding("سعيد الوافي", http::Role::officer, commune);
    president = holding("رئيس المجلس", http::Role::head, commune);
    governor = holding("عامل الإقليم", http::Role::head, province);
    regional = holding("رئيس الجهة", http::Role::head, region);
    admin = holding("المشرف", http::Role::administrator, people::platform);
}

http::Visitor ReportTest::somebody(std::string_view name) {
    auto visitor = write([&](db::Writer& writer) -> Result<http::Visitor> {
        return tests::registered(writer, folk, name, clock.now());
    });
    return std::move(visitor).value();
}

http::Visitor ReportTest::holding(std::string_view name, http::Role role, AdministrationId where) {
    auto visitor = somebody(name);
    visitor.grants.push_back({role, where, UnitId{0}});
    (void)write([&](db::Writer& writer) -> Outcome {
        tests::give_position(writer, visitor.person, role, where);
        return Done{};
    });
    return visitor;
}

Filing ReportTest::filing(std::string_view category) {
    Filing made;
    made.title = "مصباح أمام المدرسة";
    made.details = "لا يضيء منذ أسبوع.";
    made.category = category;
    // Each some metres from the one before.
    made.place = {square.lat + 1e-5 * filed_++, square.lon};
    made.territory = town;
    return made;
}

Result<Filed> ReportTest::try_to_file(http::Visitor const& by, Filing const& what) {
    return write(
        [&](db::Writer& writer) { return desk.file(writer, by, what, today(), clock.now()); });
}

Report ReportTest::file(http::Visitor const& by, Filing const& what) {
    auto const filed = try_to_file(by, what);
    EXPECT_EQ(told_of(filed), "yes");
    return filed.refused() ? Report{} : filed.value().report;
}

Act ReportTest::act(http::Visitor const& by, Report const& report,
                    std::string_view author_key) const {
    return {.by = by,
            .number = report.number,
            .now = clock.now(),
            .today = today(),
            .author_key = author_key};
}

Whole ReportTest::seen(http::Visitor const& by, Report const& report, std::string_view author_key) {
    auto found =
        read([&](db::Reader& reader) { return desk.see(reader, by, report.number, author_key); });
    EXPECT_EQ(told_of(found), "yes");
    return found.refused() ? Whole{} : std::move(found).value();
}

bool ReportTest::sees(http::Visitor const& by, Report const& report) {
    return !read([&](db::Reader& reader) { return desk.see(reader, by, report.number); }).refused();
}

std::vector<std::string> ReportTest::told(PersonId person) {
    return read([&](db::Reader& reader) { return tests::told(reader, person, "reports"); });
}

std::vector<std::string> ReportTest::letters() {
    static constexpr db::Sql select{"test.letters",
                                    "select body, link from notices_letters order by id"};
    return read([&](db::Reader& reader) {
        return reader.select(select,
                             [](db::Row const& row) { return row.str(0) + " " + row.str(1); });
    });
}

// Of one commune and category; the sums are checked by what pages show.
static void expect_figures(db::Reader& reader) {
    static constexpr db::Sql kept{"test.figures", R"sql(
        select category, territory, month, figure, value, amount from report_figures
        where category <> '' and territory > 0
    )sql"};
    static constexpr db::Sql all{"test.all_reports", "select id from reports"};
    using Amounts = std::map<std::string, std::int64_t>;
    Amounts found, expected;
    reader.each(kept, [&](db::Row const& row) {
        found[row.str(0) + " " + std::to_string(row.number(1)) + " " + row.str(2) + " " +
              row.str(3) + " " + std::to_string(row.number(4))] = row.number(5);
    });
    FactChanges changes;
    for (auto const id : reader.select(all, [](db::Row const& row) { return row.id<ReportId>(0); }))
        add_facts(changes, *store::by_id(reader, id), 1);
    for (auto const& [fact, amount] : changes)
        expected[fact.category + " " + std::to_string(fact.territory.value()) + " " + fact.month +
                 " " + std::string(fact.figure) + " " + std::to_string(fact.value)] = amount;
    EXPECT_EQ(found, expected);
}

void ReportTest::expect_consistent() {
    static constexpr db::Sql kept{"test.counts", R"sql(
        select scale, category, phase, sum(count) from report_counts
        group by scale, category, phase having sum(count) <> 0
    )sql"};
    static constexpr db::Sql recount{"test.recount", R"sql(
        select category, phase, count(*) from reports where is_public = 1 group by category, phase
    )sql"};
    using Amounts = std::map<std::string, std::int64_t>;
    read([&](db::Reader& reader) {
        Amounts found, expected;
        reader.each(kept, [&](db::Row const& row) {
            found[row.str(0) + " " + row.str(1) + " " + row.str(2)] = row.number(3);
        });
        reader.each(recount, [&](db::Row const& row) {
            for (auto const* const scale : {"cell_12", "cell_8", "territory"})
                expected[scale + (" " + row.str(0)) + " " + row.str(1)] = row.number(2);
        });
        EXPECT_EQ(found, expected);
        expect_figures(reader);
        auto const verdict = journal::verify(reader);
        EXPECT_GT(verdict.entries, 0);
        EXPECT_TRUE(verdict.faults.empty());
        return 0;
    });
}

}  // namespace wasl::reports
