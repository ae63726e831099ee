// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "modules/reports/disclosures.hpp"
#include "modules/reports/lifecycle.hpp"
#include "modules/reports/routing.hpp"

namespace wasl::reports {

TEST(Lifecycle, leaves_fixing_to_both_and_refusing_to_the_office) {
    EXPECT_NE(step_from(Phase::open, Action::fix, author), nullptr);
    EXPECT_EQ(step_from(Phase::open, Action::refuse, author), nullptr);
    EXPECT_EQ(step_from(Phase::withdrawn, Action::reopen, office), nullptr);
    EXPECT_EQ(step_from(Phase::open, Action::withdraw, office), nullptr);
    for (std::size_t n = 0; n < phase_count; ++n)
        EXPECT_EQ(phase_named(name_of(static_cast<Phase>(n))), static_cast<Phase>(n));
    for (std::size_t n = 0; n < action_count; ++n)
        EXPECT_EQ(action_named(name_of(static_cast<Action>(n))), static_cast<Action>(n));
}

namespace {

TerritoryId const berkane{16}, province{2}, region{1}, saidia{17};
AdministrationId const commune{101}, province_office{102}, power{103}, seaside{104};

std::vector<AdministrationId> bodies(std::vector<Route> const& rows,
                                     std::vector<std::string_view> const& categories,
                                     std::vector<TerritoryId> const& territories) {
    std::vector<AdministrationId> found;
    for (auto const& one : routes_for(rows, categories, territories)) found.push_back(one.body);
    return found;
}

}  // namespace

TEST(Routing, lets_the_row_that_knows_more_win) {
    std::vector<Route> const rows = {
        {"", TerritoryId{0}, province_office, UnitId{0}, 0},
        {"lighting", berkane, commune, UnitId{7}, 0},
        {"lighting", province, power, UnitId{0}, 0},
        {"cable", province, power, UnitId{0}, 2},
        {"cable", province, commune, UnitId{0}, 1},
        {"", saidia, seaside, UnitId{0}, 0},
    };
    using Bodies = std::vector<AdministrationId>;
    EXPECT_EQ(bodies(rows, {"lamp", "lighting"}, {berkane, province, region}), Bodies{commune});
    EXPECT_EQ(bodies(rows, {"lamp", "lighting"}, {saidia, province, region}), Bodies{power});
    // Two bodies for one point, the first responsible first.
    EXPECT_EQ(bodies(rows, {"cable", "lighting"}, {berkane, province, region}),
              (Bodies{commune, power}));
    EXPECT_EQ(bodies(rows, {"hole", "roads"}, {saidia, province, region}), Bodies{seaside});
    EXPECT_EQ(bodies(rows, {"hole", "roads"}, {berkane, province, region}),
              Bodies{province_office});
    EXPECT_EQ(bodies({}, {"hole"}, {berkane}), Bodies{});
}

TEST(Disclosures, finds_what_a_text_would_tell) {
    struct Case {
        std::string_view text;
        std::vector<std::string_view> found;  // "kind:words"
    };
    std::vector<Case> const cases = {
        {"اتصلوا بي على 0612345678 شكرا", {"phone:0612345678"}},
        {"06 12 34 56 78 ou 06.12.34.56.79", {"phone:06 12 34 56 78", "phone:06.12.34.56.79"}},
        {"+212 612-345678", {"phone:+212 612-345678"}},
        {"00212536612345", {"phone:00212536612345"}},
        {"٠٦١٢٣٤٥٦٧٨", {"phone:٠٦١٢٣٤٥٦٧٨"}},
        {"fatima.b+x@mail.example.ma.", {"email:fatima.b+x@mail.example.ma"}},
        {"بطاقتي FA123456 وسيارتي 12345-أ-6", {"identity_card:FA123456", "plate:12345-أ-6"}},
        {"6 | ب | 12345", {"plate:6 | ب | 12345"}},
        {"cin f 12345", {"identity_card:f 12345"}},
        // What tells nothing of a person.
        {"منذ 2026-11-21 على الساعة 10:30", {}},
        {"القانون رقم 55.19 والمادة 14", {}},
        {"الحي 3 الزنقة 12 رقم 45", {}},
        {"3 أيام و 15 يوما", {}},
        {"رقم الإشعار 123456789012345678", {}},
        {"a@b", {}},
        {"@home", {}},
        {"ISO9001234", {}},
        {"RN 2", {}},
        {"", {}},
    };
    for (auto const& one : cases) {
        std::vector<std::string> found;
        for (auto const& each : disclosures_in(one.text))
            found.push_back(std::string(name_of(each.what)) + ":" +
                            std::string(one.text.substr(each.at, each.size)));
        EXPECT_EQ(found, std::vector<std::string>(one.found.begin(), one.found.end())) << one.text;
    }
}

TEST(Disclosures, hides_what_it_found_and_nothing_else) {
    std::string_view const text = "اتصلوا 0612345678 أو a@b.ma";
    EXPECT_EQ(redacted(text, disclosures_in(text)), "اتصلوا •••••••• أو ••••••");
    EXPECT_EQ(redacted("كلام", {}), "كلام");
    // Cut in the middle of a sign it still ends.
    EXPECT_TRUE(disclosures_in(std::string_view("م").substr(0, 1)).empty());
}

}  // namespace wasl::reports
