// SPDX-License-Identifier: Apache-2.0
// The editor as somebody without a script uses it: lists, formulas, conditions, groups.
#include "modules/procedures/editor.hpp"
#include "modules/procedures/moves.hpp"
#include "modules/procedures/tests/pages_for_tests.hpp"
#include "modules/procedures/typed.hpp"
#include "modules/procedures/views_formula.hpp"
#include "platform/html/tests/parsed.hpp"
#include "platform/i18n/i18n.hpp"

namespace wasl::procedures {
namespace {

class Editor : public ProcedurePages {
protected:
    std::string edit(std::string_view section) {
        return office("burial-permit") + "/edit/" + std::string(section);
    }
    http::Response send(std::string_view section, std::string_view act, http::Pairs form) {
        form.emplace_back("edition", std::to_string(draft("burial-permit").edition));
        form.emplace_back("do", act);
        return post(edit(section), std::move(form));
    }
    Sheet sheet() { return draft("burial-permit").sheet; }
};
INSTANTIATE_TEST_SUITE_P(OnBoth, Editor, tests::both_engines(), tests::engine_name);

http::Pairs const numbers_and_a_group{{"count", "3"},
                                      {"form.0.code", "area"},
                                      {"form.0.label_ar", "المساحة"},
                                      {"form.0.kind", "number"},
                                      {"form.0.required", "1"},
                                      {"form.1.code", "married"},
                                      {"form.1.label_ar", "الحالة العائلية"},
                                      {"form.1.kind", "yes_no"},
                                      {"form.2.code", "heirs"},
                                      {"form.2.label_ar", "الورثة"},
                                      {"form.2.kind", "group"},
                                      {"form.2.rows_max", "4"},
                                      {"form.2.fields.count", "1"},
                                      {"form.2.fields.0.code", "heir_name"},
                                      {"form.2.fields.0.label_ar", "الاسم"},
                                      {"form.2.fields.0.kind", "text"},
                                      {"form.2.only_if.0.field", "married"},
                                      {"form.2.only_if.0.is", "equals"},
                                      {"form.2.only_if.0.value", "نعم"}};

struct EditedCase {
    std::string_view pressed;
    std::string_view names;  // of the items afterwards, in order
};

TEST(Moves, are_made_upon_what_was_typed) {
    static constexpr EditedCase cases[] = {
        {"add", "a b c -"},      {"remove.0", "b c"},        {"remove.2", "a b"},
        {"up.0", "a b c"},       {"up.2", "a c b"},          {"down.0", "b a c"},
        {"down.2", "a b c"},     {"remove.7", "a b c"},      {"remove:fees.1", "a c"},
        {"add:fees", "a b c -"}, {"remove:form.1", "a b c"}, {"sing.1", "a b c"},
        {"save", "a b c"},       {"up.x", "a b c"}};
    for (auto const& [pressed, names] : cases) {
        http::Pairs form{{"count", "3"},       {"fees.0.name", "a"},    {"fees.1.name", "b"},
                         {"fees.2.name", "c"}, {"fees.0.t.count", "1"}, {"note", "n"}};
        if (auto const move = move_of("fees", pressed)) make(*move, form);
        http::Request request;
        request.form = form;
        std::string found;
        auto const count = *request.field_number("count");
        for (int n = 0; n < count; ++n) {
            auto const name = request.field("fees." + std::to_string(n) + ".name");
            found += (n > 0 ? " " : "") + std::string(name.empty() ? "-" : name);
        }
        EXPECT_EQ(found, names) << pressed;
        EXPECT_EQ(request.field("note"), "n");
    }
}

TEST_P(Editor, builds_a_form_with_conditions_and_groups) {
    enter_as(Role::officer);
    EXPECT_EQ(send("form", "save", numbers_and_a_group).status, 303);
    auto const form = sheet().form;
    ASSERT_EQ(form.size(), 3U);
    EXPECT_EQ(form[2].rows_max, 4);
    ASSERT_EQ(form[2].only_if.size(), 1U);
    EXPECT_EQ(form[2].only_if[0].value, "yes") << "as the form keeps the answer";
    EXPECT_EQ(send("form", "add:form.2.fields", numbers_and_a_group).status, 303);
    ASSERT_EQ(sheet().form[2].fields.size(), 2U);
    EXPECT_EQ(sheet().form[2].fields[1].code, "item-1");
    for (auto const each : languages) {
        language = each;
        EXPECT_EQ(html::Parsed(get(edit("form")).body).errors(), 0);
    }
    auto nested = numbers_and_a_group;
    nested[15].second = "file";
    auto const refused = send("form", "save", nested);
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(says(refused, "الورثة")) << "with all that was typed";
}

TEST_P(Editor, explains_a_formula_in_words_and_tries_it) {
    enter_as(Role::officer);
    EXPECT_EQ(send("form", "save", numbers_and_a_group).status, 303);
    http::Pairs fee{{"count", "1"},
                    {"fees.0.code", "tax"},
                    {"fees.0.name_ar", "رسم المساحة"},
                    {"fees.0.how", "formula"},
                    {"fees.0.formula.fixed", "10"},
                    {"fees.0.formula.terms.count", "1"},
                    {"fees.0.formula.terms.0.field", "area"},
                    {"fees.0.formula.terms.0.tariff", "slices"},
                    {"fees.0.formula.terms.0.tiers.count", "2"},
                    {"fees.0.formula.terms.0.tiers.0.up_to", "100"},
                    {"fees.0.formula.terms.0.tiers.0.rate", "2,5"},
                    {"fees.0.formula.terms.0.tiers.1.rate", "3"},
                    {"try.area", "120"}};
    auto const before = draft("burial-permit").edition;
    auto const tried = send("fees", "try", fee);
    EXPECT_EQ(tried.status, 200);
    EXPECT_TRUE(says(tried, "320")) << "10 + 100 x 2.5 + 20 x 3";
    EXPECT_EQ(draft("burial-permit").edition, before) << "trying saves nothing";
    EXPECT_EQ(html::Parsed(tried.body).errors(), 0);
    EXPECT_EQ(send("fees", "save", fee).status, 303);
    ASSERT_TRUE(sheet().fees.at(0).formula);
    auto const words = views::in_words(Language::ar, sheet(), *sheet().fees[0].formula);
    ASSERT_EQ(words.size(), 3U);
    EXPECT_TRUE(says(get(edit("fees")), "المساحة"));

    // A list's button does not lose what cannot be read yet, nor call it a fault.
    fee[10].second = "two and a half";
    auto const moved = send("fees", "add:fees.0.formula.terms.0.tiers", fee);
    EXPECT_EQ(moved.status, 200);
    EXPECT_TRUE(says(moved, "two and a half"));
    EXPECT_TRUE(says(moved, "fees.0.formula.terms.0.tiers.2.rate"));
    EXPECT_EQ(send("fees", "save", fee).status, 422);
    fee[9].second = "100";
    fee[10].second = "2.5";
    fee[6].second = "";
    EXPECT_EQ(send("fees", "save", fee).status, 422) << "computed from nothing";
}

TEST_P(Editor, keeps_steps_and_requirements_with_their_conditions) {
    enter_as(Role::officer);
    EXPECT_EQ(send("form", "save", numbers_and_a_group).status, 303);
    EXPECT_EQ(send("requirements", "save",
                   {{"count", "1"},
                    {"requirements.0.title_ar", "أن يكون الطالب من الورثة"},
                    {"requirements.0.only_if.0.field", "area"},
                    {"requirements.0.only_if.0.is", "at_least"},
                    {"requirements.0.only_if.0.value", "50"}})
                  .status,
              303);
    EXPECT_EQ(send("steps", "save",
                   {{"count", "1"},
                    {"steps.0.title_ar", "الإيداع"},
                    {"steps.0.line_minutes", "15"},
                    {"steps.0.visit", "1"}})
                  .status,
              303);
    auto const kept = sheet();
    ASSERT_EQ(kept.requirements.size(), 1U);
    EXPECT_EQ(kept.requirements[0].only_if.at(0).is, Comparison::at_least);
    ASSERT_EQ(kept.steps.size(), 1U);
    EXPECT_TRUE(kept.steps[0].visit);
    EXPECT_EQ(kept.steps[0].line_minutes, 15);
    auto const wrong = send(
        "steps", "save",
        {{"count", "1"}, {"steps.0.title_ar", "الإيداع"}, {"steps.0.line_minutes", "a while"}});
    EXPECT_EQ(wrong.status, 422);
    EXPECT_TRUE(says(wrong, "a while")) << "what was mistyped stands there still";
    for (auto const section : section_names())
        EXPECT_EQ(html::Parsed(get(edit(section)).body).errors(), 0) << section;
}

TEST_P(Editor, tells_of_a_stale_edition_and_loses_nothing) {
    enter_as(Role::officer);
    auto const late = post(
        edit("steps"),
        {{"edition", "0"}, {"count", "1"}, {"steps.0.title_ar", "مرحلة متأخرة"}, {"do", "save"}});
    EXPECT_EQ(late.status, 409);
    EXPECT_TRUE(says(late, "مرحلة متأخرة"));
    EXPECT_EQ(html::Parsed(late.body).errors(), 0);
}

}  // namespace
}  // namespace wasl::procedures
