// SPDX-License-Identifier: Apache-2.0
// What a judge sees: what to declare first, the projects in his order, a ballot beside its project.
#include "modules/challenges/paper_ballots.hpp"
#include "modules/challenges/views_jury.hpp"

namespace wasl::challenges::views {

using namespace html::literals;

namespace {

// Anonymous where the edition is: a judge knows projects by their titles.
html::Isolated judged_name(Edition const& edition, Team const& team, std::string_view title) {
    return html::isolated(edition.is_anonymous || team.name.empty() ? title
                                                                    : std::string_view(team.name));
}

void declare(html::Html& h, Known const& known, SeatPage const& page) {
    auto const& edition = page.in.call.edition;
    html::Form const form(h, {.action = jury_url(edition, "/seat"), .csrf = known.visitor.csrf});
    std::vector<std::string> values;
    std::vector<html::Choice> choices;
    values.reserve(page.seated->before.size());
    for (auto const& team : page.seated->before) {
        values.push_back(std::to_string(team.id.value()));
        choices.push_back({values.back(), html::isolated(team.name)});
    }
    if (!choices.empty())
        html::checkbox_group(h,
                             {.name = "team",
                              .label = msg::seat_conflicts,
                              .hint = msg::seat_conflicts_hint,
                              .error = known.faults.of("teams"),
                              .required = false},
                             choices);
    html::text_area(h, {.name = "reason",
                        .label = msg::seat_reason,
                        .hint = msg::seat_reason_hint,
                        .value = known.typed("reason"),
                        .error = known.faults.of("reason"),
                        .required = false,
                        .length_max = static_cast<int>(text_max),
                        .rows = 3});
    html::button(h, msg::seat_declare, html::ButtonKind::primary, "do", "declare");
}

void projects(html::Html& h, Seated const& seated) {
    if (seated.projects.empty()) return html::empty_state(h, msg::seat_none, msg::seat_none_text);
    html::Table table(h, msg::seat_projects,
                      {{msg::project_title},
                       {msg::seat_number, html::Column::number},
                       {msg::seat_state},
                       {msg::seat_open, html::Column::actions}});
    bool const ranked = seated.rules.ballots == Ballots::ranking && !seated.ballots.empty();
    for (auto const& one : seated.projects) {
        bool const done = one.is_done || ranked;
        table.row();
        table.cell(html::isolated(one.title));
        table.cell(one.number);
        table.cell_with([&] {
            html::tag(h, done ? html::Tone::success : html::Tone::warning,
                      done ? msg::seat_done : msg::seat_to_do);
        });
        table.cell_with([&] {
            html::link_button(
                h, jury_url(seated.edition, "/ballot/" + std::to_string(one.team.value())),
                msg::seat_open, html::ButtonKind::secondary, html::isolated(one.title));
        });
    }
}

// As he ranked them before; empty where he did not, or they are others now.
PaperValues places_of(Seated const& seated) {
    std::vector<TeamId> teams;
    for (auto const& one : seated.projects) teams.push_back(one.team);
    for (auto const& ballot : seated.ballots)
        if (ballot.team.value() == 0) return values_of(Ballots::ranking, ballot.said.marks, teams);
    return PaperValues(teams.size());
}

// All the projects, each with its place; equal places are ties.
void ranking(html::Html& h, Known const& known, Seated const& seated) {
    if (seated.projects.empty()) return html::empty_state(h, msg::seat_none, msg::seat_none_text);
    html::Form const form(
        h, {.action = jury_url(seated.edition, "/seat"), .csrf = known.visitor.csrf});
    html::Fieldset const all(h, msg::seat_order, msg::seat_order_hint);
    auto const were = places_of(seated);
    for (std::size_t n = 0; n < seated.projects.size(); ++n) {
        auto const& one = seated.projects[n];
        auto const name = "place_" + std::to_string(one.team.value());
        html::number_field(h,
                           {.name = name,
                            .label = html::isolated(one.title),
                            .value = known.typed(name, were[n]),
                            .error = known.faults.of("places")},
                           {1, static_cast<std::int64_t>(seated.projects.size())});
    }
    html::button(h, msg::ballot_save, html::ButtonKind::primary, "do", "rank");
}

std::string_view seated_title(Seated const& seated, TeamId team) {
    for (auto const& one : seated.projects)
        if (one.team == team) return one.title;
    return {};
}

// The pairs that he compared; each can be said anew until the end.
void compared_pairs(html::Html& h, Seated const& seated) {
    if (seated.ballots.empty()) return;
    html::Table table(h, msg::pair_said,
                      {{msg::pair_first}, {msg::pair_second}, {msg::pair_better}});
    for (auto const& one : seated.ballots) {
        table.row();
        table.cell(html::isolated(seated_title(seated, one.team)));
        table.cell(html::isolated(seated_title(seated, one.other)));
        table.cell(better_said(one.said.marks));
    }
}

void pair(html::Html& h, Known const& known, Seated const& seated) {
    if (seated.projects.size() < 2)
        return html::empty_state(h, msg::seat_none, msg::seat_none_text);
    compared_pairs(h, seated);
    h("<h2>"_h, msg::pair_compare, "</h2>"_h);
    std::vector<std::string> values;
    std::vector<html::Choice> choices;
    values.reserve(seated.projects.size());
    for (auto const& one : seated.projects) {
        values.push_back(std::to_string(one.team.value()));
        choices.push_back({values.back(), html::isolated(one.title)});
    }
    html::Form const form(
        h, {.action = jury_url(seated.edition, "/seat"), .csrf = known.visitor.csrf});
    html::select_field(
        h, {.name = "first", .label = msg::pair_first, .value = known.typed("first")}, choices);
    html::select_field(
        h, {.name = "second", .label = msg::pair_second, .value = known.typed("second")}, choices);
    std::vector<html::Choice> const better{{"first", msg::pair_first_better},
                                           {"second", msg::pair_second_better},
                                           {"tie", msg::pair_tie}};
    html::radio_group(h,
                      {.name = "preferred",
                       .label = msg::pair_better,
                       .value = known.typed("preferred"),
                       .error = known.faults.of("preferred")},
                      better);
    html::button(h, msg::ballot_save, html::ButtonKind::primary, "do", "pair");
}

void conflicts(html::Html& h, SeatPage const& page) {
    auto const& seated = *page.seated;
    if (seated.conflicts.empty()) return;
    h("<h2>"_h, msg::seat_own_conflicts, "</h2><ul>"_h);
    for (auto const& one : seated.conflicts)
        for (auto const& team : seated.before)
            if (team.id == one.team)
                h("<li>"_h, judged_name(seated.edition, team, team.name), " — "_h,
                  *msg::find("source." + std::string(name_of(one.source))), "</li>"_h);
    h("</ul>"_h);
}

}  // namespace

void seat(html::Html& h, Known const& known, SeatPage const& page) {
    auto const& edition = page.in.call.edition;
    auto const url = jury_url(edition, "/seat");
    crumbs(h, edition);
    h("<h1>"_h, msg::seat_title, "</h1>"_h);
    if (!page.seated) {
        h("<p class=\"lead\">"_h, msg::seat_invited, "</p>"_h);
        html::Form const form(h, {.action = url, .csrf = known.visitor.csrf});
        html::hidden_field(h, "address", page.address);
        html::hidden_field(h, "key", page.key);
        html::button(h, msg::seat_take, html::ButtonKind::primary, "do", "take");
        return;
    }
    auto const& seated = *page.seated;
    if (!seated.juror.declared) {
        h("<h2>"_h, msg::seat_declare_first, "</h2><p>"_h, msg::seat_declare_text, "</p>"_h);
        return declare(h, known, page);
    }
    projects(h, seated);
    if (seated.rules.ballots == Ballots::ranking) ranking(h, known, seated);
    if (seated.rules.ballots == Ballots::pair) pair(h, known, seated);
    conflicts(h, page);
    {
        html::Disclosure const more(h, msg::seat_declare_more,
                                    known.faults.of("teams") || known.faults.of("reason"));
        h("<p>"_h, msg::seat_declare_late, "</p>"_h);
        declare(h, known, page);
    }
    html::Disclosure const leave(h, msg::seat_recuse);
    html::Form const form(h, {.action = url, .csrf = known.visitor.csrf});
    html::text_area(h, {.name = "recusal",
                        .label = msg::seat_recuse_reason,
                        .value = known.typed("recusal"),
                        .length_max = static_cast<int>(text_max),
                        .rows = 3});
    html::button(h, msg::seat_recuse, html::ButtonKind::danger, "do", "recuse");
}

void read_project(html::Html& h, Call const& call, Team const& team, Submission const& submission,
                  html::Url const& files) {
    auto shown = submission;
    shown.files.clear();
    project(h, call, team, shown, call.edition.is_anonymous);
    if (submission.files.empty()) return;
    h("<h2>"_h, msg::project_files, "</h2>"_h);
    std::vector<html::FileItem> items;
    for (auto const& one : submission.files)
        items.push_back(
            {html::UrlMaker::local(files.text() + "/" + one.sha256, true), one.name, one.bytes});
    html::file_list(h, items);
}

void ballot(html::Html& h, Known const& known, BallotPage const& page) {
    auto const& edition = page.in.call.edition;
    auto const& before = page.before;
    auto const id = std::to_string(before.team.id.value());
    html::breadcrumbs(
        h, {{html::to("/challenges"), msg::title}, {jury_url(edition, "/seat"), msg::seat_title}});
    h("<h1>"_h, html::isolated(before.submission.project.title), "</h1><p class=\"meta\">"_h,
      say(msg::sheet_project_number, {number("number", before.number)}), "</p>"_h);
    read_project(h, page.in.call, before.team, before.submission,
                 jury_url(edition, "/ballot/" + id));
    if (before.rules.ballots != Ballots::score) return;
    h("<h2>"_h, msg::ballot_title, "</h2>"_h);
    if (before.ballot)
        html::notice(h, html::Tone::info,
                     say(msg::ballot_saved_at, {{"moment", before.ballot->at},
                                                number("version", before.ballot->version)}));
    auto const was =
        before.ballot ? marks_of(before.ballot->said.marks, before.criteria.size()) : std::nullopt;
    html::Form const form(
        h, {.action = jury_url(edition, "/ballot/" + id), .csrf = known.visitor.csrf});
    for (std::size_t n = 0; n < before.criteria.size(); ++n) {
        auto const mark = was && (*was)[n] ? std::to_string(*(*was)[n]) : std::string();
        mark_field(h, known, before.criteria[n], n + 1, mark, Unticked::refused);
    }
    html::text_area(h, {.name = "comment",
                        .label = msg::ballot_comment,
                        .hint = msg::ballot_comment_hint,
                        .value = known.typed(
                            "comment", before.ballot ? std::string_view(before.ballot->said.comment)
                                                     : std::string_view()),
                        .error = known.faults.of("comment"),
                        .required = false,
                        .length_max = static_cast<int>(text_max)});
    html::button(h, msg::ballot_save);
}

}  // namespace wasl::challenges::views
