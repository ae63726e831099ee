// SPDX-License-Identifier: Apache-2.0
// Appeals (law 55.19 art. 21): within 30 full days of the refusal, of the revocation or of the end
// of the term, decided and told within 15; in collectivities the wali or governor may then be
// called upon.
#include "modules/dossiers/tell.hpp"

namespace wasl::dossiers {

// Who decides: the president on his own decisions, elsewhere the authority above; where none is
// known, the head, so that no appeal is lost.
static AdministrationId authority_for(House const& house, Dossier const& dossier) {
    if (dossier.route == Route::council) return dossier.administration;
    auto const above = house.directory.superior_for_silence(dossier.administration);
    return above.value() == 0 ? dossier.administration : above;
}

Outcome Desk::appeal(db::Writer& writer, Act const& act, AppealOver over,
                     std::string_view reason) const {
    auto opened = TRY(open(writer, house_, act));
    auto& [before, after, today] = opened;
    if (!before.eyes.applicant)
        return Refusal{Refused::forbidden, say(msg::refused_actor), "55.19/21"};
    TRY(may_appeal(opened.situation(), over));
    if (reason.find_first_not_of(" \t\r\n") == std::string_view::npos)
        return Refusal{Refused::invalid, say(msg::refused_appeal_reason), "55.19/21", "reason"};
    TRY(readable(reason, "reason"));
    Appeal const made{.id = db::fresh<AppealId>(),
                      .over = over,
                      .reason = std::string(reason),
                      .by = act.by.person,
                      .filed_on = today,
                      .authority = authority_for(house_, before),
                      .due = full_term(today, answering_appeal.days, *before.offices)};
    store::insert_appeal(writer, after.id, made, act.now);
    store::tally(writer, before, today, "appeals");
    if (over == AppealOver::silence) store::tally(writer, before, today, "silent");
    after.appeals.push_back(made);
    TRY(record(writer, house_, before, after, {Action::appeal, act.by.person, {}, act.now},
               {{"over", name_of(over)}, {"appeal_due", iso(made.due)}}));
    Teller(writer, house_, after, act.now)
        .heads_of(
            made.authority,
            {msg::notice_appeal_filed_subject, msg::notice_appeal_filed_body, {{"day", made.due}}});
    return Done{};
}

static Appeal& pending(Dossier& dossier) {
    for (auto& appeal : dossier.appeals)
        if (appeal.pending()) return appeal;
    throw Bug("the rules found a pending appeal where there is none");
}

Outcome Desk::escalate_appeal(db::Writer& writer, Act const& act) const {
    auto opened = TRY(open(writer, house_, act));
    auto& [before, after, today] = opened;
    if (!before.eyes.applicant)
        return Refusal{Refused::forbidden, say(msg::refused_actor), "55.19/21"};
    TRY(may_escalate_appeal(opened.situation()));
    auto const above = house_.directory.superior_for_silence(before.administration);
    if (above.value() == 0)
        return Refusal{Refused::conflict, say(msg::refused_superior_unknown), "55.19/21"};
    auto& appeal = pending(after);
    appeal.state = AppealState::escalated;
    appeal.superior = above;
    appeal.escalated_on = today;
    appeal.escalated_due = full_term(today, answering_escalated_appeal.days, *before.offices);
    store::update_appeal(writer, appeal);
    TRY(record(writer, house_, before, after, {Action::escalate_appeal, act.by.person, {}, act.now},
               {{"superior", std::to_string(above.value())}}));
    Teller const teller(writer, house_, after, act.now);
    News const news{msg::notice_appeal_escalated_subject,
                    msg::notice_appeal_escalated_body,
                    {{"day", *appeal.escalated_due}}};
    teller.heads_of(above, news);
    teller.heads_of(after.administration, news);
    return Done{};
}

// A granted appeal is a decision, with its own paper.
static std::string overturn(db::Writer& writer, Act const& act, Dossier const& before,
                            Dossier& after, Date today, std::string_view reason) {
    Decision decision;
    decision.number = fresh_number(writer, today);
    decision.approved = true;
    decision.text = reason;
    decision.by = act.by.person;
    decision.at = decision.notified_at = act.now;
    decision.on = today;
    store::insert_decision(writer, after.id, decision);
    // A refusal was counted when it was given; an answer after silence is counted now.
    if (!is_over(before.state)) {
        store::tally(writer, before, today, "late");
        store::tally_duration(writer, before, today, (today - *before.complete_on).count());
    }
    after.state = State::approved;
    // What was revoked had been counted as granted.
    bool const counted = before.state == State::revoked;
    close(writer, after, today, counted ? std::string_view() : "approved");
    return decision.number;
}

Outcome Desk::decide_appeal(db::Writer& writer, Act const& act, bool granted,
                            std::string_view reason) const {
    auto opened = TRY(open(writer, house_, act));
    auto& [before, after, today] = opened;
    auto by = opened.actors();
    auto const* open_appeal = before.pending_appeal();
    // Where no authority above is known the appeal lies with the head, who then stands for it.
    if (open_appeal && before.route != Route::council && is_head(act.by, open_appeal->authority))
        by = by | superior;
    TRY(may_decide_appeal(opened.situation(), by, granted, reason));
    TRY(needs_version(act));
    TRY(readable(reason, "reason", false));
    auto& appeal = pending(after);
    appeal.state = granted ? AppealState::granted : AppealState::rejected;
    appeal.decided_by = act.by.person;
    appeal.decided_at = act.now;
    appeal.outcome = reason;
    store::update_appeal(writer, appeal);
    if (granted) {
        TRY(walk(before.state, Action::overturn, by));
        auto const number = overturn(writer, act, before, after, today, reason);
        TRY(record(writer, house_, before, after,
                   {Action::overturn, act.by.person, reason, act.now}, {{"decision", number}}));
    } else {
        TRY(record(writer, house_, before, after,
                   {Action::reject_appeal, act.by.person, reason, act.now}));
    }
    auto const& outcome = granted ? msg::appeal_state_granted : msg::appeal_state_rejected;
    Teller(writer, house_, after, act.now)
        .citizen({msg::notice_appeal_decided_subject,
                  msg::notice_appeal_decided_body,
                  {word("outcome", outcome)}});
    return Done{};
}

}  // namespace wasl::dossiers
