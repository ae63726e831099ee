// SPDX-License-Identifier: Apache-2.0
// The adoption file of an administration, as those who may adopt read it.
#include "modules/bank/views_office.hpp"

namespace wasl::bank::views {

using namespace html::literals;

namespace {

void told(html::Html& h, Message const& label, std::string_view text) {
    h("<h3>"_h, label, "</h3>"_h);
    if (text.empty())
        h("<p>"_h, msg::entry_untold, "</p>"_h);
    else
        html::long_text(h, text);
}

void summary(html::Html& h, FilePage const& page) {
    auto const& one = page.whole.adoption;
    h("<h2>"_h, msg::file_summary, "</h2>"_h);
    {
        html::SummaryList list(h);
        list.row(msg::office_administration,
                 administration_said(h.language(), page.known, one.administration));
        list.row_with(msg::office_phase,
                      [&] { html::tag(h, tone_of(one.phase), word_of("phase", one.phase)); });
        if (one.phase == Phase::asked)
            list.row_with(msg::file_answer_due, [&] {
                html::deadline_chip(h, clock::day_in_morocco(one.asked_at) + answer_within,
                                    page.known.today);
            });
        list.row(msg::file_owner, page.whole.owner_name.empty()
                                      ? html::Words(msg::entry_untold)
                                      : html::Words(html::isolated(page.whole.owner_name)));
        if (one.agreed_on) list.row(msg::file_agreed_on, *one.agreed_on);
        if (!one.place.empty()) list.row(msg::file_place, html::isolated(one.place));
        if (one.pilot_from) list.row(msg::file_pilot_from, *one.pilot_from);
        if (one.pilot_until) list.row(msg::file_pilot_until, *one.pilot_until);
    }
    told(h, msg::adopt_why, one.why);
    told(h, msg::file_legal_basis, one.legal_basis);
    told(h, msg::file_agreement, one.agreement);
    told(h, msg::file_plan, one.plan);
    if (page.whole.is_office && one.phase != Phase::refused && one.phase != Phase::stopped)
        html::link_button(h, html::to("/office/adoptions/", one.id, "/edit"), msg::file_edit,
                          html::ButtonKind::secondary);
}

html::Words text_of(Task const& task) {
    if (!task.code.empty()) return word_of("check", task.code);
    return html::isolated(task.text);
}

void settle(html::Html& h, FilePage const& page, Task const& task) {
    bool const done = task.done_on.has_value();
    html::Disclosure const more(h, done ? msg::task_reopen : msg::task_settle);
    html::Form const form(
        h, {.action = file_url(page.whole.adoption.id), .csrf = page.csrf, .narrow = true});
    html::hidden_field(h, "do", "settle");
    html::hidden_field(h, "task", std::to_string(task.id.value()));
    html::hidden_field(h, "done", done ? "0" : "1");
    h("<label for=\"answer-"_h, task.id.value(), "\">"_h, msg::task_answer,
      "</label><textarea id=\"answer-"_h, task.id.value(), "\" name=\"answer\" rows=\"2\">"_h,
      task.answer, "</textarea>"_h);
    html::button(h, done ? msg::task_reopen : msg::task_done, html::ButtonKind::secondary, {}, {},
                 text_of(task));
}

void tasks(html::Html& h, FilePage const& page, TaskKind kind, Message const& title) {
    h("<h2>"_h, title, "</h2>"_h);
    bool any = false;
    for (auto const& task : page.whole.tasks) {
        if (task.kind != kind) continue;
        if (!any) h("<ul class=\"papers\">"_h);
        any = true;
        h("<li><p><b>"_h, text_of(task), "</b></p><p class=\"marks\">"_h);
        if (task.done_on) {
            html::tag(h, html::Tone::success, msg::task_is_done);
            h(*task.done_on);
        } else if (task.due) {
            html::deadline_chip(h, *task.due, page.known.today);
            h(*task.due);
        } else {
            html::tag(h, html::Tone::neutral, msg::task_is_open);
        }
        h("</p>"_h);
        if (!task.answer.empty()) html::long_text(h, task.answer);
        bool const over = page.whole.adoption.phase == Phase::refused ||
                          page.whole.adoption.phase == Phase::stopped;
        if (page.whole.is_office && !over) settle(h, page, task);
        h("</li>"_h);
    }
    if (any)
        h("</ul>"_h);
    else
        h("<p>"_h, msg::task_none, "</p>"_h);
}

}  // namespace

void file(html::Html& h, FilePage const& page) {
    auto const& one = page.whole.adoption;
    html::breadcrumbs(h, {{html::to("/office/bank"), msg::office_title},
                          {entry_url(page.entry.number), title_of(page.entry.content)}});
    html::error_summary(h, page.faults);
    h("<h1>"_h, msg::file_title, "</h1><p class=\"lead\">"_h, title_of(page.entry.content),
      "</p>"_h);
    if (!one.reason.empty()) {
        html::Panel const panel(h, tone_of(one.phase), msg::entry_reason);
        html::long_text(h, one.reason);
    }
    file_acts(h, page);
    summary(h, page);
    tasks(h, page, TaskKind::check, msg::task_checks);
    tasks(h, page, TaskKind::task, msg::task_tasks);
    tasks(h, page, TaskKind::risk, msg::task_risks);
    if (page.whole.effects.empty())
        h("<h2>"_h, msg::effect_ledger, "</h2><p>"_h, msg::effect_none, "</p>"_h);
    else
        effects(h, page.entry.content, page.whole.effects);
    h("<h2>"_h, msg::adoption_experience, "</h2>"_h);
    if (page.whole.experiences.empty()) h("<p>"_h, msg::file_experience_none, "</p>"_h);
    for (auto const& told : page.whole.experiences) {
        h("<p class=\"when\">"_h, told.at, "</p>"_h);
        html::long_text(h, told.text);
    }
}

}  // namespace wasl::bank::views
