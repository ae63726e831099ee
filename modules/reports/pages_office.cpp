// SPDX-License-Identifier: Apache-2.0
// The office reads: its list, one report, the list for the field.
#include "modules/reports/pages_office.hpp"

#include <algorithm>

#include "modules/reports/georeport_sending.hpp"
#include "modules/reports/public.hpp"
#include "platform/http/router.hpp"

namespace wasl::reports {

namespace bureau {

using http::Allow;

Held::Held(Pages const& pages, http::Asked const& asked)
    : known(known_of(pages, asked)),
      people(pages.desk.house().people, asked.db),
      on{known, people, asked.visitor.person} {}

std::vector<PersonId> officers_of(Pages const& pages, http::Asked const& asked,
                                  AdministrationId body) {
    std::vector<PersonId> found;
    for (auto const role : {http::Role::officer, http::Role::head})
        for (auto const one : pages.desk.house().people.holders(asked.db, body, role, asked.today))
            if (std::find(found.begin(), found.end(), one) == found.end()) found.push_back(one);
    return found;
}

Result<Whole> own_report(Pages const& pages, http::Asked const& asked, std::string_view number) {
    auto whole = TRY(pages.desk.see(asked.db, asked.visitor, number));
    if (!whole.is_office) return Refusal{Refused::not_found, say(msg::refused_not_found)};
    return whole;
}

namespace {

constexpr int pages_max = 400;  // further down nobody turns

Place const& chosen(std::vector<Place> const& places, std::string_view key) {
    auto const found = std::find_if(places.begin(), places.end(),
                                    [&](Place const& place) { return place.key == key; });
    return found == places.end() ? places.front() : *found;
}

Ask ask_of(http::Request const& request, Place const& at, Settings const& settings) {
    Ask ask{.at = at};
    if (settings.state(request.asked("state")) != nullptr) ask.state = request.asked("state");
    if (settings.category(request.asked("category")) != nullptr)
        ask.category = request.asked("category");
    ask.territory =
        TerritoryId{std::max<std::int64_t>(request.asked_number("commune").value_or(0), 0)};
    auto const assigned = request.asked_number("assigned");
    ask.unassigned = assigned == 0;
    ask.assigned = PersonId{std::max<std::int64_t>(assigned.value_or(0), 0)};
    ask.closed = request.asked("closed") == "1";
    if (request.asked("day") == "overdue") ask.day = Day::overdue;
    if (request.asked("day") == "soon") ask.day = Day::soon;
    ask.page = static_cast<int>(
        std::clamp<std::int64_t>(request.asked_number("page").value_or(1), 1, pages_max));
    return ask;
}

Result<QueuePage> queue_page(Pages const& pages, http::Asked const& asked, Held const& held,
                             int size) {
    auto const places = places_of(asked.visitor, *held.known.places, asked.language());
    if (places.empty()) return Refusal{Refused::forbidden, say(msg::refused_actor)};
    auto const& at = chosen(places, asked.request.asked("at"));
    QueuePage page{.on = held.on,
                   .ask = ask_of(asked.request, at, *held.known.settings),
                   .places = places,
                   .officers = officers_of(pages, asked, at.body),
                   .lines = {},
                   .figures = {}};
    for (auto const& one : store::endpoints(asked.db))
        page.is_sent_on = page.is_sent_on || one.body == at.body;
    page.ask.size = size;
    page.lines = TRY(queue(asked.db, asked.visitor, page.ask, asked.today));
    page.more = page.lines.size() > static_cast<std::size_t>(size);
    if (page.more) page.lines.pop_back();
    return page;
}

Shown show_list(Pages const& pages, http::Asked const& asked) {
    Held const held(pages, asked);
    auto page = TRY(queue_page(pages, asked, held, page_size));
    page.figures = figures(asked.db, page.ask.at, asked.today);
    html::PageHead head{.title = msg::office_title, .wide = true};
    if (asked.request.asked("done") == "transfer") head.success = msg::office_transferred;
    return http::shown(asked, head, [&](html::Html& h) { show_queue(h, page); });
}

Shown show_map(Pages const& pages, http::Asked const& asked) {
    Held const held(pages, asked);
    auto page = TRY(queue_page(pages, asked, held, field_list_max));
    page.drawn = true;
    if (!page.lines.empty())
        page.under = underlay(pages.desk.house().directory, asked.db, box_around(page.lines),
                              served_communes(held.known));
    return http::shown(asked, {.title = msg::office_map_title, .wide = true},
                       [&](html::Html& h) { show_queue(h, page); });
}

Shown show_field(Pages const& pages, http::Asked const& asked) {
    Held const held(pages, asked);
    auto const page = TRY(queue_page(pages, asked, held, field_list_max));
    if (!page.ask.at.acts) return Refusal{Refused::forbidden, say(msg::refused_actor)};
    if (asked.request.asked("keep") != "1")
        return http::shown(asked, {.title = msg::office_field, .wide = true},
                           [&](html::Html& h) { show_field_list(h, page, false); });
    html::Html h(asked.language());
    show_field_list(h, page, true);
    return http::download(h.take(), "text/html; charset=utf-8",
                          "reports-" + iso(asked.today) + ".html");
}

Shown show_one(Pages const& pages, http::Asked const& asked) {
    auto const whole = TRY(own_report(pages, asked, asked.wild(0)));
    Held const held(pages, asked);
    html::PageHead head{.title = html::isolated(whole.report.title), .wide = true};
    if (!asked.request.asked("done").empty()) head.success = msg::office_saved;
    return http::shown(asked, head, [&](html::Html& h) { show_report(h, {held.on, whole}); });
}

constexpr http::Route<Pages> reading[] = {
    http::get<Pages>("/office/reports", Allow::auditor, show_list),
    http::get<Pages>("/office/reports/map", Allow::auditor, show_map),
    http::get<Pages>("/office/reports/field", Allow::officer, show_field),
    http::get<Pages>("/office/reports/:number", Allow::officer, show_one),
};

}  // namespace

static void add_all(http::Router& router, Pages const& pages) {
    router.add("reports", pages, Routes(reading));
    router.add("reports", pages, act_routes());
    router.add("reports", pages, settings_routes());
    router.add("reports", pages, place_routes());
}

}  // namespace bureau

void add_office_pages(http::Router& router, Pages const& pages) { bureau::add_all(router, pages); }

}  // namespace wasl::reports
