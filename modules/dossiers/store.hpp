// SPDX-License-Identifier: Apache-2.0
// All SQL of the module, by the part of the schema it is about. Nothing here decides.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "modules/dossiers/dossiers.hpp"
#include "platform/db/db.hpp"

namespace wasl::dossiers::store {

// --- store.cpp: the dossier's own row.
void insert(db::Writer&, Dossier const&, std::string_view key);
// False where its number or the key of its form is taken.
bool try_insert(db::Writer&, Dossier const&, std::string_view key, std::string_view call_hash = {});
// Everything that may change. False where somebody was faster: the version is no longer that of
// `known_version`. Afterwards the row carries dossier.version.
bool update(db::Writer&, Dossier const&, std::int64_t known_version);
// Days derived again from a new calendar; the version stays, nobody acted.
void move_days(db::Writer&, Dossier const&);
// A draft becomes a filed dossier, under its number and key.
void update_filed(db::Writer&, Dossier const&, std::string_view key);
std::optional<Dossier> row_by_number(db::Reader&, std::string_view number);
std::optional<Dossier> row_by_id(db::Reader&, DossierId);
std::optional<Dossier> row_by_key(db::Reader&, PersonId filed_by, std::string_view key);
// The hash of the call that filed under this key; empty where a page did.
std::string call_by_key(db::Reader&, PersonId filed_by, std::string_view key);
bool number_taken(db::Reader&, std::string_view number);
void touch_draft(db::Writer&, DossierId, Instant now, Date expires_on);
void set_warned(db::Writer&, DossierId, int bits);
int warned(db::Reader&, DossierId);
// Everything that hangs on a row, with no trace left.
void erase(db::Writer&, DossierId);
std::int64_t drafts_count(db::Reader&, PersonId filed_by);

// --- store_parts.cpp
FieldValues values(db::Reader&, DossierId);
void keep_values(db::Writer&, DossierId, FieldValues const&);
std::vector<Document> documents(db::Reader&, DossierId);
void insert_document(db::Writer&, DossierId, Document const&);
void set_standing(db::Writer&, DocumentId, Standing, std::string_view remark);
void erase_document(db::Writer&, DocumentId);
std::int64_t uses_of(db::Reader&, std::string_view sha256);
std::vector<MissingDocument> missing(db::Reader&, DossierId);
void insert_missing(db::Writer&, DossierId, std::string_view requirement);
void missing_given(db::Writer&, DossierId, std::string_view requirement, Date);
std::vector<StepTaken> taken(db::Reader&, DossierId);
void append_step(db::Writer&, DossierId, StepTaken const&);
std::vector<AskMade> asks(db::Reader&, DossierId);
void insert_ask(db::Writer&, DossierId, AskMade const&);
void answer_ask(db::Writer&, DossierId, Ask, Date on, Instant at, std::string_view text);
void set_last_day(db::Writer&, DossierId, Ask, Date);
std::optional<Prolonged> extension(db::Reader&, DossierId);
void insert_extension(db::Writer&, DossierId, Prolonged const&);

// --- store_fetches.cpp
std::vector<Fetch> fetches(db::Reader&, DossierId);
void insert_fetch(db::Writer&, Dossier const&, Fetch const&);
void update_fetch(db::Writer&, DossierId, Fetch const&);
void set_fetch_due(db::Writer&, DossierId, Fetch const&);
std::vector<Summary> to_fetch(db::Reader&, PersonId reader, AdministrationId);
std::vector<std::pair<DossierId, std::string>> late_fetches(db::Reader&, Date today, int limit);
void fetch_warned(db::Writer&, DossierId, std::string_view requirement);

// --- store_talk.cpp
std::vector<Opinion> opinions(db::Reader&, DossierId);
void insert_opinion(db::Writer&, DossierId, Opinion const&);
void answer_opinion(db::Writer&, Opinion const&);
std::vector<Letter> letters(db::Reader&, DossierId);
void insert_letter(db::Writer&, DossierId, Letter const&);
void letters_read(db::Writer&, DossierId, bool from_citizen, Instant now);
std::vector<Note> notes(db::Reader&, DossierId);
void insert_note(db::Writer&, DossierId, Note const&);
void insert_assignment(db::Writer&, DossierId, PersonId officer, PersonId by, Instant);

// --- store_decisions.cpp
std::vector<Decision> decisions(db::Reader&, DossierId);
void insert_decision(db::Writer&, DossierId, Decision const&);
void revoke_decision(db::Writer&, Decision const&);
std::optional<SilenceClaim> silence(db::Reader&, DossierId);
void insert_silence(db::Writer&, DossierId, SilenceClaim const&, Instant);
void update_silence(db::Writer&, DossierId, SilenceClaim const&, Instant);
std::vector<Appeal> appeals(db::Reader&, DossierId);
void insert_appeal(db::Writer&, DossierId, Appeal const&, Instant);
void update_appeal(db::Writer&, Appeal const&);
void move_appeal(db::Writer&, Appeal const&);  // its days alone
struct PaperRow {
    DossierId dossier{0};
    Verification::Paper paper = Verification::Paper::decision;
    bool approved = false;
    Date issued_on{};
    std::optional<Date> revoked_on;  // of a decision
};
std::optional<PaperRow> paper(db::Reader&, std::string_view number);

// --- store_lists.cpp
std::vector<Summary> drafts_of(db::Reader&, PersonId);
std::vector<Summary> of_person(db::Reader&, PersonId, int limit, std::optional<DossierId> before);
struct QueueRange {
    QueueAsk const& ask;
    PersonId officer{0};  // for `mine`
    Date today;
};
std::vector<Summary> queue(db::Reader&, QueueRange const&);
// The statement that queue() runs, for whoever asks the engine how it would go about it.
std::string_view queue_text(QueueRange const&);

// --- store_office.cpp: without the reader's own requests.
std::vector<Summary> consulted(db::Reader&, PersonId reader, UnitId);
std::vector<Summary> claims(db::Reader&, PersonId reader, AdministrationId, UnitId);
std::vector<Summary> claims_escalated(db::Reader&, PersonId reader, AdministrationId superior);
std::vector<Summary> appeals_open(db::Reader&, PersonId reader, AdministrationId authority);
std::vector<Summary> appeals_escalated(db::Reader&, PersonId reader, AdministrationId superior);

// --- store_figures.cpp: counters kept with each act.
void count_state(db::Writer&, Dossier const&, int change);
void count_owed(db::Writer&, Dossier const&, int change);
void tally(db::Writer&, Dossier const&, Date on, std::string_view figure);
void tally_duration(db::Writer&, Dossier const&, Date on, std::int64_t days);
QueueCounts counts(db::Reader&, PersonId reader, AdministrationId, std::optional<UnitId>,
                   Date today);
std::string_view own_open_text();  // the statement of what counts() leaves out
std::vector<ComplianceLine> compliance(db::Reader&, ComplianceAsk const&, Date today);
std::vector<UseLine> used(db::Reader&, std::string_view from, std::string_view until);

// --- store_jobs.cpp
struct DueRow {
    DossierId id{0};
    std::string number;
    State state = State::lodged;
    Date due{};
    int warned = 0;
};
// Open dossiers from a day (with its id) on, up to and including another, in order.
std::vector<DueRow> due_between(db::Reader&, Date from, DossierId after, Date until, int limit);
std::vector<DossierId> open_before_calendar(db::Reader&, std::int64_t version, DossierId after,
                                            int limit);
std::vector<DossierId> appealed_before_calendar(db::Reader&, std::int64_t version, DossierId after,
                                                int limit);
std::vector<DossierId> past_retention(db::Reader&, Date today, int limit);
struct DraftRow {
    DossierId id{0};
    std::string procedure;
    PersonId writer{0};
    Date expires_on{};
    int warned = 0;
    procedures::RevisionId revision{0};
    procedures::RevisionId told{0};  // of a newer one
};
std::vector<DraftRow> drafts_until(db::Reader&, Date until, int limit);
// Every draft after that one, by who writes it.
struct DraftPlace {
    PersonId writer{0};
    DossierId id{0};
};
std::vector<DraftRow> drafts_after(db::Reader&, DraftPlace, int limit);
void set_told(db::Writer&, DossierId, procedures::RevisionId);
// The draft goes on under another text of its sheet, at that unit.
void move_draft(db::Writer&, DossierId, procedures::RevisionId, UnitId);
std::int64_t progress(db::Reader&, std::string_view job);
void set_progress(db::Writer&, std::string_view job, std::int64_t value);
std::vector<DossierId> of_applicant(db::Reader&, PersonId);
// The refused dossiers of that applicant there, newest first.
std::vector<DossierId> refused_before(db::Reader&, Dossier const&, int limit);

// The row and all that the law's rules ask about. No conversation, no notes.
std::optional<Dossier> load(db::Reader&, std::string_view number);
std::optional<Dossier> load(db::Reader&, DossierId);

}  // namespace wasl::dossiers::store
