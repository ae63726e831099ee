// SPDX-License-Identifier: Apache-2.0
#include "modules/challenges/views_jury_papers.hpp"

#include <algorithm>

#include "modules/challenges/ballot_sheets.hpp"

namespace wasl::challenges::views {

using namespace html::literals;

namespace {

Message const& paper_word(PaperState state) {
    return *msg::find("paper." + std::string(name_of(state)));
}

html::Tone tone_of(PaperState state) {
    switch (state) {
        case PaperState::agreed: return html::Tone::success;
        case PaperState::differs: return html::Tone::danger;
        case PaperState::once:
        case PaperState::reopened: return html::Tone::warning;
        case PaperState::blank:
        case PaperState::set_aside: break;
    }
    return html::Tone::neutral;
}

void code_form(html::Html& h, Known const& known, PapersPage const& page) {
    html::FilterForm const form(h, jury_url(page.list.edition, "/papers"));
    html::text_field(h, {.name = "number",
                         .label = msg::paper_number,
                         .hint = msg::paper_number_hint,
                         .value = page.number,
                         .error = known.faults.of("number"),
                         .left_to_right = true,
                         .length_max = 40});
    html::button(h, msg::paper_open);
}

void waiting(html::Html& h, Known const& known, PaperList const& list) {
    auto const waits = [](PaperLine const& one) {
        return one.counts && (one.state == PaperState::once || one.state == PaperState::differs ||
                              one.state == PaperState::reopened);
    };
    if (std::none_of(list.papers.begin(), list.papers.end(), waits))
        return h("<h2>"_h, msg::paper_waiting, "</h2><p>"_h, msg::paper_none_waiting, "</p>"_h);
    html::Table table(h, msg::paper_waiting,
                      {{msg::paper_number}, {msg::jury_judge}, {msg::seat_state}});
    for (auto const& one : list.papers) {
        if (!waits(one)) continue;
        table.row();
        table.cell("<a href=\""_h, paper_url(list.edition, one.paper.number), "\">"_h,
                   html::code(one.paper.number), "</a>"_h);
        table.cell(known.folk.of(one.paper.person));
        table.cell_with([&] { html::tag(h, tone_of(one.state), paper_word(one.state)); });
    }
}

void judges_with_papers(html::Html& h, Known const& known, PapersPage const& page) {
    auto const& list = page.list;
    if (list.judges.empty()) return html::empty_state(h, msg::paper_no_judges);
    html::Table table(h, msg::paper_judges,
                      {{msg::jury_judge},
                       {msg::paper_printed, html::Column::number},
                       {msg::paper_agreed, html::Column::number},
                       {msg::paper_print, html::Column::actions}});
    for (auto const judge : list.judges) {
        int printed = 0, agreed = 0;
        for (auto const& one : list.papers) {
            if (one.paper.person != judge || !one.counts || one.state == PaperState::set_aside)
                continue;
            ++printed;
            agreed += one.state == PaperState::agreed;
        }
        auto const name = known.folk.of(judge);
        auto const id = std::to_string(judge.value());
        table.row();
        table.cell(name);
        table.cell(printed);
        table.cell(agreed);
        table.cell_with([&] {
            if (page.may_print)
                return html::post_button(h, {.action = jury_url(list.edition, "/papers"),
                                             .label = msg::paper_print,
                                             .csrf = known.visitor.csrf,
                                             .name = "print",
                                             .value = id,
                                             .about = name});
            if (printed > 0)
                html::link_button(h, jury_url(list.edition, "/papers/print/" + id), msg::paper_pdf,
                                  html::ButtonKind::secondary, name);
        });
    }
}

// "4 – جيد", or the words for no mark.
html::Words value_said(OpenPaper const& open, Language language, std::size_t n,
                       std::string_view value) {
    if (value.empty() || value == "-") return msg::paper_no_mark;
    if (open.rules.ballots == Ballots::ranking) return html::code(value);
    if (open.rules.ballots == Ballots::pair) return better_said(value);
    return mark_said(open.criteria[n], language, static_cast<int>(number_of(value)));
}

html::Words name_said(OpenPaper const& open, Language language, std::size_t n) {
    if (open.rules.ballots == Ballots::score) return named(language, open.criteria[n].name);
    if (open.rules.ballots == Ballots::pair) return pair_said(open.edition, open.projects, n);
    return project_said(open.edition, open.projects[n]);
}

void pair_field(html::Html& h, Known const& known, OpenPaper const& open, std::size_t n,
                std::string_view value) {
    auto const name = "pair_" + std::to_string(n + 1);
    std::vector<html::Choice> const choices{{"first", msg::pair_first_better},
                                            {"second", msg::pair_second_better},
                                            {"tie", msg::pair_tie},
                                            {"-", msg::paper_no_mark}};
    html::radio_group(h,
                      {.name = name,
                       .label = pair_said(open.edition, open.projects, n),
                       .value = known.typed(name, value),
                       .error = known.faults.of(name)},
                      choices);
}

void value_field(html::Html& h, Known const& known, OpenPaper const& open, std::size_t n,
                 std::string_view value) {
    if (open.rules.ballots == Ballots::score)
        return mark_field(h, known, open.criteria[n], n + 1, value, Unticked::offered);
    if (open.rules.ballots == Ballots::pair) return pair_field(h, known, open, n, value);
    auto const name = "place_" + std::to_string(open.projects[n].team.value());
    html::number_field(h,
                       {.name = name,
                        .label = project_said(open.edition, open.projects[n]),
                        .value = known.typed(name, value),
                        .error = known.faults.of("places")},
                       {1, static_cast<std::int64_t>(open.projects.size())});
}

void comment_field(html::Html& h, Known const& known, std::string_view value) {
    html::text_area(h, {.name = "comment",
                        .label = msg::ballot_comment,
                        .hint = msg::paper_comment_hint,
                        .value = known.typed("comment", value),
                        .error = known.faults.of("comment"),
                        .required = false,
                        .length_max = static_cast<int>(text_max)});
}

PaperValues values_in(OpenPaper const& open, std::optional<PaperReading> const& reading) {
    auto values = reading ? values_of(open.rules.ballots, reading->said.marks, open.paper.teams)
                          : PaperValues();
    values.resize(open.values());
    return values;
}

void read_form(html::Html& h, Known const& known, OpenPaper const& open) {
    auto const& first = open.standing.first;
    bool const own = first && first->by == known.visitor.person;
    h("<p>"_h,
      own     ? msg::paper_own_reading
      : first ? msg::paper_second_reading
              : msg::paper_first_reading,
      "</p>"_h);
    // Nobody sees what another one read.
    auto const values = values_in(open, own ? first : std::nullopt);
    html::Form const form(
        h, {.action = paper_url(open.edition, open.paper.number), .csrf = known.visitor.csrf});
    html::hidden_field(h, "turn", "reads");
    for (std::size_t n = 0; n < values.size(); ++n) value_field(h, known, open, n, values[n]);
    if (open.rules.ballots == Ballots::score)
        comment_field(h, known, own ? std::string_view(first->said.comment) : std::string_view());
    html::button(h, msg::paper_save);
}

void settle_form(html::Html& h, Known const& known, OpenPaper const& open) {
    auto const& standing = open.standing;
    auto const first = values_in(open, standing.first), second = values_in(open, standing.second);
    html::notice(h, html::Tone::warning, msg::paper_settle_text);
    {
        html::Table table(h, msg::paper_differences,
                          {{msg::paper_what},
                           {known.folk.of(standing.first->by)},
                           {known.folk.of(standing.second->by)}});
        for (auto const n : differing(open)) {
            table.row();
            table.cell(name_said(open, h.language(), n));
            table.cell(value_said(open, h.language(), n, first[n]));
            table.cell(value_said(open, h.language(), n, second[n]));
        }
        if (comments_differ(open)) {
            table.row();
            table.cell(msg::ballot_comment);
            table.cell_with([&] { html::long_text(h, standing.first->said.comment); });
            table.cell_with([&] { html::long_text(h, standing.second->said.comment); });
        }
    }
    h("<h2>"_h, msg::paper_settle, "</h2>"_h);
    html::Form const form(
        h, {.action = paper_url(open.edition, open.paper.number), .csrf = known.visitor.csrf});
    html::hidden_field(h, "turn", "settles");
    for (auto const n : differing(open)) value_field(h, known, open, n, {});
    if (comments_differ(open)) comment_field(h, known, standing.first->said.comment);
    html::button(h, msg::paper_settle);
}

void agreed(html::Html& h, OpenPaper const& open) {
    html::notice(h, html::Tone::success, msg::paper_agreed_text);
    auto const& said = *open.standing.agreed;
    auto values = values_of(open.rules.ballots, said.marks, open.paper.teams);
    values.resize(open.values());
    html::SummaryList list(h);
    for (std::size_t n = 0; n < values.size(); ++n)
        list.row(name_said(open, h.language(), n), value_said(open, h.language(), n, values[n]));
    if (!said.comment.empty())
        list.row_with(msg::ballot_comment, [&] { html::long_text(h, said.comment); });
}

void reopenings(html::Html& h, Known const& known, std::span<Reopening const> all) {
    for (auto const& one : all) {
        html::Panel const panel(h, html::Tone::warning,
                                say(msg::paper_reopened_at, {{"moment", one.at}}));
        h("<p>"_h, known.folk.of(one.by), "</p>"_h);
        html::long_text(h, one.reason);
    }
}

void set_aside_form(html::Html& h, Known const& known, OpenPaper const& open) {
    html::Disclosure const more(h, msg::paper_set_aside_do,
                                known.faults.of("reason") ? true : false);
    h("<p>"_h, msg::paper_set_aside_text, "</p>"_h);
    html::Form const form(
        h, {.action = paper_url(open.edition, open.paper.number), .csrf = known.visitor.csrf});
    html::text_field(h, {.name = "reason",
                         .label = msg::seat_reason,
                         .value = known.typed("reason"),
                         .error = known.faults.of("reason"),
                         .length_max = static_cast<int>(line_max)});
    html::button(h, msg::paper_set_aside_do, html::ButtonKind::danger, "turn", "set_aside");
}

}  // namespace

html::Url paper_url(Edition const& edition, std::string_view number) {
    return jury_url(edition, "/papers/" + std::string(number));
}

std::vector<std::size_t> differing(OpenPaper const& open) {
    std::vector<std::size_t> found;
    auto const first = values_in(open, open.standing.first);
    auto const second = values_in(open, open.standing.second);
    for (std::size_t n = 0; n < first.size(); ++n)
        if (first[n] != second[n]) found.push_back(n);
    return found;
}

bool comments_differ(OpenPaper const& open) {
    if (!open.standing.first || !open.standing.second) return false;
    return !is_same({{}, open.standing.first->said.comment},
                    {{}, open.standing.second->said.comment});
}

void papers(html::Html& h, Known const& known, PapersPage const& page) {
    html::breadcrumbs(
        h, {{html::to("/challenges"), msg::title}, {jury_url(page.list.edition), msg::jury_title}});
    h("<h1>"_h, msg::paper_title, "</h1><p class=\"lead\">"_h, msg::paper_lead, "</p>"_h);
    code_form(h, known, page);
    waiting(h, known, page.list);
    judges_with_papers(h, known, page);
}

void agreed_papers(html::Html& h, Known const& known, AgreedPapers const& page) {
    html::breadcrumbs(h, {{jury_url(page.edition), msg::jury_title},
                          {jury_url(page.edition, "/office"), msg::jury_office_title}});
    html::error_summary(h, known.faults);
    h("<h1>"_h, msg::paper_reopen_title, "</h1><p class=\"lead\">"_h, msg::paper_reopen_lead,
      "</p>"_h);
    if (page.papers.empty()) return html::empty_state(h, msg::paper_none_agreed);
    {
        html::Table table(h, msg::paper_agreed_list,
                          {{msg::paper_number}, {msg::jury_judge}, {msg::seat_state}});
        for (auto const& one : page.papers) {
            table.row();
            table.cell(html::code(one.paper.number));
            table.cell(known.folk.of(one.paper.person));
            table.cell_with([&] {
                html::tag(h, tone_of(one.state), paper_word(one.state));
                for (auto const& again : one.reopened)
                    h("<p class=\"meta\">"_h, say(msg::paper_reopened_at, {{"moment", again.at}}),
                      "</p><p dir=\"auto\">"_h, std::string_view(again.reason), "</p>"_h);
            });
        }
    }
    if (!page.is_open) return html::notice(h, html::Tone::info, msg::paper_reopen_over);
    h("<h2>"_h, msg::paper_reopen, "</h2>"_h);
    html::Form const form(
        h, {.action = jury_url(page.edition, "/reopen"), .csrf = known.visitor.csrf});
    html::text_field(h, {.name = "number",
                         .label = msg::paper_number,
                         .hint = msg::paper_number_hint,
                         .value = known.typed("number"),
                         .error = known.faults.of("number"),
                         .left_to_right = true,
                         .length_max = 40});
    html::text_field(h, {.name = "reason",
                         .label = msg::seat_reason,
                         .hint = msg::paper_reopen_reason_hint,
                         .value = known.typed("reason"),
                         .error = known.faults.of("reason"),
                         .length_max = static_cast<int>(line_max)});
    html::button(h, msg::paper_reopen);
}

void paper(html::Html& h, Known const& known, OpenPaper const& open) {
    html::breadcrumbs(h, {{jury_url(open.edition), msg::jury_title},
                          {jury_url(open.edition, "/papers"), msg::paper_title}});
    h("<h1>"_h, msg::sheet_title, " "_h, html::code(open.paper.number), "</h1>"_h);
    auto const state = open.standing.state;
    {
        html::SummaryList list(h);
        list.row(msg::jury_judge, known.folk.of(open.paper.person));
        if (open.rules.ballots == Ballots::score)
            list.row(msg::sheet_project, project_said(open.edition, open.projects.front()));
        list.row_with(msg::seat_state, [&] { html::tag(h, tone_of(state), paper_word(state)); });
    }
    reopenings(h, known, open.reopened);
    switch (state) {
        case PaperState::blank:
        case PaperState::reopened:
        case PaperState::once: read_form(h, known, open); break;
        case PaperState::differs: settle_form(h, known, open); break;
        case PaperState::agreed: return agreed(h, open);
        case PaperState::set_aside:
            return html::notice(h, html::Tone::info,
                                say(msg::paper_set_aside_why, {text("reason", open.paper.reason)}));
    }
    if (open.is_organiser) set_aside_form(h, known, open);
}

}  // namespace wasl::challenges::views
