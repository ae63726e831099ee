// SPDX-License-Identifier: Apache-2.0
// Places by their names, and what the scripts of maps and drafts ask for.
#include <boost/json.hpp>

#include "modules/reports/map_ground.hpp"
#include "modules/reports/places.hpp"
#include "modules/reports/tests/public_for_tests.hpp"

namespace wasl::reports {

class NamedPlaces : public PublicTest {
protected:
    PlacesImport import(std::string_view csv) {
        return write([&](db::Writer& writer) {
                   return import_places(writer, *places.picture(), admin, csv, clock.now());
               })
            .value();
    }
    std::vector<std::string> like(std::string_view words) {
        std::vector<std::string> names;
        read([&](db::Reader& reader) {
            for (auto const& one : places_like(reader, words, 10)) names.push_back(one.name.ar);
            return 0;
        });
        return names;
    }
    // Two quarters of Berkane, landmarks in one of them and in none; the last rows are wrong.
    static constexpr std::string_view table =
        "kind,commune,quarter,name_ar,name_fr,lat,lon,source\n"
        "quarter,021130109,,حي السلام,Hay Essalam,34.9250,-2.3150,test\n"
        "quarter,بركان,,الحي الحسني,Hay Hassani,,,test\n"
        "landmark,021130109,حي السلام,مسجد النور,Mosquée Annour,34.9255,-2.3151,test\n"
        "landmark,021130109,,المحطة الطرقية,Gare routière,34.9201,-2.3302,test\n"
        "landmark,021130109,حي لا يوجد,مدرسة,,,,test\n"
        "quarter,021130109,,بعيد,,35.9,-2.3,test\n"
        "street,021130109,,زنقة,,,,test\n"
        "quarter,999999999,,حي,,,,test\n";
    using Names = std::vector<std::string>;
};
INSTANTIATE_TEST_SUITE_P(OnBoth, NamedPlaces, tests::both_engines(), tests::engine_name);

TEST_P(NamedPlaces, are_imported_once_and_what_is_wrong_is_told_by_line) {
    auto const first = import(table);
    EXPECT_EQ(first.added, 4);
    ASSERT_EQ(first.faults.size(), 4U);
    EXPECT_EQ(first.faults.front().first, 6);
    auto const again = import(table);
    EXPECT_EQ(again.added + again.changed, 0);
    EXPECT_EQ(again.same, 4);
    EXPECT_EQ(import("kind,commune,quarter,name_ar,name_fr,lat,lon,source\n"
                     "quarter,021130109,,حي السّلام,Hay Salam,34.9250,-2.3150,test\n")
                  .changed,
              1);
    EXPECT_TRUE(write([&](db::Writer& writer) {
                    return import_places(writer, *places.picture(), admin, "a,b\n1,2\n",
                                         clock.now());
                }).refused());
}

TEST_P(NamedPlaces, are_found_by_any_of_their_words_as_people_spell_them) {
    import(table);
    EXPECT_EQ(like("السلام"), (Names{"حي السلام", "مسجد النور"})) << "and what lies in it";
    EXPECT_EQ(like("سلام"), like("السلام"));
    EXPECT_EQ(like("المحطه"), (Names{"المحطة الطرقية"}));
    EXPECT_EQ(like("gare"), (Names{"المحطة الطرقية"}));
    EXPECT_EQ(like("مسجد سلام"), (Names{"مسجد النور"}));
    EXPECT_EQ(like("مسجد بعيد"), (Names{"مسجد النور"})) << "less is asked where nothing has all";
    EXPECT_EQ(like("zzz"), Names{});
    EXPECT_EQ(like(" - "), Names{});
}

TEST_P(NamedPlaces, fill_the_form_without_a_map) {
    import(table);
    auto const found = get(nobody, "/reports/new?q=%D8%A7%D9%84%D9%86%D9%88%D8%B1");
    EXPECT_TRUE(says(found, "lat=34.92550")) << found.body;
    auto const commune = "territory=" + std::to_string(town.value());
    EXPECT_TRUE(says(get(nobody, "/reports/new?" + commune), "الحي الحسني"));
    EXPECT_EQ(location(get(nobody, "/reports/new/category?then=places&" + commune)),
              "/reports/new?" + commune);
}

TEST_P(NamedPlaces, are_kept_by_an_administrator_alone) {
    add_office_pages(router, pages);
    auto const commune = std::to_string(town.value());
    http::Pairs const form{{"commune", commune}, {"kind", "quarter"}, {"name_ar", "حي المسيرة"},
                           {"lat", "34,93"},     {"lon", "-2.32"},    {"source", "مصلحة التعمير"}};
    EXPECT_EQ(post(officer, "/admin/reports/places/one", form).status, 403);
    EXPECT_EQ(post(admin, "/admin/reports/places/one", form).status, 303);
    auto const list = get(admin, "/admin/reports/places?commune=" + commune);
    EXPECT_TRUE(says(list, "حي المسيرة"));
    auto without = form;
    without[5].second.clear();
    EXPECT_EQ(post(admin, "/admin/reports/places/one", without).status, 422) << "who says so?";
    auto const place = read([&](db::Reader& reader) { return places_like(reader, "المسيرة", 1); });
    ASSERT_EQ(place.size(), 1U);
    ASSERT_TRUE(place.front().point);
    EXPECT_NEAR(place.front().point->lat, 34.93, 1e-5);
    http::Pairs const id{{"id", std::to_string(place.front().id.value())}};
    EXPECT_EQ(post(admin, "/admin/reports/places/remove", id).status, 303);
    EXPECT_EQ(like("المسيرة"), Names{});
}

TEST_P(NamedPlaces, seeds_what_is_known_of_the_province) {
    for (int times = 0; times < 2; ++times)
        EXPECT_EQ(does([&](db::Writer& writer) {
                      return seed_places(writer, *places.picture(), clock.now());
                  }),
                  "yes");
    EXPECT_EQ(like("الملحقة").size(), 5U);
}

class IslandDoors : public PublicTest {
protected:
    boost::json::value json(std::string const& target) {
        return boost::json::parse(get(nobody, target).body);
    }
};
INSTANTIATE_TEST_SUITE_P(OnBoth, IslandDoors, tests::both_engines(), tests::engine_name);

TEST_P(IslandDoors, what_lies_under_the_pins_and_which_commune_holds_a_point) {
    add_map_pages(router, pages);
    auto const seats = json("/reports/map/ground?box=-2.4,34.8,-2.2,35.0").at("features");
    ASSERT_FALSE(seats.as_array().empty());
    EXPECT_EQ(seats.at(0).at("geometry").at("type").as_string(), "Point");
    auto const at = json("/reports/new/commune?lat=34.924&lon=-2.3205");
    EXPECT_EQ(at.at("proposed").at("id").as_string(), std::to_string(town.value()));
    EXPECT_TRUE(json("/reports/new/commune?lat=40&lon=-20").at("proposed").is_null());
    EXPECT_TRUE(json("/reports/new/commune?lat=x").at("proposed").is_null());
    http::Request tiles;
    tiles.target = "/ground.pmtiles";
    EXPECT_EQ(ask(nobody, tiles).status, 404) << "none was configured";
}

TEST_P(IslandDoors, a_key_for_a_draft_files_it_once) {
    add_map_pages(router, pages);
    auto const key = json("/reports/offline/key");
    std::string const once(key.at("once").as_string());
    auto const send = [&](std::string_view title, bool agreed) {
        http::Pairs form{{"territory", std::to_string(town.value())},
                         {"category", "lamp-out"},
                         {"title", std::string(title)},
                         {"once", once}};
        if (agreed) form.emplace_back("agreed", "1");
        return boost::json::parse(post(nobody, "/reports/offline", form).body).as_object();
    };
    // Nothing is published that the preview would have warned of, before a person says yes.
    auto const asks = send("مصباح معطل، اتصلوا بي 0612345678", false);
    ASSERT_EQ(asks.at("warnings").as_array().size(), 1U);
    EXPECT_EQ(asks.at("warnings").at(0).at("text").as_string(), "0612345678");
    EXPECT_EQ(asks.at("hidden").at("title").as_string().find("0612345678"), std::string::npos);
    EXPECT_EQ(send("", false).at("refused").as_array().size(), 1U);
    auto const first = send("مصباح معطل، اتصلوا بي 0612345678", true);
    EXPECT_EQ(send("مصباح معطل، اتصلوا بي 0612345678", true), first);
    auto const kept = read([&](db::Reader& reader) {
        return desk.see(reader, nobody, first.at("number").as_string(), {}).value().report.channel;
    });
    EXPECT_EQ(kept, "offline");
    // A draft goes out while nobody looks: what is near is told with its number, never itself.
    EXPECT_TRUE(first.at("near").as_array().empty());
    http::Pairs const second{
        {"territory", std::to_string(town.value())},
        {"category", "lamp-out"},
        {"title", "مصباح آخر"},
        {"once", std::string(json("/reports/offline/key").at("once").as_string())}};
    auto const near = boost::json::parse(post(nobody, "/reports/offline", second).body);
    ASSERT_EQ(near.at("near").as_array().size(), 1U);
    EXPECT_EQ(near.at("near").at(0).at("address").as_string(),
              "/ar/reports/" + std::string(first.at("number").as_string()));
    EXPECT_TRUE(says(get(nobody, "/reports/offline"), "بركان"));
}

TEST(Ground, is_drawn_without_the_points_that_fall_together) {
    Sheet const sheet({34.8, -2.5, 35.1, -2.2});
    auto const path =
        path_of(sheet, "[[[[-2.4,34.9],[-2.39999,34.9],[-2.3,34.9],[-2.3,35.0],[-2.4,34.9]]]]");
    EXPECT_EQ(std::count(path.begin(), path.end(), 'L'), 3);
    EXPECT_TRUE(path.starts_with("M"));
    EXPECT_TRUE(path.ends_with("Z"));
    EXPECT_EQ(path_of(sheet, "{]"), "");
}

}  // namespace wasl::reports
