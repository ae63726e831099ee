// SPDX-License-Identifier: Apache-2.0
// Where a sheet is offered, and the local variants: counter, contact and ways to hand in.
#include <algorithm>

#include "modules/procedures/messages.hpp"
#include "modules/procedures/office.hpp"
#include "modules/procedures/views_office.hpp"
#include "platform/http/page.hpp"

namespace wasl::procedures {
namespace {

using http::Allow;

// Whose offers the visitor may touch: the owner's head all of them, another head the own one.
struct Offering {
    Draft draft;
    bool owns = false;
};
Result<Offering> offering(Pages const& pages, http::Asked const& asked) {
    auto const id = id_of(asked.wild(0));
    auto draft = id ? pages.desk.draft(asked.db, SheetId{*id}) : std::nullopt;
    if (!draft) return Refusal{Refused::not_found, say(msg::refusal_unknown)};
    if (may_edit(asked.visitor, draft->sheet.owner)) return Offering{std::move(*draft), true};
    for (auto const& offer : pages.desk.offers(asked.db, draft->sheet.id))
        if (may_publish(asked.visitor, offer.administration))
            return Offering{std::move(*draft), false};
    return Refusal{Refused::not_found, say(msg::refusal_unknown)};
}

http::Response offers_page(Pages const& pages, http::Asked const& asked, Offering const& of,
                           html::Faults faults, Offer typed = {}, int status = 200) {
    auto const directory = pages.directory.picture();
    views::OffersPage page{
        .draft = of.draft,
        .offers = pages.desk.offers(asked.db, of.draft.sheet.id),
        .directory = *directory,
        .faults = std::move(faults),
        .csrf = asked.visitor.csrf,
        .may_change = !of.owns || may_publish(asked.visitor, of.draft.sheet.owner),
        .owns = of.owns,
        .typed = std::move(typed)};
    if (!of.owns)
        std::erase_if(page.offers, [&](Offer const& one) {
            return !may_publish(asked.visitor, one.administration);
        });
    return http::shown(
        asked, {.title = msg::office_offers, .success = office_done(asked.request)},
        [&](html::Html& h) { views::show_offers(h, page); }, status);
}

Result<http::Response> show_offers(Pages const& pages, http::Asked const& asked) {
    auto const of = TRY(offering(pages, asked));
    return offers_page(pages, asked, of, {});
}

Offer typed_offer(http::Request const& request) {
    constexpr std::size_t contact_most = 3000;
    Offer offer;
    offer.administration = AdministrationId{request.field_number("administration").value_or(0)};
    if (auto const unit = request.field_number("unit")) offer.units = {UnitId{*unit}};
    offer.contact = {std::string(request.field("contact_ar").substr(0, contact_most)),
                     std::string(request.field("contact_fr").substr(0, contact_most)),
                     {},
                     {}};
    for (auto const name : request.fields("channels"))
        if (auto const channel = named<Channel>(name)) offer.channels.push_back(*channel);
    return offer;
}

Result<http::Response> change_offer(Pages const& pages, http::Acted const& acted) {
    auto const of = TRY(offering(pages, acted));
    auto const& draft = of.draft;
    auto offer = typed_offer(acted.request);
    bool const removes = acted.request.field("do") == "remove";
    // A place answers for its own variant; whether it offers the sheet is the owner's to say.
    bool const may = may_publish(acted.visitor, draft.sheet.owner) ||
                     (!removes && !of.owns && may_publish(acted.visitor, offer.administration));
    if (!may) return Refusal{Refused::forbidden, say(msg::refusal_head_only)};
    auto const by = acted.visitor.person;
    auto const outcome = acted.write([&](db::Writer& db) -> Outcome {
        if (removes)
            return pages.desk.no_longer_offer(db, draft.sheet.id, offer.administration, by,
                                              acted.now);
        if (!of.owns && !pages.desk.offers_at(db, draft.sheet.id, offer.administration))
            return Refusal{Refused::not_found, say(msg::refusal_not_offered)};
        return pages.desk.offer(db, draft.sheet.id, offer, by, acted.now);
    });
    if (outcome.refused()) {
        html::Faults faults;
        faults.add(outcome.refusal());
        auto const status = http::status_of(outcome.refusal().why);
        return offers_page(pages, acted, of, std::move(faults), std::move(offer), status);
    }
    pages.desk.expire();
    return back_to(
        acted, html::with(html::to("/office/sheets/", draft.sheet.id, "/offers"), "done", "offer"));
}

}  // namespace

void add_offer_pages(http::Router& router, Pages const& pages) {
    static constexpr http::Route<Pages> routes[] = {
        http::get<Pages>("/office/sheets/:id/offers", Allow::staff, show_offers),
        http::post<Pages>("/office/sheets/:id/offers", Allow::staff, change_offer),
    };
    router.add("procedures", pages, std::span<http::Route<Pages> const>(routes));
}

}  // namespace wasl::procedures
