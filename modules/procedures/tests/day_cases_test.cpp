// SPDX-License-Identifier: Apache-2.0
// day_cases.txt, line by line.
#include <algorithm>

#include "modules/procedures/certification.hpp"
#include "modules/procedures/gate.hpp"
#include "modules/procedures/models.hpp"
#include "modules/procedures/procedures.hpp"
#include "modules/procedures/tests/cases_for_tests.hpp"

namespace wasl::procedures {
namespace {

Date day_of(std::string const& text) {
    auto const day = date_from_iso(text);
    check(day.has_value(), "a day in the table: " + text);
    return *day;
}

std::vector<Exemption> exemptions_of(std::vector<std::string> const& cells) {
    std::vector<Exemption> out;
    for (auto const& period : split(cells[4], " ")) {
        if (period.empty()) continue;
        auto const ends = split(period, "..");
        Exemption one;
        one.evidence_type = cells[2];
        one.sheet = cells[3] == "*" ? "" : cells[3];
        one.first = day_of(ends.at(0));
        one.last = day_of(ends.at(1));
        out.push_back(std::move(one));
    }
    return out;
}

// A building permit that asks for what the land registry holds.
Sheet asks_for_a_held_document() {
    auto const all = models();
    auto sheet = *std::find_if(all.begin(), all.end(),
                               [](Sheet const& one) { return one.code == "building-permit"; });
    sheet.documents[2].evidence_type = "property_certificate";
    return sheet;
}

TEST(DayCases, exemptions_hold_from_their_first_day_to_their_last) {
    auto const lists = inventory();
    auto const types = known_evidence_types();
    auto const sheet = asks_for_a_held_document();
    int cases = 0;
    for (auto const& [line, cells] : cases_in("modules/procedures/tests/day_cases.txt")) {
        if (cells[0] != "exemption") continue;
        ++cases;
        auto const exemptions = exemptions_of(cells);
        auto const today = day_of(cells[5]);
        auto const found = objections(sheet, {true, &lists, &types, &exemptions, today});
        EXPECT_EQ(found.empty(), cells[1] == "pass") << line;
        if (found.empty()) continue;
        EXPECT_EQ(found.front().field, "documents.plans") << line;
        EXPECT_EQ(found.front().article, "55.19/23") << line;
        // Only what has ended is said to have ended.
        bool const ended = std::any_of(exemptions.begin(), exemptions.end(), [&](auto const& one) {
            return one.is_about("property_certificate", sheet.code) && one.last < today;
        });
        EXPECT_EQ(found.front().what.message->key == "procedures.gate.exemption_over", ended)
            << line;
    }
    EXPECT_GE(cases, 19);
}

TEST(DayCases, a_certification_ends_after_twelve_months) {
    int cases = 0;
    for (auto const& [line, cells] : cases_in("modules/procedures/tests/day_cases.txt")) {
        if (cells[0] != "certified") continue;
        ++cases;
        auto const wanted = cells[3] == "confirmed" ? Confirmation::confirmed
                            : cells[3] == "due"     ? Confirmation::due
                                                    : Confirmation::lapsed;
        EXPECT_EQ(confirmation(day_of(cells[1]), day_of(cells[2])), wanted) << line;
    }
    EXPECT_GE(cases, 12);
}

}  // namespace
}  // namespace wasl::procedures
