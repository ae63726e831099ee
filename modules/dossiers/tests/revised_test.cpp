// SPDX-License-Identifier: Apache-2.0
// A sheet is revised while dossiers run: whoever filed is judged by what was published that day
// (law 55.19 arts 3 and 10); whoever still writes is told and files by what is published now.
#include <algorithm>

#include "modules/dossiers/tests/citizen_for_tests.hpp"

namespace wasl::dossiers {
namespace {

class Revised : public CitizenTest {
protected:
    Revised() {
        auto const sheet = sheets.published(permit, commune);
        former = sheet->revision;
        former_days = sheet->term_days;
        for (auto const& one : sheet->documents)
            if (one.supplier == procedures::Supplier::user && one.required && one.only_if.empty())
                own.push_back(one.code);
        check(own.size() >= 2, "two papers are asked for");
    }

    // The first paper is no longer asked for, another one is; a question more; five days less.
    void revise_all() {
        revise(permit, [&](procedures::Sheet& sheet) {
            auto& documents = sheet.documents;
            auto const first = std::find_if(documents.begin(), documents.end(),
                                            [&](auto const& one) { return one.code == own[0]; });
            first->code = "new-paper";
            first->title = {"وثيقة جديدة", "Nouvelle pièce", {}, {}};
            first->evidence_type.clear();
            procedures::FormField field;
            field.code = "neighbours";
            field.label = {"عدد الجيران", "Nombre de voisins", {}, {}};
            field.kind = procedures::FieldKind::number;
            field.required = false;
            sheet.form.push_back(field);
            sheet.information.push_back({.code = field.code, .title = field.label});
            sheet.term_days -= 5;
        });
        ASSERT_NE(sheets.published(permit, commune)->revision, former);
    }

    void expect_as_filed(std::string const& number) {
        auto const dossier = seen(citizen, number);
        EXPECT_EQ(dossier.revision, former);
        EXPECT_EQ(dossier.term.days, former_days);
        auto const sheet = read([&](db::Reader& reader) { return desk.sheet(reader, dossier); });
        EXPECT_NE(sheet->document(own[0]), nullptr);
        EXPECT_EQ(sheet->document("new-paper"), nullptr);
        EXPECT_EQ(sheet->field("neighbours"), nullptr);
        auto const page = get(citizen, "/dossiers/" + number).body;
        EXPECT_EQ(page.find("وثيقة جديدة"), std::string::npos);
    }

    bool shows(http::Visitor const& who, std::string const& target, std::string_view text) {
        return get(who, target).body.find(text) != std::string::npos;
    }

    procedures::RevisionId former{0};
    int former_days = 0;
    std::vector<std::string> own;  // codes of the papers that everybody hands in
};
INSTANTIATE_TEST_SUITE_P(OnBoth, Revised, tests::both_engines(), tests::engine_name);

TEST_P(Revised, leaves_what_was_filed_under_the_text_of_that_day) {
    auto const lodged = filed(citizen, permit);
    auto made = filing(permit, {own[0]});
    auto const incomplete = file(citizen, made).number;
    auto const suspended = file(citizen, filing(permit)).number;
    ASSERT_EQ(
        told_of(write([&](db::Writer& w) { return desk.take_up(w, act(officer, suspended)); })),
        "yes");
    ASSERT_EQ(told_of(write([&](db::Writer& w) {
                  return desk.ask(w, act(officer, suspended),
                                  {Ask::replacement, "التصميم غير مقروء", {own[0]}});
              })),
              "yes");
    auto const due = *seen(citizen, lodged).due;
    go_to(today() + Days{2});
    revise_all();

    for (auto const& number : {lodged, incomplete, suspended}) expect_as_filed(number);
    EXPECT_EQ(*seen(citizen, lodged).due, due);
    EXPECT_EQ(seen(citizen, suspended).state, State::waiting_replacement);

    // The receipt's list is frozen: the paper that no sheet asks for any more completes the file.
    EXPECT_TRUE(shows(citizen, "/dossiers/" + incomplete, "name=\"document-" + own[0] + "\""));
    auto const version = [&](std::string const& number) {
        return std::to_string(seen(citizen, number).version);
    };
    post(citizen, "/dossiers/" + incomplete + "/supply", {{"version", version(incomplete)}},
         {{"document-" + own[0], "x.pdf", pdf_bytes()}});
    EXPECT_EQ(seen(citizen, incomplete).state, State::lodged);
    post(citizen, "/dossiers/" + suspended + "/answer", {{"version", version(suspended)}},
         {{"document-" + own[0], "y.pdf", pdf_bytes()}});
    EXPECT_EQ(seen(citizen, suspended).state, State::in_review);
    for (auto const& number : {lodged, incomplete, suspended}) expect_as_filed(number);
    // Nobody may ask them for the paper of the new text (art. 10).
    EXPECT_NE(told_of(write([&](db::Writer& w) {
                  return desk.ask(w, act(officer, suspended),
                                  {Ask::replacement, "المرجو الإدلاء بها", {"new-paper"}});
              })),
              "yes");

    // Everybody else reads and files the new one.
    auto const place =
        "/procedures/" + std::string(permit) + "/in/" + std::to_string(commune.value());
    EXPECT_TRUE(shows({}, place, "وثيقة جديدة"));
    EXPECT_TRUE(shows({}, "/procedures/" + std::string(permit), "وثيقة جديدة"));
    auto const later = file(citizen, filing(permit)).number;
    EXPECT_EQ(seen(citizen, later).term.days, former_days - 5);
    expect_consistent();
}

TEST_P(Revised, tells_who_still_writes_and_lets_nobody_file_by_the_former_text) {
    auto const draft = answered_draft(citizen, permit);
    post(citizen, draft + "/documents", {{"then", "next"}}, all_documents(permit));
    run_jobs();
    EXPECT_EQ(told(citizen.person), std::vector<std::string>{});
    revise_all();
    for (int n = 0; n < 2; ++n) run_jobs();
    EXPECT_EQ(told(citizen.person), std::vector<std::string>{"draft_revised"}) << "and once";

    // The draft itself stays as it was until its writer goes on.
    for (std::string const part : {"/form/1", "/documents", "/check"}) {
        EXPECT_TRUE(shows(citizen, draft + part, "وثيقة جديدة")) << part;
        EXPECT_TRUE(shows(citizen, draft + part, "عدد الجيران")) << part;
        EXPECT_TRUE(shows(citizen, draft + part, draft + "/renew")) << part;
    }
    EXPECT_TRUE(shows(citizen, draft + "/documents", "name=\"document-" + own[0] + "\""));
    EXPECT_FALSE(shows(citizen, draft + "/check", "name=\"declared\""));
    auto const pressed = post(citizen, draft + "/check", {{"declared", "1"}});
    EXPECT_EQ(pressed.status, 422) << "from a page that was open before";
    EXPECT_NE(pressed.body.find("عُدّلت البطاقة بعد بدء هذه المسودة"), std::string::npos);
    EXPECT_EQ(post(somebody("غريب"), draft + "/renew", {}).status, 404);

    for (int n = 0; n < 2; ++n) EXPECT_EQ(location(post(citizen, draft + "/renew", {})), draft);
    EXPECT_FALSE(shows(citizen, draft + "/documents", "name=\"document-" + own[0] + "\""));
    EXPECT_TRUE(shows(citizen, draft + "/documents", "name=\"document-new-paper\""));
    EXPECT_FALSE(shows(citizen, draft + "/check", "/renew"));
    EXPECT_TRUE(shows(citizen, draft + "/check", "وثيقة.pdf") ||
                shows(citizen, draft + "/documents", "وثيقة.pdf"))
        << "the other papers are still there";
    post(citizen, draft + "/documents", {{"then", "next"}},
         {{"document-new-paper", "جديدة.pdf", pdf_bytes()}});
    auto const receipt = location(post(citizen, draft + "/check", {{"declared", "1"}}));
    auto const dossier = seen(citizen, receipt.substr(10, 14));
    EXPECT_EQ(dossier.state, State::lodged) << receipt;
    EXPECT_EQ(dossier.term.days, former_days - 5);
    EXPECT_NE(dossier.revision, former);
    for (auto const& one : dossier.documents) EXPECT_NE(one.requirement, own[0]);
}

}  // namespace
}  // namespace wasl::dossiers
