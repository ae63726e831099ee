// SPDX-License-Identifier: Apache-2.0
// Whole ways through the real router.
#include "modules/people/secrets.hpp"
#include "modules/people/tests/people_for_tests.hpp"
#include "modules/people/totp.hpp"
#include "platform/html/layout.hpp"
#include "tests/support/browser.hpp"

namespace wasl::people {
namespace {

using tests::Browser;

class Journey : public PeopleTest {
protected:
    Journey() : pages{desk, places, rights} {
        site.name = {"إقليم بركان", "Province de Berkane", "", ""};
        add_pages(router, pages);
        router.open(
            {.database = database(),
             .now = clock.source(),
             .recognise = [this](http::Request const& request, db::Reader& reader,
                                 Instant now) { return desk.recognise(request, reader, now); },
             .show_refusal = {},
             .site = &site});
    }

    // From nothing to an account, on the pages alone.
    void sign_up(Browser& browser, std::string const& contact, std::string const& name) {
        browser.get("/ar/sign-in");
        browser.post("/ar/sign-in", {{"contact", contact}, {"way", "code"}});
        browser.post("/ar/sign-in/code", {{"code", code_in(letters.back())}});
        browser.post("/ar/sign-up", {{"name", name}, {"language", "ar"}});
        ASSERT_EQ(browser.place, "/ar/account");
    }
    void turn_on_totp(Browser& browser) {
        browser.get("/ar/account/security");
        browser.post("/ar/account/security/begin", {});
        browser.post("/ar/account/security/confirm", {{"code", totp(browser)}});
    }
    std::string totp(Browser& browser) {
        http::Request request;
        request.cookies.assign(browser.cookies.begin(), browser.cookies.end());
        auto const sealed = read([&](db::Reader& reader) {
            return store::totp(reader, desk.recognise(request, reader, clock.now()).person).sealed;
        });
        return hotp(unseal(std::string(32, 's'), sealed).value(),
                    static_cast<std::uint64_t>(totp_step(clock.now())));
    }

    DataRights rights;
    Pages pages;
    html::Site site;
    http::Router router;
};
INSTANTIATE_TEST_SUITE_P(OnBoth, Journey, tests::both_engines(), tests::engine_name);

TEST_P(Journey, from_a_closed_door_over_a_code_and_a_name_to_where_one_was_going) {
    Browser browser(router);
    browser.get("/ar/account/mandates?x=1");
    EXPECT_EQ(browser.place.substr(0, 18), "/ar/sign-in?next=/") << browser.place;
    EXPECT_FALSE(browser.cookies["wasl_visit"].empty());
    EXPECT_TRUE(browser.shows("name=\"next\""));

    browser.post("/ar/sign-in", {{"contact", "ليس عنوانا@"}, {"way", "code"}});
    EXPECT_EQ(browser.response.status, 422);
    EXPECT_TRUE(browser.shows("ليس عنوانا@")) << "what was typed stays";
    EXPECT_TRUE(browser.shows("aria-describedby"));
    EXPECT_TRUE(letters.empty());

    browser.post("/ar/sign-in",
                 {{"contact", "fatima@b.ma"}, {"way", "code"}, {"next", "/account/mandates?x=1"}});
    EXPECT_EQ(browser.place.substr(0, 16), "/ar/sign-in/code");
    ASSERT_EQ(letters.size(), 1U);
    EXPECT_TRUE(browser.shows("fatima@b.ma"));

    browser.post("/ar/sign-in/code", {{"code", "x"}, {"next", "/account/mandates?x=1"}});
    EXPECT_EQ(browser.response.status, 422);
    browser.post("/ar/sign-in/code",
                 {{"code", code_in(letters[0])}, {"next", "/account/mandates?x=1"}});
    EXPECT_EQ(browser.place.substr(0, 11), "/ar/sign-up");

    browser.post("/ar/sign-up", {{"name", "فاطمة\u202e الزهراء"}, {"language", "ar"}});
    EXPECT_EQ(browser.response.status, 422);
    browser.post("/ar/sign-up", {{"name", "فاطمة الزهراء"},
                                 {"language", "ar"},
                                 {"password", "short"},
                                 {"next", "/account/mandates?x=1"}});
    EXPECT_EQ(browser.response.status, 422);
    EXPECT_TRUE(browser.shows("فاطمة الزهراء"));
    EXPECT_FALSE(browser.shows("short")) << "a password is never shown again";
    browser.post(
        "/ar/sign-up",
        {{"name", "فاطمة الزهراء"}, {"language", "ar"}, {"next", "/account/mandates?x=1"}});
    EXPECT_EQ(browser.place, "/ar/account/mandates?x=1");
    EXPECT_EQ(browser.response.status, 200);

    browser.get("/ar/account");
    browser.post("/ar/sign-out", {});
    EXPECT_FALSE(browser.cookies.contains("wasl_session"));
    browser.get("/ar/account");
    EXPECT_EQ(browser.place.substr(0, 11), "/ar/sign-in");
}

TEST_P(Journey, does_not_lead_out_of_the_site_nor_in_without_the_forms_own_key) {
    Browser browser(router);
    browser.get("/ar/sign-in");
    browser.post_as_it_is("/ar/sign-in", {{"contact", "a@b.ma"}, {"way", "code"}});
    EXPECT_EQ(browser.response.status, 403);
    browser.get("/ar/sign-in");
    Browser other(router);
    other.get("/ar/sign-in");
    other.post_as_it_is("/ar/sign-in",
                        {{"contact", "a@b.ma"}, {"way", "code"}, {"csrf", browser.csrf()}});
    EXPECT_EQ(other.response.status, 403) << "somebody else's form";
    EXPECT_TRUE(letters.empty());

    sign_up(browser, "a@b.ma", "علي");
    for (auto const* evil : {"https://evil.example/", "//evil.example/", "/\\evil.example"}) {
        browser.get(std::string("/ar/sign-in?next=") + evil);
        EXPECT_EQ(browser.place.substr(0, 4), "/ar/") << evil;
        EXPECT_EQ(browser.place.find("evil"), std::string::npos) << browser.place;
    }
}

TEST_P(Journey, ends_no_session_and_answers_no_mandate_of_somebody_else) {
    Browser ali(router), sara(router);
    sign_up(ali, "ali@b.ma", "علي");
    sign_up(sara, "sara@b.ma", "سارة");
    auto const session = read([&](db::Reader& reader) {
        return *store::session(
            reader, keyed_hash(std::string(32, 's'), "session", ali.cookies["wasl_session"]));
    });
    auto const end = "/ar/account/sessions/" + std::to_string(session.value()) + "/end";
    sara.get("/ar/account");
    EXPECT_EQ(sara.post(end, {}).status, 404);
    ali.get("/ar/account/mandates");
    ali.post("/ar/account/mandates", {{"contact", "omar@b.ma"}, {"until", "2026-12-31"}});
    EXPECT_TRUE(ali.shows("omar@b.ma"));
    sara.get("/ar/account/mandates");
    EXPECT_FALSE(sara.shows("علي"));
    auto const mandate = read([&](db::Reader& reader) {
        http::Request request;
        request.cookies.emplace_back("wasl_session", ali.cookies["wasl_session"]);
        return store::given(reader, desk.recognise(request, reader, clock.now()).person).at(0).id;
    });
    for (auto const* what : {"accept", "refuse", "revoke"}) {
        sara.get("/ar/account/mandates");
        sara.post("/ar/account/mandates/" + std::to_string(mandate.value()) + "/" + what, {});
        EXPECT_EQ(sara.response.status, 404) << what;
    }
    EXPECT_EQ(ali.get("/ar/account").status, 200) << "still signed in";
    EXPECT_EQ(sara.get("/ar/admin/people").status, 403);
    EXPECT_EQ(sara.get("/ar/account/data/export.json").body.find("ali@b.ma"), std::string::npos);
}

TEST_P(Journey, names_the_procedures_of_a_mandate_from_what_the_registry_has) {
    Browser ali(router), sara(router);
    sign_up(ali, "ali@b.ma", "علي");
    sign_up(sara, "sara@b.ma", "سارة");
    auto const page = "/ar/account/mandates";
    ali.get(page);
    ali.post(page, {{"contact", "sara@b.ma"},
                    {"scope", "named"},
                    {"until", "2026-12-31"},
                    {"q", "السكن"},
                    {"step", "search"}});
    EXPECT_EQ(ali.response.status, 200);
    EXPECT_TRUE(ali.shows("value=\"occupancy\"") && ali.shows("value=\"sara@b.ma\""))
        << "found, and nothing typed is lost";
    EXPECT_FALSE(ali.shows("value=\"building-permit\""));
    EXPECT_TRUE(ali.shows("لم تمنح أي وكالة")) << "searching offers nothing";
    ali.post(page, {{"contact", "sara@b.ma"},
                    {"scope", "named"},
                    {"until", "2026-12-31"},
                    {"q", "لا شيء من هذا"},
                    {"procedure", "occupancy"},
                    {"step", "search"}});
    EXPECT_TRUE(ali.shows("value=\"occupancy\"")) << "what was ticked stays";
    ali.post(page, {{"contact", "sara@b.ma"}, {"scope", "named"}, {"until", "2026-12-31"}});
    EXPECT_EQ(ali.response.status, 422) << "named, and none is";
    ali.post(page, {{"contact", "sara@b.ma"},
                    {"scope", "named"},
                    {"until", "2026-12-31"},
                    {"procedure", "occupancy"}});
    EXPECT_EQ(ali.place, page);
    sara.get(page);
    EXPECT_TRUE(sara.shows("رخصة السكن") && !sara.shows("رخصة البناء"));
    EXPECT_EQ(sara.unmarked_latin(), "");
    ASSERT_EQ(told.size(), 1U);
    EXPECT_EQ(told[0].link, "/account/mandates");
}

TEST_P(Journey, makes_the_first_administrator_who_seats_a_head_behind_the_second_factor) {
    auto const berkane = commune("جماعة بركان");
    auto const link = write(
        [&](db::Writer& writer) { return desk.first_administrator_link(writer, clock.now()); });
    Browser root(router);
    root.get("/ar" + link.value());
    auto const key = link.value().substr(link.value().find('=') + 1);
    root.post("/ar/first-administrator", {{"key", key},
                                          {"contact", "root@b.ma"},
                                          {"name", "المدير"},
                                          {"language", "ar"},
                                          {"password", "كلمة سر طويلة"}});
    EXPECT_EQ(root.place, "/ar/account/security");
    EXPECT_EQ(root.get("/ar/admin/people").status, 403) << "no second factor yet";
    turn_on_totp(root);
    EXPECT_EQ(root.response.status, 200);
    EXPECT_EQ(root.get("/ar/admin/people").status, 200);
    EXPECT_TRUE(root.shows("جماعة بركان"));

    Browser head(router);
    sign_up(head, "head@b.ma", "عبد الحق");
    auto const place = "/ar/admin/people/" + std::to_string(berkane.value());
    root.get(place);
    root.post(place, {{"title_ar", "رئيس المجلس"}, {"title_fr", ""}, {"role", "king"}});
    EXPECT_EQ(root.response.status, 422);
    root.post(place, {{"title_ar", "رئيس المجلس"}, {"title_fr", ""}, {"role", "head"}});
    ASSERT_EQ(root.response.status, 200) << root.place;
    auto const position = root.place;
    root.post(position + "/give", {{"contact", "nobody@b.ma"}});
    EXPECT_EQ(root.response.status, 422);
    EXPECT_TRUE(root.shows("nobody@b.ma"));
    root.post(position + "/give", {{"contact", "head@b.ma"}});
    EXPECT_TRUE(root.shows("عبد الحق"));

    head.get("/ar/account");
    EXPECT_TRUE(head.shows("رئيس المجلس"));
    turn_on_totp(head);
    EXPECT_EQ(read([&](db::Reader& reader) {
                  http::Request request;
                  request.cookies.assign(head.cookies.begin(), head.cookies.end());
                  return desk.recognise(request, reader, clock.now()).is(http::Role::head, berkane);
              }),
              true);
}

TEST_P(Journey, shows_every_page_in_every_language_without_unmarked_latin_in_arabic) {
    auto const berkane = commune("جماعة بركان");
    Browser visitor(router);
    for (auto const* language : {"ar", "fr", "en", "zgh"})
        for (auto const* path : {"/sign-in", "/password/forgotten"}) {
            EXPECT_EQ(visitor.get(std::string("/") + language + path).status, 200);
            if (std::string_view(language) == "ar") EXPECT_EQ(visitor.unmarked_latin(), "") << path;
        }
    Browser root(router);
    sign_up(root, "root@b.ma", "المدير");
    auto const seated = write([&](db::Writer& writer) -> Outcome {
        auto const position =
            TRY(found_position(desk, writer, this->root(),
                               {platform, UnitId{0}, "administrator", "مدير", ""}, clock.now()));
        TRY(give_position(desk, writer, this->root(), {position, "root@b.ma", "", ""}, today(),
                          clock.now()));
        return Done{};
    });
    ASSERT_FALSE(seated.refused());
    turn_on_totp(root);
    EXPECT_EQ(root.unmarked_latin(), "") << "recovery codes";
    auto const own = "/admin/people/" + std::to_string(berkane.value());
    for (auto const* language : {"ar", "fr", "en", "zgh"})
        for (std::string const& path :
             {std::string("/account"), std::string("/account/edit"),
              std::string("/account/contacts"), std::string("/account/password"),
              std::string("/account/sessions"), std::string("/account/security"),
              std::string("/account/tokens"), std::string("/account/mandates"),
              std::string("/account/delegations"), std::string("/account/data"),
              std::string("/account/data/erase"), std::string("/admin/people"),
              std::string("/admin/people/0"), own, std::string("/admin/data-requests")}) {
            EXPECT_EQ(root.get(std::string("/") + language + path).status, 200) << path;
            if (std::string_view(language) == "ar") EXPECT_EQ(root.unmarked_latin(), "") << path;
        }
    auto const found = root.get("/ar/admin/people?role=administrator").body;
    EXPECT_NE(found.find("/admin/positions/"), std::string::npos) << "people are found by role";
    EXPECT_EQ(root.get("/ar/admin/people?role=auditor").body.find("/admin/positions/"),
              std::string::npos);
    EXPECT_EQ(root.get("/ar/admin/people/12345").status, 404);
    EXPECT_EQ(root.get("/ar/admin/people/x").status, 404);
}

TEST_P(Journey, erases_an_account_and_its_owner_is_a_stranger_again) {
    Browser ali(router);
    sign_up(ali, "ali@b.ma", "علي");
    ali.get("/ar/account/data/erase");
    EXPECT_EQ(ali.post("/ar/account/data/erase", {}).status, 422);
    EXPECT_EQ(ali.post("/ar/account/data/erase", {{"sure", "1"}}).status, 200);
    EXPECT_FALSE(ali.cookies.contains("wasl_session"));
    ali.get("/ar/account");
    EXPECT_EQ(ali.place.substr(0, 11), "/ar/sign-in");
    sign_up(ali, "ali@b.ma", "علي من جديد");
}

}  // namespace
}  // namespace wasl::people
