// SPDX-License-Identifier: Apache-2.0
// What programs may ask, described for programs: docs/api/openapi.json as it was when this program
// was built.
#include "app/openapi.hpp"
#include "app/pages.hpp"

namespace wasl::app {

static Result<http::Response> description(Pages const&, http::Asked const&) {
    auto response = http::json(std::string(data[0].text));
    response.shared = true;
    return response;
}

void add_api_description(http::Router& router, Pages const& pages) {
    static constexpr http::Route<Pages> routes[] = {
        http::get<Pages>("/api/v1/openapi.json", http::Allow::anyone, description,
                         {.rate = http::Rate::api}),
    };
    router.add("app", pages, std::span<http::Route<Pages> const>(routes));
}

}  // namespace wasl::app
