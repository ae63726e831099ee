// SPDX-License-Identifier: Apache-2.0
// What other programs are given: tables, graph, feed.
#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "modules/directory/schema.hpp"
#include "modules/procedures/export/export.hpp"
#include "modules/procedures/export/table.hpp"
#include "modules/procedures/schema.hpp"
#include "platform/html/layout.hpp"
#include "platform/journal/schema.hpp"
#include "tests/support/sheets_for_tests.hpp"

namespace wasl::procedures {
namespace {

class Exports : public tests::OnEngine {
protected:
    Exports()
        : OnEngine({journal::schema, directory::schema, people::schema_steps(), procedures::schema},
                   tests::berkane_with_sheets) {
        add_pages(router, pages);
        router.open({.database = database(),
                     .now = clock.source(),
                     .recognise = {},
                     .show_refusal = {},
                     .site = &site});
    }
    http::Response get(std::string path, http::Pairs query = {}) {
        http::Request request;
        request.target = path;
        request.path = std::move(path);
        request.query = std::move(query);
        request.language_in_path = true;
        request.client = "127.0.0.1";
        clock.advance(std::chrono::seconds(2));
        auto response = router.answer(request);
        for (bool more = bool(response.parts); more;) {
            std::string part;
            more = response.parts(part);
            response.body += part;
        }
        return response;
    }
    SheetId id(std::string_view code) { return desk.picture()->entry(code)->id; }

    html::Site site;
    directory::Desk places{database()};
    people::Desk persons{database(), places, {.secret = std::string(32, 'k')}};
    Desk desk{database(), places};
    Pages pages{desk, places, persons, "https://wasl.example.ma"};
    http::Router router;
};
INSTANTIATE_TEST_SUITE_P(OnBoth, Exports, tests::both_engines(), tests::engine_name);

std::size_t count(std::string_view text, std::string_view part) {
    std::size_t found = 0;
    for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1))
        ++found;
    return found;
}

TEST(Table, shows_a_formula_instead_of_calculating_it) {
    std::string out;
    std::string_view const row[] = {"=1+1", "+212", "-1", "@SUM", "a,\"b\"", "سطر\nسطر", "plain"};
    append_csv(out, row);
    EXPECT_EQ(out, "\"'=1+1\",\"'+212\",\"'-1\",\"'@SUM\",\"a,\"\"b\"\"\",\"سطر\nسطر\",plain\r\n");
}

TEST(Graph, keeps_what_people_typed_within_its_quotes) {
    rdf::Thing hostile{"https://a.ma/x> <y", {"skos:Concept"}, {}};
    hostile.add("dct:title", rdf::text(Language::ar, "\" . <s> <p> \"x\\\n\x01"))
        .add("skos:notation", rdf::plain("</script>"))
        .add("dct:title", rdf::text(Language::fr, "deux"));
    std::string turtle, json;
    rdf::append_turtle(turtle, hostile);
    rdf::append_json_ld(json, hostile);
    EXPECT_EQ(turtle,
              "<https://a.ma/x%3E%20%3Cy> a skos:Concept ;\n"
              "  dct:title \"\\\" . <s> <p> \\\"x\\\\\\n\\u0001\"@ar, \"deux\"@fr ;\n"
              "  skos:notation \"</script>\" .\n");
    auto const read = boost::json::parse(json);
    EXPECT_EQ(read.at("dct:title").as_array().size(), 2U);
    EXPECT_EQ(read.at("dct:title").at(0).at("@value").as_string(), "\" . <s> <p> \"x\\\n\x01");
    EXPECT_EQ(read.at("@id").as_string(), "https://a.ma/x%3E%20%3Cy");
}

TEST_P(Exports, give_the_whole_catalogue_in_each_form) {
    auto const sheets = desk.picture()->entries().size();
    ASSERT_GT(sheets, 5U);
    auto const turtle = get("/api/v1/procedures.ttl");
    EXPECT_EQ(turtle.type, "text/turtle; charset=utf-8");
    EXPECT_EQ(count(turtle.body, " a cpsv:PublicService"), sheets);
    EXPECT_EQ(count(turtle.body, " a dcat:Dataset"), 1U);
    auto const json = boost::json::parse(get("/api/v1/procedures.jsonld").body);
    EXPECT_GT(json.at("@graph").as_array().size(), sheets * 10);
    auto const table = get("/api/v1/procedures.csv");
    EXPECT_TRUE(
        table.body.starts_with("\xEF\xBB\xBF"
                               "code,title_ar,"));
    EXPECT_EQ(count(table.body, "\r\n"), sheets + 1);
    EXPECT_TRUE(get("/api/v1/procedures.xlsx").body.starts_with("PK"));
    auto const entry = boost::json::parse(get("/api/v1/catalog.jsonld").body);
    EXPECT_TRUE(entry.at("@graph").is_array());
}

TEST_P(Exports, keep_the_filters_of_the_page_in_the_tables) {
    auto const free = get("/api/v1/procedures.csv", {{"free", "1"}});
    auto const all = get("/api/v1/procedures.csv");
    EXPECT_LT(count(free.body, "\r\n"), count(all.body, "\r\n"));
    auto const found = get("/api/v1/procedures.csv", {{"q", "رخصة البناء"}});
    EXPECT_NE(found.body.find("building-permit,"), std::string::npos);
}

TEST_P(Exports, give_one_sheet_by_its_code_and_ending) {
    auto const one = get("/api/v1/procedures/building-permit.ttl");
    EXPECT_EQ(count(one.body, " a cpsv:PublicService"), 1U);
    EXPECT_NE(one.body.find("<https://wasl.example.ma/procedures/building-permit>"),
              std::string::npos);
    EXPECT_EQ(get("/api/v1/procedures/building-permit.jsonld").type, "application/ld+json");
    EXPECT_EQ(get("/api/v1/procedures/nothing.ttl").status, 404);
}

TEST_P(Exports, tell_each_change_in_the_feed_in_its_order) {
    auto const before = count(get("/procedures.atom").body, "<entry>");
    EXPECT_EQ(before, desk.picture()->entries().size());
    std::vector<Change> told;
    desk.tell_with([&](db::Writer&, Change const& change, Instant) { told.push_back(change); });
    auto const sheet = id("building-permit");
    write([&](db::Writer& db) {
        return desk.act(db, sheet, {.action = Action::suspend, .reason = "سبب مفصل للتعليق"},
                        {PersonId{1}, hands::head}, clock.now());
    }).value();
    write([&](db::Writer& db) {
        return desk.act(db, sheet, {.action = Action::resume}, {PersonId{1}, hands::head},
                        clock.now());
    }).value();
    ASSERT_EQ(told.size(), 2U);
    EXPECT_EQ(told[0].kind, ChangeKind::suspended);
    EXPECT_EQ(told[1].number, told[0].number + 1);
    auto const feed = get("/procedures.atom");
    EXPECT_EQ(feed.type, "application/atom+xml; charset=utf-8");
    auto const resumed = feed.body.find("term=\"resumed\"");
    ASSERT_NE(resumed, std::string::npos);
    EXPECT_LT(resumed, feed.body.find("term=\"suspended\""));
}

// Whoever follows must know where to lead people: merged is not withdrawn.
TEST_P(Exports, tell_what_was_merged_deleted_or_withdrawn_as_what_it_is) {
    std::vector<Change> told;
    desk.tell_with([&](db::Writer&, Change const& change, Instant) { told.push_back(change); });
    auto const act = [&](std::string_view code, Order const& order) {
        auto const sheet = id(code);
        write([&](db::Writer& db) {
            return desk.act(db, sheet, order, {PersonId{1}, hands::head | hands::interior},
                            clock.now());
        }).value();
    };
    act("repair-permit",
        {.action = Action::merge, .reason = "تكرار لمسطرة رخصة البناء", .into = "building-permit"});
    act("burial-permit", {.action = Action::remove,
                          .reason = "لا سند لها في القانون",
                          .legal_note = "لم يعد أي نص يؤسسها"});
    act("demolition-permit", {.action = Action::withdraw, .reason = "سبب مفصل للسحب"});
    ASSERT_EQ(told.size(), 3U);
    EXPECT_EQ(told[0].kind, ChangeKind::merged);
    EXPECT_EQ(told[0].into, "building-permit");
    EXPECT_EQ(told[1].kind, ChangeKind::deleted);
    EXPECT_EQ(told[2].kind, ChangeKind::withdrawn);
    auto const event = boost::json::parse(event_text(told[0], "https://wasl.example.ma"));
    EXPECT_EQ(event.at("type").as_string(), "procedure.merged");
    EXPECT_EQ(event.at("data").at("merged_into").as_string(), "building-permit");
    EXPECT_FALSE(event.at("data").as_object().contains("sheet"));
    auto const feed = get("/procedures.atom").body;
    EXPECT_NE(feed.find("term=\"merged\""), std::string::npos);
    EXPECT_NE(feed.find("term=\"deleted\""), std::string::npos);
}

TEST_P(Exports, describe_a_sheet_to_search_engines_in_a_block_that_nothing_ends) {
    auto const page = get("/procedures/building-permit").body;
    auto const begin = page.find("<script type=\"application/ld+json\">");
    ASSERT_NE(begin, std::string::npos);
    auto const from = page.find('{', begin);
    auto const block = page.substr(from, page.find("</script>", from) - from);
    EXPECT_EQ(boost::json::parse(block).at("@type").as_string(), "GovernmentService");
    html::Html h(Language::ar);
    h(html::DataBlock{"\"</script><b>&\""});
    EXPECT_EQ(h.text(),
              "<script type=\"application/ld+json\">\"\\u003c/script\\u003e\\u003cb\\u003e\\u0026\""
              "</script>");
}

}  // namespace
}  // namespace wasl::procedures
