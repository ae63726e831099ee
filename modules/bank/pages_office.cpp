// SPDX-License-Identifier: Apache-2.0
// What waits for reviewers and for administrations; who reviews.
#include <algorithm>

#include "modules/bank/public.hpp"
#include "modules/bank/views_office.hpp"

namespace wasl::bank {

namespace {

using http::Acted;
using http::Asked;

Shown show_office(Pages const& pages, Asked const& asked) { return office_page(pages, asked, {}); }

Shown admin_page(Pages const& pages, Asked const& asked, html::Faults const& faults) {
    if (!people::administers(asked.visitor, people::platform))
        return Refusal{Refused::forbidden, say(msg::refused_actor)};
    auto const known = known_of(pages, asked);
    views::AdminPage const page{known, pages.desk.reviewing(asked.db), asked.visitor.csrf,
                                asked.request, faults};
    return http::shown(
        asked, {.title = msg::admin_title, .success = success_of(asked)},
        [&](html::Html& h) { views::admin(h, page); }, status_of(faults));
}

Shown show_admin(Pages const& pages, Asked const& asked) { return admin_page(pages, asked, {}); }

Shown change_admin(Pages const& pages, Acted const& acted) {
    auto const places = pages.desk.house().directory.picture();
    auto const typed = acted.request.field("administration");
    auto id = AdministrationId{id_in(acted.request.field("remove"))};
    bool const adds = id.value() == 0;
    if (adds) {
        auto const* found = places->by_slug(typed);
        if (found == nullptr) found = places->administration_named(typed);
        if (found != nullptr) id = found->id;
    }
    auto const done = acted.write([&](db::Writer& writer) {
        return pages.desk.set_reviewing(writer, acted.visitor, id, adds, acted.now);
    });
    if (!done.refused()) return go(acted, html::with(html::to("/admin/bank"), "done", "saved"));
    html::Faults faults;
    faults.add(done.refusal());
    return admin_page(pages, acted, faults);
}

}  // namespace

Shown office_page(Pages const& pages, Asked const& asked, html::Faults const& faults) {
    auto const known = known_of(pages, asked);
    views::OfficePage page{.known = known,
                           .request = asked.request,
                           .faults = faults,
                           .reviews = pages.desk.reviews(asked.db, asked.visitor),
                           .ask = queue_ask(asked.request),
                           .queue = {},
                           .adoptions = {}};
    if (page.reviews) page.queue = TRY(pages.desk.queue(asked.db, asked.visitor, page.ask));
    page.ask.page = page.queue.page;
    for (auto const where : works_in(asked.visitor))
        for (auto& one : pages.desk.adoptions_of(asked.db, where))
            if (auto entry = pages.desk.entry(asked.db, one.entry))
                page.adoptions.emplace_back(std::move(one), std::move(*entry));
    return http::shown(
        asked, {.title = msg::office_title, .wide = true},
        [&](html::Html& h) { views::office(h, page); }, status_of(faults));
}

Routes office_routes() {
    using http::Allow;
    static constexpr http::Route<Pages> routes[] = {
        http::get<Pages>("/office/bank", Allow::staff, show_office),
        http::get<Pages>("/admin/bank", Allow::administrator, show_admin),
        http::post<Pages>("/admin/bank", Allow::administrator, change_admin),
    };
    return routes;
}

}  // namespace wasl::bank
