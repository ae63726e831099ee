// SPDX-License-Identifier: Apache-2.0
// What the use-cases of the desk share: opening a dossier for an act, recording what was done,
// telling those concerned.
#pragma once

#include <initializer_list>
#include <utility>

#include "modules/dossiers/messages.hpp"
#include "modules/dossiers/store.hpp"
#include "platform/clock/clock.hpp"

namespace wasl::dossiers {

using House = Desk::House;

// A dossier opened by an act: as it was, and as it will be.
struct Opened {
    Dossier before;
    Dossier after;
    Date today;
    Situation situation() const { return before.situation(today); }
    Actors actors() const { return before.eyes.actors(); }
};

Eyes eyes_of(db::Reader&, House const&, http::Visitor const&, Dossier const&, Date today);
// The refused dossier that this one repeats, unchanged in all (law 55.19 art. 15); empty: none.
std::string repeats(db::Reader&, Dossier const&);
// Takes from the office's sight the copies that the citizen has not approved (art. 24).
void seal(Dossier&);
bool is_officer(http::Visitor const&, AdministrationId, UnitId);
bool is_head(http::Visitor const&, AdministrationId);

// not_found for whoever may not see it, conflict where the page was older than the dossier.
Result<Opened> open(db::Writer&, House const&, Act const&);
// Conflict unless the page's version was given: decisions are never taken on a guess.
Outcome needs_version(Act const&);
// Of a length that can be read, without hidden signs, and not blank where it is required.
Outcome readable(std::string_view text, std::string_view field, bool required = true);
Refusal not_in(State);  // the step is not possible in this state
// For acts of the office that the lifecycle does not know.
Outcome office_only(Opened const&);

struct Deed {
    Action action;
    PersonId by{0};
    std::string_view reason = {};
    Instant now{};
};
using Facts = std::initializer_list<std::pair<std::string_view, std::string_view>>;

// Days that follow from the course of events, into due and target.
void derive(Dossier&);
// The row with its new version, the counters, the history, the journal: one act.
Outcome record(db::Writer&, House const&, Dossier const& before, Dossier& after, Deed const&,
               Facts = {});
// The first act of a dossier: counters, history, journal; the row is the caller's.
void record_filed(db::Writer&, Dossier const&, Deed const&, Facts = {});
void note_in_journal(db::Writer&, Dossier const&, std::string_view kind, PersonId by, Instant now,
                     Facts = {});
// It is over: the figures (none where it was counted before), and the day until which it is kept.
void close(db::Writer&, Dossier&, Date today, std::string_view figure);

// A draft not yet kept: the sheet is open there, and the visitor may ask for that person.
struct Begun {
    Dossier dossier;
    std::shared_ptr<procedures::Sheet const> sheet;
};
Result<Begun> begin(db::Reader&, House const&, http::Visitor const&, DraftStart const&,
                    Instant now);
Outcome may_give(procedures::Sheet const&, Dossier const&, std::string_view requirement);
Document document_from(Supplied const&, PersonId by, Instant now);

// Reminders already sent about the present `due`; update() forgets them with every new one.
enum Warned : int { before_due = 1, after_due = 2 };
// Of jobs().
// Of dossiers that a job takes into one question.
inline constexpr int job_chunk = 200;
void watch_drafts(db::Database&, House const&, Instant now);
void tell_of_revisions(db::Database&, House const&, Instant now);

// Not yet known to be free.
std::string draw_number(Date today);
inline constexpr int numbers_drawn_max = 20;

// A task for each document that the administration brings itself, from the day of filing.
void begin_fetches(db::Writer&, House const&, Dossier&, procedures::Sheet const&,
                   std::span<std::string const> consents, PersonId by, Instant now);

std::string fresh_number(db::Reader&, Date today);
Route route_of(directory::Kind);
int year_of(Date);

}  // namespace wasl::dossiers
