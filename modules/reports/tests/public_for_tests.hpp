// SPDX-License-Identifier: Apache-2.0
// The public's doors, as a telephone without scripts meets them.
#pragma once

#include <fstream>

#include "modules/reports/pages.hpp"
#include "modules/reports/tests/reports_for_tests.hpp"
#include "platform/html/layout.hpp"
#include "platform/html/tests/parsed.hpp"
#include "tests/support/doors_for_tests.hpp"

namespace wasl::reports {

using tests::says;

class PublicTest : public ReportTest {
protected:
    PublicTest()
        : store(made().folder() + "/files"), pages{desk, store, "https://wasl.example", "", ""} {
        site.name[0] = "إقليم بركان";
        add_public_pages(router, pages);
        tests::open(router, {database(), clock, visitor, &site});
    }

    http::Response get(http::Visitor const& who, std::string const& target) {
        http::Request request;
        request.target = "/ar" + target;
        return ask(who, request);
    }
    http::Response post(http::Visitor const& who, std::string const& target, http::Pairs form,
                        std::vector<std::string> const& photos = {}) {
        http::Request request;
        request.method = http::Method::post;
        request.target = "/ar" + target;
        request.form = std::move(form);
        request.form.emplace_back("csrf", "of-this-visitor");
        for (auto const& bytes : photos) {
            auto const path = store.incoming() / std::to_string(db::next_id());
            std::ofstream(path, std::ios::binary) << bytes;
            request.uploads.push_back(
                {"photos", "photo.jpg", path, static_cast<std::int64_t>(bytes.size())});
        }
        return ask(who, request);
    }
    // Without the language.
    static std::string location(http::Response const& response) {
        for (auto const& [name, value] : response.headers)
            if (name == "location") return value.substr(3);
        return "nowhere, " + std::to_string(response.status) + "\n" + response.body;
    }
    // Of the page's form: the fields that it would send untouched.
    static http::Pairs hidden_of(http::Response const& response) {
        http::Pairs found;
        html::Parsed const page(response.body);
        for (auto const* const node : page.elements()) {
            if (html::Parsed::tag(node) != "input") continue;
            if (html::Parsed::attribute(node, "type") != "hidden") continue;
            auto const name = html::Parsed::attribute(node, "name");
            if (name != "csrf") found.emplace_back(name, html::Parsed::attribute(node, "value"));
        }
        return found;
    }

    files::Store store;
    Pages pages;
    html::Site site;
    http::Router router;
    http::Visitor visitor;

    http::Response ask(http::Visitor const& who, http::Request& request) {
        visitor = who;
        visitor.csrf = "of-this-visitor";
        request.client = "192.0.2." + std::to_string(++asked_so_far % 200);
        EXPECT_TRUE(http::read_target(request));
        return router.answer(request);
    }
    int asked_so_far = 0;
};

}  // namespace wasl::reports
