// SPDX-License-Identifier: Apache-2.0
// What everybody may see of the directory.
#include "modules/directory/pages.hpp"

#include <charconv>

#include "modules/directory/map.hpp"
#include "modules/directory/messages.hpp"
#include "modules/directory/views.hpp"
#include "platform/http/page.hpp"

namespace wasl::directory {

using http::Allow;
using http::Asked;
using http::Response;

bool keeps(http::Visitor const& visitor, AdministrationId administration) {
    return visitor.is(http::Role::administrator, administration) || keeps_calendar(visitor);
}

bool keeps_calendar(http::Visitor const& visitor) {
    return visitor.is(http::Role::administrator, AdministrationId{0});
}

int year_asked(Asked const& asked) {
    auto const year = asked.request.asked_number("year").value_or(0);
    return year >= 2018 && year <= 2060 ? static_cast<int>(year) : year_of(asked.today);
}

std::vector<HolidayEntry const*> holidays_of(Picture const& picture, int year) {
    std::vector<HolidayEntry const*> out;
    for (auto const& one : picture.holidays())
        if (year_of(one.first) == year) out.push_back(&one);
    return out;
}

Response saved(Asked const& asked, std::string_view path) {
    return http::see_other("/" + std::string(name_of(asked.language())) + std::string(path) +
                           "?saved=1");
}

static Result<Response> show_administrations(Pages const& pages, Asked const& asked) {
    auto const picture = pages.desk.picture();
    ListView const view{*picture, asked.request.asked("q"),
                        kind_named(asked.request.asked("kind")).value_or(Kind::collectivity),
                        static_cast<int>(std::clamp<std::int64_t>(
                            asked.request.asked_number("page").value_or(1), 1, 10'000))};
    return shown(asked, {.title = msg::list_title, .for_search_engines = true},
                 [&](html::Html& h) { show_list(h, view); });
}

static Result<Response> show_one_administration(Pages const& pages, Asked const& asked) {
    auto const picture = pages.desk.picture();
    auto const* found = picture->by_slug(asked.wild(0));
    if (!found) return Refusal{Refused::not_found, say(msg::refusal_no_administration)};
    auto const calendar = pages.desk.calendar();
    auto const situation = situation_of(asked.db, *picture, *found);
    html::Foreign const name{in(asked.language(), found->name),
                             spoken(asked.language(), found->name)};
    return shown(asked, {.title = name, .for_search_engines = true}, [&](html::Html& h) {
        show_administration(
            h, {*picture, *found, *calendar, asked.today, keeps(asked.visitor, found->id),
                [&] { show_situation(h, situation); }});
    });
}

static Result<Response> show_all_regions(Pages const& pages, Asked const& asked) {
    auto const picture = pages.desk.picture();
    return shown(asked, {.title = msg::territory_title, .for_search_engines = true},
                 [&](html::Html& h) { show_regions(h, *picture); });
}

static Result<Response> show_one_territory(Pages const& pages, Asked const& asked) {
    auto const picture = pages.desk.picture();
    std::int64_t number = 0;
    auto const wild = asked.wild(0);
    std::from_chars(wild.data(), wild.data() + wild.size(), number);
    auto const* found = picture->territory(TerritoryId{number});
    if (!found) return Refusal{Refused::not_found, say(msg::refusal_no_territory)};
    auto const outlines = outlines_in(asked.db, *picture, *found);
    html::Foreign const name{in(asked.language(), found->name),
                             spoken(asked.language(), found->name)};
    return shown(asked, {.title = name, .for_search_engines = true}, [&](html::Html& h) {
        show_territory(h, *picture, *found, [&] { show_map(h, outlines, name); });
    });
}

static Result<Response> show_year(Pages const& pages, Asked const& asked) {
    auto const picture = pages.desk.picture();
    int const year = year_asked(asked);
    CalendarView const view{holidays_of(*picture, year), year, keeps_calendar(asked.visitor)};
    return shown(asked,
                 {.title = say(msg::calendar_title, {text("year", std::to_string(year))}),
                  .for_search_engines = true},
                 [&](html::Html& h) { show_calendar(h, view); });
}

static constexpr http::Route<Pages> routes[] = {
    http::get<Pages>("/administrations", Allow::anyone, show_administrations),
    http::get<Pages>("/administrations/:slug", Allow::anyone, show_one_administration),
    http::get<Pages>("/territory", Allow::anyone, show_all_regions),
    http::get<Pages>("/territory/:id", Allow::anyone, show_one_territory),
    http::get<Pages>("/calendar", Allow::anyone, show_year),
};

void add_pages(http::Router& router, Pages const& pages) {
    router.add("directory", pages, std::span<http::Route<Pages> const>(routes));
    router.add("directory", pages, office_routes());
    router.add("directory", pages, placing_routes());
    router.add("directory", pages, calendar_office_routes());
    router.add("directory", pages, api_routes());
}

}  // namespace wasl::directory
