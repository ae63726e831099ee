// SPDX-License-Identifier: Apache-2.0
// The front door: requests under law 55.19, from draft to decision, silence and appeal. Pages and
// API ask this desk and nobody else; every act is one step of the lifecycle (lifecycle.hpp) under
// the law's conditions (rules.hpp), with a row of history, an entry of the administration's
// journal and the notices it causes, all in the caller's transaction.
#pragma once

#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kernel/receipt.hpp"
#include "modules/directory/directory.hpp"
#include "modules/dossiers/bench_data.hpp"
#include "modules/dossiers/compliance.hpp"
#include "modules/dossiers/dossier.hpp"
#include "modules/notices/notices.hpp"
#include "modules/people/people.hpp"
#include "modules/procedures/procedures.hpp"
#include "platform/db/db.hpp"
#include "platform/http/router.hpp"
#include "platform/jobs/jobs.hpp"

namespace wasl::dossiers {

// Limits, in one place.
inline constexpr int drafts_max = 50;          // a person's
inline constexpr int documents_max = 20;       // of one requirement
inline constexpr int field_signs_max = 5'000;  // of one answer
inline constexpr int text_signs_max = 10'000;  // of a reason, message, note, opinion
inline constexpr int draft_days = 90;          // untouched
inline constexpr int draft_warning_days = 10;  // before that
inline constexpr int due_warning_days = 3;     // officers and citizens, before a last day
inline constexpr int queue_page = 25;

// Who acts, on which dossier, on which version of it.
struct Act {
    http::Visitor const& by;
    std::string_view number;
    std::int64_t version = 0;  // of the page that was acted on; 0: whatever it is now
    Instant now{};
};

struct DraftStart {
    std::string procedure;
    AdministrationId administration{0};
    UnitId unit{0};         // 0: the first unit that the sheet offers there
    PersonId applicant{0};  // 0: the visitor; another person: by mandate, or by an officer there
    Channel channel = Channel::online;
    std::string key;  // idempotency key of the form: pressing twice opens one draft
};

struct Supplied {
    std::string requirement;
    files::Stored stored;
    std::string name;
};

// The API's way: a whole file in one call.
struct Filing {
    DraftStart start;
    FieldValues values;
    std::vector<Supplied> documents;
    std::string key;                         // idempotency key
    std::vector<std::string> consents = {};  // documents that may be fetched (art. 24)
    std::string call_hash = {};  // what a program sent: the key stands for no other call
};

struct Filed {
    DossierId id{0};
    std::string number;
    State state = State::lodged;  // lodged or being_lodged
    Date due{};                   // the last day for the answer, or for completing
    bool again = false;           // this key had filed already; nothing was done
    // As its filer sees it now, where it was filed this moment; otherwise Desk::see tells.
    std::shared_ptr<Dossier const> dossier = nullptr;
};

struct FieldFault {
    std::string field;  // code of the form's field
    Said what;
    std::string_view part{};  // "postcode" of an address; empty: the whole
};

struct AskFor {
    Ask kind = Ask::replacement;
    std::string reason;
    std::vector<std::string> documents;  // requirement codes; a replacement needs one
};

struct RefusalText {
    std::string reasons;
    std::vector<std::string> articles;
    std::string appeal_authority;
    int appeal_days = appealing_days;
};

struct QueueAsk {
    AdministrationId administration{0};
    std::optional<UnitId> unit;  // none: all units of the administration
    std::optional<State> state;
    std::string procedure;  // empty: all
    bool mine = false;      // assigned to the visitor
    bool overdue = false;   // an answer is owed and its day has passed
    bool due_soon = false;  // an answer is owed within due_warning_days
    bool silent = false;    // claims of silence, here or before the authority above
    // Keyset: the last line of the page before (or the first, with `backwards`).
    std::optional<std::pair<Date, DossierId>> after;
    bool backwards = false;
    int limit = queue_page;
};

struct QueueCounts {
    std::array<std::int64_t, state_count> by_state{};
    std::int64_t open = 0;
    std::int64_t overdue = 0;   // an answer is owed and its day has passed
    std::int64_t due_soon = 0;  // its day is within due_warning_days
};

struct Neighbours {
    std::string previous, next;  // numbers; empty at the ends
};

// What the holder of a paper may know, and nothing personal.
struct Verification {
    enum class Paper : std::uint8_t { receipt, decision, attestation, revocation };
    Paper paper = Paper::receipt;
    std::string number;          // of the paper asked about
    std::string dossier_number;  // of its receipt
    std::string procedure;
    AdministrationId administration{0};
    State state = State::lodged;
    std::optional<Date> filed_on, complete_on, due, issued_on, revoked_on;
    bool approved = false;   // of a decision
    bool authentic = false;  // its entry stands in the journal and the chain holds around it
    std::string hash;        // of that entry
};

// Who answers for a unit that was asked: its officers, those of its whole administration, its head.
bool answers_for(http::Visitor const&, directory::Picture const&, UnitId);

class Desk {
public:
    Desk(db::Database&, directory::Desk const&, people::Desk const&, procedures::Desk const&,
         notices::Outbox const&);

    // --- Drafts (desk_drafts.cpp). A draft is its writer's alone and has no number.
    Result<DossierId> open_draft(db::Writer&, http::Visitor const&, DraftStart const&,
                                 Instant now) const;
    // The draft that this form opened before, as long as it is one.
    std::optional<DossierId> opened_before(db::Reader&, http::Visitor const&,
                                           std::string_view key) const;
    Outcome save_values(db::Writer&, http::Visitor const&, DossierId, FieldValues const&,
                        Instant now) const;  // of one page of the form, or all
    Result<DocumentId> attach(db::Writer&, http::Visitor const&, DossierId, Supplied const&,
                              Instant now) const;
    Outcome detach(db::Writer&, http::Visitor const&, DossierId, DocumentId, Instant now) const;
    Outcome drop_draft(db::Writer&, http::Visitor const&, DossierId) const;
    Result<Dossier> draft(db::Reader&, http::Visitor const&, DossierId) const;
    // The number under which this draft was filed; empty: it was not, or not by the visitor.
    std::string number_of_filed(db::Reader&, http::Visitor const&, DossierId) const;
    std::vector<Summary> drafts_of(db::Reader&, PersonId) const;
    // The text in force where the draft was begun under a former one; else null.
    std::shared_ptr<procedures::Sheet const> newer(Dossier const& draft) const;
    // The draft goes on under it: answers and documents that it still asks for are kept. Nothing
    // happens where there is none.
    Outcome renew(db::Writer&, http::Visitor const&, DossierId, Instant now) const;
    // All faults of these answers at once, for the page that shows them together.
    // Of a group, a fault names the row: "heirs.0.name".
    std::vector<FieldFault> faults(procedures::Sheet const&, FieldValues const&) const;
    // Required documents that have no file yet: what the receipt would list as missing.
    std::vector<std::string> lacking(procedures::Sheet const&, Dossier const&) const;

    // --- Filing and completing (desk_filing.cpp).
    Result<Filed> file(db::Writer&, http::Visitor const&, DossierId, std::string_view key,
                       Instant now, std::span<std::string const> consents = {}) const;
    Result<Filed> file_at_once(db::Writer&, http::Visitor const&, Filing const&, Instant now) const;
    // Documents of the frozen list; the file is complete with the last of them.
    Result<State> supply(db::Writer&, Act const&, std::span<Supplied const>) const;

    // --- Reading (desk_reading.cpp). Not yours and not there are the same answer.
    Result<Dossier> see(db::Reader&, http::Visitor const&, std::string_view number,
                        Date today) const;
    std::vector<Summary> of_person(db::Reader&, PersonId, int limit,
                                   std::optional<DossierId> before = {}) const;
    Result<std::vector<Summary>> queue(db::Reader&, http::Visitor const&, QueueAsk const&,
                                       Date today) const;
    // The numbers of what a unit has not finished, by their day; for whoever closes it.
    std::vector<std::string> unfinished(db::Reader&, AdministrationId, UnitId, int limit) const;
    Neighbours neighbours(db::Reader&, http::Visitor const&, Dossier const&) const;
    QueueCounts counts(db::Reader&, PersonId reader, AdministrationId, std::optional<UnitId>,
                       Date today) const;
    // What waits for a unit's opinion; for the head's delivery after silence, or that of the
    // authority above; for the answer to an appeal. `due` is the day of that clock. Like the
    // queue, none of these lists has the reader's own requests (desk_office.cpp).
    std::vector<Summary> consulted(db::Reader&, PersonId reader, UnitId) const;
    std::vector<Summary> claims(db::Reader&, PersonId reader, AdministrationId) const;
    std::vector<Summary> claims_escalated(db::Reader&, PersonId reader,
                                          AdministrationId superior) const;
    std::vector<Summary> appeals_open(db::Reader&, PersonId reader,
                                      AdministrationId authority) const;
    std::vector<Summary> appeals_escalated(db::Reader&, PersonId reader,
                                           AdministrationId superior) const;
    std::optional<Verification> verification(db::Reader&, std::string_view number) const;
    // Who hears an appeal against a decision there, as it stands in the refusal.
    std::string appeal_authority(Language, AdministrationId) const;
    std::shared_ptr<procedures::Sheet const> sheet(db::Reader&, Dossier const&) const;

    // --- Review (desk_review.cpp).
    Outcome take_up(db::Writer&, Act const&) const;
    Outcome assign(db::Writer&, Act const&, PersonId whom) const;
    Outcome judge(db::Writer&, Act const&, DocumentId, bool conforms,
                  std::string_view remark) const;
    Outcome ask(db::Writer&, Act const&, AskFor const&) const;
    Outcome answer(db::Writer&, Act const&, std::string_view text, std::span<Supplied const>) const;
    Outcome extend(db::Writer&, Act const&, Ground, int days, std::string_view reason) const;
    Outcome ask_opinion(db::Writer&, Act const&, UnitId, std::string_view question, int days) const;
    Outcome give_opinion(db::Writer&, Act const&, OpinionId, bool favourable,
                         std::string_view text) const;

    // --- What the administration brings itself (desk_fetches.cpp; arts 23 and 24).
    Outcome consent(db::Writer&, Act const&, std::string_view requirement) const;
    Outcome decline_fetch(db::Writer&, Act const&, std::string_view requirement,
                          std::string_view reason) const;
    Outcome fetched(db::Writer&, Act const&, Supplied const& copy) const;
    Outcome fetch_failed(db::Writer&, Act const&, std::string_view requirement,
                         std::string_view reason) const;
    Outcome approve_copy(db::Writer&, Act const&, std::string_view requirement) const;
    Outcome supply_copy(db::Writer&, Act const&, Supplied const& copy) const;
    // By the day of the task; without the reader's own requests.
    std::vector<Summary> to_fetch(db::Reader&, PersonId reader, AdministrationId) const;

    // --- Talking (desk_messages.cpp).
    Outcome send_message(db::Writer&, Act const&, std::string_view text) const;
    Outcome messages_read(db::Writer&, Act const&) const;
    Outcome add_note(db::Writer&, Act const&, std::string_view text) const;

    // --- Deciding (desk_decision.cpp). The version is required: of two officers one wins.
    Result<std::string> approve(db::Writer&, Act const&, std::string_view text) const;
    Result<std::string> refuse(db::Writer&, Act const&, RefusalText const&) const;
    Outcome revoke(db::Writer&, Act const&, std::string_view reason) const;
    Outcome leave_unanswered(db::Writer&, Act const&) const;  // desk_repeats.cpp, art. 15
    Outcome withdraw(db::Writer&, Act const&, std::string_view reason) const;

    // --- Silence (desk_silence.cpp), appeals (desk_appeal.cpp).
    Outcome claim_silence(db::Writer&, Act const&) const;
    Outcome escalate_silence(db::Writer&, Act const&) const;
    Result<std::string> attest(db::Writer&, Act const&, std::string_view letter,
                               Date letter_on) const;
    Outcome appeal(db::Writer&, Act const&, AppealOver, std::string_view reason) const;
    Outcome escalate_appeal(db::Writer&, Act const&) const;
    Outcome decide_appeal(db::Writer&, Act const&, bool granted, std::string_view reason) const;

    // --- What the calendar starts (jobs.cpp) and what is published (compliance.cpp).
    std::vector<jobs::Job> jobs() const;
    std::vector<ComplianceLine> compliance(db::Reader&, ComplianceAsk const&, Date today) const;
    // Months as in ComplianceAsk; one line a procedure.
    std::vector<UseLine> used(db::Reader&, std::string_view from, std::string_view until) const;
    // What this module holds about a person (law 09-08 arts 7 and 8).
    people::Contributor contributor() const;

    struct House {
        db::Database& database;
        directory::Desk const& directory;
        people::Desk const& people;
        procedures::Desk const& procedures;
        notices::Outbox const& notices;
    };
    House const& house() const { return house_; }

private:
    House house_;
};

std::span<db::SchemaStep const> schema_steps();

// The content of every document that a row names, once each; `wasl verify` looks whether the file
// is there and still what it was.
void each_content(db::Reader&, std::function<void(std::string_view sha256)> const&);
// Some row of this module still names it: a document, or a file that was sent and not yet used.
bool names_content(db::Reader&, std::string_view sha256);

}  // namespace wasl::dossiers
