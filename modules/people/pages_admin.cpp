// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "kernel/text/fold.hpp"
#include "modules/directory/directory.hpp"
#include "modules/people/account.hpp"
#include "modules/people/inside.hpp"
#include "modules/people/messages.hpp"
#include "modules/people/names.hpp"
#include "modules/people/refusals.hpp"
#include "modules/people/roles.hpp"
#include "modules/people/views_admin.hpp"

namespace wasl::people {
namespace {

using http::Acted;
using http::Asked;

// An administration that does not exist, or is another administrator's, is not found.
Result<views::Place> managed_place(directory::Picture const& picture, Asked const& asked,
                                   AdministrationId id) {
    auto const* const found = picture.administration(id);
    if (!administers(asked.visitor, id) || (!found && id != platform)) return not_found();
    return views::Place{id, found};
}

constexpr std::size_t places_a_page = 50;
constexpr std::size_t holders_shown_max = 200;

// Where the visitor administers; the platform itself first.
std::vector<views::Place> places_of(directory::Picture const& picture, http::Visitor const& who) {
    std::vector<views::Place> places;
    if (who.is(http::Role::administrator, platform)) {
        places.push_back({platform, nullptr});
        for (auto const& one : picture.administrations()) places.push_back({one.id, &one});
        return places;
    }
    for (auto const& grant : who.grants)
        if (grant.role == http::Role::administrator)
            if (auto const* const found = picture.administration(grant.administration))
                places.push_back({found->id, found});
    return places;
}

bool holds(std::string_view text, std::string_view folded_query) {
    return folded_query.empty() || lexis::folded(text).find(folded_query) != std::string::npos;
}

bool is_called(views::Place const& place, std::string_view folded_query) {
    if (!place.administration) return folded_query.empty();
    auto const& name = place.administration->name;
    return holds(name.ar, folded_query) || holds(name.fr, folded_query);
}

void find_holders(Asked const& asked, std::vector<views::Place> const& places,
                  std::string_view folded_query, views::PlacesPage& page) {
    for (auto& holding : store::holdings_everywhere(asked.db, asked.today)) {
        if (page.role && holding.role != *page.role) continue;
        if (!holds(holding.person_name, folded_query) && !holds(holding.title_ar, folded_query))
            continue;
        auto const place = std::find_if(places.begin(), places.end(), [&](views::Place const& one) {
            return one.id == holding.administration;
        });
        if (place == places.end() || page.holders.size() == holders_shown_max) continue;
        page.holders.push_back({std::move(holding), *place});
    }
}

Shown show_places(Pages const& pages, Asked const& asked) {
    auto const picture = pages.directory.picture();
    auto all = places_of(*picture, asked.visitor);
    views::PlacesPage page;
    page.over_all = asked.visitor.is(http::Role::administrator, platform);
    page.query = asked.request.asked("q").substr(0, name_signs_max);
    page.role = role_named(asked.request.asked("role"));
    page.searched = !page.query.empty() || page.role;
    auto const query = lexis::folded(page.query);
    if (page.searched) find_holders(asked, all, query, page);
    std::erase_if(all, [&](views::Place const& one) { return !is_called(one, query); });
    page.pages = static_cast<int>((all.size() + places_a_page - 1) / places_a_page);
    page.page = static_cast<int>(std::clamp<std::int64_t>(
        asked.request.asked_number("page").value_or(1), 1, std::max(page.pages, 1)));
    auto const first = static_cast<std::size_t>(page.page - 1) * places_a_page;
    for (auto n = first; n < std::min(first + places_a_page, all.size()); ++n)
        page.places.push_back(all[n]);
    return http::shown(asked, {.title = msg::people_title},
                       [&](html::Html& h) { views::places(h, page); });
}

Shown place_page(Pages const& pages, Asked const& asked, html::Faults const& faults) {
    auto const picture = pages.directory.picture();
    auto const place = TRY(managed_place(*picture, asked, AdministrationId{id_in_path(asked)}));
    if (id_in_path(asked) == 0 && asked.wild(0) != "0") return not_found();
    auto const& request = asked.request;
    views::PlacePage page;
    page.place = place;
    for (auto const* const unit : picture->open_units_of(place.id)) page.units.push_back(*unit);
    page.positions = store::positions(asked.db, place.id);
    page.holdings = store::holdings_at(asked.db, place.id, asked.today);
    page.today = asked.today;
    page.csrf = asked.visitor.csrf;
    page.role = request.field("role");
    page.unit = request.field("unit");
    page.title_ar = request.field("title_ar");
    page.title_fr = request.field("title_fr");
    page.faults = faults;
    return http::shown(
        asked, {.title = msg::positions_title, .wide = true},
        [&](html::Html& h) { views::place(h, page); }, status_of(faults));
}

Shown show_place(Pages const& pages, Asked const& asked) { return place_page(pages, asked, {}); }

Shown add_position(Pages const& pages, Acted const& acted) {
    auto const& request = acted.request;
    auto const founded = acted.write([&](db::Writer& writer) {
        return found_position(
            pages.desk, writer, acted.visitor,
            {AdministrationId{id_in_path(acted)}, UnitId{request.field_number("unit").value_or(0)},
             request.field("role"), request.field("title_ar"), request.field("title_fr")},
            acted.now);
    });
    if (founded.refused() && about_form(founded.refusal()))
        return place_page(pages, acted, faults_of(founded.refusal()));
    if (founded.refused()) return founded.refusal();
    return go(acted, "/admin/positions/" + std::to_string(founded.value().value()));
}

Shown position_page(Pages const& pages, Asked const& asked, html::Faults const& faults) {
    auto const position = store::position(asked.db, PositionId{id_in_path(asked)});
    if (!position || position->closed) return not_found();
    auto const picture = pages.directory.picture();
    auto const place = TRY(managed_place(*picture, asked, position->administration));
    auto const& request = asked.request;
    views::PositionPage const page{*position,
                                   place,
                                   store::holdings_of_position(asked.db, position->id, asked.today),
                                   asked.today,
                                   asked.visitor.csrf,
                                   request.field("contact"),
                                   request.field("from"),
                                   request.field("until"),
                                   faults};
    return http::shown(
        asked, {.title = msg::positions_title}, [&](html::Html& h) { views::position(h, page); },
        status_of(faults));
}

Shown show_position(Pages const& pages, Asked const& asked) {
    return position_page(pages, asked, {});
}

Shown give_asked_position(Pages const& pages, Acted const& acted) {
    auto const& request = acted.request;
    auto const given = acted.write([&](db::Writer& writer) {
        return give_position(pages.desk, writer, acted.visitor,
                             {PositionId{id_in_path(acted)}, request.field("contact"),
                              request.field("from"), request.field("until")},
                             acted.today, acted.now);
    });
    if (given.refused() && about_form(given.refusal()))
        return position_page(pages, acted, faults_of(given.refusal()));
    if (given.refused()) return given.refusal();
    return go(acted, "/admin/positions/" + std::string(acted.wild(0)));
}

Shown close_asked_position(Pages const& pages, Acted const& acted) {
    PositionId const id{id_in_path(acted)};
    auto const position = store::position(acted.db, id);
    if (!position) return not_found();
    TRY(acted.write([&](db::Writer& writer) {
        return close_position(pages.desk, writer, acted.visitor, id, acted.today, acted.now);
    }));
    return go(acted, "/admin/people/" + std::to_string(position->administration.value()));
}

Shown end_asked_holding(Pages const& pages, Acted const& acted) {
    HoldingId const id{id_in_path(acted)};
    auto const holding = store::holding(acted.db, id);
    if (!holding) return not_found();
    TRY(acted.write([&](db::Writer& writer) {
        return end_holding(pages.desk, writer, acted.visitor, id, acted.today, acted.now);
    }));
    return go(acted, "/admin/positions/" + std::to_string(holding->position.value()));
}

Shown requests_page(Asked const& asked, std::int64_t answered, html::Faults const& faults) {
    if (!asked.visitor.is(http::Role::administrator, platform)) return not_found();
    views::RequestsPage page;
    for (auto& request : store::open_data_requests(asked.db)) {
        auto name = store::name_of(asked.db, request.person);
        page.open.push_back({std::move(request), std::move(name)});
    }
    page.csrf = asked.visitor.csrf;
    page.answer = asked.request.field("answer");
    page.answered = answered;
    page.faults = faults;
    return http::shown(
        asked, {.title = msg::requests_title},
        [&](html::Html& h) { views::data_requests(h, page); }, status_of(faults));
}

Shown show_requests(Pages const&, Asked const& asked) { return requests_page(asked, 0, {}); }

Shown answer_data_request(Pages const&, Acted const& acted) {
    if (!acted.visitor.is(http::Role::administrator, platform)) return not_found();
    auto const id = id_in_path(acted);
    auto const answered = acted.write([&](db::Writer& writer) {
        return answer_request(writer, id, acted.visitor.person, acted.request.field("answer"),
                              acted.now);
    });
    if (answered.refused() && about_form(answered.refusal()))
        return requests_page(acted, id, faults_of(answered.refusal()));
    if (answered.refused()) return answered.refusal();
    return go(acted, "/admin/data-requests");
}

using enum http::Allow;

constexpr http::Route<Pages> admin_pages[] = {
    http::get<Pages>("/admin/people", administrator, show_places),
    http::get<Pages>("/admin/people/:administration", administrator, show_place),
    http::post<Pages>("/admin/people/:administration", administrator, add_position),
    http::get<Pages>("/admin/positions/:id", administrator, show_position),
    http::post<Pages>("/admin/positions/:id/give", administrator, give_asked_position),
    http::post<Pages>("/admin/positions/:id/close", administrator, close_asked_position),
    http::post<Pages>("/admin/holdings/:id/end", administrator, end_asked_holding),
    http::get<Pages>("/admin/data-requests", administrator, show_requests),
    http::post<Pages>("/admin/data-requests/:id", administrator, answer_data_request),
};

}  // namespace

Routes admin_routes() { return admin_pages; }

}  // namespace wasl::people
