// SPDX-License-Identifier: Apache-2.0
// The doors of a jury, knocked at as browsers do.
#pragma once

#include "modules/challenges/pages.hpp"
#include "modules/challenges/tests/jury_for_tests.hpp"
#include "platform/html/layout.hpp"
#include "tests/support/doors_for_tests.hpp"

namespace wasl::challenges {

class JuryPagesTest : public JuryTest {
protected:
    JuryPagesTest() : store(made().folder() + "/files") {
        site.name[0] = "إقليم بركان";
        add_pages(router, pages);
        tests::open(router, {database(), clock, visitor, &site});
    }

    http::Response ask(http::Method method, std::string const& below, http::Pairs form = {}) {
        return tests::ask(router, method, "/challenges/" + code + "/jury" + below, {},
                          std::move(form));
    }
    http::Response look(http::Visitor const& who, std::string const& below) {
        visitor = who;
        return ask(http::Method::get, below);
    }
    // The status; 303 is where it was done.
    int press(http::Visitor const& who, std::string const& below, http::Pairs form) {
        visitor = who;
        auto const answer = ask(http::Method::post, below, std::move(form));
        return answer.status;
    }

    files::Store store;
    html::Site site;
    http::Visitor visitor;
    Pages pages{desk, store, "https://wasl.example.ma", {}, {}};
    http::Router router;
};

}  // namespace wasl::challenges
