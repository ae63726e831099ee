// SPDX-License-Identifier: Apache-2.0
// A project is written and sent; nothing of it is lost where it is refused.
#include "modules/challenges/files_typed.hpp"
#include "modules/challenges/views.hpp"

namespace wasl::challenges {

namespace {

using http::Acted;
using http::Asked;

Project project_typed(http::Request const& request) {
    Project project;
    project.title = request.field("title");
    project.summary = request.field("summary");
    project.problem = request.field("problem");
    project.solution = request.field("solution");
    project.serves = request.field("serves");
    project.evidence = request.field("evidence");
    project.video = request.field("video");
    return project;
}

struct Back {
    html::Faults const& faults;
    std::span<KeptFile const> files;
};
Response submission_page(Pages const& pages, Asked const& asked, Back const* back) {
    Known known(pages, asked);
    if (back != nullptr) known.faults = back->faults;
    auto const whole = TRY(inside_of_team(pages, asked));
    auto const versions = pages.desk.versions(asked.db, whole.team.id);
    std::span<KeptFile const> files;
    if (back != nullptr)
        files = back->files;
    else if (whole.latest)
        files = whole.latest->files;
    auto const once = std::to_string(db::next_id());
    views::SubmissionPage const shown{
        whole, pages.desk.deadline(asked.db, whole.in.call.edition, whole.team.id), versions, once,
        files};
    return private_page_of(asked, known, msg::submission_title,
                           [&](html::Html& h) { views::submission(h, known, shown); });
}

Response show_submission(Pages const& pages, Asked const& asked) {
    return submission_page(pages, asked, nullptr);
}

Response submit(Pages const& pages, Acted const& acted) {
    html::Faults faults;
    auto const files = files_typed(pages, acted.request, acted.visitor.person, faults);
    Back const back{faults, files};
    if (faults.any()) return submission_page(pages, acted, &back);
    auto const sent = acted.write([&](db::Writer& writer) {
        auto act = act_of(acted);
        act.once = acted.request.field(html::once_field_name);
        return pages.desk.submit(writer, act, team_asked(acted), project_typed(acted.request),
                                 files);
    });
    if (!sent.refused())
        return go(acted, html::with(team_url(acted.wild(0), team_asked(acted), "/submission"),
                                    "done", "submitted"));
    if (sent.refusal().why == Refused::not_found) return sent.refusal();
    faults.add(sent.refusal());
    return submission_page(pages, acted, &back);
}

Response show_preview(Pages const& pages, Asked const& asked) {
    Known const known(pages, asked);
    auto const whole = TRY(inside_of_team(pages, asked));
    return page_of(asked, known, msg::preview_title,
                   [&](html::Html& h) { views::preview(h, whole); });
}

}  // namespace

Routes submission_routes() {
    using http::Allow;
    static constexpr http::Limits sending{.body_max = files_bytes_max, .rate = http::Rate::filing};
    static constexpr http::Route<Pages> routes[] = {
        http::get<Pages>("/challenges/:code/teams/:team/submission", Allow::citizen,
                         show_submission),
        http::post<Pages>("/challenges/:code/teams/:team/submission", Allow::citizen, submit,
                          sending),
        http::get<Pages>("/challenges/:code/teams/:team/preview", Allow::citizen, show_preview),
    };
    return routes;
}

}  // namespace wasl::challenges
