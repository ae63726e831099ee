// SPDX-License-Identifier: Apache-2.0
// What programs should not send.
#include "modules/dossiers/tests/api_for_tests.hpp"

namespace wasl::dossiers {
namespace {

namespace json = boost::json;

using BadInput = ApiTest;
INSTANTIATE_TEST_SUITE_P(OnBoth, BadInput, tests::both_engines(), tests::engine_name);

std::string zip() {
    return std::string("PK\1\2", 4) + std::string(42, '\0') +
           std::string("PK\5\6\0\0\0\0\1\0\1\0", 12) + std::string("\x2E\0\0\0", 4) +
           std::string(6, '\0');
}

struct Case {
    std::string body;
    std::string answer;
};

TEST_P(BadInput, is_refused_by_the_name_of_the_member) {
    auto const number = file_by_api(citizen, "bad");
    auto const at = "/api/v1/dossiers/" + number + "/messages";
    std::string deep = R"({"text":)";
    for (int n = 0; n < 200; ++n) deep += '[';
    for (auto const& [body, answer] : std::vector<Case>{
             {"", "422 dossiers.api.member_missing text"},
             {"nonsense", "422 dossiers.api.not_json"},
             {"[]", "422 dossiers.api.not_json"},
             {R"({"text":"a","text":"b"})", "422 dossiers.api.not_json"},
             {R"({"text":"a","te\u0078t":"b"})", "422 dossiers.api.not_json"},
             {R"({"text":"a"} {})", "422 dossiers.api.not_json"},
             {deep, "422 dossiers.api.not_json"},
             {"{\"text\":\"\xff\xfe\"}", "422 dossiers.api.not_json"},
             {"{\"text\":\"\xc0\x80\"}", "422 dossiers.api.not_json"},
             {R"({"text":"\ud800"})", "422 dossiers.api.not_json"},
             {R"({"text":"a","colour":1})", "422 dossiers.api.member_unknown colour"},
             {R"({"text":5})", "422 dossiers.api.member_kind text"},
             {R"({"text":"  "})", "422 dossiers.api.member_missing text"},
             {R"({"text":"a\u0000b"})", "422 dossiers.api.hidden_signs text"},
             {R"({"text":"\u202Eevil"})", "422 dossiers.api.hidden_signs text"},
             {R"({"text":"\u2066evil"})", "422 dossiers.api.hidden_signs text"},
         })
        EXPECT_EQ(reason_of(post(at, {citizen, body, {}})), answer) << body;
    std::string const long_one(10'001, 'a');
    EXPECT_EQ(post(at, {citizen, R"({"text":")" + long_one + "\"}", {}}).status, 422);
    EXPECT_EQ(post(at, {citizen, R"({"text":"a"})", {}, "text/plain"}).status, 422);
    EXPECT_TRUE(seen(citizen, number).messages.empty());
}

TEST_P(BadInput, of_a_form_is_told_field_by_field) {
    auto body = call("building-permit", reference(citizen, pdf("form")));
    auto& values = body.at("values").as_object();
    auto const field = std::string(values.begin()->key());
    values.begin()->value() = "\u202Eevil";
    values["colour"] = "red";
    auto const answer =
        post("/api/v1/dossiers", {citizen, json::serialize(body), {{"idempotency-key", "form"}}});
    EXPECT_EQ(answer.status, 422);
    auto const errors = body_of(answer).at("errors").as_array();
    ASSERT_EQ(errors.size(), 2U) << answer.body;
    EXPECT_EQ(errors.at(0).at("field"), "values.colour");
    EXPECT_EQ(errors.at(1).at("field"), ("values." + field).c_str());
    EXPECT_TRUE(body_of(get(citizen, "/api/v1/dossiers")).at("items").as_array().empty());
}

TEST_P(BadInput, of_a_version_is_not_guessed_around) {
    auto const number = file_by_api(citizen, "version");
    auto const at = "/api/v1/dossiers/" + number + "/take-up";
    for (auto const* const version :
         {"3", "\"x\"", "\"\"", "\"-1\"", "\"0\"", "\"99999999999999999999\""})
        EXPECT_EQ(reason_of(post(at, {officer, {}, {{"if-match", version}}})),
                  "422 dossiers.api.member_kind If-Match")
            << version;
    EXPECT_EQ(post(at, {officer, {}, {{"if-match", "\"77\""}}}).status, 409);
    EXPECT_EQ(post(at, {officer, {}, {{"if-match", "*"}}}).status, 200);
}

// The server reads no further than the door says (Wire.shows_a_page_when_a_body_is_too_large).
TEST_P(BadInput, of_a_huge_file_is_not_read_to_its_end) {
    auto const uploads = router.find(http::Method::post, "/api/v1/uploads");
    ASSERT_TRUE(uploads.door);
    EXPECT_EQ(uploads.door->limits.body_max, 20 * 1024 * 1024);
    auto const calls = router.find(http::Method::post, "/api/v1/dossiers");
    ASSERT_TRUE(calls.door);
    EXPECT_EQ(calls.door->limits.body_max, 512 * 1024);
}

TEST_P(BadInput, of_a_file_leaves_no_trace) {
    auto const left = [&] {
        return std::distance(std::filesystem::directory_iterator(files.incoming()), {});
    };
    for (auto const& bytes :
         {std::string("PK\3\4 a zip"), std::string("MZ a program"), std::string("<html>"),
          pdf("x") + zip(),
          std::string("%PDF-1.7\n1 0 obj\n<< /OpenAction << /S /JavaScript >> >>\nendobj\n"
                      "trailer << /Root 1 0 R >>\nstartxref\n9\n%%EOF\n")})
        EXPECT_EQ(send_file(citizen, bytes).status, 422) << bytes.substr(0, 20);
    EXPECT_EQ(reason_of(send_file(citizen, "")), "422 dossiers.api.one_file file");
    EXPECT_EQ(left(), 0);
}

// A name of 10,000 signs is refused by the API; one that reached the desk another way is cut
// between two letters, so that PostgreSQL can keep it.
TEST_P(BadInput, of_ten_thousand_signs_in_a_name) {
    std::string name;
    for (int n = 0; n < 10'000; ++n) name += "و";
    auto body = call("building-permit", reference(citizen, pdf("name")));
    body.at("documents").as_array().at(0).as_object()["name"] = name;
    EXPECT_EQ(reason_of(post("/api/v1/dossiers",
                             {citizen, json::serialize(body), {{"idempotency-key", "name"}}})),
              "422 dossiers.api.member_long documents");
    auto made = filing("building-permit");
    made.documents.front().name = "ab" + name;
    auto const kept = seen(citizen, file(citizen, made).number).documents.front().name;
    EXPECT_EQ(kept.size(), 254U);
    EXPECT_EQ(kept.substr(0, 4), "abو");
}

}  // namespace
}  // namespace wasl::dossiers
