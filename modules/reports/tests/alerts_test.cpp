// SPDX-License-Identifier: Apache-2.0
#include "modules/reports/alerts.hpp"
#include "modules/people/people.hpp"
#include "modules/reports/places.hpp"
#include "modules/reports/store_alerts.hpp"
#include "modules/reports/tests/public_for_tests.hpp"

namespace wasl::reports {

TEST(Wishes, are_met_where_all_that_was_chosen_holds) {
    Pin pin;
    pin.category = "lamp-out";
    pin.territory = TerritoryId{7};
    pin.place = {34.92, -2.32};
    struct Case {
        std::int64_t territory;
        char const* category;
        int metres;
        double lat;
        bool met;
    };
    for (auto const& one :
         {Case{7, "", 0, 0, true}, Case{8, "", 0, 0, false}, Case{0, "lamp-out", 0, 0, true},
          Case{0, "pothole", 0, 0, false}, Case{7, "lamp-out", 0, 0, true},
          Case{7, "pothole", 0, 0, false}, Case{0, "", 500, 34.924, true},
          Case{0, "", 250, 34.924, false}, Case{7, "lamp-out", 500, 34.924, true},
          Case{8, "lamp-out", 500, 34.924, false}}) {
        Alert alert;
        alert.territory = TerritoryId{one.territory};
        alert.category = one.category;
        alert.metres = one.metres;
        alert.place = {one.lat, -2.32};
        EXPECT_EQ(wants(alert, pin), one.met)
            << one.territory << " " << one.category << " " << one.metres;
    }
}

TEST(Letters, leave_in_the_morning_of_morocco) {
    auto const noon = clock::start_of_day_in_morocco(day(2026, 3, 2)) + std::chrono::hours(12);
    auto const next = next_letter(noon, 1);
    EXPECT_EQ(clock::day_in_morocco(next), day(2026, 3, 3));
    EXPECT_EQ(next - clock::start_of_day_in_morocco(day(2026, 3, 3)), std::chrono::hours(8));
    EXPECT_EQ(clock::day_in_morocco(next_letter(noon, 7)), day(2026, 3, 9));
}

class AlertsTest : public PublicTest {
protected:
    AlertsTest() {
        add_map_pages(router, pages);
        go_to(day(2026, 3, 2));
    }
    int tell() { return Alerts(desk).tell_due(database(), clock.now()); }
    void next_morning() { go_to(today() + Days{1}); }
    std::int64_t rows() {
        static constexpr db::Sql count{"test.alerts", "select count(*) from report_alerts"};
        return read([&](db::Reader& reader) { return reader.count(count); });
    }
    std::string stops() {
        static constexpr db::Sql select{
            "test.stops", "select stop from notices_letters where stop <> '' order by id"};
        std::string last;
        read([&](db::Reader& reader) {
            reader.each(select, [&](db::Row const& row) { last = row.str(0); });
            return 0;
        });
        return last;
    }
    // The link of the last letter, as its reader opens it.
    std::string last_link() {
        auto const all = letters();
        return all.empty() ? "none" : all.back().substr(all.back().rfind(' ') + 1);
    }
    http::Pairs here(std::string const& address = {}) {
        http::Pairs form{{"commune", std::to_string(town.value())}, {"every", "1"}};
        if (!address.empty()) form.emplace_back("address", address);
        return form;
    }
    Report lamp(std::string title, http::Visitor const& by) {
        auto what = filing();
        what.title = std::move(title);
        clock.advance(std::chrono::minutes(5));
        return file(by, what);
    }
};
INSTANTIATE_TEST_SUITE_P(OnBoth, AlertsTest, tests::both_engines(), tests::engine_name);

TEST_P(AlertsTest, of_whoever_has_no_account_begin_with_a_yes_and_end_with_one_press) {
    EXPECT_TRUE(says(get(nobody, "/reports/alerts"), "عنوان البريد الإلكتروني"));
    EXPECT_EQ(location(post(nobody, "/reports/alerts", here("Fatima@Example.ma"))),
              "/reports/alerts?done=asked");
    auto const link = last_link();
    lamp("مصباح قبل التأكيد", citizen);
    next_morning();
    EXPECT_EQ(tell(), 0) << "nobody said yes";
    EXPECT_EQ(get(nobody, link.substr(0, link.find("key=") + 4) + "7K3M-9QXD-2HTA").status, 404);
    EXPECT_TRUE(says(get(nobody, link), "بركان"));
    EXPECT_EQ(post(nobody, link, {}).status, 303);
    EXPECT_TRUE(says(get(nobody, link), "تم تأكيد التنبيه"));

    lamp("مصباح أول", citizen);
    lamp("مصباح ثان", neighbour);
    file(citizen, filing("noise"));
    EXPECT_EQ(tell(), 0) << "its hour has not come";
    next_morning();
    EXPECT_EQ(tell(), 1);
    EXPECT_EQ(tell(), 0) << "never twice";
    auto const letter = letters().back();
    for (auto const* const text : {"مصباح أول", "مصباح ثان"})
        EXPECT_NE(letter.find(text), std::string::npos) << letter;
    EXPECT_EQ(letter.find("قبل التأكيد"), std::string::npos);
    next_morning();
    EXPECT_EQ(tell(), 0) << "nothing is new";

    auto const stop = stops();
    EXPECT_TRUE(says(get(nobody, stop), "إيقاف الرسائل"));
    EXPECT_EQ(rows(), 1) << "looking ends nothing";
    EXPECT_EQ(post(nobody, stop, {}).status, 303);
    EXPECT_EQ(rows(), 0) << "no address is kept (law 09-08)";
    EXPECT_EQ(post(nobody, stop, {}).status, 303);
    EXPECT_TRUE(says(get(nobody, stop), "لم يعد هذا التنبيه قائما"));
    EXPECT_EQ(get(nobody, stop.substr(0, stop.find('?'))).status, 404);
}

TEST_P(AlertsTest, of_a_quarter_are_chosen_by_name_without_map_or_script) {
    PlaceId quarter{0}, unknown{0};
    (void)write([&](db::Writer& writer) {
        NamedPlace one;
        one.territory = town;
        one.is_quarter = true;
        one.name = {"حي السلام", "Hay Salam", {}, {}};
        one.point = geography::Point{34.924, -2.32};
        one.source = "test";
        auto const picture = places.picture();
        quarter = keep_place(writer, *picture, officer, one, clock.now()).value();
        one.name = {"حي بلا موضع", "", {}, {}};
        one.point.reset();
        unknown = keep_place(writer, *picture, officer, one, clock.now()).value();
        return Outcome{Done{}};
    });
    auto form = here("fatima@example.ma");
    form.emplace_back("metres", "1000");
    auto with = [&](std::string name, std::string value) {
        auto more = form;
        more.emplace_back(std::move(name), std::move(value));
        return post(nobody, "/reports/alerts", more);
    };
    auto const choices = with("then", "places");
    EXPECT_EQ(rows(), 0) << "looking asks for nothing";
    for (auto const* const said :
         {"حي السلام", "حي بلا موضع", "fatima@example.ma", "حول مركز الجماعة"})
        EXPECT_TRUE(says(choices, said)) << said;
    EXPECT_TRUE(
        says(get(nobody, "/reports/alerts?commune=" + std::to_string(town.value())), "حي السلام"));

    (void)with("place", std::to_string(quarter.value()));
    EXPECT_TRUE(says(get(nobody, last_link()), "حي السلام"));
    (void)post(nobody, last_link(), {});
    auto const alerts = read(
        [&](db::Reader& reader) { return store::alerts_of_address(reader, "fatima@example.ma"); });
    ASSERT_EQ(alerts.size(), 1U);
    EXPECT_EQ(alerts.front().metres, 1000);
    EXPECT_NEAR(alerts.front().place.lat, 34.924, 1e-5);
    EXPECT_EQ(alerts.front().territory.value(), 0) << "a circle does not end where a commune does";
    (void)with("place", std::to_string(unknown.value()));
    EXPECT_TRUE(says(get(nobody, last_link()), "حي بلا موضع"));
    EXPECT_EQ(with("place", "12345").status, 422) << "no such place";
}

TEST_P(AlertsTest, are_ended_by_the_button_of_a_mail_program) {
    (void)post(nobody, "/reports/alerts", here("fatima@example.ma"));
    (void)post(nobody, last_link(), {});
    lamp("مصباح", citizen);
    next_morning();
    ASSERT_EQ(tell(), 1);
    http::Request request;
    request.method = http::Method::post;
    request.target = "/api/v1" + stops();
    request.form = {{"List-Unsubscribe", "One-Click"}};
    EXPECT_EQ(ask(nobody, request).status, 204);
    EXPECT_EQ(rows(), 0);
    http::Request forged;
    forged.method = http::Method::post;
    forged.target = "/api/v1/reports/alerts/7/stop?key=7K3M-9QXD-2HTA";
    EXPECT_EQ(ask(nobody, forged).status, 404);
}

TEST_P(AlertsTest, of_an_account_stand_in_the_inbox_and_under_its_name) {
    EXPECT_EQ(location(post(neighbour, "/reports/alerts", here())), "/account/alerts?done=made");
    EXPECT_EQ(location(post(neighbour, "/reports/alerts", here())), "/account/alerts?done=made");
    EXPECT_EQ(rows(), 1) << "asked for twice, it is one";
    lamp("مصباح غيره", citizen);
    lamp("مصباحه هو", neighbour);
    next_morning();
    EXPECT_EQ(tell(), 1);
    EXPECT_EQ(told(neighbour.person), (std::vector<std::string>{"filed", "alert"}));
    auto const page = get(neighbour, "/account/alerts");
    EXPECT_TRUE(says(page, "إيقاف التنبيه"));
    EXPECT_EQ(get(nobody, "/account/alerts").status, 303);
    // Nobody ends another's.
    auto const id = read([&](db::Reader& reader) {
        return std::to_string(Alerts(desk).of_person(reader, neighbour.person).at(0).id.value());
    });
    EXPECT_EQ(post(citizen, "/reports/alerts/" + id + "/stop", {}).status, 404);
    auto const held = read(
        [&](db::Reader& reader) { return desk.contributor().exports(reader, neighbour.person); });
    EXPECT_NE(held.find("\"alerts\":[{"), std::string::npos);
    EXPECT_EQ(post(neighbour, "/reports/alerts/" + id + "/stop", {}).status, 303);
    EXPECT_EQ(rows(), 0);
    (void)post(neighbour, "/reports/alerts", here());
    (void)write([&](db::Writer& writer) -> Outcome {
        (void)desk.contributor().erases(writer, neighbour.person, clock.now());
        return Done{};
    });
    EXPECT_EQ(rows(), 0);
}

// What was hidden when it was filed is told when everybody may see it, and once.
TEST_P(AlertsTest, tell_what_appears_later_and_not_what_was_hidden) {
    (void)post(neighbour, "/reports/alerts", here());
    auto const hidden = lamp("مصباح فيه أسماء", citizen);
    auto what = filing();
    what.title = "مصباح ينتظر التأكيد";
    what.contact = "0661234567";
    auto const waiting = file(nobody, what);
    auto const moderate = [&](Sight sight) {
        return does([&](db::Writer& writer) {
            return desk.moderate(writer, act(president, hidden), sight, "أسماء أشخاص.");
        });
    };
    EXPECT_EQ(moderate(Sight::author_and_office), "yes");
    next_morning();
    EXPECT_EQ(tell(), 0);
    auto const key = [&] {
        for (auto const& letter : letters())
            if (auto const at = letter.find("/confirm?key="); at != letter.npos)
                return letter.substr(at + 13, 14);
        return std::string();
    }();
    EXPECT_EQ(does([&](db::Writer& writer) {
                  return desk.confirm(writer, waiting.number, key, today(), clock.now());
              }),
              "yes");
    EXPECT_EQ(moderate(Sight::everybody), "yes");
    next_morning();
    EXPECT_EQ(tell(), 1);
    auto const notices = told(neighbour.person);
    EXPECT_EQ(std::count(notices.begin(), notices.end(), "alert"), 1);
}

TEST_P(AlertsTest, are_refused_where_they_name_nothing_or_nobody) {
    http::Pairs const nothing{{"address", "fatima@example.ma"}};
    EXPECT_TRUE(
        says(post(nobody, "/reports/alerts", nothing), "المرجو اختيار جماعة أو موضوع أو مكان"));
    for (auto const* const address : {"", "fatima", "0661234567", "a b@c"}) {
        auto form = here();
        form.emplace_back("address", address);
        EXPECT_EQ(post(nobody, "/reports/alerts", form).status, 422) << address;
    }
    for (auto const& [name, value] :
         {std::pair{"commune", "999"}, std::pair{"category", "noise"}, std::pair{"category", "x"},
          std::pair{"lat", "nowhere"}, std::pair{"lat", "0"}}) {
        http::Pairs form{{name, value}, {"address", "fatima@example.ma"}, {"metres", "500"}};
        EXPECT_EQ(post(nobody, "/reports/alerts", form).status, 422) << name << " " << value;
    }
    http::Pairs const around{
        {"lat", std::to_string(square.lat)}, {"lon", std::to_string(square.lon)}, {"metres", "3"}};
    EXPECT_EQ(post(neighbour, "/reports/alerts", around).status, 422) << "3 metres are not offered";
    EXPECT_EQ(rows(), 0);
}

TEST_P(AlertsTest, fill_nobodys_box) {
    for (int n = 0; n < 6; ++n)
        EXPECT_EQ(post(nobody, "/reports/alerts", here("fatima@example.ma")).status, 303);
    EXPECT_EQ(static_cast<int>(letters().size()), alert_letters_max);
    // What nobody confirmed is forgotten with its address.
    go_to(today() + Days{alert_unconfirmed_days + 1});
    desk.alerts_job().run(database(), clock.now());
    EXPECT_EQ(rows(), 0);
}

}  // namespace wasl::reports
