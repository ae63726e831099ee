// SPDX-License-Identifier: Apache-2.0
// When a step may be taken. The lifecycle says which steps exist; here the law's conditions on
// them, each refusal with its article. Pages offer what these functions allow, and the desk asks
// them again, so that a forged step is refused with the same words.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "kernel/calendar.hpp"
#include "kernel/result.hpp"
#include "modules/dossiers/clock.hpp"
#include "modules/dossiers/lifecycle.hpp"

namespace wasl::dossiers {

// All that the rules need to know of a dossier, on a day.
struct Situation {
    State state = State::draft;
    Date today;
    OfficeCalendar const* offices = nullptr;
    std::optional<Course> course;          // once the file is complete
    std::optional<Date> citizen_last_day;  // to complete, or to answer what was asked
    std::array<bool, 3> asked{};           // which Ask was already made
    bool all_conform = false;              // every document given was found to conform
    bool extended = false;
    // Of the revision of the sheet under which it was filed:
    bool silence_accepts = false;   // on the lists of decrees 2.22.387, 2.22.141
    bool extension_listed = false;  // on the lists of decree 2.22.386 or of the Interior
    int extension_days_max = 0;     // 0: no more than the term itself
    Route route = Route::council;
    // Of the silence claim, the appeal and the refusal, where there is one:
    std::optional<Date> silence_due;
    std::optional<Date> refusal_notified_on;
    std::optional<Date> revoked_on;
    bool appeal_open = false;        // one is pending
    std::array<bool, 3> appealed{};  // over refusal, silence, this revocation
    std::optional<Date> appeal_due;
    AppealState appeal_state = AppealState::open;
    // The same request was refused to the same person, and nothing changed since.
    bool repeats_refused = false;

    // The last day for an answer is over.
    bool overdue() const;
};

// A refusal as it will be handed over. Articles 18 and 21 make all four parts of it.
struct Grounds {
    std::string_view reasons;
    std::vector<std::string_view> articles;
    std::string_view appeal_authority;
    int appeal_days = 0;
};

Outcome may_complete(Situation const&, Actors);
Outcome may_take_up(Situation const&, Actors);
Outcome may_ask(Situation const&, Actors, Ask, std::string_view reason);
// Art. 10 lets what does not conform be replaced, and art. 4 forbids asking twice for the rest.
Outcome may_be_replaced(std::span<Standing const> given);
Outcome may_answer(Situation const&, Actors);
Outcome may_extend(Situation const&, Actors, int days, std::string_view reason);
Outcome may_approve(Situation const&, Actors);
Outcome may_refuse(Situation const&, Actors, Grounds const&);
// Law 55.19 art. 15. No regulation says how; that it is the head who may, and what counts as
// unchanged (desk_repeats.cpp), is our reading.
Outcome may_leave_unanswered(Situation const&, Actors);
Outcome may_withdraw(Situation const&, Actors);
Outcome may_send_back(Situation const&);
Outcome may_revoke(Situation const&, Actors, std::string_view reason);
Outcome may_claim_silence(Situation const&, Actors);
Outcome may_escalate_silence(Situation const&, Actors);
Outcome may_attest(Situation const&, Actors);
Outcome may_appeal(Situation const&, AppealOver);
Outcome may_escalate_appeal(Situation const&);
// By whom article 21 names; a rejection needs reasons.
Outcome may_decide_appeal(Situation const&, Actors, bool granted, std::string_view reason);

// Whether this actor may start it today, and why not; texts and choices still to be given.
Outcome may_start(Situation const&, Actors, Action);
// What this actor may start today, in the order of the table; texts and choices still to be given.
std::vector<Action> offered(Situation const&, Actors);
std::optional<AppealOver> appeal_offered(Situation const&);
// What an appeal today would be over; may_appeal says whether it is heard.
AppealOver appealable(Situation const&);
int extension_days_max(Situation const&);

Action action_of(Ask);

}  // namespace wasl::dossiers
