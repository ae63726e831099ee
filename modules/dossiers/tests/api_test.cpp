// SPDX-License-Identifier: Apache-2.0
// Programs do what people do, under the same rules.
#include "modules/dossiers/tests/api_for_tests.hpp"

namespace wasl::dossiers {
namespace {

namespace json = boost::json;

using Api = ApiTest;
INSTANTIATE_TEST_SUITE_P(OnBoth, Api, tests::both_engines(), tests::engine_name);

std::string text_of(json::object const& object, std::string_view name) {
    return json::value_to<std::string>(object.at(name));
}

TEST_P(Api, carries_a_dossier_from_its_receipt_to_its_decision) {
    auto const number = file_by_api(citizen, "first");
    auto const at = "/api/v1/dossiers/" + number;
    auto const receipt = body_of(get(citizen, at));
    EXPECT_EQ(text_of(receipt, "state"), "lodged");
    EXPECT_EQ(text_of(receipt, "due"), "2026-04-02");
    EXPECT_EQ(text_of(receipt, "channel"), "api");
    EXPECT_FALSE(receipt.at("clock").as_array().empty());

    EXPECT_EQ(post(at + "/take-up", {officer, {}, {}}).status, 200);
    auto const asked =
        post(at + "/asks",
             {officer, R"({"kind":"replacement","reason":"غير موقع","documents":["plans"]})", {}});
    EXPECT_EQ(text_of(body_of(asked), "state"), "waiting_replacement") << asked.body;
    auto const plans = reference(citizen, pdf("plans"));
    auto const answered = post(
        at + "/answer",
        {citizen, R"({"documents":[{"requirement":"plans","upload":")" + plans + R"("}]})", {}});
    EXPECT_EQ(text_of(body_of(answered), "state"), "in_review") << answered.body;
    EXPECT_EQ(post(at + "/messages", {officer, R"({"text":"شكرا"})", {}}).status, 200);
    EXPECT_EQ(post(at + "/notes", {officer, R"({"text":"سليم"})", {}}).status, 200);

    EXPECT_EQ(reason_of(post(at + "/approval", {officer, "{}", {}})).substr(0, 3), "428");
    auto const version = std::to_string(body_of(get(officer, at)).at("version").as_int64());
    auto const approved = post(
        at + "/approval", {officer, R"({"text":"يرخص"})", {{"if-match", '"' + version + '"'}}});
    auto const decided = body_of(approved);
    EXPECT_EQ(text_of(decided, "state"), "approved") << approved.body;
    auto const paper = text_of(decided.at("decisions").as_array().at(0).as_object(), "number");
    auto const printed = get(citizen, at + "/papers/" + paper);
    EXPECT_EQ(printed.status, 200);
    EXPECT_TRUE(printed.body.starts_with("%PDF-"));
    EXPECT_TRUE(get(citizen, at + "/papers/" + number).body.starts_with("%PDF-"));
    auto const verified = body_of(get({}, "/api/v1/verify/" + paper));
    EXPECT_TRUE(verified.at("authentic").as_bool());
    EXPECT_EQ(verified.if_contains("applicant_name"), nullptr);
    auto const figures = body_of(get({}, "/api/v1/compliance?year=2026"));
    EXPECT_EQ(figures.at("lines").as_array().at(0).at("on_time"), 1);
}

TEST_P(Api, files_once_however_often_a_key_is_sent) {
    auto const body = json::serialize(call("building-permit", reference(citizen, pdf("a"))));
    Sending const sending{citizen, body, {{"idempotency-key", "k1"}}};
    auto const first = post("/api/v1/dossiers", sending);
    auto const again = post("/api/v1/dossiers", sending);
    EXPECT_EQ(first.status, 201);
    EXPECT_EQ(again.status, 200);
    EXPECT_EQ(body_of(first).at("number"), body_of(again).at("number"));
    EXPECT_EQ(body_of(get(citizen, "/api/v1/dossiers")).at("items").as_array().size(), 1U);
    EXPECT_EQ(reason_of(post("/api/v1/dossiers", {citizen, body, {}})),
              "428 dossiers.api.header_missing");
    // The key of another call is a mistake that the first receipt must not hide.
    Sending const other{citizen, " " + body, {{"idempotency-key", "k1"}}};
    EXPECT_EQ(reason_of(post("/api/v1/dossiers", other)),
              "422 dossiers.api.key_reused Idempotency-Key");
    EXPECT_EQ(body_of(get(citizen, "/api/v1/dossiers")).at("items").as_array().size(), 1U);
}

TEST_P(Api, takes_twenty_filings_of_a_person_at_a_stretch_as_the_pages_do) {
    auto const body = json::serialize(call("building-permit", reference(citizen, pdf("a"))));
    std::vector<int> statuses;
    for (int n = 0; n < 26; ++n)  // two seconds apart: a tenth of a filing is given back in each
        statuses.push_back(post("/api/v1/dossiers",
                                {citizen, body, {{"idempotency-key", "n" + std::to_string(n)}}})
                               .status);
    EXPECT_EQ(std::count(statuses.begin(), statuses.begin() + 20, 201), 20);
    EXPECT_EQ(statuses.back(), 429);
}

TEST_P(Api, tells_the_second_of_two_officers) {
    auto const number = file_by_api(citizen, "two");
    auto const at = "/api/v1/dossiers/" + number;
    post(at + "/take-up", {officer, {}, {}});
    auto const version =
        '"' + std::to_string(body_of(get(officer, at)).at("version").as_int64()) + '"';
    EXPECT_EQ(post(at + "/approval", {officer, "{}", {{"if-match", version}}}).status, 200);
    auto const refusal =
        R"({"reasons":"لا","articles":["43"],"appeal_authority":"الرئيس","appeal_days":30})";
    EXPECT_EQ(reason_of(post(at + "/refusal", {colleague, refusal, {{"if-match", version}}})),
              "409 dossiers.refused.stale");
}

TEST_P(Api, refuses_with_the_article_of_the_law) {
    auto const number = file_by_api(citizen, "law");
    auto const at = "/api/v1/dossiers/" + number;
    EXPECT_EQ(reason_of(post(at + "/silence", {citizen, {}, {}})).substr(0, 3), "409");
    EXPECT_NE(reason_of(post(at + "/silence", {citizen, {}, {}})).find("55.19/19"),
              std::string::npos);
    post(at + "/take-up", {officer, {}, {}});
    auto const version =
        '"' + std::to_string(body_of(get(officer, at)).at("version").as_int64()) + '"';
    auto const bare = post(at + "/refusal",
                           {officer, R"({"reasons":"","articles":[]})", {{"if-match", version}}});
    EXPECT_EQ(bare.status, 422) << bare.body;
    EXPECT_NE(reason_of(bare).find("55.19/18"), std::string::npos) << bare.body;
}

TEST_P(Api, shows_nothing_to_others_and_hears_no_forged_number) {
    auto const number = file_by_api(citizen, "mine");
    auto const stranger = somebody("كريم");
    auto const at = "/api/v1/dossiers/" + number;
    auto const hidden = get(stranger, at);
    EXPECT_EQ(hidden.status, 404);
    EXPECT_EQ(hidden.body, get(stranger, "/api/v1/dossiers/2026-2222-2222").body);
    EXPECT_EQ(get(stranger, at + "/documents/1").status, 404);
    EXPECT_EQ(get(citizen, at + "/documents/1").status, 404);
    auto thief = stranger;
    thief.by_token = true;
    for (auto const* const act : {"/withdrawal", "/silence", "/take-up", "/messages/read"})
        EXPECT_EQ(post(at + act, {thief, {}, {}}).status, 404) << act;
    EXPECT_EQ(get({}, at).status, 401);
    EXPECT_EQ(
        get(stranger, "/api/v1/queue?administration=" + std::to_string(commune.value())).status,
        404);
}

// A content is named by its hash; knowing it is not having sent it.
TEST_P(Api, does_not_let_a_known_hash_open_anothers_file) {
    auto const mine = reference(citizen, pdf("secret"));
    auto other = somebody("كريم");
    other.by_token = true;
    auto const body = json::serialize(call("building-permit", mine));
    EXPECT_EQ(reason_of(post("/api/v1/dossiers", {other, body, {{"idempotency-key", "x"}}})),
              "422 dossiers.api.upload_unknown upload");
    clock.advance(std::chrono::hours(25));
    EXPECT_EQ(reason_of(post("/api/v1/dossiers", {citizen, body, {{"idempotency-key", "x"}}})),
              "422 dossiers.api.upload_unknown upload");
}

TEST_P(Api, walks_the_queue_by_its_next_addresses) {
    for (int n = 0; n < 5; ++n) file_by_api(citizen, "q" + std::to_string(n));
    std::string next = "/api/v1/queue?administration=" + std::to_string(commune.value()) +
                       "&unit=" + std::to_string(unit.value()) + "&limit=2";
    std::size_t lines = 0, pages_seen = 0;
    while (!next.empty() && pages_seen < 9) {
        auto const page = body_of(get(officer, next));
        lines += page.at("items").as_array().size();
        EXPECT_EQ(page.at("counts").at("open"), 5);
        ++pages_seen;
        next = page.at("next").is_null() ? "" : text_of(page, "next");
    }
    EXPECT_EQ(lines, 5U);
    EXPECT_EQ(pages_seen, 3U);
}

// Each answer is compared with its schema where it is given (expect_described).
TEST_P(Api, says_the_directory_and_the_procedures_as_described) {
    for (auto const* const target :
         {"/api/v1/administrations", "/api/v1/administrations?kind=collectivity",
          "/api/v1/territory", "/api/v1/territory?kind=region", "/api/v1/calendar?year=2026",
          "/api/v1/procedures", "/api/v1/procedures?q=permis&page=2"})
        EXPECT_EQ(get(citizen, target).status, 200) << target;
    EXPECT_EQ(get(citizen, "/api/v1/procedures/no-such-sheet").status, 404);
    auto const published = sheets.picture();
    EXPECT_GT(published->entries().size(), 20U);
    for (auto const& entry : published->entries())
        EXPECT_EQ(get(citizen, "/api/v1/procedures/" + entry.code).status, 200) << entry.code;
}

}  // namespace
}  // namespace wasl::dossiers
