// SPDX-License-Identifier: Apache-2.0
// Decisions: in time, with reasons where they refuse (law 55.19 arts. 16, 18, 21; law 03.01), by
// a person and never by a machine (law 09-08 art. 11).
#include "modules/dossiers/tell.hpp"

namespace wasl::dossiers {

// An answer given while the clock waits for the citizen is in time.
static std::string_view punctuality(Dossier const& dossier, Date today) {
    return dossier.situation(today).overdue() ? "late" : "on_time";
}

static void tally_decision(db::Writer& writer, Dossier const& before, Date today) {
    store::tally(writer, before, today, punctuality(before, today));
    // A clock that was set back must not make a figure of less than no time.
    auto const days = (today - *before.complete_on).count();
    store::tally_duration(writer, before, today, days < 0 ? 0 : days);
}

static Decision decided(db::Reader& reader, Act const& act, Date today, bool approved) {
    Decision decision;
    decision.number = fresh_number(reader, today);
    decision.approved = approved;
    decision.by = act.by.person;
    decision.at = decision.notified_at = act.now;
    decision.on = today;
    return decision;
}

Result<std::string> Desk::approve(db::Writer& writer, Act const& act, std::string_view text) const {
    auto opened = TRY(open(writer, house_, act));
    auto& [before, after, today] = opened;
    TRY(may_approve(opened.situation(), opened.actors()));
    TRY(needs_version(act));
    TRY(readable(text, "text", false));
    auto decision = decided(writer, act, today, true);
    decision.text = text;
    store::insert_decision(writer, after.id, decision);
    tally_decision(writer, before, today);
    after.state = State::approved;
    close(writer, after, today, "approved");
    TRY(record(writer, house_, before, after, {Action::approve, act.by.person, {}, act.now},
               {{"decision", decision.number}}));
    Teller(writer, house_, after, act.now)
        .citizen({msg::notice_approved_subject, msg::notice_approved_body});
    return decision.number;
}

Result<std::string> Desk::refuse(db::Writer& writer, Act const& act,
                                 RefusalText const& text) const {
    auto opened = TRY(open(writer, house_, act));
    auto& [before, after, today] = opened;
    Grounds const grounds{.reasons = text.reasons,
                          .articles = {text.articles.begin(), text.articles.end()},
                          .appeal_authority = text.appeal_authority,
                          .appeal_days = text.appeal_days};
    TRY(may_refuse(opened.situation(), opened.actors(), grounds));
    TRY(needs_version(act));
    TRY(readable(text.reasons, "reasons"));
    TRY(readable(text.appeal_authority, "appeal_authority", false));
    for (auto const& article : text.articles) TRY(readable(article, "articles", false));
    auto decision = decided(writer, act, today, false);
    decision.text = text.reasons;
    decision.articles = text.articles;
    decision.appeal_authority = text.appeal_authority;
    decision.appeal_days = text.appeal_days;
    store::insert_decision(writer, after.id, decision);
    tally_decision(writer, before, today);
    after.state = State::refused;
    close(writer, after, today, "refused");
    TRY(record(writer, house_, before, after, {Action::refuse, act.by.person, {}, act.now},
               {{"decision", decision.number}}));
    Teller const teller(writer, house_, after, act.now);
    if (before.route == Route::investment_law) {
        teller.citizen({msg::notice_refused_subject, msg::notice_refused_investment_body});
        return decision.number;
    }
    auto const last = full_term(today, appealing_days, *before.offices);
    teller.citizen({msg::notice_refused_subject, msg::notice_refused_body, {{"day", last}}});
    return decision.number;
}

Outcome Desk::revoke(db::Writer& writer, Act const& act, std::string_view reason) const {
    auto opened = TRY(open(writer, house_, act));
    auto& [before, after, today] = opened;
    TRY(may_revoke(opened.situation(), opened.actors(), reason));
    TRY(needs_version(act));
    TRY(readable(reason, "reason"));
    check(!after.decisions.empty(), "an approved dossier has its decision");
    auto& decision = after.decisions.back();
    decision.revoked_at = act.now;
    decision.revoked_by = act.by.person;
    decision.revoke_reason = reason;
    decision.revoke_number = fresh_number(writer, today);
    decision.revoke_authority = appeal_authority(Language::ar, before.administration);
    store::revoke_decision(writer, decision);
    after.state = State::revoked;
    TRY(record(writer, house_, before, after, {Action::revoke, act.by.person, reason, act.now},
               {{"revoked", decision.number}, {"revocation", decision.revoke_number}}));
    Teller const teller(writer, house_, after, act.now);
    if (before.route == Route::investment_law) {
        teller.citizen({msg::notice_revoked_subject, msg::notice_revoked_investment_body});
        return Done{};
    }
    auto const last = full_term(today, appealing_days, *before.offices);
    teller.citizen({msg::notice_revoked_subject, msg::notice_revoked_body, {{"day", last}}});
    return Done{};
}

Outcome Desk::withdraw(db::Writer& writer, Act const& act, std::string_view reason) const {
    auto opened = TRY(open(writer, house_, act));
    auto& [before, after, today] = opened;
    TRY(may_withdraw(opened.situation(), opened.actors()));
    TRY(readable(reason, "reason", false));
    after.state = State::withdrawn;
    close(writer, after, today, "withdrawn");
    TRY(record(writer, house_, before, after, {Action::withdraw, act.by.person, reason, act.now}));
    Teller(writer, house_, after, act.now)
        .officer({msg::notice_withdrawn_subject, msg::notice_withdrawn_body});
    return Done{};
}

}  // namespace wasl::dossiers
