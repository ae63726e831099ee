// SPDX-License-Identifier: Apache-2.0
// What is said around a dossier: messages with the citizen, notes among officers, the opinion of
// another unit, which has a clock of its own and does not stop the dossier's.
#include <algorithm>

#include "modules/dossiers/tell.hpp"

namespace wasl::dossiers {

// Pressed twice: the same words by the same person, just now, are said once.
static constexpr std::chrono::minutes just_now{10};

Outcome Desk::send_message(db::Writer& writer, Act const& act, std::string_view text) const {
    auto const opened = TRY(open(writer, house_, act));
    auto const& eyes = opened.before.eyes;
    if (!eyes.applicant) TRY(office_only(opened));
    TRY(readable(text, "text"));
    auto const letters = store::letters(writer, opened.before.id);
    if (!letters.empty() && letters.back().author == act.by.person && letters.back().body == text &&
        act.now - letters.back().sent_at < just_now)
        return Done{};
    store::insert_letter(writer, opened.before.id,
                         {.id = db::next_id(),
                          .author = act.by.person,
                          .from_citizen = eyes.applicant,
                          .body = std::string(text),
                          .sent_at = act.now});
    note_in_journal(writer, opened.before, "message", act.by.person, act.now,
                    {{"side", eyes.applicant ? "citizen" : "unit"}});
    Teller const teller(writer, house_, opened.before, act.now);
    News const news{msg::notice_message_subject, msg::notice_message_body};
    if (eyes.applicant)
        teller.officer(news);
    else
        teller.citizen(news);
    return Done{};
}

Outcome Desk::messages_read(db::Writer& writer, Act const& act) const {
    auto const opened = TRY(open(writer, house_, act));
    auto const& eyes = opened.before.eyes;
    if (!eyes.applicant) TRY(office_only(opened));
    store::letters_read(writer, opened.before.id, !eyes.applicant, act.now);
    return Done{};
}

Outcome Desk::add_note(db::Writer& writer, Act const& act, std::string_view text) const {
    auto const opened = TRY(open(writer, house_, act));
    TRY(office_only(opened));
    TRY(readable(text, "text"));
    auto const notes = store::notes(writer, opened.before.id);
    if (!notes.empty() && notes.back().author == act.by.person && notes.back().body == text &&
        act.now - notes.back().at < just_now)
        return Done{};
    store::insert_note(writer, opened.before.id, {act.by.person, std::string(text), act.now});
    return Done{};
}

Outcome Desk::ask_opinion(db::Writer& writer, Act const& act, UnitId unit,
                          std::string_view question, int days) const {
    auto opened = TRY(open(writer, house_, act));
    TRY(office_only(opened));
    auto& [before, after, today] = opened;
    if (!is_owed(before.state)) return not_in(before.state);
    auto const picture = house_.directory.picture();
    auto const* const consulted = picture->unit(unit);
    if (unit == before.unit || !consulted || consulted->closed)
        return Refusal{Refused::invalid, say(msg::refused_opinion_unit), {}, "unit"};
    if (days < 1 || days > 30)
        return Refusal{Refused::invalid, say(msg::refused_opinion_days), {}, "days"};
    TRY(readable(question, "question"));
    for (auto const& opinion : store::opinions(writer, before.id))
        if (opinion.unit == unit && !opinion.answered_at)
            return Refusal{Refused::conflict, say(msg::refused_opinion_open), {}, "unit"};
    // Between units the ordinary rule of counting does (DOC art. 131): the last day counts.
    auto const due = before.offices->open_on_or_after(today + Days{days});
    store::insert_opinion(writer, before.id,
                          {.id = db::fresh<OpinionId>(),
                           .unit = unit,
                           .question = std::string(question),
                           .asked_by = act.by.person,
                           .asked_at = act.now,
                           .due = due});
    TRY(record(writer, house_, before, after, {Action::ask_opinion, act.by.person, {}, act.now},
               {{"unit", std::to_string(unit.value())}, {"opinion_due", iso(due)}}));
    Teller(writer, house_, after, act.now)
        .officers_of(
            unit,
            {msg::notice_opinion_asked_subject, msg::notice_opinion_asked_body, {{"day", due}}});
    return Done{};
}

Outcome Desk::give_opinion(db::Writer& writer, Act const& act, OpinionId id, bool favourable,
                           std::string_view text) const {
    auto opened = TRY(open(writer, house_, act));
    auto& [before, after, today] = opened;
    auto all = store::opinions(writer, before.id);
    auto const found = std::find_if(all.begin(), all.end(), [&](Opinion const& one) {
        return one.id == id && !one.answered_at;
    });
    if (found == all.end()) return Refusal{Refused::conflict, say(msg::refused_opinion_none)};
    if (!answers_for(act.by, *house_.directory.picture(), found->unit))
        return Refusal{Refused::forbidden, say(msg::refused_actor)};
    TRY(readable(text, "text"));
    found->answer = text;
    found->favourable = favourable;
    found->answered_by = act.by.person;
    found->answered_at = act.now;
    store::answer_opinion(writer, *found);
    TRY(record(writer, house_, before, after, {Action::give_opinion, act.by.person, {}, act.now},
               {{"favourable", favourable ? "yes" : "no"}}));
    Teller(writer, house_, after, act.now)
        .officer({msg::notice_opinion_given_subject, msg::notice_opinion_given_body});
    return Done{};
}

}  // namespace wasl::dossiers
