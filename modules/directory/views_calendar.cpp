// SPDX-License-Identifier: Apache-2.0
#include "modules/directory/messages.hpp"
#include "modules/directory/views.hpp"

namespace wasl::directory {

using namespace html::literals;

static Said year_in(Message const& message, int year) {
    return say(message, {text("year", std::to_string(year))});
}

static Message const& state_of(HolidayEntry const& one) {
    if (one.cancelled) return msg::calendar_cancelled;
    return one.certainty == Certainty::provisional ? msg::calendar_provisional
                                                   : msg::calendar_confirmed;
}

// The number of a decree is said as one; what an administrator typed stands as typed.
static html::Words basis_of(HolidayEntry const& one) {
    bool const number =
        !one.source.empty() && one.source.find_first_not_of("0123456789.") == std::string::npos;
    if (number) return say(msg::calendar_decree, {text("number", one.source)});
    return html::isolated(one.source);
}

static void show_day(html::Table& table, HolidayEntry const& one) {
    if (one.days == 1) return table.cell(one.first);
    auto const last = one.first + Days{one.days - 1};
    table.cell(one.first, " "_h, say(msg::calendar_until, {{"day", last}}));
}

static void show_state(html::Table& table, HolidayEntry const& one) {
    bool const open_question = one.certainty == Certainty::provisional && !one.cancelled;
    table.cell("<strong class=\"tag"_h, html::when(open_question, " warning"_h), "\">"_h,
               state_of(one), "</strong>"_h);
}

static void show_holidays_table(html::Html& h, CalendarView const& view, bool office) {
    html::Table table(h, year_in(msg::calendar_title, view.year),
                      {{msg::calendar_day},
                       {msg::calendar_name},
                       {msg::calendar_state},
                       {office ? msg::calendar_what : msg::calendar_basis}});
    for (auto const* one : view.entries) {
        if (one->cancelled && !office) continue;
        table.row();
        show_day(table, *one);
        table.cell(shown(h, one->name));
        show_state(table, *one);
        if (office && one->kind != HolidayKind::fixed && !one->cancelled)
            table.cell("<a href=\""_h,
                       html::with(html::to("/admin/calendar/change"), "key", one->key), "\">"_h,
                       msg::calendar_change_title, "</a>"_h);
        else
            table.cell(basis_of(*one));
    }
}

static void show_years(html::Html& h, html::Url const& page, int year) {
    auto const before = std::to_string(year - 1);
    auto const after = std::to_string(year + 1);
    h("<nav aria-label=\""_h, html::in_attribute(msg::calendar_years),
      "\"><ul class=\"inline\">"_h);
    for (auto const& each : {before, after})
        h("<li><a href=\""_h, html::with(page, "year", each), "\">"_h,
          say(msg::calendar_year, {text("year", each)}), "</a></li>"_h);
    h("</ul></nav>"_h);
}

void show_calendar(html::Html& h, CalendarView const& view) {
    h("<h1>"_h, year_in(msg::calendar_title, view.year), "</h1><p class=\"lead\">"_h,
      msg::calendar_lead, "</p>"_h);
    if (view.entries.empty())
        html::empty_state(h, msg::calendar_empty);
    else
        show_holidays_table(h, view, false);
    show_years(h, html::to("/calendar"), view.year);
    if (view.may_edit)
        html::link_button(h, html::to("/admin/calendar"), msg::calendar_manage,
                          html::ButtonKind::secondary);
}

static Message const& name_of_act(HolidayAct act) {
    switch (act) {
        case HolidayAct::confirm: return msg::act_confirm;
        case HolidayAct::move: return msg::act_move;
        case HolidayAct::add: return msg::act_add;
        case HolidayAct::cancel: return msg::act_cancel;
    }
    return msg::act_confirm;
}

static void show_history(html::Html& h, std::vector<HolidayDecision> const& decisions) {
    h("<h2>"_h, msg::calendar_history, "</h2>"_h);
    if (decisions.empty()) {
        h("<p class=\"muted\">"_h, msg::calendar_no_history, "</p>"_h);
        return;
    }
    html::Timeline timeline(h);
    for (auto const& one : decisions)
        timeline.event(one.at, name_of_act(one.change.act), "<p>"_h, shown(h, one.change.name),
                       " "_h, one.change.first, " "_h, html::isolated(one.change.source), "</p>"_h);
}

static void show_closure_fields(html::Html& h, ClosureForm const& form) {
    html::Form const frame(h, {.action = html::to("/admin/calendar"), .csrf = form.csrf});
    html::date_field(h, {.name = "first",
                         .label = msg::calendar_first,
                         .value = form.first_typed,
                         .error = form.faults.of("first")});
    html::number_field(h,
                       {.name = "days",
                        .label = msg::calendar_days,
                        .value = form.days_typed,
                        .error = form.faults.of("days")},
                       {1, 14, 1});
    html::text_field(h, {.name = "name_ar",
                         .label = msg::calendar_name_ar,
                         .value = form.typed.name.ar,
                         .error = form.faults.of("name_ar")});
    html::text_field(h, {.name = "name_fr",
                         .label = msg::calendar_name_fr,
                         .value = form.typed.name.fr,
                         .required = false});
    html::text_field(h, {.name = "source",
                         .label = msg::calendar_source,
                         .value = form.typed.source,
                         .error = form.faults.of("source")});
    html::button(h, msg::calendar_add);
}

void show_calendar_office(html::Html& h, ClosureForm const& form) {
    h("<h1>"_h, msg::calendar_manage, "</h1>"_h);
    html::error_summary(h, form.faults);
    html::notice(h, html::Tone::info, msg::calendar_warning);
    show_holidays_table(h, form.calendar, true);
    show_years(h, html::to("/admin/calendar"), form.calendar.year);
    h("<h2>"_h, msg::calendar_add, "</h2>"_h);
    show_closure_fields(h, form);
    show_history(h, form.decisions);
}

static void show_holiday_fields(html::Html& h, HolidayForm const& form) {
    html::Form const frame(h, {.action = html::to("/admin/calendar/change"), .csrf = form.csrf});
    html::hidden_field(h, "key", form.entry.key);
    bool const closure = form.entry.kind == HolidayKind::exceptional;
    if (closure) {
        html::hidden_field(h, "act", "cancel");
        return html::button(h, msg::calendar_cancel, html::ButtonKind::danger);
    }
    html::Choice const choices[] = {{"confirm", msg::calendar_confirm},
                                    {"move", msg::calendar_move}};
    html::radio_group(h,
                      {.name = "act",
                       .label = msg::calendar_what,
                       .value = form.act,
                       .error = form.faults.of("act")},
                      choices);
    html::date_field(h, {.name = "first",
                         .label = msg::calendar_moved_to,
                         .value = form.first_typed,
                         .error = form.faults.of("first"),
                         .required = false});
    html::text_field(h, {.name = "source",
                         .label = msg::calendar_source,
                         .value = form.source_typed,
                         .error = form.faults.of("source"),
                         .required = false});
    html::button(h, msg::admin_save);
}

void show_holiday_form(html::Html& h, HolidayForm const& form) {
    html::breadcrumbs(h, {{html::to("/admin/calendar"), msg::calendar_manage}});
    h("<h1>"_h, msg::calendar_change_title, "</h1>"_h);
    html::error_summary(h, form.faults);
    {
        html::SummaryList list(h);
        list.row(msg::calendar_name, shown(h, form.entry.name));
        list.row(msg::calendar_expected, form.entry.first);
        list.row(msg::calendar_days, form.entry.days);
        list.row(msg::calendar_state, state_of(form.entry));
        list.row(msg::calendar_basis, basis_of(form.entry));
    }
    html::notice(h, html::Tone::info, msg::calendar_warning);
    show_holiday_fields(h, form);
}

}  // namespace wasl::directory
