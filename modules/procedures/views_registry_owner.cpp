// SPDX-License-Identifier: Apache-2.0
// The registry of one administration, and the list behind the number of claims.
#include "modules/procedures/messages.hpp"
#include "modules/procedures/views_registry.hpp"
#include "platform/clock/clock.hpp"

namespace wasl::procedures::views {

using namespace html::literals;

namespace {

void show_claim_count(html::Html& h, OwnerFigures const& of) {
    auto const& claims = of.claims;
    auto const all = claims.received + claims.answered + claims.put_right;
    html::SummaryList list(h);
    auto const counted =
        say(msg::registry_claims_of,
            {number("all", all), number("answered", claims.answered + claims.put_right)});
    list.row_with(msg::registry_claims, [&] {
        if (all == 0)
            h(counted);
        else
            h("<a href=\""_h, claims_list(of.owner), "\">"_h, counted, "</a>"_h);
    });
}

Message const& claim_state_word(ClaimState state) {
    return *msg::find("claim.state_" + std::string(name_of(state)));
}

void show_claim_row(html::Html& h, html::Table& table, RegistryClaims const& page,
                    Claim const& one) {
    table.row();
    auto const* const sheet = page.published.entry(one.sheet);
    if (sheet)
        table.cell("<a href=\""_h, html::to("/procedures/", one.sheet), "\">"_h,
                   said(h.language(), sheet->title), "</a>"_h);
    else
        table.cell(html::code(one.sheet));
    auto const* const where = page.places.administration(one.administration);
    table.cell_with([&] {
        if (where) h(said(h.language(), where->name));
    });
    table.cell(one.asked_on);
    table.cell(claim_state_word(one.state));
}

}  // namespace

void show_registry_of(html::Html& h, Figures const& figures) {
    html::breadcrumbs(h, {{html::to("/registry"), msg::registry_title}});
    h("<h1>"_h, said(h.language(), figures.all.name), "</h1><p class=\"lead\">"_h,
      msg::registry_lead, "</p>"_h);
    show_claim_count(h, figures.all);
    h("<section aria-labelledby=\"states\"><h2 id=\"states\">"_h, msg::registry_states, "</h2>"_h);
    show_states(h, figures.all);
    h("</section><section aria-labelledby=\"months\"><h2 id=\"months\">"_h, msg::registry_months,
      "</h2><p>"_h, msg::registry_months_text, "</p>"_h);
    show_months(h, figures);
    h("</section>"_h);
}

void show_registry_claims(html::Html& h, RegistryClaims const& page) {
    auto const* const owner = page.places.administration(page.owner);
    if (owner)
        html::breadcrumbs(h, {{html::to("/registry"), msg::registry_title},
                              {html::to("/registry/administrations/", owner->id),
                               said(h.language(), owner->name)}});
    else
        html::breadcrumbs(h, {{html::to("/registry"), msg::registry_title}});
    h("<h1>"_h, msg::registry_claims, "</h1><p class=\"lead\">"_h, msg::registry_claims_lead,
      "</p>"_h);
    if (page.claims.empty()) return html::empty_state(h, msg::claim_none, msg::registry_none_text);
    html::Table table(h, msg::registry_claims,
                      {{msg::registry_claims_sheet},
                       {msg::catalogue_administration},
                       {msg::claim_when},
                       {msg::pipeline_now}});
    for (auto const& one : page.claims) show_claim_row(h, table, page, one);
}

}  // namespace wasl::procedures::views
