// SPDX-License-Identifier: Apache-2.0
#include "modules/people/inside.hpp"
#include "modules/people/mandates.hpp"
#include "modules/people/messages.hpp"
#include "modules/people/roles.hpp"
#include "modules/people/views_mandates.hpp"

namespace wasl::people {
namespace {

using http::Acted;
using http::Asked;

Shown mandates_page(Pages const& pages, Asked const& asked, html::Faults const& faults,
                    html::Faults const& claim_faults) {
    auto const& request = asked.request;
    auto const person = store::person(asked.db, asked.visitor.person).value_or(Person{});
    auto const hashes = contact_hashes(pages.desk, person);
    views::MandatesPage const page{store::given(asked.db, person.id),
                                   store::received(asked.db, person.id, hashes.email, hashes.phone),
                                   asked.today,
                                   asked.visitor.csrf,
                                   request.field("contact"),
                                   request.field("procedure"),
                                   request.field("from"),
                                   request.field("until"),
                                   faults,
                                   claim_faults,
                                   request.asked("claimed") == "1"};
    return http::shown(
        asked, {.title = msg::mandates_title, .wide = true},
        [&](html::Html& h) { views::mandates(h, page); },
        std::max(status_of(faults), status_of(claim_faults)));
}

Shown show_mandates(Pages const& pages, Asked const& asked) {
    return mandates_page(pages, asked, {}, {});
}

Shown offer(Pages const& pages, Acted const& acted) {
    auto const& request = acted.request;
    auto const offered = acted.write([&](db::Writer& writer) {
        return offer_mandate(pages.desk, writer, acted.visitor.person,
                             {request.field("contact"), request.field("procedure"),
                              request.field("from"), request.field("until")},
                             acted.today, acted.now);
    });
    if (offered.refused()) return mandates_page(pages, acted, faults_of(offered.refusal()), {});
    return go(acted, "/account/mandates");
}

Shown answered(Pages const& pages, Acted const& acted, Answer answer) {
    TRY(acted.write([&](db::Writer& writer) {
        return answer_mandate(pages.desk, writer, acted.visitor.person,
                              MandateId{id_in_path(acted)}, answer, acted.now);
    }));
    return go(acted, "/account/mandates");
}

Shown accept(Pages const& pages, Acted const& acted) {
    return answered(pages, acted, Answer::accept);
}
Shown refuse(Pages const& pages, Acted const& acted) {
    return answered(pages, acted, Answer::refuse);
}

Shown revoke(Pages const&, Acted const& acted) {
    TRY(acted.write([&](db::Writer& writer) {
        return revoke_mandate(writer, acted.visitor.person, MandateId{id_in_path(acted)},
                              acted.now);
    }));
    return go(acted, "/account/mandates");
}

Shown claim_paper(Pages const& pages, Acted const& acted) {
    auto const claimed =
        claim(pages.desk, acted.visitor.person, acted.request.field("code"), acted.now);
    if (claimed.refused()) return mandates_page(pages, acted, {}, faults_of(claimed.refusal()));
    return go(acted, "/account/mandates?claimed=1");
}

Shown delegations_page(Asked const& asked, HoldingId chosen, html::Faults const& faults) {
    auto const& request = asked.request;
    views::DelegationsPage page;
    page.mine = store::holdings_of(asked.db, asked.visitor.person, asked.today);
    page.delegated = store::delegated_by(asked.db, asked.visitor.person, asked.today);
    page.csrf = asked.visitor.csrf;
    page.contact = request.field("contact");
    page.from = request.field("from");
    page.until = request.field("until");
    page.matter = request.field("matter");
    page.holding = chosen;
    page.faults = faults;
    return http::shown(
        asked, {.title = msg::delegations_title},
        [&](html::Html& h) { views::delegations(h, page); }, status_of(faults));
}

Shown show_delegations(Pages const&, Asked const& asked) {
    return delegations_page(asked, HoldingId{asked.request.asked_number("holding").value_or(0)},
                            {});
}

Shown hand_on(Pages const& pages, Acted const& acted) {
    auto const& request = acted.request;
    HoldingId const holding{request.field_number("holding").value_or(0)};
    auto const done = acted.write([&](db::Writer& writer) {
        return delegate(pages.desk, writer, acted.visitor,
                        {holding, request.field("contact"), request.field("from"),
                         request.field("until"), request.field("matter")},
                        acted.today, acted.now);
    });
    if (done.refused() && about_form(done.refusal()))
        return delegations_page(acted, holding, faults_of(done.refusal()));
    if (done.refused()) return done.refusal();
    return go(acted, "/account/delegations");
}

Shown end_delegation(Pages const&, Acted const& acted) {
    TRY(acted.write([&](db::Writer& writer) {
        return end_holding(writer, acted.visitor, HoldingId{id_in_path(acted)}, acted.today,
                           acted.now);
    }));
    return go(acted, "/account/delegations");
}

using enum http::Allow;

constexpr http::Route<Pages> routes[] = {
    http::get<Pages>("/account/mandates", citizen, show_mandates),
    http::post<Pages>("/account/mandates", citizen, offer),
    http::post<Pages>("/account/mandates/:id/accept", citizen, accept),
    http::post<Pages>("/account/mandates/:id/refuse", citizen, refuse),
    http::post<Pages>("/account/mandates/:id/revoke", citizen, revoke),
    http::post<Pages>("/account/claim", citizen, claim_paper, {.rate = http::Rate::sign_in}),
    http::get<Pages>("/account/delegations", citizen, show_delegations),
    http::post<Pages>("/account/delegations", citizen, hand_on),
    http::post<Pages>("/account/delegations/:id/end", citizen, end_delegation),
};

}  // namespace

Routes mandate_routes() { return routes; }

}  // namespace wasl::people
