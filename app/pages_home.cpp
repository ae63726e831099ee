// SPDX-License-Identifier: Apache-2.0
// The first page: four things people come for, each one step away.
#include <algorithm>

#include "app/messages.hpp"
#include "app/pages.hpp"
#include "platform/html/components.hpp"
#include "platform/http/page.hpp"

namespace wasl::app {

namespace {

using namespace html::literals;

void track(html::Html& h) {
    h("<section aria-labelledby=\"track\"><h2 id=\"track\">"_h, msg::home_track_title, "</h2>"_h);
    {
        html::FilterForm const form(h, html::to("/track"));
        html::text_field(h, {.name = "number",
                             .label = msg::home_track_label,
                             .hint = msg::home_track_hint,
                             .autocomplete = "off",
                             .left_to_right = true,
                             .length_max = 40});
        html::button(h, msg::home_track, html::ButtonKind::secondary);
    }
    h("</section>"_h);
}

void account(html::Html& h, http::Visitor const& visitor) {
    h("<section aria-labelledby=\"account\"><h2 id=\"account\">"_h, msg::home_account_title,
      "</h2><p>"_h, msg::home_account_text, "</p>"_h);
    bool const reads_office = visitor.is(http::Role::officer) || visitor.is(http::Role::head) ||
                              visitor.is(http::Role::auditor);
    if (reads_office)
        html::link_button(h, html::to("/desk"), msg::nav_queue);
    else if (visitor.signed_in())
        html::link_button(h, html::to("/dossiers"), msg::home_my_dossiers);
    else
        html::link_button(h, html::to("/sign-in"), msg::home_sign_in);
    h("</section>"_h);
}

void report(html::Html& h) {
    h("<section aria-labelledby=\"report\"><h2 id=\"report\">"_h, msg::home_report_title,
      "</h2><p>"_h, msg::home_report_text, "</p>"_h);
    {
        html::ButtonRow const row(h);
        html::link_button(h, html::to("/reports/new"), msg::home_report);
        html::link_button(h, html::to("/reports"), msg::home_reports, html::ButtonKind::quiet);
    }
    h("</section>"_h);
}

void rights(html::Html& h) {
    h("<section aria-labelledby=\"rights\"><h2 id=\"rights\">"_h, msg::home_rights_title,
      "</h2><ul><li>"_h, msg::home_right_receipt, "</li><li>"_h, msg::home_right_term,
      "</li><li>"_h, msg::home_right_reason, "</li><li>"_h, msg::home_right_appeal,
      "</li></ul></section>"_h);
}

constexpr std::size_t most_used_max = 6;

std::vector<procedures::Entry const*> most_used(Lately::Figures const& figures,
                                                procedures::Picture const& published) {
    std::vector<procedures::Entry const*> found;
    for (auto const& code : figures.most_used) {
        auto const* const entry = published.entry(code);
        if (entry && entry->state == procedures::SheetState::published) found.push_back(entry);
        if (found.size() == most_used_max) break;
    }
    return found;
}

// Of the first titles of the list; a catalogue may have thousands.
std::vector<procedures::Entry const*> shortest_first(procedures::Picture const& published) {
    constexpr std::size_t looked_at = 100;
    std::vector<procedures::Entry const*> found;
    for (auto const* const entry : published.by_title()) {
        if (found.size() == looked_at) break;
        found.push_back(entry);
    }
    std::sort(found.begin(), found.end(), [](auto const* a, auto const* b) {
        return std::pair(a->title.ar.size(), std::string_view(a->title.ar)) <
               std::pair(b->title.ar.size(), std::string_view(b->title.ar));
    });
    return found;
}

// Two titles that the box finds, short enough to be read in a line: what people ask for, else the
// shortest of the list. Where there are none, nothing is suggested.
html::Words search_hint(Language language, std::vector<procedures::Entry const*> const& used,
                        procedures::Picture const& published) {
    constexpr std::size_t bytes_max = 48;
    std::vector<std::string_view> titles;
    auto const take = [&](procedures::Entry const* entry) {
        auto const title = directory::in(language, entry->title);
        bool const wanted =
            entry->state == procedures::SheetState::published && title.size() <= bytes_max;
        bool const known = std::find(titles.begin(), titles.end(), title) != titles.end();
        if (wanted && !known && titles.size() < 2) titles.push_back(title);
    };
    for (auto const* const entry : used) take(entry);
    if (titles.size() < 2)
        for (auto const* const entry : shortest_first(published)) take(entry);
    if (titles.size() < 2) return {};
    return say(msg::home_search_hint, {text("first", titles[0]), text("second", titles[1])});
}

void show_most_used(html::Html& h, std::vector<procedures::Entry const*> const& found) {
    if (found.empty()) return;
    h("<section aria-labelledby=\"used\"><h2 id=\"used\">"_h, msg::home_most_used,
      "</h2><ul class=\"links\">"_h);
    for (auto const* const entry : found)
        h("<li><a href=\""_h, html::to("/procedures/", entry->code), "\">"_h,
          html::Foreign{directory::in(h.language(), entry->title),
                        directory::spoken(h.language(), entry->title)},
          "</a></li>"_h);
    h("</ul></section>"_h);
}

// Only where there is something to go to.
void projects(html::Html& h, Lately::Figures const& all) {
    if (all.editions.empty() && all.projects == 0) return;
    h("<section aria-labelledby=\"projects\"><h2 id=\"projects\">"_h, msg::home_projects_title,
      "</h2>"_h);
    if (!all.editions.empty()) {
        h("<p>"_h, msg::home_editions, "</p><ul class=\"links\">"_h);
        for (auto const& one : all.editions)
            h("<li><a href=\""_h, html::to("/challenges/", one.code), "\">"_h,
              html::Foreign{directory::in(h.language(), one.name),
                            directory::spoken(h.language(), one.name)},
              "</a></li>"_h);
        h("</ul>"_h);
    }
    if (all.projects > 0)
        h("<p><a href=\""_h, html::to("/bank"), "\">"_h,
          say(msg::home_bank, {number("count", all.projects)}), "</a></p>"_h);
    h("</section>"_h);
}

// Shares of nothing say nothing: before the first decision there is only what was filed.
void kept_terms(html::Html& h, Lately::Figures const& all) {
    if (all.filed == 0) return;
    h("<section aria-labelledby=\"kept\"><h2 id=\"kept\">"_h, msg::home_kept_title, "</h2>"_h);
    std::vector<html::Tile> tiles{{all.filed, msg::home_filed}};
    auto const decided = all.on_time + all.late;
    if (decided > 0) {
        tiles.push_back({decided, msg::home_decided});
        tiles.push_back({say(msg::home_percent, {number("share", all.on_time * 100 / decided)}),
                         msg::home_on_time});
    }
    html::stat_tiles(h, tiles);
    h("<p class=\"hint\">"_h, msg::home_kept_when, "</p><p><a href=\""_h, html::to("/compliance"),
      "\">"_h, msg::home_kept_more, "</a></p></section>"_h);
}

http::Content content(Pages const& pages, Instant now) {
    bool const fresh = pages.procedures.fresh(now) && pages.lately.fresh(now);
    return {{pages.procedures.version(), pages.lately.version()}, fresh};
}

void ways_in(html::Html& h) {
    html::ButtonRow const row(h);
    html::link_button(h, html::to("/guide"), msg::home_guide, html::ButtonKind::secondary);
    html::link_button(h, html::to("/life-events"), msg::home_life_events, html::ButtonKind::quiet);
}

Result<http::Response> home(Pages const& pages, http::Asked const& asked) {
    pages.procedures.refresh(asked.db, asked.now);
    auto const published = pages.procedures.picture();
    auto const lately = pages.lately.figures(asked.db, asked.now, asked.today);
    auto const used = most_used(*lately, *published);
    auto response =
        http::shown(asked, {.title = msg::home_title, .for_search_engines = true, .wide = true},
                    [&](html::Html& h) {
                        h("<div class=\"hero\"><h1>"_h, msg::home_title,
                          "</h1><p class=\"lead\">"_h, msg::home_lead, "</p>"_h);
                        html::search_box(h, {.action = html::to("/procedures"),
                                             .label = msg::home_search,
                                             .hint = search_hint(h.language(), used, *published)});
                        ways_in(h);
                        h("</div><div class=\"columns halves boxed\">"_h);
                        show_most_used(h, used);
                        track(h);
                        report(h);
                        account(h, asked.visitor);
                        projects(h, *lately);
                        rights(h);
                        kept_terms(h, *lately);
                        h("</div>"_h);
                    });
    response.shared = !asked.visitor.signed_in();
    return response;
}

// A form can only send "?number="; the address that papers carry has the number in its path.
Result<http::Response> tracked(Pages const&, http::Asked const& asked) {
    auto const number = asked.request.asked("number");
    auto const language = "/" + std::string(name_of(asked.language()));
    if (number.empty()) return http::see_other(language);
    return http::see_other(language + html::to("/verify/", number).text());
}

}  // namespace

void add_home_pages(http::Router& router, Pages const& pages) {
    static constexpr http::Route<Pages> routes[] = {
        http::get<Pages>("/", http::Allow::anyone, home).kept_by(content),
        http::get<Pages>("/track", http::Allow::anyone, tracked),
    };
    router.add("app", pages, std::span<http::Route<Pages> const>(routes));
}

}  // namespace wasl::app
