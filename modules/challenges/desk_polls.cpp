// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "judging/chance.hpp"
#include "modules/challenges/jury_inside.hpp"
#include "modules/challenges/polls.hpp"
#include "modules/challenges/store_polls.hpp"

namespace wasl::challenges {

namespace {

struct OpenPoll {
    Edition edition;
    Poll poll;
};

Result<OpenPoll> open_poll(db::Reader& reader, Act const& act) {
    auto edition = TRY(open(reader, act.by, act.edition));
    auto poll = store::poll(reader, edition.id);
    if (!poll) return Refusal{Refused::not_found, say(msg::refused_no_poll)};
    return OpenPoll{std::move(edition), *poll};
}

// Before it opens; afterwards people rely on it.
Outcome still_moves(db::Reader& reader, EditionId edition, Instant now) {
    auto const known = store::poll(reader, edition);
    if (known && state_of(*known, now) != PollState::before)
        return Refusal{Refused::conflict, say(msg::refused_poll_begun)};
    return Done{};
}

}  // namespace

Outcome Polls::keep(db::Writer& writer, Act const& act, Poll const& typed) const {
    auto const edition = TRY(open_as_organiser(writer, act));
    TRY(still_moves(writer, edition.id, act.now));
    TRY(fits(typed, edition, act.now));
    if (!store::keep(writer, edition.id, typed))
        return Refusal{Refused::conflict, say(msg::refused_poll_changed)};
    note_in_journal(writer, edition, "poll_kept", name_of(typed.voters), act.by.person, act.now);
    return Done{};
}

Outcome Polls::remove(db::Writer& writer, Act const& act) const {
    auto const edition = TRY(open_as_organiser(writer, act));
    TRY(still_moves(writer, edition.id, act.now));
    store::remove_poll(writer, edition.id);
    note_in_journal(writer, edition, "poll_removed", {}, act.by.person, act.now);
    return Done{};
}

Elector Polls::elector(db::Reader& reader, http::Visitor const& visitor, EditionId edition) const {
    Elector elector{.signed_in = visitor.signed_in(),
                    .is_civil_servant = is_civil_servant(visitor)};
    if (!elector.signed_in) return elector;
    if (auto const person = desk_.house().people.person(reader, visitor.person)) {
        elector.is_confirmed = person->assurance != people::Assurance::none;
        elector.is_verified = person->assurance == people::Assurance::counter_verified;
    }
    elector.own_team = store::team_of(reader, edition, visitor.person);
    return elector;
}

// The journal says that a vote was cast, never whose.
Outcome Polls::vote(db::Writer& writer, Act const& act, TeamId team) const {
    auto const opened = TRY(open_poll(writer, act));
    auto const& edition = opened.edition;
    if (edition.state != State::published)
        return Refusal{Refused::conflict, say(msg::refused_edition_closed)};
    auto const by = elector(writer, act.by, edition.id);
    TRY(may_vote(opened.poll, by, act.now));
    auto const before = teams_before(writer, edition);
    if (std::none_of(before.begin(), before.end(), [&](Team const& one) { return one.id == team; }))
        return Refusal{Refused::invalid, say(msg::refused_poll_choose), {}, "team"};
    TRY(may_vote_for(opened.poll, by, team));
    store::cast(writer, edition.id, act.by.person, team, act.now);
    note_in_journal(writer, edition, "vote_cast", {}, PersonId{0}, act.now);
    return Done{};
}

Result<VotingPaper> Polls::paper(db::Reader& reader, Act const& act) const {
    auto opened = TRY(open_poll(reader, act));
    auto const& edition = opened.edition;
    auto const by = elector(reader, act.by, edition.id);
    VotingPaper paper{.poll = opened.poll,
                      .candidates = {},
                      .own_vote = {},
                      .may = may_vote(opened.poll, by, act.now),
                      .own_team = by.own_team};
    if (state_of(opened.poll, act.now) != PollState::before) {
        for (auto& team : teams_before(reader, edition))
            if (auto submission = store::latest(reader, team.id))
                paper.candidates.push_back({std::move(team), std::move(*submission)});
        judging::Chance chance(
            judging::seed_of(edition.code + " " + std::to_string(act.by.person.value())));
        chance.shuffle(std::span<Candidate>(paper.candidates));
    }
    if (by.signed_in) paper.own_vote = store::vote_of(reader, edition.id, act.by.person);
    return paper;
}

std::optional<PollResult> Polls::result(db::Reader& reader, Edition const& edition,
                                        Instant now) const {
    auto const poll = store::poll(reader, edition.id);
    if (!poll || state_of(*poll, now) != PollState::closed) return std::nullopt;
    // What the public wants tells the jury nothing before it has decided.
    bool const has_jury = edition.span(Phase::jury) && store::jury_rules(reader, edition.id);
    if (has_jury && !store::published(reader, edition.id)) return std::nullopt;
    PollResult result;
    auto const counted = store::votes(reader, edition.id);
    for (auto const& team : teams_before(reader, edition)) {
        auto const submission = store::latest(reader, team.id);
        PollLine line{.team = team.id,
                      .title = submission ? submission->project.title : std::string(),
                      .team_name = team.name};
        for (auto const& one : counted)
            if (one.team == team.id) line.votes = one.votes;
        result.votes += line.votes;
        result.lines.push_back(std::move(line));
    }
    std::sort(result.lines.begin(), result.lines.end(), [](PollLine const& a, PollLine const& b) {
        return std::pair(-a.votes, a.team) < std::pair(-b.votes, b.team);
    });
    for (std::size_t n = 0; n < result.lines.size(); ++n) {
        bool const shared = n > 0 && result.lines[n].votes == result.lines[n - 1].votes;
        result.lines[n].place = shared ? result.lines[n - 1].place : static_cast<int>(n) + 1;
    }
    return result;
}

}  // namespace wasl::challenges
