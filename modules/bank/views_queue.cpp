// SPDX-License-Identifier: Apache-2.0
#include "modules/bank/views_queue.hpp"

#include <algorithm>

#include "modules/bank/lifecycle.hpp"

namespace wasl::bank::views {

using namespace html::literals;

namespace {

html::Url queue_url(QueueAsk const& ask) {
    auto url = html::to("/office/bank");
    if (ask.stage) url = html::with(url, "stage", bank::name_of(*ask.stage));
    if (ask.origin) url = html::with(url, "origin", bank::name_of(*ask.origin));
    return url;
}
html::Url queue_page_url(QueueAsk const& ask) {
    auto const url = queue_url(ask);
    return ask.page > 1 ? html::with(url, "page", std::to_string(ask.page)) : url;
}

// So that whoever acts on several comes back to the list as it was narrowed.
void keep_queue_ask(html::Html& h, QueueAsk const& ask) {
    if (ask.stage) html::hidden_field(h, "stage", bank::name_of(*ask.stage));
    if (ask.origin) html::hidden_field(h, "origin", bank::name_of(*ask.origin));
    if (ask.page > 1) html::hidden_field(h, "page", std::to_string(ask.page));
}

void queue_filters(html::Html& h, QueueAsk const& ask) {
    html::FilterForm const form(h, html::to("/office/bank"));
    std::vector<html::Choice> stages{{"", msg::queue_any}};
    for (auto const one : waiting_stages)
        stages.push_back({bank::name_of(one), word_of("stage", one)});
    auto origins = choices_of<Origin, origin_count>("origin");
    origins.insert(origins.begin(), {"", msg::queue_any});
    auto const choose = [&](std::string_view name, Message const& label, auto const& asked,
                            std::vector<html::Choice> const& choices) {
        html::select_field(h,
                           {.name = name,
                            .label = label,
                            .value = asked ? bank::name_of(*asked) : std::string_view{},
                            .required = false},
                           choices);
    };
    choose("stage", msg::queue_stage, ask.stage, stages);
    choose("origin", msg::entry_origin, ask.origin, origins);
    html::button(h, msg::list_show, html::ButtonKind::secondary);
}

bool is_ticked(OfficePage const& page, std::string_view number) {
    auto const ticked = page.request.all_asked("number");
    return page.request.asked("tick") == "all" ||
           std::find(ticked.begin(), ticked.end(), number) != ticked.end();
}

void queue_row(html::Html& h, html::Table& table, OfficePage const& page, Entry const& one) {
    auto const& number = one.number;
    table.row();
    table.cell("<div class=\"choice\"><input type=\"checkbox\" name=\"number\" value=\""_h, number,
               "\" id=\"pick-"_h, number, "\""_h, when(is_ticked(page, number), " checked"_h),
               "><label for=\"pick-"_h, number, "\">"_h, html::code(number), "</label></div>"_h);
    table.cell("<a class=\"to wraps\" href=\""_h, entry_url(number), "\">"_h, title_of(one.content),
               "</a>"_h);
    table.cell_with([&] { html::tag(h, tone_of(one.stage), word_of("stage", one.stage)); });
    table.cell(source_said(one.source, one.content.language));
    table.cell(one.proposed_at);
}

void queue_lines(html::Html& h, OfficePage const& page) {
    h("<form method=\"get\" action=\""_h, html::to("/office/bank/bulk"), "\">"_h);
    keep_queue_ask(h, page.ask);
    {
        html::Table table(h, say(msg::list_count, {number("count", page.queue.total)}),
                          {{msg::entry_number},
                           {msg::office_entry},
                           {msg::queue_stage},
                           {msg::entry_origin},
                           {msg::office_since}});
        for (auto const& one : page.queue.entries) queue_row(h, table, page, one);
    }
    h("<p><a href=\""_h, html::with(queue_page_url(page.ask), "tick", "all"), "\">"_h,
      msg::queue_tick_all, "</a></p>"_h);
    std::vector<html::Choice> choices;
    for (auto const one : steps_of_several)
        choices.push_back({bank::name_of(one), word_of("do", one)});
    html::select_field(h,
                       {.name = "act",
                        .label = msg::queue_act,
                        .hint = say(msg::queue_act_hint, {number("max", queue_page_size)}),
                        .value = page.request.asked("act"),
                        .error = page.faults.of("act")},
                       choices);
    html::button(h, msg::write_go_on, html::ButtonKind::secondary);
    h("</form>"_h);
}

// Whether some of them would be refused without one.
bool asks_for_reason(Action action) {
    return std::any_of(bank::steps.begin(), bank::steps.end(), [&](Step const& step) {
        return step.action == action && step.by.holds(reviewer) && step.with_reason;
    });
}

void several_about(html::Html& h, Whole const& whole, Action action) {
    auto const& one = whole.entry;
    bool const may = std::find(whole.may.begin(), whole.may.end(), action) != whole.may.end();
    h("<li>"_h, html::code(one.number), " · "_h, title_of(one.content), " "_h);
    html::tag(h, tone_of(one.stage), word_of("stage", one.stage));
    if (!may) {
        h(" "_h);
        html::tag(h, html::Tone::warning, msg::queue_not_now);
    }
    h("</li>"_h);
}

}  // namespace

void queue(html::Html& h, OfficePage const& page) {
    h("<h2>"_h, msg::office_queue, "</h2>"_h);
    auto const& ask = page.ask;
    bool const narrowed = ask.stage || ask.origin;
    if (page.queue.total > 0 || narrowed) queue_filters(h, ask);
    if (page.queue.total > 0) {
        queue_lines(h, page);
        html::numbered_pages(h, queue_url(ask), page.queue.page, page.queue.pages);
    } else if (narrowed) {
        html::empty_state(h, msg::queue_none_such, {},
                          html::Invitation{html::to("/office/bank"), msg::queue_all});
    } else {
        html::empty_state(h, msg::office_queue_none);
    }
}

void several_form(html::Html& h, SeveralPage const& page) {
    auto const& title = word_of("do", page.action);
    html::breadcrumbs(h, {{queue_page_url(page.ask), msg::office_title}});
    html::error_summary(h, page.faults);
    h("<h1>"_h, title, "</h1><h2>"_h, say(msg::queue_chosen, {number("count", page.all.size())}),
      "</h2><ul>"_h);
    for (auto const& one : page.all) several_about(h, one, page.action);
    h("</ul>"_h);
    html::Form const form(h, {.action = html::to("/office/bank/bulk"), .csrf = page.csrf});
    html::hidden_field(h, "act", bank::name_of(page.action));
    keep_queue_ask(h, page.ask);
    for (auto const& one : page.all)
        html::hidden_field(h, "number", one.entry.number + ":" + std::to_string(one.entry.version));
    html::text_area(h, {.name = "reason",
                        .label = msg::step_reason,
                        .hint = msg::queue_reason_hint,
                        .value = page.request.field("reason"),
                        .error = page.faults.of("reason"),
                        .required = asks_for_reason(page.action),
                        .length_max = static_cast<int>(text_max)});
    html::ButtonRow const row(h);
    html::button(h, title);
    html::link_button(h, queue_page_url(page.ask), msg::step_back, html::ButtonKind::quiet);
}

std::int64_t SeveralDone::done() const {
    return std::count_if(taken.begin(), taken.end(),
                         [](StepTaken const& one) { return !one.refused.has_value(); });
}

void several_done(html::Html& h, SeveralDone const& all) {
    html::breadcrumbs(h, {{queue_page_url(all.ask), msg::office_title}});
    h("<h1>"_h, word_of("do", all.action), "</h1><p class=\"lead\">"_h,
      say(msg::queue_sum, {number("done", all.done()), number("total", all.taken.size())}),
      "</p>"_h);
    {
        html::Table table(h, msg::queue_outcomes,
                          {{msg::entry_number}, {msg::office_entry}, {msg::queue_outcome}});
        for (auto const& one : all.taken) {
            table.row();
            table.cell("<a class=\"to\" href=\""_h, entry_url(one.number), "\">"_h,
                       html::code(one.number), "</a>"_h);
            table.cell(title_of(one.content));
            table.cell_with([&] {
                if (!one.refused) return html::tag(h, html::Tone::success, msg::queue_done);
                html::tag(h, html::Tone::danger, msg::queue_not_done);
                h(" "_h, *one.refused);
            });
        }
    }
    html::link_button(h, queue_page_url(all.ask), msg::queue_back, html::ButtonKind::secondary);
}

}  // namespace wasl::bank::views
