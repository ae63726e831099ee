// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "modules/procedures/models.hpp"
#include "modules/procedures/procedures.hpp"

namespace wasl::procedures {
namespace {

std::string faulty(std::string_view json) {
    auto const sheet = sheet_from_json(json);
    if (!sheet.refused()) return "read";
    auto const& values = sheet.refusal().what.values;
    return values.empty() ? "malformed" : std::get<std::string>(values.front().what);
}

TEST(Content, is_the_same_after_a_round_trip) {
    for (auto const& sheet : models()) {
        auto const once = to_json(sheet);
        auto const again = sheet_from_json(once);
        ASSERT_FALSE(again.refused()) << sheet.code;
        EXPECT_EQ(to_json(again.value()), once) << sheet.code;
        EXPECT_EQ(again.value().documents.size(), sheet.documents.size());
        EXPECT_EQ(again.value().basis, sheet.basis);
    }
}

TEST(Content, is_refused_with_the_place_of_its_first_fault) {
    EXPECT_EQ(faulty(R"({"silence":"none"})"), "read");
    EXPECT_EQ(faulty(R"({"silence":"none",})"), "malformed");
    EXPECT_EQ(faulty(R"([])"), ".");
    EXPECT_EQ(faulty(R"({"silence":"none","surprise":1})"), "surprise");
    EXPECT_EQ(faulty(R"({"silence":"maybe"})"), "silence");
    EXPECT_EQ(faulty(R"({"silence":"none","term_days":"30"})"), "term_days");
    EXPECT_EQ(faulty(R"({"silence":"none","term_days":-1})"), "term_days");
    EXPECT_EQ(faulty(R"({"silence":"none","title":{"ar":"رخصة","de":"x"}})"), "title.de");
    EXPECT_EQ(faulty(R"({"silence":"none","documents":[{"code":"a","supplier":"user","x":1}]})"),
              "documents.1.x");
    EXPECT_EQ(faulty(R"({"silence":"none","documents":[{"code":"../a","supplier":"user"}]})"),
              "documents.1.code");
    EXPECT_EQ(faulty(R"({"silence":"none","documents":[{"code":"a","supplier":"user"},)"
                     R"({"code":"a","supplier":"user"}]})"),
              "documents.a");
    EXPECT_EQ(faulty("{\"silence\":\"none\",\"keywords\":\"" + std::string(9000, 'a') + "\"}"),
              "keywords");
}

TEST(Content, has_limits) {
    EXPECT_TRUE(sheet_from_json(std::string(300 * 1024, ' ')).refused());
    EXPECT_TRUE(sheet_from_json(std::string(200, '[')).refused());
    std::string many = R"({"silence":"none","audience":[)";
    for (int n = 0; n < 61; ++n) many += n == 0 ? "\"a\"" : ",\"a\"";
    EXPECT_EQ(faulty(many + "]}"), "audience");
}

}  // namespace
}  // namespace wasl::procedures
