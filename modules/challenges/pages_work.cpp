// SPDX-License-Identifier: Apache-2.0
// The workspace of a team.
#include <algorithm>

#include "modules/challenges/views.hpp"

namespace wasl::challenges {

namespace {

using http::Acted;
using http::Asked;

Response show_work(Pages const& pages, Asked const& asked) {
    Known const known(pages, asked);
    auto const whole = TRY(inside_of_team(pages, asked));
    auto const written = pages.desk.work(asked.db, whole.team.id);
    auto const questions = pages.desk.questions(asked.db, whole.team.id);
    return page_of(asked, known, msg::work_title,
                   [&](html::Html& h) { views::work(h, whole, written, questions); });
}

Response step_page(Pages const& pages, Asked const& asked, html::Faults const& faults) {
    Known known(pages, asked);
    known.faults = faults;
    auto const step = step_named(asked.wild(2));
    if (!step) return Refusal{Refused::not_found, say(msg::refused_no_row)};
    auto const whole = TRY(inside_of_team(pages, asked));
    WorkPage page{.step = *step};
    for (auto const& one : pages.desk.work(asked.db, whole.team.id))
        if (one.step == *step) page = one;
    auto const files = pages.desk.work_files(asked.db, whole.team.id);
    auto const questions = pages.desk.questions(asked.db, whole.team.id);
    views::WorkView const view{whole, *step, page, files, questions};
    return page_of(asked, known, word_of(*step),
                   [&](html::Html& h) { views::work_page(h, known, view); });
}

Response show_step(Pages const& pages, Asked const& asked) { return step_page(pages, asked, {}); }

WorkPage page_typed(http::Request const& request, Step step) {
    WorkPage page{.step = step, .version = request.field_number("version").value_or(0)};
    auto const headings = headings_of(step);
    for (std::size_t n = 0; n < headings.size(); ++n) page.fields[n] = request.field(headings[n]);
    return page;
}

Response do_step(Pages const& pages, Acted const& acted) {
    auto const& request = acted.request;
    auto const step = step_named(acted.wild(2));
    if (!step) return Refusal{Refused::not_found, say(msg::refused_no_row)};
    auto const team = team_asked(acted);
    auto const name = request.field("do");
    html::Faults faults;
    auto const files = keep_files(pages, request, "files", faults);
    if (faults.any()) return step_page(pages, acted, faults);
    auto const act = act_of(acted);
    auto const outcome = acted.write([&](db::Writer& writer) -> Outcome {
        if (name == "write") return pages.desk.write(writer, act, team, page_typed(request, *step));
        if (name == "attach") return pages.desk.attach(writer, act, team, *step, files);
        if (name == "ask") return pages.desk.ask(writer, act, team, *step, request.field("text"));
        if (name != "answer") return Refusal{Refused::invalid, say(msg::refused_act)};
        auto const question = request.field("question");
        return pages.desk.answer(writer, act, team, QuestionId{number_of(question)},
                                 request.field("answer-" + std::string(question)));
    });
    if (!outcome.refused())
        return go(acted,
                  html::with(team_url(acted.wild(0), team, "/work/" + std::string(name_of(*step))),
                             "done", "saved"));
    if (outcome.refusal().why == Refused::not_found) return outcome.refusal();
    faults.add(outcome.refusal());
    return step_page(pages, acted, faults);
}

}  // namespace

Routes work_routes() {
    using http::Allow;
    static constexpr http::Limits writing{.body_max = files_bytes_max, .rate = http::Rate::filing};
    static constexpr http::Route<Pages> routes[] = {
        http::get<Pages>("/challenges/:code/teams/:team/work", Allow::citizen, show_work),
        http::get<Pages>("/challenges/:code/teams/:team/work/:step", Allow::citizen, show_step),
        http::post<Pages>("/challenges/:code/teams/:team/work/:step", Allow::citizen, do_step,
                          writing),
    };
    return routes;
}

}  // namespace wasl::challenges
