// SPDX-License-Identifier: Apache-2.0
// A project: written, looked at as the jury will, shown to everybody once prizes are given.
#include "modules/challenges/files_typed.hpp"
#include "modules/challenges/views.hpp"

namespace wasl::challenges::views {

using namespace html::literals;

namespace {

struct Part {
    std::string_view name;
    Message const& label;
    Message const& hint;
    std::string Project::* text;
    bool required = true;
};
Part const project_parts[] = {
    {"summary", msg::project_summary, msg::project_summary_hint, &Project::summary},
    {"problem", msg::project_problem, msg::project_problem_hint, &Project::problem},
    {"solution", msg::project_solution, msg::project_solution_hint, &Project::solution},
    {"serves", msg::project_serves, msg::project_serves_hint, &Project::serves},
    {"evidence", msg::project_evidence, msg::project_evidence_hint, &Project::evidence, false},
};

void fields(html::Html& h, Known const& known, Project const& was) {
    html::text_field(h, {.name = "title",
                         .label = msg::project_title,
                         .value = known.typed("title", was.title),
                         .error = known.faults.of("title"),
                         .length_max = static_cast<int>(name_max)});
    for (auto const& part : project_parts)
        html::text_area(h, {.name = part.name,
                            .label = part.label,
                            .hint = part.hint,
                            .value = known.typed(part.name, was.*part.text),
                            .error = known.faults.of(part.name),
                            .required = part.required,
                            .length_max = static_cast<int>(text_max)});
    html::text_field(h, {.name = "video",
                         .label = msg::project_video,
                         .hint = msg::project_video_hint,
                         .value = known.typed("video", was.video),
                         .error = known.faults.of("video"),
                         .required = false,
                         .left_to_right = true,
                         .length_max = static_cast<int>(address_max)});
}

void time_left(html::Html& h, Known const& known, SubmissionPage const& page) {
    auto const& edition = page.whole.in.call.edition;
    auto const at = window(edition, Doing::submit, known.now);
    if (at.is == Window::Is::not_yet) {
        html::notice(h, html::Tone::info, say(msg::submission_from, {{"moment", at.moment}}));
        return;
    }
    if (!page.deadline || known.now >= *page.deadline) {
        html::notice(h, html::Tone::danger,
                     said_end(msg::submission_over_day, msg::submission_over,
                              page.deadline.value_or(at.moment)));
        return;
    }
    html::Panel const panel(h, html::Tone::warning, left_until(*page.deadline, known.now));
    // The very second, for programs that read the page, around words that name the day.
    h("<p><time datetime=\""_h, iso(*page.deadline), "\">"_h,
      said_end(msg::submission_until_day, msg::submission_until, *page.deadline), "</time></p>"_h);
    if (page.whole.grace && !at.open())
        h("<p>"_h, say(msg::submission_grace, {text("reason", page.whole.grace->reason)}),
          "</p>"_h);
}

void versions(html::Html& h, Known const& known, SubmissionPage const& page) {
    if (page.versions.empty()) {
        html::empty_state(h, msg::submission_none, msg::submission_none_text);
    } else {
        html::Table table(h, msg::submission_versions,
                          {{msg::submission_version},
                           {msg::project_title},
                           {msg::submission_by},
                           {msg::submission_at}});
        for (auto const& one : page.versions) {
            table.row();
            table.cell(one.version);
            table.cell(html::isolated(one.project.title));
            table.cell(known.folk.of(one.by));
            table.cell(one.at);
        }
    }
}

}  // namespace

void submission(html::Html& h, Known const& known, SubmissionPage const& page) {
    auto const& whole = page.whole;
    auto const& edition = whole.in.call.edition;
    crumbs(h, edition, whole.team);
    h("<h1>"_h, msg::submission_title, "</h1>"_h);
    time_left(h, known, page);
    if (whole.latest)
        html::link_button(h, team_url(edition.code, whole.team.id, "/preview"), msg::preview_title,
                          html::ButtonKind::secondary);
    auto const at = window(edition, Doing::submit, known.now);
    bool const in_time =
        page.deadline && known.now < *page.deadline && at.is != Window::Is::not_yet;
    // What was typed stands there even where it came too late.
    if (whole.is_member && (in_time || known.sent())) {
        html::Form const form(h, {.action = team_url(edition.code, whole.team.id, "/submission"),
                                  .csrf = known.visitor.csrf,
                                  .once = page.once,
                                  .multipart = true});
        fields(h, known, whole.latest ? whole.latest->project : Project{});
        files_fields(h, known, page.files);
        html::button(h, whole.latest ? msg::submission_again : msg::submission_send);
    }
    versions(h, known, page);
}

void project(html::Html& h, Call const& call, Team const& team, Submission const& sent,
             bool is_anonymous) {
    auto const& edition = call.edition;
    html::SummaryList list(h);
    if (!is_anonymous) list.row(msg::team_name, html::isolated(team.name));
    if (auto const* const statement = call.statement(team.statement))
        list.row(msg::team_statement, named(h.language(), statement->title));
    for (auto const& part : project_parts)
        if (!(sent.project.*part.text).empty())
            list.row_with(part.label, [&] { html::long_text(h, sent.project.*part.text); });
    if (!sent.project.video.empty())
        list.row(msg::project_video, "<a class=\"anywhere\" href=\""_h,
                 html::outside(sent.project.video), "\">"_h, html::code(sent.project.video),
                 "</a>"_h);
    if (!sent.files.empty())
        list.row_with(msg::project_files, [&] {
            std::vector<html::FileItem> items;
            for (auto const& one : sent.files)
                items.push_back(
                    {html::UrlMaker::local(
                         team_url(edition.code, team.id, "/files/").text() + one.sha256, true),
                     one.name, one.bytes});
            html::file_list(h, items);
        });
}

void preview(html::Html& h, WholeTeam const& whole) {
    auto const& edition = whole.in.call.edition;
    crumbs(h, edition, whole.team);
    h("<h1>"_h, msg::preview_title, "</h1>"_h);
    if (!whole.latest) {
        html::empty_state(h, msg::submission_none, msg::submission_none_text);
        return;
    }
    html::notice(h, html::Tone::info,
                 edition.is_anonymous ? msg::preview_anonymous : msg::preview_named);
    h("<h2>"_h, html::isolated(whole.latest->project.title), "</h2>"_h);
    project(h, whole.in.call, whole.team, *whole.latest, edition.is_anonymous);
}

// Of a record nobody has said in which order they won.
Said place_of(Award const& award) {
    if (award.place == 0) return say(msg::awards_winner);
    return say(msg::awards_place, {number("place", award.place)});
}

void gallery(html::Html& h, Known const& known, WholeEdition const& whole,
             std::span<Exhibit const> all) {
    auto const& edition = whole.call.edition;
    crumbs(h, edition);
    h("<h1>"_h, msg::gallery_title, "</h1>"_h);
    if (!known.pages.desk.shows_projects(edition, known.now)) {
        auto const& span = edition.span(Phase::award);
        html::empty_state(h, msg::gallery_closed,
                          span ? html::Words(say(msg::gallery_from, {{"day", first_day(*span)}}))
                               : html::Words());
        return;
    }
    if (all.empty()) return html::empty_state(h, msg::gallery_none);
    html::Cards cards(h);
    for (auto const& one : all)
        cards.card({html::to("/challenges/", edition.code, "/projects/", one.team.id),
                    html::isolated(one.submission.project.title),
                    html::isolated(one.submission.project.summary),
                    one.award ? html::Words(place_of(*one.award))
                              : html::Words(html::isolated(one.team.name))});
}

void shown_project(html::Html& h, Known const&, ProjectPage const& page) {
    auto const& edition = page.in.call.edition;
    auto const& one = page.one;
    html::breadcrumbs(h,
                      {{html::to("/challenges"), msg::title},
                       {edition_url(edition.code), named(h.language(), edition.name)},
                       {html::to("/challenges/", edition.code, "/projects"), msg::gallery_title}});
    h("<h1>"_h, html::isolated(one.submission.project.title), "</h1>"_h);
    if (one.award) html::tag(h, html::Tone::success, place_of(*one.award));
    if (edition.is_record()) html::notice(h, html::Tone::info, msg::refused_record);
    project(h, page.in.call, one.team, one.submission, false);
    if (page.after && page.after->is_public) {
        html::Panel const panel(h, html::Tone::info, page.after->stage);
        h("<p><a href=\""_h, html::to("/bank/", page.after->number), "\">"_h,
          msg::report_in_bank_page, "</a></p>"_h);
    }
    if (page.progress.empty()) return;
    h("<h2>"_h, msg::progress_title, "</h2>"_h);
    html::Timeline line(h);
    for (auto const& step : page.progress) line.event(step.at, html::isolated(step.text));
}

void awards(html::Html& h, Known const& known, WholeEdition const& whole,
            std::span<Exhibit const> all) {
    auto const& edition = whole.call.edition;
    crumbs(h, edition);
    h("<h1>"_h, msg::awards_title, "</h1>"_h);
    bool any = false;
    for (auto const& one : all) any = any || one.award.has_value();
    if (!any) {
        html::empty_state(h, known.pages.desk.shows_projects(edition, known.now)
                                 ? msg::awards_none
                                 : msg::gallery_closed);
        return;
    }
    h("<ol class=\"cards\">"_h);
    for (auto const& one : all) {
        if (!one.award) continue;
        h("<li class=\"card\"><h2><a href=\""_h,
          html::to("/challenges/", edition.code, "/projects/", one.team.id), "\">"_h,
          html::isolated(one.submission.project.title), "</a></h2><p>"_h,
          html::isolated(one.team.name), "</p>"_h);
        if (auto const* const prize = prize_of(whole.call.prizes, *one.award))
            h("<p>"_h, place_of(*one.award), " · "_h, named(h.language(), prize->name), "</p>"_h);
        if (!one.award->reason.empty()) h("<p>"_h, html::isolated(one.award->reason), "</p>"_h);
        h("</li>"_h);
    }
    h("</ol>"_h);
    if (!edition.is_record())
        h("<p><a href=\""_h, html::to("/challenges/", edition.code, "/report.pdf"), "\">"_h,
          msg::report_link, "</a></p>"_h);
}

}  // namespace wasl::challenges::views
