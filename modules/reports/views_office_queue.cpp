// SPDX-License-Identifier: Apache-2.0
// The page on which an office answers all day: what is due first stands first.
#include <array>

#include "modules/reports/lifecycle.hpp"
#include "modules/reports/views_office.hpp"

namespace wasl::reports::bureau {

using namespace html::literals;
using html::to;

static std::string_view word_of(Day day) {
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
    add("day", word_of(ask.day));
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
          "\" href=\""_h, queue_url(one.leads, to("/office/reports")), "\""_h,
          html::when(one.current, " aria-current=\"true\""_h), "><b>"_h,
          i18n::number(h.language(), one.figure), "</b> <span>"_h, one.label, "</span></a></li>"_h);
    }
    h("</ul></nav>"_h);
}

void choose_place(html::Html& h, QueuePage const& page) {
    if (page.places.size() < 2) return html::hidden_field(h, "at", page.ask.at.key);
    Options options;
    for (auto const& one : page.places) options.add(one.key, html::isolated(one.name));
    html::select_field(h, {.name = "at", .label = msg::office_place, .value = page.ask.at.key},
                       options.all());
}

void choose_state(html::Html& h, QueuePage const& page) {
    Options options;
    options.add("", msg::office_any);
    for (auto const& one : page.on.settings.states())
        if (is_over(one.phase) == page.ask.closed && one.phase != Phase::unconfirmed)
            options.add(one.code, named(h.language(), one.name));
    html::select_field(h, {.name = "state", .label = msg::office_state, .value = page.ask.state},
                       options.all());
}

void choose_category(html::Html& h, QueuePage const& page) {
    Options options;
    options.add("", msg::office_any);
    add_categories(options, h.language(), page.on.settings, false);
    html::select_field(
        h, {.name = "category", .label = msg::office_category, .value = page.ask.category},
        options.all());
}

// A body that answers for one commune alone has nothing to choose.
void choose_commune(html::Html& h, QueuePage const& page) {
    auto const* const body = page.on.places.administration(page.ask.at.body);
    if (body == nullptr || !body->territory) return;
    auto const parts = page.on.places.parts_of(*body->territory);
    if (parts.size() < 2) return;
    Options options;
    options.add("", msg::office_any);
    for (auto const* const one : parts)
        options.add(std::to_string(one->id.value()), named(h.language(), one->name));
    auto const chosen =
        page.ask.territory.value() == 0 ? "" : std::to_string(page.ask.territory.value());
    html::select_field(h, {.name = "commune", .label = msg::office_commune, .value = chosen},
                       options.all());
}

void choose_assigned(html::Html& h, QueuePage const& page) {
    Options options;
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
    html::FilterForm const form(h, to("/office/reports"));
    choose_place(h, page);
    choose_state(h, page);
    choose_category(h, page);
    choose_commune(h, page);
    choose_assigned(h, page);
    if (page.ask.closed)
        html::hidden_field(h, "closed", "1");
    else
        html::select_field(
            h, {.name = "day", .label = msg::office_due, .value = word_of(page.ask.day)},
            std::array{html::Choice{"", msg::office_any},
                       html::Choice{"overdue", msg::office_overdue},
                       html::Choice{"soon", msg::office_soon}});
    html::button(h, msg::office_show, html::ButtonKind::secondary);
}

void marks(html::Html& h, Listed const& line) {
    if (line.priority > 0) {
        h(" "_h);
        html::tag(h, line.priority == 2 ? html::Tone::danger : html::Tone::warning,
                  line.priority == 2 ? msg::office_priority_2 : msg::office_priority_1);
    }
    if (line.level > 0) {
        h(" "_h);
        html::tag(h, html::Tone::warning, msg::office_escalated);
    }
    if (line.reopened > 0) {
        h(" "_h);
        html::tag(h, html::Tone::warning, msg::office_reopened);
    }
    if (!line.is_public) {
        h(" "_h);
        html::tag(h, html::Tone::neutral, msg::office_private);
    }
}

void pick(html::Html& h, Listed const& line) {
    auto const& number = line.pin.number;
    h("<div class=\"choice\"><input type=\"checkbox\" name=\"number\" value=\""_h, number,
      "\" id=\"pick-"_h, number, "\"><label for=\"pick-"_h, number, "\">"_h, html::code(number),
      "</label></div>"_h);
}

void row(html::Html& h, html::Table& table, QueuePage const& page, Listed const& line) {
    auto const language = h.language();
    table.row();
    table.cell_with([&] { pick(h, line); });
    table.cell_with([&] {
        h("<div><a class=\"to wraps\" href=\""_h, report_url(line.pin.number), "\">"_h,
          html::isolated(line.pin.title), "</a><br><span class=\"meta\">"_h,
          category_said(language, page.on.known, line.pin.category), "</span>"_h);
        marks(h, line);
        h("</div>"_h);
    });
    table.cell("<div>"_h, territory_said(language, page.on.known, line.pin.territory),
               html::when(!line.landmark.empty(), "<br>"_h), html::isolated(line.landmark),
               "</div>"_h);
    table.cell_with([&] {
        html::tag(h, tone_of(line.pin.phase),
                  state_name(language, page.on.settings, line.pin.state));
    });
    table.cell_with([&] {
        if (!line.pin.due) return h("<span class=\"meta\">"_h, msg::office_not_owed, "</span>"_h);
        h("<span class=\"day\">"_h, *line.pin.due, " "_h);
        if (line.pin.phase == Phase::open) html::deadline_chip(h, *line.pin.due, page.on.today);
        h("</span>"_h);
    });
    if (line.assigned == page.on.reader)
        table.cell("<b>"_h, msg::office_me, "</b>"_h);
    else if (auto const name = page.on.people.of(line.assigned))
        table.cell(name);
    else if (auto const unit = unit_name(language, page.on.places, line.unit))
        table.cell(unit);
    else
        table.cell("<span class=\"meta\">"_h, msg::office_nobody, "</span>"_h);
}

void choose_act(html::Html& h, QueuePage const& page) {
    Options options;
    for (auto const& one : page.on.settings.states())
        if (one.is_active &&
            (one.phase == Phase::open || one.phase == Phase::fixed || one.phase == Phase::refused))
            options.add("move:" + one.code, named(h.language(), one.name));
    options.add("assign", msg::office_act_assign);
    options.add("priority", msg::office_act_priority);
    options.add("transfer", msg::office_act_transfer);
    options.add("note", msg::office_act_note);
    html::select_field(
        h, {.name = "act", .label = msg::office_bulk_choose, .hint = msg::office_bulk_hint},
        options.all());
    html::button(h, msg::office_bulk_go, html::ButtonKind::secondary);
}

void lines(html::Html& h, QueuePage const& page) {
    h("<form method=\"get\" action=\""_h, to("/office/reports/bulk"), "\">"_h);
    html::hidden_field(h, "at", page.ask.at.key);
    {
        html::Table table(h,
                          page.ask.closed ? Said(msg::office_closed_title)
                                          : say(msg::office_caption, {{"today", page.on.today}}),
                          {{msg::office_number},
                           {msg::office_report},
                           {msg::office_where},
                           {msg::office_state},
                           {msg::office_due},
                           {msg::office_assigned}});
        for (auto const& line : page.lines) row(h, table, page, line);
    }
    if (!page.ask.closed) choose_act(h, page);
    h("</form>"_h);
    auto const base = queue_url(page.ask, to("/office/reports"));
    std::optional<html::Url> previous, next;
    if (page.ask.page > 1) previous = html::with(base, "page", std::to_string(page.ask.page - 1));
    if (page.more) next = html::with(base, "page", std::to_string(page.ask.page + 1));
    html::pager(h, previous, next);
}

void empty(html::Html& h, QueuePage const& page) {
    html::Invitation const all{queue_url({.at = page.ask.at}, to("/office/reports")),
                               msg::office_show_all};
    if (page.ask.narrows() || page.ask.page > 1)
        html::empty_state(h, msg::office_none_such, msg::office_none_such_text, all);
    else if (page.ask.closed)
        html::empty_state(h, msg::office_none_closed, {}, all);
    else
        html::empty_state(h, msg::office_none, msg::office_none_text);
}

}  // namespace

void show_queue(html::Html& h, QueuePage const& page) {
    h("<div class=\"desk-head\"><h1>"_h, msg::office_title, "</h1><p class=\"meta\">"_h,
      html::isolated(page.ask.at.name), "</p>"_h);
    if (!page.lines.empty())
        html::link_button(h, queue_url(page.ask, to("/office/reports/field")), msg::office_field,
                          html::ButtonKind::secondary);
    h("</div>"_h);
    Ask open{.at = page.ask.at}, closed = open;
    closed.closed = true;
    html::tabs(
        h, msg::office_lists,
        {{queue_url(open, to("/office/reports")), msg::office_open_title, !page.ask.closed},
         {queue_url(closed, to("/office/reports")), msg::office_closed_title, page.ask.closed}});
    if (!page.ask.closed) measures(h, page);
    filters(h, page);
    if (page.lines.empty())
        empty(h, page);
    else
        lines(h, page);
}

}  // namespace wasl::reports::bureau
