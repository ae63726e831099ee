// SPDX-License-Identifier: Apache-2.0
// The pages of the bank behind a router, as whoever asks sees them.
#pragma once

#include "modules/bank/tests/bank_for_tests.hpp"
#include "platform/html/layout.hpp"
#include "tests/support/doors_for_tests.hpp"

namespace wasl::bank {

class BankPages : public BankTest {
protected:
    BankPages()
        : pages{.desk = desk,
                .site = "https://wasl.example.ma",
                .controller = {},
                .cndp_number = {}} {
        add_public_pages(router, pages);
        add_office_pages(router, pages);
        tests::open(router, {database(), clock, visitor, &site});
    }
    http::Response get(http::Visitor const& who, std::string const& path, http::Pairs query = {}) {
        visitor = who;
        return tests::ask(router, http::Method::get, path, std::move(query), {});
    }
    http::Response post(http::Visitor const& who, std::string const& path, http::Pairs form) {
        visitor = who;
        visitor.csrf = "right";
        return tests::ask(router, http::Method::post, path, {}, std::move(form));
    }

    html::Site site;
    http::Visitor visitor;
    http::Router router;
    Pages pages;
};

}  // namespace wasl::bank
