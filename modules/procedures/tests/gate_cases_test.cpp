// SPDX-License-Identifier: Apache-2.0
// gate_cases.txt, line by line: a table for jurists, that the program must agree with.
#include <gtest/gtest.h>

#include <algorithm>
#include <boost/json.hpp>

#include "modules/procedures/gate.hpp"
#include "modules/procedures/models.hpp"
#include "modules/procedures/procedures.hpp"
#include "modules/procedures/tests/cases_for_tests.hpp"

namespace wasl::procedures {
namespace {

namespace json = boost::json;

void change(json::value& sheet, std::string const& how) {
    auto const equals = how.find('=');
    ASSERT_NE(equals, std::string::npos) << how;
    auto const place = how.substr(0, equals);
    auto const value = how.substr(equals + 1);
    auto const slash = place.rfind('/');
    auto& parent = slash == 0 ? sheet : sheet.at_pointer(place.substr(0, slash));
    auto const member = place.substr(slash + 1);
    auto const set = value == "-" ? json::value() : json::parse(value);
    if (auto* const object = parent.if_object()) {
        if (value == "-")
            object->erase(member);
        else
            (*object)[member] = set;
    } else {
        parent.as_array().at(std::stoul(member)) = set;
    }
}

TEST(GateCases, are_answered_as_the_table_says) {
    auto const all = models();
    auto const lists = inventory();
    auto const types = known_evidence_types();
    Surroundings const around{true, &lists, &types, nullptr, day(2026, 3, 2)};
    int passed = 0, refused = 0;
    for (auto const& [line, cells] : cases_in("modules/procedures/tests/gate_cases.txt")) {
        ASSERT_GE(cells.size(), 4U) << line;
        auto const model = std::find_if(all.begin(), all.end(),
                                        [&](Sheet const& one) { return one.code == cells[1]; });
        ASSERT_NE(model, all.end()) << line;
        auto content = json::parse(to_json(*model));
        for (auto const& how : split(cells[2], ";"))
            if (!how.empty()) change(content, how);
        auto const sheet = sheet_from_json(json::serialize(content));
        ASSERT_FALSE(sheet.refused()) << line;
        auto const found = objections(sheet.value(), around);
        if (cells[0] == "pass") {
            ++passed;
            for (auto const& one : found) ADD_FAILURE() << line << "\n  " << one.field;
        } else {
            ++refused;
            EXPECT_TRUE(std::any_of(found.begin(), found.end(), [&](Objection const& one) {
                return one.field == cells[3] && one.article == cells[4];
            })) << line;
        }
    }
    EXPECT_GE(passed, 10);
    EXPECT_GE(refused, 35);
}

TEST(GateFile, reads_arrays_and_lines_and_says_each_objection) {
    auto const sheet = models().front();
    auto good = json::parse(to_json(sheet)).as_object();
    good["code"] = sheet.code;
    auto bad = good;
    bad["code"] = "bad";
    bad["term_days"] = 99;
    auto const both = json::serialize(good) + "\n" + json::serialize(bad) + "\n{\n";
    std::vector<std::string> said;
    auto const tell = [&](std::string const& line) { said.push_back(line); };
    auto const report = gate_file(both, day(2026, 3, 2), tell);
    EXPECT_EQ(report.sheets, 3);
    EXPECT_EQ(report.refused, 1);
    EXPECT_EQ(report.unreadable, 1);
    ASSERT_EQ(said.size(), 2U);
    EXPECT_EQ(said[0], "bad\tterm_days\t55.19/16\tprocedures.gate.term_over");
    auto const array = "[" + json::serialize(good) + "," + json::serialize(good) + "]";
    EXPECT_EQ(gate_file(array, day(2026, 3, 2), tell).refused, 0);
    EXPECT_EQ(gate_file("[", day(2026, 3, 2), tell).unreadable, 1);
}

TEST(FormDifferences, show_what_form_and_sheet_do_not_share) {
    auto sheet = models().front();
    EXPECT_TRUE(form_differences(sheet).empty());
    sheet.information.push_back({"extra", {"معلومة", {}, {}, {}}, {}});
    sheet.form.push_back({.code = "more", .label = {"سؤال", {}, {}, {}}});
    auto const found = form_differences(sheet);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].what, Difference::unnamed);
    EXPECT_EQ(found[0].code, "more");
    EXPECT_EQ(found[1].what, Difference::not_asked);
}

}  // namespace
}  // namespace wasl::procedures
