// SPDX-License-Identifier: Apache-2.0
#include "modules/reports/tests/georeport_for_tests.hpp"

#include <fstream>

namespace wasl::reports {

// One pixel, grey.
static constexpr unsigned char png[] = {
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48,
    0x44, 0x52, 0x00, 0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x00, 0x00, 0x00,
    0x00, 0x3a, 0x7e, 0x9b, 0x55, 0x00, 0x00, 0x00, 0x0a, 0x49, 0x44, 0x41, 0x54, 0x78,
    0x9c, 0x63, 0x68, 0x00, 0x00, 0x00, 0x82, 0x00, 0x81, 0x77, 0xcd, 0x72, 0xb6, 0x00,
    0x00, 0x00, 0x00, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82};

GeoreportTest::GeoreportTest()
    : folder(std::filesystem::temp_directory_path() / ("wasl-o311-" + georeport::random_key())),
      files(folder),
      pages{desk, files, "https://wasl.test", {}, {}} {
    add_georeport(router, pages);
    router.open({.database = database(),
                 .now = clock.source(),
                 .show_refusal =
                     [](http::Asked const& asked, int status, Refusal const&, std::string const&) {
                         return georeport_refusal(asked.request.path, status, "refused");
                     },
                 .site = &site});
}
GeoreportTest::~GeoreportTest() { std::filesystem::remove_all(folder); }

http::Response GeoreportTest::ask(http::Method method, std::string const& target, http::Pairs form,
                                  std::vector<http::Upload> uploads) {
    http::Request request;
    request.method = method;
    request.target = target;
    request.client = "192.0.2.7";
    request.form = std::move(form);
    request.uploads = std::move(uploads);
    EXPECT_TRUE(http::read_target(request)) << target;
    request.language = Language::fr;
    clock.advance(std::chrono::seconds(1));
    return router.answer(request);
}

boost::json::value GeoreportTest::json(http::Response const& response) {
    boost::system::error_code fault;
    auto value = boost::json::parse(response.body, fault);
    EXPECT_FALSE(fault) << response.body;
    return value;
}

std::string GeoreportTest::error(http::Response const& response) {
    auto const value = json(response);
    auto const& first = value.as_array().at(0).as_object();
    EXPECT_EQ(first.at("code").as_int64(), response.status);
    return std::to_string(response.status) + " " + std::string(first.at("description").as_string());
}

std::string GeoreportTest::key_for(AdministrationId body, bool vouches, int per_hour) {
    auto const key = georeport::random_key();
    (void)write([&](db::Writer& writer) -> Outcome {
        store::insert(writer,
                      {.id = db::fresh<ClientId>(),
                       .name = "client",
                       .body = body,
                       .vouches = vouches,
                       .per_hour = per_hour,
                       .made_at = clock.now()},
                      georeport::key_hash(key), PersonId{0});
        return Done{};
    });
    return key;
}

http::Pairs GeoreportTest::lamp(std::string const& key, std::string const& description) {
    return {{"api_key", key},
            {"service_code", "lamp-out"},
            {"lat", std::to_string(square.lat)},
            {"long", std::to_string(square.lon)},
            {"description", description}};
}

http::Upload GeoreportTest::picture() {
    auto const path = files.incoming() / georeport::random_key();
    std::ofstream(path, std::ios::binary).write(reinterpret_cast<char const*>(png), sizeof png);
    return {"media[]", "lamp.png", path, sizeof png};
}

std::string GeoreportTest::number_of(http::Response const& response) {
    EXPECT_EQ(response.status, 200) << response.body;
    auto const value = json(response);
    auto const& first = value.as_array().at(0).as_object();
    return first.contains("service_request_id") && first.at("service_request_id").is_string()
               ? std::string(first.at("service_request_id").as_string())
               : std::string();
}

}  // namespace wasl::reports
