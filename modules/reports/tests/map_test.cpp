// SPDX-License-Identifier: Apache-2.0
#include <boost/json.hpp>

#include "modules/reports/map_sheet.hpp"
#include "modules/reports/tests/public_for_tests.hpp"

namespace wasl::reports {

TEST(Sheet, keeps_what_it_is_asked_for_and_the_proportions_of_the_earth) {
    for (auto const& box : {geography::Box{34.8, -2.5, 35.1, -2.2},
                            geography::Box{34, -3, 34.1, -1}, geography::Box{30, -2.3, 35, -2.2},
                            geography::Box{34.9, -2.3, 34.9003, -2.2996}}) {
        Sheet const sheet(box);
        EXPECT_LE(sheet.box().south, box.south + 1e-9);
        EXPECT_GE(sheet.box().north, box.north - 1e-9);
        EXPECT_LE(sheet.box().west, box.west + 1e-9);
        EXPECT_GE(sheet.box().east, box.east - 1e-9);
        auto const middle = sheet.box().middle();
        auto const right = sheet.spot({middle.lat, middle.lon + 0.01}).x - sheet.spot(middle).x;
        auto const up = sheet.spot(middle).y - sheet.spot({middle.lat + 0.01, middle.lon}).y;
        auto const east = geography::metres_between(middle, {middle.lat, middle.lon + 0.01});
        auto const north = geography::metres_between(middle, {middle.lat + 0.01, middle.lon});
        EXPECT_NEAR(right * north, up * east, 1.5 * std::max(east, north));
    }
}

TEST(Sheet, draws_everything_once_whatever_lies_together) {
    std::vector<Pin> pins(30);
    for (std::size_t n = 0; n < pins.size(); ++n)
        pins[n].place = {34.9 + 0.004 * static_cast<double>(n % 7),
                         -2.3 + 0.003 * static_cast<double>(n % 5)};
    Sheet const sheet({34.8, -2.5, 35.1, -2.2});
    std::size_t drawn = 0;
    for (auto const& one : clustered(sheet, pins)) drawn += one.pins.size();
    EXPECT_EQ(drawn, pins.size());
    EXPECT_TRUE(clustered(sheet, {}).empty());
}

TEST(Box, is_read_as_it_was_written_and_nothing_else_is) {
    geography::Box const box{34.8, -2.5, 35.1, -2.2};
    auto const again = box_read(box_written(box));
    ASSERT_TRUE(again);
    EXPECT_NEAR(again->south, box.south, 1e-5);
    EXPECT_NEAR(again->east, box.east, 1e-5);
    for (auto const* const text : {"", "1,2,3", "1,2,3,4,5", "a,b,c,d", "-2.2,34.8,-2.5,35.1",
                                   "-2.5,34.8,-2.2,nan", "-2.5,91,-2.2,92", "1,,2,3"})
        EXPECT_FALSE(box_read(text)) << text;
    for (auto const turn :
         {Turn::closer, Turn::farther, Turn::north, Turn::south, Turn::east, Turn::west}) {
        auto moved = box;
        for (int n = 0; n < 40; ++n) moved = turned(moved, turn);
        EXPECT_TRUE(box_read(box_written(moved))) << box_written(moved);
    }
}

using Map = PublicTest;
INSTANTIATE_TEST_SUITE_P(OnBoth, Map, tests::both_engines(), tests::engine_name);

TEST_P(Map, shows_the_same_as_its_list_and_nothing_private) {
    add_map_pages(router, pages);
    EXPECT_TRUE(says(get(nobody, "/reports/map"), "لا يوجد إشعار منشور هنا"));
    auto one = filing();
    one.title = "=مصباح <معطل>";
    auto const shown = file(citizen, one);
    auto const hidden = file(citizen, filing("noise"));
    auto const page = get(nobody, "/reports/map");
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(says(page, shown.number));
    EXPECT_TRUE(says(page, "<svg class=\"map reports\""));
    EXPECT_FALSE(says(page, hidden.number));
    EXPECT_FALSE(says(get(nobody, "/reports/map?box=1,1,2,2"), shown.number));
    EXPECT_FALSE(says(get(nobody, "/reports/map?category=pothole"), shown.number));
    EXPECT_EQ(get(nobody, "/reports/map?box=here").status, 200);
}

TEST_P(Map, gives_the_same_as_data) {
    add_map_pages(router, pages);
    auto one = filing();
    one.title = "=مصباح <معطل>";
    auto const shown = file(citizen, one);
    auto const hidden = file(citizen, filing("noise"));
    http::Request request;
    request.target = "/api/v1/reports.geojson";
    auto const json = boost::json::parse(ask(nobody, request).body);
    ASSERT_EQ(json.at("features").as_array().size(), 1U);
    auto const& feature = json.at("features").at(0);
    EXPECT_EQ(feature.at("properties").at("number").as_string(), shown.number);
    EXPECT_NEAR(feature.at("geometry").at("coordinates").at(1).as_double(), shown.place.lat, 1e-6);
    request.target = "/api/v1/reports.csv";
    auto const csv = ask(nobody, request);
    EXPECT_TRUE(says(csv, "\"'=مصباح <معطل>\"")) << "a spreadsheet shows it and does not calculate";
    EXPECT_FALSE(says(csv, hidden.number));
    auto const feed = get(nobody, "/reports.atom");
    EXPECT_TRUE(says(feed, "=مصباح &lt;معطل&gt;"));
    EXPECT_TRUE(says(feed, "https://wasl.example/ar/reports/" + shown.number));
    EXPECT_FALSE(says(feed, hidden.number));
    auto const rss = get(nobody, "/reports.rss");
    EXPECT_EQ(rss.type, "application/rss+xml; charset=utf-8");
    EXPECT_TRUE(
        says(rss, "<title>=مصباح &lt;معطل&gt;</title><link>https://wasl.example/ar/reports/" +
                      shown.number + "</link>"));
    EXPECT_FALSE(says(rss, hidden.number));
}

}  // namespace wasl::reports
