// SPDX-License-Identifier: Apache-2.0
// Ballots: each version is kept, the last one counts, until the jury's time is over.
#include <algorithm>
#include <charconv>

#include "modules/challenges/jury_inside.hpp"

namespace wasl::challenges {

namespace {

std::vector<std::string_view> words_of(std::string_view text, char by) {
    std::vector<std::string_view> words;
    for (;;) {
        auto const end = text.find(by);
        words.push_back(text.substr(0, end));
        if (end == std::string_view::npos) return words;
        text.remove_prefix(end + 1);
    }
}

template<typename Number>
std::optional<Number> read(std::string_view word) {
    Number number = 0;
    auto const [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
    if (error != std::errc() || end != word.data() + word.size()) return std::nullopt;
    return number;
}

Refusal wrong_marks(std::string_view field) {
    return {Refused::invalid, say(msg::refused_marks), {}, Owned(field)};
}

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
    auto const criteria = store::criteria(reader, opened.edition.id);
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

std::vector<TeamId> own_of(db::Reader& reader, EditionId edition, PersonId person) {
    std::vector<TeamId> own;
    for (auto const& row : store::assigned(reader, edition))
        if (row.person == person) own.push_back(row.team);
    return own;
}

}  // namespace

std::optional<std::vector<judging::Mark>> marks_of(std::string_view text, std::size_t criteria) {
    std::vector<judging::Mark> marks;
    for (auto const word : words_of(text, ' ')) {
        auto const mark = read<int>(word);
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
    for (auto const place : words_of(marks, '>')) {
        auto& tied = places.emplace_back();
        for (auto const word : words_of(place, '=')) {
            auto const id = read<std::int64_t>(word);
            if (!id || std::erase(left, TeamId{*id}) != 1) return std::nullopt;
            tied.emplace_back(*id);
        }
    }
    if (!left.empty()) return std::nullopt;
    return places;
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
    auto const own = own_of(writer, edition.id, act.by.person);
    TRY(fits(writer, opened, own, ballot));
    ballot.version = store::last_version(writer, edition.id, ballot.person, team, other) + 1;
    if (ballot.version > ballot_versions_max)
        return Refusal{Refused::too_often,
                       say(msg::refused_versions, {number("count", ballot_versions_max)})};
    store::insert(writer, edition.id, ballot, act.by.person);
    note_in_journal(writer, edition, "ballot_saved", {}, act.by.person, act.now);
    return Done{};
}

Result<Seated> Jury::seat(db::Reader& reader, Act const& act) const {
    auto const opened = TRY(open_as_juror(reader, act));
    Seated seated{.edition = opened.edition,
                  .rules = opened.rules,
                  .juror = *opened.juror(act.by.person),
                  .criteria = store::criteria(reader, opened.edition.id)};
    for (auto& conflict : store::conflicts(reader, opened.edition.id))
        if (conflict.person == act.by.person) seated.conflicts.push_back(std::move(conflict));
    if (!seated.juror.declared) return seated;
    auto const ballots = store::ballots(reader, opened.edition.id);
    for (auto const id : own_of(reader, opened.edition.id, act.by.person)) {
        auto team = store::team(reader, id);
        auto submission = store::latest(reader, id);
        if (!team || !submission) continue;
        Before before{std::move(*team), std::move(*submission), std::nullopt};
        for (auto const& ballot : ballots)
            if (ballot.person == act.by.person && ballot.team == id && ballot.other.value() == 0)
                before.ballot = ballot;
        seated.projects.push_back(std::move(before));
    }
    return seated;
}

}  // namespace wasl::challenges
