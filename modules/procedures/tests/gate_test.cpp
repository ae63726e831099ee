// SPDX-License-Identifier: Apache-2.0
// The gate as a table: one lawful sheet, one change that makes it unlawful, the article that says
// so.
#include "modules/procedures/gate.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

#include "modules/procedures/tests/models_for_tests.hpp"

namespace wasl::procedures {
namespace {

using UnlawfulChange = std::function<void(Sheet&)>;

struct UnlawfulCase {
    std::string name;
    UnlawfulChange change;
    std::string_view article;
    std::string_view field;
};

std::vector<InventoriedDecision> const& lists() {
    static auto const read = inventory();
    return read;
}

std::vector<EvidenceType> const& types() {
    static auto const all = known_evidence_types();
    return all;
}

Sheet lawful() {
    auto sheet = model_named("building-permit");
    sheet.approval = {ApprovedBy::interior, "المراسلة رقم 12", day(2026, 4, 1)};
    return sheet;
}

Document demanded(std::string_view title) {
    return {.code = "extra",
            .title = {std::string(title), {}, {}, {}},
            .basis = {{"القانون رقم 12.90", {}, "المادة 43", {}, false}}};
}
void add(Sheet& sheet, Document document) { sheet.documents.push_back(std::move(document)); }

// One table, however long.
std::vector<UnlawfulCase> const& unlawful() {  // NOLINT(readability-function-size)
    static std::vector<UnlawfulCase> const cases{
        {"no Arabic name", [](Sheet& s) { s.title.ar.clear(); }, "55.19/6", "title"},
        {"nobody receives it", [](Sheet& s) { s.handling.ar.clear(); }, "55.19/6", "handling"},
        {"no appeal", [](Sheet& s) { s.appeal.ar.clear(); }, "55.19/6", "appeal"},
        {"rests on nothing", [](Sheet& s) { s.basis.clear(); }, "55.19/3", "basis"},
        {"a text without its article", [](Sheet& s) { s.basis[0].reference.clear(); }, "55.19/3",
         "basis"},
        {"a document without a basis", [](Sheet& s) { s.documents[1].basis.clear(); }, "55.19/3",
         "documents.ownership"},
        {"the same document twice", [](Sheet& s) { add(s, demanded(s.documents[1].title.ar)); },
         "55.19/4", "documents.extra"},
        {"four copies",
         [](Sheet& s) {
             auto document = demanded("التصاميم");
             document.copies = 4;
             add(s, document);
         },
         "55.19/7", "documents.extra"},
        {"two copies, in words", [](Sheet& s) { add(s, demanded("تصميم في نسختين")); }, "55.19/7",
         "documents.extra"},
        {"a legalised signature", [](Sheet& s) { add(s, demanded("التزام مصحح الإمضاء")); },
         "55.19/7", "documents.extra"},
        {"a certified copy", [](Sheet& s) { add(s, demanded("نسخة مُطابقة للأصل من العقد")); },
         "55.19/7", "documents.extra"},
        {"a public document",
         [](Sheet& s) {
             auto document = demanded("تصميم التهيئة");
             document.publicly_available = true;
             add(s, document);
         },
         "55.19/7", "documents.extra"},
        {"a birth record beside the identity card",
         [](Sheet& s) { add(s, demanded("عقد الازدياد")); }, "04.20/11", "documents.extra"},
        {"a residence certificate", [](Sheet& s) { add(s, demanded("شهادة السكنى")); }, "04.20/11",
         "documents.extra"},
        {"nobody holds what the administration fetches",
         [](Sheet& s) {
             auto document = demanded("شهادة الملكية");
             document.supplier = Supplier::administration;
             add(s, document);
         },
         "55.19/23", "documents.extra"},
        {"a fee without a text", [](Sheet& s) { s.fees[0].basis = {}; }, "55.19/6",
         "fees.construction_tax"},
        {"no term", [](Sheet& s) { s.term_days = 0; }, "55.19/16", "term_days"},
        {"61 days", [](Sheet& s) { s.term_days = 61; }, "55.19/16", "term_days"},
        {"calls itself investment", [](Sheet& s) { s.investment = true, s.cap_days = 30; },
         "55.19/16", "investment_list_item"},
        {"extends without being listed",
         [](Sheet& s) {
             s.extension = true;
             s.extension_list_item = "2.22.141-3";
             s.extension_conditions.ar = "بحث عمومي";
             s.extension_days = 10;
         },
         "55.19/17", "extension_list_item"},
        {"silence without a list", [](Sheet& s) { s.silence_list_item.clear(); }, "55.19/19",
         "silence_list_item"},
        {"silence by the list of the State", [](Sheet& s) { s.silence_list_item = "2.22.387-4"; },
         "55.19/19", "silence_list_item"},
        {"denies what the list grants", [](Sheet& s) { s.silence = Silence::none; }, "55.19/19",
         "silence"},
        {"online alone", [](Sheet& s) { s.channels = {Channel::online}; }, "55.19/30", "channels"},
    };
    return cases;
}

TEST(Gate, lets_a_lawful_sheet_pass) {
    for (auto const& objection : objections(lawful(), {true, &lists(), &types()}))
        ADD_FAILURE() << objection.field << " " << objection.article;
}

TEST(Gate, names_the_article_that_an_unlawful_sheet_offends) {
    for (auto const& one : unlawful()) {
        auto sheet = lawful();
        one.change(sheet);
        auto const found = objections(sheet, {true, &lists(), &types()});
        EXPECT_TRUE(std::any_of(found.begin(), found.end(), [&](Objection const& objection) {
            return objection.article == one.article && objection.field == one.field;
        })) << one.name;
    }
}

TEST(Gate, sends_the_state_to_the_commission_and_its_own_list) {
    auto sheet = lawful();
    sheet.approval.by = ApprovedBy::commission;
    sheet.silence_list_item = "2.22.387-4";
    EXPECT_TRUE(objections(sheet, {false, &lists(), &types()}).empty());
}

TEST(Gate, lets_a_listed_act_be_extended_for_its_stated_cases) {
    auto sheet = lawful();
    sheet.silence = Silence::none;
    sheet.silence_list_item.clear();
    sheet.extension = true;
    sheet.extension_list_item = "2.22.386-117";
    sheet.extension_conditions.ar = "خبرة تقنية للموقع";
    sheet.extension_days = 30;
    EXPECT_TRUE(objections(sheet, {true, &lists(), &types()}).empty());
}

TEST(Gate, passes_every_model_in_arabic_and_french) {
    auto const all = models();
    EXPECT_GE(all.size(), 20U);
    std::size_t by_silence = 0;
    for (auto sheet : all) {
        sheet.approval = {ApprovedBy::interior, "المراسلة رقم 12", day(2026, 4, 1)};
        for (auto const& objection : objections(sheet, {true, &lists(), &types()}))
            ADD_FAILURE() << sheet.code << ": " << objection.field << " " << objection.article;
        by_silence += sheet.silence == Silence::acceptance;
        auto const both = [&](Names const& names) {
            EXPECT_FALSE(names.ar.empty()) << sheet.code;
            EXPECT_FALSE(names.fr.empty()) << sheet.code << ": " << names.ar;
        };
        both(sheet.title), both(sheet.summary), both(sheet.output), both(sheet.handling);
        both(sheet.appeal);
        for (auto const& document : sheet.documents) both(document.title);
        for (auto const& field : sheet.form) both(field.label);
        for (auto const& fee : sheet.fees) both(fee.name);
    }
    EXPECT_EQ(by_silence, 9U) << "the nine acts of decree 2.22.141";
}

TEST(Inventory, carries_each_listed_decision_once) {
    EXPECT_EQ(lists().size(), 244U);
    auto const silent =
        std::count_if(lists().begin(), lists().end(), [](auto const& one) { return one.silence; });
    EXPECT_GE(silent, 55);
    for (auto const& one : lists()) {
        EXPECT_TRUE(one.term_days <= one.cap_days) << one.code;
        EXPECT_EQ(one.investment, one.cap_days == 30) << one.code;
        EXPECT_TRUE(one.sources.starts_with(one.code)) << one.code;
    }
}

}  // namespace
}  // namespace wasl::procedures
