// SPDX-License-Identifier: Apache-2.0
// What the use-cases of the desk share: opening a report for an act, recording what was done,
// telling those concerned.
#pragma once

#include "modules/directory/directory.hpp"
#include "modules/notices/notices.hpp"
#include "modules/people/people.hpp"
#include "modules/reports/lifecycle.hpp"
#include "modules/reports/messages.hpp"
#include "modules/reports/reports.hpp"
#include "modules/reports/store.hpp"

namespace wasl::reports {

using House = Desk::House;

// Who looks at a report.
struct Eyes {
    bool is_author = false;
    bool is_office = false;  // an officer or head of the body that answers
    bool is_head = false;
    Actors actors() const {
        return {static_cast<std::uint8_t>((is_author ? author.bits : 0) |
                                          (is_office ? office.bits : 0))};
    }
};
// What opens a report to an author without account: sent with the letters, or shown once to whoever
// left no contact. Derived, hence kept nowhere.
std::string author_key_of(House const&, Report const&);
bool is_author_key(House const&, Report const&, std::string_view typed);

Eyes eyes_of(House const&, http::Visitor const&, std::string_view author_key, Report const&);
bool may_see(Eyes const&, Report const&);

struct Opened {
    Report before, after;
    Eyes eyes;
};
// not_found for whoever may not see it, conflict where the page was older than the report.
Result<Opened> open(House const&, db::Writer&, Act const&);
Result<Opened> open_as_office(House const&, db::Writer&, Act const&);
Outcome few_enough(std::span<std::string const> photos);
// Open again: a term of its own, from today on.
void begin_again(Report&, House const&, Settings const&, Date today);
// Into a phase, under its first named state.
void enter(Report&, Settings const&, Phase);

// Of a length that can be read, without hidden signs, not blank where it is required.
struct Wanted {
    std::string_view field;
    std::size_t signs_max = message_max;
    bool required = true;
};
Outcome readable(std::string_view text, Wanted const&);

// The step, or a refusal: impossible in this phase, or not theirs.
Outcome may(Opened const&, Action);

// What was done, in words of the timeline.
struct Deed {
    std::string_view action;
    PersonId by{0};
    AdministrationId body{0};
    std::string_view text = {};
    bool is_public = true;
    std::string_view about = {};
    std::string_view source = {};
    Instant now{};
    Instant said_at = now;
};
// The row with its new version, the counts, the timeline, the journal: one act. The id of the line.
Result<UpdateId> record(db::Writer&, Report const& before, Report& after, Deed const&);
// What everybody counts, from one state of a report to the next; null: it is new.
void count(db::Writer&, Report const* before, Report const& after);
void note_in_journal(db::Writer&, Report const&, std::string_view kind, PersonId by, Instant now);
// Behind the `first` that are there; the row's own count is the caller's.
void add_photos(db::Writer&, ReportId, UpdateId, int first, std::span<std::string const> sha256);

// What an office does that takes a report from one phase to the other, or leaves it in its own.
Action action_between(Phase from, Phase to);
// By an office's answer: other phases have acts of their own.
bool may_be_entered(NamedState const&);

// The office days of its category, from the day of filing; nothing where none is owed.
std::optional<Date> due_day(OfficeCalendar const&, Date from, int office_days);

// Who hears of it, in the transaction of the fact.
class Teller {
public:
    Teller(db::Writer& writer, House const& house, Report const& report, Instant now)
        : writer_(writer), house_(house), report_(report), now_(now) {}

    // Its author, by notice or by a letter to the contact; never whoever acted.
    void author_of_it(Message const& subject, Message const& body, Values const& values = {}) const;
    void followers(Message const& subject, Message const& body, PersonId but) const;
    void heads_of(AdministrationId, Message const& subject, Message const& body) const;
    void person(PersonId, Message const& subject, Message const& body,
                Values const& values = {}) const;

private:
    Said said(Message const&, Values) const;
    void post(PersonId to, std::string const& link, Said subject, Said body) const;

    db::Writer& writer_;
    House const& house_;
    Report const& report_;
    Instant now_;
};

// Author and followers: it is in another state.
void tell_moved(Teller const&, Phase to, PersonId but);

}  // namespace wasl::reports
