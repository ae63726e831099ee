// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <boost/json.hpp>

#include "modules/directory/directory.hpp"
#include "modules/directory/schema.hpp"
#include "platform/html/layout.hpp"
#include "platform/html/tests/parsed.hpp"
#include "platform/journal/schema.hpp"
#include "tests/support/berkane_for_tests.hpp"
#include "tests/support/doors_for_tests.hpp"

namespace wasl::directory {
namespace {

class DirectoryPagesTest : public tests::OnEngine {
protected:
    DirectoryPagesTest() : OnEngine({journal::schema, directory::schema}, tests::berkane) {
        add_pages(router, pages);
        tests::open(router, {database(), clock, visitor, &site});
    }

    http::Response ask(http::Method method, std::string const& path, http::Pairs query = {},
                       http::Pairs form = {}) {
        return tests::ask(router, method, path, std::move(query), std::move(form), language);
    }
    http::Response get(std::string const& path, http::Pairs query = {}) {
        return ask(http::Method::get, path, std::move(query));
    }
    http::Response post(std::string const& path, http::Pairs form) {
        return ask(http::Method::post, path, {}, std::move(form));
    }
    void enter_as(AdministrationId administration) {
        visitor.person = PersonId{7};
        visitor.csrf = "right";
        visitor.grants = {{http::Role::administrator, administration, UnitId{0}}};
    }

    http::Visitor visitor;
    Language language = Language::ar;
    html::Site site;
    Desk desk{database()};
    OpenWork left;  // of every unit
    Pages pages{desk, [this](db::Reader&, AdministrationId, UnitId, Date) { return left; }};
    http::Router router;
};
INSTANTIATE_TEST_SUITE_P(OnBoth, DirectoryPagesTest, tests::both_engines(), tests::engine_name);

using tests::says;

TEST_P(DirectoryPagesTest, shows_every_public_page_in_each_language_as_valid_html) {
    auto const province = desk.picture()->territory_coded("02113")->id.value();
    for (auto const each : languages) {
        language = each;
        for (auto const& path :
             {std::string("/administrations"), std::string("/administrations/commune-berkane"),
              std::string("/territory"), "/territory/" + std::to_string(province),
              std::string("/calendar")}) {
            auto const page = get(path);
            EXPECT_EQ(page.status, 200) << path;
            EXPECT_EQ(html::Parsed(page.body).errors(), 0) << path;
        }
    }
}

TEST_P(DirectoryPagesTest, draws_the_outlines_of_a_territory_beside_the_list_of_its_parts) {
    auto const* const commune =
        desk.picture()->territory_coded("02113")->id.value() != 0
            ? desk.picture()->parts_of(desk.picture()->territory_coded("02113")->id)[0]
            : nullptr;
    ASSERT_NE(commune, nullptr);
    auto const province = "/territory/" + std::to_string(commune->parent->value());
    EXPECT_FALSE(says(get(province), "<svg class=\"map\""));
    static constexpr db::Sql outline{"test.outline", R"sql(
        insert into directory_boundaries (territory, rings, west_e4, south_e4, east_e4, north_e4,
            source)
        values ($1, '[[[[-2.4,34.9],[-2.2,34.9],[-2.2,35.1],[-2.4,34.9]]]]', -24000, 349000,
            -22000, 351000, 'test')
    )sql"};
    write([&](db::Writer& writer) -> Outcome {
        writer.execute(outline, commune->id);
        return Done{};
    }).value();
    auto const page = get(province);
    EXPECT_TRUE(says(page, "<svg class=\"map\""));
    EXPECT_TRUE(says(page, "<path d=\"M0,"));
    EXPECT_TRUE(says(page, "/ar/territory/" + std::to_string(commune->id.value())));
    EXPECT_EQ(html::Parsed(page.body).errors(), 0);
}

TEST_P(DirectoryPagesTest, shows_where_an_administration_lies_by_outlines_or_by_seats_and_as_text) {
    auto const count = [](std::string const& page, std::string_view what) {
        int found = 0;
        for (auto at = page.find(what); at != std::string::npos; at = page.find(what, at + 1))
            ++found;
        return found;
    };
    auto const by_seats = get("/administrations/commune-berkane");
    EXPECT_EQ(count(by_seats.body, "r=\"9\"/>"), 15) << "the communes of the province";
    EXPECT_EQ(count(by_seats.body, "<circle fill=\"currentColor\""), 1) << "this one";
    EXPECT_TRUE(says(by_seats, "34.9239, -2.3205")) << "the same as text";
    EXPECT_EQ(html::Parsed(by_seats.body).errors(), 0);
    auto const town = desk.picture()->territory_coded("021130109")->id;
    static constexpr db::Sql outline{"test.outline_of_town", R"sql(
        insert into directory_boundaries (territory, rings, west_e4, south_e4, east_e4, north_e4,
            source)
        values ($1, '[[[[-2.4,34.9],[-2.2,34.9],[-2.2,35.1],[-2.4,34.9]]]]', -24000, 349000,
            -22000, 351000, 'test')
    )sql"};
    write([&](db::Writer& writer) -> Outcome {
        writer.execute(outline, town);
        return Done{};
    }).value();
    auto const by_outline = get("/administrations/commune-berkane");
    EXPECT_EQ(count(by_outline.body, "<circle fill"), 0);
    EXPECT_TRUE(says(by_outline, "<path fill=\"currentColor\""));
    EXPECT_TRUE(says(by_outline, "34.9239, -2.3205"));
    EXPECT_EQ(html::Parsed(by_outline.body).errors(), 0);
}

TEST_P(DirectoryPagesTest, lets_the_platform_found_and_place_administrations_without_circles) {
    auto const berkane = desk.picture()->by_slug("commune-berkane")->id;
    enter_as(berkane);
    for (auto const* path :
         {"/admin/administrations/new", "/admin/administrations/commune-berkane/parent"}) {
        EXPECT_EQ(get(path).status, 403) << path;
        EXPECT_EQ(post(path, {}).status, 403) << path;
    }
    enter_as(AdministrationId{0});
    auto const found = post("/admin/administrations/new", {{"name_ar", "وكالة التجربة"},
                                                           {"parent_words", "إقليم بركان"},
                                                           {"territory_words", "Ahfir"},
                                                           {"step", "search"}});
    EXPECT_EQ(found.status, 200);
    EXPECT_TRUE(says(found, "value=\"province-berkane\"") && says(found, "وكالة التجربة"));
    EXPECT_EQ(html::Parsed(found.body).errors(), 0);
    EXPECT_EQ(post("/admin/administrations/new", {{"name_ar", ""}, {"kind", "state"}}).status, 422);
    EXPECT_EQ(post("/admin/administrations/new", {{"name_ar", "بلا صنف"}}).status, 422);
    auto const town = desk.picture()->territory_coded("021130109")->id;
    auto const made =
        post("/admin/administrations/new", {{"name_ar", "وكالة التجربة"},
                                            {"name_fr", "Agence d’essai"},
                                            {"kind", "establishment"},
                                            {"parent", "province-berkane"},
                                            {"territory", std::to_string(town.value())},
                                            {"step", "save"}});
    EXPECT_EQ(made.status, 303);
    auto const picture = desk.picture();
    auto const* const agency = picture->by_slug("agence-d-essai");
    ASSERT_NE(agency, nullptr);
    EXPECT_EQ(agency->territory, town);
    EXPECT_EQ(agency->parent, picture->by_slug("province-berkane")->id);

    auto const move = [&](std::string const& slug, std::string const& parent) {
        return post("/admin/administrations/" + slug + "/parent",
                    {{"parent", parent}, {"step", "save"}});
    };
    EXPECT_EQ(move("agence-d-essai", "commune-berkane").status, 303);
    EXPECT_EQ(desk.picture()->by_slug("agence-d-essai")->parent, berkane);
    auto const circle = move("commune-berkane", "agence-d-essai");
    EXPECT_EQ(circle.status, 422);
    EXPECT_TRUE(says(circle, "لا يمكن أن توضع إدارة تحت نفسها"));
    EXPECT_EQ(move("commune-berkane", "commune-berkane").status, 422);
    EXPECT_EQ(move("agence-d-essai", "no-such-place").status, 422);
    EXPECT_EQ(move("agence-d-essai", "").status, 303);
    EXPECT_FALSE(desk.picture()->by_slug("agence-d-essai")->parent);
    EXPECT_EQ(move("no-such-place", "").status, 404);
}

TEST_P(DirectoryPagesTest, closes_a_unit_whose_open_dossiers_are_named_and_opens_it_again) {
    auto const berkane = desk.picture()->by_slug("commune-berkane")->id;
    auto const unit = desk.picture()->units_of(berkane).at(0)->id;
    auto const page = "/admin/units/" + std::to_string(unit.value());
    enter_as(desk.picture()->by_slug("province-berkane")->id);
    EXPECT_EQ(post(page + "/close", {}).status, 403) << "not of this commune";
    enter_as(berkane);
    EXPECT_TRUE(says(get(page), "لا يوجد ملف مفتوح"));
    left = {{"B7K2-01"}, 12};
    auto const shown = get(page);
    EXPECT_TRUE(says(shown, "B7K2-01") && says(shown, "12 ملفا مفتوحا"));
    EXPECT_EQ(html::Parsed(shown.body).errors(), 0);
    EXPECT_EQ(post(page + "/close", {}).status, 303);
    EXPECT_EQ(post(page + "/close", {}).status, 303) << "pressed twice";
    auto const picture = desk.picture();
    EXPECT_TRUE(picture->unit(unit)->closed) << "its name stays";
    EXPECT_EQ(picture->open_units_of(berkane).size() + 1, picture->units_of(berkane).size());
    EXPECT_FALSE(says(get("/administrations/commune-berkane"), picture->unit(unit)->name.ar));
    EXPECT_TRUE(says(get(page), "إعادة فتح المصلحة") && says(get(page), "B7K2-01"));
    EXPECT_EQ(post(page + "/reopen", {}).status, 303);
    EXPECT_FALSE(desk.picture()->unit(unit)->closed);
}

TEST_P(DirectoryPagesTest, says_what_no_administration_has_confirmed) {
    auto const page = get("/administrations/commune-berkane");
    EXPECT_TRUE(says(page, "جماعة بركان"));
    EXPECT_TRUE(says(page, "لم تؤكده الإدارة بعد"));
    EXPECT_TRUE(says(page, "رئيس المجلس الجماعي"));
    EXPECT_TRUE(says(page, "/ar/administrations/province-berkane"));
    EXPECT_TRUE(says(page, "مكتب الحالة المدنية"));
    EXPECT_EQ(get("/administrations/nobody").status, 404);
    EXPECT_EQ(get("/territory/12").status, 404);
    EXPECT_TRUE(says(get("/administrations", {{"q", "احفير"}}), "جماعة أحفير"));
    auto const none = get("/administrations", {{"q", "<script>"}});
    EXPECT_FALSE(says(none, "<script>"));
    EXPECT_EQ(html::Parsed(none.body).errors(), 0);
}

TEST_P(DirectoryPagesTest, marks_provisional_holidays_and_serves_them_as_json) {
    auto const page = get("/calendar", {{"year", "2027"}});
    EXPECT_TRUE(says(page, "عيد العرش"));
    EXPECT_TRUE(says(page, "مؤقت"));
    auto const answer = get("/api/v1/calendar", {{"year", "2027"}});
    auto const json = boost::json::parse(answer.body);
    EXPECT_EQ(json.at("year").as_int64(), 2027);
    EXPECT_EQ(json.at("holidays").as_array().size(), 15U);
    auto const all = boost::json::parse(get("/api/v1/administrations").body);
    EXPECT_EQ(all.at("administrations").as_array().size(),
              desk.picture()->administrations().size());
}

TEST_P(DirectoryPagesTest, lets_administrators_edit_their_own_administration_only) {
    auto const commune = desk.picture()->by_slug("commune-saidia")->id;
    EXPECT_NE(get("/admin/administrations/commune-saidia").status, 200);
    enter_as(commune);
    EXPECT_EQ(html::Parsed(get("/admin/administrations").body).errors(), 0);
    EXPECT_EQ(html::Parsed(get("/admin/administrations/commune-saidia").body).errors(), 0);
    EXPECT_EQ(get("/admin/administrations/commune-berkane").status, 403);
    EXPECT_EQ(get("/admin/calendar").status, 403);
    auto const done = post("/admin/administrations/commune-saidia", {{"phone", "0536000000"}});
    EXPECT_EQ(done.status, 303);
    EXPECT_TRUE(says(get("/administrations/commune-saidia"), "tel:0536000000"));
    auto const bad = post("/admin/administrations/commune-saidia", {{"email", "not one"}});
    EXPECT_EQ(bad.status, 422);
    EXPECT_TRUE(says(bad, "not one"));
    EXPECT_TRUE(says(bad, "aria-describedby"));
    EXPECT_EQ(html::Parsed(bad.body).errors(), 0);
    for (int i = 0; i < 2; ++i)
        EXPECT_EQ(
            post("/admin/administrations/commune-saidia/units", {{"name_ar", "مكتب الضبط"}}).status,
            303);
    EXPECT_EQ(desk.picture()->units_of(commune).size(), 5U);
    EXPECT_EQ(post("/admin/administrations/commune-berkane", {}).status, 403);
}

TEST_P(DirectoryPagesTest, lets_the_platform_keep_the_calendar) {
    enter_as(AdministrationId{0});
    EXPECT_EQ(html::Parsed(get("/admin/calendar").body).errors(), 0);
    auto const first = desk.picture()->holiday("fitr/1448")->first;
    EXPECT_EQ(html::Parsed(get("/admin/calendar/change", {{"key", "fitr/1448"}}).body).errors(), 0);
    EXPECT_EQ(get("/admin/calendar/change", {{"key", "nothing"}}).status, 404);
    auto const move = [&](Date to) {
        return post(
            "/admin/calendar/change",
            {{"key", "fitr/1448"}, {"act", "move"}, {"first", iso(to)}, {"source", "بلاغ"}});
    };
    EXPECT_EQ(move(first + Days{40}).status, 422);
    EXPECT_EQ(move(first + Days{1}).status, 303);
    EXPECT_EQ(desk.picture()->holiday("fitr/1448")->first, first + Days{1});
    http::Pairs const closure{{"first", "2026-06-15"},
                              {"days", "1"},
                              {"name_ar", "عطلة استثنائية"},
                              {"source", "بلاغ رئاسة الحكومة"}};
    auto const bad = post("/admin/calendar", {{"first", "soon"}, {"name_ar", "عطلة"}});
    EXPECT_EQ(bad.status, 422);
    EXPECT_EQ(html::Parsed(bad.body).errors(), 0);
    EXPECT_EQ(post("/admin/calendar", closure).status, 303);
    EXPECT_EQ(post("/admin/calendar", closure).status, 303);
    EXPECT_FALSE(desk.calendar()->is_open(day(2026, 6, 15)));
    auto const decisions = read([&](db::Reader& reader) { return desk.holiday_decisions(reader); });
    EXPECT_EQ(decisions.size(), 2U);
    EXPECT_TRUE(says(get("/admin/calendar"), "بلاغ رئاسة الحكومة"));
}

}  // namespace
}  // namespace wasl::directory
