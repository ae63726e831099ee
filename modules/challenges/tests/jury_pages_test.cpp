// SPDX-License-Identifier: Apache-2.0
// A jury through its pages, as people press their buttons.
#include "modules/challenges/tests/jury_pages_for_tests.hpp"

namespace wasl::challenges {

class JuryPages : public JuryPagesTest {};
INSTANTIATE_TEST_SUITE_P(OnBoth, JuryPages, tests::both_engines(), tests::engine_name);

TEST_P(JuryPages, lead_from_the_rules_to_a_file_that_gives_the_same_table) {
    stand_before_the_jury();
    EXPECT_EQ(look(citizen, "/office").status, 403);
    EXPECT_EQ(look(citizen, "/seat").status, 403);
    EXPECT_EQ(look(nobody, "").status, 200);
    EXPECT_EQ(look(nobody, "/record").status, 404);
    EXPECT_EQ(press(president, "/office", {{"do", "assign"}}), 303);
    EXPECT_NE(look(president, "/office").body.find("محكم ثان"), std::string::npos);
    for (std::size_t j = 0; j < judges.size(); ++j) {
        EXPECT_EQ(look(judges[j], "/seat").status, 200);
        for (auto const& before : seat(judges[j]).projects) {
            auto const below = "/ballot/" + std::to_string(before.team.value());
            EXPECT_NE(look(judges[j], below).body.find("mark_2"), std::string::npos);
            EXPECT_EQ(press(judges[j], below, {{"mark_1", "9"}, {"mark_2", "1"}}), 422);
            auto const mark = before.team == teams[0] ? "5" : j % 2 == 0 ? "3" : "2";
            EXPECT_EQ(press(judges[j], below,
                            {{"mark_1", mark}, {"mark_2", mark}, {"comment", "عمل جيد"}}),
                      303);
        }
    }
    auto const place = "place_" + std::to_string(teams[3].value());
    EXPECT_NE(look(judges[0], "/office").body.find(place), std::string::npos);
    http::Pairs form{{"do", "deliberate"}, {"minutes", "اتفقنا."}, {place, "1"}};
    EXPECT_EQ(press(judges[0], "/office", form), 422);
    form.emplace_back("order_reason", "يخدم القرى البعيدة.");
    EXPECT_EQ(press(judges[0], "/office", form), 303);
    EXPECT_EQ(press(president, "/office", {{"do", "publish"}}), 303);
    auto const shown = look(leaders[0], "").body;
    EXPECT_NE(shown.find("مشروع 1"), std::string::npos);
    EXPECT_NE(shown.find("يخدم القرى البعيدة."), std::string::npos);
    EXPECT_NE(shown.find("عمل جيد"), std::string::npos);  // for its team
    EXPECT_EQ(look(nobody, "").body.find("عمل جيد"), std::string::npos);
    EXPECT_NE(shown.find("نقطة مصححة من تشدد المحكمين"), std::string::npos) << "by which method";
    EXPECT_NE(shown.find("قياسات أخرى للتقييمات نفسها"), std::string::npos);
    auto const record = look(nobody, "/record"), table = look(nobody, "/table");
    EXPECT_EQ(std::get<std::string>(recomputed(record.body)), table.body);
    // Severity is shown to the chair and to nobody else.
    EXPECT_NE(look(judges[0], "/office").body.find("لا تظهر"), std::string::npos);
    EXPECT_EQ(look(president, "/office").body.find("لا تظهر"), std::string::npos);
}

TEST_P(JuryPages, take_rules_criteria_and_judges_before_the_jury_begins) {
    open("idarathon");
    EXPECT_EQ(look(president, "/office").status, 200);
    EXPECT_EQ(press(president, "/office",
                    {{"do", "rules"},
                     {"ballots", "score"},
                     {"each", "0"},
                     {"load_max", "9"},
                     {"version", "0"}}),
              422);
    EXPECT_EQ(press(president, "/office",
                    {{"do", "rules"},
                     {"ballots", "score"},
                     {"each", "5"},
                     {"load_max", "9"},
                     {"version", "0"}}),
              303);
    EXPECT_EQ(press(president, "/office",
                    {{"do", "criterion"},
                     {"name_ar", "الأثر"},
                     {"weight", "5000"},
                     {"lowest", "1"},
                     {"highest", "5"}}),
              303);
    EXPECT_EQ(press(president, "/office",
                    {{"do", "call"}, {"address", "juge@example.ma"}, {"chair", "1"}}),
              200);
    auto const shown = look(nobody, "");
    EXPECT_TRUE(tests::says(shown, "الأثر"));
    EXPECT_TRUE(tests::says(shown, "100 %")) << "of the only criterion";
}

}  // namespace wasl::challenges
