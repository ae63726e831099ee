// SPDX-License-Identifier: Apache-2.0
// Where a sheet is offered, and what each place says otherwise.
#include <algorithm>

#include "modules/procedures/messages.hpp"
#include "modules/procedures/views_office.hpp"

namespace wasl::procedures::views {

using namespace html::literals;

namespace {

// What a place may say otherwise than the sheet: its counter, its contact, its ways in. All else is
// the same everywhere.
void show_variant(html::Html& h, OffersPage const& page, Offer const& offer) {
    bool const here = page.typed.administration == offer.administration;
    auto const& shown = here ? page.typed : offer;
    html::text_area(h, {.name = "contact_ar",
                        .label = msg::office_offer_contact,
                        .hint = msg::edit_in_arabic,
                        .value = shown.contact.ar,
                        .required = false,
                        .length_max = 1000,
                        .rows = 2});
    html::text_area(h, {.name = "contact_fr",
                        .label = msg::office_offer_contact,
                        .hint = msg::edit_in_french,
                        .value = shown.contact.fr,
                        .required = false,
                        .length_max = 1000,
                        .rows = 2});
    std::vector<html::Choice> ways;
    std::vector<std::string_view> ticked;
    for (auto const channel : page.draft.sheet.channels)
        ways.push_back({name_of(channel), *msg::find("channel." + std::string(name_of(channel)))});
    for (auto const channel : shown.channels) ticked.push_back(name_of(channel));
    html::checkbox_group(h,
                         {.name = "channels",
                          .label = msg::office_offer_channels,
                          .hint = msg::office_offer_channels_hint,
                          .error = here ? page.faults.of("channels") : Said(),
                          .required = false},
                         ways, ticked);
}

void show_offer(html::Html& h, OffersPage const& page, Offer const& offer) {
    auto const* const place = page.directory.administration(offer.administration);
    if (place == nullptr) return;
    html::Disclosure const box(
        h, said(h.language(), place->name),
        page.offers.size() < 3 || page.typed.administration == offer.administration);
    html::Form const form(h, {.action = html::to("/office/sheets/", page.draft.sheet.id, "/offers"),
                              .csrf = page.csrf,
                              .narrow = true});
    html::hidden_field(h, "administration", std::to_string(place->id.value()));
    auto const units = page.directory.open_units_of(place->id);
    std::vector<std::string> ids;
    ids.reserve(units.size());
    std::vector<html::Choice> choices{{"", msg::office_no_unit}};
    for (auto const* const unit : units) {
        ids.push_back(std::to_string(unit->id.value()));
        choices.push_back({ids.back(), said(h.language(), unit->name)});
    }
    auto const chosen =
        offer.units.empty() ? std::string() : std::to_string(offer.units.front().value());
    html::select_field(
        h, {.name = "unit", .label = msg::office_offer_unit, .value = chosen, .required = false},
        choices);
    show_variant(h, page, offer);
    html::ButtonRow const row(h);
    html::button(h, msg::office_save, html::ButtonKind::secondary, "do", "save");
    if (page.owns)
        html::button(h, msg::office_offer_remove, html::ButtonKind::danger, "do", "remove");
}

// For those who may look and not change it.
void list_offers(html::Html& h, OffersPage const& page) {
    html::notice(h, html::Tone::info, msg::refusal_head_only);
    if (page.offers.empty()) return;
    h("<ul>"_h);
    for (auto const& offer : page.offers)
        if (auto const* const place = page.directory.administration(offer.administration))
            h("<li>"_h, said(h.language(), place->name), "</li>"_h);
    h("</ul>"_h);
}

void add_offer(html::Html& h, OffersPage const& page) {
    auto const* const owner = page.directory.administration(page.draft.sheet.owner);
    std::vector<std::string> ids;
    ids.reserve(page.directory.administrations().size());
    std::vector<html::Choice> choices;
    for (auto const& one : page.directory.administrations()) {
        bool const there =
            std::any_of(page.offers.begin(), page.offers.end(),
                        [&](Offer const& offer) { return offer.administration == one.id; });
        if (there || owner == nullptr || one.kind != owner->kind) continue;
        ids.push_back(std::to_string(one.id.value()));
        choices.push_back({ids.back(), said(h.language(), one.name)});
    }
    if (choices.empty()) return;
    html::Form const form(h, {.action = html::to("/office/sheets/", page.draft.sheet.id, "/offers"),
                              .csrf = page.csrf});
    html::select_field(h,
                       {.name = "administration",
                        .label = msg::office_offer_add,
                        .error = page.faults.of("administration")},
                       choices);
    html::button(h, msg::office_offer_add, html::ButtonKind::primary, "do", "save");
}

}  // namespace

void show_offers(html::Html& h, OffersPage const& page) {
    html::breadcrumbs(h, {{html::to("/office/sheets"), msg::office_title},
                          {html::to("/office/sheets/", page.draft.sheet.id),
                           said(h.language(), page.draft.sheet.title)}});
    h("<h1>"_h, msg::office_offers, "</h1><p>"_h, msg::office_offers_text, "</p>"_h);
    html::error_summary(h, page.faults);
    if (!page.may_change) return list_offers(h, page);
    if (page.owns) add_offer(h, page);
    for (auto const& offer : page.offers) show_offer(h, page, offer);
}

}  // namespace wasl::procedures::views
