// SPDX-License-Identifier: Apache-2.0
// Ballots: each version is kept, the last one counts, until the jury's time is over.
#include <algorithm>
#include <charconv>

#include "kernel/text/parts.hpp"
#include "modules/challenges/jury_inside.hpp"

namespace wasl::challenges {

namespace {

template<typename Number>
std::optional<Number> number_from(std::string_view word) {
    Number number = 0;
    auto const [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
    if (error != std::errc() || end != word.data() + word.size()) return std::nullopt;
    return number;
}

Refusal wrong_marks(std::string_view field) {
    return {Refused::invalid, say(msg::refused_marks), {}, Owned(field)};
}

}  // namespace

Outcome fits(db::Reader& reader, OpenedJury const& opened, std::span<TeamId const> own,
             KeptBallot const& ballot) {
    auto const is_own = [&](TeamId team) {
        return std::find(own.begin(), own.end(), team) != own.end();
    };
    auto const& marks = ballot.said.marks;
    if (opened.rules.ballots == Ballots::ranking) {
        if (ballot.team.value() != 0 || ballot.other.value() != 0 || !ranking_of(marks, own))
            return wrong_marks("places");
        return Done{};
    }
    bool const is_pair = opened.rules.ballots == Ballots::pair;
    if (!is_own(ballot.team) || (is_pair ? !is_own(ballot.other) || ballot.team == ballot.other
                                         : ballot.other.value() != 0))
        return Refusal{Refused::forbidden, say(msg::refused_not_assigned)};
    if (is_pair) {
        if (marks != "first" && marks != "second" && marks != "tie")
            return wrong_marks("preferred");
        return Done{};
    }
    return fit_marks(store::criteria(reader, opened.edition.id), marks);
}

std::map<TeamId, std::string> titles_sent(db::Reader& reader, EditionId edition) {
    std::map<TeamId, std::string> titles;
    for (auto& one : store::sent_titles(reader, edition))
        titles.emplace(one.team, std::move(one.title));
    return titles;
}

Outcome fit_marks(std::span<JuryCriterion const> criteria, std::string_view marks) {
    auto const read = marks_of(marks, criteria.size());
    if (!read) return wrong_marks("marks");
    for (std::size_t n = 0; n < criteria.size(); ++n) {
        auto const& mark = (*read)[n];
        auto const& rule = criteria[n].rule;
        if (mark && (*mark < rule.lowest || *mark > rule.highest))
            return wrong_marks("mark_" + std::to_string(n + 1));
    }
    return Done{};
}

std::optional<std::vector<judging::Mark>> marks_of(std::string_view text, std::size_t criteria) {
    std::vector<judging::Mark> marks;
    for (auto const word : lexis::parts_of(text, ' ')) {
        auto const mark = number_from<int>(word);
        if (!mark && word != "-") return std::nullopt;
        marks.push_back(mark);
    }
    if (marks.size() != criteria) return std::nullopt;
    return marks;
}

std::string marks_text(std::span<judging::Mark const> marks) {
    std::string text;
    for (auto const& mark : marks)
        text += (text.empty() ? "" : " ") + (mark ? std::to_string(*mark) : std::string("-"));
    return text;
}

std::optional<std::vector<std::vector<TeamId>>> ranking_of(std::string_view marks,
                                                           std::span<TeamId const> teams) {
    std::vector<std::vector<TeamId>> places;
    std::vector<TeamId> left(teams.begin(), teams.end());
    for (auto const place : lexis::parts_of(marks, '>')) {
        auto& tied = places.emplace_back();
        for (auto const word : lexis::parts_of(place, '=')) {
            auto const id = number_from<std::int64_t>(word);
            if (!id || std::erase(left, TeamId{*id}) != 1) return std::nullopt;
            tied.emplace_back(*id);
        }
    }
    if (!left.empty()) return std::nullopt;
    return places;
}

std::string ranking_from(std::span<TeamId const> teams, std::span<std::string const> typed) {
    std::vector<std::pair<int, std::size_t>> places;
    for (std::size_t n = 0; n < teams.size() && n < typed.size(); ++n)
        places.emplace_back(number_from<int>(typed[n]).value_or(0), n);
    std::sort(places.begin(), places.end());
    std::string marks;
    for (std::size_t n = 0; n < places.size(); ++n) {
        if (places[n].first < 1) return {};
        if (n > 0) marks += places[n].first == places[n - 1].first ? '=' : '>';
        marks += std::to_string(teams[places[n].second].value());
    }
    return marks;
}

bool is_complete(Ballots kind, std::span<JuryCriterion const> criteria, KeptBallot const& ballot) {
    if (kind != Ballots::score) return true;
    auto const marks = marks_of(ballot.said.marks, criteria.size());
    if (!marks) return false;
    for (std::size_t n = 0; n < criteria.size(); ++n)
        if (!(*marks)[n] && criteria[n].rule.needed == judging::Criterion::Needed::yes)
            return false;
    return true;
}

Outcome keep_next(db::Writer& writer, EditionId edition, KeptBallot ballot, PersonId by) {
    ballot.version =
        store::last_version(writer, edition, ballot.person, ballot.team, ballot.other) + 1;
    if (ballot.version > ballot_versions_max)
        return Refusal{Refused::too_often,
                       say(msg::refused_versions, {number("count", ballot_versions_max)})};
    // Of a pair that is said anew the other way round, what was said before counts no more.
    if (ballot.other.value() != 0)
        store::make_pair_void(writer, edition, ballot.person, ballot.other, ballot.team);
    store::insert(writer, edition, ballot, by);
    return Done{};
}

Outcome Jury::save(db::Writer& writer, Act const& act, TeamId team, TeamId other,
                   BallotTyped const& typed) const {
    auto const opened = TRY(open_as_juror(writer, act));
    auto const& edition = opened.edition;
    TRY(is_time(edition, Doing::judge, act.now));
    if (store::published(writer, edition.id))
        return Refusal{Refused::conflict, say(msg::refused_results_published)};
    if (!opened.juror(act.by.person)->declared)
        return Refusal{Refused::conflict, say(msg::refused_undeclared)};
    TRY(readable(typed.comment, {"comment", text_max, false}));
    KeptBallot ballot{.person = act.by.person,
                      .team = team,
                      .other = other,
                      .said = typed,
                      .source = "screen",
                      .at = act.now};
    auto const own = store::assigned_to(writer, edition.id, act.by.person);
    TRY(fits(writer, opened, own, ballot));
    TRY(keep_next(writer, edition.id, std::move(ballot), act.by.person));
    note_in_journal(writer, edition, "ballot_saved", {}, act.by.person, act.now);
    return Done{};
}

Result<Seated> Jury::seat(db::Reader& reader, Act const& act) const {
    auto const opened = TRY(open_as_juror(reader, act));
    Seated seated{.edition = opened.edition,
                  .rules = opened.rules,
                  .juror = *opened.juror(act.by.person),
                  .criteria = store::criteria(reader, opened.edition.id),
                  .before = teams_before(reader, opened.edition)};
    auto const id = opened.edition.id;
    seated.conflicts = store::conflicts_in(reader, id, act.by.person);
    if (!seated.juror.declared) return seated;
    auto const titles = titles_sent(reader, id);
    seated.ballots = store::ballots_by(reader, id, act.by.person);
    for (auto const team : store::assigned_to(reader, id, act.by.person)) {
        auto const title = titles.find(team);
        if (title == titles.end()) continue;
        Seated::Line line{
            .team = team, .number = number_of(seated.before, team), .title = title->second};
        for (auto const& ballot : seated.ballots)
            line.is_done = line.is_done || ballot.team == team || ballot.other == team;
        seated.projects.push_back(std::move(line));
    }
    return seated;
}

Result<std::vector<JuryCriterion>> Jury::criteria(db::Reader& reader, Act const& act) const {
    auto const edition = TRY(open(reader, act.by, act.edition));
    return store::criteria(reader, edition.id);
}

Result<BeforeJudge> Jury::before_judge(db::Reader& reader, Act const& act, TeamId id) const {
    auto const opened = TRY(open_as_juror(reader, act));
    auto const own = store::assigned_to(reader, opened.edition.id, act.by.person);
    auto team = store::team(reader, id);
    auto submission = store::latest(reader, id);
    bool const is_own = std::find(own.begin(), own.end(), id) != own.end();
    if (!opened.juror(act.by.person)->declared || !is_own || !team || !submission)
        return Refusal{Refused::not_found, say(msg::refused_not_assigned)};
    BeforeJudge found{.rules = opened.rules,
                      .criteria = store::criteria(reader, opened.edition.id),
                      .team = std::move(*team),
                      .submission = std::move(*submission),
                      .number = number_of(teams_before(reader, opened.edition), id),
                      .ballot = {}};
    for (auto& ballot : store::ballots_by(reader, opened.edition.id, act.by.person))
        if (ballot.team == id && ballot.other.value() == 0) found.ballot = std::move(ballot);
    return found;
}

}  // namespace wasl::challenges
