// SPDX-License-Identifier: Apache-2.0
// Silence that counts as acceptance (law 55.19 arts. 19 and 20, decree 2.22.141): the citizen
// claims delivery from the head, then from the authority above; in collectivities the wali or
// governor attests. Each claim has a clock of its own.
#include "modules/dossiers/tell.hpp"

namespace wasl::dossiers {

Outcome Desk::claim_silence(db::Writer& writer, Act const& act) const {
    auto opened = TRY(open(writer, house_, act));
    auto& [before, after, today] = opened;
    TRY(may_claim_silence(opened.situation(), opened.actors()));
    SilenceClaim const claim{.claimed_on = today,
                             .due = full_term(today, claiming.days, *before.offices)};
    store::insert_silence(writer, after.id, claim, act.now);
    store::tally(writer, before, today, "silent");
    after.silence = claim;
    after.state = State::silence_claimed;
    TRY(record(writer, house_, before, after, {Action::claim_silence, act.by.person, {}, act.now},
               {{"head_due", iso(claim.due)}}));
    Teller const teller(writer, house_, after, act.now);
    News const news{msg::notice_silence_claimed_subject,
                    msg::notice_silence_claimed_body,
                    {{"day", claim.due}}};
    teller.heads_of(after.administration, news);
    teller.officer(news);
    return Done{};
}

Outcome Desk::escalate_silence(db::Writer& writer, Act const& act) const {
    auto opened = TRY(open(writer, house_, act));
    auto& [before, after, today] = opened;
    TRY(may_escalate_silence(opened.situation(), opened.actors()));
    auto const above = house_.directory.superior_for_silence(before.administration);
    if (above.value() == 0)
        return Refusal{Refused::conflict, say(msg::refused_superior_unknown), "55.19/20"};
    auto const days = escalating_by(before.route).days;
    after.silence->superior = above;
    after.silence->escalated_on = today;
    after.silence->superior_due = full_term(today, days, *before.offices);
    store::update_silence(writer, after.id, *after.silence, act.now);
    after.state = State::silence_escalated;
    TRY(record(writer, house_, before, after,
               {Action::escalate_silence, act.by.person, {}, act.now},
               {{"superior", std::to_string(above.value())},
                {"superior_due", iso(*after.silence->superior_due)}}));
    Teller const teller(writer, house_, after, act.now);
    teller.heads_of(above, {msg::notice_silence_escalated_subject,
                            msg::notice_silence_escalated_body,
                            {{"day", *after.silence->superior_due}}});
    return Done{};
}

Result<std::string> Desk::attest(db::Writer& writer, Act const& act, std::string_view letter,
                                 Date letter_on) const {
    auto opened = TRY(open(writer, house_, act));
    auto& [before, after, today] = opened;
    TRY(may_attest(opened.situation(), opened.actors()));
    TRY(needs_version(act));
    TRY(readable(letter, "letter"));
    // Art. 20: the president was asked in writing for explanations; annex 2 cites that letter.
    if (letter_on < *before.silence->escalated_on || letter_on > today)
        return Refusal{Refused::invalid, say(msg::refused_letter_missing), "55.19/20", "letter_on"};
    auto& claim = *after.silence;
    claim.number = fresh_number(writer, today);
    claim.letter = letter;
    claim.letter_on = letter_on;
    claim.attested_by = act.by.person;
    claim.attested_on = today;
    store::update_silence(writer, after.id, claim, act.now);
    store::tally(writer, before, today, "late");
    after.state = State::attested;
    close(writer, after, today, "attested");
    TRY(record(writer, house_, before, after, {Action::attest, act.by.person, {}, act.now},
               {{"attestation", claim.number}}));
    Teller(writer, house_, after, act.now)
        .citizen({msg::notice_attested_subject, msg::notice_attested_body});
    return claim.number;
}

}  // namespace wasl::dossiers
