// SPDX-License-Identifier: Apache-2.0
// The page on which an office answers all day: what is due first stands first.
#include <array>

#include "modules/reports/lifecycle.hpp"
#include "modules/reports/views_office.hpp"

namespace wasl::reports::bureau {

using namespace html::literals;
using html::to;

html::Url home_of(QueuePage const& page) {
    return page.drawn ? to("/office/reports/map") : to("/office/reports");
}

static std::string_view day_word(Day day) {
    return day == Day::overdue ? "overdue" : day == Day::soon ? "soon" : "";
}

html::Url queue_url(Ask const& ask, html::Url base) {
    base = html::with(base, "at", ask.at.key);
    auto const add = [&](std::string_view name, std::string_view value) {
        if (!value.empty()) base = html::with(base, name, value);
    };
    add("state", ask.state);
    add("category", ask.category);
    if (ask.territory.value() != 0) add("commune", std::to_string(ask.territory.value()));
    if (ask.unassigned) add("assigned", "0");
    if (ask.assigned.value() != 0) add("assigned", std::to_string(ask.assigned.value()));
    add("day", day_word(ask.day));
    if (ask.closed) add("closed", "1");
    return base;
}

namespace {

struct Measure {
    int figure;
    Message const& label;
    html::Tone tone;
    Ask leads;
    bool current;
};

// Each figure leads to what it counts.
void measures(html::Html& h, QueuePage const& page) {
    auto const& ask = page.ask;
    auto const& figures = page.figures;
    Ask all{.at = ask.at}, overdue = all, soon = all, unassigned = all, closed = all;
    overdue.day = Day::overdue;
    soon.day = Day::soon;
    unassigned.unassigned = true;
    closed.closed = true;
    Measure const shown[] = {
        {figures.overdue, msg::office_overdue, html::Tone::danger, overdue,
         ask.day == Day::overdue},
        {figures.soon, msg::office_soon, html::Tone::warning, soon, ask.day == Day::soon},
        {figures.unassigned, msg::office_unassigned, html::Tone::info, unassigned, ask.unassigned},
        {figures.open, figures.more ? msg::office_open_more : msg::office_open, html::Tone::neutral,
         all, !ask.narrows() && !ask.closed},
    };
    h("<nav class=\"measures\" aria-label=\""_h, html::in_attribute(msg::office_figures),
      "\"><ul>"_h);
    for (auto const& one : shown) {
        auto const tone = one.figure == 0 ? html::Tone::neutral : one.tone;
        h("<li><a class=\""_h,
          tone == html::Tone::danger    ? "danger"_h
          : tone == html::Tone::warning ? "warning"_h
          : tone == html::Tone::info    ? "info"_h
                                        : "neutral"_h,
          "\" href=\""_h, queue_url(one.leads, home_of(page)), "\""_h,
          html::when(one.current, " aria-current=\"true\""_h), "><b>"_h,
          i18n::number(h.language(), one.figure), "</b> <span>"_h, one.label, "</span></a></li>"_h);
    }
    h("</ul></nav>"_h);
}

void choose_place(html::Html& h, QueuePage const& page) {
    if (page.places.size() < 2) return html::hidden_field(h, "at", page.ask.at.key);
    html::Options options;
    for (auto const& one : page.places) options.add(one.key, html::isolated(one.name));
    html::select_field(h, {.name = "at", .label = msg::office_place, .value = page.ask.at.key},
                       options.all());
}

void choose_state(html::Html& h, QueuePage const& page) {
    html::Options options;
    options.add("", msg::office_any);
    for (auto const& one : page.on.settings.states())
        if (is_over(one.phase) == page.ask.closed && one.phase != Phase::unconfirmed)
            options.add(one.code, named(h.language(), one.name));
    html::select_field(h, {.name = "state", .label = msg::office_state, .value = page.ask.state},
                       options.all());
}

void choose_queue_category(html::Html& h, QueuePage const& page) {
    html::grouped_select_field(
        h, {.name = "category", .label = msg::office_category, .value = page.ask.category},
        std::array{html::Choice{"", msg::office_any}},
        category_groups(h.language(), page.on.settings));
}

// A body that answers for one commune alone has nothing to choose.
void choose_queue_commune(html::Html& h, QueuePage const& page) {
    auto const* const body = page.on.places.administration(page.ask.at.body);
    if (body == nullptr || !body->territory) return;
    auto const parts = page.on.places.parts_of(*body->territory);
    if (parts.size() < 2) return;
    html::Options options;
    options.add("", msg::office_any);
    for (auto const* const one : parts)
        options.add(std::to_string(one->id.value()), named(h.language(), one->name));
    auto const chosen =
        page.ask.territory.value() == 0 ? "" : std::to_string(page.ask.territory.value());
    html::select_field(h, {.name = "commune", .label = msg::office_commune, .value = chosen},
                       options.all());
}

void choose_assigned(html::Html& h, QueuePage const& page) {
    html::Options options;
    options.add("", msg::office_anybody);
    options.add("0", msg::office_nobody);
    for (auto const one : page.officers)
        options.add(std::to_string(one.value()),
                    one == page.on.reader ? html::Words(msg::office_me) : page.on.people.of(one));
    std::string chosen = page.ask.unassigned ? "0" : "";
    if (page.ask.assigned.value() != 0) chosen = std::to_string(page.ask.assigned.value());
    html::select_field(h, {.name = "assigned", .label = msg::office_assigned, .value = chosen},
                       options.all());
}

void filters(html::Html& h, QueuePage const& page) {
    html::FilterForm const form(h, home_of(page));
    choose_place(h, page);
    choose_state(h, page);
    choose_queue_category(h, page);
    choose_queue_commune(h, page);
    choose_assigned(h, page);
    if (page.ask.closed)
        html::hidden_field(h, "closed", "1");
    else
        html::select_field(
            h, {.name = "day", .label = msg::office_due, .value = day_word(page.ask.day)},
            std::array{html::Choice{"", msg::office_any},
                       html::Choice{"overdue", msg::office_overdue},
                       html::Choice{"soon", msg::office_soon}});
    html::button(h, msg::office_show, html::ButtonKind::secondary);
}

void empty(html::Html& h, QueuePage const& page) {
    html::Invitation const all{queue_url({.at = page.ask.at}, home_of(page)), msg::office_show_all};
    if (page.ask.narrows() || page.ask.page > 1)
        html::empty_state(h, msg::office_none_such, msg::office_none_such_text, all);
    else if (page.ask.closed)
        html::empty_state(h, msg::office_none_closed, {}, all);
    else
        html::empty_state(h, msg::office_none, msg::office_none_text);
}

// The same list on paper, on a map, and what is stuck on its way to another system.
void ways(html::Html& h, QueuePage const& page) {
    html::ButtonRow const row(h);
    if (page.drawn)
        html::link_button(h, queue_url(page.ask, to("/office/reports")), msg::office_list,
                          html::ButtonKind::secondary);
    else
        html::link_button(h, queue_url(page.ask, to("/office/reports/map")), msg::office_map,
                          html::ButtonKind::secondary);
    if (page.ask.at.acts && !page.lines.empty() && !page.ask.closed)
        html::link_button(h, queue_url(page.ask, to("/office/reports/field")), msg::office_field,
                          html::ButtonKind::secondary);
    if (page.ask.at.acts && page.is_sent_on)
        html::link_button(h, to("/office/open311"), msg::open311_stuck_title,
                          html::ButtonKind::quiet);
}

}  // namespace

void show_queue(html::Html& h, QueuePage const& page) {
    h("<div class=\"desk-head\"><h1>"_h, page.drawn ? msg::office_map_title : msg::office_title,
      "</h1><p class=\"meta\">"_h, html::isolated(page.ask.at.name), "</p>"_h);
    ways(h, page);
    h("</div>"_h);
    Ask open{.at = page.ask.at}, closed = open;
    closed.closed = true;
    html::tabs(h, msg::office_lists,
               {{queue_url(open, home_of(page)), msg::office_open_title, !page.ask.closed},
                {queue_url(closed, home_of(page)), msg::office_closed_title, page.ask.closed}});
    if (!page.ask.closed && !page.drawn) measures(h, page);
    filters(h, page);
    if (page.lines.empty()) return empty(h, page);
    page.drawn ? show_drawn(h, page) : show_lines(h, page);
    auto const base = queue_url(page.ask, home_of(page));
    std::optional<html::Url> previous, next;
    if (page.ask.page > 1) previous = html::with(base, "page", std::to_string(page.ask.page - 1));
    if (page.more) next = html::with(base, "page", std::to_string(page.ask.page + 1));
    html::pager(h, previous, next);
}

}  // namespace wasl::reports::bureau
