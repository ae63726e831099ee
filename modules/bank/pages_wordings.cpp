// SPDX-License-Identifier: Apache-2.0
// What an entry said before.
#include "modules/bank/public.hpp"

namespace wasl::bank {

namespace {

using http::Asked;

Shown show_rewordings(Pages const& pages, Asked const& asked) {
    auto const all = TRY(pages.desk.rewordings(asked.db, asked.visitor, asked.wild(0)));
    auto const known = known_of(pages, asked);
    return http::shown(asked, {.title = msg::wordings_title},
                       [&](html::Html& h) { views::rewordings(h, known, all); });
}

Shown show_former(Pages const& pages, Asked const& asked) {
    StepId const step{id_in(asked.wild(1))};
    auto const former = TRY(pages.desk.former(asked.db, asked.visitor, asked.wild(0), step));
    auto const known = known_of(pages, asked);
    return http::shown(asked, {.title = title_of(former.then.content)},
                       [&](html::Html& h) { views::former(h, known, former); });
}

}  // namespace

Routes wording_routes() {
    using http::Allow;
    static constexpr http::Route<Pages> routes[] = {
        http::get<Pages>("/bank/:number/wordings", Allow::anyone, show_rewordings),
        http::get<Pages>("/bank/:number/wordings/:step", Allow::anyone, show_former),
    };
    return routes;
}

}  // namespace wasl::bank
