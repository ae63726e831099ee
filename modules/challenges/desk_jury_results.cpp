// SPDX-License-Identifier: Apache-2.0
// From ballots to what is published. The chair sees the ranking when nobody can change a ballot any
// more, or everybody has given his; before that nobody does.
#include <algorithm>
#include <span>

#include "judging/chance.hpp"
#include "kernel/text/signs.hpp"
#include "modules/challenges/jury_inside.hpp"
#include "modules/challenges/paper_ballots.hpp"
#include "modules/challenges/results_kept.hpp"

namespace wasl::challenges {

namespace {

std::vector<JurorProgress> progress_of(OpenedJury const& opened,
                                       std::span<store::AssignedRow const> assigned,
                                       std::span<KeptBallot const> ballots,
                                       std::span<JuryCriterion const> criteria) {
    std::vector<JurorProgress> all;
    for (auto const& juror : opened.jurors) {
        JurorProgress one{juror};
        for (auto const& row : assigned) {
            if (row.person != juror.person) continue;
            ++one.assigned;
            one.done += std::any_of(ballots.begin(), ballots.end(), [&](KeptBallot const& ballot) {
                bool const his = ballot.person == row.person &&
                                 (ballot.team == row.team || ballot.other == row.team ||
                                  ballot.team.value() == 0);
                return his && is_complete(opened.rules.ballots, criteria, ballot);
            });
        }
        all.push_back(std::move(one));
    }
    return all;
}

// Nobody can change a ballot any more, or all are there.
Outcome is_counted(db::Reader& reader, OpenedJury const& opened, Instant now) {
    if (auto const waiting = papers_waiting(reader, opened); waiting > 0)
        return Refusal{Refused::conflict,
                       say(msg::refused_papers_wait, {number("count", waiting)})};
    if (now >= opened.edition.span(Phase::jury)->closes_at) return Done{};
    auto const criteria = store::criteria(reader, opened.edition.id);
    auto const all = progress_of(opened, store::assigned(reader, opened.edition.id),
                                 store::ballots(reader, opened.edition.id), criteria);
    bool const everybody =
        !opened.rules.fingerprint.empty() &&
        std::all_of(all.begin(), all.end(), [](auto& one) { return one.done == one.assigned; });
    if (everybody) return Done{};
    return Refusal{Refused::conflict, say(msg::refused_ballots_lack)};
}

// Ballots of one judge as lines of the record; a project that no longer stands before the jury has
// none.
struct Recorder {
    Judged& judged;
    std::span<store::AssignedRow const> assigned;
    int judge;

    int place_of(TeamId id) const {
        for (std::size_t n = 0; n < judged.teams.size(); ++n)
            if (judged.teams[n].id == id) return static_cast<int>(n);
        return -1;
    }

    void add(KeptBallot const& ballot) const {
        auto& record = judged.record;
        auto const first = place_of(ballot.team), second = place_of(ballot.other);
        if (record.ballots == Ballots::ranking) return add_ranking(ballot);
        if (first < 0) return;
        if (record.ballots == Ballots::pair) {
            if (second >= 0) record.pairs.push_back({judge, first, second, preferred(ballot)});
        } else if (auto marks = marks_of(ballot.said.marks, record.criteria.size())) {
            record.scores.push_back({judge, first, std::move(*marks)});
        }
    }

    void add_ranking(KeptBallot const& ballot) const {
        std::vector<TeamId> own;
        for (auto const& row : assigned)
            if (row.person == ballot.person) own.push_back(row.team);
        auto const places = ranking_of(ballot.said.marks, own);
        if (!places) return;
        judging::Ranking ranking{judge};
        for (auto const& tied : *places) {
            std::vector<int> numbers;
            for (auto const team : tied)
                if (place_of(team) >= 0) numbers.push_back(place_of(team));
            if (!numbers.empty()) ranking.places.push_back(std::move(numbers));
        }
        if (!ranking.places.empty()) judged.record.rankings.push_back(std::move(ranking));
    }

    static PairBallot::Preferred preferred(KeptBallot const& ballot) {
        using enum PairBallot::Preferred;
        if (ballot.said.marks == "first") return first;
        return ballot.said.marks == "second" ? second : tie;
    }
};

}  // namespace

Result<OpenedJury> open_jury(db::Reader& reader, Act const& act) {
    auto edition = TRY(open(reader, act.by, act.edition));
    auto rules = store::jury_rules(reader, edition.id);
    if (!edition.span(Phase::jury) || !rules)
        return Refusal{Refused::conflict, say(msg::refused_no_jury)};
    auto jurors = store::jurors(reader, edition.id);
    return OpenedJury{std::move(edition), std::move(*rules), std::move(jurors)};
}

Result<OpenedJury> open_as_juror(db::Reader& reader, Act const& act) {
    auto opened = TRY(open_jury(reader, act));
    if (!act.by.signed_in())
        return Refusal{Refused::not_signed_in, say(msg::refused_not_signed_in)};
    auto const* const juror = opened.juror(act.by.person);
    if (juror == nullptr || !juror->sits())
        return Refusal{Refused::forbidden, say(msg::refused_juror)};
    return opened;
}

Result<OpenedJury> open_as_chair(db::Reader& reader, Act const& act, bool organiser_too) {
    auto opened = TRY(open_jury(reader, act));
    auto const* const juror = opened.juror(act.by.person);
    bool const is_chair =
        act.by.signed_in() && juror != nullptr && juror->sits() && juror->is_chair;
    if (!is_chair && !(organiser_too && organises(act.by, opened.edition)))
        return Refusal{Refused::forbidden, say(msg::refused_chair)};
    return opened;
}

std::vector<Team> teams_before(db::Reader& reader, Edition const& edition) {
    auto const shortlisted = store::shortlisted(reader, edition.id);
    auto teams = store::teams_that_sent(reader, edition.id);
    if (!shortlisted.empty())
        std::erase_if(teams, [&](Team const& one) {
            return !std::binary_search(shortlisted.begin(), shortlisted.end(), one.id);
        });
    return teams;
}

int number_of(std::span<Team const> before, TeamId team) {
    auto const found =
        std::find_if(before.begin(), before.end(), [&](Team const& one) { return one.id == team; });
    return static_cast<int>(found - before.begin()) + 1;
}

Result<WholeJury> Jury::whole(db::Reader& reader, Act const& act) const {
    auto const opened = TRY(open_as_chair(reader, act, true));
    auto const criteria = store::criteria(reader, opened.edition.id);
    auto const assigned = store::assigned(reader, opened.edition.id);
    auto const ballots = store::ballots(reader, opened.edition.id);
    auto const* const juror = opened.juror(act.by.person);
    WholeJury whole{
        .edition = opened.edition,
        .rules = opened.rules,
        .criteria = criteria,
        .first_criteria = store::criteria(reader, opened.edition.id, Phase::shortlisting),
        .jurors = progress_of(opened, assigned, ballots, criteria),
        .conflicts = store::conflicts(reader, opened.edition.id),
        .is_organiser = organises(act.by, opened.edition),
        .is_chair = juror != nullptr && juror->is_chair};
    for (auto& team : teams_before(reader, opened.edition)) {
        WholeJury::Covered covered{team};
        for (auto const& row : assigned) covered.assigned += row.team == team.id;
        for (auto const& ballot : ballots)
            covered.done += (ballot.team == team.id || ballot.other == team.id) &&
                            is_complete(opened.rules.ballots, criteria, ballot);
        whole.teams.push_back(std::move(covered));
    }
    return whole;
}

// Judges are numbered by chance, so that no number tells who joined first.
Judged Jury::judged(db::Reader& reader, Edition const& edition) const {
    auto const rules = store::jury_rules(reader, edition.id).value_or(JuryRules{});
    Judged judged;
    auto& record = judged.record;
    record.edition = edition.code;
    record.ballots = rules.ballots;
    judged.teams = teams_before(reader, edition);
    auto const titles = titles_sent(reader, edition.id);
    for (auto const& team : judged.teams) record.projects.push_back(titles.at(team.id));
    if (rules.ballots == Ballots::score)
        for (auto const& one : store::criteria(reader, edition.id))
            record.criteria.push_back(one.rule);
    auto const ballots = store::ballots(reader, edition.id);
    for (auto const& juror : store::jurors(reader, edition.id)) {
        record.recusals += !juror.sits();
        if (std::any_of(ballots.begin(), ballots.end(),
                        [&](KeptBallot const& one) { return one.person == juror.person; }))
            judged.jurors.push_back(juror.person);
    }
    judging::Chance chance(static_cast<std::uint64_t>(rules.seed));
    chance.shuffle(std::span<PersonId>(judged.jurors));
    record.judges = static_cast<int>(judged.jurors.size());
    auto const assigned = store::assigned(reader, edition.id);
    for (int judge = 0; judge < record.judges; ++judge)
        for (auto const& ballot : ballots)
            if (ballot.person == judged.jurors[static_cast<std::size_t>(judge)])
                Recorder{judged, assigned, judge}.add(ballot);
    return judged;
}

static std::vector<TeamId> order_of(Judged const& judged, Results const& results) {
    std::vector<TeamId> order;
    for (auto const& one : results.projects)
        order.push_back(judged.teams[static_cast<std::size_t>(one.project)].id);
    return order;
}

Result<Jury::Outcomes> Jury::results(db::Reader& reader, Act const& act) const {
    auto const opened = TRY(open_as_chair(reader, act, true));
    TRY(is_counted(reader, opened, act.now));
    Outcomes outcomes{judged(reader, opened.edition), {}, {}, {}};
    outcomes.results = *desk_.kept_results().of(outcomes.judged.record);
    outcomes.order = order_of(outcomes.judged, outcomes.results);
    outcomes.deliberation = store::deliberation(reader, opened.edition.id);
    // How severe somebody was is for the chair alone.
    auto const* const juror = opened.juror(act.by.person);
    if (juror == nullptr || !juror->is_chair) outcomes.results.judges.clear();
    return outcomes;
}

Outcome Jury::deliberate(db::Writer& writer, Act const& act, Decided const& decided) const {
    auto const opened = TRY(open_as_chair(writer, act, false));
    auto const& edition = opened.edition;
    if (store::published(writer, edition.id))
        return Refusal{Refused::conflict, say(msg::refused_results_published)};
    TRY(is_counted(writer, opened, act.now));
    TRY(readable(decided.minutes, {"minutes", rules_max}));
    TRY(readable(decided.reason, {"order_reason", text_max, false}));
    auto const all = judged(writer, edition);
    auto const computed = order_of(all, *desk_.kept_results().of(all.record));
    Deliberation kept{decided.minutes, TRY(final_order(computed, decided.places)), decided.reason,
                      act.by.person, act.now};
    if (kept.order == computed) {
        kept.order.clear();
        kept.reason.clear();
    } else if (lexis::is_blank(kept.reason)) {
        return Refusal{Refused::invalid, say(msg::refused_order_reason), {}, "order_reason"};
    }
    store::keep(writer, edition.id, kept);
    note_in_journal(writer, edition, "deliberated", kept.order.empty() ? "" : "another order",
                    act.by.person, act.now);
    return Done{};
}

Outcome Jury::publish(db::Writer& writer, Act const& act) const {
    TRY(open_as_organiser(writer, act));
    auto const opened = TRY(open_jury(writer, act));
    auto const& edition = opened.edition;
    TRY(is_counted(writer, opened, act.now));
    auto const all = judged(writer, edition);
    auto const& found = *desk_.kept_results().of(all.record);
    if (found.complete == 0) return Refusal{Refused::conflict, say(msg::refused_ballots_lack)};
    bool const is_sure = found.method != Method::none && !found.needs_deliberation();
    if (!is_sure && !store::deliberation(writer, edition.id))
        return Refusal{Refused::conflict, say(msg::refused_deliberate_first)};
    PublishedResults published{all.record.text(), table_of(all.record, found), {}, act.now};
    for (auto const& team : all.teams) published.teams.push_back(team.id);
    if (!store::try_insert(writer, edition.id, published, act.by.person))
        return Refusal{Refused::conflict, say(msg::refused_results_published)};
    note_in_journal(writer, edition, "jury_published", std::to_string(all.record.seed()),
                    act.by.person, act.now);
    return Done{};
}

std::optional<PublishedResults> Jury::published(db::Reader& reader, EditionId edition) const {
    return store::published(reader, edition);
}
static std::optional<Jury::Seen::Feedback> feedback_of(db::Reader& reader, EditionId edition,
                                                       PublishedResults const& published,
                                                       TeamId team) {
    auto const found = std::find(published.teams.begin(), published.teams.end(), team);
    auto const read = jury_record_of(published.record);
    auto const* const record = std::get_if<JuryRecord>(&read);
    if (found == published.teams.end() || record == nullptr) return std::nullopt;
    Jury::Seen::Feedback feedback{
        medians_of(*record, static_cast<int>(found - published.teams.begin())), {}};
    for (auto const& ballot : store::ballots(reader, edition))
        if (ballot.team == team && !ballot.said.comment.empty())
            feedback.comments.push_back(ballot.said.comment);
    return feedback;
}

Jury::Seen Jury::seen(db::Reader& reader, http::Visitor const& visitor, Edition const& of,
                      std::optional<TeamId> own) const {
    auto const edition = of.id;
    Seen seen{.rules = store::jury_rules(reader, edition),
              .criteria = store::criteria(reader, edition),
              .first_criteria = store::criteria(reader, edition, Phase::shortlisting),
              .published = store::published(reader, edition)};
    if (seen.published) seen.deliberation = store::deliberation(reader, edition);
    if (seen.published && own) seen.own = feedback_of(reader, edition, *seen.published, *own);
    if (!visitor.signed_in()) return seen;
    seen.has_papers = seen.rules && !of.is_record() && is_office_of(visitor, of) && !own;
    for (auto const& one : store::jurors(reader, edition))
        if (one.person == visitor.person && one.sits()) {
            seen.sits = true;
            seen.has_papers = false;
            seen.is_chair = one.is_chair;
        }
    return seen;
}

}  // namespace wasl::challenges
