// SPDX-License-Identifier: Apache-2.0
#include "modules/challenges/ballot_sheets.hpp"

#include "modules/challenges/messages.hpp"
#include "modules/challenges/papers.hpp"
#include "modules/directory/directory.hpp"
#include "platform/pdf/pdf.hpp"

namespace wasl::challenges {

namespace {

using papers::official, papers::said;

constexpr int comment_lines = 4;
constexpr int criteria_of_ample_sheet = 5;

pdf::Paper::Heading heading_of(SheetsFor const& sheets, BallotPaper const& paper) {
    auto const& edition = sheets.printed.edition;
    return {.authority = {said(msg::sheet_kingdom), sheets.organiser},
            .title = said(msg::sheet_title),
            .number = paper.number,
            .qr = sheets.site + "/ar/challenges/" + edition.code + "/jury/papers/" + paper.number,
            .qr_caption = said(msg::sheet_qr),
            .footer = said(say(msg::sheet_foot, {text("edition", edition.name.ar)})),
            .dense = std::ssize(sheets.printed.criteria) > criteria_of_ample_sheet};
}

void scale(pdf::Paper& paper, JuryCriterion const& criterion) {
    auto const& rule = criterion.rule;
    if (!is_ticked(criterion)) {
        paper.row(criterion.name.ar,
                  said(say(msg::sheet_write_mark,
                           {number("low", rule.lowest), number("high", rule.highest)})));
        return;
    }
    std::vector<std::string> boxes;
    for (int mark = rule.lowest; mark <= rule.highest; ++mark)
        boxes.push_back(said(mark_said(criterion, official, mark)));
    paper.boxes(criterion.name.ar, boxes);
}

void write_sheet(pdf::Paper& paper, SheetsFor const& sheets, PrintedPapers::Sheet const& sheet) {
    auto const& edition = sheets.printed.edition;
    paper.row(said(msg::sheet_edition), edition.name.ar);
    paper.row(said(msg::jury_judge), sheets.judge);
    if (sheets.printed.rules.ballots == Ballots::ranking) {
        paper.note(said(msg::sheet_how_ranking));
        std::vector<std::vector<std::string>> rows;
        for (auto const& project : sheet.projects)
            rows.push_back({said(project_said(edition, project)), {}});
        paper.table({said(msg::sheet_project), said(msg::jury_place)}, rows);
    } else if (sheets.printed.rules.ballots == Ballots::pair) {
        paper.note(said(msg::sheet_how_pairs));
        std::vector<std::string> const boxes{said(msg::pair_first_better),
                                             said(msg::pair_second_better), said(msg::pair_tie)};
        for (std::size_t n = 0; 2 * n + 1 < sheet.projects.size(); ++n)
            paper.boxes(said(pair_said(edition, sheet.projects, n)), boxes);
    } else {
        paper.row(said(msg::sheet_project), said(project_said(edition, sheet.projects.front())));
        paper.note(said(msg::sheet_how));
        for (auto const& one : sheets.printed.criteria) scale(paper, one);
        paper.blank_lines(said(msg::ballot_comment), comment_lines);
    }
    paper.space();
    paper.row(said(msg::sheet_signature), "");
}

}  // namespace

bool is_ticked(JuryCriterion const& one) {
    return one.rule.highest - one.rule.lowest < ticked_marks_max;
}

static std::string_view label_of(JuryCriterion const& criterion, Language language, int mark) {
    auto rest = directory::in(language, criterion.labels);
    for (int line = criterion.rule.lowest; line < mark; ++line) {
        auto const end = rest.find('\n');
        if (end == std::string_view::npos) return {};
        rest.remove_prefix(end + 1);
    }
    rest = rest.substr(0, rest.find('\n'));
    while (!rest.empty() && (rest.back() == '\r' || rest.back() == ' ')) rest.remove_suffix(1);
    return rest;
}

Said mark_said(JuryCriterion const& criterion, Language language, int mark) {
    auto const label = label_of(criterion, language, mark);
    if (label.empty()) return say(msg::sheet_mark_alone, {number("mark", mark)});
    return say(msg::sheet_mark, {number("mark", mark), text("label", label)});
}

Said project_said(Edition const& edition, OnPaper const& project) {
    if (edition.is_anonymous)
        return say(msg::sheet_project_number, {number("number", project.number)});
    return say(msg::sheet_project_titled,
               {number("number", project.number), text("title", project.title)});
}

Said pair_said(Edition const& edition, std::span<OnPaper const> projects, std::size_t n) {
    auto const &first = projects[2 * n], &second = projects[2 * n + 1];
    if (edition.is_anonymous)
        return say(msg::sheet_pair, {number("a", first.number), number("b", second.number)});
    return say(msg::sheet_pair_titled, {number("a", first.number), text("title_a", first.title),
                                        number("b", second.number), text("title_b", second.title)});
}

std::string ballot_sheets(SheetsFor const& sheets) {
    auto const& all = sheets.printed.sheets;
    pdf::Paper paper(official, heading_of(sheets, all.front().paper));
    for (std::size_t n = 0; n < all.size(); ++n) {
        if (n > 0) paper.begin(heading_of(sheets, all[n].paper));
        write_sheet(paper, sheets, all[n]);
    }
    return paper.finish();
}

}  // namespace wasl::challenges
