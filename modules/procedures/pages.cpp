// SPDX-License-Identifier: Apache-2.0
// The public catalogue. Pages of visitors who are not signed in depend on nothing but their
// address, so they may be kept.
#include "modules/procedures/api.hpp"
#include "modules/procedures/catalogue.hpp"
#include "modules/procedures/export/export.hpp"
#include "modules/procedures/messages.hpp"
#include "modules/procedures/missed.hpp"
#include "modules/procedures/office.hpp"
#include "modules/procedures/pages_finding.hpp"
#include "modules/procedures/views.hpp"
#include "modules/procedures/views_pipeline.hpp"
#include "platform/http/page.hpp"

namespace wasl::procedures {
namespace {

using http::Allow;

Refusal no_sheet() { return {Refused::not_found, say(msg::refusal_no_sheet)}; }

http::Content content_version(Pages const& pages, Instant now) {
    bool const fresh = pages.desk.fresh(now) && pages.directory.fresh();
    return {{pages.desk.version(), pages.directory.version()}, fresh};
}

Result<http::Response> show_catalogue(Pages const& pages, http::Asked const& asked) {
    auto const now = current_picture(pages, asked);
    auto const places = pages.directory.picture();
    auto const catalogue = catalogue_of(*now, *places, filter_of(asked.request));
    bool const missed =
        catalogue.items.empty() && !catalogue.filter.query.empty() && !catalogue.filter.narrows();
    auto response =
        kept(asked, http::shown(asked,
                                {.title = msg::catalogue_title,
                                 .description = msg::catalogue_lead,
                                 .for_search_engines = true},
                                [&](html::Html& h) { views::show_catalogue(h, catalogue); }));
    if (missed) {
        pages.desk.missed().note(catalogue.filter.query, asked.request.client, asked.today);
        response.shared = false;  // each time it is asked counts
    }
    return response;
}

bool of_collectivity(directory::Administration const* owner) {
    return owner != nullptr && owner->kind == directory::Kind::collectivity;
}

constexpr std::size_t related_max = 6;

Result<http::Response> show_entry(Pages const& pages, http::Asked const& asked,
                                  Picture const& picture, Entry const& entry, Offer const* offer) {
    auto const directory = pages.directory.picture();
    // As that place takes it: its contact and its counters are its own.
    auto sheet =
        offer == nullptr ? nullptr : pages.desk.published(entry.code, offer->administration);
    if (sheet == nullptr) sheet = pages.desk.whole(entry);
    views::SheetPage page{.sheet = *sheet,
                          .published = entry.published,
                          .owner = directory->administration(entry.owner),
                          .places = places_of(entry, *directory),
                          .certified = entry.certified,
                          .today = asked.today};
    page.collectivity = of_collectivity(page.owner);
    page.related = picture.finder().related(entry, related_max);
    page.around = around(picture, entry.code);
    if (offer != nullptr) {
        page.place = directory->administration(offer->administration);
        for (auto const unit : offer->units)
            if (auto const* const known = directory->unit(unit)) page.units.push_back(known);
    }
    return kept(asked, http::shown(asked,
                                   {.title = views::said(asked.language(), sheet->title),
                                    .description = views::said(asked.language(), sheet->summary),
                                    .for_search_engines = true,
                                    .wide = true},
                                   [&](html::Html& h) {
                                       views::show_sheet(h, page);
                                       views::show_structured(h, page, pages.site);
                                   }));
}

// A sheet that was merged, deleted or withdrawn keeps its page, with the reason.
Result<http::Response> show_ended(Pages const& pages, http::Asked const& asked) {
    auto const draft = pages.desk.ended(asked.db, asked.wild(0));
    if (!draft) return no_sheet();
    auto const directory = pages.directory.picture();
    views::EndedPage page{*draft, directory->administration(draft->sheet.owner), {}, {}};
    if (draft->merged_into.value() != 0)
        if (auto const into = pages.desk.draft(asked.db, draft->merged_into)) {
            page.into = into->sheet.title;
            page.into_code = into->sheet.code;
        }
    return kept(asked,
                http::shown(asked, {.title = views::said(asked.language(), draft->sheet.title)},
                            [&](html::Html& h) { views::show_ended(h, page); }));
}

Result<http::Response> show_procedure(Pages const& pages, http::Asked const& asked) {
    auto const now = current_picture(pages, asked);
    auto const* const entry = now->entry(asked.wild(0));
    if (entry == nullptr) return show_ended(pages, asked);
    // Where one administration alone offers it there is nothing to choose.
    return show_entry(pages, asked, *now, *entry,
                      entry->offers.size() == 1 ? &entry->offers.front() : nullptr);
}

Result<http::Response> show_in(Pages const& pages, http::Asked const& asked) {
    auto const now = current_picture(pages, asked);
    auto const* const entry = now->entry(asked.wild(0));
    if (entry == nullptr) return no_sheet();
    auto const where = id_of(asked.wild(1));
    auto const* const offer = entry->offer(AdministrationId{where.value_or(0)});
    if (offer == nullptr || !pages.directory.picture()->administration(offer->administration))
        return Refusal{Refused::not_found, say(msg::refusal_not_offered)};
    return show_entry(pages, asked, *now, *entry, offer);
}

Result<http::Response> show_places(Pages const& pages, http::Asked const& asked) {
    auto const now = current_picture(pages, asked);
    auto const* const entry = now->entry(asked.wild(0));
    if (entry == nullptr) return no_sheet();
    views::PlacesPage page{*entry, std::string(asked.request.asked("q").substr(0, 100)),
                           places_of(*entry, *pages.directory.picture())};
    std::erase_if(page.places, [&](views::Place const& place) {
        return place.name.ar.find(page.query) == std::string::npos &&
               place.name.fr.find(page.query) == std::string::npos;
    });
    return kept(asked, http::shown(asked, {.title = msg::places_title},
                                   [&](html::Html& h) { views::show_places(h, page); }));
}

Result<http::Response> show_decision(Pages const& pages, http::Asked const& asked) {
    auto const now = current_picture(pages, asked);
    auto const* const decision = now->decision(asked.wild(0));
    if (decision == nullptr) return no_sheet();
    Entry const* sheet = nullptr;
    for (auto const& entry : now->entries())
        if (entry.silence_list_item == decision->code) sheet = &entry;
    return kept(asked,
                http::shown(asked,
                            {.title = html::Foreign{decision->name, Language::ar},
                             .for_search_engines = true},
                            [&](html::Html& h) { views::show_decision(h, *decision, sheet); }));
}

}  // namespace

std::shared_ptr<Picture const> current_picture(Pages const& pages, http::Asked const& asked) {
    pages.desk.refresh(asked.db, asked.now);
    return pages.desk.picture();
}

http::Response kept(http::Asked const& asked, http::Response response) {
    response.shared = !asked.visitor.signed_in();
    return response;
}

std::optional<std::int64_t> id_of(std::string_view text) {
    std::int64_t value = 0;
    if (text.empty() || text.size() > 18) return std::nullopt;
    for (char const sign : text) {
        if (sign < '0' || sign > '9') return std::nullopt;
        value = value * 10 + (sign - '0');
    }
    return value;
}

void add_pages(http::Router& router, Pages const& pages) {
    static constexpr http::Route<Pages> routes[] = {
        http::get<Pages>("/procedures", Allow::anyone, show_catalogue).kept_by(content_version),
        http::get<Pages>("/procedures/:code", Allow::anyone, show_procedure)
            .kept_by(content_version),
        http::get<Pages>("/procedures/:code/places", Allow::anyone, show_places)
            .kept_by(content_version),
        http::get<Pages>("/procedures/:code/in/:administration", Allow::anyone, show_in)
            .kept_by(content_version),
        http::get<Pages>("/decisions/:code", Allow::anyone, show_decision).kept_by(content_version),
    };
    router.add("procedures", pages, std::span<http::Route<Pages> const>(routes));
    add_finding_pages(router, pages);
    add_guide_pages(router, pages);
    add_api(router, pages);
    add_export_pages(router, pages);
    add_office_pages(router, pages);
    add_registry_pages(router, pages);
    add_commission_pages(router, pages);
    add_claim_pages(router, pages);
    add_holder_pages(router, pages);
    add_information_pages(router, pages);
    add_editor_pages(router, pages);
    add_import_pages(router, pages);
    add_comparison_pages(router, pages);
    add_burden_pages(router, pages);
    add_model_pages(router, pages);
    add_offer_pages(router, pages);
}

}  // namespace wasl::procedures
