// SPDX-License-Identifier: Apache-2.0
// What simplification has come to, for everybody: in sum, by administration, sheet by sheet.
#include "modules/procedures/messages.hpp"
#include "modules/procedures/office.hpp"
#include "modules/procedures/views_burden.hpp"
#include "platform/http/page.hpp"

namespace wasl::procedures {
namespace {

using http::Allow;

Result<http::Response> show_simplification(Pages const& pages, http::Asked const& asked) {
    auto const all = pages.desk.simplifications(asked.db);
    auto const places = pages.directory.picture();
    return http::shown(
        asked,
        {.title = msg::burden_page, .description = msg::burden_lead, .for_search_engines = true},
        [&](html::Html& h) { views::show_simplifications(h, all, *places); });
}

Result<http::Response> show_simplification_of(Pages const& pages, http::Asked const& asked) {
    auto const places = pages.directory.picture();
    auto const* const owner =
        places->administration(AdministrationId{id_of(asked.wild(0)).value_or(0)});
    if (owner == nullptr) return Refusal{Refused::not_found, say(msg::refusal_unknown)};
    auto const sheets = pages.desk.simplified(asked.db, owner->id);
    return http::shown(asked, {.title = views::said(asked.language(), owner->name)},
                       [&](html::Html& h) { views::show_simplified(h, {*owner, sheets}); });
}

Result<http::Response> download_simplification(Pages const& pages, http::Asked const& asked) {
    return http::download(to_csv(pages.desk.simplifications(asked.db), *pages.directory.picture()),
                          "text/csv; charset=utf-8", "simplification.csv");
}

}  // namespace

void add_burden_pages(http::Router& router, Pages const& pages) {
    static constexpr http::Route<Pages> routes[] = {
        http::get<Pages>("/simplification", Allow::anyone, show_simplification),
        http::get<Pages>("/simplification/:administration", Allow::anyone, show_simplification_of),
        http::get<Pages>("/simplification.csv", Allow::anyone, download_simplification),
    };
    router.add("procedures", pages, std::span<http::Route<Pages> const>(routes));
}

}  // namespace wasl::procedures
