// SPDX-License-Identifier: Apache-2.0
// What must not come in, byte by byte, and how much of it; through a real socket.
#include <gtest/gtest.h>

#include "platform/http/proxies.hpp"
#include "platform/http/tests/client.hpp"

namespace wasl::http::testing {
namespace {

class Wire : public ::testing::Test {
protected:
    static void SetUpTestSuite() { house = std::make_unique<House>(); }
    static void TearDownTestSuite() { house.reset(); }

    static inline std::unique_ptr<House> house;
};

struct Probe {
    std::string_view name;
    std::string_view bytes;
    int status;
};

// Framing that two programs may read differently is how requests are smuggled: each of these must
// be refused, and the connection with it.
TEST_F(Wire, refuses_what_may_be_read_in_two_ways) {
    static constexpr Probe probes[] = {
        {"length and coding",
         "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: "
         "chunked\r\n\r\n0\r\n\r\n",
         400},
        {"two lengths",
         "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabc", 400},
        {"two equal lengths",
         "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 3\r\n\r\nabc", 400},
        {"list of lengths", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3, 3\r\n\r\nabc", 400},
        {"signed length", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: +3\r\n\r\nabc", 400},
        {"negative length", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n", 400},
        {"hexadecimal length", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0x3\r\n\r\nabc", 400},
        {"boundless length",
         "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\n", 400},
        {"unknown coding",
         "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n", 400},
        {"coding after chunked",
         "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
         400},
        {"coding before chunked",
         "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", 400},
        {"empty coding", "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding:\r\n\r\n", 400},
        {"two codings",
         "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: "
         "chunked\r\n\r\n0\r\n\r\n",
         400},
        {"coding in 1.0",
         "POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
        {"no host", "GET /healthz HTTP/1.1\r\n\r\n", 400},
        {"two hosts", "GET /healthz HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400},
        {"folded line", "GET /healthz HTTP/1.1\r\nHost: a\r\nX-A: b\r\n c\r\n\r\n", 400},
        {"folded with tab", "GET /healthz HTTP/1.1\r\nHost: a\r\nX-A: b\r\n\tc\r\n\r\n", 400},
        {"space before colon", "GET /healthz HTTP/1.1\r\nHost : a\r\n\r\n", 400},
        {"no colon", "GET /healthz HTTP/1.1\r\nHost: a\r\nnonsense\r\n\r\n", 400},
        {"bare line feeds", "GET /healthz HTTP/1.1\nHost: a\n\n", 400},
        {"one bare line feed", "GET /healthz HTTP/1.1\r\nHost: a\nX: y\r\n\r\n", 400},
        {"NUL in a value", std::string_view("GET /healthz HTTP/1.1\r\nHost: a\0b\r\n\r\n", 36),
         400},
        {"NUL in a name", std::string_view("GET /healthz HTTP/1.1\r\nHo\0st: a\r\n\r\n", 35), 400},
        {"tab in the target", "GET /a\tb HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"space in the target", "GET /a b HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"two spaces", "GET  /a HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"bad chunk size",
         "POST /ar/echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n\r\n", 400},
        {"negative chunk size",
         "POST /ar/echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n\r\n", 400},
        {"boundless chunk size",
         "POST /ar/echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: "
         "chunked\r\n\r\nfffffffffffffffff\r\n\r\n",
         400},
        {"bad chunk extension",
         "POST /ar/echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: "
         "chunked\r\n\r\n1;=\r\na\r\n0\r\n\r\n",
         400},
        {"chunk without its end",
         "POST /ar/echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1\r\naXX0\r\n\r\n",
         400},
        {"version 2.0", "GET /healthz HTTP/2.0\r\nHost: a\r\n\r\n", 505},
        {"no version", "GET /healthz\r\nHost: a\r\n\r\n", 400},
        {"method with a brace", "G{T /healthz HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"method unknown", "BREW /healthz HTTP/1.1\r\nHost: a\r\n\r\n", 501},
        {"relative target", "GET healthz HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"expectation unknown", "GET /healthz HTTP/1.1\r\nHost: a\r\nExpect: miracle\r\n\r\n", 417},
    };
    for (auto const& probe : probes) {
        auto client = house->client();
        auto const reply = client.ask(probe.bytes);
        EXPECT_EQ(reply.status, probe.status) << probe.name;
        EXPECT_TRUE(client.closed()) << probe.name;
    }
}

TEST_F(Wire, takes_what_is_odd_but_plain) {
    static constexpr Probe probes[] = {
        {"empty line first", "\r\nGET /healthz HTTP/1.1\r\nHost: a\r\n\r\n", 200},
        {"whole address", "GET http://a/healthz HTTP/1.1\r\nHost: a\r\n\r\n", 200},
        {"empty host", "GET /healthz HTTP/1.1\r\nHost:\r\n\r\n", 200},
        {"chunks",
         "POST /ar/echo HTTP/1.1\r\nHost: a\r\nX-CSRF-Token: right\r\nTransfer-Encoding: "
         "chunked\r\n\r\n3;a=b\r\nabc\r\n0\r\nTrailer: x\r\n\r\n",
         200},
        {"1.0", "GET /healthz HTTP/1.0\r\nHost: a\r\n\r\n", 200},
    };
    for (auto const& probe : probes)
        EXPECT_EQ(house->ask(probe.bytes).status, probe.status) << probe.name;
}

TEST_F(Wire, limits_the_head) {
    std::string many;
    for (int n = 0; n < 100; ++n) many += "X-" + std::to_string(n) + ": y\r\n";
    EXPECT_EQ(house->ask(get("/healthz", many)).status, 431);
    EXPECT_EQ(house->ask(get("/healthz", "X-Long: " + std::string(20'000, 'y') + "\r\n")).status,
              431);
}

TEST_F(Wire, answers_pipelined_requests_in_their_order) {
    auto client = house->client();
    std::string all =
        get("/ar/hello?name=1") + post("/ar/echo", form_type, "csrf=right&a=2") + get("/healthz");
    for (int n = 0; n < 200; ++n) all += get("/healthz");
    ASSERT_TRUE(client.send(all + get("/ar/hello?name=3")));
    EXPECT_EQ(client.receive().body, "مرحبا 1");
    EXPECT_EQ(client.receive().body, "csrf=right;a=2;");
    for (int n = 0; n < 201; ++n) ASSERT_EQ(client.receive().body, "ok\n");
    EXPECT_EQ(client.receive().body, "مرحبا 3");
}

TEST_F(Wire, reads_a_request_that_comes_in_single_bytes) {
    auto client = house->client();
    for (char const c : post("/ar/echo", form_type, "a=%D8%A3&csrf=right")) client.send({&c, 1});
    EXPECT_EQ(client.receive().body, "a=أ;csrf=right;");
}

TEST_F(Wire, answers_head_without_a_body) {
    auto client = house->client();
    client.send("HEAD /ar/hello?name=x HTTP/1.1\r\nHost: a\r\n\r\n" + get("/healthz"));
    auto const head = client.receive(true);
    EXPECT_EQ(head.status, 200);
    EXPECT_EQ(head.headers.at("content-length"), "12");
    EXPECT_EQ(client.receive().body, "ok\n");
}

TEST_F(Wire, says_go_on_before_a_body_and_not_before_a_refusal) {
    auto client = house->client();
    client.send(
        "POST /ar/echo HTTP/1.1\r\nHost: a\r\nX-CSRF-Token: right\r\nExpect: "
        "100-continue\r\nContent-Length: 2\r\n\r\n");
    EXPECT_EQ(client.receive().status, 100);
    EXPECT_EQ(client.ask("ab").body, "ab");
    auto other = house->client();
    EXPECT_EQ(other
                  .ask("POST /ar/small HTTP/1.1\r\nHost: a\r\nExpect: "
                       "100-continue\r\nContent-Length: 101\r\n\r\n")
                  .status,
              413);
}

TEST_F(Wire, shows_a_page_when_a_body_is_too_large) {
    auto client = house->client();
    client.send("POST /fr/small HTTP/1.1\r\nHost: a\r\nContent-Length: 3000000\r\n\r\n");
    // All of it is taken and thrown away, so that the page is not lost in a reset.
    EXPECT_TRUE(client.send(std::string(3'000'000, 'x')));
    auto const reply = client.receive();
    EXPECT_EQ(reply.body, "Refus 413 ");
    EXPECT_EQ(reply.headers.at("connection"), "close");
    auto chunked = house->client();
    EXPECT_EQ(
        chunked
            .ask("POST /fr/small HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nff\r\n" +
                 std::string(255, 'x') + "\r\n0\r\n\r\n")
            .status,
        413);
}

TEST_F(Wire, refuses_forms_that_are_not_text) {
    EXPECT_EQ(house->ask(post("/ar/echo", form_type, "a=%FF")).status, 400);
    EXPECT_EQ(house->ask(post("/ar/echo", form_type, "a=%00")).status, 400);
    std::string many;
    for (int n = 0; n <= 1000; ++n) many += "a=1&";
    EXPECT_EQ(house->ask(post("/ar/echo", form_type, many)).status, 400);
}

TEST(Patience, ends_with_a_client_that_does_not_send_its_head) {
    House house({.header_seconds = 1, .idle_seconds = 1});
    auto slow = house.client();
    slow.send("GET /ar/hel");
    EXPECT_EQ(slow.receive().status, 408);
    EXPECT_TRUE(slow.closed());
    auto silent = house.client();
    EXPECT_TRUE(silent.closed());
    auto idle = house.client();
    EXPECT_EQ(idle.ask(get("/healthz")).status, 200);
    EXPECT_TRUE(idle.closed());
    House other({.body_seconds = 1});
    auto stuck = other.client();
    stuck.send("POST /ar/echo HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nab");
    EXPECT_EQ(stuck.receive().status, 408);
}

TEST(Patience, ends_with_too_many_connections_of_one_client) {
    House house({.connections_per_client_max = 2});
    auto one = house.client();
    auto two = house.client();
    EXPECT_EQ(one.ask(get("/healthz")).status, 200);
    EXPECT_EQ(two.ask(get("/healthz")).status, 200);
    auto three = house.client();
    EXPECT_EQ(three.receive().status, 503);
}

TEST(Patience, ends_with_too_many_connections_of_all) {
    House house({.connections_max = 2});
    auto one = house.client();
    auto two = house.client();
    EXPECT_EQ(one.ask(get("/healthz")).status, 200);
    EXPECT_EQ(two.ask(get("/healthz")).status, 200);
    auto three = house.client();
    auto const refused = three.receive();
    EXPECT_EQ(refused.status, 503);
    EXPECT_EQ(refused.headers.at("retry-after"), "5");
    EXPECT_TRUE(three.closed());
    EXPECT_EQ(one.ask(get("/healthz")).status, 200);
}

TEST(Patience, ends_with_a_body_that_drips) {
    House house({.body_seconds = 120, .body_grace_seconds = 1});
    auto slow = house.client();
    slow.send("POST /ar/echo HTTP/1.1\r\nHost: a\r\nContent-Length: 5000\r\n\r\n" +
              std::string(100, 'x'));
    EXPECT_EQ(slow.receive().status, 408) << "long before its two minutes are over";
    EXPECT_TRUE(slow.closed());
}

TEST(Patience, says_busy_when_the_queue_is_full_and_lives_on) {
    House house({.handler_threads = 1, .queue_max = 1});
    auto first = house.client();
    first.send(get("/ar/wait"));
    {
        std::unique_lock lock(house.doors.mutex);
        house.doors.changed.wait(lock, [&] { return house.doors.entered; });
    }
    // One of these two waits in the queue, the other is turned away; which one, the sockets say.
    auto second = house.client();
    second.send(get("/ar/hello"));
    int busy = 0;
    for (int n = 0; n < 50 && busy == 0; ++n) {
        auto probe = house.client();
        probe.send(get("/healthz") + get("/ar/hello"));
        EXPECT_EQ(probe.receive().status, 200);
        if (n > 0) busy = probe.receive().status;
    }
    EXPECT_EQ(busy, 503);
    {
        std::scoped_lock const lock(house.doors.mutex);
        house.doors.released = true;
        house.doors.changed.notify_all();
    }
    EXPECT_EQ(first.receive().body, "late but whole");
}

TEST(Farewell, finishes_what_is_in_flight) {
    auto house = std::make_unique<House>();
    auto waiting = house->client();
    waiting.send(get("/ar/wait"));
    {
        std::unique_lock lock(house->doors.mutex);
        house->doors.changed.wait(lock, [&] { return house->doors.entered; });
    }
    auto idle = house->client();
    EXPECT_EQ(idle.ask(get("/healthz")).status, 200);
    house->server->stop();
    EXPECT_TRUE(idle.closed());
    {
        std::scoped_lock const lock(house->doors.mutex);
        house->doors.released = true;
        house->doors.changed.notify_all();
    }
    auto const reply = waiting.receive();
    EXPECT_EQ(reply.body, "late but whole");
    EXPECT_EQ(reply.headers.at("connection"), "close");
    house.reset();
}

TEST(Farewell, waits_no_longer_than_its_time_for_who_does_not_end) {
    House house({.drain_seconds = 1});
    auto stuck = house.client();
    stuck.send(get("/ar/wait"));
    {
        std::unique_lock lock(house.doors.mutex);
        house.doors.changed.wait(lock, [&] { return house.doors.entered; });
    }
    house.server->stop();
    house.thread.join();  // the handler waits on, the server does not
    {
        std::scoped_lock const lock(house.doors.mutex);
        EXPECT_FALSE(house.doors.released);
        house.doors.released = true;
        house.doors.changed.notify_all();
    }
}

TEST(Forwarding, asks_for_tls_for_ever_only_where_it_ends_before_us) {
    std::string const behind_tls = "X-Forwarded-Proto: https\r\n";
    House house({.trusted_proxies = {"127.0.0.1"}, .hsts = true});
    EXPECT_EQ(house.ask(get("/ar/hello", behind_tls)).headers.at("strict-transport-security"),
              "max-age=31536000; includeSubDomains");
    EXPECT_FALSE(house.ask(get("/ar/hello")).headers.contains("strict-transport-security"));
    House stranger({.hsts = true});
    EXPECT_FALSE(
        stranger.ask(get("/ar/hello", behind_tls)).headers.contains("strict-transport-security"));
    House plain({.trusted_proxies = {"127.0.0.1"}});
    EXPECT_FALSE(
        plain.ask(get("/ar/hello", behind_tls)).headers.contains("strict-transport-security"));
}

TEST(Forwarding, believes_only_its_own_proxies) {
    Networks const none(std::vector<std::string>{});
    Networks const proxies(std::vector<std::string>{"127.0.0.0/8", "10.1.2.0/23", "fd00::/8"});
    EXPECT_TRUE(proxies.hold("10.1.3.255"));
    EXPECT_FALSE(proxies.hold("10.1.4.0"));
    EXPECT_TRUE(proxies.hold("::ffff:10.1.2.9"));
    EXPECT_TRUE(proxies.hold("fd12::1"));
    EXPECT_FALSE(proxies.hold("fe12::1"));
    auto const client = [](Networks const& known, std::string way) {
        Request request;
        request.client = "127.0.0.1";
        request.headers = {{"host", "inner"},
                           {"x-forwarded-for", std::move(way)},
                           {"x-forwarded-proto", "https"},
                           {"x-forwarded-host", "wasl.ma"}};
        read_forwarded(request, known);
        return request.client + (request.secure ? " secure " : " plain ") +
               std::string(request.header("host"));
    };
    EXPECT_EQ(client(none, "1.1.1.1"), "127.0.0.1 plain inner");
    EXPECT_EQ(client(proxies, "6.6.6.6, 1.2.3.4, 10.1.2.7"), "1.2.3.4 secure wasl.ma");
    EXPECT_EQ(client(proxies, "1.2.3.4, rubbish"), "127.0.0.1 secure wasl.ma");
    EXPECT_THROW(Networks(std::vector<std::string>{"10.0.0.0/33"}), std::invalid_argument);
}

}  // namespace
}  // namespace wasl::http::testing
