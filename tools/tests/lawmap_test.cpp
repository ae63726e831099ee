// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tools/lawmap/citations.hpp"

namespace wasl::lawmap {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Pair;

TEST(Lawmap, reads_articles_as_people_cite_them) {
    EXPECT_THAT(cited_in("// (law 55.19 art. 14)"), ElementsAre(Pair("55.19", 14)));
    EXPECT_THAT(
        cited_in("// law 55.19 arts. 10, 14 and 16; law 09.08 art. 5"),
        ElementsAre(Pair("55.19", 10), Pair("55.19", 14), Pair("55.19", 16), Pair("09-08", 5)));
    EXPECT_THAT(cited_in("// law 55.19 arts 3 to 5"),
                ElementsAre(Pair("55.19", 3), Pair("55.19", 4), Pair("55.19", 5)));
    EXPECT_THAT(cited_in("return Refusal{why, say(what), \"55.19/21\"};"),
                ElementsAre(Pair("55.19", 21)));
    EXPECT_THAT(cited_in("decree 2.05.916 art. 2"), ElementsAre(Pair("2.05.916", 2)));
    EXPECT_THAT(cited_in("the year 55.19 has no article"), ElementsAre());
}

TEST(Lawmap, finds_the_function_or_test_that_keeps_the_rule) {
    auto const found =
        citations_of("modules/dossiers/rules.cpp",
                     {"// Full days (law 55.19 art. 31).", "Date last_day(Date from, int days) {",
                      "    return Refusal{\"55.19/16\"};", "}"});
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].symbol, "last_day");
    EXPECT_EQ(found[1].symbol, "last_day");

    auto const tests = citations_of("modules/dossiers/tests/rules_test.cpp",
                                    {"TEST(Rules, keep_the_cap) {", "    // law 55.19 art. 16",
                                     "    EXPECT_EQ(article, \"55.19/16\");"});
    ASSERT_EQ(tests.size(), 2U);
    EXPECT_EQ(tests[1].symbol, "Rules.keep_the_cap");
    EXPECT_TRUE(tests[1].test);
}

TEST(Lawmap, writes_one_row_for_an_article_with_its_rules_and_tests) {
    auto const text =
        document({{"55.19", 16, "modules/a/rules.cpp", "cap", false},
                  {"55.19", 16, "modules/a/tests/rules_test.cpp", "Rules.cap", true}});
    EXPECT_THAT(text, HasSubstr("| 16 | [modules/a/rules.cpp](../modules/a/rules.cpp): `cap` | "
                                "[modules/a/tests/rules_test.cpp]"));
}

}  // namespace

}  // namespace wasl::lawmap
