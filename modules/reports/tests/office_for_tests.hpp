// SPDX-License-Identifier: Apache-2.0
// The office's pages behind a router, as whoever entered sees them.
#pragma once

#include "modules/reports/pages.hpp"
#include "modules/reports/tests/reports_for_tests.hpp"
#include "platform/html/layout.hpp"
#include "platform/html/tests/parsed.hpp"
#include "tests/support/doors_for_tests.hpp"

namespace wasl::reports {

using tests::says;

class Office : public ReportTest {
protected:
    Office() : files(made().folder()), pages{desk, files, "https://wasl.test", "", ""} {
        add_office_pages(router, pages);
        tests::open(router, {database(), clock, visitor, &site});
        enter(officer);
    }

    void enter(http::Visitor const& who) {
        visitor = who;
        visitor.csrf = "right";
    }
    http::Response ask(http::Method method, std::string const& path, http::Pairs query,
                       http::Pairs form) {
        auto response = tests::ask(router, method, path, std::move(query), std::move(form));
        if (response.type.starts_with("text/html") && response.body.starts_with("<!"))
            EXPECT_EQ(html::Parsed(response.body).errors(), 0) << path;
        return response;
    }
    http::Response get(std::string const& path, http::Pairs query = {}) {
        return ask(http::Method::get, path, std::move(query), {});
    }
    http::Response post(std::string const& path, http::Pairs form) {
        return ask(http::Method::post, path, {}, std::move(form));
    }
    // As the form of that page would send it, on the version of now.
    http::Response act_on(Report const& report, std::string const& name, http::Pairs form) {
        form.emplace_back("version", std::to_string(seen(visitor, report).report.version));
        return post("/office/reports/" + report.number + "/do/" + name, std::move(form));
    }

    http::Visitor visitor;
    html::Site site;
    files::Store files;
    Pages pages;
    http::Router router;
};

}  // namespace wasl::reports
