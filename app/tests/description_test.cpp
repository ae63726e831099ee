// SPDX-License-Identifier: Apache-2.0
// Every door below /api is described, and nothing else is.
#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <fstream>
#include <iterator>
#include <set>

namespace wasl::app {
namespace {

std::string text_of(char const* file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
}

// "/api/v1/dossiers/:number" as OpenAPI writes it.
std::string braced(std::string_view path) {
    std::string out;
    bool wild = false;
    for (char const sign : path) {
        if (wild && sign == '/') {
            out += '}';
            wild = false;
        }
        wild = wild || sign == ':';
        out += sign == ':' ? '{' : sign;
    }
    return wild ? out + '}' : out;
}

// docs/routes.txt is compared with the house by HouseTest.
std::set<std::string> doors() {
    std::set<std::string> found;
    std::istringstream lines(text_of("docs/routes.txt"));
    std::string line;
    while (std::getline(lines, line)) {
        std::istringstream words(line);
        std::string method, path;
        words >> method >> path;
        for (auto& letter : method) letter = static_cast<char>(letter + ('a' - 'A'));
        if (path.starts_with("/api/")) found.insert(method + " " + braced(path));
    }
    return found;
}

TEST(Description, has_every_door_of_the_api_and_no_other) {
    auto const description = boost::json::parse(text_of("docs/api/openapi.json"));
    std::set<std::string> described;
    for (auto const& [path, item] : description.at("paths").as_object())
        for (auto const& [method, operation] : item.as_object())
            described.insert(std::string(method) + " " + std::string(path));
    EXPECT_EQ(described, doors());
    EXPECT_GT(described.size(), 30U);
}

}  // namespace
}  // namespace wasl::app
