// SPDX-License-Identifier: Apache-2.0
// The bank as everybody finds it: list, needs, comparison, and as data for programs.
#include <algorithm>

#include "modules/bank/feeds.hpp"
#include "modules/bank/public.hpp"

namespace wasl::bank {

namespace {

using http::Asked;

constexpr std::size_t feed_max = 50;
constexpr std::size_t data_max = 10'000;
constexpr std::size_t words_max = 200;  // bytes of a search
constexpr int pages_max = 10'000;

std::string_view words_of(http::Request const& request) {
    auto words = request.asked("q");
    while (words.size() > words_max) words.remove_suffix(1);
    return words;
}

Shown show_list(Pages const& pages, Asked const& asked) {
    auto const known = known_of(pages, asked);
    auto const narrow = narrow_of(asked.request);
    auto const page = static_cast<int>(
        std::clamp<std::int64_t>(asked.request.asked_number("page").value_or(1), 1, pages_max));
    auto const found = known.bank->find(words_of(asked.request), narrow, views::page_size,
                                        static_cast<std::size_t>(page - 1) * views::page_size);
    views::ListPage const shown{known, asked.request, found, narrow, page};
    auto response = http::shown(asked,
                                {.title = msg::title,
                                 .description = msg::list_lead,
                                 .for_search_engines = asked.request.query.empty()},
                                [&](html::Html& h) { views::list(h, shown); });
    response.shared = !asked.visitor.signed_in();
    return response;
}

Shown show_needs(Pages const& pages, Asked const& asked) {
    auto const known = known_of(pages, asked);
    return http::shown(asked, {.title = msg::needs_title, .for_search_engines = true},
                       [&](html::Html& h) { views::needs(h, known); });
}

Shown show_compare(Pages const& pages, Asked const& asked) {
    auto const known = known_of(pages, asked);
    auto const line_of = [&](std::string_view name) {
        return known.bank->line(asked.request.asked(name));
    };
    views::ComparePage page{known, asked.request, line_of("a"), line_of("b"), {}};
    constexpr std::size_t others_max = 100;
    if (page.first != nullptr)
        page.others = known.bank->similar(page.first->content.title, 10, page.first->id);
    for (auto const& line : known.bank->lines())
        if (page.others.size() < others_max && &line != page.first &&
            std::find(page.others.begin(), page.others.end(), &line) == page.others.end())
            page.others.push_back(&line);
    return http::shown(asked, {.title = msg::compare_title, .wide = true},
                       [&](html::Html& h) { views::compare(h, page); });
}

std::vector<Line const*> asked_lines(Known const& known, Asked const& asked, std::size_t most) {
    auto lines = known.bank->find(words_of(asked.request), narrow_of(asked.request), most, 0).lines;
    return lines;
}

Shown show_feed(Pages const& pages, Asked const& asked) {
    auto const known = known_of(pages, asked);
    http::Response response;
    response.type = "application/atom+xml; charset=utf-8";
    auto const narrowed = views::narrowed(html::to("/"), asked.request).text().substr(1);
    response.body =
        atom_of(asked.language(), known, pages.site, narrowed, asked_lines(known, asked, feed_max));
    return response;
}

Shown show_json(Pages const& pages, Asked const& asked) {
    auto const known = known_of(pages, asked);
    return http::json(json_of(known, pages.site, asked_lines(known, asked, data_max)));
}

Shown show_csv(Pages const& pages, Asked const& asked) {
    auto const known = known_of(pages, asked);
    return http::download(csv_of(known, pages.site, asked_lines(known, asked, data_max)),
                          "text/csv; charset=utf-8", "bank.csv");
}

http::Content content(Pages const& pages, Instant now) {
    auto const& registry = pages.desk.house().procedures;
    return {{pages.desk.version(), registry.version()},
            pages.desk.fresh(now) && registry.fresh(now)};
}

}  // namespace

Narrow narrow_of(http::Request const& request) {
    Narrow narrow;
    narrow.evidence = evidence_named(request.asked("evidence"));
    narrow.origin = origin_named(request.asked("origin"));
    narrow.obstacle = request.asked("obstacle");
    narrow.indicator = request.asked("indicator");
    narrow.procedure = request.asked("procedure");
    narrow.life_event = request.asked("life_event");
    narrow.adopted = request.asked("adopted") == "1";
    narrow.measured = request.asked("measured") == "1";
    narrow.dormant = request.asked("dormant") == "1";
    return narrow;
}

Routes list_routes() {
    using http::Allow;
    static constexpr http::Route<Pages> routes[] = {
        http::get<Pages>("/bank", Allow::anyone, show_list).kept_by(content),
        http::get<Pages>("/bank/needs", Allow::anyone, show_needs),
        http::get<Pages>("/bank/compare", Allow::anyone, show_compare),
        http::get<Pages>("/bank.atom", Allow::anyone, show_feed),
        http::get<Pages>("/api/v1/bank.json", Allow::anyone, show_json),
        http::get<Pages>("/api/v1/bank.csv", Allow::anyone, show_csv),
    };
    return routes;
}

}  // namespace wasl::bank
