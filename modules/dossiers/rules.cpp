// SPDX-License-Identifier: Apache-2.0
#include "modules/dossiers/rules.hpp"

#include <algorithm>

#include "modules/dossiers/messages.hpp"

namespace wasl::dossiers {

static Refusal no(Message const& why, std::string_view article, Values values = {}) {
    return {Refused::conflict, say(why, std::move(values)), article};
}

static Refusal lacking(Message const& what, std::string_view article, std::string_view field) {
    return {Refused::invalid, say(what), article, field};
}

// Letters that can be read: not only blanks, dots and dashes.
static int letters_in(std::string_view words) {
    return static_cast<int>(std::count_if(words.begin(), words.end(), [](char sign) {
        bool const goes_on = (static_cast<unsigned char>(sign) & 0xc0) == 0x80;
        return !goes_on && std::string_view(" \t\r\n.-_,;:").find(sign) == std::string_view::npos;
    }));
}

static bool says_something(std::string_view words) { return letters_in(words) > 0; }

// Law 03.01 art. 1 wants reasons of law and of fact: one word states neither. The figures are our
// reading of it, and keep out only what cannot be a reason.
static constexpr int reason_letters_min = 3;    // why something is asked of the citizen
static constexpr int reasons_letters_min = 10;  // why he is answered no

static Outcome worded(std::string_view words, int letters_min, Message const& missing,
                      std::string_view article, std::string_view field) {
    auto const letters = letters_in(words);
    if (letters == 0) return lacking(missing, article, field);
    if (letters < letters_min) return lacking(msg::refused_reason_short, article, field);
    return Done{};
}

// "Article 43 of law 12.90": a text is found by a number.
static bool names_a_text(std::string_view line) {
    if (line.find_first_of("0123456789") != std::string_view::npos) return true;
    for (std::size_t at = 0; at + 1 < line.size(); ++at)
        if (line[at] == '\xd9' && line[at + 1] >= '\xa0' && line[at + 1] <= '\xa9') return true;
    return false;  // U+0660 to U+0669: the digits of the East
}

static Outcome step(Situation const& here, Action action, Actors by) {
    TRY(walk(here.state, action, by));
    return Done{};
}

bool Situation::overdue() const {
    if (tick_of(state) == Tick::expired) return true;
    if (tick_of(state) != Tick::running || !course) return false;
    auto const due = reckon(*course, *offices).due;
    return due && today > *due;
}

Action action_of(Ask ask) {
    switch (ask) {
        case Ask::replacement: return Action::ask_replacement;
        case Ask::information: return Action::ask_information;
        case Ask::originals: return Action::ask_originals;
    }
    return Action::ask_replacement;
}

Outcome may_complete(Situation const& here, Actors by) {
    TRY(step(here, Action::complete, by));
    if (here.citizen_last_day && here.today > *here.citizen_last_day)
        return no(msg::refused_completing_late, "55.19/10", {{"day", *here.citizen_last_day}});
    return Done{};
}

Outcome may_take_up(Situation const& here, Actors by) { return step(here, Action::take_up, by); }

static Outcome asking_is_open(Situation const& here, Actors by, Ask ask) {
    // Principle 8 of article 4: never twice; told even where the state forbids it anyway.
    if (here.asked[static_cast<std::size_t>(ask)])
        return no(msg::refused_asked_already, article_of(ask));
    TRY(step(here, action_of(ask), by));
    if (ask == Ask::replacement && here.all_conform) return no(msg::refused_conforming, "55.19/10");
    check(here.course.has_value(), "a dossier in review is complete");
    auto const until = reckon(*here.course, *here.offices).first_half_until;
    if (here.today > until) return no(msg::refused_first_half, article_of(ask), {{"day", until}});
    return Done{};
}

Outcome may_ask(Situation const& here, Actors by, Ask ask, std::string_view reason) {
    TRY(asking_is_open(here, by, ask));
    return worded(reason, reason_letters_min, msg::refused_reason_missing, article_of(ask),
                  "reason");
}

Outcome may_be_replaced(std::span<Standing const> given) {
    bool const conforms =
        std::find(given.begin(), given.end(), Standing::accepted) != given.end() &&
        std::all_of(given.begin(), given.end(), [](Standing one) {
            return one == Standing::accepted || one == Standing::replaced;
        });
    if (conforms)
        return Refusal{Refused::conflict, say(msg::refused_conforming), "55.19/10", "documents"};
    return Done{};
}

Outcome may_answer(Situation const& here, Actors by) {
    TRY(step(here, Action::answer, by));
    if (here.citizen_last_day && here.today > *here.citizen_last_day)
        return no(msg::refused_answering_late, "55.19/10", {{"day", *here.citizen_last_day}});
    return Done{};
}

int extension_days_max(Situation const& here) {
    if (here.extension_days_max > 0) return here.extension_days_max;
    return here.course ? lawful_days(here.course->term) : 0;
}

static Outcome extending_is_open(Situation const& here, Actors by) {
    if (here.extended) return no(msg::refused_extended_already, "55.19/17");
    if (!here.extension_listed) return no(msg::refused_extension_not_listed, "55.19/17");
    TRY(step(here, Action::extend, by));
    if (here.overdue()) return no(msg::refused_extension_late, "55.19/17");
    return Done{};
}

Outcome may_extend(Situation const& here, Actors by, int days, std::string_view reason) {
    TRY(extending_is_open(here, by));
    if (days < 1 || days > extension_days_max(here))
        return Refusal{
            Refused::invalid,
            say(msg::refused_extension_days, {number("count", extension_days_max(here))}),
            "55.19/17", "days"};
    return worded(reason, reason_letters_min, msg::refused_reason_missing, "55.19/17", "reason");
}

Outcome may_approve(Situation const& here, Actors by) { return step(here, Action::approve, by); }

static Outcome refusing_is_open(Situation const& here, Actors by) {
    if (here.silence_accepts && here.overdue())
        return no(msg::refused_silence_accepted, "55.19/19");
    return step(here, Action::refuse, by);
}

Outcome may_refuse(Situation const& here, Actors by, Grounds const& grounds) {
    TRY(refusing_is_open(here, by));
    TRY(worded(grounds.reasons, reasons_letters_min, msg::refused_reasons_missing, "55.19/18",
               "reasons"));
    bool const cites =
        std::any_of(grounds.articles.begin(), grounds.articles.end(), says_something);
    if (!cites) return lacking(msg::refused_articles_missing, "03.01/1", "articles");
    bool const named =
        std::all_of(grounds.articles.begin(), grounds.articles.end(),
                    [](std::string_view one) { return !says_something(one) || names_a_text(one); });
    if (!named) return lacking(msg::refused_articles_unnamed, "03.01/1", "articles");
    if (!says_something(grounds.appeal_authority))
        return lacking(msg::refused_authority_missing, "55.19/21", "appeal_authority");
    // Art. 22: the way and its days are those of law 47.18; the refusal names the authority.
    int const days = here.route == Route::investment_law ? 0 : appealing_days;
    if (grounds.appeal_days != days)
        return lacking(msg::refused_appeal_days, "55.19/21", "appeal_days");
    return Done{};
}

Outcome may_leave_unanswered(Situation const& here, Actors by) {
    if (!here.repeats_refused) return no(msg::refused_repeats_nothing, "55.19/15");
    TRY(step(here, Action::leave_unanswered, by));
    // Whoever was silent until the end cannot say afterwards that silence was his right.
    if (here.overdue()) return no(msg::refused_unanswered_late, "55.19/15");
    return Done{};
}

Outcome may_withdraw(Situation const& here, Actors by) { return step(here, Action::withdraw, by); }

Outcome may_send_back(Situation const& here) {
    TRY(step(here, Action::send_back, calendar));
    if (!here.citizen_last_day || here.today <= *here.citizen_last_day)
        return no(msg::refused_send_back_early, "55.19/10");
    return Done{};
}

Outcome may_revoke(Situation const& here, Actors by, std::string_view reason) {
    TRY(step(here, Action::revoke, by));
    return worded(reason, reasons_letters_min, msg::refused_reason_missing, "03.01/1", "reason");
}

Outcome may_claim_silence(Situation const& here, Actors by) {
    if (!here.silence_accepts && !is_over(here.state))
        return no(msg::refused_silence_not_listed, "55.19/19");
    TRY(step(here, Action::claim_silence, by));
    if (!here.overdue()) return no(msg::refused_silence_early, "55.19/19");
    return Done{};
}

Outcome may_escalate_silence(Situation const& here, Actors by) {
    TRY(step(here, Action::escalate_silence, by));
    if (!here.silence_due || here.today <= *here.silence_due)
        return no(msg::refused_escalation_early, "55.19/20",
                  here.silence_due ? Values{{"day", *here.silence_due}} : Values{});
    return Done{};
}

Outcome may_attest(Situation const& here, Actors by) {
    // Elsewhere the superior grants the decision itself.
    if (here.route != Route::council) return no(msg::refused_attestation_council, "55.19/20");
    return step(here, Action::attest, by);
}

// From which day the term of an appeal runs. What grants and then takes away is a negative
// decision like a refusal: with reasons (law 03.01 art. 1) and open to appeal (law 55.19 art. 21).
static Result<Date> appealed_event(Situation const& here, AppealOver over) {
    Refusal const nothing = no(msg::refused_appeal_nothing, "55.19/21");
    if (over == AppealOver::silence) {
        // Articles 19 and 20 give another way, and article 21 excepts it.
        if (here.silence_accepts && !is_over(here.state))
            return no(msg::refused_appeal_listed, "55.19/21");
        if (!here.overdue()) return nothing;
        return *reckon(*here.course, *here.offices).due;
    }
    bool const refusal = over == AppealOver::refusal;
    auto const& day = refusal ? here.refusal_notified_on : here.revoked_on;
    if (here.state != (refusal ? State::refused : State::revoked) || !day) return nothing;
    if (here.route == Route::investment_law) return no(msg::refused_appeal_investment, "55.19/22");
    return *day;
}

Outcome may_appeal(Situation const& here, AppealOver over) {
    if (here.appeal_open) return no(msg::refused_appeal_pending, "55.19/21");
    if (here.appealed[static_cast<std::size_t>(over)])
        return no(msg::refused_appealed_already, "55.19/21");
    auto const event = TRY(appealed_event(here, over));
    Date const last = full_term(event, appealing_days, *here.offices);
    if (here.today > last) return no(msg::refused_appeal_late, "55.19/21", {{"day", last}});
    return Done{};
}

Outcome may_escalate_appeal(Situation const& here) {
    if (!here.appeal_open || here.appeal_state != AppealState::open)
        return no(msg::refused_appeal_none, "55.19/21");
    if (here.route != Route::council) return no(msg::refused_appeal_council, "55.19/21");
    if (!here.appeal_due || here.today <= *here.appeal_due)
        return no(msg::refused_appeal_wait, "55.19/21");
    return Done{};
}

// The president decides on his own decisions; once it is escalated the governor invites him, and
// either may decide. Elsewhere it is the authority above, or the head of the body itself.
static Actors deciders(Situation const& here) {
    if (here.route == Route::head_of_body) return head | superior;
    if (here.route != Route::council) return superior;
    return here.appeal_state == AppealState::open ? head : head | superior;
}

Outcome may_decide_appeal(Situation const& here, Actors by, bool granted, std::string_view reason) {
    if (!here.appeal_open) return no(msg::refused_appeal_none, "55.19/21");
    bool const authority = by.holds(deciders(here));
    if (!authority) return Refusal{Refused::forbidden, say(msg::refused_actor), "55.19/21"};
    if (granted) return Done{};
    return worded(reason, reasons_letters_min, msg::refused_reasons_missing, "55.19/18", "reason");
}

Outcome may_start(Situation const& here, Actors by, Action action) {
    using enum Action;
    switch (action) {
        case complete: return may_complete(here, by);
        case ask_replacement: return asking_is_open(here, by, Ask::replacement);
        case ask_information: return asking_is_open(here, by, Ask::information);
        case ask_originals: return asking_is_open(here, by, Ask::originals);
        case answer: return may_answer(here, by);
        case extend: return extending_is_open(here, by);
        case leave_unanswered: return may_leave_unanswered(here, by);
        case refuse: return refusing_is_open(here, by);
        case claim_silence: return may_claim_silence(here, by);
        case escalate_silence: return may_escalate_silence(here, by);
        case attest: return may_attest(here, by);
        case send_back: return may_send_back(here);
        default: return step(here, action, by);
    }
}

std::vector<Action> offered(Situation const& here, Actors by) {
    std::vector<Action> found;
    for (auto const& one : steps)
        // What an appeal restores comes with the decision on it.
        if (one.from == here.state && one.by.holds(by) && one.action != Action::overturn &&
            !may_start(here, by, one.action).refused())
            found.push_back(one.action);
    return found;
}

std::optional<AppealOver> appeal_offered(Situation const& here) {
    auto const over = appealable(here);
    if (may_appeal(here, over).refused()) return std::nullopt;
    return over;
}

AppealOver appealable(Situation const& here) {
    if (here.state == State::revoked) return AppealOver::revocation;
    return here.state == State::refused ? AppealOver::refusal : AppealOver::silence;
}

}  // namespace wasl::dossiers
