// SPDX-License-Identifier: Apache-2.0
// The office's day through the router: what it is shown, may do, and is told.
#include "modules/reports/tests/office_for_tests.hpp"

namespace wasl::reports {
namespace {

INSTANTIATE_TEST_SUITE_P(OnBoth, Office, tests::both_engines(), tests::engine_name);

TEST_P(Office, puts_first_what_is_due_first_and_shows_it_to_its_own_people_alone) {
    EXPECT_TRUE(says(get("/office/reports"), "لا يوجد أي إشعار في الانتظار"));
    auto const later = file(citizen, filing("pothole"));
    auto const sooner = file(neighbour, filing("lamp-out"));
    auto const page = get("/office/reports");
    EXPECT_LT(page.body.find(sooner.number), page.body.find(later.number));
    EXPECT_NE(page.body.find(later.number), std::string::npos);
    EXPECT_FALSE(says(get("/office/reports", {{"category", "lamp-out"}}), later.number));
    EXPECT_TRUE(says(get("/office/reports", {{"state", "in_progress"}}), "لا يوجد إشعار يوافق"));
    EXPECT_TRUE(says(get("/office/reports", {{"assigned", "0"}}), later.number));
    EXPECT_FALSE(says(get("/office/reports", {{"commune", "1"}}), later.number));
    EXPECT_FALSE(says(get("/office/reports", {{"day", "overdue"}}), later.number));
    go_to(*sooner.due + Days{1});
    auto const overdue = get("/office/reports", {{"day", "overdue"}});
    EXPECT_TRUE(says(overdue, sooner.number));
    EXPECT_FALSE(says(overdue, later.number));
    EXPECT_EQ(get("/office/reports/" + sooner.number).status, 200);
    enter(governor);
    EXPECT_FALSE(says(get("/office/reports"), sooner.number));
    EXPECT_EQ(get("/office/reports/" + sooner.number).status, 404);
    EXPECT_EQ(act_on(sooner, "move", {{"state", "fixed"}}).status, 404);
    enter(citizen);
    EXPECT_EQ(get("/office/reports").status, 403);
    EXPECT_NE(get("/office/reports/" + sooner.number).status, 200);
    enter(nobody);
    EXPECT_NE(get("/office/reports").status, 200);
}

TEST_P(Office, turns_pages) {
    std::vector<std::string> numbers;
    for (int n = 0; n < 27; ++n) numbers.push_back(file(citizen).number);
    auto const first = get("/office/reports"), second = get("/office/reports", {{"page", "2"}});
    EXPECT_TRUE(says(first, numbers[24]));
    EXPECT_FALSE(says(first, numbers[25]));
    EXPECT_TRUE(says(first, "rel=\"next\""));
    EXPECT_TRUE(says(second, numbers[25]));
    EXPECT_FALSE(says(second, "rel=\"next\""));
    EXPECT_EQ(get("/office/reports", {{"page", "-7"}, {"at", "x"}, {"state", "<b>"}}).status, 200);
}

TEST_P(Office, answers_in_a_named_state_with_a_ready_text) {
    auto const report = file(citizen);
    auto const answer = Template{.id = TemplateId{0},
                                 .state = "in_progress",
                                 .category = {},
                                 .title = "الفريق",
                                 .text = {"سيمر الفريق غدا.", "L'équipe passe demain.", {}, {}}};
    ASSERT_EQ(does([&](db::Writer& w) { return desk.keep(w, admin, answer, clock.now()); }), "yes");
    auto const at = "/office/reports/" + report.number + "/do/move";
    auto const page = get(at, {{"state", "in_progress"}});
    std::string_view const before_id = "name=\"template\" value=\"";
    auto const from = page.body.find(before_id) + before_id.size();
    auto const id = page.body.substr(from, page.body.find('"', from) - from);
    // It comes behind what was typed, once; nothing is answered yet.
    auto const chosen =
        act_on(report, "move", {{"state", "in_progress"}, {"text", "شكرا."}, {"template", id}});
    EXPECT_EQ(chosen.status, 200);
    EXPECT_TRUE(says(chosen, "شكرا.\n\nسيمر الفريق غدا.</textarea>"));
    EXPECT_TRUE(says(
        act_on(report, "move",
               {{"state", "in_progress"}, {"text", "شكرا.\n\nسيمر الفريق غدا."}, {"template", id}}),
        "\nشكرا.\n\nسيمر الفريق غدا.</textarea>"));
    EXPECT_TRUE(seen(nobody, report).updates.empty());
    EXPECT_EQ(
        act_on(report, "move", {{"state", "in_progress"}, {"text", "سيمر الفريق غدا."}}).status,
        303);
    EXPECT_EQ(seen(nobody, report).updates.back().text, "سيمر الفريق غدا.");
    // A refusal says who and why, or is none.
    auto const silent = act_on(report, "move", {{"state", "not_responsible"}, {"text", ""}});
    EXPECT_EQ(silent.status, 422);
    EXPECT_TRUE(says(silent, "aria-describedby"));
    EXPECT_EQ(act_on(report, "move", {{"state", "nothing"}, {"text", "نص"}}).status, 422);
    EXPECT_EQ(act_on(report, "move", {{"state", "not_responsible"}, {"text", "لشركة"}}).status,
              303);
    EXPECT_EQ(seen(nobody, report).report.phase, Phase::refused);
    EXPECT_EQ(get(at).status, 409);
    EXPECT_TRUE(says(get("/office/reports", {{"closed", "1"}}), report.number));
    EXPECT_EQ(act_on(report, "reopen", {{"reason", "خطأ منا"}}).status, 303);
    EXPECT_EQ(seen(nobody, report).report.phase, Phase::open);
}

TEST_P(Office, keeps_order_inside_and_tells_its_author_what_concerns_them) {
    auto const report = file(citizen), other = file(neighbour);
    auto const person = std::to_string(officer.person.value());
    EXPECT_EQ(act_on(report, "assign", {{"unit", "0"}, {"officer", person}}).status, 303);
    EXPECT_EQ(act_on(report, "assign", {{"unit", "5"}, {"officer", "0"}}).status, 422);
    EXPECT_EQ(act_on(report, "priority", {{"priority", "2"}}).status, 303);
    EXPECT_EQ(act_on(report, "priority", {{"priority", "9"}}).status, 422);
    EXPECT_EQ(act_on(report, "note", {{"text", "العمود 14"}}).status, 303);
    EXPECT_TRUE(says(get("/office/reports", {{"assigned", person}}), report.number));
    EXPECT_TRUE(says(get("/office/reports/" + report.number), "العمود 14"));
    EXPECT_EQ(act_on(report, "moderate", {{"sight", "nobody_but_office"}, {"reason", ""}}).status,
              422);
    EXPECT_EQ(act_on(report, "moderate", {{"sight", "x"}, {"reason", "سب"}}).status, 422);
    EXPECT_EQ(act_on(report, "moderate", {{"sight", "nobody_but_office"}, {"reason", "سب"}}).status,
              303);
    EXPECT_FALSE(sees(nobody, report));
    EXPECT_EQ(told(citizen.person).back(), "moderated");
    EXPECT_EQ(act_on(other, "duplicate", {{"of", "2026-AAAA"}}).status, 422);
    EXPECT_EQ(act_on(other, "duplicate", {{"of", report.number}}).status, 303);
    EXPECT_TRUE(says(get("/office/reports/" + other.number), report.number));
    EXPECT_EQ(get("/office/reports/" + other.number + "/do/nothing").status, 404);
}

TEST_P(Office, hands_on_to_another_body_which_takes_over) {
    auto const report = file(citizen);
    auto const to = std::to_string(province.value());
    auto const form = [&](std::string reason) {
        return http::Pairs{{"category", "lamp-out"}, {"body", to}, {"reason", std::move(reason)}};
    };
    auto const silent = act_on(report, "transfer", form(""));
    EXPECT_EQ(silent.status, 422);
    auto const gone = act_on(report, "transfer", form("الطريق إقليمية"));
    EXPECT_EQ(gone.status, 303);
    EXPECT_EQ(get("/office/reports/" + report.number).status, 404);
    enter(governor);
    EXPECT_EQ(get("/office/reports/" + report.number).status, 200);
}

TEST_P(Office, gives_work_to_a_team_of_its_own_or_to_a_unit_of_another_body) {
    auto const picture = places.picture();
    auto const ours = picture->open_units_of(commune), theirs = picture->open_units_of(province);
    ASSERT_FALSE(ours.empty());
    auto const report = file(citizen);
    auto const team = std::to_string(ours.front()->id.value());
    EXPECT_TRUE(
        says(get("/office/reports/" + report.number + "/do/assign"), ours.front()->name.ar));
    EXPECT_EQ(act_on(report, "assign", {{"unit", team}, {"officer", "0"}}).status, 303);
    EXPECT_EQ(seen(officer, report).report.unit, ours.front()->id);
    EXPECT_TRUE(says(get("/office/reports", {{"at", std::to_string(commune.value()) + "-" + team}}),
                     report.number));
    // Whoever stands in one unit alone does not see another's.
    auto elsewhere = officer;
    elsewhere.grants.front().unit = ours.back()->id;
    ASSERT_NE(ours.front()->id, ours.back()->id);
    enter(elsewhere);
    EXPECT_EQ(get("/office/reports/" + report.number).status, 404);
    enter(officer);
    auto const form = get("/office/reports/" + report.number + "/do/transfer");
    EXPECT_TRUE(says(form, "<optgroup")) << "under the names of provinces";
    auto const to = [&](std::string body) {
        return act_on(report, "transfer",
                      {{"category", "lamp-out"}, {"body", std::move(body)}, {"reason", "لهم"}});
    };
    auto const here = std::to_string(commune.value());
    EXPECT_EQ(to("x").status, 422);
    EXPECT_EQ(to(here + "-" + team).status, 422) << "it is there already";
    EXPECT_EQ(to(std::to_string(province.value()) + "-" + team).status, 422) << "not a unit of it";
    if (!theirs.empty()) {
        auto const unit = std::to_string(theirs.front()->id.value());
        EXPECT_EQ(to(std::to_string(province.value()) + "-" + unit).status, 303);
        EXPECT_EQ(seen(governor, report).report.unit, theirs.front()->id);
    }
}

TEST_P(Office, shows_the_same_list_on_a_map) {
    auto const report = file(citizen), other = file(neighbour, filing("pothole"));
    auto const page = get("/office/reports/map", {{"category", "pothole"}});
    EXPECT_TRUE(says(page, "<svg"));
    EXPECT_TRUE(says(page, other.number));
    EXPECT_FALSE(says(page, report.number));
    EXPECT_TRUE(says(get("/office/reports"), "/office/reports/map"));
    EXPECT_EQ(get("/office/reports/map", {{"closed", "1"}}).status, 200) << "an empty one";
    EXPECT_EQ(get("/office/reports/map", {{"page", "9"}}).status, 200);
}

TEST_P(Office, lets_an_auditor_read_the_list_and_nothing_behind_it) {
    auto const report = file(citizen), hidden = file(neighbour, filing("noise"));
    auto auditor = holding("المراقب", http::Role::auditor, commune);
    enter(auditor);
    auto const list = get("/office/reports");
    EXPECT_EQ(list.status, 200);
    EXPECT_TRUE(says(list, "/ar/reports/" + report.number));
    EXPECT_FALSE(says(list, "/office/reports/" + report.number));
    EXPECT_FALSE(says(list, "name=\"number\"")) << "nothing to tick";
    EXPECT_TRUE(says(list, hidden.number));
    EXPECT_TRUE(says(list, "إشعار غير منشور"));
    EXPECT_EQ(get("/office/reports/map").status, 200);
    for (std::string const& behind :
         {"/office/reports/" + report.number, "/office/reports/field" + std::string(),
          "/office/reports/" + report.number + "/do/note", std::string("/office/reports/bulk")})
        EXPECT_EQ(get(behind).status, 403) << behind;
    EXPECT_EQ(get("/office/reports", {{"at", std::to_string(province.value())}}).status, 200);
    enter(holding("مراقب الإقليم", http::Role::auditor, province));
    EXPECT_FALSE(says(get("/office/reports"), report.number));
}

TEST_P(Office, lets_one_of_two_win_and_tells_the_other_what_changed) {
    auto const report = file(citizen);
    auto const version = std::to_string(report.version);
    auto const at = "/office/reports/" + report.number + "/do/move";
    EXPECT_EQ(post(at, {{"state", "in_progress"}, {"text", "ألف"}, {"version", version}}).status,
              303);
    auto const late = post(at, {{"state", "fixed"}, {"text", "باء"}, {"version", version}});
    EXPECT_EQ(late.status, 409);
    EXPECT_TRUE(says(late, "تغيرت وضعية الإشعار في هذه الأثناء"));
    EXPECT_TRUE(says(late, "ألف"));
    EXPECT_TRUE(says(late, "باء")) << "what was typed is kept";
    EXPECT_EQ(post(at, {{"state", "fixed"}, {"text", "باء"}}).status, 409) << "no version";
    EXPECT_EQ(seen(nobody, report).report.state, "in_progress");
}

TEST_P(Office, acts_on_several_at_once_and_says_what_became_of_each) {
    auto const one = file(citizen), two = file(neighbour);
    auto const page = get("/office/reports/bulk",
                          {{"act", "move:fixed"}, {"number", one.number}, {"number", two.number}});
    EXPECT_TRUE(says(page, one.number));
    EXPECT_TRUE(says(page, "value=\"" + two.number + ":1\""));
    EXPECT_TRUE(says(page, "name=\"state\" value=\"fixed\""));
    EXPECT_EQ(act_on(two, "priority", {{"priority", "1"}}).status, 303);
    auto const done = post("/office/reports/bulk", {{"act", "move"},
                                                    {"state", "fixed"},
                                                    {"text", "تم"},
                                                    {"number", one.number + ":1"},
                                                    {"number", two.number + ":1"},
                                                    {"number", "2026-AAAA-AAAA:1"}});
    EXPECT_EQ(done.status, 200);
    EXPECT_EQ(seen(nobody, one).report.phase, Phase::fixed);
    EXPECT_EQ(seen(nobody, two).report.phase, Phase::open) << "it had changed";
    EXPECT_TRUE(says(done, "لم يتم"));
    auto const empty = post("/office/reports/bulk", {{"act", "move"},
                                                     {"state", "not_responsible"},
                                                     {"text", ""},
                                                     {"number", two.number + ":2"}});
    EXPECT_EQ(empty.status, 422);
    EXPECT_EQ(get("/office/reports/bulk", {{"act", "move:fixed"}}).status, 303);
    EXPECT_EQ(get("/office/reports/bulk", {{"act", "duplicate"}, {"number", two.number}}).status,
              404);
}

TEST_P(Office, takes_its_list_out_on_paper_or_in_a_file) {
    auto const report = file(citizen);
    auto const paper = get("/office/reports/field");
    EXPECT_TRUE(says(paper, report.number));
    auto const kept = get("/office/reports/field", {{"keep", "1"}});
    EXPECT_TRUE(says(kept, report.number));
    EXPECT_FALSE(says(kept, "<link")) << "it asks no server for anything";
    EXPECT_FALSE(says(kept, "src="));
}

}  // namespace
}  // namespace wasl::reports
