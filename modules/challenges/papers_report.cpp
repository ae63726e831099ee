// SPDX-License-Identifier: Apache-2.0
// The report of an edition, in the official language: how many came, of whom teams were made, what
// was sent, awarded and taken up afterwards.
#include <algorithm>
#include <fstream>
#include <iterator>

#include "modules/challenges/messages.hpp"
#include "modules/challenges/papers.hpp"
#include "modules/challenges/report.hpp"
#include "modules/challenges/said.hpp"
#include "modules/challenges/views.hpp"
#include "platform/clock/clock.hpp"
#include "platform/i18n/i18n.hpp"
#include "platform/pdf/pdf.hpp"

namespace wasl::challenges {

namespace {

using papers::said;

std::string written(std::int64_t count) { return i18n::number(papers::official, count); }

void row(pdf::Paper& paper, Message const& label, std::string_view what) {
    if (!what.empty()) paper.row(said(label), what);
}

std::string partners(ReportPaper const& on) {
    std::string all;
    for (auto const& one : on.report.call.partners) {
        auto const* const listed = on.places.administration(one.administration);
        if (!all.empty()) all += "، ";
        all += listed ? listed->name.ar : one.name.ar;
    }
    return all;
}

void what_it_was(pdf::Paper& paper, ReportPaper const& on) {
    auto const& edition = on.report.call.edition;
    paper.banner(edition.name.ar);
    if (edition.state != State::closed) paper.note(said(msg::report_provisional));
    if (!edition.summary.ar.empty()) paper.paragraph(edition.summary.ar);
    if (auto const* const organiser = on.places.administration(edition.organiser))
        row(paper, msg::edition_organiser, organiser->name.ar);
    row(paper, msg::edition_partners, partners(on));
    row(paper, msg::edition_eligible, said(word_of(edition.eligible)));
    if (auto const days = papers::days_of(edition))
        row(paper, msg::report_when,
            said(say(msg::report_days, {{"from", days->first}, {"until", days->last}})));
    row(paper, msg::report_made_on, papers::on(clock::day_in_morocco(on.now)));
}

// From the team to the administration that uses what it made: where projects are lost.
void road(pdf::Paper& paper, Report const& report) {
    auto const& figures = report.figures;
    int in_bank = 0, taken_up = 0, live = 0;
    for (auto const& one : report.projects) {
        if (!one.after) continue;
        in_bank += one.after->is_public ? 1 : 0;  // a proposal is not there yet
        taken_up += one.after->adoptions > 0 ? 1 : 0;
        live += one.after->live > 0 ? 1 : 0;
    }
    paper.heading(said(msg::report_road));
    std::vector<pdf::Paper::Bar> bars;
    auto const add = [&](Message const& label, int count) {
        bars.push_back({.label = said(label), .said = written(count), .value = count});
    };
    add(msg::report_teams, figures.teams);
    add(msg::report_sent, figures.sent);
    if (report.call.edition.span(Phase::shortlisting))
        add(msg::report_shortlisted, figures.shortlisted);
    add(msg::report_awarded, figures.awarded);
    add(msg::report_in_bank, in_bank);
    add(msg::report_taken_up, taken_up);
    add(msg::report_live, live);
    paper.bars(bars, std::max(figures.teams, figures.sent));
}

void figures(pdf::Paper& paper, ReportFigures const& all) {
    paper.heading(said(msg::report_figures));
    std::vector<std::vector<std::string>> rows;
    auto const add = [&](Message const& label, std::string what) {
        rows.push_back({said(label), std::move(what)});
    };
    add(msg::report_participants, written(all.participants));
    add(msg::report_administrations, written(static_cast<int>(all.administrations.size())));
    add(msg::report_mentors, written(all.mentors));
    add(msg::report_hours,
        said(papers::hours_said(static_cast<std::int64_t>(all.hours) * slot_minutes)));
    if (all.attended > 0) add(msg::report_attended, said(papers::hours_said(all.attended)));
    if (all.judges > 0) {
        add(msg::report_judges, written(all.judges));
        add(msg::report_ballots, written(all.ballots));
        add(msg::jury_results,
            said(all.is_judged ? msg::report_published : msg::report_not_published));
    }
    paper.table({said(msg::report_figure), said(msg::report_count)}, rows);
}

void composition(pdf::Paper& paper, ReportFigures const& all) {
    if (all.composition.empty()) return;
    paper.heading(said(msg::composition_title));
    std::vector<pdf::Paper::Bar> bars;
    for (auto const& one : all.composition) {
        bool const per_team = one.target.trait == Trait::professions;
        auto const share = one.of == 0 ? 0 : one.count * 100 / one.of;
        pdf::Paper::Bar bar{.label = said(word_of(one.target.trait)), .said = {}, .value = share};
        if (one.of == 0)
            bar.said = said(msg::composition_none);
        else if (per_team)
            bar.said = said(
                say(msg::composition_teams, {number("count", one.count), number("of", one.of)}));
        else
            bar.said = said(say(msg::report_share_of, {number("share", one.value),
                                                       number("target", one.target.at_least)}));
        bar.mark = per_team ? 0 : one.target.at_least;
        bars.push_back(std::move(bar));
    }
    paper.bars(bars, 100);
    paper.note(said(msg::report_composition_note));
}

void administrations(pdf::Paper& paper, ReportPaper const& on) {
    auto const& all = on.report.figures.administrations;
    if (all.empty()) return;
    std::vector<std::pair<int, std::string>> sorted;
    for (auto const& [id, count] : all) {
        auto const* const one = on.places.administration(id);
        sorted.emplace_back(-count, one ? one->name.ar : std::string());
    }
    std::sort(sorted.begin(), sorted.end());
    std::vector<std::vector<std::string>> rows;
    for (auto const& [count, name] : sorted) {
        if (rows.size() == report_administrations_max) break;
        rows.push_back({name, written(-count)});
    }
    paper.heading(said(msg::report_administrations));
    paper.table({said(msg::profile_administration), said(msg::report_participants)}, rows);
    if (sorted.size() > rows.size())
        paper.paragraph(
            said(say(msg::report_more, {number("count", sorted.size() - rows.size())})));
}

void awards(pdf::Paper& paper, Report const& report) {
    std::vector<std::vector<std::string>> rows;
    for (auto const& [project, after] : report.projects) {
        if (!project.award) continue;
        auto const* const prize = prize_of(report.call.prizes, *project.award);
        rows.push_back({said(views::place_of(*project.award)), project.submission.project.title,
                        project.team.name, prize ? prize->name.ar : project.award->reason});
    }
    if (rows.empty()) return;
    paper.heading(said(msg::awards_title));
    paper.table({said(msg::office_place), said(msg::project_title), said(msg::team_name),
                 said(msg::report_prize_or_reason)},
                rows);
}

std::string fate_of(std::optional<Afterlife> const& after) {
    if (!after) return said(msg::report_not_in_bank);
    return said(after->is_public ? after->stage : say(msg::report_not_listed));
}

void fates(pdf::Paper& paper, Report const& report) {
    if (report.projects.empty()) return;
    paper.heading(said(msg::report_fates));
    std::vector<std::vector<std::string>> rows;
    for (auto const& [project, after] : report.projects)
        rows.push_back({project.submission.project.title, project.team.name, fate_of(after),
                        written(after ? after->adoptions : 0), written(after ? after->live : 0)});
    paper.table({said(msg::project_title), said(msg::team_name), said(msg::report_stage),
                 said(msg::report_adoptions), said(msg::report_live_short)},
                rows);
}

std::string bytes_of(files::Store const& files, KeptFile const& file) {
    auto const path = files.find(file.sha256);
    if (!path) return {};
    std::ifstream in(*path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

// The first picture of each project, the awarded ones first, as everybody may see it by then.
void pictures(pdf::Paper& paper, ReportPaper const& on) {
    std::vector<pdf::Paper::Picture> all;
    for (auto const& [project, after] : on.report.projects) {
        if (all.size() == report_pictures_max) break;
        for (auto const& file : project.submission.files) {
            bool const is_picture = file.kind == files::name_of(files::Kind::jpeg) ||
                                    file.kind == files::name_of(files::Kind::png);
            if (!is_picture || file.bytes > report_picture_bytes_max) continue;
            all.push_back({bytes_of(on.files, file), project.submission.project.title});
            break;
        }
    }
    if (all.empty()) return;
    paper.heading(said(msg::report_pictures));
    paper.pictures(all);
}

}  // namespace

std::string report_paper(ReportPaper const& on) {
    auto const& report = on.report;
    auto const& edition = report.call.edition;
    pdf::Paper paper(papers::official,
                     {.authority = on.authority,
                      .title = said(msg::report_title),
                      .number = edition.code,
                      .qr = std::string(on.site).append("/challenges/").append(edition.code),
                      .qr_caption = said(msg::report_qr),
                      .footer = said(msg::report_foot)});
    what_it_was(paper, on);
    road(paper, report);
    figures(paper, report.figures);
    composition(paper, report.figures);
    awards(paper, report);
    pictures(paper, on);
    fates(paper, report);
    administrations(paper, on);
    return paper.finish();
}

}  // namespace wasl::challenges
