// SPDX-License-Identifier: Apache-2.0
// The page on which an officer works all day: what expires first stands first.
#include "modules/dossiers/views_queue.hpp"

#include <array>

namespace wasl::dossiers::office {

using namespace html::literals;

void office_tabs(html::Html& h, std::string_view path, DeskReader const& who) {
    std::vector<html::Tab> tabs{
        {html::to("/desk"), msg::queue_title, path == "/desk"},
        {html::to("/desk/silence"), msg::silence_title, path == "/desk/silence"}};
    if (who.appeals)
        tabs.push_back(
            {html::to("/desk/appeals"), msg::silence_appeals_title, path == "/desk/appeals"});
    tabs.push_back(
        {html::to("/desk/opinions"), msg::silence_opinions_title, path == "/desk/opinions"});
    tabs.push_back({html::to("/desk/fetches"), msg::fetch_title, path == "/desk/fetches"});
    if (who.audits) tabs.push_back({html::to("/journal"), msg::queue_journal, false});
    html::tabs(h, msg::queue_lists, tabs);
}

static std::string_view only_of(QueueAsk const& ask) {
    return ask.overdue ? "overdue" : ask.due_soon ? "soon" : ask.silent ? "silent" : "";
}

html::Url queue_url(QueuePage const& page) {
    auto url = html::to("/desk");
    auto const& ask = page.ask;
    if (page.places.size() > 1) url = html::with(url, "at", page.at.key);
    if (ask.state) url = html::with(url, "state", name_of(*ask.state));
    if (!ask.procedure.empty()) url = html::with(url, "procedure", ask.procedure);
    if (ask.mine) url = html::with(url, "mine", "1");
    if (auto const only = only_of(ask); !only.empty()) url = html::with(url, "only", only);
    return url;
}

namespace {

struct Measure {
    std::int64_t figure;
    Message const& label;
    html::Tone tone;
    html::Url url;
    bool current;
    char key;
};

// Each figure leads to what it counts.
void measures(html::Html& h, QueuePage const& page) {
    auto const& counts = page.counts;
    auto const of = [&](State state) { return counts.by_state[static_cast<std::size_t>(state)]; };
    auto base = html::to("/desk");
    if (page.places.size() > 1) base = html::with(base, "at", page.at.key);
    auto const state = [&](State which) { return html::with(base, "state", name_of(which)); };
    auto const& ask = page.ask;
    auto const current = only_of(ask);
    bool const all = !ask.state && !ask.mine && current.empty() && ask.procedure.empty();
    auto const only = [&](std::string_view which) { return html::with(base, "only", which); };
    Measure const shown[] = {
        {counts.overdue, msg::queue_overdue, html::Tone::danger, only("overdue"), ask.overdue, 'o'},
        {counts.due_soon, msg::queue_due_soon, html::Tone::warning, only("soon"), ask.due_soon, 0},
        {of(State::lodged), msg::queue_new, html::Tone::info, state(State::lodged),
         ask.state == State::lodged, 'l'},
        {of(State::in_review), msg::queue_in_review, html::Tone::neutral, state(State::in_review),
         ask.state == State::in_review, 0},
        {of(State::silence_claimed) + of(State::silence_escalated), msg::queue_silent,
         html::Tone::danger, only("silent"), ask.silent, 0},
        {counts.open, msg::queue_open, html::Tone::neutral, base, all, 't'},
    };
    h("<nav class=\"measures\" aria-label=\""_h, html::in_attribute(msg::queue_counts),
      "\"><ul>"_h);
    for (auto const& one : shown) {
        auto const tone = one.figure == 0 ? html::Tone::neutral : one.tone;
        h("<li><a class=\""_h,
          tone == html::Tone::danger    ? "danger"_h
          : tone == html::Tone::warning ? "warning"_h
          : tone == html::Tone::info    ? "info"_h
                                        : "neutral"_h,
          "\" href=\""_h, one.url, "\""_h, html::when(one.current, " aria-current=\"true\""_h));
        if (one.key) h(" accesskey=\""_h, std::string_view(&one.key, 1), "\""_h);
        h("><b>"_h, i18n::number(h.language(), one.figure), "</b> <span>"_h, one.label,
          "</span></a></li>"_h);
    }
    h("</ul></nav>"_h);
}

void choose_place(html::Html& h, QueuePage const& page) {
    if (page.places.size() < 2) return;
    std::vector<html::Choice> choices;
    for (auto const& place : page.places)
        choices.push_back({place.key, html::isolated(place.name)});
    html::select_field(h, {.name = "at", .label = msg::queue_place, .value = page.at.key}, choices);
}

void choose_state(html::Html& h, QueuePage const& page) {
    std::vector<html::Choice> choices{{"", msg::queue_any_state}};
    for (std::size_t n = 0; n < state_count; ++n) {
        auto const state = static_cast<State>(n);
        if (is_open(state)) choices.push_back({name_of(state), word_of("state", name_of(state))});
    }
    html::select_field(h,
                       {.name = "state",
                        .label = msg::queue_state,
                        .value = page.ask.state ? name_of(*page.ask.state) : std::string_view()},
                       choices);
}

void choose_queued_procedure(html::Html& h, QueuePage const& page) {
    if (!page.all_filters) {
        if (!page.ask.procedure.empty()) html::hidden_field(h, "procedure", page.ask.procedure);
        return;
    }
    std::vector<html::Choice> choices{{"", msg::queue_any_procedure}};
    for (auto const& [code, title] : page.procedures) choices.push_back({code, title});
    html::select_field(
        h, {.name = "procedure", .label = msg::queue_procedure, .value = page.ask.procedure},
        choices);
}

void tick(html::Html& h, std::string_view name, Message const& label, bool on) {
    h("<div class=\"choice\"><input type=\"checkbox\" value=\"1\" id=\"field-"_h, name,
      "\" name=\""_h, name, "\""_h, html::when(on, " checked"_h), "><label for=\"field-"_h, name,
      "\">"_h, label, "</label></div>"_h);
}

void queue_filters(html::Html& h, QueuePage const& page) {
    html::FilterForm const form(h, html::to("/desk"));
    choose_place(h, page);
    choose_state(h, page);
    choose_queued_procedure(h, page);
    html::select_field(h, {.name = "only", .label = msg::queue_due, .value = only_of(page.ask)},
                       std::array{html::Choice{"", msg::queue_any_day},
                                  html::Choice{"overdue", msg::queue_overdue},
                                  html::Choice{"soon", msg::queue_due_soon},
                                  html::Choice{"silent", msg::queue_silent}});
    tick(h, "mine", msg::queue_mine, page.ask.mine);
    if (page.all_filters) html::hidden_field(h, "more", "1");
    html::button(h, msg::queue_show, html::ButtonKind::secondary);
    if (!page.all_filters)
        h("<a class=\"more\" href=\""_h, html::with(queue_url(page), "more", "1"), "\">"_h,
          msg::queue_by_procedure, "</a>"_h);
}

void day(html::Html& h, Summary const& line, Date today) {
    if (!line.due) return;
    h("<span class=\"day\">"_h, *line.due, " "_h);
    // While it waits for the citizen the day is his, and nothing is late.
    if (tick_of(line.state) == Tick::suspended || line.state == State::being_lodged)
        h("<span class=\"meta\">"_h, msg::queue_citizens_day, "</span>"_h);
    else if (*line.due == today)
        html::tag(h, html::Tone::danger, msg::queue_today);
    else
        html::deadline_chip(h, *line.due, today);
    h("</span>"_h);
}

void queue_lines(html::Html& h, QueuePage const& page) {
    html::Table table(h, say(msg::queue_caption, {{"today", page.today}}),
                      {{msg::queue_number},
                       {msg::queue_procedure},
                       {msg::queue_applicant},
                       {msg::queue_state},
                       {msg::queue_due},
                       {msg::queue_officer}});
    for (auto const& line : page.lines) {
        table.row();
        table.cell("<a class=\"to\" href=\""_h, desk_url(line.number), "\">"_h,
                   html::code(line.number), "</a>"_h);
        table.cell(title_of(h.language(), page.published, line.procedure));
        table.cell(html::isolated(line.applicant_name));
        table.cell_with(
            [&] { html::tag(h, tone_at_desk(line.state), word_of("state", name_of(line.state))); });
        table.cell_with([&] { day(h, line, page.today); });
        if (line.assigned == page.reader)
            table.cell("<b>"_h, msg::queue_me, "</b>"_h);
        else if (auto const name = page.names.of(line.assigned))
            table.cell(name);
        else
            table.cell("<span class=\"meta\">"_h, msg::queue_nobody, "</span>"_h);
    }
}

void turns(html::Html& h, QueuePage const& page) {
    if (page.lines.empty()) return;
    auto const base = queue_url(page);
    auto const at = [&](Summary const& line, std::string_view name) {
        return html::with(base, name, iso(*line.due) + "." + std::to_string(line.id.value()));
    };
    std::optional<html::Url> previous, next;
    if (page.before) previous = at(page.lines.front(), "before");
    if (page.after) next = at(page.lines.back(), "after");
    html::pager(h, previous, next);
}

}  // namespace

void queue(html::Html& h, QueuePage const& page) {
    h("<div class=\"desk-head\"><h1>"_h, msg::queue_title, "</h1><p class=\"meta\">"_h,
      html::isolated(page.at.name), "</p>"_h);
    if (page.who.acts)
        html::link_button(h, html::to("/desk/assisted"), msg::assisted_title,
                          html::ButtonKind::secondary);
    h("</div>"_h);
    office_tabs(h, "/desk", page.who);
    measures(h, page);
    queue_filters(h, page);
    bool const narrowed = page.ask.state || page.ask.mine || !only_of(page.ask).empty() ||
                          !page.ask.procedure.empty();
    if (page.lines.empty() && narrowed)
        html::empty_state(h, msg::queue_none_such, msg::queue_none_such_text,
                          html::Invitation{html::to("/desk"), msg::queue_show_all});
    else if (page.lines.empty())
        html::empty_state(h, msg::queue_none, msg::queue_none_text);
    else
        queue_lines(h, page);
    turns(h, page);
}

}  // namespace wasl::dossiers::office
