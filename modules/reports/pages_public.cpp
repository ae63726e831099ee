// SPDX-License-Identifier: Apache-2.0
// What everybody reads: the list, one report, what a report is; and a person's own.
#include <charconv>

#include "modules/reports/messages.hpp"
#include "modules/reports/public.hpp"

namespace wasl::reports {

using namespace html::literals;

namespace {

using http::Asked;

constexpr int page_size = 20;
constexpr int mine_max = 100;

bool narrows(Narrow const& narrow) {
    return !narrow.category.empty() || narrow.phase || narrow.territory.value() != 0 ||
           narrow.from || narrow.until;
}

// The key of a page in its address: the moment and the number of the last report before it.
std::optional<Pin> after_of(http::Request const& request) {
    auto const moment = request.asked_number("after");
    auto const id = request.asked_number("id");
    if (!moment || !id) return std::nullopt;
    Pin pin;
    pin.filed_at = instant_from_micros(*moment);
    pin.id = ReportId{*id};
    return pin;
}

html::Url next_page(http::Request const& request, Pin const& last) {
    auto url = views::narrowed(html::to("/reports"), request);
    url = html::with(url, "after", std::to_string(micros(last.filed_at)));
    return html::with(url, "id", std::to_string(last.id.value()));
}

Shown show_list(Pages const& pages, Asked const& asked) {
    auto const known = known_of(pages, asked);
    auto const narrow = narrow_of(asked.request);
    auto const after = after_of(asked.request);
    auto found = pages.desk.latest(asked.db, narrow, page_size + 1, after);
    std::optional<html::Url> next;
    if (found.size() > page_size) {
        found.pop_back();
        next = next_page(asked.request, found.back());
    }
    auto const communes = served_communes(known);
    views::ListPage const page{known, found, asked.request, communes, next, narrows(narrow)};
    return http::shown(asked,
                       {.title = msg::title,
                        .description = msg::list_lead,
                        .for_search_engines = !after && !page.narrowed},
                       [&](html::Html& h) { views::list(h, page); });
}

Shown show_report(Pages const& pages, Asked const& asked) {
    auto const key = asked.request.asked("key");
    auto const whole = TRY(pages.desk.see(asked.db, asked.visitor, asked.wild(0), key));
    return report_page(pages, asked, whole, {}, key);
}

Shown show_mine(Pages const& pages, Asked const& asked) {
    auto const known = known_of(pages, asked);
    auto const written = pages.desk.written_by(asked.db, asked.visitor.person, mine_max);
    auto const followed = pages.desk.followed_by(asked.db, asked.visitor.person, mine_max);
    views::MinePage const page{known, written, followed};
    return http::shown(asked, {.title = msg::mine_title},
                       [&](html::Html& h) { views::mine(h, page); });
}

Shown show_about(Pages const&, Asked const& asked) {
    return http::shown(asked, {.title = msg::about_title, .for_search_engines = true},
                       [&](html::Html& h) { views::about(h); });
}

}  // namespace

// Days as they are typed; what is no day does not narrow.
Narrow narrow_of(http::Request const& request) {
    Narrow narrow;
    narrow.category = std::string(request.asked("category"));
    narrow.phase = phase_named(request.asked("state"));
    narrow.territory = TerritoryId{request.asked_number("commune").value_or(0)};
    if (auto const from = date_from_iso(request.asked("from")))
        narrow.from = clock::start_of_day_in_morocco(*from);
    if (auto const until = date_from_iso(request.asked("until")))
        narrow.until = clock::start_of_day_in_morocco(*until + Days{1});
    return narrow;
}

std::vector<directory::Territory const*> served_communes(Known const& known) {
    std::vector<directory::Territory const*> found;
    for (auto const& row : known.settings->routes()) {
        auto const* const one = known.places->territory(row.route.territory);
        if (one == nullptr) continue;
        if (is_commune(*one)) found.push_back(one);
        for (auto const* const inner : communes_of(*known.places, one->id)) found.push_back(inner);
    }
    std::sort(found.begin(), found.end(), [](auto const* a, auto const* b) {
        return std::pair(std::string_view(a->name.ar), a->id) <
               std::pair(std::string_view(b->name.ar), b->id);
    });
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

Shown report_page(Pages const& pages, Asked const& asked, Whole const& whole,
                  html::Faults const& faults, std::string_view author_key, FormPhotos const* sent) {
    auto const known = known_of(pages, asked);
    auto const visit = people::visit(pages.desk.house().people, asked);
    auto const frame = http::frame_of(asked);
    auto const key = whole.is_author ? author_key : std::string_view{};
    auto const done = asked.request.asked("done");
    html::Words success;
    if (auto const* const said = done.empty() ? nullptr : msg::find("done." + std::string(done)))
        success = *said;
    html::Faults none;
    auto const photos = sent != nullptr ? *sent : photos_typed(pages, asked.request, none);
    views::ReportPage const page{known,  whole,  frame,         visit.csrf,     key,
                                 faults, photos, asked.request, done == "filed"};
    auto response = http::shown(
        asked,
        {.title = html::isolated(whole.report.title),
         .for_search_engines = whole.report.is_public(),
         .success = success},
        [&](html::Html& h) { views::report(h, page); }, status_of(faults));
    if (!visit.cookie.empty()) response.with("Set-Cookie", visit.cookie);
    // What opens a report to its author is for no cache and no other site.
    if (!author_key.empty())
        response.with("cache-control", "private, no-store").with("referrer-policy", "no-referrer");
    return response;
}

void add_public_pages(http::Router& router, Pages const& pages) {
    using http::Allow;
    static constexpr http::Route<Pages> routes[] = {
        http::get<Pages>("/reports", Allow::anyone, show_list),
        http::get<Pages>("/reports/about", Allow::anyone, show_about),
        http::get<Pages>("/reports/:number", Allow::anyone, show_report),
        http::get<Pages>("/account/reports", Allow::citizen, show_mine),
    };
    router.add("reports", pages, std::span<http::Route<Pages> const>(routes));
    router.add("reports", pages, act_routes());
    router.add("reports", pages, filing_routes());
    router.add("reports", pages, photo_routes());
}

}  // namespace wasl::reports
