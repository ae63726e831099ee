// SPDX-License-Identifier: Apache-2.0
// The registry behind its router, as a browser without a script meets it.
#pragma once

#include <gtest/gtest.h>

#include "modules/directory/schema.hpp"
#include "modules/notices/notices.hpp"
#include "modules/procedures/messages.hpp"
#include "modules/procedures/procedures.hpp"
#include "modules/procedures/schema.hpp"
#include "platform/html/layout.hpp"
#include "platform/journal/schema.hpp"
#include "tests/support/doors_for_tests.hpp"
#include "tests/support/sheets_for_tests.hpp"

namespace wasl::procedures {

using http::Role;

class ProcedurePages : public tests::OnEngine {
protected:
    ProcedurePages()
        : OnEngine({journal::schema, directory::schema, people::schema_steps(),
                    notices::schema_steps(), procedures::schema},
                   tests::berkane_with_sheets) {
        add_pages(router, pages);
        tests::open(router, {database(), clock, visitor, &site});
        commune = places.picture()->by_slug("commune-berkane")->id;
    }

    http::Response ask(http::Method method, std::string path, http::Pairs query, http::Pairs form) {
        // A redirect says where to go with the language and the query.
        if (auto const mark = path.find('?'); mark != std::string::npos) {
            query.emplace_back("done", path.substr(path.find('=', mark) + 1));
            path = path.substr(0, mark);
        }
        clock.advance(std::chrono::seconds(2));
        return tests::ask(router, method, path, std::move(query), std::move(form), language);
    }
    http::Response get(std::string path, http::Pairs query = {}) {
        return ask(http::Method::get, std::move(path), std::move(query), {});
    }
    http::Response post(std::string path, http::Pairs form) {
        return ask(http::Method::post, std::move(path), {}, std::move(form));
    }
    void enter_as(Role role, AdministrationId where = AdministrationId{0}) {
        visitor.person = PersonId{7};
        visitor.csrf = "right";
        visitor.grants = {{role, where.value() == 0 ? commune : where, UnitId{0}}};
    }
    std::string office(std::string_view code) {
        return "/office/sheets/" + std::to_string(desk.picture()->entry(code)->id.value());
    }
    Draft draft(std::string_view code) {
        auto const id = desk.picture()->entry(code)->id;
        return *database().read([&](db::Reader& db) { return desk.draft(db, id); });
    }
    // The general section as the browser sends it, with another French title.
    http::Pairs general(Draft const& of, std::string const& french) {
        auto const& sheet = of.sheet;
        return {{"edition", std::to_string(of.edition)},
                {"title_ar", sheet.title.ar},
                {"title_fr", french},
                {"summary_ar", sheet.summary.ar},
                {"output_ar", sheet.output.ar},
                {"handling_ar", sheet.handling.ar},
                {"themes", "urbanism"},
                {"audience", "citizens"},
                {"retention_years", "10"},
                {"do", "save"}};
    }

    http::Visitor visitor;
    Language language = Language::ar;
    html::Site site;
    directory::Desk places{database()};
    people::Desk persons{database(), places, {.secret = std::string(32, 'k')}};
    Desk desk{database(), places};
    Pages pages{desk, places, persons};
    http::Router router;
    AdministrationId commune{0};
};
using tests::says;

}  // namespace wasl::procedures
