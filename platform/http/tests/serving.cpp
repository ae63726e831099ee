// SPDX-License-Identifier: Apache-2.0
// One house, real sockets: addresses and languages, doors, forms' origin, rates, breakdowns.
#include <gtest/gtest.h>

#include "platform/http/tests/client.hpp"

namespace wasl::http::testing {
namespace {

class Serving : public ::testing::Test {
protected:
    static void SetUpTestSuite() { house = std::make_unique<House>(); }
    static void TearDownTestSuite() { house.reset(); }
    static Reply ask(std::string_view bytes) { return house->ask(bytes); }
    static Reply submit(std::string_view path, std::string_view body,
                        std::string_view headers = {}) {
        return ask(post(path, form_type, body, headers));
    }

    static inline std::unique_ptr<House> house;
};

bool has_english(std::string_view html) {
    // Text between tags, outside <bdi>, with three Latin letters in a row.
    bool tag = false;
    bool isolated = false;
    int letters = 0;
    for (std::size_t n = 0; n < html.size(); ++n) {
        if (html[n] == '<') {
            tag = true;
            isolated = html.substr(n).starts_with("<bdi");
            letters = 0;
        } else if (html[n] == '>') {
            tag = false;
        } else if (!tag && !isolated) {
            letters = ((html[n] | 32) >= 'a' && (html[n] | 32) <= 'z') ? letters + 1 : 0;
            if (letters == 3) return true;
        }
    }
    return false;
}

TEST_F(Serving, answers_a_page_with_the_headers_every_page_carries) {
    auto const reply = ask(get("/ar/hello?name=%D8%B3%D9%84%D9%85%D9%89"));
    EXPECT_EQ(reply.status, 200);
    EXPECT_EQ(reply.body, "مرحبا سلمى");
    EXPECT_EQ(reply.headers.at("content-type"), "text/html; charset=utf-8");
    EXPECT_EQ(reply.headers.at("cache-control"), "no-store");
    EXPECT_EQ(reply.headers.at("x-content-type-options"), "nosniff");
    EXPECT_EQ(reply.headers.at("referrer-policy"), "same-origin");
    EXPECT_TRUE(reply.headers.at("content-security-policy").starts_with("default-src 'none'; "));
    EXPECT_FALSE(reply.headers.contains("strict-transport-security"));
}

TEST_F(Serving, leads_to_the_address_with_a_language) {
    EXPECT_EQ(ask(get("/")).headers.at("location"), "/ar/");
    EXPECT_EQ(
        ask(get("/", "Accept-Language: de, fr-MA;q=0.8, ar;q=0.5\r\n")).headers.at("location"),
        "/fr/");
    EXPECT_EQ(
        ask(get("/", "Accept-Language: fr\r\nCookie: language=en\r\n")).headers.at("location"),
        "/en/");
    auto const deep = ask(get("/hello?name=a%20b"));
    EXPECT_EQ(deep.status, 303);
    EXPECT_EQ(deep.headers.at("location"), "/ar/hello?name=a%20b");
    auto const slash = ask(get("/ar/hello/"));
    EXPECT_EQ(slash.status, 308);
    EXPECT_EQ(slash.headers.at("location"), "/ar/hello");
    EXPECT_EQ(ask(get("/nowhere")).status, 404);
    EXPECT_EQ(ask(get("//evil.example/")).status, 404);
}

TEST_F(Serving, remembers_a_language_that_was_not_the_guess) {
    EXPECT_TRUE(ask(get("/fr/hello")).headers.at("set-cookie").starts_with("language=fr; Path=/"));
    EXPECT_FALSE(ask(get("/ar/hello")).headers.contains("set-cookie"));
    EXPECT_FALSE(ask(get("/fr/hello", "Cookie: language=fr\r\n")).headers.contains("set-cookie"));
}

TEST_F(Serving, prefers_written_segments_and_comes_back_from_dead_ends) {
    EXPECT_EQ(ask(get("/ar/hello/%D8%A3%20b")).body, "[أ b]");
    EXPECT_EQ(ask(get("/ar/hello/world")).body, "[world]");
    EXPECT_EQ(ask(get("/ar/hello/world/deep")).status, 200);
    EXPECT_EQ(ask(get("/ar/hello/")).status, 308);
    EXPECT_EQ(ask(get("/ar/hello/a/b")).status, 404);
}

TEST_F(Serving, leads_who_loads_the_address_of_a_form_anew_to_the_page_above_it) {
    auto const reply = ask(get("/fr/hello/world/deep/say"));
    EXPECT_EQ(reply.status, 303);
    EXPECT_EQ(reply.headers.at("location"), "/fr/hello/world/deep");
    EXPECT_EQ(ask(get("/api/echo")).status, 405) << "programs are told which methods there are";
}

TEST_F(Serving, names_the_methods_of_a_door) {
    auto const reply = ask(get("/ar/echo"));
    EXPECT_EQ(reply.status, 405);
    EXPECT_EQ(reply.headers.at("allow"), "POST, OPTIONS");
    EXPECT_EQ(ask("OPTIONS /ar/hello HTTP/1.1\r\nHost: a\r\n\r\n").headers.at("allow"),
              "GET, HEAD, OPTIONS");
    EXPECT_EQ(ask(get("/ar/missing")).body, "رفض 404 ");
    EXPECT_EQ(ask(get("/fr/gone")).body, "Refus 410 ");
}

TEST_F(Serving, refuses_malformed_addresses) {
    for (std::string_view const path :
         {"/ar/%FF", "/ar/%C0%AF", "/ar/a%00b", "/ar/../etc", "/ar/%2e%2e/etc", "/ar/./a",
          "/ar/%2F", "/ar/%zz", "/ar/%5C", "/ar/%0A", "/ar/%ED%A0%80", "/ar/hello?name=%FF"})
        EXPECT_EQ(ask(get(path)).status, 400) << path;
    EXPECT_EQ(ask(get("/ar/" + std::string(9000, 'a'))).status, 414);
}

TEST_F(Serving, asks_who_it_is_before_opening) {
    auto const page = ask(get("/ar/mine?a=1&b=2"));
    EXPECT_EQ(page.status, 303);
    EXPECT_EQ(page.headers.at("location"), "/ar/sign-in?next=/mine%3Fa%3D1%26b%3D2");
    EXPECT_EQ(ask(get("/api/mine")).status, 401);
    EXPECT_EQ(ask(get("/ar/mine", "Cookie: person=7\r\n")).status, 200);
    EXPECT_EQ(ask(get("/ar/office", "Cookie: person=7\r\n")).status, 403);
    EXPECT_EQ(ask(get("/ar/office", "Cookie: person=7; role=officer\r\n")).status, 200);
}

TEST_F(Serving, takes_forms_only_from_its_own_pages) {
    EXPECT_EQ(submit("/ar/echo", "a=1").status, 403);
    EXPECT_EQ(submit("/ar/echo", "a=1&csrf=wrong").status, 403);
    EXPECT_EQ(submit("/ar/echo", "a=1&csrf=right").body, "a=1;csrf=right;");
    EXPECT_EQ(submit("/ar/echo", "a=1", "X-CSRF-Token: right\r\n").status, 200);
    EXPECT_EQ(submit("/ar/echo", "csrf=right", "Origin: https://evil.example\r\n").status, 403);
    EXPECT_EQ(submit("/ar/echo", "csrf=right", "Origin: null\r\n").status, 403);
    EXPECT_EQ(submit("/ar/echo", "csrf=right", "Origin: https://wasl.test\r\n").status, 200);
    EXPECT_EQ(submit("/ar/echo", "csrf=right", "Sec-Fetch-Site: cross-site\r\n").status, 403);
    EXPECT_EQ(submit("/api/echo", "a=1", "Cookie: person=7\r\n").status, 403);
    EXPECT_EQ(submit("/api/echo", "a=1", "Authorization: Bearer token\r\n").status, 200);
    EXPECT_EQ(submit("/api/echo", "a=1", "Authorization: Bearer looks\r\n").status, 403);
    EXPECT_EQ(ask(get("/ar/hello", "Authorization: Bearer looks\r\n")).status, 200);
}

TEST_F(Serving, slows_down_whoever_tries_too_often) {
    std::string const person = "Cookie: person=99\r\n";
    for (int n = 0; n < 10; ++n) EXPECT_EQ(submit("/ar/try", "csrf=right", person).status, 200);
    auto const reply = submit("/ar/try", "csrf=right", person);
    EXPECT_EQ(reply.status, 429);
    EXPECT_GT(std::stoi(reply.headers.at("retry-after")), 0);
    EXPECT_EQ(submit("/ar/try", "csrf=right", "Cookie: person=98\r\n").status, 200);
}

TEST_F(Serving, tells_a_number_and_nothing_else_when_it_broke) {
    for (std::string_view const path : {"/ar/broken", "/ar/wrong"}) {
        auto const reply = ask(get(path));
        EXPECT_EQ(reply.status, 500);
        EXPECT_EQ(reply.body.find("person"), std::string::npos);
        EXPECT_EQ(reply.body.find("state"), std::string::npos);
        EXPECT_EQ(reply.body.size(), std::string("رفض 500 K7M4-2P9Q").size());
    }
}

TEST_F(Serving, says_in_arabic_that_it_could_not_even_say_so) {
    Router router;
    router.open({.database = *house->database,
                 .recognise = {},
                 .show_refusal = [](Asked const& asked, int, Refusal const&,
                                    std::string const&) -> Response {
                     static constexpr db::Sql missing{"tests.missing", "select 1 from missing"};
                     asked.db.count(missing);
                     return {};
                 }});
    Request request;
    request.target = "/ar/none";
    ASSERT_TRUE(read_target(request));
    auto const response = router.answer(request);
    EXPECT_EQ(response.status, 404);
    EXPECT_NE(response.body.find("الصفحة غير موجودة"), std::string::npos);
    EXPECT_FALSE(has_english(response.body)) << response.body;
}

TEST_F(Serving, makes_a_large_answer_part_by_part) {
    auto const everything = [](std::string_view bytes) {
        auto client = house->client();
        client.send(bytes);
        return client.everything();
    };
    std::string expected, chunked;
    for (char const letter : {'a', 'b', 'c'}) {
        expected += std::string(100'000, letter);
        chunked += "186a0\r\n" + std::string(100'000, letter) + "\r\n";
    }
    auto const whole = everything(get("/ar/parts", "Connection: close\r\n"));
    EXPECT_NE(whole.find("Transfer-Encoding: chunked\r\n"), std::string::npos);
    EXPECT_EQ(whole.find("Content-Length"), std::string::npos);
    EXPECT_TRUE(whole.ends_with("\r\n\r\n" + chunked + "0\r\n\r\n"));
    // HTTP/1.0 knows no chunks: the end of the connection is the end of the answer.
    auto const old =
        everything("GET /ar/parts HTTP/1.0\r\nHost: a\r\nConnection: keep-alive\r\n\r\n");
    EXPECT_EQ(old.find("Transfer-Encoding"), std::string::npos);
    EXPECT_TRUE(old.ends_with("\r\n\r\n" + expected));
    // What breaks on the way is never taken for the whole.
    auto const broken = everything(get("/ar/parts?broken=1"));
    EXPECT_NE(broken.find("bbb"), std::string::npos);
    EXPECT_FALSE(broken.ends_with("0\r\n\r\n"));
    // The next request of the same connection is answered; a validator spares the making.
    auto client = house->client();
    EXPECT_EQ(client.ask(get("/ar/parts", "If-None-Match: \"three\"\r\n")).status, 304);
    EXPECT_EQ(client.ask(get("/ar/hello")).status, 200);
    client.send("HEAD /ar/parts HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(client.receive(true).headers.at("transfer-encoding"), "chunked");
    EXPECT_EQ(client.ask(get("/ar/hello")).status, 200);
}

TEST_F(Serving, opens_its_own_doors) {
    EXPECT_EQ(ask(get("/healthz")).body, "ok\n");
    EXPECT_EQ(ask(get("/readyz")).status, 200);
    ask(get("/ar/hello"));
    auto const metrics = ask(get("/metrics"));
    EXPECT_NE(metrics.body.find("wasl_http_requests_total{method=\"GET\",route=\"/hello\","
                                "status=\"2xx\"}"),
              std::string::npos)
        << metrics.body.substr(0, 2000);
    EXPECT_NE(ask(get("/metrics", "X-Forwarded-For: 1.2.3.4\r\n")).status, 200);
}

TEST_F(Serving, shares_its_port_with_no_other_house) {
    ServerSettings settings;
    settings.port = house->server->port();
    EXPECT_THROW(Server(settings, house->router), std::runtime_error);
    EXPECT_EQ(ask(get("/healthz")).body, "ok\n");
}

}  // namespace
}  // namespace wasl::http::testing
