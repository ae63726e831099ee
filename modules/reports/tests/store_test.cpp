// SPDX-License-Identifier: Apache-2.0
#include "modules/reports/store.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "modules/reports/schema.hpp"
#include "tests/support/db_for_tests.hpp"

namespace wasl::reports {

namespace {

class Store : public tests::OnEngine {
protected:
    Store() : OnEngine({schema}) {}

    Report some(int n, std::mt19937& chance) {
        Report one;
        one.id = db::fresh<ReportId>();
        one.number = "2026-" + std::to_string(n);
        one.title = "مصباح " + std::to_string(n);
        one.category = n % 3 == 0 ? "pothole" : "lamp-out";
        one.place = {std::uniform_real_distribution(34.90, 34.94)(chance),
                     std::uniform_real_distribution(-2.34, -2.30)(chance)};
        // What is compared with it afterwards has gone through the table.
        one.place = {std::round(one.place.lat * 1e6) / 1e6, std::round(one.place.lon * 1e6) / 1e6};
        one.territory = TerritoryId{n % 2 == 0 ? 16 : 17};
        one.body = AdministrationId{101};
        one.phase = n % 5 == 0 ? Phase::fixed : Phase::open;
        one.state = "received";
        one.sight = n % 7 == 0 ? Sight::nobody_but_office : Sight::everybody;
        one.author = PersonId{n % 4};
        one.channel = "online";
        one.filed_at = clock.now() + std::chrono::minutes(chance() % 50'000);
        one.filed_on = day(2026, 5, 4);
        one.due = day(2026, 5, 11) + Days{n % 30};
        one.changed_at = one.filed_at;
        one.version = 1;
        return one;
    }

    std::vector<Report> fill(int count) {
        std::mt19937 chance(11);
        std::vector<Report> all;
        for (int n = 0; n < count; ++n) all.push_back(some(n, chance));
        (void)write([&](db::Writer& writer) -> Outcome {
            for (auto const& one : all) {
                EXPECT_TRUE(store::try_insert(writer, one, "key-" + one.number));
                if (one.is_public()) store::count(writer, one, 1);
            }
            return Done{};
        });
        return all;
    }
};

std::vector<std::string> numbers(std::vector<Pin> const& pins) {
    std::vector<std::string> found;
    for (auto const& one : pins) found.push_back(one.number);
    return found;
}

// What a list must hold, the slow way.
std::vector<std::string> expected(std::vector<Report> all, Narrow const& narrow,
                                  geography::Box const& box, std::size_t limit) {
    std::sort(all.begin(), all.end(), [](Report const& a, Report const& b) {
        return std::pair(a.filed_at, a.id) > std::pair(b.filed_at, b.id);
    });
    std::vector<std::string> found;
    for (auto const& one : all) {
        bool const fits = one.is_public() && box.holds(one.place) &&
                          (narrow.category.empty() || one.category == narrow.category) &&
                          (!narrow.phase || one.phase == *narrow.phase) &&
                          (narrow.territory.value() == 0 || one.territory == narrow.territory) &&
                          (!narrow.from || one.filed_at >= *narrow.from);
        if (fits && found.size() < limit) found.push_back(one.number);
    }
    return found;
}

geography::Box const everywhere{-90, -180, 90, 180};

}  // namespace

INSTANTIATE_TEST_SUITE_P(OnBoth, Store, tests::both_engines(), tests::engine_name);

TEST_P(Store, brings_a_report_back_as_it_was_kept) {
    auto const all = fill(3);
    auto const found = read([&](db::Reader& db) { return store::by_number(db, all[1].number); });
    ASSERT_TRUE(found);
    EXPECT_EQ(found->title, all[1].title);
    EXPECT_EQ(found->place, all[1].place);
    EXPECT_EQ(found->due, all[1].due);
    EXPECT_EQ(found->sight, all[1].sight);
    EXPECT_EQ(read([&](db::Reader& db) { return store::by_key(db, "key-2026-2"); })->id, all[2].id);
    // The key of its form, and its number, are there once.
    auto again = all[0];
    again.id = db::fresh<ReportId>();
    again.number = "2026-other";
    (void)write([&](db::Writer& writer) -> Outcome {
        EXPECT_FALSE(store::try_insert(writer, again, "key-2026-0"));
        EXPECT_TRUE(store::try_insert(writer, again, ""));
        return Done{};
    });
}

TEST_P(Store, lets_the_faster_one_win) {
    auto one = fill(1).front();
    one.state = "in_progress";
    one.version = 2;
    (void)write([&](db::Writer& writer) -> Outcome {
        EXPECT_TRUE(store::update(writer, one, 1));
        EXPECT_FALSE(store::update(writer, one, 1));
        return Done{};
    });
}

// Every box, at every scale, with every narrowing: the newest, and nothing else.
TEST_P(Store, shows_the_newest_of_a_box_as_a_slow_search_would) {
    auto const all = fill(600);
    std::mt19937 chance(5);
    for (int n = 0; n < 120; ++n) {
        geography::Point const middle{std::uniform_real_distribution(34.90, 34.94)(chance),
                                      std::uniform_real_distribution(-2.34, -2.30)(chance)};
        double const reach = n % 4 == 0 ? 20'000 : n % 4 == 1 ? 15.0 * (1 + n) : 100.0 * (1 + n);
        auto const box = n % 10 == 9 ? everywhere : geography::around(middle, reach);
        Narrow narrow;
        if (n % 3 == 1) narrow.category = "pothole";
        if (n % 5 == 2) narrow.phase = Phase::fixed;
        if (n % 7 == 3) narrow.from = clock.now() + std::chrono::minutes(25'000);
        if (n % 6 == 4) narrow.territory = TerritoryId{17};
        int const limit = n % 2 == 0 ? 20 : 100;
        auto const pins =
            read([&](db::Reader& db) { return store::pins_in(db, box, narrow, limit); });
        EXPECT_EQ(numbers(pins), expected(all, narrow, box, static_cast<std::size_t>(limit))) << n;
    }
}

TEST_P(Store, turns_the_pages_of_a_list_without_loss) {
    auto const all = fill(120);
    for (auto const& narrow :
         {Narrow{}, Narrow{.category = "pothole"}, Narrow{.territory = TerritoryId{17}},
          Narrow{.category = "lamp-out", .territory = TerritoryId{16}},
          Narrow{.phase = Phase::fixed}}) {
        std::vector<std::string> found;
        std::optional<Pin> last;
        for (;;) {
            auto const page =
                read([&](db::Reader& db) { return store::latest(db, narrow, 7, last); });
            for (auto const& one : page) found.push_back(one.number);
            if (page.size() < 7) break;
            last = page.back();
        }
        EXPECT_EQ(found, expected(all, narrow, everywhere, all.size()));
    }
}

TEST_P(Store, counts_what_the_public_sees) {
    auto const all = fill(90);
    std::int64_t by_territory = 0, by_cell = 0;
    auto const visible =
        std::count_if(all.begin(), all.end(), [](Report const& one) { return one.is_public(); });
    read([&](db::Reader& db) {
        for (auto const& one : store::counts_of_territories(db)) by_territory += one.count;
        for (auto const& one : store::counts_of_cells(db, 12, {34.8, -2.5, 35.0, -2.2}))
            by_cell += one.count;
        return 0;
    });
    EXPECT_EQ(by_territory, visible);
    EXPECT_EQ(by_cell, visible);
}

TEST_P(Store, keeps_each_remote_update_once) {
    auto const one = fill(1).front();
    Update update;
    update.id = db::fresh<UpdateId>();
    update.action = "comment";
    update.source = "remote-1";
    (void)write([&](db::Writer& writer) -> Outcome {
        EXPECT_TRUE(store::try_append(writer, one.id, update));
        update.id = db::fresh<UpdateId>();
        EXPECT_FALSE(store::try_append(writer, one.id, update));
        // Ours have no source, and are as many as they are.
        for (int n = 0; n < 2; ++n) {
            update.id = db::fresh<UpdateId>();
            update.source.clear();
            EXPECT_TRUE(store::try_append(writer, one.id, update));
        }
        return Done{};
    });
    EXPECT_EQ(read([&](db::Reader& db) { return store::updates(db, one.id); }).size(), 3U);
}

TEST_P(Store, brings_settings_back_as_they_were_kept) {
    Category category{.code = "lamp-out",
                      .parent = "lighting",
                      .name = {"مصباح", "Lampe", "Lamp", ""},
                      .days = 5,
                      .is_anonymous = true,
                      .call_instead = "15",
                      .notice = {"انتبهوا", "Attention", "Mind", ""},
                      .position = 3};
    Question question{.category = "lamp-out",
                      .code = "SIDE",
                      .kind = QuestionKind::one_of,
                      .label = {"الجانب", "Côté", "Side", ""},
                      .help = {"من الطريق", "De la rue", "Of the street", ""},
                      .is_required = true,
                      .choices = {{"l", {"يسار", "gauche", "left", ""}}},
                      .position = 1};
    Template const answer{
        .id = TemplateId{1}, .title = "شكر", .text = {"شكرا", "Merci", "Thanks", ""}};
    (void)write([&](db::Writer& writer) -> Outcome {
        store::keep(writer, category);
        store::keep(writer, question);
        store::keep(
            writer,
            NamedState{.code = "received", .name = {"مسجل", "Reçu", "", ""}, .open311 = "open"});
        store::keep(writer, answer);
        store::keep(writer, NumberedRoute{RouteId{1},
                                          {"lighting", TerritoryId{16}, AdministrationId{101}}});
        store::keep(writer, Escalation{EscalationId{1}, -2, TimeAct::remind});
        category.days = 3;
        store::keep(writer, category);
        store::bump_settings(writer);
        return Done{};
    });
    Settings const found(read([](db::Reader& db) { return store::settings(db); }));
    EXPECT_EQ(found.version(), 1);
    ASSERT_NE(found.category("lamp-out"), nullptr);
    EXPECT_EQ(*found.category("lamp-out"), category);
    ASSERT_EQ(found.questions_of("lamp-out").size(), 1U);
    EXPECT_EQ(*found.questions_of("lamp-out").front(), question);
    ASSERT_EQ(found.templates().size(), 1U);
    EXPECT_EQ(found.templates().front(), answer);
    EXPECT_EQ(found.state_of_open311("open"), found.first_state(Phase::open));
    EXPECT_EQ(found.routes().front().route.body, AdministrationId{101});
}

}  // namespace wasl::reports
