// SPDX-License-Identifier: Apache-2.0
// The office's day through the router: what an officer is shown, may do, and is told.
#include "kernel/csv.hpp"
#include "modules/dossiers/store.hpp"
#include "modules/dossiers/tests/office_for_tests.hpp"
#include "modules/dossiers/views_compliance.hpp"
#include "platform/html/tests/parsed.hpp"

namespace wasl::dossiers {
namespace {

using OfficePagesTest = OfficeTest;
INSTANTIATE_TEST_SUITE_P(OnBoth, OfficePagesTest, tests::both_engines(), tests::engine_name);

http::Pairs refusal(std::string reasons) {
    return {{"reasons", std::move(reasons)},
            {"articles", "المادة 43 من القانون رقم 12.90"},
            {"appeal_authority", "رئيس مجلس جماعة بركان"},
            {"appeal_days", "30"},
            {"confirmed", "1"}};
}

TEST_P(OfficePagesTest, puts_first_what_expires_first_and_shows_it_to_the_unit_alone) {
    EXPECT_TRUE(says(get("/desk"), "لا يوجد أي ملف في الانتظار"));
    auto const late = file(citizen, filing("building-permit"));
    go_to(today() + Days{3});
    auto const later = file(citizen, filing("building-permit"));
    auto const page = get("/desk");
    auto const first = page.body.find(late.number), second = page.body.find(later.number);
    ASSERT_NE(first, std::string::npos);
    EXPECT_LT(first, second);
    EXPECT_TRUE(says(get("/desk", {{"state", "in_review"}}), "لا يوجد ملف يوافق هذا الاختيار"));
    EXPECT_TRUE(says(get("/desk", {{"more", "1"}, {"after", "x.y"}}), "name=\"procedure\""));
    EXPECT_EQ(get("/desk/" + late.number).status, 200);
    go_to(late.due + Days{1});
    EXPECT_TRUE(says(get("/desk", {{"only", "overdue"}}), "tag danger"));
    enter(holding("غريب", http::Role::officer, province, UnitId{0}));
    EXPECT_FALSE(says(get("/desk"), late.number));
    EXPECT_EQ(get("/desk/" + late.number).status, 404);
    EXPECT_EQ(act_on(late.number, "take_up", {}).status, 404);
    enter(citizen);
    EXPECT_NE(get("/desk/" + late.number).status, 200);
}

TEST_P(OfficePagesTest, reads_an_address_as_one_line) {
    auto made = filing("building-permit");
    for (auto& [code, answer] : made.values)
        if (code == "site_address") answer = "زنقة فاس، رقم 12\n\n63300\nبركان";
    auto const page = get("/desk/" + file(citizen, made).number);
    EXPECT_TRUE(says(page, "زنقة فاس، رقم 12، 63300 بركان"));
}

TEST_P(OfficePagesTest, turns_pages_by_the_last_line) {
    std::vector<std::string> numbers;
    for (int n = 0; n < 27; ++n) numbers.push_back(file(citizen, filing("building-permit")).number);
    auto const first = get("/desk");
    EXPECT_TRUE(says(first, numbers[24]));
    EXPECT_FALSE(says(first, numbers[25]));
    auto const from = first.body.find("after=") + 6;
    auto const cursor = first.body.substr(from, first.body.find('"', from) - from);
    auto const second = get("/desk", {{"after", cursor}});
    EXPECT_TRUE(says(second, numbers[26]));
    EXPECT_FALSE(says(second, numbers[24]));
    EXPECT_TRUE(says(second, "rel=\"prev\""));
    EXPECT_FALSE(says(second, "rel=\"next\""));
}

TEST_P(OfficePagesTest, cannot_keep_a_refusal_without_reasons_and_keeps_what_was_typed) {
    auto const number = file(citizen, filing("building-permit")).number;
    EXPECT_EQ(act_on(number, "take_up", {}).status, 303);
    auto const form = get("/desk/" + number + "/do/refuse");
    EXPECT_TRUE(says(form, "name=\"appeal_days\""));
    EXPECT_FALSE(says(form, "name=\"appeal_authority\" value=\"\""));
    auto const empty = act_on(number, "refuse", refusal(""));
    EXPECT_EQ(empty.status, 422);
    EXPECT_TRUE(says(empty, "المادة 43 من القانون رقم 12.90"));
    EXPECT_TRUE(says(empty, "المادة "));
    EXPECT_TRUE(says(empty, "aria-describedby"));
    EXPECT_EQ(html::Parsed(empty.body).errors(), 0);
    auto preview_form = refusal("مخالفة تصميم التهيئة");
    preview_form.pop_back();
    auto const preview = act_on(number, "refuse", preview_form);
    EXPECT_EQ(preview.status, 200);
    EXPECT_TRUE(says(preview, "class=\"paper\""));
    EXPECT_TRUE(says(preview, "مخالفة تصميم التهيئة"));
    EXPECT_EQ(seen(officer, number).state, State::in_review);
    EXPECT_EQ(act_on(number, "refuse", refusal("مخالفة تصميم التهيئة")).status, 303);
    EXPECT_EQ(seen(officer, number).state, State::refused);
    EXPECT_TRUE(says(get("/desk/" + number), "مخالفة تصميم التهيئة"));
}

TEST_P(OfficePagesTest, lists_what_is_to_be_fetched_and_says_why_it_cannot_be_had) {
    EXPECT_TRUE(says(get("/desk/fetches"), "لا توجد وثيقة للجلب"));
    auto made = filing("building-permit");
    made.consents = {"agency_opinion"};
    auto const number = file(citizen, made).number;
    EXPECT_TRUE(says(get("/desk/fetches"), number));
    auto const at = "/desk/" + number + "/fetches/agency_opinion";
    EXPECT_TRUE(says(get("/desk/" + number), at));
    EXPECT_TRUE(says(get(at), "الوكالة الحضرية"));
    EXPECT_EQ(get("/desk/" + number + "/fetches/urban_note").status, 409) << "no consent";
    EXPECT_EQ(get("/desk/" + number + "/fetches/nothing").status, 404);
    auto const fail = [&](std::string reason) {
        return ask(http::Method::post, at, {},
                   {{"outcome", "failed"},
                    {"reason", std::move(reason)},
                    {"version", std::to_string(act(officer, number).version)}});
    };
    auto const empty = fail("");
    EXPECT_EQ(empty.status, 422);
    EXPECT_EQ(html::Parsed(empty.body).errors(), 0);
    EXPECT_EQ(ask(http::Method::post, at, {}, {{"outcome", "fetched"}}).status, 422) << "no file";
    EXPECT_EQ(fail("لم تجب الوكالة الحضرية").status, 303);
    EXPECT_TRUE(says(get("/desk/" + number), "لم تجب الوكالة الحضرية"));
    EXPECT_TRUE(says(get("/desk/fetches"), "لا توجد وثيقة للجلب"));
    EXPECT_EQ(get(at).status, 409);
}

TEST_P(OfficePagesTest, lets_one_of_two_officers_win_and_tells_the_other) {
    auto const number = file(citizen, filing("building-permit")).number;
    EXPECT_EQ(act_on(number, "take_up", {}).status, 303);
    auto const version = act(officer, number).version;
    for (int n = 0; n < 2; ++n)
        EXPECT_EQ(act_on(number, "approve", {{"confirmed", "1"}}, version).status, 303)
            << "pressed twice by the same hand";
    EXPECT_EQ(seen(officer, number).decisions.size(), 1U);
    enter(colleague);
    auto const told = act_on(number, "refuse", refusal("كلام لا يضيع"), version);
    EXPECT_EQ(told.status, 409);
    EXPECT_TRUE(says(told, "سبق شخص آخر"));
    EXPECT_TRUE(says(told, "كلام لا يضيع"));
    EXPECT_TRUE(says(told, officer.name));
    EXPECT_EQ(seen(officer, number).state, State::approved);
    EXPECT_EQ(act_on(number, "approve", {{"confirmed", "1"}}, version).status, 409);
}

TEST_P(OfficePagesTest, refuses_forged_steps_with_their_article) {
    auto const filed = file(citizen, filing("building-permit"));
    EXPECT_EQ(act_on(filed.number, "take_up", {}).status, 303);
    EXPECT_EQ(act_on(filed.number, "ask_information", {{"reason", "بيان المساحة"}}).status, 303);
    auto const again = act_on(filed.number, "ask_information", {{"reason", "مرة ثانية"}});
    EXPECT_EQ(again.status, 409);
    EXPECT_TRUE(says(again, "سبق توجيه هذا الطلب مرة واحدة"));
    EXPECT_TRUE(says(again, "المادة"));
    EXPECT_TRUE(says(again, "مرة ثانية"));
    EXPECT_EQ(act_on(filed.number, "revoke", {{"reason", "بلا سبب"}, {"confirmed", "1"}}).status,
              409);
    EXPECT_EQ(act_on(filed.number, "burn", {}).status, 404);
    // Neither a form without its fields nor an address typed by hand hides what the law says.
    for (auto const* const name : {"take_up", "ask_originals", "refuse"}) {
        auto const at = "/desk/" + filed.number + "/do/" + name;
        auto const bare = ask(http::Method::post, at, {}, {{"reason", "نسخة غير واضحة"}});
        EXPECT_EQ(bare.status, 409) << name;
        EXPECT_TRUE(says(bare, "المادة")) << name;
        auto const form = get(at);
        EXPECT_EQ(form.status, 409) << name;
        EXPECT_TRUE(says(form, "المادة")) << name;
    }
    EXPECT_TRUE(says(get("/desk/" + filed.number), "إجراءات غير ممكنة"));
}

TEST_P(OfficePagesTest, leaves_an_officers_own_request_to_the_others) {
    auto const number = file(officer, filing("building-permit")).number;
    EXPECT_FALSE(says(get("/desk"), number));
    enter(colleague);
    EXPECT_TRUE(says(get("/desk"), number));
}

TEST_P(OfficePagesTest, gives_files_to_the_office_alone_and_lets_nothing_in_them_run) {
    auto const path = made().folder() + "/letter.pdf";
    std::string const pdf =
        "%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n"
        "trailer << /Root 1 0 R >>\nstartxref\n9\n%%EOF\n";
    std::FILE* const out = std::fopen(path.c_str(), "wb");
    ASSERT_NE(out, nullptr);
    std::fwrite(pdf.data(), 1, pdf.size(), out);
    std::fclose(out);
    auto const kept = files.keep(path, "letter.pdf");
    ASSERT_FALSE(kept.refused());
    auto made_filing = filing("building-permit");
    made_filing.documents.front().stored = kept.value();
    auto const number = file(citizen, made_filing).number;
    auto const id = seen(officer, number).documents.front().id.value();
    auto const address = "/desk/" + number + "/documents/" + std::to_string(id);
    auto const given = get(address);
    EXPECT_EQ(given.status, 200);
    EXPECT_EQ(given.type, "application/pdf");
    bool sandboxed = false, attached = false;
    for (auto const& [name, value] : given.headers) {
        sandboxed =
            sandboxed || (name == "content-security-policy" && value.starts_with("sandbox"));
        attached = attached || (name == "content-disposition" && value.starts_with("attachment"));
    }
    EXPECT_TRUE(sandboxed && attached);
    EXPECT_EQ(get("/desk/" + number + "/documents/1").status, 404);
    enter(holding("غريب", http::Role::officer, province, UnitId{0}));
    EXPECT_EQ(get(address).status, 404);
}

TEST_P(OfficePagesTest, asks_another_unit_which_answers_on_its_own_page) {
    auto const number = file(citizen, filing("building-permit")).number;
    EXPECT_EQ(act_on(number, "take_up", {}).status, 303);
    EXPECT_EQ(act_on(number, "ask_opinion",
                     {{"unit", std::to_string(other_unit.value())},
                      {"question", "هل الطريق عمومي؟"},
                      {"days", "7"}})
                  .status,
              303);
    auto const opinion = seen(officer, number).opinions.front().id.value();
    enter(holding("مهندس", http::Role::officer, commune, other_unit));
    EXPECT_TRUE(says(get("/desk/opinions"), number));
    EXPECT_TRUE(says(get("/desk/" + number), "هل الطريق عمومي؟"));
    http::Pairs answer{{"opinion", std::to_string(opinion)}, {"text", "نعم"}};
    EXPECT_EQ(act_on(number, "give_opinion", answer).status, 422);
    answer.emplace_back("favourable", "1");
    EXPECT_EQ(act_on(number, "give_opinion", answer).status, 303);
    EXPECT_EQ(act_on(number, "approve", {{"confirmed", "1"}}).status, 403);
}

TEST_P(OfficePagesTest, publishes_how_terms_are_kept_as_a_page_and_a_harmless_table) {
    EXPECT_TRUE(says(get("/compliance"), "لا توجد أرقام لهذا الاختيار"));
    auto const number = file(citizen, filing("building-permit")).number;
    EXPECT_EQ(act_on(number, "take_up", {}).status, 303);
    EXPECT_EQ(act_on(number, "approve", {{"confirmed", "1"}}).status, 303);
    enter({});
    auto const page = get("/compliance");
    EXPECT_TRUE(page.shared);
    EXPECT_TRUE(says(page, "/ar/compliance.csv?year=2026"));
    EXPECT_FALSE(says(page, "مريم العلوي"));
    auto const csv = get("/compliance.csv", {{"year", "2026"}});
    EXPECT_TRUE(csv.type.starts_with("text/csv"));
    EXPECT_TRUE(says(csv, ",1,0,1,0,0,0,0,0,0,1,0,0,0,0,0\r\n")) << csv.body;
    // Every figure that programs get has its column, under the words of the page.
    std::string heads;
    for (auto const* const head :
         {&msg::silence_administration, &msg::queue_procedure, &msg::public_filed,
          &msg::public_incomplete, &msg::public_on_time, &msg::public_late,
          &msg::public_open_overdue, &msg::public_silent, &msg::public_refused,
          &msg::public_unanswered, &msg::public_appeals, &msg::public_approved,
          &msg::public_returned, &msg::public_withdrawn, &msg::public_attested, &msg::public_median,
          &msg::public_ninetieth})
        heads += (heads.empty() ? "" : ",") + csv_cell(i18n::sentence(Language::ar, *head));
    EXPECT_TRUE(csv.body.starts_with("\xEF\xBB\xBF" + heads + "\r\n")) << csv.body;
    EXPECT_EQ(csv_cell("=1+1"), "\"'=1+1\"");
    EXPECT_EQ(csv_cell("@x\"y"), "\"'@x\"\"y\"");
    EXPECT_EQ(csv_cell("جماعة"), "\"جماعة\"");
}

TEST_P(OfficePagesTest, leads_a_claim_of_silence_to_the_head_and_then_to_the_governor) {
    auto const filed = file(citizen, filing("building-permit"));
    EXPECT_TRUE(says(get("/desk/silence"), "لا توجد طلبات تسليم بعد السكوت"));
    go_to(filed.due + Days{1});
    auto const claimed = write(
        [&](db::Writer& writer) { return desk.claim_silence(writer, act(citizen, filed.number)); });
    ASSERT_EQ(told_of(claimed), "yes");
    enter(president);
    EXPECT_TRUE(says(get("/desk/silence"), filed.number));
    EXPECT_EQ(act_on(filed.number, "refuse", refusal("فات الأوان")).status, 409);
    enter(governor);
    EXPECT_FALSE(says(get("/desk/silence"), filed.number));
    go_to(seen(citizen, filed.number).silence->due + Days{1});
    auto const escalated = write([&](db::Writer& writer) {
        return desk.escalate_silence(writer, act(citizen, filed.number));
    });
    ASSERT_EQ(told_of(escalated), "yes");
    EXPECT_TRUE(says(get("/desk/silence"), filed.number));
    EXPECT_TRUE(says(get("/desk/" + filed.number), "/do/attest"));
    http::Pairs letter{{"letter", "2026/118"}, {"confirmed", "1"}};
    EXPECT_EQ(act_on(filed.number, "attest", letter).status, 422);
    letter.emplace_back("letter_on", iso(today()));
    EXPECT_EQ(act_on(filed.number, "attest", letter).status, 303);
    EXPECT_EQ(seen(citizen, filed.number).state, State::attested);
}

TEST_P(OfficePagesTest, lets_the_president_hear_an_appeal_with_reasons) {
    auto const number = file(citizen, filing("building-permit")).number;
    EXPECT_EQ(act_on(number, "take_up", {}).status, 303);
    EXPECT_EQ(act_on(number, "refuse", refusal("مخالفة تصميم التهيئة")).status, 303);
    auto const appealed = write([&](db::Writer& writer) {
        return desk.appeal(writer, act(citizen, number), AppealOver::refusal, "التصميم مطابق");
    });
    ASSERT_EQ(told_of(appealed), "yes");
    EXPECT_EQ(get("/desk/appeals").status, 403);
    EXPECT_FALSE(says(get("/desk/" + number), "/do/decide_appeal"));
    enter(president);
    EXPECT_TRUE(says(get("/desk/appeals"), number));
    EXPECT_TRUE(says(get("/desk/" + number + "/do/decide_appeal"), "التصميم مطابق"));
    http::Pairs answer{{"granted", "0"}, {"confirmed", "1"}};
    EXPECT_EQ(act_on(number, "decide_appeal", answer).status, 422);
    answer.front().second = "1";
    EXPECT_EQ(act_on(number, "decide_appeal", answer).status, 303);
    EXPECT_EQ(seen(citizen, number).state, State::approved);
}

// The index gives the order: no page sorts or counts, however long the queue is.
TEST_P(OfficePagesTest, walks_an_index_for_each_shape_of_the_queue) {
    if (GetParam() != db::Engine::sqlite) GTEST_SKIP() << "asks SQLite for its plan";
    QueueAsk const in_unit{.administration = commune, .unit = unit};
    auto by_state = in_unit, mine = in_unit, backwards = in_unit;
    by_state.state = State::lodged;
    mine.mine = true;
    backwards.backwards = true;
    QueueAsk const whole{.administration = commune};
    std::pair<QueueAsk const&, std::string_view> const shapes[] = {
        {in_unit, "dossiers_queue "},
        {backwards, "dossiers_queue "},
        {by_state, "dossiers_queue_by_state "},
        {mine, "dossiers_queue_mine "},
        {whole, "dossiers_queue_whole "}};
    auto const plan_of = [&](std::string_view statement) {
        auto const text = "explain query plan " + std::string(statement);
        std::size_t cells = 0;
        while (text.find("$" + std::to_string(cells + 1)) != std::string::npos) ++cells;
        std::string plan;
        read([&](db::Reader& reader) {
            reader.run({"test.plan", text}, std::vector<db::Cell>(cells, db::cell("")),
                       [&](db::Row const& row) { plan.append(row.text(3)).append("\n"); });
            return 0;
        });
        return plan;
    };
    for (auto const& [ask, index] : shapes) {
        auto const plan = plan_of(store::queue_text({ask, officer.person, today()}));
        EXPECT_NE(plan.find("INDEX " + std::string(index)), std::string::npos) << plan;
        EXPECT_EQ(plan.find("TEMP B-TREE"), std::string::npos) << plan;
    }
    auto const own = plan_of(store::own_open_text());
    EXPECT_NE(own.find("INDEX dossiers_by_applicant "), std::string::npos) << own;
}

}  // namespace
}  // namespace wasl::dossiers
