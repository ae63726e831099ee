// SPDX-License-Identifier: Apache-2.0
// The workspace of a team: five pages, one after another, with what is attached and what was asked.
#include <algorithm>

#include "modules/challenges/views.hpp"

namespace wasl::challenges::views {

using namespace html::literals;

namespace {

Message const& heading(Step step, std::string_view name, std::string_view kind = "work") {
    auto const* const found =
        msg::find(std::string(kind) + "." + std::string(name_of(step)) + "." + std::string(name));
    check(found != nullptr, "every heading of the workspace has its message");
    return *found;
}

void written(html::Html& h, WorkPage const& page) {
    auto const headings = headings_of(page.step);
    html::SummaryList list(h);
    for (std::size_t n = 0; n < headings.size(); ++n)
        list.row_with(heading(page.step, headings[n]), [&] { html::long_text(h, page.fields[n]); });
}

void files(html::Html& h, Known const& known, WorkView const& view, bool may) {
    auto const& edition = view.whole.in.call.edition;
    h("<section aria-labelledby=\"files\"><h2 id=\"files\">"_h, msg::work_files, "</h2>"_h);
    std::vector<html::FileItem> items;
    for (auto const& one : view.files)
        if (one.step == view.step)
            items.push_back(
                {html::UrlMaker::local(
                     team_url(edition.code, view.whole.team.id, "/files/").text() + one.file.sha256,
                     true),
                 one.file.name, one.file.bytes});
    if (items.empty())
        h("<p>"_h, msg::work_no_files, "</p>"_h);
    else
        html::file_list(h, items);
    if (may) {
        html::Form const form(h, {.action = html::UrlMaker::local(known.request.path, true),
                                  .csrf = known.visitor.csrf,
                                  .multipart = true});
        html::file_field(
            h, {.name = "files", .label = msg::work_attach, .error = known.faults.of("files")},
            {.multiple = true});
        html::button(h, msg::work_attach_send, html::ButtonKind::secondary, "do", "attach");
    }
    h("</section>"_h);
}

void one_question(html::Html& h, Known const& known, Question const& one, bool may) {
    h("<li><p>"_h, known.folk.of(one.by), " · "_h, one.at, "</p>"_h);
    html::long_text(h, one.text);
    if (!one.answer.empty()) {
        h("<p>"_h, msg::work_answer, " · "_h, known.folk.of(one.answered_by), "</p>"_h);
        html::long_text(h, one.answer);
    } else if (may) {
        auto const id = std::to_string(one.id.value());
        bool const this_one = known.typed("question") == id;
        html::Form const form(h, {.action = html::UrlMaker::local(known.request.path, true),
                                  .csrf = known.visitor.csrf});
        html::hidden_field(h, "question", id);
        auto const name = "answer-" + id;
        html::text_area(h, {.name = name,
                            .label = msg::work_answer,
                            .value = this_one ? known.typed(name) : std::string_view{},
                            .error = this_one ? known.faults.of("answer") : Said{},
                            .length_max = static_cast<int>(text_max),
                            .rows = 3});
        html::button(h, msg::work_answer_send, html::ButtonKind::secondary, "do", "answer");
    }
    h("</li>"_h);
}

void questions(html::Html& h, Known const& known, WorkView const& view, bool may) {
    h("<section aria-labelledby=\"questions\"><h2 id=\"questions\">"_h, msg::work_questions,
      "</h2>"_h);
    bool any = false;
    for (auto const& one : view.questions) {
        if (one.step != view.step) continue;
        if (!any) h("<ol>"_h);
        any = true;
        one_question(h, known, one, may);
    }
    if (any)
        h("</ol>"_h);
    else
        h("<p>"_h, msg::work_no_questions, "</p>"_h);
    if (view.whole.is_its_mentor) {
        html::Form const form(h, {.action = html::UrlMaker::local(known.request.path, true),
                                  .csrf = known.visitor.csrf});
        html::text_area(h, {.name = "text",
                            .label = msg::work_ask,
                            .value = known.typed("text"),
                            .error = known.faults.of("text"),
                            .length_max = static_cast<int>(text_max),
                            .rows = 3});
        html::button(h, msg::work_ask_send, html::ButtonKind::primary, "do", "ask");
    }
    h("</section>"_h);
}

}  // namespace

void work(html::Html& h, WholeTeam const& whole, std::span<WorkPage const> pages,
          std::span<Question const> questions) {
    auto const& edition = whole.in.call.edition;
    crumbs(h, edition, whole.team);
    h("<h1>"_h, msg::work_title, "</h1><p class=\"lead\">"_h, msg::work_lead, "</p>"_h);
    html::Cards cards(h);
    for (auto const step : steps) {
        auto const found = std::find_if(pages.begin(), pages.end(),
                                        [&](WorkPage const& one) { return one.step == step; });
        auto const open = std::count_if(
            questions.begin(), questions.end(),
            [&](Question const& one) { return one.step == step && one.answer.empty(); });
        html::Words meta = msg::work_blank;
        if (found != pages.end()) meta = say(msg::work_changed, {{"moment", found->at}});
        if (open > 0) meta = say(msg::work_asked, {number("count", open)});
        cards.card({team_url(edition.code, whole.team.id, "/work/" + std::string(name_of(step))),
                    word_of(step), heading(step, "lead"), meta});
    }
}

void work_page(html::Html& h, Known const& known, WorkView const& view) {
    auto const& edition = view.whole.in.call.edition;
    html::breadcrumbs(
        h, {{edition_url(edition.code), named(h.language(), edition.name)},
            {team_url(edition.code, view.whole.team.id), html::isolated(view.whole.team.name)},
            {team_url(edition.code, view.whole.team.id, "/work"), msg::work_title}});
    h("<h1>"_h, word_of(view.step), "</h1><p class=\"lead\">"_h, heading(view.step, "lead"),
      "</p>"_h);
    html::step_progress(h, static_cast<int>(view.step) + 1, static_cast<int>(step_count));
    auto const time = is_time(edition, Doing::work, known.now);
    bool const may = view.whole.is_member && !time.refused();
    if (view.whole.is_member && time.refused())
        html::notice(h, html::Tone::info, time.refusal().what);
    // What another wrote meanwhile stands below what was typed here.
    bool const theirs = known.sent() && known.faults.any();
    if (may) {
        html::Form const form(h, {.action = html::UrlMaker::local(known.request.path, true),
                                  .csrf = known.visitor.csrf});
        html::hidden_field(h, "version", std::to_string(view.page.version));
        auto const headings = headings_of(view.step);
        for (std::size_t n = 0; n < headings.size(); ++n)
            html::text_area(h, {.name = headings[n],
                                .label = heading(view.step, headings[n]),
                                .value = known.typed(headings[n], view.page.fields[n]),
                                .error = known.faults.of(headings[n]),
                                .required = false,
                                .length_max = static_cast<int>(text_max),
                                .rows = 4});
        html::button(h, msg::save, html::ButtonKind::primary, "do", "write");
    }
    if (!may || (theirs && view.page.version > 0)) {
        if (theirs) h("<h2>"_h, msg::work_theirs, "</h2>"_h);
        written(h, view.page);
    }
    if (view.page.version > 0)
        h("<p class=\"hint\">"_h, known.folk.of(view.page.by), " · "_h, view.page.at, "</p>"_h);
    files(h, known, view, may);
    questions(h, known, view, may);
}

}  // namespace wasl::challenges::views
