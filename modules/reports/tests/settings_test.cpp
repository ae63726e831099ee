// SPDX-License-Identifier: Apache-2.0
// An administrator changes how the office works; each change is checked and kept.
#include <algorithm>

#include "modules/reports/tests/reports_for_tests.hpp"

namespace wasl::reports {
namespace {

using SettingsOfAnOffice = ReportTest;
INSTANTIATE_TEST_SUITE_P(OnBoth, SettingsOfAnOffice, tests::both_engines(), tests::engine_name);

TEST_P(SettingsOfAnOffice, change_at_once_and_keep_their_history) {
    auto const now = [&] {
        return read([&](db::Reader& reader) { return desk.settings(reader, clock.now()); });
    };
    auto const before = now();
    auto category = *before->category("lamp-out");
    category.days = 3;
    EXPECT_EQ(does([&](db::Writer& w) { return desk.keep(w, citizen, category, clock.now()); }),
              "actor");
    EXPECT_EQ(does([&](db::Writer& w) { return desk.keep(w, president, category, clock.now()); }),
              "actor");
    EXPECT_EQ(does([&](db::Writer& w) { return desk.keep(w, admin, category, clock.now()); }),
              "yes");
    EXPECT_EQ(now()->category("lamp-out")->days, 3) << "within the same second";
    EXPECT_EQ(before->category("lamp-out")->days, 5) << "whoever holds the old picture keeps it";
    EXPECT_EQ(file(citizen).due, day(2026, 5, 7));

    Template const answer{.state = "fixed", .title = "شكر", .text = {"شكرا", "Merci", "", ""}};
    EXPECT_EQ(does([&](db::Writer& w) { return desk.keep(w, admin, answer, clock.now()); }), "yes");
    auto const found = now()->templates_for("fixed", "lamp-out");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_TRUE(now()->templates_for("planned", "lamp-out").empty());
    EXPECT_EQ(
        does([&](db::Writer& w) { return desk.remove(w, admin, found.front()->id, clock.now()); }),
        "yes");
    EXPECT_EQ(
        does([&](db::Writer& w) { return desk.remove(w, admin, found.front()->id, clock.now()); }),
        "setting_gone");
    auto const acts = read([&](db::Reader& reader) { return desk.setting_acts(reader, 10); });
    ASSERT_EQ(acts.size(), 3U);
    EXPECT_TRUE(acts[0].after.empty());
    EXPECT_TRUE(acts[1].before.empty());
    EXPECT_EQ(acts[2].key, "lamp-out");
    EXPECT_NE(acts[2].before.find(R"("days":5)"), std::string::npos) << acts[2].before;
    EXPECT_NE(acts[2].after.find(R"("days":3)"), std::string::npos) << acts[2].after;
    EXPECT_EQ(acts[2].by, admin.person);
    expect_consistent();
}

TEST_P(SettingsOfAnOffice, refuse_what_could_not_be_worked_with) {
    auto const tried = [&](auto const& row) {
        return does([&](db::Writer& w) { return desk.keep(w, admin, row, clock.now()); });
    };
    Category category{.code = "x y", .parent = "lighting", .name = {"اسم", "", "", ""}};
    EXPECT_EQ(tried(category), "setting_code code");
    category.code = "lamp-new";
    EXPECT_EQ(tried(category), "yes");
    category.parent = "lamp-out";
    EXPECT_EQ(tried(category), "setting_parent parent");
    category.parent = "";
    EXPECT_EQ(tried(category), "setting_parent parent") << "a leaf becomes no group";
    category.parent = "lighting";
    category.days = 400;
    EXPECT_EQ(tried(category), "setting_number days");
    category.days = 5;
    category.name.ar = "";
    EXPECT_EQ(tried(category), "empty name_ar");

    Question question{.category = "lamp-out",
                      .code = "Q",
                      .kind = QuestionKind::one_of,
                      .label = {"سؤال", "", "", ""}};
    EXPECT_EQ(tried(question), "setting_choices choices");
    question.choices = {{"a", {"أ", "", "", ""}}, {"a", {"ب", "", "", ""}}};
    EXPECT_EQ(tried(question), "setting_choices choices");

    NamedState state{
        .code = "fixed", .phase = Phase::open, .name = {"حالة", "", "", ""}, .open311 = "fixed"};
    EXPECT_EQ(tried(state), "setting_phase phase");
    state.phase = Phase::fixed;
    state.is_active = false;
    EXPECT_EQ(tried(state), "setting_last is_active");
    EXPECT_EQ(tried(Escalation{.days = 5, .level = directory::TerritoryKind::arrondissement}),
              "setting_level level");
    NumberedRoute route;
    EXPECT_EQ(tried(route), "body body");
    route.route = {"lighting", town, province, UnitId{0}, 0};
    EXPECT_EQ(tried(route), "yes");
    EXPECT_EQ(file(citizen).body, province) << "the row that knows more wins";
}

TEST_P(SettingsOfAnOffice, fall_back_to_the_province_and_show_what_is_uncovered) {
    auto const picture = places.picture();
    auto const settings =
        read([&](db::Reader& reader) { return desk.settings(reader, clock.now()); });
    std::vector<TerritoryId> const towns{town};
    EXPECT_TRUE(settings->uncovered(*picture, towns).empty());
    auto const& routes = settings->routes();
    auto const ours = std::find_if(routes.begin(), routes.end(), [&](NumberedRoute const& one) {
        return one.route.territory == town;
    });
    ASSERT_NE(ours, routes.end());
    EXPECT_EQ(does([&](db::Writer& w) { return desk.remove(w, admin, ours->id, clock.now()); }),
              "yes");
    auto const later = read([&](db::Reader& reader) { return desk.settings(reader, clock.now()); });
    EXPECT_EQ(file(citizen).body, province);
    EXPECT_GT(later->uncovered(*picture, towns).size(), 30U);
}

}  // namespace
}  // namespace wasl::reports
