// SPDX-License-Identifier: Apache-2.0
// What the form asks for by itself: documents beside the questions, addresses in parts.
#include <algorithm>

#include "modules/dossiers/questions.hpp"
#include "modules/dossiers/tests/citizen_for_tests.hpp"

namespace wasl::dossiers {
namespace {

class Asking : public CitizenTest {};
INSTANTIATE_TEST_SUITE_P(OnBoth, Asking, tests::both_engines());

// Law 55.19 arts 4-8: what a question of the form asked for is not asked for again.
TEST_P(Asking, hands_in_a_document_with_the_question_that_asks_for_it) {
    std::string asked_in_form;
    revise(permit, [&](procedures::Sheet& sheet) {
        auto const& document =
            *std::find_if(sheet.documents.begin(), sheet.documents.end(), [](auto const& one) {
                return one.supplier == procedures::Supplier::user && one.required &&
                       one.only_if.empty();
            });
        asked_in_form = document.code;
        procedures::FormField field;
        field.code = document.code;
        field.label = document.title;
        field.kind = procedures::FieldKind::file;
        field.required = true;
        sheet.form.push_back(field);
    });
    auto const draft = answered_draft(citizen, permit);
    auto const asks = questions(*sheets.published(permit, commune));
    auto const here = draft + "/form/" + std::to_string(asks.size());
    auto const name = "document-" + asked_in_form;
    auto const page = get(citizen, here).body;
    EXPECT_NE(page.find("multipart/form-data"), std::string::npos);
    EXPECT_NE(page.find("name=\"" + name + "\""), std::string::npos);
    EXPECT_EQ(get(citizen, draft + "/documents").body.find("name=\"" + name + "\""),
              std::string::npos)
        << "once is enough";
    EXPECT_NE(get(citizen, draft + "/check").body.find(here), std::string::npos)
        << "what lacks is given where it was asked for";

    EXPECT_EQ(post(citizen, here, {{"then", "next"}}, {{name, "x.exe", "MZ"}}).status, 422);
    EXPECT_EQ(location(post(citizen, here, {{"then", "stay"}}, {{name, "رسم.pdf", pdf_bytes()}})),
              here);
    auto const given = get(citizen, here).body;
    EXPECT_NE(given.find("رسم.pdf"), std::string::npos);
    auto const button = given.find("name=\"remove\" value=\"") + 21;
    auto const id = given.substr(button, given.find('"', button) - button);
    EXPECT_EQ(location(post(citizen, here, {{"remove", id}})), here);
    EXPECT_EQ(get(citizen, here).body.find("رسم.pdf"), std::string::npos);

    EXPECT_EQ(location(post(citizen, here, {{"then", "next"}}, {{name, "رسم.pdf", pdf_bytes()}})),
              draft + "/documents");
    post(citizen, draft + "/documents", {{"then", "next"}}, all_documents(permit, asked_in_form));
    auto const receipt = location(post(citizen, draft + "/check", {{"declared", "1"}}));
    EXPECT_EQ(seen(citizen, receipt.substr(10, 14)).state, State::lodged) << receipt;
}

TEST_P(Asking, says_an_address_in_parts_and_reads_it_as_one) {
    auto const draft = location(post(
        citizen, "/dossiers/new",
        {{"procedure", std::string(permit)}, {"administration", std::to_string(commune.value())}}));
    auto const sheet = sheets.published(permit, commune);
    auto const asks = questions(*sheet);
    std::size_t place = 0;
    procedures::FormField const* where = nullptr;
    for (; !where; ++place)
        for (auto const* const field : asks.at(place).fields)
            if (field->kind == procedures::FieldKind::address) where = field;
    auto const here = draft + "/form/" + std::to_string(place);
    auto const name = "answer-" + where->code;
    http::Pairs form{{"then", "next"}};
    for (auto const& [code, answer] : filing(permit).values)
        if (code != where->code && asks[place - 1].asks(code))
            form.emplace_back("answer-" + code, answer);
    auto const sent = [&](std::string const& line, std::string const& postcode) {
        auto all = form;
        all.insert(all.end(), {{name, line},
                               {name + ".quarter", "حي السلام"},
                               {name + ".postcode", postcode},
                               {name + ".town", "بركان"}});
        return post(citizen, here, all);
    };
    auto const wrong = sent("زنقة فاس، رقم 12", "6330");
    EXPECT_EQ(wrong.status, 422);
    EXPECT_NE(wrong.body.find("href=\"#field-" + name + ".postcode\""), std::string::npos);
    EXPECT_NE(wrong.body.find("id=\"error-" + name + ".postcode\""), std::string::npos);
    EXPECT_NE(wrong.body.find("value=\"6330\""), std::string::npos) << "what was typed is kept";
    auto const nowhere = sent("", "63300");
    EXPECT_EQ(nowhere.status, 422) << "a town alone is no address";
    EXPECT_NE(nowhere.body.find("id=\"error-" + name + "\""), std::string::npos);
    EXPECT_EQ(sent("زنقة فاس، رقم 12", "٦٣٣٠٠").status, 303) << "digits of the keyboard";
    auto const check = get(citizen, draft + "/check").body;
    EXPECT_NE(check.find("زنقة فاس، رقم 12، حي السلام، 63300 بركان"), std::string::npos) << check;
}

}  // namespace
}  // namespace wasl::dossiers
