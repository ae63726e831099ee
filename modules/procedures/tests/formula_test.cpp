// SPDX-License-Identifier: Apache-2.0
// Fees to the centime and conditions by their answers, as tables.
#include "modules/procedures/formula.hpp"

#include <gtest/gtest.h>

#include "modules/procedures/certification.hpp"
#include "modules/procedures/procedures.hpp"

namespace wasl::procedures {
namespace {

using Given = std::vector<std::pair<std::string, std::string>>;

constexpr auto nothing = Money::centimes(0);
Decimal number(std::string_view text) { return *Decimal::read(text); }

TEST(Decimal, is_read_exactly_or_not_at_all) {
    EXPECT_EQ(number("12.5").text(), "12.5");
    EXPECT_EQ(number("12,50").text(), "12.5");
    EXPECT_EQ(number("0.0001").in_parts(), 1);
    EXPECT_EQ(number("007").text(), "7");
    EXPECT_EQ(number("999999999999.9999").text(), "999999999999.9999");
    for (auto const* bad :
         {"", ".", "1.", ".5", "-1", "1.00001", "1000000000000", "1.2.3", "x", "1e3", " 1", "١٢"})
        EXPECT_FALSE(Decimal::read(bad)) << bad;
}

// "12.34", or "none" where the amount cannot be computed.
std::string amount(Formula const& formula, Given const& given) {
    auto const found = amount_of(formula, given);
    if (!found) return "none";
    auto const centimes = found->in_centimes();
    return Decimal::parts(centimes * 100).text();
}

TEST(Formula, is_a_fixed_amount_and_a_rate) {
    Formula const formula{Money::dirhams(100), {{"area", Tariff::whole, {{{}, number("20.5")}}}}};
    EXPECT_EQ(amount(formula, {{"area", "10"}}), "305");
    EXPECT_EQ(amount(formula, {{"area", "0"}}), "100");
    EXPECT_EQ(amount(formula, {{"area", "0.0001"}}), "100");
    EXPECT_EQ(amount(formula, {{"area", "0.0003"}}), "100.01") << "0.615 centimes: half up";
    EXPECT_EQ(amount(formula, {}), "none");
    EXPECT_EQ(amount(formula, {{"area", "ten"}}), "none");
    EXPECT_EQ(amount(formula, {{"area", "999999999999"}}), "none") << "more than anybody owes";
}

TEST(Formula, tells_slices_from_whole_tariffs) {
    std::vector<Tier> const tiers{{number("100"), number("10")},
                                  {number("200"), number("20"), Money::dirhams(5)}};
    Formula const whole{nothing, {{"area", Tariff::whole, tiers}}};
    Formula const slices{nothing, {{"area", Tariff::slices, tiers}}};
    EXPECT_EQ(amount(whole, {{"area", "100"}}), "1000");
    EXPECT_EQ(amount(slices, {{"area", "100"}}), "1000");
    EXPECT_EQ(amount(whole, {{"area", "100.5"}}), "2015");
    EXPECT_EQ(amount(slices, {{"area", "100.5"}}), "1015");
    EXPECT_EQ(amount(whole, {{"area", "200.0001"}}), "none") << "above every tier";
}

TEST(Formula, keeps_its_least_and_its_most) {
    Formula formula{nothing, {{"area", Tariff::whole, {{{}, number("20")}}}}};
    formula.least = Money::dirhams(1000);
    formula.most = Money::dirhams(3000);
    EXPECT_EQ(amount(formula, {{"area", "49"}}), "1000");
    EXPECT_EQ(amount(formula, {{"area", "51"}}), "1020");
    EXPECT_EQ(amount(formula, {{"area", "500"}}), "3000");
    EXPECT_TRUE(well_formed(formula));
    formula.least = Money::dirhams(4000);
    EXPECT_FALSE(well_formed(formula));
    Formula const endless{nothing, {{"area", Tariff::whole, {Tier{}, Tier{number("1"), {}}}}}};
    EXPECT_FALSE(well_formed(endless)) << "a tier without end is the last";
    Formula const empty{nothing, {{"area", Tariff::whole, {}}}};
    EXPECT_FALSE(well_formed(empty));
}

TEST(Certification, is_good_for_twelve_months_and_warns_a_month_before) {
    EXPECT_EQ(certified_until(day(2026, 3, 2)), day(2027, 3, 2));
    EXPECT_EQ(certified_until(day(2028, 2, 29)), day(2029, 2, 28));
    EXPECT_EQ(confirmation(day(2026, 3, 2), day(2027, 1, 31)), Confirmation::confirmed);
    EXPECT_EQ(confirmation(day(2026, 3, 2), day(2027, 3, 2)), Confirmation::due);
    EXPECT_EQ(confirmation(day(2026, 3, 2), day(2027, 3, 3)), Confirmation::lapsed);
}

TEST(Condition, looks_at_the_answers_alone) {
    Given const given{{"use", "سكن"}, {"area", "12,5"}, {"day", "2026-03-02"}, {"owner", "no"}};
    using enum Comparison;
    struct Case {
        Condition condition;
        bool holds;
    };
    for (auto const& [condition, expected] :
         std::vector<Case>{{{"use", equals, "سكن"}, true},
                           {{"use", equals, "تجارة"}, false},
                           {{"use", differs, "تجارة"}, true},
                           {{"none", differs, "x"}, false},
                           {{"none", answered, ""}, false},
                           {{"owner", answered, ""}, true},
                           {{"area", equals, "12.50"}, true},
                           {{"area", at_least, "12.5"}, true},
                           {{"area", at_least, "12.6"}, false},
                           {{"area", at_most, "100"}, true},
                           {{"day", at_least, "2026-03-02"}, true},
                           {{"day", at_most, "2026-03-01"}, false},
                           {{"use", at_least, "1"}, false}})
        EXPECT_EQ(holds(condition, given), expected) << condition.field << " " << condition.value;
    EXPECT_TRUE(all_hold({}, given));
    EXPECT_FALSE(all_hold({{"owner", equals, "no"}, {"area", at_least, "20"}}, given));
}

// A sheet that uses every part there is.
constexpr std::string_view rich = R"({"title":{"ar":"رخصة"},
"requirements":[{"code":"owner","title":{"ar":"ملكية العقار"}}],
"documents":[{"code":"deed","evidence_type":"land_title","requirement":"owner","supplier":"user",
  "only_if":[{"field":"owner","is":"equals","value":"yes"}],"valid_days":90}],
"information":[{"code":"owner","title":{"ar":"الملكية"}}],
"fees":[{"code":"tax","formula":{"fixed_centimes":1000,"terms":[{"field":"area","tariff":"slices",
  "tiers":[{"up_to":"100","rate":"20.5","flat_centimes":5},{"rate":"30"}]}],
  "least_centimes":100000},"only_if":[{"field":"owner","is":"answered"}]}],
"steps":[{"code":"file","title":{"ar":"إيداع الملف"},"unit":{"ar":"مكتب الضبط"},"line_minutes":20,
  "counter_minutes":10,"days_to_next":2,"visit":false}],
"silence":"none","life_events":["building"],
"form":[{"code":"owner","kind":"yes_no"},{"code":"area","kind":"number"},
 {"code":"heirs","kind":"group","rows_max":5,"fields":[{"code":"heir","kind":"text"}]},
 {"code":"deed","kind":"file"}]})";

TEST(Content, keeps_every_part_and_gives_former_sheets_their_information) {
    auto const read = sheet_from_json(rich);
    ASSERT_FALSE(read.refused());
    auto const& sheet = read.value();
    EXPECT_EQ(sheet.fees[0].formula->terms[0].tiers[0].rate.text(), "20.5");
    EXPECT_EQ(sheet.documents[0].only_if[0].value, "yes");
    EXPECT_EQ(sheet.steps[0].line_minutes, 20);
    EXPECT_EQ(sheet.field("heir")->kind, FieldKind::text);
    EXPECT_EQ(sheet.information.size(), 1U);
    auto const once = to_json(sheet);
    EXPECT_EQ(to_json(sheet_from_json(once).value()), once);

    auto const former =
        sheet_from_json(R"({"silence":"none","form":[{"code":"area","kind":"number",)"
                        R"("label":{"ar":"المساحة"}}]})");
    ASSERT_EQ(former.value().information.size(), 1U);
    EXPECT_EQ(former.value().information[0].title.ar, "المساحة");
    for (auto const* bad :
         {R"({"silence":"none","form":[{"code":"g","kind":"group"}]})",
          R"({"silence":"none","form":[{"code":"a","kind":"text"},{"code":"g","kind":"group",)"
          R"("fields":[{"code":"a","kind":"text"}]}]})",
          R"({"silence":"none","fees":[{"code":"a","formula":{"terms":[{"field":"x",)"
          R"("tariff":"whole","tiers":[{"rate":2.5}]}]}}]})"})
        EXPECT_TRUE(sheet_from_json(bad).refused()) << bad;
}

}  // namespace
}  // namespace wasl::procedures
