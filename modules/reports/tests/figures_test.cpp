// SPDX-License-Identifier: Apache-2.0
#include "kernel/percentile.hpp"
#include "modules/reports/schema.hpp"
#include "modules/reports/store_figures.hpp"
#include "modules/reports/tests/public_for_tests.hpp"
#include "modules/reports/views_figures.hpp"

namespace wasl::reports {

TEST(Percentile, is_the_least_number_of_days_that_holds_the_share) {
    EXPECT_EQ(percentile({}, 50), std::nullopt);
    EXPECT_EQ(percentile({{3, 0}}, 50), std::nullopt);
    EXPECT_EQ(percentile({{4, 1}}, 90), 4);
    EXPECT_EQ(percentile({{1, 5}, {9, 5}}, 50), 1);
    EXPECT_EQ(percentile({{1, 5}, {9, 6}}, 50), 9);
    EXPECT_EQ(percentile({{0, 8}, {2, 1}, {30, 1}}, 90), 2);
    EXPECT_EQ(percentile({{0, 8}, {2, 1}, {30, 2}}, 90), 30);
}

TEST(Facts, say_what_a_report_adds_and_nothing_of_one_that_is_not_public) {
    Report one;
    one.category = "lamp-out";
    one.territory = TerritoryId{7};
    one.filed_on = day(2026, 3, 31);
    one.filed_at = clock::start_of_day_in_morocco(one.filed_on);
    one.due = day(2026, 4, 9);
    auto const told = [&] {
        FactChanges changes;
        add_facts(changes, one, 1);
        std::string text;
        for (auto const& [fact, amount] : changes)
            text += fact.month + " " + std::string(fact.figure) + " " + std::to_string(fact.value) +
                    (amount == 1 ? "; " : " twice; ");
        return text;
    };
    EXPECT_EQ(told(), "2026-03 due 20260409; 2026-03 filed 0; ");
    one.due.reset();
    EXPECT_EQ(told(), "2026-03 due 99991231; 2026-03 filed 0; ");
    one.phase = Phase::fixed;
    one.closed_at = one.filed_at + std::chrono::hours(24 * 5 - 1);
    one.rating = 4;
    one.reopened = 2;
    EXPECT_EQ(told(), "2026-03 days 4; 2026-03 filed 0; 2026-03 rating 4; 2026-03 reopened 0; ");
    one.phase = Phase::duplicate;
    one.rating = 0;
    EXPECT_EQ(told(), "2026-03 filed 0; 2026-03 reopened 0; ");
    one.sight = Sight::author_and_office;
    EXPECT_EQ(told(), "");
    one.sight = Sight::everybody;
    one.phase = Phase::unconfirmed;
    EXPECT_EQ(told(), "");
}

TEST(Tally, counts_late_from_the_day_after_the_one_that_was_promised) {
    Tally tally;
    auto const today = day(2026, 4, 9);
    tally.add("filed", 0, 6, today);
    tally.add("due", day_number(today - Days{1}), 2, today);
    tally.add("due", day_number(today), 3, today);
    tally.add("due", 99991231, 1, today);
    tally.add("rating", 5, 2, today);
    tally.add("rating", 2, 1, today);
    tally.add("days", 3, 3, today);
    tally.add("days", 40, 1, today);
    tally.add("something that a later version keeps", 1, 1, today);
    Tally twice;
    twice.add(tally);
    twice.add(tally);
    auto const line = twice.line();
    EXPECT_EQ(line.filed, 12);
    EXPECT_EQ(line.open, 12);
    EXPECT_EQ(line.overdue, 4);
    EXPECT_EQ(line.answered, 8);
    EXPECT_EQ(line.median_days, 3);
    EXPECT_EQ(line.ninetieth_days, 40);
    EXPECT_EQ(line.satisfaction_tenths(), 40);
    EXPECT_FALSE(FiguresLine{}.satisfaction_tenths());
}

class Figures : public PublicTest {
protected:
    Figures() { add_map_pages(router, pages); }
    FiguresLine line_of(TerritoryId where) {
        clock.set(clock.now() + std::chrono::minutes(2));
        FiguresAsk ask{FiguresBy::commune, {}, TerritoryId{0}, "2020-01", "2030-12"};
        auto const table = read(
            [&](db::Reader& reader) { return desk.figures(reader, ask, today(), clock.now()); });
        for (auto const& line : table->lines)
            if (line.territory == where) return line;
        return {};
    }
    std::string row() {
        auto const line = line_of(town);
        auto const days = [](std::optional<int> n) { return n ? std::to_string(*n) : "-"; };
        return std::to_string(line.filed) + " filed " + std::to_string(line.open) + " open " +
               std::to_string(line.overdue) + " late " + std::to_string(line.answered) + " in " +
               days(line.median_days) + " " + std::to_string(line.reopened) + " again " +
               std::to_string(line.stars) + "/" + std::to_string(line.ratings);
    }
};
INSTANTIATE_TEST_SUITE_P(OnBoth, Figures, tests::both_engines(), tests::engine_name);

TEST_P(Figures, follow_each_report_through_its_life) {
    go_to(day(2026, 3, 2));
    EXPECT_EQ(row(), "0 filed 0 open 0 late 0 in - 0 again 0/0");
    auto const report = file(citizen);
    file(neighbour);
    file(citizen, filing("noise"));  // private
    EXPECT_EQ(row(), "2 filed 2 open 0 late 0 in - 0 again 0/0");
    go_to(*report.due + Days{1});
    EXPECT_EQ(row(), "2 filed 2 open 2 late 0 in - 0 again 0/0");
    auto const move = [&](std::string_view state) {
        return does([&](db::Writer& writer) {
            return desk.move(writer, act(officer, report), state, "تم الاستبدال.", {});
        });
    };
    EXPECT_EQ(move("fixed"), "yes");
    auto const days = std::to_string((today() - report.filed_on).count());
    EXPECT_EQ(row(), "2 filed 1 open 1 late 1 in " + days + " 0 again 0/0");
    EXPECT_EQ(does([&](db::Writer& writer) { return desk.rate(writer, act(citizen, report), 4); }),
              "yes");
    EXPECT_EQ(row(), "2 filed 1 open 1 late 1 in " + days + " 0 again 4/1");
    EXPECT_EQ(does([&](db::Writer& writer) {
                  return desk.reopen(writer, act(citizen, report), "انطفأ من جديد.");
              }),
              "yes");
    EXPECT_EQ(row(), "2 filed 2 open 1 late 0 in - 1 again 0/0");
    EXPECT_EQ(does([&](db::Writer& writer) {
                  return desk.moderate(writer, act(president, report), Sight::author_and_office,
                                       "أسماء أشخاص.");
              }),
              "yes");
    EXPECT_EQ(row(), "1 filed 1 open 1 late 0 in - 0 again 0/0");
    expect_consistent();
}

// What a house with reports is given by the step that adds the table is what the acts would have.
TEST_P(Figures, are_the_same_where_the_table_came_later) {
    go_to(day(2026, 3, 2));
    auto const report = file(citizen);
    file(neighbour, filing("pothole"));
    file(neighbour, filing("noise"));
    go_to(day(2026, 3, 12));
    (void)write([&](db::Writer& writer) -> Outcome {
        TRY(desk.move(writer, act(officer, report), "fixed", "تم.", {}));
        return desk.rate(writer, act(citizen, report), 5);
    });
    static std::string script = [] {
        for (auto const& step : schema_steps())
            if (step.text.find("insert into report_figures") != step.text.npos) {
                std::string text(step.text.substr(step.text.find("insert into report_figures")));
                for (auto at = text.find("{BIGINT}"); at != text.npos; at = text.find("{BIGINT}"))
                    text.replace(at, 8, "bigint");
                return text.substr(0, text.find(';'));
            }
        return std::string();
    }();
    static constexpr db::Sql clear{"test.clear_figures", "delete from report_figures"};
    static db::Sql const fill{"test.fill_figures", script};
    (void)write([&](db::Writer& writer) -> Outcome {
        writer.execute(clear);
        EXPECT_GT(writer.execute(fill), 0);
        return Done{};
    });
    expect_consistent();
    auto const lines = read([&](db::Reader& reader) {
        FiguresAsk ask;
        ask.from = ask.until = "2026-03";
        return store::tallies_by_commune(reader, ask, today());
    });
    ASSERT_EQ(lines.count(town), 1U);
    EXPECT_EQ(lines.at(town).line().median_days, 10);
}

TEST_P(Figures, are_a_page_a_drawing_and_a_table_to_download) {
    go_to(day(2026, 3, 2));
    auto const empty = get(nobody, "/reports/figures");
    EXPECT_EQ(empty.status, 200);
    EXPECT_TRUE(says(empty, "لا إشعار في هذه الفترة"));
    auto const report = file(citizen);
    go_to(day(2026, 3, 12));
    (void)write([&](db::Writer& writer) -> Outcome {
        TRY(desk.move(writer, act(officer, report), "fixed", "تم.", {}));
        return desk.rate(writer, act(citizen, report), 4);
    });
    for (auto const* const target :
         {"/reports/figures", "/reports/figures?show=satisfaction",
          "/reports/figures?by=category&show=ninetieth&commune=x",
          "/reports/figures?from=2026-03&until=2024-01", "/reports/figures?from=never&until=9"}) {
        auto const page = get(nobody, target);
        EXPECT_EQ(page.status, 200) << target;
        EXPECT_TRUE(says(page, "10 أيام")) << target;
        EXPECT_TRUE(says(page, "role=\"img\"")) << target;
    }
    EXPECT_TRUE(says(get(nobody, "/reports/figures"), "class=\"map reports shaded\""));
    EXPECT_TRUE(
        says(get(nobody, "/reports/figures?from=2025-01&until=2026-02"), "لا إشعار في هذه الفترة"));
    EXPECT_TRUE(says(get(nobody, "/reports/figures?by=category&category=x"), "4,0"));
    auto const csv = get(nobody, "/reports/figures.csv?by=category");
    EXPECT_TRUE(says(csv, ",\"lamp-out\",1,1,0,0,10,10,0,4.0,1\r\n")) << csv.body;
    EXPECT_TRUE(says(get(nobody, "/reports/figures.csv"), ",\"021130109\",1,1,0,0,10,10,0,4.0,1"));
    EXPECT_TRUE(says(get(nobody, "/reports"), "/reports/figures"));
}

// An outline is drawn where one is known; the others have a circle at their seat.
TEST_P(Figures, shade_the_outline_of_a_commune_that_has_one) {
    go_to(day(2026, 3, 2));
    file(citizen);
    EXPECT_FALSE(says(get(nobody, "/reports/figures"), "<path class=\"shade-"));
    (void)write([&](db::Writer& writer) -> Outcome {
        auto const square_around =
            R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":
               {"code":"021130109"},"geometry":{"type":"Polygon","coordinates":
               [[[-2.4,34.9],[-2.2,34.9],[-2.2,35.0],[-2.4,35.0],[-2.4,34.9]]]}}]})";
        auto const report = directory::import_boundaries(writer, square_around, "test", false);
        EXPECT_EQ(report.count(directory::RowVerdict::added), 1);
        return Done{};
    });
    places.forget();
    auto const page = get(nobody, "/reports/figures?show=filed");
    EXPECT_TRUE(says(page, "<path class=\"shade-4\" d=\"M"));
    EXPECT_TRUE(says(page, "<circle class=\"unshaded\""));
}

}  // namespace wasl::reports
