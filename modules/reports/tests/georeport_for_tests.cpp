// SPDX-License-Identifier: Apache-2.0
#include "modules/reports/tests/georeport_for_tests.hpp"

#include <fstream>

#include "modules/reports/image.hpp"

namespace wasl::reports {

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
    auto const jpeg = jpeg_of({2, 2, std::vector<std::uint8_t>(12, 90)}, 90);
    std::ofstream(path, std::ios::binary) << jpeg;
    return {"media[]", "lamp.jpg", path, static_cast<std::int64_t>(jpeg.size())};
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
