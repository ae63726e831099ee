// SPDX-License-Identifier: Apache-2.0
// Between receipt and decision: taking up, asking the citizen, extending, hearing another unit.
#include <algorithm>

#include "modules/dossiers/tell.hpp"

namespace wasl::dossiers {

Outcome Desk::take_up(db::Writer& writer, Act const& act) const {
    auto opened = TRY(open(writer, house_, act));
    TRY(may_take_up(opened.situation(), opened.actors()));
    opened.after.state = State::in_review;
    opened.after.assigned = act.by.person;
    store::insert_assignment(writer, opened.after.id, act.by.person, act.by.person, act.now);
    return record(writer, house_, opened.before, opened.after,
                  {Action::take_up, act.by.person, {}, act.now});
}

Outcome Desk::assign(db::Writer& writer, Act const& act, PersonId whom) const {
    auto opened = TRY(open(writer, house_, act));
    TRY(office_only(opened));
    auto& [before, after, today] = opened;
    if (!is_open(before.state)) return not_in(before.state);
    auto serving =
        before.unit.value() == 0
            ? house_.people.holders(writer, before.administration, http::Role::officer, today)
            : house_.people.holders_in_unit(writer, before.unit, http::Role::officer, today);
    for (auto const person :
         house_.people.holders(writer, before.administration, http::Role::head, today))
        serving.push_back(person);
    if (std::find(serving.begin(), serving.end(), whom) == serving.end())
        return Refusal{Refused::invalid, say(msg::refused_officer_unknown), {}, "officer"};
    after.assigned = whom;
    if (before.state == State::lodged) after.state = State::in_review;
    store::insert_assignment(writer, after.id, whom, act.by.person, act.now);
    TRY(record(writer, house_, before, after, {Action::assign, act.by.person, {}, act.now}));
    if (whom != act.by.person)
        Teller(writer, house_, after, act.now)
            .officer({msg::notice_assigned_subject,
                      msg::notice_assigned_body,
                      {{"due", after.due.value_or(today)}}});
    return Done{};
}

Outcome Desk::judge(db::Writer& writer, Act const& act, DocumentId id, bool conforms,
                    std::string_view remark) const {
    auto opened = TRY(open(writer, house_, act));
    TRY(office_only(opened));
    auto& [before, after, today] = opened;
    auto const found = std::find_if(before.documents.begin(), before.documents.end(),
                                    [&](Document const& one) { return one.id == id; });
    if (found == before.documents.end() || !is_open(before.state))
        return Refusal{Refused::not_found, say(msg::refused_document_unknown)};
    if (auto const* one = before.fetch(found->requirement); one && is_sealed(one->state))
        return Refusal{Refused::conflict, say(msg::refused_fetch_sealed), "55.19/24"};
    TRY(readable(remark, "remark", !conforms));
    store::set_standing(writer, id, conforms ? Standing::accepted : Standing::nonconforming,
                        remark);
    return record(writer, house_, before, after, {Action::judge, act.by.person, remark, act.now},
                  {{"requirement", found->requirement}, {"conforms", conforms ? "yes" : "no"}});
}

static State waiting_for(Ask ask) {
    switch (ask) {
        case Ask::replacement: return State::waiting_replacement;
        case Ask::information: return State::waiting_information;
        case Ask::originals: return State::waiting_originals;
    }
    return State::waiting_replacement;
}

// A replacement or originals are of documents that were given: nothing new can be asked.
static Outcome check_documents(Dossier const& dossier, AskFor const& ask) {
    if (ask.kind == Ask::information) return Done{};
    if (ask.documents.empty())
        return Refusal{Refused::invalid, say(msg::refused_documents_missing), article_of(ask.kind),
                       "documents"};
    for (auto const& code : ask.documents) {
        auto const given = dossier.standings(code);
        // What the administration brings itself it does not ask of the citizen (art. 23).
        auto const* fetched = dossier.fetch(code);
        if (fetched && fetched->state != Fetching::supplied)
            return Refusal{Refused::invalid, say(msg::refused_fetch_asked), "55.19/23",
                           "documents"};
        if (given.empty())
            return Refusal{Refused::invalid, say(msg::refused_document_unknown), "55.19/4",
                           "documents"};
        if (ask.kind == Ask::replacement) TRY(may_be_replaced(given));
    }
    return Done{};
}

static void mark_nonconforming(db::Writer& writer, Dossier const& dossier, AskFor const& ask) {
    if (ask.kind != Ask::replacement) return;
    for (auto const& document : dossier.documents)
        if (document.standing != Standing::replaced && document.standing != Standing::accepted &&
            std::find(ask.documents.begin(), ask.documents.end(), document.requirement) !=
                ask.documents.end())
            store::set_standing(writer, document.id, Standing::nonconforming, ask.reason);
}

Outcome Desk::ask(db::Writer& writer, Act const& act, AskFor const& ask) const {
    auto opened = TRY(open(writer, house_, act));
    auto& [before, after, today] = opened;
    TRY(may_ask(opened.situation(), opened.actors(), ask.kind, ask.reason));
    TRY(readable(ask.reason, "reason"));
    TRY(check_documents(before, ask));
    AskMade asked{.kind = ask.kind,
                  .reason = ask.reason,
                  .documents = ask.documents,
                  .by = act.by.person,
                  .at = act.now,
                  .on = today};
    // Told the same moment: the day of the ask is the day of its receipt.
    if (ask.kind != Ask::originals)
        asked.last_day = full_term(today, answering_days, *before.offices);
    after.asks.push_back(asked);
    after.state = waiting_for(ask.kind);
    store::insert_ask(writer, after.id, asked);
    mark_nonconforming(writer, before, ask);
    TRY(record(writer, house_, before, after,
               {action_of(ask.kind), act.by.person, ask.reason, act.now}));
    Teller const teller(writer, house_, after, act.now);
    if (ask.kind == Ask::originals) {
        teller.citizen({msg::notice_originals_subject, msg::notice_originals_body});
    } else {
        auto const& what =
            ask.kind == Ask::replacement ? msg::ask_replacement : msg::ask_information;
        teller.citizen({msg::notice_asked_subject,
                        msg::notice_asked_body,
                        {word("what", what), {"day", *asked.last_day}}});
    }
    return Done{};
}

// Replacements stand in for what did not conform; every document named must have one.
static Outcome take_replacements(db::Writer& writer, Act const& act, procedures::Sheet const& sheet,
                                 AskMade const& asked, Dossier& after,
                                 std::span<Supplied const> supplied) {
    for (auto const& one : supplied) {
        bool const awaited = asked.kind == Ask::information ||
                             std::find(asked.documents.begin(), asked.documents.end(),
                                       one.requirement) != asked.documents.end();
        if (!awaited)
            return Refusal{Refused::conflict, say(msg::refused_document_not_awaited), "55.19/4",
                           "requirement"};
        TRY(may_give(sheet, after, one.requirement));
        auto document = document_from(one, act.by.person, act.now);
        for (auto& old : after.documents) {
            if (old.requirement != one.requirement || old.standing != Standing::nonconforming)
                continue;
            store::set_standing(writer, old.id, Standing::replaced, old.remark);
            old.standing = Standing::replaced;
            document.replaces = old.id;
        }
        store::insert_document(writer, after.id, document);
        after.documents.push_back(std::move(document));
    }
    if (asked.kind != Ask::replacement) return Done{};
    for (auto const& document : after.documents)
        if (document.standing == Standing::nonconforming &&
            std::find(asked.documents.begin(), asked.documents.end(), document.requirement) !=
                asked.documents.end())
            return Refusal{Refused::invalid, say(msg::refused_still_missing), "55.19/10",
                           "documents"};
    return Done{};
}

Outcome Desk::answer(db::Writer& writer, Act const& act, std::string_view text,
                     std::span<Supplied const> supplied) const {
    auto opened = TRY(open(writer, house_, act));
    auto& [before, after, today] = opened;
    TRY(may_answer(opened.situation(), opened.actors()));
    TRY(readable(text, "text", false));
    auto const asked = *before.open_ask();
    // Originals are shown at the counter: the officer who saw them says so.
    if (asked.kind == Ask::originals) TRY(office_only(opened));
    if (asked.kind == Ask::information && supplied.empty() &&
        text.find_first_not_of(" \t\r\n") == std::string_view::npos)
        return Refusal{Refused::invalid, say(msg::refused_answer_empty), "55.19/14", "text"};
    auto const sheet = house_.procedures.revision(writer, before.revision);
    check(sheet != nullptr, "the revision of a dossier is kept");
    TRY(take_replacements(writer, act, *sheet, asked, after, supplied));
    store::answer_ask(writer, after.id, asked.kind, today, act.now, text);
    for (auto& ask : after.asks)
        if (ask.kind == asked.kind) ask.answered_on = today;
    after.state = State::in_review;
    TRY(record(writer, house_, before, after, {Action::answer, act.by.person, {}, act.now},
               {{"ask", name_of(asked.kind)}}));
    Teller(writer, house_, after, act.now)
        .officer({msg::notice_answered_subject, msg::notice_answered_body, {{"due", *after.due}}});
    return Done{};
}

Outcome Desk::extend(db::Writer& writer, Act const& act, Ground ground, int days,
                     std::string_view reason) const {
    auto opened = TRY(open(writer, house_, act));
    auto& [before, after, today] = opened;
    TRY(may_extend(opened.situation(), opened.actors(), days, reason));
    TRY(readable(reason, "reason"));
    after.extension = Prolonged{.ground = ground,
                                .days = days,
                                .reason = std::string(reason),
                                .by = act.by.person,
                                .on = today};
    store::insert_extension(writer, after.id, *after.extension);
    TRY(record(writer, house_, before, after, {Action::extend, act.by.person, reason, act.now},
               {{"ground", name_of(ground)}, {"days", std::to_string(days)}}));
    auto const& named =
        ground == Ground::expertise ? msg::ground_expertise : msg::ground_public_inquiry;
    Teller(writer, house_, after, act.now)
        .citizen({msg::notice_extended_subject,
                  msg::notice_extended_body,
                  {word("ground", named), {"due", *after.due}}});
    return Done{};
}

}  // namespace wasl::dossiers
