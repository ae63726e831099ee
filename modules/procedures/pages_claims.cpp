// SPDX-License-Identifier: Apache-2.0
// /procedures/:code/claim for everybody, /office/claims for those who answer.
#include <algorithm>

#include "modules/procedures/catalogue.hpp"
#include "modules/procedures/messages.hpp"
#include "modules/procedures/office.hpp"
#include "modules/procedures/views_claims.hpp"
#include "platform/http/page.hpp"

namespace wasl::procedures {
namespace {

using http::Allow;

struct TypedClaim {
    Claim claim;
    std::string asked_on;
};

Result<http::Response> claim_form_page(Pages const& pages, http::Asked const& asked,
                                       TypedClaim const& typed, html::Faults const& faults,
                                       int status = 200) {
    pages.desk.refresh(asked.db, asked.now);
    auto const picture = pages.desk.picture();
    auto const* const entry = picture->entry(asked.wild(0));
    if (entry == nullptr) return Refusal{Refused::not_found, say(msg::refusal_no_sheet)};
    auto const places = places_of(*entry, *pages.directory.picture());
    auto const visit = people::visit(pages.people, asked);
    views::ClaimForm const page{*entry,
                                places,
                                typed.claim,
                                typed.asked_on,
                                faults,
                                visit.csrf,
                                asked.request.asked("done") == "claim"};
    auto response = http::shown(
        asked, {.title = msg::claim_title}, [&](html::Html& h) { views::show_claim_form(h, page); },
        status);
    if (!visit.cookie.empty()) response.with("Set-Cookie", visit.cookie);
    return response;
}

Result<http::Response> show_claim_form(Pages const& pages, http::Asked const& asked) {
    TypedClaim typed;
    typed.claim.administration =
        AdministrationId{asked.request.asked_number("administration").value_or(0)};
    typed.claim.dossier = std::string(asked.request.asked("dossier").substr(0, 40));
    return claim_form_page(pages, asked, typed, {});
}

Result<http::Response> send_claim(Pages const& pages, http::Acted const& acted) {
    auto const& request = acted.request;
    TypedClaim typed{{}, std::string(request.field("asked_on").substr(0, 10))};
    auto& claim = typed.claim;
    claim.administration = AdministrationId{request.field_number("administration").value_or(0)};
    claim.sheet = std::string(acted.wild(0));
    claim.asked = std::string(request.field("asked"));
    claim.dossier = std::string(request.field("dossier").substr(0, 40));
    claim.contact = std::string(request.field("contact"));
    html::Faults faults;
    auto const day = date_from_iso(typed.asked_on);
    if (!day) faults.add("asked_on", msg::refusal_claim_day);
    if (pages.desk.picture()->entry(claim.sheet) == nullptr)
        return Refusal{Refused::not_found, say(msg::refusal_no_sheet)};
    if (faults.any()) return claim_form_page(pages, acted, typed, faults, 422);
    claim.asked_on = *day;
    auto const made =
        acted.write([&](db::Writer& db) { return pages.desk.claim(db, claim, acted.now); });
    if (!made.refused())
        return back_to(
            acted, html::with(html::to("/procedures/", claim.sheet, "/claim"), "done", "claim"));
    faults.add(made.refusal());
    return claim_form_page(pages, acted, typed, faults, http::status_of(made.refusal().why));
}

// Where this visitor answers for what is asked.
std::vector<views::ClaimDesk> desks_of(Pages const& pages, http::Asked const& asked) {
    std::vector<views::ClaimDesk> out;
    auto const places = pages.directory.picture();
    for (auto const& grant : asked.visitor.grants) {
        auto const* const where = places->administration(grant.administration);
        bool const known = std::any_of(out.begin(), out.end(), [&](views::ClaimDesk const& one) {
            return one.where.id == grant.administration;
        });
        if (where == nullptr || known || !may_publish(asked.visitor, grant.administration))
            continue;
        out.push_back({{where->id, where->name}, pages.desk.claims_of(asked.db, where->id)});
    }
    return out;
}

Result<http::Response> claims_page(Pages const& pages, http::Asked const& asked,
                                   html::Faults const& faults, std::int64_t about,
                                   int status = 200) {
    auto const desks = desks_of(pages, asked);
    if (desks.empty()) return Refusal{Refused::forbidden, say(msg::refusal_head_only)};
    auto const picture = pages.desk.picture();
    views::ClaimsPage const page{desks, *picture, faults, about, asked.visitor.csrf};
    html::Words done;
    if (asked.request.asked("done") == "claim") done = msg::office_done_claim;
    return http::shown(
        asked, {.title = msg::claim_list, .success = done},
        [&](html::Html& h) { views::show_claims(h, page); }, status);
}

Result<http::Response> list_claims(Pages const& pages, http::Asked const& asked) {
    return claims_page(pages, asked, {}, 0);
}

Result<http::Response> answer_claim(Pages const& pages, http::Acted const& acted) {
    ClaimId const id{id_of(acted.wild(0)).value_or(0)};
    auto const claim = pages.desk.claim(acted.db, id);
    if (!claim || !may_publish(acted.visitor, claim->administration))
        return Refusal{Refused::not_found, say(msg::refusal_unknown)};
    auto const state = claim_state_named(acted.request.field("do"));
    if (!state) return Refusal{Refused::invalid, say(msg::refusal_field_unknown)};
    auto const outcome = acted.write([&](db::Writer& db) {
        return pages.desk.answer_claim(db, id, *state, acted.request.field("answer"),
                                       acted.visitor.person, acted.now);
    });
    if (!outcome.refused())
        return back_to(acted, html::with(html::to("/office/claims"), "done", "claim"));
    html::Faults faults;
    faults.add(outcome.refusal());
    return claims_page(pages, acted, faults, id.value(), http::status_of(outcome.refusal().why));
}

}  // namespace

void add_claim_pages(http::Router& router, Pages const& pages) {
    constexpr http::Limits limits{.body_max = http::operator""_KiB(16), .rate = http::Rate::filing};
    static constexpr http::Route<Pages> routes[] = {
        http::get<Pages>("/procedures/:code/claim", Allow::anyone, show_claim_form),
        http::post<Pages>("/procedures/:code/claim", Allow::anyone, send_claim, limits),
        http::get<Pages>("/office/claims", Allow::staff, list_claims),
        http::post<Pages>("/office/claims/:id", Allow::staff, answer_claim),
    };
    router.add("procedures", pages, std::span<http::Route<Pages> const>(routes));
}

}  // namespace wasl::procedures
