// SPDX-License-Identifier: Apache-2.0
// Sheets to start from: those that come with the program, and all that anybody has published.
#include <algorithm>
#include <set>

#include "modules/procedures/messages.hpp"
#include "modules/procedures/models.hpp"
#include "modules/procedures/office.hpp"
#include "modules/procedures/views_models.hpp"
#include "platform/http/page.hpp"

namespace wasl::procedures {
namespace {

using http::Allow;

constexpr std::size_t models_shown_max = 30;
constexpr std::size_t model_query_max = 100;

std::vector<views::Model> found(Pages const& pages, std::string const& query) {
    std::vector<views::Model> out;
    std::set<std::string> codes;
    auto const picture = pages.desk.picture();
    if (!query.empty())
        for (auto const* const entry : picture->search(query, models_shown_max).entries)
            if (codes.insert(entry->code).second)
                out.push_back({entry->code, entry->title, entry->summary});
    for (auto& one : models()) {
        bool const wanted = query.empty() || one.title.ar.find(query) != std::string::npos ||
                            one.title.fr.find(query) != std::string::npos;
        if (wanted && codes.insert(one.code).second)
            out.push_back({one.code, std::move(one.title), std::move(one.summary)});
    }
    return out;
}

Outcome may_clone(Pages const& pages, http::Asked const& asked) {
    if (!owners_for(pages, asked.visitor).empty()) return Done{};
    return Refusal{Refused::forbidden, say(msg::refusal_not_owner)};
}

Result<http::Response> list_models(Pages const& pages, http::Asked const& asked) {
    TRY(may_clone(pages, asked));
    pages.desk.refresh(asked.db, asked.now);
    auto query = std::string(asked.request.asked("q").substr(0, model_query_max));
    views::ModelsPage const page{query, found(pages, query)};
    return http::shown(asked, {.title = msg::model_title},
                       [&](html::Html& h) { views::show_models(h, page); });
}

Result<Sheet> asked_model(Pages const& pages, http::Asked const& asked) {
    TRY(may_clone(pages, asked));
    auto model = pages.desk.model(asked.wild(0));
    if (!model) return Refusal{Refused::not_found, say(msg::refusal_unknown)};
    return std::move(*model);
}

http::Response clone_page(Pages const& pages, http::Asked const& asked, Sheet const& model,
                          html::Faults const& faults, int status = 200) {
    auto const owners = owners_for(pages, asked.visitor);
    views::ClonePage const page{model,
                                owners,
                                faults,
                                std::string(asked.request.field("code")),
                                std::string(asked.request.field("owner")),
                                asked.visitor.csrf};
    return http::shown(
        asked, {.title = views::said(asked.language(), model.title)},
        [&](html::Html& h) { views::show_clone(h, page); }, status);
}

Result<http::Response> show_model(Pages const& pages, http::Asked const& asked) {
    return clone_page(pages, asked, TRY(asked_model(pages, asked)), {});
}

Result<http::Response> clone(Pages const& pages, http::Acted const& acted) {
    auto const model = TRY(asked_model(pages, acted));
    AdministrationId const owner{acted.request.field_number("owner").value_or(0)};
    if (!may_edit(acted.visitor, owner))
        return Refusal{Refused::forbidden, say(msg::refusal_not_owner)};
    auto const made = acted.write([&](db::Writer& db) {
        return pages.desk.clone(db, model.code, acted.request.field("code"), owner,
                                acted.visitor.person, acted.now);
    });
    if (!made.refused())
        return back_to(acted, html::to("/office/sheets/", made.value(), "/edit/general"));
    html::Faults faults;
    faults.add(made.refusal());
    return clone_page(pages, acted, model, faults, http::status_of(made.refusal().why));
}

}  // namespace

void add_model_pages(http::Router& router, Pages const& pages) {
    static constexpr http::Route<Pages> routes[] = {
        http::get<Pages>("/office/models", Allow::staff, list_models),
        http::get<Pages>("/office/models/:code", Allow::staff, show_model),
        http::post<Pages>("/office/models/:code", Allow::staff, clone),
    };
    router.add("procedures", pages, std::span<http::Route<Pages> const>(routes));
}

}  // namespace wasl::procedures
