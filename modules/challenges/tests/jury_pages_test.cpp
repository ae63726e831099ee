// SPDX-License-Identifier: Apache-2.0
// A jury through its pages, as people press their buttons.
#include "modules/challenges/pages.hpp"
#include "modules/challenges/tests/jury_for_tests.hpp"
#include "platform/html/layout.hpp"
#include "tests/support/doors_for_tests.hpp"

namespace wasl::challenges {

class JuryPages : public JuryTest {
protected:
    JuryPages() : store(made().folder() + "/files") {
        site.name[0] = "إقليم بركان";
        add_pages(router, pages);
        tests::open(router, {database(), clock, visitor, &site});
    }

    http::Response ask(http::Method method, std::string const& below, http::Pairs form = {}) {
        return tests::ask(router, method, "/challenges/" + code + "/jury" + below, {},
                          std::move(form));
    }
    http::Response look(http::Visitor const& who, std::string const& below) {
        visitor = who;
        return ask(http::Method::get, below);
    }
    // The status; 303 is where it was done.
    int press(http::Visitor const& who, std::string const& below, http::Pairs form) {
        visitor = who;
        auto const answer = ask(http::Method::post, below, std::move(form));
        return answer.status;
    }

    files::Store store;
    html::Site site;
    http::Visitor visitor;
    Pages pages{desk, store, "https://wasl.example.ma", {}, {}};
    http::Router router;
};
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
            auto const below = "/ballot/" + std::to_string(before.team.id.value());
            EXPECT_NE(look(judges[j], below).body.find("mark_2"), std::string::npos);
            EXPECT_EQ(press(judges[j], below, {{"mark_1", "9"}, {"mark_2", "1"}}), 422);
            auto const mark = before.team.id == teams[0] ? "5" : j % 2 == 0 ? "3" : "2";
            EXPECT_EQ(press(judges[j], below,
                            {{"mark_1", mark}, {"mark_2", mark}, {"comment", "عمل جيد"}}),
                      303);
        }
    }
    EXPECT_EQ(press(judges[0], "/office", {{"do", "deliberate"}, {"minutes", "اتفقنا."}}), 303);
    EXPECT_EQ(press(president, "/office", {{"do", "publish"}}), 303);
    auto const shown = look(leaders[0], "").body;
    EXPECT_NE(shown.find("مشروع 1"), std::string::npos);
    EXPECT_NE(shown.find("عمل جيد"), std::string::npos);  // for its team
    EXPECT_EQ(look(nobody, "").body.find("عمل جيد"), std::string::npos);
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
    EXPECT_NE(look(nobody, "").body.find("الأثر"), std::string::npos);
}

}  // namespace wasl::challenges
