// SPDX-License-Identifier: Apache-2.0
// A dossier as its readers see it: everything that hangs on one number.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kernel/id.hpp"
#include "modules/dossiers/fetching.hpp"
#include "modules/dossiers/rules.hpp"
#include "modules/procedures/procedures.hpp"
#include "platform/files/files.hpp"

namespace wasl::dossiers {

using DossierId = Id<struct DossierTag>;
using DocumentId = Id<struct DossierDocumentTag>;
using OpinionId = Id<struct DossierOpinionTag>;
using AppealId = Id<struct DossierAppealTag>;

// `assisted` is "officer" in the database and in messages: an officer filed for the applicant.
enum class FiledAs : std::uint8_t { self, mandate, assisted };
std::string_view name_of(FiledAs);

// Field code and answer, in the order of the form.
using FieldValues = std::vector<std::pair<std::string, std::string>>;

struct Document {
    DocumentId id{0};
    std::string requirement;  // code of the sheet's document
    std::string sha256, name;
    std::int64_t size = 0;
    files::Kind kind = files::Kind::pdf;
    Standing standing = Standing::given;
    std::string remark;  // why it does not conform
    std::optional<DocumentId> replaces;
    PersonId given_by{0};
    Instant given_at{};
};

struct MissingDocument {
    std::string requirement;
    std::optional<Date> given_on;
};

struct StepTaken {
    int sequence = 0;
    Action action = Action::file;
    PersonId by{0};  // 0: the calendar
    State state = State::draft;
    Instant at{};
    std::string reason;
};

// What was asked of the citizen.
struct AskMade {
    Ask kind = Ask::replacement;
    std::string reason;
    std::vector<std::string> documents;  // requirement codes
    PersonId by{0};
    Instant at{};
    Date on{};
    std::optional<Date> last_day;
    std::optional<Date> answered_on;
    std::string answer;
};

struct Prolonged {
    Ground ground = Ground::expertise;
    int days = 0;
    std::string reason;
    PersonId by{0};
    Date on{};
};

struct Opinion {
    OpinionId id{0};
    UnitId unit{0};
    std::string question;
    PersonId asked_by{0};
    Instant asked_at{};
    Date due{};
    std::string answer;
    std::optional<bool> favourable;  // none: not answered
    PersonId answered_by{0};
    std::optional<Instant> answered_at;
};

struct Letter {
    std::int64_t id = 0;
    PersonId author{0};
    bool from_citizen = false;
    std::string body;
    Instant sent_at{};
    std::optional<Instant> read_at;
};

struct Note {
    PersonId author{0};
    std::string body;
    Instant at{};
};

struct Decision {
    std::string number;  // of the paper: /verify knows it
    bool approved = false;
    std::string text;                   // what is granted, or why not
    std::vector<std::string> articles;  // of a refusal
    std::string appeal_authority;
    int appeal_days = 0;
    PersonId by{0};
    Instant at{};
    Date on{};
    Instant notified_at{};
    std::optional<Instant> revoked_at;
    PersonId revoked_by{0};
    std::string revoke_reason;
    std::string revoke_number;     // of the paper that revokes
    std::string revoke_authority;  // who hears an appeal against that

    std::optional<Date> revoked_on() const;
};

// The claim of arts 19 and 20; what the attestation of decree 2.22.141 annex 2 states besides the
// dossier's own facts.
struct SilenceClaim {
    Date claimed_on{};
    Date due{};                    // the head's last day
    AdministrationId superior{0};  // once called upon
    std::optional<Date> escalated_on, superior_due;
    std::string number;  // of the attestation; empty: none
    std::string letter;  // number of the letter to the president
    std::optional<Date> letter_on;
    PersonId attested_by{0};
    std::optional<Date> attested_on;
};

struct Appeal {
    AppealId id{0};
    AppealOver over = AppealOver::refusal;
    std::string reason;
    AppealState state = AppealState::open;
    PersonId by{0};
    Date filed_on{};
    AdministrationId authority{0};
    Date due{};
    AdministrationId superior{0};  // 0: not escalated
    std::optional<Date> escalated_on, escalated_due;
    PersonId decided_by{0};
    std::optional<Instant> decided_at;
    std::string outcome;

    bool pending() const { return !decided_at; }
};

// As whom somebody looks at a dossier; several at once are possible.
struct Eyes {
    bool applicant = false;  // or agent of the applicant
    bool officer = false;    // of the unit in charge
    bool head = false;
    bool superior = false;   // called upon by a claim or an appeal
    bool consulted = false;  // unit whose opinion was asked
    bool auditor = false;

    bool any() const { return applicant || officer || head || superior || consulted || auditor; }
    bool office() const { return officer || head || superior || consulted || auditor; }
    Actors actors() const;
};

struct Dossier {
    DossierId id{0};
    std::string number;  // empty while a draft
    procedures::RevisionId revision{0};
    std::string procedure;
    AdministrationId administration{0};
    UnitId unit{0};
    PersonId applicant{0};
    std::string applicant_name;
    PersonId filed_by{0};
    FiledAs filed_as = FiledAs::self;
    Channel channel = Channel::online;
    State state = State::draft;
    std::optional<Instant> filed_at;
    std::optional<Date> filed_on, complete_on;
    std::optional<Date> due;     // the next legal day in this state, see clock
    std::optional<Date> target;  // last full day: what officers aim at
    Term term;
    bool silence_accepts = false;
    bool extension_listed = false;
    int extension_days_max = 0;
    Route route = Route::council;
    PersonId assigned{0};
    std::int64_t version = 0;  // to be sent back with every act
    std::int64_t calendar_version = 0;
    Instant changed_at{};
    std::optional<Date> decided_on, retention_until, expires_on;
    int retention_years = 0;

    FieldValues values;
    std::vector<Document> documents;
    std::vector<MissingDocument> missing;  // frozen at filing
    std::vector<AskMade> asks;
    std::optional<Prolonged> extension;
    std::vector<Decision> decisions;  // the last one holds
    std::optional<SilenceClaim> silence;
    std::vector<Appeal> appeals;
    std::vector<Fetch> fetches;  // of what the administration brings itself
    // For the office, while it is open: the dossier of the refusal that this one only repeats.
    std::string repeats;
    // Filled by Desk::see, for those who may read them:
    Eyes eyes;
    std::vector<StepTaken> steps;
    std::vector<Opinion> opinions;
    std::vector<Letter> messages;
    std::vector<Note> notes;
    // The calendar of offices under which everything above was read.
    std::shared_ptr<OfficeCalendar const> offices;

    std::optional<Course> course() const;
    // What the rules ask about; `today` of Morocco.
    Situation situation(Date today) const;
    // What the visitor may start, and the arithmetic in words.
    std::vector<Action> offered(Date today) const;
    std::vector<Line> clock_in_words() const;
    std::optional<Date> citizen_last_day() const;
    Decision const* decision() const;  // the last, or null
    Appeal const* pending_appeal() const;
    // This person did that last: pressed again, it is done.
    bool just_done(Action, PersonId) const;
    AskMade const* open_ask() const;
    bool still_missing() const;
    std::vector<Standing> standings(std::string_view requirement) const;  // of its papers
    Fetch const* fetch(std::string_view requirement) const;
};

// A line of a list. Everything comes from one row.
struct Summary {
    DossierId id{0};
    std::string number;
    std::string procedure;
    AdministrationId administration{0};
    UnitId unit{0};
    State state = State::lodged;
    std::string applicant_name;
    std::optional<Date> filed_on;
    std::optional<Date> due, target, expires_on;
    PersonId assigned{0};
    Instant changed_at{};
};

}  // namespace wasl::dossiers
