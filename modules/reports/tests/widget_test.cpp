// SPDX-License-Identifier: Apache-2.0
// What other sites and programs read of this one: a frame, and feeds of what was narrowed.
#include "modules/reports/tests/public_for_tests.hpp"

namespace wasl::reports {

class Abroad : public PublicTest {
protected:
    Abroad() { add_map_pages(router, pages); }
    static std::string header(http::Response const& response, std::string_view wanted) {
        for (auto const& [name, value] : response.headers)
            if (name == wanted) return value;
        return {};
    }
    Report pothole() {
        auto what = filing("pothole");
        what.title = "حفرة عميقة";
        return file(citizen, what);
    }
};
INSTANTIATE_TEST_SUITE_P(OnBoth, Abroad, tests::both_engines(), tests::engine_name);

TEST_P(Abroad, one_page_may_be_framed_and_it_acts_in_nothing) {
    auto const lamp = file(citizen);
    auto const hole = pothole();
    auto const here = std::to_string(town.value());
    auto const frame = get(nobody, "/reports/widget?commune=" + here);
    EXPECT_EQ(frame.status, 200);
    EXPECT_NE(header(frame, "content-security-policy").find("frame-ancestors *"),
              std::string::npos);
    EXPECT_TRUE(says(frame, lamp.number));
    for (auto const* const text : {"<form", "<script", "href=\"/ar/reports/x"})
        EXPECT_FALSE(says(frame, text)) << text;
    html::Parsed const page(frame.body);
    for (auto const* const node : page.elements())
        if (html::Parsed::tag(node) == "a") {
            EXPECT_EQ(html::Parsed::attribute(node, "target"), "_top");
        }
    EXPECT_FALSE(says(get(nobody, "/reports/widget?category=pothole"), lamp.number));
    EXPECT_TRUE(says(get(nobody, "/reports/widget?category=pothole"), hole.number));
    EXPECT_TRUE(says(get(nobody, "/reports/widget?show=counts&commune=" + here), "tiles"));
    EXPECT_TRUE(
        says(get(nobody, "/reports/widget?show=counts&category=pothole&commune=" + here), "tiles"));
    EXPECT_TRUE(says(get(nobody, "/reports/widget?commune=999"), "لا يوجد أي إشعار بعد"));
    for (auto const* const other : {"/reports", "/reports/embed", "/reports/figures"})
        EXPECT_EQ(header(get(nobody, other), "content-security-policy"), "") << other;
}

TEST_P(Abroad, the_piece_to_copy_is_html_that_shows_the_choice) {
    auto const here = std::to_string(town.value());
    auto const page = get(nobody, "/reports/embed?show=counts&category=pothole&commune=" + here);
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(says(page,
                     "&lt;iframe src=&quot;https://wasl.example/ar/reports/"
                     "widget?show=counts&amp;amp;commune=" +
                         here + "&amp;amp;category=pothole&quot;"))
        << page.body;
}

TEST_P(Abroad, each_choice_of_the_list_has_a_feed_of_its_own) {
    auto const lamp = file(citizen);
    auto const hole = pothole();
    auto const here = std::to_string(town.value());
    auto const lat = std::to_string(square.lat), lon = std::to_string(square.lon);
    struct Case {
        std::string asked;
        bool lamp, hole;
    };
    for (auto const& [asked, with_lamp, with_hole] :
         {Case{"", true, true}, Case{"?category=pothole", false, true},
          Case{"?commune=" + here, true, true}, Case{"?commune=" + here + "0", false, false},
          Case{"?category=lamp-out&commune=" + here, true, false},
          Case{"?state=fixed", false, false},
          Case{"?from=2020-01-01&until=2020-12-31", false, false},
          Case{"?lat=" + lat + "&lon=" + lon + "&metres=500", true, true},
          Case{"?category=pothole&lat=" + lat + "&lon=" + lon + "&metres=500", false, true},
          Case{"?lat=35.5&lon=-3&metres=500", false, false},
          Case{"?commune=" + here + "&box=-3,34,-2,36", true, true},
          Case{"?commune=" + here + "0&box=-3,34,-2,36", false, false},
          Case{"?category=pothole&commune=" + here + "&box=-3,34,-2,36", false, true}}) {
        auto const feed = get(nobody, "/reports.atom" + asked);
        EXPECT_EQ(says(feed, lamp.number), with_lamp) << asked;
        EXPECT_EQ(says(feed, hole.number), with_hole) << asked;
        EXPECT_EQ(says(get(nobody, "/reports.rss" + asked), lamp.number), with_lamp) << asked;
    }
    EXPECT_TRUE(says(get(nobody, "/reports.atom?category=pothole"),
                     "<id>https://wasl.example/ar/reports.atom?category=pothole</id>"));
    EXPECT_TRUE(says(get(nobody, "/reports?category=pothole"),
                     "href=\"/ar/reports.atom?category=pothole\""));
    EXPECT_TRUE(says(get(nobody, "/reports/map?category=pothole&box=-3,34,-2,36"),
                     "href=\"/ar/reports.atom?category=pothole&amp;box=-3%2C34%2C-2%2C36\""));
    // The map is narrowed by commune too.
    EXPECT_FALSE(
        says(get(nobody, "/reports/map?commune=" + here + "0&box=-3,34,-2,36"), lamp.number));
}

}  // namespace wasl::reports
