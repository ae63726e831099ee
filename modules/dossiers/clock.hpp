// SPDX-License-Identifier: Apache-2.0
// The legal clock of a dossier (law 55.19 arts. 10, 14, 16, 17, 31). Nothing here is stored as a
// truth: the course of events is, and every day is derived from it and from the office calendar.
//
// Terms are full: neither the day of the event nor the last day counts, and a last day on which
// the office is closed moves to the next open one. The cases are in tests/deadline_cases.txt; a
// change here starts by changing that file.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "kernel/calendar.hpp"
#include "kernel/date.hpp"
#include "kernel/message.hpp"
#include "modules/dossiers/names.hpp"

namespace wasl::dossiers {

// Law 55.19 art. 16.
inline constexpr int cap_days_general = 60;
inline constexpr int cap_days_investment = 30;

struct Term {
    int days = cap_days_general;      // as published on the sheet; 0 is "at once"
    int cap_days = cap_days_general;  // 60, or 30 for a listed investment act
};
constexpr int lawful_days(Term term) {
    int const days = term.days < 0 ? 0 : term.days;
    return days < term.cap_days ? days : term.cap_days;
}

// Neither the day of the ask nor the day of the answer counts for the administration's term.
struct Suspension {
    Ask why = Ask::replacement;
    Date from;
    std::optional<Date> until;  // none: still waiting
};

struct Extension {
    Date granted_on;
    int days = 0;
    Ground ground = Ground::expertise;
};

// What happened to one dossier's clock since the file was complete.
struct Course {
    Term term;
    Date complete_on;
    std::vector<Suspension> suspensions;  // in order of time
    std::optional<Extension> extension;

    bool suspended() const { return !suspensions.empty() && !suspensions.back().until; }
};

// One line of the arithmetic in words, with the article it rests on.
struct Line {
    Said said;
    std::string_view article;
};

struct Reckoning {
    Date first_half_until;  // last day on which something may be asked of the citizen
    // The last full day (D+N: the target shown to the officer) and the last useful day, on which
    // an answer is still in time. None while suspended: only the remaining days are known.
    std::optional<Date> target;
    std::optional<Date> due;
    int days_left = 0;         // full days not yet used when it was suspended, else the whole term
    bool provisional = false;  // a Hijri holiday that is not confirmed may still move the day
};
Reckoning reckon(Course const&, OfficeCalendar const&);
std::vector<Line> in_words(Course const&, OfficeCalendar const&);

// A full term that nothing suspends: the last useful day for an event on `from`.
Date full_term(Date from, int days, OfficeCalendar const&);
std::vector<Line> full_term_in_words(Date from, int days, std::string_view article,
                                     OfficeCalendar const&);

// The terms that the law gives in figures.
inline constexpr int completing_days = 30;       // art. 10: completing what was being lodged
inline constexpr int answering_days = 30;        // art. 10; art. 14 by analogy
inline constexpr int head_days = 7;              // art. 19
inline constexpr int superior_days = 15;         // art. 20
inline constexpr int governor_days = 10;         // art. 20, collectivities: attestation
inline constexpr int appealing_days = 30;        // art. 21
inline constexpr int appeal_answer_days = 15;    // art. 21
inline constexpr int appeal_governor_days = 10;  // art. 21, collectivities

// What each kind of ask rests on.
constexpr std::string_view article_of(Ask ask) {
    switch (ask) {
        case Ask::replacement: return "55.19/10";
        case Ask::information: return "55.19/14";
        case Ask::originals: return "55.19/7";
    }
    return "55.19/10";
}

struct OwnTerm {
    int days;
    std::string_view article;
};
constexpr OwnTerm completing{completing_days, "55.19/10"};
constexpr OwnTerm answering_of(Ask ask) { return {answering_days, article_of(ask)}; }
constexpr OwnTerm claiming{head_days, "55.19/19"};
constexpr OwnTerm escalating_by(Route route) {
    return {route == Route::council ? governor_days : superior_days, "55.19/20"};
}
constexpr OwnTerm appealing{appealing_days, "55.19/21"};
constexpr OwnTerm answering_appeal{appeal_answer_days, "55.19/21"};
constexpr OwnTerm answering_escalated_appeal{appeal_governor_days, "55.19/21"};

}  // namespace wasl::dossiers
