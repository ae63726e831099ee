// SPDX-License-Identifier: Apache-2.0
#include "modules/procedures/views_claims.hpp"

#include "modules/procedures/messages.hpp"

namespace wasl::procedures::views {

using namespace html::literals;

namespace {

void choose_claimed_place(html::Html& h, ClaimForm const& page) {
    std::vector<std::string> ids;
    ids.reserve(page.places.size());
    std::vector<html::Choice> choices;
    for (auto const& place : page.places) {
        ids.push_back(std::to_string(place.id.value()));
        choices.push_back({ids.back(), said(h.language(), place.name)});
    }
    auto const chosen = std::to_string(page.typed.administration.value());
    html::select_field(h,
                       {.name = "administration",
                        .label = msg::claim_where,
                        .value = chosen,
                        .error = page.faults.of("administration")},
                       choices);
}

void show_claim_fields(html::Html& h, ClaimForm const& page) {
    html::Form const form(
        h, {.action = html::to("/procedures/", page.entry.code, "/claim"), .csrf = page.csrf});
    choose_claimed_place(h, page);
    html::text_area(h, {.name = "asked",
                        .label = msg::claim_asked,
                        .hint = msg::claim_asked_hint,
                        .value = page.typed.asked,
                        .error = page.faults.of("asked"),
                        .length_max = 1000});
    html::date_field(h, {.name = "asked_on",
                         .label = msg::claim_when,
                         .value = page.asked_on,
                         .error = page.faults.of("asked_on")});
    html::text_field(h, {.name = "dossier",
                         .label = msg::claim_dossier,
                         .value = page.typed.dossier,
                         .required = false,
                         .left_to_right = true,
                         .length_max = 40});
    html::text_field(h, {.name = "contact",
                         .label = msg::claim_contact,
                         .hint = msg::claim_contact_hint,
                         .value = page.typed.contact,
                         .error = page.faults.of("contact"),
                         .required = false,
                         .length_max = 100});
    html::data_notice(h, {.controller = msg::claim_controller,
                          .purpose = msg::claim_purpose,
                          .recipients = msg::claim_recipients});
    html::button(h, msg::claim_send);
}

void answer_form(html::Html& h, ClaimsPage const& page, Claim const& claim) {
    html::Form const form(h, {.action = html::to("/office/claims/", claim.id.value()),
                              .csrf = page.csrf,
                              .narrow = true});
    bool const about = page.about == claim.id.value();
    html::text_area(h, {.name = "answer",
                        .label = msg::claim_answer,
                        .value = claim.answer,
                        .error = about ? page.faults.of("answer") : Said(),
                        .length_max = 2000});
    html::ButtonRow const row(h);
    html::button(h, msg::claim_put_right, html::ButtonKind::primary, "do", "put_right");
    html::button(h, msg::claim_do_answer, html::ButtonKind::secondary, "do", "answered");
}

void show_open_claim(html::Html& h, ClaimsPage const& page, Claim const& claim) {
    h("<li class=\"card\">"_h);
    auto const* const entry = page.picture.entry(claim.sheet);
    if (entry != nullptr)
        h("<a href=\""_h, html::to("/procedures/", claim.sheet), "\">"_h,
          said(h.language(), entry->title), "</a> "_h);
    html::tag(h, claim.state == ClaimState::received ? html::Tone::warning : html::Tone::success,
              *msg::find("claim.state_" + std::string(name_of(claim.state))));
    {
        html::SummaryList list(h);
        list.row(msg::claim_asked, html::isolated(claim.asked));
        list.row(msg::claim_when, claim.asked_on);
        if (!claim.dossier.empty()) list.row(msg::claim_dossier, html::code(claim.dossier));
        if (!claim.contact.empty()) list.row(msg::claim_contact, html::isolated(claim.contact));
        if (!claim.answer.empty()) list.row(msg::claim_answer, html::isolated(claim.answer));
    }
    if (claim.state != ClaimState::put_right) answer_form(h, page, claim);
    h("</li>"_h);
}

}  // namespace

void show_claim_form(html::Html& h, ClaimForm const& page) {
    html::breadcrumbs(
        h, {{html::to("/procedures"), msg::catalogue_title},
            {html::to("/procedures/", page.entry.code), said(h.language(), page.entry.title)}});
    h("<h1>"_h, msg::claim_title, "</h1>"_h);
    if (page.done) {
        html::notice(h, html::Tone::success, msg::claim_done);
        return;
    }
    h("<p class=\"lead\">"_h, msg::claim_lead, "</p>"_h);
    html::error_summary(h, page.faults);
    show_claim_fields(h, page);
}

void show_claims(html::Html& h, ClaimsPage const& page) {
    h("<h1>"_h, msg::claim_list, "</h1><p class=\"lead\">"_h, msg::claim_list_lead, "</p>"_h);
    html::error_summary(h, page.faults);
    for (auto const& desk : page.desks) {
        h("<section><h2>"_h, said(h.language(), desk.where.name), "</h2>"_h);
        if (desk.claims.empty()) h("<p>"_h, msg::claim_none, "</p>"_h);
        h("<ul class=\"cards\">"_h);
        for (auto const& claim : desk.claims) show_open_claim(h, page, claim);
        h("</ul></section>"_h);
    }
}

}  // namespace wasl::procedures::views
