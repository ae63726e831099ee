// SPDX-License-Identifier: Apache-2.0
#include "modules/procedures/catalogue.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "modules/procedures/subjects.hpp"

namespace wasl::procedures {
namespace {

constexpr std::size_t catalogue_query_max = 200;  // bytes; more is not a question

bool lies_in(directory::Picture const& directory, AdministrationId administration,
             TerritoryId territory) {
    auto const* const one = directory.administration(administration);
    if (one == nullptr || !one->territory) return false;
    auto const* at = directory.territory(*one->territory);
    while (at != nullptr && at->id != territory)
        at = at->parent ? directory.territory(*at->parent) : nullptr;
    return at != nullptr;
}

bool is_within(directory::Picture const& directory, views::Filter const& filter,
               AdministrationId one) {
    return filter.territory.value() == 0 || lies_in(directory, one, filter.territory);
}

Narrow narrow_of(views::Filter const& filter, directory::Picture const& directory) {
    Narrow out{filter.theme,  filter.life_event, filter.audience, {},
               filter.online, filter.silence,    filter.free};
    if (filter.administration.value() != 0)
        out.offered_by = [at = filter.administration,
                          within = is_within(directory, filter, filter.administration)](
                             AdministrationId one) { return within && one == at; };
    else if (filter.territory.value() != 0)
        out.offered_by = [&directory, at = filter.territory](AdministrationId one) {
            return lies_in(directory, one, at);
        };
    return out;
}

// Regions; of the chosen place and of what it lies in, also the parts. Only where something is
// offered.
class Areas {
public:
    Areas(directory::Picture const& directory, std::set<TerritoryId> const& served,
          TerritoryId chosen)
        : directory_(directory), served_(served) {
        for (auto const* at = directory.territory(chosen); at != nullptr;
             at = at->parent ? directory.territory(*at->parent) : nullptr)
            way_.insert(at->id);
        add(TerritoryId{0}, 0);
    }
    std::vector<views::Area> take() { return std::move(found_); }

private:
    void add(TerritoryId whole, int depth) {
        for (auto const* const part : directory_.parts_of(whole)) {
            bool const open = way_.contains(part->id);
            if (!open && !served_.contains(part->id)) continue;
            found_.push_back({part, depth});
            if (open) add(part->id, depth + 1);
        }
    }

    directory::Picture const& directory_;
    std::set<TerritoryId> const& served_;
    std::set<TerritoryId> way_;
    std::vector<views::Area> found_;
};

// Sheets are what people may file today: without words they stand alone; an answer to words may
// also be an act whose sheet is not written yet.
Kind kind_of(views::Filter const& filter) {
    if (filter.decisions) return Kind::decisions;
    return filter.query.empty() ? Kind::sheets : Kind::any;
}

}  // namespace

views::Filter filter_of(http::Request const& request) {
    views::Filter filter;
    filter.query = request.asked("q").substr(0, catalogue_query_max);
    filter.territory = TerritoryId{request.asked_number("territory").value_or(0)};
    filter.administration = AdministrationId{request.asked_number("administration").value_or(0)};
    if (theme_named(request.asked("theme"))) filter.theme = request.asked("theme");
    if (life_event_named(request.asked("life_event")))
        filter.life_event = request.asked("life_event");
    if (audience_named(request.asked("audience"))) filter.audience = request.asked("audience");
    filter.online = request.asked("online") == "1";
    filter.silence = request.asked("silence") == "1";
    filter.free = request.asked("free") == "1";
    filter.decisions = request.asked("list") == "decisions";
    filter.page = static_cast<int>(
        std::clamp<std::int64_t>(request.asked_number("page").value_or(1), 1, 9999));
    return filter;
}

views::Catalogue catalogue_of(Picture const& picture, directory::Picture const& directory,
                              views::Filter const& filter) {
    views::Catalogue out;
    out.filter = filter;
    auto const per_page = filter.query.empty() ? listed_per_page : found_per_page;
    auto const offset = static_cast<std::size_t>(filter.page - 1) * per_page;
    auto const kind = kind_of(filter);
    auto found =
        picture.finder().find(filter.query, narrow_of(filter, directory), kind, per_page, offset);
    out.sheets = kind == Kind::any ? found.total(kind) : found.sheets;
    out.decisions = found.decisions;
    out.pages = static_cast<int>((found.total(kind) + per_page - 1) / per_page);
    out.items = std::move(found.items);
    out.counts = found.counts;
    out.repaired = std::move(found.repaired);
    auto const served = picture.finder().served(directory);
    out.areas = Areas(directory, served->territories, filter.territory).take();
    if (picture.places().size() > views::places_chosen_max && filter.territory.value() == 0)
        return out;
    for (auto const id : picture.places()) {
        auto const* const one = directory.administration(id);
        if (one && (is_within(directory, filter, id) || id == filter.administration))
            out.places.push_back(one);
        if (out.places.size() <= views::places_chosen_max) continue;
        out.places.clear();
        break;
    }
    return out;
}

std::vector<Entry const*> every_sheet(Picture const& picture, directory::Picture const& directory,
                                      views::Filter const& filter) {
    auto const found = picture.finder().find(filter.query, narrow_of(filter, directory),
                                             Kind::sheets, picture.entries().size() + 1, 0);
    std::vector<Entry const*> out;
    for (auto const& item : found.items)
        if (item.sheet != nullptr) out.push_back(item.sheet);
    return out;
}

std::vector<views::Place> places_of(Entry const& entry, directory::Picture const& directory) {
    std::vector<directory::Administration const*> places;
    places.reserve(entry.offers.size());
    for (auto const& offer : entry.offers)
        if (auto const* const one = directory.administration(offer.administration))
            places.push_back(one);
    std::sort(places.begin(), places.end(), [](auto const* a, auto const* b) {
        return std::tie(a->name.ar, a->id) < std::tie(b->name.ar, b->id);
    });
    places.erase(std::unique(places.begin(), places.end()), places.end());
    std::vector<views::Place> out;
    out.reserve(places.size());
    for (auto const* const one : places) out.push_back({one->id, one->name});
    return out;
}

}  // namespace wasl::procedures
