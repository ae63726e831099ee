// SPDX-License-Identifier: Apache-2.0
// The page of an administration's webhooks, as a head, an officer and an administrator meet it.
#include <gtest/gtest.h>

#include "modules/directory/directory.hpp"
#include "modules/directory/schema.hpp"
#include "modules/notices/hooks.hpp"
#include "modules/notices/messages.hpp"
#include "modules/notices/tests/http_sink.hpp"
#include "platform/html/layout.hpp"
#include "platform/journal/schema.hpp"
#include "tests/support/berkane_for_tests.hpp"
#include "tests/support/doors_for_tests.hpp"

namespace wasl::notices::testing {
namespace {

using http::Role;

class HookPages : public tests::OnEngine {
protected:
    HookPages()
        : OnEngine({journal::schema, directory::schema, people::schema_steps(), schema_steps()},
                   tests::berkane) {
        commune = places.picture()->by_slug("commune-berkane")->id;
        other = places.picture()->by_slug("province-berkane")->id;
        add_pages(router, pages);
        tests::open(router, {database(), clock, visitor, &site});
    }
    http::Response ask(http::Method method, std::string const& path, http::Pairs form = {},
                       http::Pairs query = {}) {
        clock.advance(std::chrono::seconds(2));
        return tests::ask(router, method, path, std::move(query), std::move(form));
    }
    http::Response get(std::string const& path) { return ask(http::Method::get, path); }
    http::Response post(std::string const& path, http::Pairs form = {}) {
        return ask(http::Method::post, path, std::move(form));
    }
    void enter_as(Role role, AdministrationId where) {
        visitor.person = PersonId{7};
        visitor.csrf = "right";
        visitor.grants = {{role, where, UnitId{0}}};
    }
    std::string page(AdministrationId id) {
        return "/office/webhooks/" + std::to_string(id.value());
    }
    std::vector<Hook> hooks() {
        return read([&](db::Reader& reader) { return store::hooks_of(reader, commune); });
    }

    http::Visitor visitor;
    html::Site site;
    directory::Desk places{database()};
    people::Desk people{database(), places, people::Settings{.secret = std::string(32, 's')}};
    Outbox box{database(), people, {}, {.secret = std::string(32, 'k'), .private_hooks = true}};
    Pages pages{box, people, places};
    http::Router router;
    HttpSink sink;
    AdministrationId commune{0}, other{0};
};
INSTANTIATE_TEST_SUITE_P(OnBoth, HookPages, tests::both_engines(), tests::engine_name);

std::string location(http::Response const& response) {
    for (auto const& [name, value] : response.headers)
        if (name == "location") return value;
    return {};
}

using tests::says;

TEST_P(HookPages, are_for_those_who_answer_for_the_administration) {
    enter_as(Role::officer, commune);
    EXPECT_EQ(get("/office/webhooks").status, 403);
    EXPECT_EQ(get(page(commune)).status, 404);
    EXPECT_EQ(post(page(commune), {{"address", sink.url()}}).status, 404);
    enter_as(Role::head, commune);
    EXPECT_EQ(location(get("/office/webhooks")), "/ar" + page(commune));
    EXPECT_EQ(get(page(commune)).status, 200);
    EXPECT_EQ(get(page(other)).status, 404);
    enter_as(Role::administrator, people::platform);
    EXPECT_EQ(get("/office/webhooks").status, 200);
    EXPECT_EQ(get(page(other)).status, 200);
    EXPECT_EQ(get("/office/webhooks/12345").status, 404);
    EXPECT_TRUE(hooks().empty());
}

TEST_P(HookPages, subscribe_show_the_secret_once_stop_resume_replay_and_remove) {
    enter_as(Role::head, commune);
    auto const refused = post(page(commune), {{"address", "ftp://example.ma/x"}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(says(refused, "ftp://example.ma/x")) << "what was typed stays";
    EXPECT_TRUE(says(refused, "href=\"#field-address\""));
    auto const made = post(page(commune), {{"address", sink.url()}});
    EXPECT_EQ(made.status, 303) << "loaded again, it registers nothing again";
    ASSERT_EQ(hooks().size(), 1U);
    auto const secret = [&] {
        return says(ask(http::Method::get, page(commune), {},
                        {{"new", std::to_string(hooks().front().id.value())}}),
                    "whsec_");
    };
    EXPECT_TRUE(secret());
    EXPECT_TRUE(secret());
    EXPECT_FALSE(says(get(page(commune)), "whsec_"));
    visitor.person = PersonId{8};
    EXPECT_FALSE(secret()) << "it is for whoever registered it";
    visitor.person = PersonId{7};
    clock.advance(secret_shown);
    EXPECT_FALSE(secret());
    auto const hook = page(commune) + "/" + std::to_string(hooks().front().id.value());
    auto const number = "number-" + std::to_string(hooks().front().id.value());
    write([&](db::Writer& writer) -> Outcome {
        for (int n = 0; n < 3; ++n)
            box.post_event(writer, "procedure.published", "{}", clock.now());
        return Done{};
    }).value();
    box.tell_hooks(clock.now());
    EXPECT_EQ(sink.taken().size(), 3U);
    EXPECT_EQ(post(hook + "/stop").status, 303);
    EXPECT_EQ(hooks().front().state, "stopped");
    EXPECT_EQ(post(hook + "/resume").status, 303);
    EXPECT_EQ(hooks().front().state, "on");
    auto const ahead = post(hook + "/replay", {{number, "99"}});
    EXPECT_EQ(ahead.status, 422);
    EXPECT_TRUE(says(ahead, "value=\"99\""));
    EXPECT_EQ(post(hook + "/replay", {{number, "2"}}).status, 303);
    box.tell_hooks(clock.now());
    EXPECT_EQ(sink.taken().size(), 5U);
    EXPECT_EQ(post(hook + "/nothing").status, 404);
    EXPECT_EQ(post(hook + "/remove").status, 303);
    EXPECT_TRUE(hooks().empty());
    EXPECT_EQ(post(hook + "/stop").status, 404) << "it is gone";
}

}  // namespace
}  // namespace wasl::notices::testing
