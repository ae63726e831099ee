// SPDX-License-Identifier: Apache-2.0
// Papers from the printer to the ballot. What a judge wrote by hand counts as what he would have
// pressed, once two persons read the same.
#include <algorithm>
#include <map>

#include "judging/chance.hpp"
#include "kernel/receipt.hpp"
#include "modules/challenges/jury_inside.hpp"
#include "modules/challenges/store_coaching.hpp"
#include "modules/challenges/store_jury_papers.hpp"
#include "platform/clock/clock.hpp"

namespace wasl::challenges {

namespace {

constexpr int readings_max = 50;  // of one paper

// Whoever types must want nothing of the result.
Result<OpenedJury> open_as_office(db::Reader& reader, Act const& act) {
    auto opened = TRY(open_jury(reader, act));
    auto const& edition = opened.edition;
    if (!act.by.signed_in())
        return Refusal{Refused::not_signed_in, say(msg::refused_not_signed_in)};
    if (!is_office_of(act.by, edition))
        return Refusal{Refused::forbidden, say(msg::refused_paper_office)};
    if (opened.juror(act.by.person) != nullptr ||
        store::team_of(reader, edition.id, act.by.person) ||
        store::mentor(reader, edition.id, act.by.person))
        return Refusal{Refused::forbidden, say(msg::refused_paper_near)};
    return opened;
}

// Its projects are still those that its judge was given.
bool still_counts(Ballots kind, BallotPaper const& paper, std::span<TeamId const> own) {
    auto all = paper.teams;
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    if (kind != Ballots::score && all.size() != own.size()) return false;
    return std::all_of(paper.teams.begin(), paper.teams.end(), [&](TeamId one) {
        return std::find(own.begin(), own.end(), one) != own.end();
    });
}

using GivenTo = std::map<PersonId, std::vector<TeamId>>;  // the judges' projects

GivenTo given(db::Reader& reader, EditionId edition) {
    GivenTo found;
    for (auto const& row : store::assigned(reader, edition)) found[row.person].push_back(row.team);
    return found;
}

PaperStanding paper_standing(BallotPaper const& paper, std::span<PaperReading const> readings,
                             std::span<Reopening const> reopened) {
    auto found = challenges::standing_of(readings, reopened);
    if (paper.set_aside) found.state = PaperState::set_aside;
    return found;
}

std::map<PaperId, std::vector<Reopening>> reopenings_of(db::Reader& reader, EditionId edition) {
    std::map<PaperId, std::vector<Reopening>> found;
    for (auto& one : store::all_reopenings(reader, edition))
        found[one.paper].push_back(std::move(one.reopening));
    return found;
}

std::vector<PaperLine> paper_lines(db::Reader& reader, OpenedJury const& opened,
                                   GivenTo const& given) {
    std::map<PaperId, std::vector<PaperReading>> readings;
    for (auto& one : store::all_readings(reader, opened.edition.id))
        readings[one.paper].push_back(std::move(one.reading));
    auto reopened = reopenings_of(reader, opened.edition.id);
    std::vector<PaperLine> lines;
    for (auto& paper : store::papers(reader, opened.edition.id)) {
        auto const own = given.find(paper.person);
        bool const counts =
            own != given.end() && still_counts(opened.rules.ballots, paper, own->second);
        auto const state = paper_standing(paper, readings[paper.id], reopened[paper.id]).state;
        lines.push_back({.paper = std::move(paper), .state = state, .counts = counts});
    }
    return lines;
}
std::vector<PaperLine> paper_lines(db::Reader& reader, OpenedJury const& opened) {
    return paper_lines(reader, opened, given(reader, opened.edition.id));
}

std::vector<OnPaper> projects_on(db::Reader& reader, BallotPaper const& paper) {
    std::vector<OnPaper> projects;
    for (std::size_t n = 0; n < paper.teams.size(); ++n) {
        auto const submission = store::latest(reader, paper.teams[n]);
        auto const team = store::team(reader, paper.teams[n]);
        projects.push_back({paper.teams[n], n < paper.numbers.size() ? paper.numbers[n] : 0,
                            submission ? submission->project.title : std::string(),
                            team ? team->name : std::string()});
    }
    return projects;
}

// Numbers need not be secret, only different; the check sign is for whoever types.
void insert_numbered(db::Writer& writer, BallotPaper& paper) {
    auto const day = std::chrono::year_month_day{clock::day_in_morocco(paper.printed_at)};
    do {
        paper.id = db::fresh<PaperId>();
        paper.number =
            receipt_number(static_cast<int>(day.year()),
                           judging::seed_of("ballot paper " + std::to_string(paper.id.value())));
    } while (!store::try_insert(writer, paper));
}

PaperStanding standing(db::Reader& reader, BallotPaper const& paper) {
    return paper_standing(paper, store::readings(reader, paper.id),
                          store::reopenings(reader, paper.id));
}

// What the check sign tells apart: misread signs, and papers of elsewhere.
Result<BallotPaper> paper_numbered(db::Reader& reader, EditionId edition, std::string_view typed) {
    auto const number = parse_receipt(typed);
    if (!number) return Refusal{Refused::invalid, say(msg::refused_paper_code), {}, "number"};
    auto found = store::paper(reader, *number);
    if (!found || found->edition != edition)
        return Refusal{Refused::not_found, say(msg::refused_paper_unknown), {}, "number"};
    return std::move(*found);
}

// What a paper says; by pair only what was ticked.
std::vector<KeptBallot> ballots_of(OpenedJury const& opened, BallotPaper const& paper,
                                   BallotTyped const& said, Instant now) {
    KeptBallot one{.person = paper.person, .said = said, .source = "paper", .at = now};
    auto const kind = opened.rules.ballots;
    if (kind == Ballots::score) one.team = paper.teams.front();
    if (kind != Ballots::pair) return {one};
    std::vector<KeptBallot> all;
    auto const values = values_of(kind, said.marks, paper.teams);
    for (std::size_t n = 0; n < values.size() && 2 * n + 1 < paper.teams.size(); ++n) {
        if (values[n] == "-") continue;
        one.team = paper.teams[2 * n];
        one.other = paper.teams[2 * n + 1];
        one.said = {values[n], {}};
        all.push_back(one);
    }
    return all;
}

Outcome fit(db::Reader& reader, OpenedJury const& opened, std::span<TeamId const> own,
            BallotPaper const& paper, BallotTyped const& said, Instant now) {
    if (opened.rules.ballots == Ballots::pair &&
        values_of(Ballots::pair, said.marks, {}).size() != paper.teams.size() / 2)
        return Refusal{Refused::invalid, say(msg::refused_marks), {}, "marks"};
    for (auto const& ballot : ballots_of(opened, paper, said, now))
        TRY(fits(reader, opened, own, ballot));
    return Done{};
}

// A judge who pressed the buttons himself after all: that is what he says.
bool is_on_screen(std::span<KeptBallot const> kept, KeptBallot const& ballot) {
    return std::any_of(kept.begin(), kept.end(), [&](KeptBallot const& one) {
        bool const same = one.team == ballot.team && one.other == ballot.other;
        bool const turned = one.team == ballot.other && one.other == ballot.team;
        return one.person == ballot.person && (same || turned) && one.source == "screen";
    });
}

}  // namespace

bool is_office_of(http::Visitor const& visitor, Edition const& edition) {
    return organises(visitor, edition) || visitor.is(http::Role::officer, edition.organiser);
}

int papers_waiting(db::Reader& reader, OpenedJury const& opened) {
    int waiting = 0;
    for (auto const& one : paper_lines(reader, opened))
        waiting +=
            one.counts && (one.state == PaperState::once || one.state == PaperState::differs ||
                           one.state == PaperState::reopened);
    return waiting;
}

Outcome PaperBallots::print(db::Writer& writer, Act const& act, PersonId judge) const {
    auto const opened = TRY(open_as_office(writer, act));
    auto const& edition = opened.edition;
    TRY(is_time(edition, Doing::judge, act.now));
    auto const* const juror = opened.juror(judge);
    auto const own = store::assigned_to(writer, edition.id, judge);
    if (juror == nullptr || !juror->sits() || own.empty())
        return Refusal{Refused::conflict, say(msg::refused_paper_nothing)};
    auto const before = teams_before(writer, edition);
    std::vector<TeamId> lacking = own;
    for (auto const& line : paper_lines(writer, opened))
        if (line.paper.person == judge && line.counts && line.state != PaperState::set_aside)
            for (auto const team : line.paper.teams) std::erase(lacking, team);
    if (lacking.empty()) return Done{};
    auto const make = [&](std::vector<TeamId> teams) {
        BallotPaper paper{.edition = edition.id,
                          .person = judge,
                          .teams = std::move(teams),
                          .numbers = {},
                          .printed_by = act.by.person,
                          .printed_at = act.now};
        for (auto const team : paper.teams) paper.numbers.push_back(number_of(before, team));
        insert_numbered(writer, paper);
        note_in_journal(writer, edition, "paper_printed", paper.number, act.by.person, act.now);
    };
    if (opened.rules.ballots == Ballots::ranking) {
        make(own);
    } else if (opened.rules.ballots == Ballots::pair) {
        if (own.size() < 2) return Refusal{Refused::conflict, say(msg::refused_paper_nothing)};
        make(pairs_of(own));
    } else {
        for (auto const team : lacking) make({team});
    }
    return Done{};
}

Result<PrintedPapers> PaperBallots::printed(db::Reader& reader, Act const& act,
                                            PersonId judge) const {
    auto const opened = TRY(open_as_office(reader, act));
    PrintedPapers printed{.edition = opened.edition,
                          .rules = opened.rules,
                          .criteria = store::criteria(reader, opened.edition.id),
                          .sheets = {}};
    for (auto& line : paper_lines(reader, opened)) {
        if (line.paper.person != judge || !line.counts || line.state == PaperState::set_aside)
            continue;
        auto projects = projects_on(reader, line.paper);
        printed.sheets.push_back({std::move(line.paper), std::move(projects)});
    }
    if (printed.sheets.empty())
        return Refusal{Refused::not_found, say(msg::refused_paper_not_printed)};
    return printed;
}

Result<PaperList> PaperBallots::list(db::Reader& reader, Act const& act) const {
    auto const opened = TRY(open_as_office(reader, act));
    auto const given_to = given(reader, opened.edition.id);
    PaperList list{.edition = opened.edition,
                   .rules = opened.rules,
                   .papers = paper_lines(reader, opened, given_to),
                   .judges = {},
                   .is_organiser = organises(act.by, opened.edition)};
    for (auto const& [judge, own] : given_to) list.judges.push_back(judge);
    return list;
}

Result<OpenPaper> PaperBallots::open(db::Reader& reader, Act const& act,
                                     std::string_view typed) const {
    auto const opened = TRY(open_as_office(reader, act));
    auto paper = TRY(paper_numbered(reader, opened.edition.id, typed));
    OpenPaper open{.edition = opened.edition,
                   .rules = opened.rules,
                   .criteria = store::criteria(reader, opened.edition.id),
                   .paper = std::move(paper),
                   .projects = {},
                   .standing = {},
                   .reopened = {},
                   .is_organiser = organises(act.by, opened.edition)};
    open.projects = projects_on(reader, open.paper);
    open.standing = standing(reader, open.paper);
    open.reopened = store::reopenings(reader, open.paper.id);
    return open;
}

Result<PaperState> PaperBallots::type(db::Writer& writer, Act const& act,
                                      std::string_view typed_number, Turn turn,
                                      BallotTyped const& typed) const {
    auto const opened = TRY(open_as_office(writer, act));
    auto const& edition = opened.edition;
    auto const paper = TRY(paper_numbered(writer, edition.id, typed_number));
    auto const before = standing(writer, paper);
    TRY(may_type(before, turn));
    if (store::published(writer, edition.id))
        return Refusal{Refused::conflict, say(msg::refused_results_published)};
    // What came in time may be read to the end; nothing new comes afterwards.
    if (before.state == PaperState::blank) TRY(is_time(edition, Doing::judge, act.now));
    TRY(readable(typed.comment, {"comment", text_max, false}));
    auto const own = store::assigned_to(writer, edition.id, paper.person);
    if (!still_counts(opened.rules.ballots, paper, own))
        return Refusal{Refused::conflict, say(msg::refused_paper_freed)};
    TRY(fit(writer, opened, own, paper, typed, act.now));
    auto const kept = store::ballots(writer, edition.id);
    // Of many pairs some may be on a screen; they are passed over where the paper is agreed.
    if (opened.rules.ballots != Ballots::pair &&
        is_on_screen(kept, ballots_of(opened, paper, typed, act.now).front()))
        return Refusal{Refused::conflict, say(msg::refused_paper_on_screen)};
    auto readings = store::readings(writer, paper.id);
    if (std::ssize(readings) >= readings_max)
        return Refusal{Refused::too_often,
                       say(msg::refused_versions, {number("count", readings_max)})};
    PaperReading const reading{.version = std::ssize(readings) + 1,
                               .settles = turn == Turn::settles,
                               .by = act.by.person,
                               .at = act.now,
                               .said = typed};
    store::insert(writer, paper.id, reading);
    readings.push_back(reading);
    auto const after = paper_standing(paper, readings, store::reopenings(writer, paper.id));
    note_in_journal(writer, edition, "paper_" + std::string(name_of(after.state)), paper.number,
                    act.by.person, act.now);
    if (after.agreed)
        for (auto& ballot : ballots_of(opened, paper, *after.agreed, act.now))
            if (!is_on_screen(kept, ballot))
                TRY(keep_next(writer, edition.id, std::move(ballot), act.by.person));
    return after.state;
}

Outcome PaperBallots::set_aside(db::Writer& writer, Act const& act, std::string_view number,
                                std::string_view reason) const {
    auto const opened = TRY(open_as_office(writer, act));
    TRY(open_as_organiser(writer, act));
    auto paper = TRY(paper_numbered(writer, opened.edition.id, number));
    auto const now = standing(writer, paper);
    if (now.state == PaperState::agreed || now.state == PaperState::set_aside)
        TRY(may_type(now, Turn::reads));
    TRY(readable(reason, {"reason", line_max}));
    paper.set_aside_by = act.by.person;
    paper.set_aside = act.now;
    paper.reason = reason;
    store::set_aside(writer, paper);
    note_in_journal(writer, opened.edition, "paper_set_aside", paper.number, act.by.person,
                    act.now);
    return Done{};
}

Result<AgreedPapers> PaperBallots::agreed(db::Reader& reader, Act const& act) const {
    auto const opened = TRY(open_as_chair(reader, act, false));
    auto const& edition = opened.edition;
    AgreedPapers found{.edition = edition,
                       .papers = {},
                       .is_open = !is_time(edition, Doing::judge, act.now).refused() &&
                                  !store::published(reader, edition.id)};
    auto reopened = reopenings_of(reader, edition.id);
    for (auto& line : paper_lines(reader, opened)) {
        auto& before = reopened[line.paper.id];
        if (!line.counts || (line.state != PaperState::agreed && before.empty())) continue;
        found.papers.push_back({std::move(line.paper), line.state, std::move(before)});
    }
    return found;
}

Outcome PaperBallots::reopen(db::Writer& writer, Desk::House const& house, Act const& act,
                             std::string_view typed, std::string_view reason) const {
    auto const opened = TRY(open_as_chair(writer, act, false));
    auto const& edition = opened.edition;
    TRY(is_time(edition, Doing::judge, act.now));
    if (store::published(writer, edition.id))
        return Refusal{Refused::conflict, say(msg::refused_results_published)};
    auto const paper = TRY(paper_numbered(writer, edition.id, typed));
    if (paper.person == act.by.person)
        return Refusal{Refused::forbidden, say(msg::refused_paper_own), {}, "number"};
    auto const now = standing(writer, paper);
    if (now.state != PaperState::agreed)
        return Refusal{Refused::conflict, say(msg::refused_paper_not_agreed), {}, "number"};
    TRY(readable(reason, {"reason", line_max}));
    auto const kept = store::ballots(writer, edition.id);
    for (auto const& ballot : ballots_of(opened, paper, *now.agreed, act.now)) {
        if (opened.rules.ballots != Ballots::pair && is_on_screen(kept, ballot))
            return Refusal{Refused::conflict, say(msg::refused_paper_on_screen), {}, "number"};
        if (!is_on_screen(kept, ballot))
            store::make_paper_void(writer, edition.id, ballot.person, ballot.team, ballot.other);
    }
    store::insert(writer, paper.id,
                  Reopening{.after = std::ssize(store::readings(writer, paper.id)),
                            .reason = std::string(reason),
                            .by = act.by.person,
                            .at = act.now});
    note_in_journal(writer, edition, "paper_reopened", paper.number, act.by.person, act.now);
    notify(house, writer, edition, act.by.person,
           {.to = paper.person,
            .subject = msg::notice_paper_reopened_subject,
            .body = msg::notice_paper_reopened_body,
            .link = link_of(edition, "/jury/seat"),
            .values = {text("number", paper.number), text("reason", reason)}},
           act.now);
    return Done{};
}

}  // namespace wasl::challenges
