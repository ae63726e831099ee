// SPDX-License-Identifier: Apache-2.0
// The inbox, the letters that went astray and the wishes of their reader, through the real router.
#include "modules/notices/store.hpp"
#include "modules/notices/tests/notices_for_tests.hpp"
#include "platform/html/layout.hpp"
#include "tests/support/browser.hpp"

namespace wasl::notices::testing {
namespace {

using tests::Browser;

class Inbox : public NoticesTest {
protected:
    Inbox() : fatima(somebody("فاطمة", "fatima@b.ma")), ali(somebody("علي", "ali@b.ma")) {
        add_pages(router, pages);
        router.open({.database = database(),
                     .now = clock.source(),
                     .recognise =
                         [this](http::Request const&, db::Reader& reader, Instant) {
                             auto now = visitor;
                             now.unread = static_cast<int>(unread(reader));
                             return now;
                         },
                     .show_refusal = {},
                     .site = &site});
        enter(fatima);
    }

    void enter(PersonId who, std::vector<http::Grant> grants = {}) {
        visitor.person = who;
        visitor.csrf = "right";
        visitor.grants = std::move(grants);
    }
    std::int64_t unread(db::Reader& reader) {
        static constexpr db::Sql counted{"test.unread",
                                         "select unread from people_persons where id = $1"};
        return reader.count(counted, visitor.person);
    }
    void tell(PersonId whom, int count, std::string link = {}) {
        post(box, {whom,
                   say(msg::title),
                   say(msg::unread_count, {number("count", count)}),
                   std::move(link),
                   {}});
        clock.advance(std::chrono::minutes(1));
    }
    // The sentence, since a bare number may also stand in an address.
    static std::string said(int count) {
        return i18n::sentence(Language::ar, say(msg::unread_count, {number("count", count)}));
    }
    std::vector<store::Item> items(PersonId whose) {
        return read([&](db::Reader& reader) {
            return store::items(reader, whose, NoticeId{INT64_MAX}, 100);
        });
    }
    std::string of(NoticeId id, std::string_view what) {
        return "/ar/notices/" + std::to_string(id.value()) + "/" + std::string(what);
    }

    PersonId fatima, ali;
    http::Visitor visitor;
    html::Site site;
    Outbox box{database(), desk, {}, {}};
    Pages pages{box, desk, places};
    http::Router router;
};
INSTANTIATE_TEST_SUITE_P(OnBoth, Inbox, tests::both_engines(), tests::engine_name);

TEST_P(Inbox, is_empty_then_unread_then_read_by_one_and_by_all) {
    Browser browser(router);
    EXPECT_EQ(browser.get("/ar/notices").status, 200);
    EXPECT_TRUE(browser.shows("class=\"empty")) << "an empty inbox says so";
    EXPECT_EQ(browser.unmarked_latin(), "");
    tell(fatima, 3, "/account");
    tell(fatima, 7);
    tell(ali, 11);
    browser.get("/ar/notices");
    EXPECT_TRUE(browser.shows("3 إشعارات") && browser.shows("7 إشعارات"));
    EXPECT_FALSE(browser.shows("11 إشعارا")) << "somebody else's";
    auto const mine = items(fatima);
    ASSERT_EQ(mine.size(), 2U);

    browser.knock(http::Method::post, of(mine[1].id, "open"), {{"csrf", "right"}});
    EXPECT_EQ(browser.response.status, 303);
    EXPECT_TRUE(items(fatima)[1].read) << "opening is reading";
    browser.get("/ar/notices?show=unread");
    EXPECT_TRUE(browser.shows("7 إشعارات"));
    EXPECT_FALSE(browser.shows("3 إشعارات"));
    browser.post(of(mine[0].id, "read"), {});
    EXPECT_EQ(browser.place, "/ar/notices");
    EXPECT_EQ(read([&](db::Reader& reader) { return unread(reader); }), 0);
    EXPECT_TRUE(browser.shows("7 إشعارات")) << "what was read stays";
    browser.post(of(mine[0].id, "read"), {});
    EXPECT_EQ(read([&](db::Reader& reader) { return unread(reader); }), 0) << "read once";

    tell(fatima, 4);
    tell(fatima, 5);
    browser.get("/ar/notices");
    browser.post("/ar/notices/read", {});
    for (auto const& one : items(fatima)) EXPECT_TRUE(one.read);
    browser.get("/ar/notices?show=unread");
    EXPECT_TRUE(browser.shows("class=\"empty"));
    for (auto const* what : {"read", "open"}) {
        browser.get("/ar/notices");
        EXPECT_EQ(browser.post(of(items(ali)[0].id, what), {}).status, 404) << what;
    }
    EXPECT_FALSE(items(ali)[0].read);
}

TEST_P(Inbox, is_shown_page_by_page) {
    for (int n = 0; n < 30; ++n) tell(fatima, 100 + n);
    Browser browser(router);
    browser.get("/ar/notices");
    EXPECT_TRUE(browser.shows(said(129)) && !browser.shows(said(104)));
    auto const oldest = items(fatima)[24].id;
    browser.get("/ar/notices?before=" + std::to_string(oldest.value()));
    EXPECT_TRUE(browser.shows(said(100)) && !browser.shows(said(129)));
}

TEST_P(Inbox, sends_no_letter_to_who_does_not_want_any) {
    Browser browser(router);
    browser.get("/ar/notices/preferences");
    browser.post("/ar/notices/preferences", {});
    EXPECT_EQ(browser.response.status, 200);
    tell(fatima, 3);
    static constexpr db::Sql letters{"test.letters",
                                     "select count(*) from notices_letters where person = $1"};
    auto const waiting = [&] {
        return read([&](db::Reader& reader) { return reader.count(letters, fatima); });
    };
    EXPECT_EQ(waiting(), 0);
    browser.post("/ar/notices/preferences", {{"by_email", "1"}});
    tell(fatima, 4);
    EXPECT_EQ(waiting(), 1);
    EXPECT_EQ(items(fatima).size(), 2U) << "the inbox is told either way";
}

TEST_P(Inbox, shows_letters_that_went_astray_to_the_platform_alone) {
    tell(fatima, 3);
    EXPECT_EQ(box.deliver_due(clock.now()), 0) << "no server of mail is named";
    clock.advance(std::chrono::hours(1));
    Browser browser(router);
    EXPECT_EQ(browser.get("/ar/admin/letters").status, 403);
    enter(ali, {{http::Role::administrator, AdministrationId{5}, UnitId{0}}});
    EXPECT_EQ(browser.get("/ar/admin/letters").status, 404) << "of one administration";
    auto const letter =
        read([&](db::Reader& reader) { return store::stuck(reader, clock.now()); }).at(0).id;
    auto const address = "/ar/admin/letters/" + std::to_string(letter.value());
    EXPECT_EQ(browser.post_as_it_is(address + "/drop", {{"csrf", "right"}}).status, 404);
    enter(ali, {{http::Role::administrator, people::platform, UnitId{0}}});
    EXPECT_EQ(browser.get("/ar/admin/letters").status, 200);
    EXPECT_EQ(browser.unmarked_latin(), "");
    EXPECT_TRUE(browser.shows(address + "/retry"));
    EXPECT_FALSE(browser.shows("fatima@b.ma")) << "an operator needs no address";
    browser.post(address + "/retry", {});
    EXPECT_FALSE(browser.shows(address + "/retry")) << "it waits anew";
    EXPECT_EQ(box.deliver_due(clock.now()), 0);
    clock.advance(std::chrono::hours(1));
    browser.get("/ar/admin/letters");
    EXPECT_TRUE(browser.shows(address + "/drop"));
    browser.post(address + "/drop", {});
    EXPECT_FALSE(browser.shows(address + "/drop"));
}

}  // namespace
}  // namespace wasl::notices::testing
