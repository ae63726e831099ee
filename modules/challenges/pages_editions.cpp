// SPDX-License-Identifier: Apache-2.0
// What everybody reads: the list, the call of an edition, its calendar and its feed.
#include "modules/challenges/feeds.hpp"
#include "modules/challenges/report.hpp"
#include "modules/challenges/views.hpp"

namespace wasl::challenges {

namespace {

using http::Asked;

Response show_editions(Pages const& pages, Asked const& asked) {
    Known const known(pages, asked);
    auto const editions = pages.desk.editions(asked.db);
    return page_of(
        asked, known, msg::title, [&](html::Html& h) { views::list(h, known, editions); }, true);
}

Response show_edition(Pages const& pages, Asked const& asked) {
    Known const known(pages, asked);
    auto const whole = TRY(pages.desk.edition(asked.db, asked.visitor, asked.wild(0)));
    return page_of(
        asked, known, named(asked.language(), whole.call.edition.name),
        [&](html::Html& h) { views::edition(h, known, whole); },
        whole.call.edition.state != State::draft);
}

Response show_calendar(Pages const& pages, Asked const& asked) {
    auto const whole = TRY(pages.desk.edition(asked.db, asked.visitor, asked.wild(0)));
    auto const& edition = whole.call.edition;
    return http::download(calendar_of(asked.language(), edition, pages.site, asked.now),
                          "text/calendar; charset=utf-8", edition.code + ".ics");
}

Response show_feed(Pages const& pages, Asked const& asked) {
    http::Response response;
    response.type = "application/atom+xml; charset=utf-8";
    response.body = atom_of(asked.language(), pages.desk.editions(asked.db), pages.site);
    return response;
}

Response show_gallery(Pages const& pages, Asked const& asked) {
    Known const known(pages, asked);
    auto const whole = TRY(pages.desk.edition(asked.db, asked.visitor, asked.wild(0)));
    auto const& edition = whole.call.edition;
    std::vector<Exhibit> projects;
    if (pages.desk.shows_projects(edition, asked.now))
        projects = pages.desk.projects(asked.db, edition.id);
    bool const is_awards = asked.request.path.ends_with("/awards");
    return page_of(
        asked, known, is_awards ? msg::awards_title : msg::gallery_title,
        [&](html::Html& h) {
            if (is_awards) return views::awards(h, known, whole, projects);
            views::gallery(h, known, whole, projects);
        },
        true);
}

Response show_gallery_project(Pages const& pages, Asked const& asked) {
    Known const known(pages, asked);
    auto const whole =
        TRY(pages.desk.team(asked.db, asked.visitor, asked.wild(0), team_asked(asked)));
    auto const& edition = whole.in.call.edition;
    Refusal const hidden{Refused::not_found, say(msg::refused_no_project)};
    if (!pages.desk.shows_projects(edition, asked.now)) return hidden;
    auto const all = pages.desk.projects(asked.db, edition.id);
    for (auto const& one : all) {
        if (one.team.id != whole.team.id) continue;
        // With its files, which the list does without.
        auto exhibit = one;
        auto const versions = pages.desk.versions(asked.db, one.team.id);
        if (!versions.empty()) exhibit.submission = versions.front();
        std::optional<Afterlife> after;
        if (pages.after) after = pages.after(asked.db, edition.code, one.team.id);
        return page_of(
            asked, known, html::isolated(exhibit.submission.project.title),
            [&](html::Html& h) {
                views::shown_project(h, known, {whole.in, exhibit, whole.progress, after});
            },
            true);
    }
    return hidden;
}

Response show_report(Pages const& pages, Asked const& asked) {
    auto const report =
        TRY(report_of(pages.desk, asked.db, asked.visitor, asked.wild(0), pages.after, asked.now));
    auto const& edition = report.call.edition;
    auto const places = pages.desk.house().directory.picture();
    return http::download(report_paper({report, *places, pages.letterhead(edition.organiser),
                                        pages.site, pages.files, asked.now}),
                          "application/pdf", "report-" + edition.code + ".pdf");
}

// For whoever may read the project it belongs to.
Response show_project_file(Pages const& pages, Asked const& asked) {
    return sent_file(pages, TRY(pages.desk.file(asked.db, asked.visitor, asked.wild(0),
                                                team_asked(asked), asked.wild(2), asked.now)));
}

}  // namespace

Routes edition_routes() {
    using http::Allow;
    static constexpr http::Route<Pages> routes[] = {
        http::get<Pages>("/challenges", Allow::anyone, show_editions),
        http::get<Pages>("/challenges.atom", Allow::anyone, show_feed),
        http::get<Pages>("/challenges/:code", Allow::anyone, show_edition),
        http::get<Pages>("/challenges/:code/calendar.ics", Allow::anyone, show_calendar),
        http::get<Pages>("/challenges/:code/report.pdf", Allow::anyone, show_report,
                         {.rate = http::Rate::api}),
        http::get<Pages>("/challenges/:code/projects", Allow::anyone, show_gallery),
        http::get<Pages>("/challenges/:code/awards", Allow::anyone, show_gallery),
        http::get<Pages>("/challenges/:code/projects/:team", Allow::anyone, show_gallery_project),
        http::get<Pages>("/challenges/:code/teams/:team/files/:sha256", Allow::anyone,
                         show_project_file),
    };
    return routes;
}

void add_pages(http::Router& router, Pages const& pages) {
    for (auto const routes :
         {edition_routes(), team_routes(), submission_routes(), work_routes(), coaching_routes(),
          office_routes(), certificate_routes(), jury_routes(), jury_office_routes(),
          jury_paper_routes(), jury_first_routes(), poll_routes()})
        router.add("challenges", pages, routes);
}

}  // namespace wasl::challenges
