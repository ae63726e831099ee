// SPDX-License-Identifier: Apache-2.0
// The lines of the list, and what is done with those that are ticked.
#include <array>

#include "modules/reports/office_acts.hpp"

namespace wasl::reports::bureau {

using namespace html::literals;
using html::to;

bool may_read(QueuePage const& page, Listed const& line) {
    return page.ask.at.acts || line.is_public;
}

// Whoever works there is led to the report; an auditor to what everybody reads, and of what nobody
// else reads knows what was done, not what it says (law 09-08 art. 3).
void show_title(html::Html& h, QueuePage const& page, Listed const& line) {
    if (!may_read(page, line)) return h(msg::office_private_title);
    auto const url =
        page.ask.at.acts ? report_url(line.pin.number) : to("/reports/", line.pin.number);
    h("<a class=\"to wraps\" href=\""_h, url, "\">"_h, html::isolated(line.pin.title), "</a>"_h);
}

namespace {

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

bool chooses(QueuePage const& page) { return page.ask.at.acts && !page.ask.closed; }

void pick(html::Html& h, QueuePage const& page, Listed const& line) {
    auto const& number = line.pin.number;
    if (!chooses(page)) return h(html::code(number));
    h("<div class=\"choice\"><input type=\"checkbox\" name=\"number\" value=\""_h, number,
      "\" id=\"pick-"_h, number, "\"><label for=\"pick-"_h, number, "\">"_h, html::code(number),
      "</label></div>"_h);
}

void row(html::Html& h, html::Table& table, QueuePage const& page, Listed const& line) {
    auto const language = h.language();
    table.row();
    table.cell_with([&] { pick(h, page, line); });
    table.cell_with([&] {
        h("<div>"_h);
        show_title(h, page, line);
        h("<br><span class=\"meta\">"_h, category_said(language, page.on.known, line.pin.category),
          "</span>"_h);
        marks(h, line);
        h("</div>"_h);
    });
    table.cell_with([&] {
        h("<div>"_h, territory_said(language, page.on.known, line.pin.territory));
        if (!line.landmark.empty() && may_read(page, line))
            h("<br>"_h, html::isolated(line.landmark));
        h("</div>"_h);
    });
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
    html::Options answers, others;
    for (auto const& one : page.on.settings.states())
        if (one.is_active &&
            (one.phase == Phase::open || one.phase == Phase::fixed || one.phase == Phase::refused))
            answers.add("move:" + one.code, named(h.language(), one.name));
    for (auto const& act : acts())
        if (act.many && act.name != "move") others.add(std::string(act.name), act.title);
    html::grouped_select_field(
        h, {.name = "act", .label = msg::office_bulk_choose, .hint = msg::office_bulk_hint}, {},
        std::array{html::ChoiceGroup{msg::office_act_move, answers.list()},
                   html::ChoiceGroup{msg::office_other_acts, others.list()}});
    html::button(h, msg::office_bulk_go, html::ButtonKind::secondary);
}

}  // namespace

void show_lines(html::Html& h, QueuePage const& page) {
    bool const choosing = chooses(page);
    if (choosing) h("<form method=\"get\" action=\""_h, to("/office/reports/bulk"), "\">"_h);
    if (choosing) html::hidden_field(h, "at", page.ask.at.key);
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
    if (choosing) choose_act(h, page);
    if (choosing) h("</form>"_h);
}

}  // namespace wasl::reports::bureau
