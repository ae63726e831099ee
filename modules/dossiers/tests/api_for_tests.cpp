// SPDX-License-Identifier: Apache-2.0
#include "modules/dossiers/tests/api_for_tests.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

#include "platform/i18n/i18n.hpp"

namespace wasl::dossiers {

namespace json = boost::json;

static std::string const site = "https://wasl.example.ma";

// As the house shows refusals to programs.
static http::Response refusal(http::Asked const& asked, int status, Refusal const& refusal,
                              std::string const&) {
    json::object problem{{"status", status}, {"title", "no"}, {"detail", "no"}};
    if (refusal.what) {
        problem["detail"] = i18n::sentence(asked.language(), refusal.what);
        problem["reason"] = refusal.what.message->key;
    }
    if (!refusal.article.empty()) problem["article"] = refusal.article;
    if (!refusal.field.empty()) problem["field"] = refusal.field;
    auto response = http::json(json::serialize(problem), status);
    response.type = "application/problem+json";
    return response;
}

ApiTest::ApiTest()
    : files(std::filesystem::path(made().folder()) / "files"),
      pages{.desk = desk, .files = files, .site = site, .controller = {}, .cndp_number = {}} {
    add_api(router, pages);
    // Their answers are compared with the description too.
    directory::add_pages(router, directory_pages);
    procedures::add_pages(router, procedure_pages);
    router.open(
        {.database = database(),
         .now = clock.source(),
         .recognise = [this](http::Request const&, db::Reader&, Instant) { return *now_asking_; },
         .show_refusal = refusal});
    std::ifstream in("docs/api/openapi.json");
    description = json::parse(std::string{std::istreambuf_iterator<char>(in), {}}).as_object();
    go_to(day(2026, 3, 2));
    for (auto* visitor : {&citizen, &officer, &colleague, &president, &governor})
        visitor->by_token = true;
}

http::Response ApiTest::ask(http::Request request, http::Visitor const& by) {
    clock.advance(std::chrono::seconds(2));
    now_asking_ = &by;
    if (!http::read_target(request)) return {};
    auto const response = router.answer(request);
    expect_described(request, response);
    return response;
}

http::Response ApiTest::get(http::Visitor const& by, std::string_view target) {
    http::Request request;
    request.target = target;
    return ask(std::move(request), by);
}

http::Response ApiTest::post(std::string_view path, Sending const& sending) {
    http::Request request;
    request.method = http::Method::post;
    request.target = path;
    request.body = sending.body;
    request.headers = sending.headers;
    request.headers.emplace_back("content-type", sending.type);
    return ask(std::move(request), sending.by);
}

http::Response ApiTest::send_file(http::Visitor const& by, std::string_view bytes) {
    return post("/api/v1/uploads?name=plan.pdf", {by, std::string(bytes), {}, "application/pdf"});
}

std::string ApiTest::reference(http::Visitor const& by, std::string_view bytes) {
    auto const kept = send_file(by, bytes);
    EXPECT_EQ(kept.status, 201) << kept.body;
    return json::value_to<std::string>(body_of(kept).at("upload"));
}

json::object ApiTest::call(std::string_view procedure, std::string const& content) {
    auto const made = filing(procedure);
    json::object values;
    for (auto const& [field, value] : made.values) values[field] = value;
    json::array documents;
    for (auto const& one : made.documents)
        documents.push_back(json::object{{"requirement", one.requirement}, {"upload", content}});
    return {{"procedure", procedure},
            {"administration", std::to_string(commune.value())},
            {"values", std::move(values)},
            {"documents", std::move(documents)}};
}

std::string ApiTest::file_by_api(http::Visitor const& by, std::string_view key) {
    auto const body = json::serialize(call("building-permit", reference(by, pdf(key))));
    auto const filed =
        post("/api/v1/dossiers", {by, body, {{"idempotency-key", std::string(key)}}});
    EXPECT_EQ(filed.status, 201) << filed.body;
    return json::value_to<std::string>(body_of(filed).at("number"));
}

std::string ApiTest::pdf(std::string_view mark) {
    return "%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Mark (" + std::string(mark) +
           ") >>\nendobj\ntrailer << /Root 1 0 R >>\nstartxref\n9\n%%EOF\n";
}

json::object ApiTest::body_of(http::Response const& response) {
    auto const body = json::parse(response.body);
    return body.is_object() ? body.as_object() : json::object{};
}

std::string ApiTest::reason_of(http::Response const& response) {
    auto const problem = body_of(response);
    auto out = std::to_string(response.status);
    for (auto const* const part : {"reason", "article", "field"})
        if (auto const* value = problem.if_contains(part); value && value->is_string())
            out += " " + json::value_to<std::string>(*value);
    return out;
}

// The operation of the description that answers to this path.
static json::object const* operation(json::object const& description, http::Request const& request,
                                     std::string_view route) {
    std::string path;
    bool wild = false;
    for (char const sign : route) {
        if (wild && sign == '/') path += '}', wild = false;
        if (sign == ':')
            path += '{', wild = true;
        else
            path += sign;
    }
    if (wild) path += '}';
    auto const* found = description.at("paths").as_object().if_contains(path);
    auto const method = request.method == http::Method::get ? "get" : "post";
    return found ? found->as_object().at(method).if_object() : nullptr;
}

void ApiTest::expect_described(http::Request const& request, http::Response const& response) {
    auto const found = router.find(request.method, request.path);
    if (!found.door) return;
    auto const* act = operation(description, request, found.door->path);
    ASSERT_TRUE(act) << found.door->path;
    auto const* said =
        act->at("responses").as_object().if_contains(std::to_string(response.status));
    ASSERT_TRUE(said) << found.door->path << " answers " << response.status << response.body;
    auto const* entry = &said->as_object();
    if (auto const* named = entry->if_contains("$ref"))
        entry = &description.at("components")
                     .at("responses")
                     .as_object()
                     .at(json::value_to<std::string>(*named).substr(23))
                     .as_object();
    if (!response.file.empty() || response.type == "application/pdf") return;
    auto const& contents = entry->at("content").as_object();
    auto const type = response.type.substr(0, response.type.find(';'));
    ASSERT_TRUE(contents.contains(type)) << found.door->path << ' ' << type;
    auto const& schema = contents.at(type).at("schema").as_object();
    EXPECT_EQ(unlike(json::parse(response.body), schema, description), "")
        << found.door->path << ' ' << response.body;
}

}  // namespace wasl::dossiers
