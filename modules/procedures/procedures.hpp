// SPDX-License-Identifier: Apache-2.0
// The registry of procedures (law 55.19 arts 3 to 9): sheets, their published revisions, which
// administrations offer them, and the catalogue that everybody reads. A dossier keeps the
// RevisionId under which it was filed; a revision never changes.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kernel/result.hpp"
#include "modules/directory/directory.hpp"
#include "modules/notices/notices.hpp"
#include "modules/people/people.hpp"
#include "modules/procedures/answers.hpp"
#include "modules/procedures/burden.hpp"
#include "modules/procedures/changes.hpp"
#include "modules/procedures/claims.hpp"
#include "modules/procedures/commission.hpp"
#include "modules/procedures/holders.hpp"
#include "modules/procedures/lifecycle.hpp"
#include "modules/procedures/sheet.hpp"
#include "platform/db/db.hpp"
#include "platform/http/router.hpp"
#include "platform/search/search.hpp"

namespace wasl::procedures {

// An administration that offers the sheet of another (or its own), with its counter.
struct Offer {
    AdministrationId administration{0};
    std::vector<UnitId> units;
    Names contact;                    // empty: the contact of the administration itself
    std::vector<Channel> channels{};  // empty: all of the sheet's

    bool takes(Channel) const;  // as far as this place is concerned
};

// A published or suspended sheet as the catalogue lists it; Desk::whole() reads all of it.
struct Entry {
    SheetId id{0};
    RevisionId revision{0};
    int version = 0;
    std::string code;
    SheetState state = SheetState::published;
    AdministrationId owner{0};
    Approval approval;
    Names title, summary;
    std::string keywords;
    Silence silence = Silence::none;
    std::string silence_list_item;
    std::vector<std::string> list_items;  // every line of the decrees that it names
    // `online`: at one of its places at least.
    bool free_of_charge = false, online = false, immediate = false;
    int term_days = 0;
    std::vector<std::string> themes, life_events, audience;
    // What is searched beside title and summary; in a picture, the finder has it.
    struct Searched {
        std::vector<std::string> output, documents, basis;
    } searched;
    std::vector<Offer> offers;  // by administration
    Instant published{};
    Date certified{};  // the owner stood by it on that day; of its publication where nobody has
                       // since

    Offer const* offer(AdministrationId) const;
};

class Finder;
class Missed;

// What is published, at one moment; never changes, is swapped in whole.
class Picture {
public:
    Picture(std::int64_t version, std::vector<Entry>, std::vector<InventoriedDecision>,
            lexis::Synonyms = lexis::Synonyms::built_in());
    ~Picture();
    Picture(Picture const&) = delete;
    Picture& operator=(Picture const&) = delete;

    std::int64_t version() const { return version_; }
    std::span<Entry const> entries() const { return entries_; }  // by code
    std::vector<InventoriedDecision> const& decisions() const { return decisions_; }
    Entry const* entry(std::string_view code) const;
    InventoriedDecision const* decision(std::string_view code) const;

    // Who offers anything at all.
    std::span<AdministrationId const> places() const { return places_; }
    // In the order of their Arabic titles, as lists show them.
    std::span<Entry const* const> by_title() const { return by_title_; }

    // Search, filters and counts over both; finding.hpp.
    Finder const& finder() const { return *finder_; }

    // Best first; never a copy: both live as long as the picture.
    struct FoundSheets {
        std::vector<Entry const*> entries;
        std::size_t total = 0;
        std::vector<std::string> repaired;  // words of the query that were read as another one
    };
    FoundSheets search(std::string_view query, std::size_t limit, std::size_t offset = 0) const;
    struct FoundDecisions {
        std::vector<InventoriedDecision const*> decisions;
        std::size_t total = 0;
        std::vector<std::string> repaired;
    };
    FoundDecisions search_decisions(std::string_view query, std::size_t limit,
                                    std::size_t offset = 0) const;

private:
    std::int64_t version_;
    std::vector<Entry> entries_;
    std::vector<InventoriedDecision> decisions_;
    std::vector<Entry const*> by_title_;
    std::vector<AdministrationId> places_;
    std::unique_ptr<Finder const> finder_;
};

struct Objection;  // gate.hpp

// What an officer of the owner works on; `edition` grows with each save.
struct Draft {
    Sheet sheet;
    int edition = 0;
    std::string reason;    // why it was suspended, sent back, merged, deleted or withdrawn
    bool changed = false;  // differs from what is published
    std::optional<SheetState> revision;  // how far a revision of what is published has come
    std::string legal_note;              // of a deleted one: why no text founds it
    SheetId merged_into{0};

    Standing standing() const { return {sheet.state, revision}; }
};

struct SheetLine {
    SheetId id{0};
    std::string code;
    AdministrationId owner{0};
    Names title;
    SheetState state = SheetState::inventoried;
    int version = 0;
    bool changed = false;
    Instant at{};
    std::optional<SheetState> revision{};
    std::optional<Date> certified{};  // none before the first publication
};

// A step that was taken, as the history of a sheet shows it.
struct StepLine {
    Action action = Action::take_up;
    SheetState from = SheetState::inventoried, to = SheetState::inventoried;
    bool of_revision = false;
    Instant at{};
    PersonId by{0};
    std::string reason;
};

// Who acts, and as what; made by Desk::actor().
struct Actor {
    PersonId person{0};
    Hands hands{};
};
// What is asked for, with what that step needs.
struct Order {
    Action action = Action::take_up;
    int edition = 0;           // of submit and publish: what was read
    std::string reason{};      // remarks or grounds
    std::string legal_note{};  // of a deletion
    std::string into{};        // code of the sheet that it is merged into
    std::string reference{};   // of the Interior's letter
};

// How many sheets stand where; a revision on its way counts with what it revises.
struct StateCount {
    AdministrationId owner{0};
    SheetState state = SheetState::inventoried;
    std::int64_t count = 0;
};
// How many first came to that state in that month; owner by owner.
struct MonthCount {
    std::string month;  // "2026-03"
    SheetState state = SheetState::inventoried;
    std::int64_t count = 0;
};

struct RevisionLine {
    RevisionId id{0};
    int version = 0;
    Instant at{};
    PersonId by{0};
};

class Desk {
public:
    Desk(db::Database&, directory::Desk const&);
    ~Desk();
    // Those concerned are told of each step; nobody is, where nobody can be.
    void tell_through(people::Desk const&, notices::Outbox const&);

    // Who tells what became of a sheet to those outside who follow it; set once, by app/.
    void tell_with(TellChange) const;

    std::shared_ptr<Picture const> picture() const;
    // Reads the version row, at most once a second, and takes a new picture where it moved. The
    // pages of this module call it; so may whoever reads much.
    void refresh(db::Reader&, Instant now) const;
    // Without asking the database: the picture's version, 0 where there is none yet, and whether
    // refresh() would ask nothing either.
    std::int64_t version() const;
    bool fresh(Instant now) const;
    void expire() const;  // after a write: the next refresh looks at once
    // What people sought and did not find; counted in memory alone.
    Missed& missed() const;

    // The sheet as `where` offers it: published, with that administration's units and contact.
    // Null where it is not offered or not open to requests (art. 3). Asks the database where the
    // sheet was not read lately.
    std::shared_ptr<Sheet const> published(std::string_view code, AdministrationId where) const;
    // Any revision, cached: a running dossier keeps its version. Units and contact are not part
    // of a revision; they come with published() and offered_units().
    std::shared_ptr<Sheet const> revision(db::Reader&, RevisionId) const;
    // As published or suspended, without a place; for pages.
    std::shared_ptr<Sheet const> whole(Entry const&) const;
    Sheet read_once(Entry const&) const;  // and not kept: for whoever goes through all of them
    // What the first visitor would wait for: after a start, while nobody asks yet.
    void prepare() const;
    std::vector<UnitId> offered_units(std::string_view code, AdministrationId where) const;

    // The officer's side. Each is one entry of the owner's journal.
    std::vector<SheetLine> sheets_of(db::Reader&, AdministrationId owner) const;
    std::vector<RevisionLine> history(db::Reader&, SheetId) const;
    std::optional<Draft> draft(db::Reader&, SheetId) const;
    std::optional<SheetId> sheet_of_code(db::Reader&, std::string_view code) const;
    // A sheet that was merged, deleted or withdrawn: its last words.
    std::optional<Draft> ended(db::Reader&, std::string_view code) const;
    std::vector<Offer> offers(db::Reader&, SheetId) const;
    bool offers_at(db::Reader&, SheetId, AdministrationId) const;
    Result<SheetId> open_draft(db::Writer&, std::string_view code, AdministrationId owner,
                               Names const& title, PersonId by, Instant now) const;
    // The text to start from under that code: published by somebody, or come with the program.
    std::optional<Sheet> model(std::string_view code) const;
    // A draft with all that the model says but its contact, which is each administration's own.
    Result<SheetId> clone(db::Writer&, std::string_view model_code, std::string_view code,
                          AdministrationId owner, PersonId by, Instant now) const;
    // Returns the new edition. Refused as conflict where somebody saved since `edition`.
    Result<int> save_draft(db::Writer&, SheetId, int edition, Sheet const& content, PersonId by,
                           Instant now) const;
    // A step of the table in lifecycle.hpp. Approval alone is not asked for here: it is what a
    // session of the commission decides.
    Outcome act(db::Writer&, SheetId, Order const&, Actor const&, Instant now) const;
    Actor actor(db::Reader&, http::Visitor const&, AdministrationId owner) const;
    std::vector<StepLine> steps(db::Reader&, SheetId) const;
    // What waits for the commission (false) or for the Interior (true).
    std::vector<SheetLine> submitted(db::Reader&, bool to_interior) const;
    // The list for this visitor; nothing for who sits with neither.
    std::optional<std::vector<SheetLine>> to_review(db::Reader&, http::Visitor const&) const;
    // What the gate says of it today.
    std::vector<Objection> objections_to(db::Reader&, Sheet const&, Date today) const;
    std::optional<Date> certified_on(db::Reader&, Draft const&) const;
    // The owner stands by what is published, for another twelve months.
    Outcome certify(db::Writer&, SheetId, Actor const&, Instant now) const;
    std::vector<EvidenceType> evidence_types(db::Reader&) const;
    std::vector<Exemption> exemptions(db::Reader&) const;
    Outcome keep_evidence_type(db::Writer&, EvidenceType const&, PersonId by, Instant now) const;
    Outcome exempt(db::Writer&, Exemption const&, Instant now) const;

    // Sessions of the commission; its secretariat alone may touch them.
    bool sits_in_secretariat(db::Reader&, http::Visitor const&) const;
    std::vector<CommissionSession> sessions(db::Reader&) const;  // newest first
    std::optional<CommissionSession> session(db::Reader&, CommissionId) const;
    Result<CommissionId> open_session(db::Writer&, Date held_on, std::string_view place,
                                      PersonId by, Instant now) const;
    Outcome put_on_agenda(db::Writer&, CommissionId, SheetId) const;
    Outcome rule(db::Writer&, CommissionId, SheetId, Ruling const&) const;
    Outcome note_presence(db::Writer&, CommissionId, std::vector<Attendant> const&) const;
    Outcome close_session(db::Writer&, CommissionId, PersonId by, Instant now) const;

    // Asked for more than the sheet says.
    Result<ClaimId> claim(db::Writer&, Claim const&, Instant now) const;
    std::vector<Claim> claims_of(db::Reader&, AdministrationId) const;  // open ones first
    std::optional<Claim> claim(db::Reader&, ClaimId) const;
    Outcome answer_claim(db::Writer&, ClaimId, ClaimState, std::string_view answer, PersonId by,
                         Instant now) const;
    std::vector<ClaimCount> claim_counts(db::Reader&) const;

    // What each revision costs people against the former text, and what all of them saved.
    std::vector<VersionBurden> burdens(db::Reader&, SheetId) const;
    std::vector<Simplification> simplifications(db::Reader&) const;
    std::vector<Simplified> simplified(db::Reader&, AdministrationId owner) const;

    // The public counters.
    std::vector<StateCount> counts(db::Reader&) const;
    std::vector<MonthCount> months(db::Reader&) const;
    std::vector<SheetLine> in_state(db::Reader&, SheetState, AdministrationId owner) const;

    // "procedures.daily": tells owners whose certification runs out, erases contacts of claims,
    // counts the burden of revisions that were published before it was counted.
    jobs::Job job() const;
    // "procedures.missed", for each process: writes down what its own visitors did not find.
    jobs::Job own_job() const;

    // A sheet from elsewhere with its code and owner, new (`known` null) or over what is known of
    // it. What is new stays inventoried until somebody takes it up.
    Outcome may_import(Sheet const& content, Draft const* known) const;
    Outcome import_sheet(db::Writer&, Sheet const& content, Draft const* known, PersonId by,
                         Instant now) const;

    Outcome offer(db::Writer&, SheetId, Offer const&, PersonId by, Instant now) const;
    Outcome no_longer_offer(db::Writer&, SheetId, AdministrationId, PersonId by, Instant now) const;

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

// The strict JSON of a sheet's content (not its place, state or version).
std::string to_json(Sheet const&);
Result<Sheet> sheet_from_json(std::string_view);

// What every house begins with: the lists of the decrees, the kinds of evidence and who holds them,
// who approves sheets. What administrators have changed stays theirs. Safe to repeat.
Outcome seed_country(db::Writer&, directory::Picture const&);

// The gate over a file of sheets: an array, or one sheet a line. Says each objection to `say`, one
// line of code, field, article and key. Sheets may carry "code" and "owner_kind" beside their
// content; the lists and the registry of holders are those that come with the program.
struct GateReport {
    std::int64_t sheets = 0, refused = 0, unreadable = 0, objections = 0;
};
GateReport gate_file(std::string_view text, Date today,
                     std::function<void(std::string const& line)> const& tell);
// Besides, the model sheets: published for the commune of Berkane and offered in all communes of
// its province. Safe to repeat.
Outcome seed_berkane(db::Writer&, directory::Picture const&, Instant now);
// For measuring at the size of a country: `count` published sheets with the content of the models
// and the names of inventoried decisions, each of one administration.
Outcome seed_many(db::Writer&, directory::Picture const&, int count, Instant now);

struct Pages {
    Desk const& desk;
    directory::Desk const& directory;
    people::Desk const& people;
    std::string site = "http://localhost";  // before the addresses that exports name
};
// /procedures, /procedures/:code, /procedures/:code/in/:administration, /decisions/:code,
// /registry..., /office/sheets/..., /office/review, /office/sessions/..., /office/claims/...,
// /admin/evidence, /api/v1/procedures, /api/v1/registry, /api/v1/gate
void add_pages(http::Router&, Pages const&);

}  // namespace wasl::procedures
