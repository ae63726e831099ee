// SPDX-License-Identifier: Apache-2.0
// Lists of reports: everybody's, and a person's own.
#include "modules/reports/map_sheet.hpp"
#include "modules/reports/messages.hpp"
#include "modules/reports/views_report.hpp"

namespace wasl::reports::views {

using namespace html::literals;

html::Url narrowed(html::Url url, http::Request const& asked) {
    for (auto const name : narrowing)
        if (auto const value = asked.asked(name); !value.empty())
            url = html::with(url, name, value);
    return url;
}

html::Url feed_url(Feed feed, http::Request const& asked) {
    auto url =
        narrowed(feed == Feed::atom ? html::to("/reports.atom") : html::to("/reports.rss"), asked);
    for (auto const* const name : {"box", "lat", "lon", "metres"})
        if (auto const value = asked.asked(name); !value.empty())
            url = html::with(url, name, value);
    return url;
}

void choose_category(html::Html& h, Known const& known, std::string_view chosen,
                     html::Words const& error) {
    std::vector<html::Choice> categories;
    for (auto const* const group : known.settings->groups())
        for (auto const* const leaf : known.settings->leaves_of(group->code))
            if (!leaf->is_private && leaf->call_instead.empty())
                categories.push_back({leaf->code, named(h.language(), leaf->name)});
    html::select_field(h,
                       {.name = "category",
                        .label = msg::report_category,
                        .value = chosen,
                        .error = error,
                        .required = false},
                       categories);
}

void choose_commune(html::Html& h, std::span<directory::Territory const* const> served,
                    std::string_view chosen, html::Words const& error) {
    auto const communes = to_choose(h.language(), served);
    html::select_field(h,
                       {.name = "commune",
                        .label = msg::filing_commune,
                        .value = chosen,
                        .error = error,
                        .required = false},
                       communes.all());
}

void filters(html::Html& h, http::Request const& asked, Known const& known,
             std::span<directory::Territory const* const> served, html::Url const& action) {
    html::Disclosure const more(
        h, msg::list_filter,
        std::any_of(std::begin(narrowing), std::end(narrowing),
                    [&](std::string_view name) { return !asked.asked(name).empty(); }));
    html::FilterForm const form(h, action);
    std::vector<html::Choice> phases;
    for (auto const one : {Phase::open, Phase::fixed, Phase::refused, Phase::duplicate})
        phases.push_back({name_of(one), word_of(one)});
    auto const chosen = [&](std::string_view name) { return asked.asked(name); };
    html::select_field(
        h, {.name = "state", .label = msg::list_state, .value = chosen("state"), .required = false},
        phases);
    choose_category(h, known, chosen("category"));
    choose_commune(h, served, chosen("commune"));
    html::date_field(
        h, {.name = "from", .label = msg::list_from, .value = chosen("from"), .required = false});
    html::date_field(
        h,
        {.name = "until", .label = msg::list_until, .value = chosen("until"), .required = false});
    html::button(h, msg::list_show, html::ButtonKind::secondary);
}

void pins(html::Html& h, Known const& known, std::span<Pin const> all) {
    h("<ul class=\"cards\">"_h);
    for (auto const& pin : all) {
        h("<li class=\"card\"><h2><a href=\""_h, html::to("/reports/", pin.number), "\">"_h,
          html::isolated(pin.title), "</a></h2><p class=\"marks\">"_h);
        state_tag(h, known, pin.state, pin.phase);
        h(category_said(h.language(), known, pin.category), "</p><p class=\"meta\">"_h,
          territory_said(h.language(), known, pin.territory), " · "_h,
          clock::day_in_morocco(pin.filed_at));
        if (pin.supporters > 0)
            h(" · "_h, say(msg::report_supported, {number("count", pin.supporters)}));
        h("</p></li>"_h);
    }
    h("</ul>"_h);
}

// A map's middle is the place; somebody without a map has no other way to name one so easily.
static html::Url alerts_url(http::Request const& asked) {
    auto const url = narrowed(html::to("/reports/alerts"), asked);
    auto const box = box_read(asked.asked("box"));
    return box ? around_place(url, box->middle()) : url;
}

html::Url around_place(html::Url const& url, geography::Point const& place) {
    return html::with(html::with(url, "lat", degrees_written(place.lat)), "lon",
                      degrees_written(place.lon));
}

void other_ways(html::Html& h, http::Request const& asked) {
    auto const way = [&](html::Url const& url, Message const& said) {
        h("<li><a href=\""_h, url, "\">"_h, said, "</a></li>"_h);
    };
    way(html::to("/reports/figures"), msg::figures_link);
    way(alerts_url(asked), msg::alerts_link);
    way(feed_url(Feed::atom, asked), msg::feed_link);
    way(feed_url(Feed::rss, asked), msg::feed_link_rss);
    way(narrowed(html::to("/reports/embed"), asked), msg::widget_link);
}

void what_it_is(html::Html& h) {
    html::Disclosure const more(h, msg::about_summary);
    h("<p>"_h, msg::about_report, "</p><p>"_h, msg::about_complaint, "</p><p><a href=\""_h,
      html::to("/reports/about"), "\">"_h, msg::about_link, "</a></p>"_h);
}

void about(html::Html& h) {
    html::breadcrumbs(h, {{html::to("/reports"), msg::title}});
    h("<h1>"_h, msg::about_title, "</h1><p>"_h, msg::about_report, "</p>"_h);
    html::link_button(h, html::to("/reports/new"), msg::filing_begin);
    h("<p>"_h, msg::about_complaint, "</p><p><a rel=\"external\" href=\""_h,
      html::outside("https://www.chikaya.ma/"), "\">"_h, msg::about_chikaya, "</a></p><p>"_h,
      msg::about_request, "</p><p><a href=\""_h, html::to("/procedures"), "\">"_h,
      msg::about_procedures, "</a></p>"_h);
}

void confirm(html::Html& h, ConfirmPage const& page) {
    html::error_summary(h, page.faults);
    h("<h1>"_h, msg::confirm_title, "</h1><p>"_h, msg::confirm_lead, "</p>"_h);
    {
        html::Form const form(
            h, {.action = html::to("/reports/", page.number, "/confirm"), .csrf = page.csrf});
        html::text_field(h, {.name = "code",
                             .label = msg::confirm_code,
                             .value = page.code,
                             .error = page.faults.of("code"),
                             .autocomplete = "one-time-code",
                             .left_to_right = true,
                             .length_max = 40});
        html::button(h, msg::confirm_send);
    }
    html::post_button(h, {.action = html::to("/reports/", page.number, "/confirm"),
                          .label = msg::confirm_again,
                          .csrf = page.csrf,
                          .kind = html::ButtonKind::quiet,
                          .name = "do",
                          .value = "again"});
}

void list(html::Html& h, ListPage const& page) {
    h("<h1>"_h, msg::title, "</h1><p class=\"lead\">"_h, msg::list_lead, "</p>"_h);
    html::link_button(h, html::to("/reports/new"), msg::filing_begin);
    filters(h, page.asked, page.known, page.communes, html::to("/reports"));
    if (page.pins.empty()) {
        html::empty_state(h, page.narrowed ? msg::list_nothing : msg::list_empty,
                          page.narrowed ? msg::list_nothing_text : msg::list_empty_text,
                          page.narrowed
                              ? html::Invitation{html::to("/reports"), msg::list_all}
                              : html::Invitation{html::to("/reports/new"), msg::filing_begin});
    } else {
        pins(h, page.known, page.pins);
    }
    html::pager(h, std::nullopt, page.next);
    h("<ul class=\"links\"><li><a href=\""_h, html::to("/reports/map"), "\">"_h, msg::map_link,
      "</a></li>"_h);
    other_ways(h, page.asked);
    h("</ul>"_h);
    what_it_is(h);
}

void mine(html::Html& h, MinePage const& page) {
    html::breadcrumbs(h, {{html::to("/account"), msg::mine_account}});
    h("<h1>"_h, msg::mine_title, "</h1><p><a href=\""_h, html::to("/account/alerts"), "\">"_h,
      msg::alerts_mine_link, "</a></p>"_h);
    if (page.written.empty() && page.followed.empty()) {
        html::empty_state(h, msg::mine_empty, msg::mine_empty_text,
                          html::Invitation{html::to("/reports/new"), msg::filing_begin});
        return;
    }
    html::link_button(h, html::to("/reports/new"), msg::filing_begin, html::ButtonKind::secondary);
    if (!page.written.empty()) pins(h, page.known, page.written);
    if (page.followed.empty()) return;
    h("<section aria-labelledby=\"followed\"><h2 id=\"followed\">"_h, msg::mine_followed,
      "</h2>"_h);
    h("<ul class=\"links\">"_h);
    for (auto const& pin : page.followed)
        h("<li><a href=\""_h, html::to("/reports/", pin.number), "\">"_h, html::isolated(pin.title),
          "</a></li>"_h);
    h("</ul></section>"_h);
}

}  // namespace wasl::reports::views
