// SPDX-License-Identifier: Apache-2.0
// A router opened for a test: whoever stands before it is `visitor`, as it is at that moment, and a
// refusal's body is the key of its message.
#pragma once

#include "platform/http/router.hpp"
#include "tests/support/db_for_tests.hpp"

namespace wasl::tests {

struct Doors {
    db::Database& database;
    TestClock const& clock;
    http::Visitor const& visitor;  // outlives the router, as does the site
    html::Site const* site;
};

inline void open(http::Router& router, Doors const& doors) {
    router.open(
        {.database = doors.database,
         .now = doors.clock.source(),
         .recognise = [&visitor = doors.visitor](http::Request const&, db::Reader&,
                                                 Instant) { return visitor; },
         .show_refusal =
             [](http::Asked const&, int status, Refusal const& refusal, std::string const&) {
                 http::Response out;
                 out.status = status;
                 if (refusal.what.message) out.body = refusal.what.message->key;
                 return out;
             },
         .site = doors.site});
}

// One question to a door of a page, as its own form would send it, or to one under /api.
inline http::Response ask(http::Router const& router, http::Method method, std::string const& path,
                          http::Pairs query, http::Pairs form, Language language = Language::ar) {
    http::Request request;
    request.method = method;
    request.path = path;
    request.target = "/" + std::string(name_of(language)) + path;
    request.language = language;
    request.language_in_path = !path.starts_with("/api");
    request.query = std::move(query);
    request.form = std::move(form);
    if (method == http::Method::post) request.form.emplace_back("csrf", "right");
    request.client = "127.0.0.1";
    return router.answer(request);
}

inline bool says(http::Response const& response, std::string_view text) {
    return response.body.find(text) != std::string::npos;
}

}  // namespace wasl::tests
