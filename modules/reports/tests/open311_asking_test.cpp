// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "modules/reports/open311/asking.hpp"
#include "modules/reports/open311/inline_media.hpp"
#include "modules/reports/open311/moments.hpp"

namespace wasl::reports::open311 {

namespace {

Instant const now = *moment_from("2026-11-21T19:00:00Z");

Wanted good(Parameters const& asked) {
    auto read = wanted(asked, now);
    EXPECT_TRUE(std::holds_alternative<Wanted>(read))
        << (std::holds_alternative<Fault>(read) ? std::get<Fault>(read).description : "");
    return std::holds_alternative<Wanted>(read) ? std::get<Wanted>(read) : Wanted{};
}

}  // namespace

TEST(Open311Moments, need_a_zone) {
    EXPECT_EQ(iso(*moment_from("2026-11-21T19:00:00Z")), "2026-11-21T19:00:00Z");
    EXPECT_EQ(iso(*moment_from("2026-11-21T20:00:00+01:00")), "2026-11-21T19:00:00Z");
    EXPECT_EQ(iso(*moment_from("2026-01-01T00:30:00+01:00")), "2025-12-31T23:30:00Z");
    EXPECT_EQ(iso(*moment_from("2026-11-21T14:00:00.250-05:00")), "2026-11-21T19:00:00Z");
    // What arrives of "+01:00" where the plus was not escaped, and how some libraries write it.
    EXPECT_EQ(iso(*moment_from("2026-11-21T20:00:00 01:00")), "2026-11-21T19:00:00Z");
    EXPECT_EQ(iso(*moment_from("2026-11-21T20:00:00+0100")), "2026-11-21T19:00:00Z");
    for (auto const* const text :
         {"", "2026-11-21", "2026-11-21T19:00:00", "2026-11-21 19:00:00Z", "2026-13-21T19:00:00Z",
          "2026-02-30T19:00:00Z", "2026-11-21T24:00:00Z", "2026-11-21T19:60:00Z",
          "2026-11-21T19:00:00+1:00", "2026-11-21T19:00:00 ", "2026-11-21T19:00:00+01",
          "2026-11-21T19:00:00+15:00", "2026-11-21T19:00:00.Z", "2026-11-21T19:00:00Zx",
          "x026-11-21T19:00:00Z", "2026-11-21T-1:00:00Z"})
        EXPECT_FALSE(moment_from(text)) << text;
}

TEST(Open311Asking, means_the_last_90_days_where_nothing_is_said) {
    auto const plain = good({});
    EXPECT_EQ(iso(*plain.from), "2026-08-23T19:00:00Z");
    EXPECT_EQ(*plain.until, now);
    EXPECT_EQ(plain.limit, 1'000);
    EXPECT_TRUE(plain.open && plain.closed);
    auto const since = good({{"start_date", "2026-01-01T00:00:00Z"}});
    EXPECT_EQ(iso(*since.until), "2026-04-01T00:00:00Z");
    auto const before = good({{"end_date", "2026-04-01T00:00:00Z"}});
    EXPECT_EQ(iso(*before.from), "2026-01-01T00:00:00Z");
    // An empty parameter is an absent one; who asks by change is given old reports too.
    EXPECT_EQ(*good({{"start_date", ""}, {"status", " "}}).until, now);
    auto const changed = good({{"updated_after", "2026-11-20T00:00:00Z"}});
    EXPECT_FALSE(changed.from);
    EXPECT_EQ(iso(*changed.updated_from), "2026-11-20T00:00:00Z");
}

TEST(Open311Asking, lets_numbers_override_all_else) {
    auto const by_id = good(
        {{"service_request_id", "A1, B2,,C3"}, {"start_date", "nonsense"}, {"status", "nonsense"}});
    EXPECT_EQ(by_id.ids, (std::vector<std::string>{"A1", "B2", "C3"}));
    EXPECT_FALSE(by_id.from);
}

TEST(Open311Asking, counts_pages_from_one) {
    auto const third = good({{"page", "3"}, {"page_size", "20"}});
    EXPECT_EQ(third.limit, 20);
    EXPECT_EQ(third.offset, 40);
    EXPECT_EQ(good({{"page", "2"}}).offset, page_size_default);
    EXPECT_EQ(good({{"max_requests", "7"}}).limit, 7);
}

TEST(Open311Asking, says_what_cannot_be_read) {
    struct Case {
        Parameters asked;
        std::string_view says;
    };
    std::vector<Case> const cases = {
        {{{"start_date", "2026-11-21"}}, "start_date"},
        {{{"end_date", "yesterday"}}, "end_date"},
        {{{"start_date", "2026-01-01T00:00:00Z"}, {"end_date", "2026-04-02T00:00:00Z"}}, "90 days"},
        {{{"start_date", "2026-02-01T00:00:00Z"}, {"end_date", "2026-01-01T00:00:00Z"}}, "later"},
        {{{"status", "open,half"}}, "status"},
        {{{"page", "0"}}, "page"},
        {{{"page_size", "1001"}}, "page_size"},
        {{{"page", "99999999999999999999"}}, "page"},
        {{{"updated_after", "2026"}}, "updated_after"},
    };
    for (auto const& one : cases) {
        auto const read = wanted(one.asked, now);
        ASSERT_TRUE(std::holds_alternative<Fault>(read)) << one.says;
        EXPECT_EQ(std::get<Fault>(read).status, 400);
        EXPECT_NE(std::get<Fault>(read).description.find(one.says), std::string::npos)
            << std::get<Fault>(read).description;
    }
}

TEST(Open311Asking, takes_a_report_as_clients_send_it) {
    auto const read = posted({{"service_code", "lamp-out"},
                              {"lat", "34.92"},
                              {"long", "-2.32"},
                              {"address_id", "#NOTPINPOINTED#"},
                              {"deviceid", "tablet"},
                              {"attribute[SIDE]", "l"},
                              {"attribute[WHICH][]", "a"},
                              {"attribute[WHICH][]", "b"},
                              {"attribute[]", "lost"},
                              {"attribute[EMPTY]", ""},
                              {"media_url", "https://a.example/1.jpg"},
                              {"media_url", "https://a.example/2.jpg"}});
    auto const& one = std::get<Posted>(read);
    EXPECT_TRUE(one.address_id.empty());
    EXPECT_EQ(one.device_id, "tablet");
    ASSERT_EQ(one.answers.size(), 2U);
    EXPECT_EQ(one.answers[1].values, (std::vector<std::string>{"a", "b"}));
    EXPECT_EQ(one.media_urls.size(), 2U);
    EXPECT_DOUBLE_EQ(one.place->lon, -2.32);
    EXPECT_TRUE(std::holds_alternative<Posted>(
        posted({{"service_code", "x"}, {"address_string", "شارع محمد الخامس"}})));
}

TEST(Open311Asking, refuses_a_report_that_cannot_be_used) {
    std::string const long_text(4'001, 'x');
    std::vector<Parameters> const bad = {
        {},
        {{"lat", "34"}, {"long", "-2"}},
        {{"service_code", "x"}},
        {{"service_code", "x"}, {"address_id", "#NOTPINPOINTED#"}},
        {{"service_code", "x"}, {"lat", "34"}},
        {{"service_code", "x"}, {"lat", "34"}, {"long", "west"}},
        {{"service_code", "x"}, {"lat", "nan"}, {"long", "-2"}},
        {{"service_code", "x"}, {"lat", "0"}, {"long", "0"}},
        {{"service_code", "x"}, {"lat", "91"}, {"long", "-2"}},
        {{"service_code", "x"}, {"lat", "34"}, {"long", "-2"}, {"description", long_text}},
        {{"service_code", "x"}, {"lat", "34"}, {"long", "-2"}, {"media_url", "data:image/png,!"}},
        {{"service_code", "x"},
         {"lat", "34"},
         {"long", "-2"},
         {"media_url", "data:image/png;base64," + std::string(inline_media_max, 'A')}},
    };
    for (auto const& one : bad) EXPECT_TRUE(std::holds_alternative<Fault>(posted(one)));
    // 4,000 Arabic letters are 8,000 bytes and not too many.
    std::string arabic;
    for (int n = 0; n < 4'000; ++n) arabic += "م";
    EXPECT_TRUE(std::holds_alternative<Posted>(
        posted({{"service_code", "x"}, {"lat", "34"}, {"long", "-2"}, {"description", arabic}})));
}

TEST(Open311Asking, reads_a_picture_inside_its_address) {
    struct {
        std::string_view address;
        std::optional<std::string> bytes;
    } const all[] = {
        {"data:image/png;base64,aGVsbG8=", "hello"},
        {"data:image/png;base64,aGVsbG8", "hello"},  // without its padding
        {"data:;base64,++++", "\xfb\xef\xbe"},
        {"data:;base64,  +  ", std::nullopt},   // not a multiple of four
        {"data:;base64,    ", "\xfb\xef\xbe"},  // a plus that was not escaped in a form
        {"data:image/png,hello", std::nullopt},
        {"data:image/png;base64", std::nullopt},
        {"data:image/png;base64,a*b=", std::nullopt},
        {"https://a.example/1.jpg", std::nullopt},
        {"", std::nullopt},
    };
    for (auto const& one : all) EXPECT_EQ(inline_media(one.address), one.bytes) << one.address;
}

TEST(Open311Asking, reads_updates_and_their_window) {
    Parameters const update = {{"update_id", "u1"},
                               {"service_request_id", "r1"},
                               {"status", "IN_PROGRESS"},
                               {"updated_datetime", "2026-11-21T10:00:00+01:00"},
                               {"last_name", "-"}};
    auto const one = std::get<PostedUpdate>(posted_update(update));
    EXPECT_EQ(one.status, "in_progress");
    EXPECT_TRUE(one.last_name.empty());
    for (std::size_t without = 0; without < 4; ++without) {
        auto less = update;
        less.erase(less.begin() + static_cast<std::ptrdiff_t>(without));
        EXPECT_TRUE(std::holds_alternative<Fault>(posted_update(less))) << without;
    }
    auto unknown = update;
    unknown[2].second = "HAPPY";
    EXPECT_TRUE(std::holds_alternative<Fault>(posted_update(unknown)));
    EXPECT_EQ(iso(std::get<Window>(window({}, now)).from), "2026-11-20T19:00:00Z");
    EXPECT_TRUE(
        std::holds_alternative<Fault>(window({{"start_date", "2026-01-01T00:00:00Z"}}, now)));
}

}  // namespace wasl::reports::open311
