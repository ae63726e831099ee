// SPDX-License-Identifier: Apache-2.0
// Two houses speak to one another: a portal where people report, and the commune's own.
#include "modules/reports/georeport_sending.hpp"

#include "modules/reports/open311/hearing.hpp"
#include "modules/reports/store.hpp"
#include "modules/reports/tests/georeport_for_tests.hpp"
#include "modules/reports/tests/house_on_a_port.hpp"

namespace wasl::reports {

// The commune's own house, with a database of its own.
class Commune : public GeoreportTest {
public:
    void TestBody() override {}
    using GeoreportTest::ask;
    using GeoreportTest::clock;
    using GeoreportTest::key_for;
    using ReportTest::act;
    using ReportTest::desk;
    using ReportTest::does;
    using ReportTest::expect_consistent;
    using ReportTest::officer;
    using ReportTest::seen;
    std::vector<Pin> all() {
        return read([&](db::Reader& reader) { return desk.latest(reader, {}, 100); });
    }
    Report only() {
        auto const pins = all();
        EXPECT_EQ(pins.size(), 1u);
        return read([&](db::Reader& reader) { return *store::by_id(reader, pins.at(0).id); });
    }
};

class TwoHouses : public GeoreportTest {
protected:
    void begin(bool updates) {
        key = theirs.key_for(AdministrationId{0});
        keep({.id = db::fresh<EndpointId>(),
              .body = commune,
              .address = port.address(),
              .api_key = seal_key(folk, key),
              .updates = updates});
    }
    void keep(Endpoint const& endpoint) {
        (void)write([&](db::Writer& writer) -> Outcome {
            store::insert(writer, endpoint, clock.now());
            return Done{};
        });
    }
    // Later both clocks say the same.
    void later(std::chrono::microseconds by) {
        clock.set(std::max(clock.now(), theirs.clock.now()) + by);
        theirs.clock.set(clock.now());
        sender.run(clock.now());
    }
    Sending sending(Report const& report) {
        auto const found =
            read([&](db::Reader& reader) { return store::sending(reader, report.id); });
        EXPECT_TRUE(found.has_value());
        return found.value_or(Sending{});
    }
    std::vector<Sending> stuck() {
        return read([&](db::Reader& reader) {
            return store::stuck(reader, commune, clock.now() - std::chrono::hours(1), 10);
        });
    }
    std::string their_act(std::string_view state, std::string_view text) {
        return theirs.does([&](db::Writer& writer) {
            return theirs.desk.move(writer, theirs.act(theirs.officer, theirs.only()), state, text,
                                    {});
        });
    }

    Commune theirs;
    HouseOnAPort port{[this](http::Method method, std::string const& target, http::Pairs form) {
        return theirs.ask(method, target, std::move(form));
    }};
    Sender sender{database(),
                  desk,
                  {.site = "https://wasl.test",
                   .private_addresses = true,
                   .patience = std::chrono::seconds(20)}};
    std::string key;
};
INSTANTIATE_TEST_SUITE_P(OnBoth, TwoHouses, tests::both_engines(), tests::engine_name);

constexpr std::chrono::minutes minute{1};
using std::chrono_literals::operator""ms;  // NOLINT(misc-unused-using-decls): 200ms

TEST_P(TwoHouses, send_a_report_once_and_speak_about_it_in_both_directions) {
    begin(true);
    auto const report = file(citizen);
    auto const hidden = file(citizen, filing("noise"));
    later(minute);
    EXPECT_EQ(sending(report).state, "taken") << sending(report).why;
    EXPECT_EQ(sending(report).remote, theirs.only().number);
    for (int n = 0; n < 3; ++n) later(2 * minute);
    EXPECT_EQ(theirs.all().size(), 1u) << "and nothing of what is private";
    EXPECT_EQ(their_act("investigating", "الفريق في الطريق"), "yes");
    later(2 * minute);
    EXPECT_EQ(seen(citizen, report).report.state, "investigating");
    EXPECT_EQ(seen(citizen, report).updates.back().text, "الفريق في الطريق");
    // What its author adds here is told there, and is not heard again as news.
    EXPECT_EQ(does([&](db::Writer& writer) {
                  return desk.comment(writer, act(citizen, report), "ما زال مظلما", {});
              }),
              "yes");
    for (int n = 0; n < 3; ++n) later(2 * minute);
    EXPECT_EQ(theirs.seen(theirs.officer, theirs.only()).updates.back().text, "ما زال مظلما");
    EXPECT_EQ(theirs.only().state, "investigating");
    EXPECT_EQ(seen(citizen, report).updates.size(), 2u);
    EXPECT_EQ(their_act("fixed", "تم الإصلاح"), "yes");
    for (int n = 0; n < 3; ++n) later(2 * minute);
    EXPECT_EQ(seen(citizen, report).report.phase, Phase::fixed);
    EXPECT_EQ(seen(citizen, report).updates.size(), 3u);
    EXPECT_EQ(theirs.only().updates, 3);
    EXPECT_TRUE(stuck().empty());
    expect_consistent();
    theirs.expect_consistent();
}

TEST_P(TwoHouses, lose_nothing_and_double_nothing_in_a_day_of_faults) {
    begin(true);
    auto const first = file(citizen);
    // It took the report, and its answer was lost.
    port.behave(Manner::does_and_hangs_up);
    later(minute);
    EXPECT_EQ(sending(first).state, "unsure");
    auto const second = file(citizen);
    auto const manners = {Manner::talks_nonsense, Manner::breaks, Manner::sends_a_bomb,
                          Manner::does_and_hangs_up};
    for (int hour = 0; hour < 24; ++hour) {
        port.behave(*(manners.begin() + hour % 4));
        later(std::chrono::hours(1));
    }
    EXPECT_EQ(stuck().size(), 2u) << "the office sees both";
    port.behave(Manner::well);
    for (int n = 0; n < 30; ++n) later(std::chrono::minutes(20));
    EXPECT_EQ(sending(first).state, "taken") << sending(first).why;
    EXPECT_EQ(sending(second).state, "taken") << sending(second).why;
    EXPECT_EQ(theirs.all().size(), 2u);
    EXPECT_TRUE(stuck().empty());
}

TEST_P(TwoHouses, wait_for_one_that_is_slow_or_gone_and_say_each_report_once) {
    begin(true);
    Sender const hasty{database(),
                       desk,
                       {.site = "https://wasl.test", .private_addresses = true, .patience = 200ms}};
    auto const report = file(citizen);
    port.behave(Manner::stays_silent);
    for (int hour = 0; hour < 3; ++hour) {
        clock.advance(std::chrono::hours(1));
        hasty.run(clock.now());
    }
    EXPECT_EQ(sending(report).state, "unsure") << "it may have been taken";
    EXPECT_FALSE(sending(report).why.empty());
    EXPECT_EQ(stuck().size(), 1u);
    port.behave(Manner::well);
    for (int n = 0; n < 30; ++n) later(std::chrono::minutes(20));
    EXPECT_EQ(sending(report).state, "taken") << sending(report).why;
    EXPECT_EQ(theirs.all().size(), 1u);
}

TEST_P(TwoHouses, keep_what_waits_for_one_that_cannot_be_reached) {
    std::string address;
    {
        HouseOnAPort const gone([](auto, auto const&, auto const&) { return http::Response{}; });
        address = gone.address();
    }
    keep({.id = db::fresh<EndpointId>(),
          .body = commune,
          .address = address,
          .api_key = seal_key(folk, "key"),
          .updates = true});
    auto const report = file(citizen);
    for (int hour = 0; hour < 24; ++hour) later(std::chrono::hours(1));
    EXPECT_NE(sending(report).state, "taken");
    EXPECT_EQ(stuck().size(), 1u) << "the office sees it";
    EXPECT_EQ(seen(citizen, report).report.phase, Phase::open);
    expect_consistent();
}

TEST_P(TwoHouses, show_the_office_what_was_refused_and_try_again) {
    begin(false);
    auto refused = file(citizen, filing("dump"));
    (void)theirs.does([&](db::Writer& writer) -> Outcome {
        auto dump = *theirs.desk.settings(writer, clock.now())->category("dump");
        dump.is_active = false;
        store::keep(writer, dump);
        store::bump_settings(writer);
        return Done{};
    });
    later(2 * minute);
    EXPECT_EQ(sending(refused).state, "stuck");
    EXPECT_EQ(sending(refused).why, "HTTP 404: service_code provided was not found");
    ASSERT_EQ(stuck().size(), 1u);
    EXPECT_EQ(stuck().front().number, refused.number);
    later(std::chrono::hours(5));
    EXPECT_TRUE(theirs.all().empty()) << "it is not said again by itself";
    (void)theirs.does([&](db::Writer& writer) -> Outcome {
        auto dump = *theirs.desk.settings(writer, clock.now())->category("dump");
        dump.is_active = true;
        store::keep(writer, dump);
        store::bump_settings(writer);
        return Done{};
    });
    (void)write([&](db::Writer& writer) -> Outcome {
        EXPECT_FALSE(store::retry(writer, refused.id, province, clock.now()));
        EXPECT_TRUE(store::retry(writer, refused.id, commune, clock.now()));
        return Done{};
    });
    later(2 * minute);
    EXPECT_EQ(sending(refused).state, "taken") << sending(refused).why;
    // An endpoint without the update extension is asked for states.
    EXPECT_EQ(their_act("fixed", "تم"), "yes");
    later(std::chrono::hours(1));
    EXPECT_EQ(seen(citizen, refused).report.phase, Phase::fixed);
    later(std::chrono::hours(1));
    EXPECT_EQ(seen(citizen, refused).updates.size(), 1u);
}

TEST_P(TwoHouses, do_not_send_back_what_came_from_the_bodys_own_system) {
    begin(true);
    auto const own = key_for(commune);
    EXPECT_EQ(post("/open311/v2/requests.json", lamp(own)).status, 200);
    later(2 * minute);
    EXPECT_TRUE(theirs.all().empty());
}

TEST(ServiceCodes, are_theirs_where_a_line_says_so) {
    EXPECT_EQ(open311::their_code("a = 1\nlamp-out=L7\n", "lamp-out"), "L7");
    EXPECT_EQ(open311::their_code("a = 1", "lamp-out"), "lamp-out");
}

}  // namespace wasl::reports
