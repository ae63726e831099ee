// SPDX-License-Identifier: Apache-2.0
// What a judge sees: what to declare first, the projects in his order, a ballot beside its project.
#include "modules/challenges/views_jury.hpp"

namespace wasl::challenges::views {

using namespace html::literals;

namespace {

// Anonymous where the edition is: a judge knows projects by their titles.
html::Isolated called(Edition const& edition, Team const& team, std::string_view title) {
    return html::isolated(edition.is_anonymous || team.name.empty() ? title
                                                                    : std::string_view(team.name));
}

void declare(html::Html& h, Known const& known, SeatPage const& page) {
    auto const& edition = page.in.call.edition;
    html::Form const form(h, {.action = jury_url(edition, "/seat"), .csrf = known.visitor.csrf});
    std::vector<std::string> values;
    std::vector<html::Choice> choices;
    values.reserve(page.teams.size());
    for (auto const& team : page.teams) {
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
    h("<h2>"_h, msg::seat_projects, "</h2>"_h);
    if (seated.projects.empty()) return html::empty_state(h, msg::seat_none, msg::seat_none_text);
    html::Table table(
        h, msg::seat_projects,
        {{msg::project_title}, {msg::seat_state}, {msg::seat_open, html::Column::actions}});
    for (auto const& one : seated.projects) {
        auto const& title = one.submission.project.title;
        table.row();
        table.cell(html::isolated(title));
        table.cell_with([&] {
            html::tag(h, one.ballot ? html::Tone::success : html::Tone::warning,
                      one.ballot ? msg::seat_done : msg::seat_to_do);
        });
        table.cell_with([&] {
            html::link_button(
                h, jury_url(seated.edition, "/ballot/" + std::to_string(one.team.id.value())),
                msg::seat_open, html::ButtonKind::secondary, html::isolated(title));
        });
    }
}

// All the projects, each with its place; equal places are ties.
void ranking(html::Html& h, Known const& known, Seated const& seated) {
    if (seated.projects.empty()) return html::empty_state(h, msg::seat_none, msg::seat_none_text);
    html::Form const form(
        h, {.action = jury_url(seated.edition, "/seat"), .csrf = known.visitor.csrf});
    html::Fieldset const all(h, msg::seat_order, msg::seat_order_hint);
    for (auto const& one : seated.projects) {
        auto const name = "place_" + std::to_string(one.team.id.value());
        html::number_field(h,
                           {.name = name,
                            .label = html::isolated(one.submission.project.title),
                            .value = known.typed(name),
                            .error = known.faults.of("places")},
                           {1, static_cast<std::int64_t>(seated.projects.size())});
    }
    html::button(h, msg::ballot_save, html::ButtonKind::primary, "do", "rank");
}

void pair(html::Html& h, Known const& known, Seated const& seated) {
    if (seated.projects.size() < 2)
        return html::empty_state(h, msg::seat_none, msg::seat_none_text);
    std::vector<std::string> values;
    std::vector<html::Choice> choices;
    values.reserve(seated.projects.size());
    for (auto const& one : seated.projects) {
        values.push_back(std::to_string(one.team.id.value()));
        choices.push_back({values.back(), html::isolated(one.submission.project.title)});
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
        for (auto const& team : page.teams)
            if (team.id == one.team)
                h("<li>"_h, called(seated.edition, team, team.name), " — "_h,
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

void ballot(html::Html& h, Known const& known, BallotPage const& page) {
    auto const& edition = page.in.call.edition;
    auto const& before = page.before;
    auto const id = std::to_string(before.team.id.value());
    html::breadcrumbs(
        h, {{html::to("/challenges"), msg::title}, {jury_url(edition, "/seat"), msg::seat_title}});
    h("<h1>"_h, html::isolated(before.submission.project.title), "</h1>"_h);
    auto shown = before.submission;
    shown.files.clear();
    project(h, page.in.call, before.team, shown, edition.is_anonymous);
    if (!before.submission.files.empty()) {
        h("<h2>"_h, msg::project_files, "</h2>"_h);
        std::vector<html::FileItem> items;
        for (auto const& one : before.submission.files)
            items.push_back(
                {jury_url(edition, "/ballot/" + id + "/" + one.sha256), one.name, one.bytes});
        html::file_list(h, items);
    }
    if (page.seated.rules.ballots != Ballots::score) return;
    h("<h2>"_h, msg::ballot_title, "</h2>"_h);
    if (before.ballot)
        html::notice(h, html::Tone::info,
                     say(msg::ballot_saved_at, {{"moment", before.ballot->at},
                                                number("version", before.ballot->version)}));
    auto const was = before.ballot
                         ? marks_of(before.ballot->said.marks, page.seated.criteria.size())
                         : std::nullopt;
    html::Form const form(
        h, {.action = jury_url(edition, "/ballot/" + id), .csrf = known.visitor.csrf});
    for (std::size_t n = 0; n < page.seated.criteria.size(); ++n) {
        auto const& one = page.seated.criteria[n];
        auto const name = "mark_" + std::to_string(n + 1);
        auto const mark = was && (*was)[n] ? std::to_string(*(*was)[n]) : std::string();
        html::number_field(h,
                           {.name = name,
                            .label = named(h.language(), one.name),
                            .hint = say(msg::jury_from_to, {number("low", one.rule.lowest),
                                                            number("high", one.rule.highest)}),
                            .value = known.typed(name, mark),
                            .error = known.faults.of(name),
                            .required = one.rule.needed == judging::Criterion::Needed::yes},
                           {one.rule.lowest, one.rule.highest});
        if (!one.labels.ar.empty()) html::long_text(h, directory::in(h.language(), one.labels));
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
