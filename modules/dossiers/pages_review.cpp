// SPDX-License-Identifier: Apache-2.0
// One dossier before the office, and its files.
#include <algorithm>
#include <charconv>

#include "modules/dossiers/acts.hpp"

namespace wasl::dossiers {

void add_officer_pages(http::Router& router, Pages const& pages) {
    for (auto const routes : {office::queue_routes(), office::review_routes(), office::act_routes(),
                              office::fetch_routes()})
        router.add("dossiers", pages, routes);
}

namespace office {
namespace {

using http::Allow;

// What was done, said once after it; the address carries its name.
html::Words done_words(std::string_view act) {
    auto const* kind = act_named(act);
    if (!kind) return {};
    return say(msg::review_done, {word("act", act_title(*kind))});
}

Result<Dossier> see_as_office(Pages const& pages, http::Asked const& asked) {
    auto dossier = TRY(pages.desk.see(asked.db, asked.visitor, asked.wild(0), asked.today));
    // The applicant has pages of his own; here he is nobody.
    if (!dossier.eyes.office()) return Refusal{Refused::not_found, say(msg::refused_not_found)};
    return dossier;
}

Shown show_review(Pages const& pages, http::Asked const& asked) {
    auto const dossier = TRY(see_as_office(pages, asked));
    auto const sheet = pages.desk.sheet(asked.db, dossier);
    check(sheet != nullptr, "the revision of a dossier is kept");
    auto const places = pages.desk.house().directory.picture();
    NameList names(pages.desk.house().people, asked.db);
    Review const page{dossier,
                      *sheet,
                      *places,
                      asked.visitor,
                      names,
                      asked.today,
                      pages.desk.neighbours(asked.db, asked.visitor, dossier),
                      done_words(asked.request.asked("done"))};
    return http::shown(asked,
                       {.title = html::code(dossier.number), .wide = true, .success = page.done},
                       [&](html::Html& h) { review(h, page); });
}

Document const* document_asked(Dossier const& dossier, std::string_view id) {
    auto const found =
        std::find_if(dossier.documents.begin(), dossier.documents.end(),
                     [&](Document const& one) { return std::to_string(one.id.value()) == id; });
    return found == dossier.documents.end() ? nullptr : &*found;
}

// Nothing in a citizen's file may run or reach out. A browser shows no PDF within a sandbox, so
// only pictures are shown in place.
Shown show_file(Pages const& pages, http::Asked const& asked) {
    auto const dossier = TRY(see_as_office(pages, asked));
    auto const* document = document_asked(dossier, asked.wild(1));
    if (!document) return Refusal{Refused::not_found, say(msg::refused_document_unknown)};
    auto const path = pages.files.find(document->sha256);
    check(path.has_value(), "a document that a dossier names is in the store");
    bool const in_place = document->kind != files::Kind::pdf && asked.request.asked("view") == "1";
    auto const type = std::string(files::content_type(document->kind));
    http::Response response;
    if (in_place)
        response.with("content-disposition", "inline");
    else
        response = http::download({}, type, document->name);
    response.type = type;
    response.file = *path;
    response.with("content-security-policy", "sandbox; default-src 'none'")
        .with("x-content-type-options", "nosniff")
        .with("cache-control", "private, no-store");
    return response;
}

}  // namespace

Routes review_routes() {
    static constexpr http::Route<Pages> routes[] = {
        http::get<Pages>("/desk/:number", Allow::auditor, show_review),
        http::get<Pages>("/desk/:number/documents/:id", Allow::auditor, show_file),
    };
    return routes;
}

}  // namespace office
}  // namespace wasl::dossiers
