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

constexpr std::size_t procedures_found_max = 12;

NamedProcedure named_or_code(Desk const& desk, Language language, std::string_view code) {
    auto found = procedure_named(desk, language, code);
    return found ? std::move(*found) : NamedProcedure{std::string(code), {}, language};
}

std::vector<views::ShownMandate> shown(Desk const& desk, Language language,
                                       std::vector<store::Mandate> mandates) {
    std::vector<views::ShownMandate> all;
    for (auto& mandate : mandates) {
        views::ShownMandate one{std::move(mandate), {}};
        for (auto const& code : one.mandate.procedures)
            one.procedures.push_back(named_or_code(desk, language, code));
        all.push_back(std::move(one));
    }
    return all;
}

// What is offered for choosing: what was chosen before, then what the words find.
std::vector<NamedProcedure> choices(Desk const& desk, Asked const& asked) {
    std::vector<NamedProcedure> all;
    auto const add = [&](NamedProcedure one) {
        auto const same = [&](NamedProcedure const& other) { return other.code == one.code; };
        if (std::none_of(all.begin(), all.end(), same)) all.push_back(std::move(one));
    };
    for (auto const code : asked.request.fields("procedure"))
        if (auto found = procedure_named(desk, asked.language(), code)) add(std::move(*found));
    auto const words = asked.request.field("q");
    auto const& find = desk.inside().procedures.find;
    if (!words.empty() && find)
        for (auto& one : find(asked.language(), words, procedures_found_max)) add(std::move(one));
    return all;
}

Shown mandates_page(Pages const& pages, Asked const& asked, html::Faults const& faults,
                    html::Faults const& claim_faults) {
    auto const& request = asked.request;
    auto const person = store::person(asked.db, asked.visitor.person).value_or(Person{});
    auto const hashes = contact_hashes(pages.desk, person);
    auto const language = asked.language();
    views::MandatesPage const page{
        shown(pages.desk, language, store::given(asked.db, person.id)),
        shown(pages.desk, language,
              store::received(asked.db, person.id, hashes.email, hashes.phone)),
        asked.today,
        asked.visitor.csrf,
        request.field("contact"),
        request.has_field("scope") ? request.field("scope") : "everything",
        request.field("q"),
        request.field("from"),
        request.field("until"),
        choices(pages.desk, asked),
        request.fields("procedure"),
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

Shown offer_mandate_to(Pages const& pages, Acted const& acted) {
    auto const& request = acted.request;
    // Choosing among thousands of procedures is a step of its own; nothing is offered by it.
    if (request.field("step") == "search") return mandates_page(pages, acted, {}, {});
    using Scope = NewMandate::Scope;
    NewMandate const wanted{request.field("scope") == "named" ? Scope::named : Scope::everything,
                            request.fields("procedure"), request.field("contact"),
                            request.field("from"), request.field("until")};
    auto const offered = acted.write([&](db::Writer& writer) {
        return offer_mandate(pages.desk, writer, acted.visitor.person, wanted, acted.today,
                             acted.now);
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

Shown accept_offered(Pages const& pages, Acted const& acted) {
    return answered(pages, acted, Answer::accept);
}
Shown refuse_offered(Pages const& pages, Acted const& acted) {
    return answered(pages, acted, Answer::refuse);
}

Shown revoke_given(Pages const& pages, Acted const& acted) {
    TRY(acted.write([&](db::Writer& writer) {
        return revoke_mandate(pages.desk, writer, acted.visitor.person,
                              MandateId{id_in_path(acted)}, acted.now);
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

Shown end_delegation(Pages const& pages, Acted const& acted) {
    TRY(acted.write([&](db::Writer& writer) {
        return end_holding(pages.desk, writer, acted.visitor, HoldingId{id_in_path(acted)},
                           acted.today, acted.now);
    }));
    return go(acted, "/account/delegations");
}

using enum http::Allow;

constexpr http::Route<Pages> mandate_pages[] = {
    http::get<Pages>("/account/mandates", citizen, show_mandates),
    http::post<Pages>("/account/mandates", citizen, offer_mandate_to),
    http::post<Pages>("/account/mandates/:id/accept", citizen, accept_offered),
    http::post<Pages>("/account/mandates/:id/refuse", citizen, refuse_offered),
    http::post<Pages>("/account/mandates/:id/revoke", citizen, revoke_given),
    http::post<Pages>("/account/claim", citizen, claim_paper, {.rate = http::Rate::sign_in}),
    http::get<Pages>("/account/delegations", citizen, show_delegations),
    http::post<Pages>("/account/delegations", citizen, hand_on),
    http::post<Pages>("/account/delegations/:id/end", citizen, end_delegation),
};

}  // namespace

Routes mandate_routes() { return mandate_pages; }

}  // namespace wasl::people
