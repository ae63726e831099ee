// SPDX-License-Identifier: Apache-2.0
// The counters that everybody may read, the lists behind them, and the gate for programs.
#include <boost/json.hpp>

#include "modules/procedures/gate.hpp"
#include "modules/procedures/messages.hpp"
#include "modules/procedures/office.hpp"
#include "modules/procedures/views_registry.hpp"
#include "platform/http/page.hpp"
#include "platform/i18n/i18n.hpp"

namespace wasl::procedures {
namespace {

namespace json = boost::json;
using http::Allow;

Result<http::Response> show_registry(Pages const& pages, http::Asked const& asked) {
    pages.desk.refresh(asked.db, asked.now);
    auto const figures = figures_of(pages, asked.db);
    return http::shown(asked,
                       {.title = msg::registry_title,
                        .description = msg::registry_lead,
                        .for_search_engines = true},
                       [&](html::Html& h) { views::show_registry(h, figures); });
}

Result<http::Response> show_registry_sheets(Pages const& pages, http::Asked const& asked) {
    auto const state = named<SheetState>(asked.request.asked("state"));
    if (!state) return Refusal{Refused::not_found, say(msg::refusal_unknown)};
    AdministrationId const owner{asked.request.asked_number("administration").value_or(0)};
    auto const month = asked.request.asked("month").substr(0, 7);
    auto const lines = month.empty() ? pages.desk.in_state(asked.db, *state, owner)
                                     : came_to(asked.db, *state, month, owner);
    auto const places = pages.directory.picture();
    return http::shown(asked, {.title = msg::registry_title}, [&](html::Html& h) {
        views::show_registry_list(h, {*state, lines, *places});
    });
}

Result<http::Response> show_registry_of_owner(Pages const& pages, http::Asked const& asked) {
    auto const id = id_of(asked.wild(0)).value_or(0);
    auto const figures = figures_of(pages, asked.db, AdministrationId{id});
    if (!figures) return Refusal{Refused::not_found, say(msg::refusal_unknown)};
    return http::shown(
        asked,
        {.title = views::said(asked.language(), figures->all.name), .for_search_engines = true},
        [&](html::Html& h) { views::show_registry_of(h, *figures); });
}

Result<http::Response> show_registry_claims(Pages const& pages, http::Asked const& asked) {
    pages.desk.refresh(asked.db, asked.now);
    AdministrationId const owner{asked.request.asked_number("administration").value_or(0)};
    auto const picture = pages.desk.picture();
    auto const places = pages.directory.picture();
    auto const claims = claims_behind(asked.db, owner);
    return http::shown(asked, {.title = msg::registry_claims}, [&](html::Html& h) {
        views::show_registry_claims(h, {owner, claims, *picture, *places});
    });
}

Result<http::Response> download_months(Pages const& pages, http::Asked const& asked) {
    return http::download(months_csv(pages, asked.db), "text/csv; charset=utf-8",
                          "registry-months.csv");
}

Result<http::Response> show_bare_lines(Pages const& pages, http::Asked const& asked) {
    pages.desk.refresh(asked.db, asked.now);
    auto const picture = pages.desk.picture();
    return http::shown(asked, {.title = msg::registry_lines_list}, [&](html::Html& h) {
        views::show_lines_without_sheet(h, lines_without_sheet(*picture));
    });
}

Result<http::Response> download_registry(Pages const& pages, http::Asked const& asked) {
    pages.desk.refresh(asked.db, asked.now);
    return http::download(to_csv(figures_of(pages, asked.db)), "text/csv; charset=utf-8",
                          "registry.csv");
}

Result<http::Response> answer_registry(Pages const& pages, http::Asked const& asked) {
    pages.desk.refresh(asked.db, asked.now);
    return http::json(to_json(figures_of(pages, asked.db)));
}

// A sheet of a program's own, looked at and not kept.
Result<http::Response> answer_gate(Pages const& pages, http::Acted const& acted) {
    auto sheet = TRY(sheet_from_json(acted.request.body));
    sheet.owner = AdministrationId{acted.request.asked_number("owner").value_or(0)};
    if (pages.directory.picture()->administration(sheet.owner) == nullptr)
        return Refusal{Refused::invalid, say(msg::refusal_place), {}, "owner"};
    json::array found;
    for (auto const& one : pages.desk.objections_to(acted.db, sheet, acted.today))
        found.push_back(json::object{{"field", one.field},
                                     {"article", one.article},
                                     {"rule", one.what.message->key},
                                     {"text", i18n::sentence(acted.language(), one.what)}});
    bool const passes = found.empty();
    return http::json(
        json::serialize(json::object{{"passes", passes}, {"objections", std::move(found)}}));
}

}  // namespace

void add_registry_pages(http::Router& router, Pages const& pages) {
    constexpr http::Limits limits{.rate = http::Rate::api};
    constexpr http::Limits for_sheets{.body_max = http::operator""_KiB(300),
                                      .rate = http::Rate::api};
    static constexpr http::Route<Pages> routes[] = {
        http::get<Pages>("/registry", Allow::anyone, show_registry),
        http::get<Pages>("/registry/sheets", Allow::anyone, show_registry_sheets),
        http::get<Pages>("/registry/administrations/:id", Allow::anyone, show_registry_of_owner),
        http::get<Pages>("/registry/claims", Allow::anyone, show_registry_claims),
        http::get<Pages>("/registry/lines", Allow::anyone, show_bare_lines),
        http::get<Pages>("/registry.csv", Allow::anyone, download_registry),
        http::get<Pages>("/registry-months.csv", Allow::anyone, download_months),
        http::get<Pages>("/api/v1/registry", Allow::anyone, answer_registry, limits),
        http::post<Pages>("/api/v1/gate", Allow::citizen, answer_gate, for_sheets),
    };
    router.add("procedures", pages, std::span<http::Route<Pages> const>(routes));
}

}  // namespace wasl::procedures
