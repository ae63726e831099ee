// SPDX-License-Identifier: Apache-2.0
// One report as the office reads it: everything that is known, and what can be done now.
#include "modules/reports/office_acts.hpp"

namespace wasl::reports::bureau {

using namespace html::literals;
using html::to;

namespace {

void head(html::Html& h, ReportPage const& page) {
    auto const& report = page.whole.report;
    html::breadcrumbs(h, {{to("/office/reports"), msg::office_title}});
    h("<div class=\"desk-head\"><h1>"_h, html::isolated(report.title), "</h1></div>"_h,
      "<p class=\"marks\">"_h, html::code(report.number), " "_h);
    html::tag(h, tone_of(report.phase), state_name(h.language(), page.on.settings, report.state));
    if (report.is_open() && report.due) {
        h(" "_h);
        html::deadline_chip(h, *report.due, page.on.today);
    }
    if (report.priority > 0) {
        h(" "_h);
        html::tag(h, html::Tone::warning,
                  report.priority == 2 ? msg::office_priority_2 : msg::office_priority_1);
    }
    if (report.sight != Sight::everybody) {
        h(" "_h);
        html::tag(h, html::Tone::neutral, word_of("office.sight", name_of(report.sight)));
    }
    h("</p>"_h);
}

void place_row(html::Html& h, html::SummaryList& list, ReportPage const& page) {
    auto const& report = page.whole.report;
    list.row_with(msg::office_where, [&] {
        h(territory_said(h.language(), page.on.known, report.territory));
        if (!report.landmark.empty()) h("<br>"_h, html::isolated(report.landmark));
        h("<br>"_h, html::code(coordinates(report.place)));
    });
}

void author(html::Html& h, html::SummaryList& list, ReportPage const& page) {
    auto const& report = page.whole.report;
    list.row_with(msg::office_author, [&] {
        if (auto const name = page.on.people.of(report.author))
            h(name);
        else if (!report.author_name.empty())
            h(html::isolated(report.author_name));
        else
            h(msg::office_no_name);
        if (!report.contact.empty()) h("<br>"_h, html::code(report.contact));
    });
}

void who_works(html::Html& h, html::SummaryList& list, ReportPage const& page) {
    auto const& report = page.whole.report;
    list.row_with(msg::office_assigned, [&] {
        auto const unit = unit_name(h.language(), page.on.places, report.unit);
        auto const person = page.on.people.of(report.assigned);
        if (unit) h(unit);
        if (unit && person) h("<br>"_h);
        if (person) h(person);
        if (!unit && !person) h(msg::office_nobody);
    });
}

void facts(html::Html& h, ReportPage const& page) {
    auto const& report = page.whole.report;
    auto const language = h.language();
    h("<section><h2>"_h, msg::office_facts, "</h2>"_h);
    if (!report.details.empty()) html::long_text(h, report.details);
    html::SummaryList list(h);
    list.row(msg::office_category, category_said(language, page.on.known, report.category));
    place_row(h, list, page);
    author(h, list, page);
    list.row(msg::office_filed, report.filed_at);
    if (report.due) list.row(msg::office_due, *report.due);
    list.row(msg::office_body, body_said(language, page.on.known, report.body));
    who_works(h, list, page);
    list.row(msg::office_supporters, report.supporters);
    if (report.level > 0) list.row(msg::office_escalated, report.level);
    if (report.reopened > 0) list.row(msg::office_reopened, report.reopened);
    if (report.rating > 0)
        list.row(msg::office_rating, say(msg::office_stars, {number("stars", report.rating)}));
    list_answers(h, list, page.on.known, report.category, page.whole.answers);
}

void pin_item(html::Html& h, Ground const& on, Pin const& pin) {
    h("<li><a href=\""_h, report_url(pin.number), "\">"_h, html::code(pin.number), " · "_h,
      html::isolated(pin.title), "</a> "_h);
    html::tag(h, tone_of(pin.phase), state_name(h.language(), on.settings, pin.state));
    h("</li>"_h);
}

void duplicates(html::Html& h, ReportPage const& page) {
    auto const& whole = page.whole;
    if (whole.duplicate_of) {
        h("<section><h2>"_h, msg::office_duplicate_of, "</h2><ul class=\"links\">"_h);
        pin_item(h, page.on, *whole.duplicate_of);
        h("</ul></section>"_h);
    }
    if (whole.duplicates.empty()) return;
    h("<section><h2>"_h, msg::office_duplicates, "</h2><ul class=\"links\">"_h);
    for (auto const& one : whole.duplicates) pin_item(h, page.on, one);
    h("</ul></section>"_h);
}

void offer(html::Html& h, html::Url const& url, html::Words const& label, html::Lit look) {
    h("<a class=\""_h, look, "\" href=\""_h, url, "\">"_h, label, "</a>"_h);
}

// What ends the report stands out.
html::Lit look_of(Phase phase) {
    if (phase == Phase::refused) return "button danger"_h;
    return phase == Phase::fixed ? "button"_h : "button secondary"_h;
}

void what_next(html::Html& h, ReportPage const& page) {
    auto const& number = page.whole.report.number;
    h("<section class=\"next\"><h2>"_h, msg::office_next, "</h2>"_h);
    if (auto const* const move = act_named("move"); move->offered(page.whole)) {
        h("<h3>"_h, move->title, "</h3><div class=\"steps-offered\">"_h);
        for (auto const& state : page.on.settings.states()) {
            if (!may_answer_with(page.whole, state)) continue;
            offer(h, html::with(act_url(number, "move"), "state", state.code),
                  named(h.language(), state.name), look_of(state.phase));
        }
        h("</div>"_h);
    }
    h("<h3>"_h, msg::office_other_acts, "</h3><div class=\"steps-offered\">"_h);
    for (auto const& act : acts()) {
        if (act.name == "move" || act.of_part || !act.offered(page.whole)) continue;
        offer(h, act_url(number, act.name), act.title, "button secondary"_h);
    }
    h("</div></section>"_h);
}

}  // namespace

void show_report(html::Html& h, ReportPage const& page) {
    head(h, page);
    h("<div class=\"columns review\"><div>"_h);
    facts(h, page);
    show_photos(h, page.whole, UpdateId{0});
    h("</section>"_h);
    duplicates(h, page);
    h("<section><h2>"_h, msg::office_history, "</h2>"_h);
    show_timeline(h, page.on, page.whole, page.whole.updates);
    h("</section></div><div class=\"beside\">"_h);
    what_next(h, page);
    h("</div></div>"_h);
}

}  // namespace wasl::reports::bureau
