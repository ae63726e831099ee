// SPDX-License-Identifier: Apache-2.0
// What an administrator sets for the office, through the router.
#include "modules/reports/tests/office_for_tests.hpp"

namespace wasl::reports {
namespace {

class OfficeSettings : public Office {};
INSTANTIATE_TEST_SUITE_P(OnBoth, OfficeSettings, tests::both_engines(), tests::engine_name);

// What the form of that page keeps to itself, and the least that a category needs.
http::Pairs fields_of(http::Response const& response) {
    http::Pairs found;
    html::Parsed const page(response.body);
    for (auto const* const node : page.elements()) {
        auto const name = html::Parsed::attribute(node, "name");
        if (html::Parsed::tag(node) != "input" || name == "csrf" || name == "days" ||
            name == "name_ar")
            continue;
        auto const kind = html::Parsed::attribute(node, "type");
        if (kind == "checkbox" && !html::Parsed::has(node, "checked")) continue;
        found.emplace_back(name, html::Parsed::attribute(node, "value"));
    }
    found.emplace_back("parent", "lighting");
    return found;
}

TEST_P(OfficeSettings, lets_an_administrator_change_a_category_and_keeps_what_it_was) {
    EXPECT_EQ(get("/admin/reports").status, 403);
    enter(admin);
    for (auto const* const kind :
         {"", "/categories", "/questions", "/states", "/templates", "/routes", "/escalations",
          "/history", "/categories/row", "/questions/row", "/states/row", "/templates/row",
          "/routes/row", "/escalations/row"})
        EXPECT_EQ(get(std::string("/admin/reports") + kind).status, 200) << kind;
    EXPECT_EQ(get("/admin/reports/nothing").status, 404);
    auto form = fields_of(get("/admin/reports/categories/row", {{"key", "lamp-out"}}));
    form.emplace_back("days", "7");
    form.emplace_back("name_ar", "مصباح");
    auto const too_long = [&] {
        auto wrong = form;
        wrong.insert(wrong.begin(), {"days", "9999"});
        return post("/admin/reports/categories/row", wrong);
    }();
    EXPECT_EQ(too_long.status, 422);
    EXPECT_TRUE(says(too_long, "9999")) << "what was typed is kept";
    EXPECT_TRUE(says(too_long, "#field-days"));
    EXPECT_EQ(post("/admin/reports/categories/row", form).status, 303);
    auto const changed = get("/admin/reports/categories/row", {{"key", "lamp-out"}});
    EXPECT_TRUE(says(changed, "<ins>")) << "its history";
    auto const history = get("/admin/reports/history");
    EXPECT_TRUE(says(history, "مصباح"));
    EXPECT_TRUE(says(history, "أجل الجواب بأيام العمل"));
    for (auto const* const technical : {"name_ar", "duplicate_metres", "lamp-out"})
        EXPECT_FALSE(says(history, technical)) << technical;
    EXPECT_EQ(post("/admin/reports/categories/row", form).status, 409) << "it was seen otherwise";
    EXPECT_EQ(file(citizen).due, day(2026, 5, 13)) << "seven office days";
}

TEST_P(OfficeSettings, adds_and_removes_rows_of_each_kind) {
    enter(admin);
    EXPECT_EQ(post("/admin/reports/states/row", {{"code", "fixed"}, {"phase", "fixed"}}).status,
              409)
        << "the code is taken";
    EXPECT_EQ(post("/admin/reports/states/row", {{"code", "a b"}, {"phase", "open"}}).status, 422);
    EXPECT_EQ(post("/admin/reports/states/row", {{"code", "spring"},
                                                 {"phase", "open"},
                                                 {"open311", "planned"},
                                                 {"name_ar", "برنامج الربيع"},
                                                 {"is_active", "1"},
                                                 {"position", "3"}})
                  .status,
              303);
    EXPECT_TRUE(says(get("/admin/reports/states"), "برنامج الربيع"));
    EXPECT_EQ(
        post("/admin/reports/questions/row", {{"category", "lamp-out"},
                                              {"code", "color"},
                                              {"kind", "one_of"},
                                              {"label_ar", "لون العمود"},
                                              {"choices", "g | أخضر | vert | green\nr | أحمر"},
                                              {"position", "1"}})
            .status,
        303);
    auto const question = get("/admin/reports/questions/row", {{"key", "lamp-out/color"}});
    EXPECT_TRUE(says(question, "g | أخضر | vert | green"));
    EXPECT_EQ(post("/admin/reports/questions/remove", {{"key", "lamp-out/color"}}).status, 303);
    EXPECT_EQ(post("/admin/reports/questions/remove", {{"key", "lamp-out/color"}}).status, 404);
    auto const route = [&](std::string body) {
        return post("/admin/reports/routes/row", {{"category", "lamp-wires"},
                                                  {"territory", std::to_string(town.value())},
                                                  {"body", std::move(body)},
                                                  {"rank", "0"}});
    };
    EXPECT_EQ(route("77").status, 422);
    EXPECT_EQ(route(std::to_string(province.value())).status, 303);
    EXPECT_EQ(file(citizen, filing("lamp-wires")).body, province);
    EXPECT_TRUE(says(get("/admin/reports/history"), "<ins>بركان</ins>")) << "no number of a place";
    EXPECT_EQ(post("/admin/reports/escalations/row",
                   {{"days", "x"}, {"act", "remind"}, {"level", "commune"}})
                  .status,
              422);
    EXPECT_EQ(post("/admin/reports/templates/row", {{"title", "شكر"}, {"text_ar", "شكرا."}}).status,
              303);
    EXPECT_TRUE(says(get("/admin/reports/templates"), "شكر"));
    // What nobody covers leads to the form that covers it.
    auto const nador = std::to_string(places.picture()->territory_coded("02381")->id.value());
    auto const uncovered = get("/admin/reports/routes", {{"province", nador}});
    std::string_view const link = "/ar/admin/reports/routes/row?territory=";
    auto const from = uncovered.body.find(link);
    ASSERT_NE(from, std::string::npos);
    auto const begins = from + link.size();
    auto const commune_of =
        uncovered.body.substr(begins, uncovered.body.find_first_of("&\"", begins) - begins);
    auto const covering =
        get("/admin/reports/routes/row", {{"territory", commune_of}, {"category", "pothole"}});
    EXPECT_TRUE(says(covering, "<option value=\"" + commune_of + "\" selected"));
    EXPECT_TRUE(says(covering, "<option value=\"pothole\" selected"));
    enter(president);
    EXPECT_EQ(post("/admin/reports/templates/row", {{"title", "ب"}, {"text_ar", "ب"}}).status, 403);
}

}  // namespace
}  // namespace wasl::reports
