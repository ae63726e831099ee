// SPDX-License-Identifier: Apache-2.0
#include "modules/challenges/views_jury_first.hpp"

#include <algorithm>
#include <cmath>

namespace wasl::challenges::views {

using namespace html::literals;

namespace {

std::string tenths(double value) {
    auto const rounded = std::lround(value * 10);
    return std::to_string(rounded / 10) + "." + std::to_string(rounded % 10);
}

void first_state(html::Html& h, FirstProject const& one) {
    if (one.is_near) return html::tag(h, html::Tone::neutral, msg::first_near);
    if (one.own) return html::tag(h, html::Tone::success, msg::seat_done);
    if (one.is_given) return html::tag(h, html::Tone::warning, msg::seat_to_do);
    html::tag(h, html::Tone::neutral, msg::first_free);
}

void projects_table(html::Html& h, Edition const& edition, Message const& caption,
                    std::span<FirstProject const> projects) {
    if (projects.empty()) return;
    html::Table table(
        h, caption,
        {{msg::project_title}, {msg::first_own}, {msg::first_open, html::Column::actions}});
    for (auto const& one : projects) {
        table.row();
        table.cell(html::isolated(one.title));
        table.cell_with([&] { first_state(h, one); });
        table.cell_with([&] {
            if (one.is_near) return;
            html::link_button(h, jury_url(edition, "/first/" + std::to_string(one.team.value())),
                              msg::first_open, html::ButtonKind::secondary,
                              html::isolated(one.title));
        });
    }
}

// What was given stands first; the rest may be read too.
void own_projects(html::Html& h, FirstSeat const& seat) {
    if (seat.projects.empty()) return html::empty_state(h, msg::first_none);
    std::span<FirstProject const> const all = seat.projects;
    auto const given = static_cast<std::size_t>(std::count_if(
        all.begin(), all.end(), [](FirstProject const& one) { return one.is_given; }));
    projects_table(h, seat.edition, msg::first_given, all.first(given));
    projects_table(h, seat.edition, given == 0 ? msg::first_projects : msg::first_others,
                   all.subspan(given));
}

void outcome(html::Html& h, FirstTable const& found) {
    if (found.lines.empty()) return html::empty_state(h, msg::first_none);
    {
        html::Table table(h, msg::first_table,
                          {{msg::project_title},
                           {msg::jury_assigned_to, html::Column::number},
                           {msg::first_readings, html::Column::number},
                           {msg::first_score, html::Column::number},
                           {msg::seat_state}});
        for (auto const& one : found.lines) {
            table.row();
            table.cell(html::isolated(one.title));
            table.cell(one.given);
            table.cell(one.readings);
            table.cell(html::code(one.score ? tenths(*one.score) : std::string()));
            table.cell_with([&] {
                if (one.is_shortlisted)
                    html::tag(h, html::Tone::success, msg::office_shortlisted);
                else if (one.readings < each_to_shortlist)
                    html::tag(h, html::Tone::warning, msg::first_few);
            });
        }
    }
    h("<p>"_h, found.is_fair ? msg::first_fair : msg::first_mean, "</p><p>"_h, msg::first_decide,
      "</p>"_h);
}

void readers(html::Html& h, Known const& known, FirstTable const& found) {
    if (found.readers.empty()) return;
    {
        html::Table table(h, msg::first_readers,
                          {{msg::jury_judge},
                           {msg::jury_assigned, html::Column::number},
                           {msg::jury_done, html::Column::number}});
        for (auto const& one : found.readers) {
            table.row();
            table.cell(known.folk.of(one.person));
            table.cell(one.given);
            table.cell(one.read);
        }
    }
    h("<p>"_h, msg::jury_fingerprint, " "_h, html::code(found.rules.fingerprint), "</p>"_h);
}

void assign_form(html::Html& h, Known const& known, FirstTable const& found) {
    h("<h2>"_h, msg::first_assign, "</h2><p>"_h, msg::first_assign_lead, "</p>"_h);
    html::Form const form(
        h, {.action = jury_url(found.edition, "/first"), .csrf = known.visitor.csrf});
    auto const amount = [&](std::string_view name, Message const& label, int was,
                            std::int64_t most) {
        html::number_field(h,
                           {.name = name,
                            .label = label,
                            .value = known.typed(name, std::to_string(was)),
                            .error = known.faults.of(name)},
                           {1, most});
    };
    amount("each", msg::first_each, found.rules.each, ballots_each_max);
    amount("load_max", msg::jury_load, found.rules.load_max, rows_max * ballots_each_max);
    html::button(
        h, msg::first_assign,
        found.rules.fingerprint.empty() ? html::ButtonKind::primary : html::ButtonKind::secondary);
}

}  // namespace

void first(html::Html& h, Known const& known, FirstPage const& page) {
    auto const& edition = page.in.call.edition;
    html::breadcrumbs(
        h, {{html::to("/challenges"), msg::title}, {jury_url(edition), msg::jury_title}});
    html::error_summary(h, known.faults);
    h("<h1>"_h, msg::first_title, "</h1><p class=\"lead\">"_h,
      say(msg::first_lead, {number("count", each_to_shortlist)}), "</p>"_h);
    if (page.seat) own_projects(h, *page.seat);
    if (page.table) {
        outcome(h, *page.table);
        readers(h, known, *page.table);
        if (page.in.is_organiser && page.table->is_open) assign_form(h, known, *page.table);
    }
    if (page.in.is_organiser)
        html::link_button(h, html::to("/office/challenges/", edition.code, "/teams"),
                          msg::teams_title, html::ButtonKind::secondary);
}

void first_project(html::Html& h, Known const& known, FirstProjectPage const& page) {
    auto const& edition = page.in.call.edition;
    auto const& one = page.opened;
    html::breadcrumbs(
        h, {{jury_url(edition), msg::jury_title}, {jury_url(edition, "/first"), msg::first_title}});
    h("<h1>"_h, html::isolated(one.submission.project.title), "</h1>"_h);
    auto const here = jury_url(edition, "/first/" + std::to_string(one.team.id.value()));
    read_project(h, page.in.call, one.team, one.submission, here);
    h("<h2>"_h, msg::first_own, "</h2>"_h);
    auto const was = one.own ? marks_of(one.own->said.marks, one.criteria.size()) : std::nullopt;
    html::Form const form(h, {.action = here, .csrf = known.visitor.csrf});
    for (std::size_t n = 0; n < one.criteria.size(); ++n) {
        auto const mark = was && (*was)[n] ? std::to_string(*(*was)[n]) : std::string();
        mark_field(h, known, one.criteria[n], n + 1, mark, Unticked::refused);
    }
    html::text_area(
        h, {.name = "comment",
            .label = msg::seat_reason,
            .value = known.typed(
                "comment", one.own ? std::string_view(one.own->said.comment) : std::string_view()),
            .error = known.faults.of("comment"),
            .required = false,
            .length_max = static_cast<int>(text_max)});
    html::button(h, msg::save);
}

}  // namespace wasl::challenges::views
