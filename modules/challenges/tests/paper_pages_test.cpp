// SPDX-License-Identifier: Apache-2.0
// Papers through the pages of the office.
#include "modules/challenges/paper_ballots.hpp"
#include "modules/challenges/tests/jury_pages_for_tests.hpp"

namespace wasl::challenges {

class PaperPages : public JuryPagesTest {
protected:
    std::string first_number(http::Visitor const& judge) {
        return read([&](db::Reader& reader) {
                   return PaperBallots().printed(reader, act(officer), judge.person);
               })
            .value()
            .sheets.front()
            .paper.number;
    }
};
INSTANTIATE_TEST_SUITE_P(OnBoth, PaperPages, tests::both_engines(), tests::engine_name);

TEST_P(PaperPages, lead_from_the_printer_to_a_settled_paper) {
    stand_before_the_jury();
    ASSERT_EQ(assigns(), "yes");
    auto const second = holding("نائبة", http::Role::officer, commune);
    EXPECT_NE(look(officer, "").body.find("/jury/papers"), std::string::npos);
    EXPECT_EQ(look(nobody, "").body.find("/jury/papers"), std::string::npos);
    EXPECT_EQ(look(clerk, "/papers").status, 403);
    auto const judge = std::to_string(judges[1].person.value());
    EXPECT_EQ(look(officer, "/papers/print/" + judge).status, 404);
    EXPECT_EQ(press(officer, "/papers", {{"print", judge}}), 303);
    auto const pdf = look(officer, "/papers/print/" + judge);
    EXPECT_EQ(pdf.type, "application/pdf");
    EXPECT_TRUE(pdf.body.starts_with("%PDF"));
    EXPECT_EQ(press(officer, "/papers", {{"print", "7"}}), 422);

    auto const number = first_number(judges[1]);
    auto const below = "/papers/" + number;
    EXPECT_NE(look(officer, below).body.find("ممتاز"), std::string::npos);
    EXPECT_EQ(press(officer, below, {{"turn", "reads"}, {"mark_1", "4"}}), 422);
    EXPECT_EQ(press(officer, below, {{"turn", "reads"}, {"mark_1", "4"}, {"mark_2", "-"}}), 303);
    // The second person does not see what the first one read; the first one does.
    EXPECT_NE(look(officer, below).body.find("value=\"4\" checked"), std::string::npos);
    EXPECT_EQ(look(second, below).body.find(" checked"), std::string::npos);
    EXPECT_NE(look(officer, "/papers").body.find(number), std::string::npos);
    EXPECT_EQ(press(second, below, {{"turn", "reads"}, {"mark_1", "4"}, {"mark_2", "3"}}), 303);
    auto const differs = look(officer, below).body;
    EXPECT_NE(differs.find("mark_2"), std::string::npos);
    EXPECT_EQ(differs.find("mark_1"), std::string::npos);
    EXPECT_EQ(press(officer, below, {{"turn", "settles"}, {"mark_2", "3"}}), 303);
    EXPECT_NE(look(officer, below).body.find("حسم نقل هذه الورقة"), std::string::npos);
    EXPECT_EQ(press(officer, below, {{"turn", "settles"}, {"mark_2", "2"}}), 422);
}

TEST_P(PaperPages, let_the_chair_open_a_paper_again) {
    stand_before_the_jury();
    ASSERT_EQ(assigns(), "yes");
    auto const second = holding("نائبة", http::Role::officer, commune);
    ASSERT_EQ(press(officer, "/papers", {{"print", std::to_string(judges[1].person.value())}}),
              303);
    auto const number = first_number(judges[1]);
    auto const below = "/papers/" + number;
    http::Pairs const reading{{"turn", "reads"}, {"mark_1", "4"}, {"mark_2", "3"}};
    EXPECT_EQ(look(officer, "/reopen").status, 403);
    EXPECT_EQ(look(judges[0], "/reopen").body.find(number), std::string::npos);
    ASSERT_EQ(press(officer, below, reading), 303);
    ASSERT_EQ(press(second, below, reading), 303);
    EXPECT_NE(look(judges[0], "/office").body.find("/jury/reopen"), std::string::npos);
    EXPECT_NE(look(judges[0], "/reopen").body.find(number), std::string::npos);
    EXPECT_EQ(press(judges[0], "/reopen", {{"number", number}, {"reason", ""}}), 422);
    EXPECT_EQ(press(judges[0], "/reopen", {{"number", "x"}, {"reason", "خطأ"}}), 422);
    EXPECT_EQ(press(judges[0], "/reopen", {{"number", number}, {"reason", "خطأ في النقل"}}), 303);
    auto const open = look(officer, below).body;
    EXPECT_NE(open.find("خطأ في النقل"), std::string::npos);
    EXPECT_EQ(open.find(" checked"), std::string::npos) << "blind again";
    EXPECT_NE(look(officer, "/papers").body.find("أعيد فتحها"), std::string::npos);
}

TEST_P(PaperPages, say_what_to_do_about_a_wrong_code) {
    stand_before_the_jury();
    ASSERT_EQ(assigns(), "yes");
    EXPECT_NE(look(president, "/papers").body.find("أوراق المحكمين"), std::string::npos);
    ASSERT_EQ(press(officer, "/papers", {{"print", std::to_string(judges[1].person.value())}}),
              303);
    auto number = first_number(judges[1]);
    visitor = officer;
    auto const asked = [&](std::string const& typed) {
        return tests::ask(router, http::Method::get, "/challenges/" + code + "/jury/papers",
                          {{"number", typed}}, {});
    };
    EXPECT_EQ(asked(number).status, 303);
    number[7] = number[7] == 'A' ? 'C' : 'A';
    auto const wrong = asked(number);
    EXPECT_EQ(wrong.status, 422);
    EXPECT_NE(wrong.body.find("يرجى نقله من جديد"), std::string::npos);
    EXPECT_NE(wrong.body.find(number), std::string::npos);
    EXPECT_EQ(look(officer, "/papers/" + number).status, 422);
}

}  // namespace wasl::challenges
