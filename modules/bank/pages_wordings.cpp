// SPDX-License-Identifier: Apache-2.0
// What an entry said before, and taking away what may not be read.
#include "modules/bank/public.hpp"

namespace wasl::bank {

namespace {

using http::Acted;
using http::Asked;

Shown show_rewordings(Pages const& pages, Asked const& asked) {
    auto const all = TRY(pages.desk.rewordings(asked.db, asked.visitor, asked.wild(0)));
    auto const known = known_of(pages, asked);
    return http::shown(asked, {.title = msg::wordings_title},
                       [&](html::Html& h) { views::rewordings(h, known, all); });
}

StepId step_in(Asked const& asked) { return StepId{id_in(asked.wild(1))}; }

Shown former_page(Pages const& pages, Asked const& asked, html::Faults const& faults) {
    auto const former =
        TRY(pages.desk.former(asked.db, asked.visitor, asked.wild(0), step_in(asked)));
    auto const known = known_of(pages, asked);
    views::FormerPage const page{known, former, asked.visitor.csrf, asked.request, faults};
    auto const& told = former.struck ? former.entry.content : former.then.content;
    return http::shown(
        asked, {.title = title_of(told), .success = success_of(asked)},
        [&](html::Html& h) { views::former(h, page); }, status_of(faults));
}

Shown show_former(Pages const& pages, Asked const& asked) { return former_page(pages, asked, {}); }

Shown strike(Pages const& pages, Acted const& acted) {
    Act const act{
        .by = acted.visitor, .number = acted.wild(0), .now = acted.now, .today = acted.today};
    auto const done = acted.write([&](db::Writer& writer) {
        return pages.desk.strike(writer, act, step_in(acted), acted.request.field("reason"));
    });
    if (!done.refused()) {
        auto const page = html::to("/bank/", acted.wild(0), "/wordings/", step_in(acted));
        return go(acted, html::with(page, "done", "struck"));
    }
    if (done.refusal().field.empty()) return done.refusal();
    html::Faults faults;
    faults.add(done.refusal());
    return former_page(pages, acted, faults);
}

}  // namespace

Routes wording_routes() {
    using http::Allow;
    static constexpr http::Route<Pages> routes[] = {
        http::get<Pages>("/bank/:number/wordings", Allow::anyone, show_rewordings),
        http::get<Pages>("/bank/:number/wordings/:step", Allow::anyone, show_former),
        http::post<Pages>("/bank/:number/wordings/:step", Allow::staff, strike),
    };
    return routes;
}

}  // namespace wasl::bank
