// SPDX-License-Identifier: Apache-2.0
// Nothing is lost, nothing is doubled, nothing overtakes: whatever the other side does.
#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <sodium.h>

#include <cstdio>
#include <memory>

#include "modules/directory/directory.hpp"
#include "modules/directory/schema.hpp"
#include "modules/notices/hooks.hpp"
#include "modules/notices/tests/http_sink.hpp"
#include "platform/http/calls.hpp"
#include "platform/journal/schema.hpp"
#include "tests/support/db_for_tests.hpp"

namespace wasl::notices::testing {
namespace {

using std::chrono::hours;
using enum Manner;

constexpr AdministrationId commune{42};

class Hooks : public tests::OnEngine {
protected:
    Hooks()
        : OnEngine({journal::schema, directory::schema, people::schema_steps(), schema_steps()}) {}

    Outbox outbox(bool private_hooks = true) {
        return Outbox(database(), desk, {},
                      {.secret = std::string(32, 'k'),
                       .private_hooks = private_hooks,
                       .hook_patience = std::chrono::milliseconds(300)});
    }
    // The secret that its owner reads.
    std::string subscribed(Outbox const& box, std::string const& address,
                           AdministrationId owner = commune) {
        auto const id = write([&](db::Writer& writer) {
                            return subscribe(box, writer, owner, address, PersonId{1}, clock.now());
                        }).value();
        for (auto const& one :
             read([&](db::Reader& reader) { return store::hooks_of(reader, owner); }))
            if (one.id == id) return secret_of(box.inside().ways, one);
        return {};
    }
    void happen(Outbox const& box, int count) {
        write([&](db::Writer& writer) -> Outcome {
            for (int n = 0; n < count; ++n)
                box.post_event(writer, "procedure.published", "{\"n\":" + std::to_string(n) + "}",
                               clock.now());
            return Done{};
        }).value();
    }
    Hook hook() {
        return read([&](db::Reader& reader) { return store::hooks_of(reader, commune); }).front();
    }

    directory::Desk places{database()};
    people::Desk desk{database(), places, people::Settings{.secret = std::string(32, 's')}};
    HttpSink sink;
};
INSTANTIATE_TEST_SUITE_P(OnBoth, Hooks, tests::both_engines(), tests::engine_name);

std::vector<std::string> ids(int from, int to) {
    std::vector<std::string> out;
    for (int n = from; n <= to; ++n) out.push_back("event-" + std::to_string(n));
    return out;
}

TEST_P(Hooks, tell_what_happened_since_signed_with_the_secret_that_was_shown_once) {
    auto const box = outbox();
    happen(box, 3);
    auto const secret = subscribed(box, sink.url());
    happen(box, 2);
    EXPECT_EQ(box.tell_hooks(clock.now()), 2);
    EXPECT_EQ(sink.taken(), ids(4, 5));
    auto const got = sink.received().front();
    EXPECT_EQ(got.body, "{\"n\":0}");
    auto const seconds = std::stoll(got.headers.at("webhook-timestamp"));
    EXPECT_EQ(got.headers.at("webhook-signature"), signature(secret, "event-4", seconds, got.body));
    EXPECT_NE(got.headers.at("webhook-signature"),
              signature(secret, "event-4", seconds + 1, got.body));
    EXPECT_EQ(box.tell_hooks(clock.now()), 0);
    // The rows do not hold it.
    EXPECT_EQ(hook().salt.find(secret), std::string::npos);
}

TEST_P(Hooks, lose_nothing_and_keep_the_order_whatever_the_other_side_does) {
    auto const box = outbox();
    subscribed(box, sink.url());
    happen(box, 6);
    sink.behave(
        {takes, breaks, hangs_up, talks_nonsense, talks_forever, redirects, waits, takes, breaks});
    for (int tries = 0; tries < 13; ++tries) {
        box.tell_hooks(clock.now());
        clock.advance(hours(13));
    }
    EXPECT_EQ(sink.taken(), ids(1, 6));
    EXPECT_EQ(hook().passed, 6);
    EXPECT_EQ(hook().why, "");
}

TEST_P(Hooks, wait_longer_each_time_and_stop_after_a_week) {
    auto const box = outbox();
    subscribed(box, "http://127.0.0.1:1/closed");
    happen(box, 1);
    box.tell_hooks(clock.now());
    EXPECT_EQ(hook().tries, 1);
    EXPECT_FALSE(hook().why.empty());
    box.tell_hooks(clock.now());
    EXPECT_EQ(hook().tries, 1);
    clock.advance(std::chrono::seconds(5));
    box.tell_hooks(clock.now());
    EXPECT_EQ(hook().tries, 2);
    clock.advance(std::chrono::seconds(5));
    box.tell_hooks(clock.now());
    EXPECT_EQ(hook().tries, 2);
    clock.advance(hours(24 * 8));
    box.tell_hooks(clock.now());
    EXPECT_EQ(hook().state, "stopped");
    // Repaired and resumed, it is told what it missed.
    write([&](db::Writer& writer) { return remove_hook(writer, hook().id, commune); }).value();
    subscribed(box, sink.url());
    write([&](db::Writer& writer) {
        return replay(writer, hook().id, commune, 1, clock.now());
    }).value();
    box.tell_hooks(clock.now());
    EXPECT_EQ(sink.taken(), ids(1, 1));
}

// A day down: it is tried ever more seldom, and then told everything in the order in which it
// happened. Meanwhile nobody else waits for it.
TEST_P(Hooks, keep_what_happened_for_a_receiver_that_is_down_while_others_are_told) {
    auto const box = outbox();
    HttpSink down;
    subscribed(box, down.url());
    subscribed(box, sink.url(), AdministrationId{43});
    down.behave(std::deque<Manner>(60, waits));
    int calls = 0;
    for (int hour = 0; hour < 24; ++hour) {
        happen(box, 1);
        box.tell_hooks(clock.now());
        clock.advance(hours(1));
        EXPECT_EQ(sink.taken().size(), static_cast<std::size_t>(hour + 1));
        calls = static_cast<int>(down.received().size());
    }
    EXPECT_LT(calls, 12);
    EXPECT_TRUE(down.taken().empty());
    EXPECT_EQ(hook().state, "on");
    down.behave({});
    clock.advance(hours(12));
    box.tell_hooks(clock.now());
    EXPECT_EQ(down.taken(), ids(1, 24));
    EXPECT_EQ(sink.taken(), ids(1, 24));
}

// What docs/webhooks.md tells receivers to do, done by openssl alone.
TEST(Signature, is_verified_with_openssl_as_the_documentation_says) {
    std::string const secret = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
    auto const ours = signature(secret, "event-7", 1'790'000'000, "{\"سطر\":\"'a\"}");
    auto const script = "secret='" + secret +
                        "' id=event-7 timestamp=1790000000\n"
                        "body='{\"سطر\":\"'\\''a\"}'\n"
                        "key=$(printf %s \"${secret#whsec_}\" | base64 -d | od -An -v -tx1 | "
                        "tr -d ' \\n')\n"
                        "printf 'v1,'; printf '%s.%s.%s' \"$id\" \"$timestamp\" \"$body\" | "
                        "openssl dgst -sha256 -mac HMAC -macopt \"hexkey:$key\" -binary | base64";
    std::unique_ptr<FILE, int (*)(FILE*)> const shell(popen(script.c_str(), "r"), pclose);
    std::string theirs(200, '\0');
    theirs.resize(std::fread(theirs.data(), 1, theirs.size(), shell.get()));
    EXPECT_EQ(theirs, ours + "\n");
}

TEST_P(Hooks, tell_again_from_a_number_under_the_same_ids) {
    auto const box = outbox();
    subscribed(box, sink.url());
    happen(box, 4);
    box.tell_hooks(clock.now());
    write([&](db::Writer& writer) {
        return replay(writer, hook().id, commune, 3, clock.now());
    }).value();
    box.tell_hooks(clock.now());
    auto expected = ids(1, 4);
    expected.insert(expected.end(), {"event-3", "event-4"});
    EXPECT_EQ(sink.taken(), expected);
    auto const ahead = write(
        [&](db::Writer& writer) { return replay(writer, hook().id, commune, 9, clock.now()); });
    EXPECT_TRUE(ahead.refused());
    auto const foreign = write([&](db::Writer& writer) {
        return replay(writer, hook().id, AdministrationId{43}, 1, clock.now());
    });
    EXPECT_TRUE(foreign.refused());
}

TEST_P(Hooks, never_call_into_our_own_network) {
    auto const box = outbox(false);
    for (std::string const address : {"http://example.ma/",
                                      "https://user:secret@example.ma/",
                                      "https://",
                                      "ftp://example.ma/",
                                      "https://a b/",
                                      "file:///etc/passwd",
                                      "https://localhost/",
                                      "https://LOCALHOST:8443/x",
                                      "https://a.localhost/",
                                      "https://printer.local/",
                                      "https://intranet/",
                                      "https://[::1]/",
                                      "https://[fe80::1%25eth0]/",
                                      "https://[::ffff:10.0.0.1]:443/",
                                      "https://127.0.0.1/",
                                      "https://2130706433/",
                                      "https://0x7f.1/",
                                      "https://0177.0.0.1/",
                                      "https://127.1./",
                                      "https://169.254.169.254/latest/",
                                      "https://192.168.1.1:8443/"}) {
        auto const refused = write([&](db::Writer& writer) {
            return subscribe(box, writer, commune, address, PersonId{1}, clock.now());
        });
        EXPECT_TRUE(refused.refused()) << address;
    }
    // Registered while the operator let them be, or led inside by whoever keeps the name since.
    auto const before = outbox(true);
    subscribed(before,
               "https://127.0.0.1:" + sink.url().substr(17, sink.url().rfind('/') - 17) + "/");
    subscribed(before, "https://localhost/");
    subscribed(before, "https://2130706433/");
    subscribed(before, "https://[::1]/");
    happen(box, 1);
    EXPECT_EQ(box.tell_hooks(clock.now()), 0);
    EXPECT_TRUE(sink.received().empty());
    EXPECT_FALSE(hook().why.empty());
}

bool closed(char const* text) {
    sockaddr_in6 six{};
    six.sin6_family = AF_INET6;
    if (inet_pton(AF_INET6, text, &six.sin6_addr) == 1) return http::is_private(&six);
    sockaddr_in four{};
    four.sin_family = AF_INET;
    EXPECT_EQ(inet_pton(AF_INET, text, &four.sin_addr), 1) << text;
    return http::is_private(&four);
}

TEST(Addresses, of_the_public_network_may_be_typed) {
    for (std::string_view const outside :
         {"example.ma", "hooks.example.ma:8443", "8.8.8.8", "[2606:4700::1111]:443", "local.ma",
          "localhost.example.ma", "127.0.0.1.example.ma"})
        EXPECT_FALSE(http::is_private_host(outside)) << outside;
}

TEST(Addresses, are_refused_for_what_is_wrong_with_them) {
    using http::callable, http::Callable;
    EXPECT_EQ(callable("https://example.ma/hook?a=1", false), Callable::yes);
    EXPECT_EQ(callable("http://example.ma/", false), Callable::unsafe);
    EXPECT_EQ(callable("http://example.ma/", true), Callable::yes);
    EXPECT_EQ(callable("https://192.168.1.1/", false), Callable::inside);
    EXPECT_EQ(callable("http://127.0.0.1:8080/", true), Callable::yes);
    for (std::string_view const wrong : {"", "example.ma", "ftp://example.ma", "https://",
                                         "https://:80/", "https://a@example.ma", "https://a b.ma/"})
        EXPECT_EQ(callable(wrong, true), Callable::unreadable) << wrong;
}

TEST(Addresses, are_told_apart_by_what_the_socket_would_call) {
    for (char const* const inside :
         {"127.0.0.1",        "10.1.2.3",        "172.16.0.1",    "172.31.255.255",
          "192.168.1.1",      "169.254.169.254", "100.64.0.1",    "0.0.0.0",
          "224.0.0.1",        "255.255.255.255", "::1",           "::",
          "fe80::1",          "fc00::1",         "fd12::1",       "ff02::1",
          "::ffff:127.0.0.1", "64:ff9b::a00:1",  "2002:7f00:1::", "2001:0:1::",
          "2001:db8::1"})
        EXPECT_TRUE(closed(inside)) << inside;
    for (char const* const outside : {"8.8.8.8", "172.32.0.1", "196.200.0.1", "2606:4700::1111",
                                      "2001:4860::8888", "64:ff9b::808:808"})
        EXPECT_FALSE(closed(outside)) << outside;
}

}  // namespace
}  // namespace wasl::notices::testing
