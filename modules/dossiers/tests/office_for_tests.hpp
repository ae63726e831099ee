// SPDX-License-Identifier: Apache-2.0
// The office at its doors: requests through the real router, as whoever has just entered.
#pragma once

#include "modules/dossiers/pages.hpp"
#include "modules/dossiers/tests/dossiers_for_tests.hpp"
#include "platform/html/layout.hpp"
#include "platform/html/tests/parsed.hpp"
#include "tests/support/doors_for_tests.hpp"

namespace wasl::dossiers {

using tests::says;

class OfficeTest : public DossierTest {
protected:
    OfficeTest() : files(made().folder()), pages{.desk = desk, .files = files} {
        add_officer_pages(router, pages);
        add_public_pages(router, pages);
        tests::open(router, {database(), clock, visitor, &site});
        enter(officer);
    }

    void enter(http::Visitor const& who) {
        visitor = who;
        visitor.csrf = "right";
    }

    http::Response ask(http::Method method, std::string const& path, http::Pairs query,
                       http::Pairs form) {
        return tests::ask(router, method, path, std::move(query), std::move(form));
    }
    http::Response get(std::string const& path, http::Pairs query = {}) {
        auto response = ask(http::Method::get, path, std::move(query), {});
        if (response.status == 200 && response.type.starts_with("text/html"))
            EXPECT_EQ(html::Parsed(response.body).errors(), 0) << path;
        return response;
    }
    // As the form of that page would send it, on the version of now.
    http::Response act_on(std::string const& number, std::string const& name, http::Pairs form,
                          std::int64_t version = 0) {
        if (version == 0) version = act(visitor, number).version;
        form.emplace_back("act", name);
        form.emplace_back("version", std::to_string(version));
        return ask(http::Method::post, "/desk/" + number + "/do/" + name, {}, std::move(form));
    }

    http::Visitor visitor;
    html::Site site;
    files::Store files;
    Pages pages;
    http::Router router;
};

}  // namespace wasl::dossiers
