// SPDX-License-Identifier: Apache-2.0
// بنك المشاريع والأفكار: projects and ideas that an administration can resort to and activate at
// any time, from the first line somebody writes to the effect that was measured.
#pragma once

#include <algorithm>
#include <array>
#include <functional>
#include <memory>
#include <mutex>
#include <span>

#include "kernel/result.hpp"
#include "modules/bank/entry.hpp"
#include "modules/bank/overlap.hpp"
#include "modules/bank/picture.hpp"
#include "platform/db/db.hpp"
#include "platform/http/router.hpp"
#include "platform/jobs/jobs.hpp"

namespace wasl::directory {
class Desk;
}  // namespace wasl::directory
namespace wasl::notices {
class Outbox;
}
namespace wasl::people {
class Desk;
struct Contributor;
}  // namespace wasl::people
namespace wasl::procedures {
class Desk;
}

namespace wasl::bank {

inline constexpr std::size_t title_max = 160;   // signs
inline constexpr std::size_t text_max = 6'000;  // signs of each part
inline constexpr std::size_t line_max = 300;    // signs of what stands in one line
inline constexpr std::size_t touches_max = 20;  // of each kind
inline constexpr Days confirmed_for{365};       // then an entry goes to rest
inline constexpr Days reminded_before{30};
inline constexpr Days answer_within{30};       // of an administration that was asked to adopt
inline constexpr std::size_t related_max = 5;  // running initiatives shown to whoever begins one
inline constexpr std::size_t tasks_max = 100;  // of an adoption file
inline constexpr std::size_t import_rows_max = 5'000;

// What somebody says of one running initiative.
struct RelationTyped {
    std::string number;
    std::optional<Relation> relation;
    std::string reason;
};

struct Proposal {
    Content content;
    bool name_shown = true;
    AdministrationId owner{0};  // for whom an officer writes; 0: in the own name
    std::vector<RelationTyped> relations;
    std::string key;  // of the form: pressing twice proposes once
};

// A running initiative that a new one must speak of.
struct Running {
    EntryId id{0};
    std::string number, title;
    Language language = Language::ar;
    Overlap overlap;
    bool runs = false;  // somewhere; else it is only much alike
};

// A project of an edition of a challenge; app/ hands it over.
struct EditionProject {
    Content content;
    std::string edition, team, challenge, award, url;
    std::string key;  // the same each time
    PersonId leader{0};
    std::string authors;              // as the team wants to be named
    Origin origin = Origin::edition;  // of a demonstration: an idea
    bool is_example = false;
    bool listed = true;  // the jury has looked at it
};

// An act on an entry, from a page that knew it in some version.
struct Act {
    http::Visitor const& by;
    std::string_view number;
    std::int64_t version = 0;  // 0: whatever it is
    Instant now{};
    Date today{};
};

struct Order {
    Action action = Action::take_up;
    std::string reason{};
    std::string into{};   // of a merge: the other's number
    bool hidden = false;  // of a refusal: the words are not fit to be shown
};

// What one administration did with an entry.
struct AdoptionWhole {
    Adoption adoption;
    std::vector<Task> tasks;
    std::vector<Experience> experiences;
    std::vector<Effect> effects;  // those that hold, oldest first
    std::string owner_name;
    bool is_office = false, is_head = false;  // of its administration, who looks
    std::vector<Deed> may;
};

// Everything about one entry that its reader may see.
struct Whole {
    Entry entry;
    std::vector<AdoptionWhole> adoptions;
    std::vector<StepLine> steps;
    std::vector<Related> relations;
    std::optional<Merge> merge;  // waits for the author
    bool is_author = false, is_reviewer = false, follows = false;
    bool may_write = false;  // its author; a reviewer where nobody else is left who could
    std::int64_t followers = 0;
    std::int64_t former_wordings = 0;
    std::vector<Action> may;
};

// An entry and each change of its words, newest first; whoever asks may see these.
struct Rewordings {
    Entry entry;
    std::vector<StepLine> steps;
};
// One wording that stands no more, and the one that stood after it.
struct Former {
    Entry entry;
    Wording then;
    Content after;
    StepId after_step{0};  // that ended the later one; 0: it still stands
    bool after_struck = false;
    std::optional<StepLine> struck{};  // what took its words away
    bool may_strike = false;           // whoever reads it
};

// An act on an adoption.
struct FileAct {
    http::Visitor const& by;
    AdoptionId adoption{0};
    std::int64_t version = 0;
    Instant now{};
    Date today{};
};

struct FileContent {
    PersonId owner{0};
    std::string legal_basis, agreement;
    std::optional<Date> agreed_on;
    std::string plan, place;
    std::optional<Date> pilot_from, pilot_until;
};

// What waits for reviewers, as they narrow it, a page at a time.
inline constexpr std::array waiting_stages{Stage::proposed, Stage::in_review, Stage::returned};
constexpr bool waits_for_review(Stage stage) {
    return std::find(waiting_stages.begin(), waiting_stages.end(), stage) != waiting_stages.end();
}
inline constexpr std::int64_t queue_page_size = 25;  // and as many take one step at once
struct QueueAsk {
    std::optional<Stage> stage;  // one that waits; none: all of them
    std::optional<Origin> origin;
    std::int64_t page = 1;
};
struct Queue {
    std::vector<Entry> entries;  // of this page, longest waiting first
    std::int64_t total = 0;      // on all pages
    int page = 1, pages = 1;     // the last one where there are not so many
};

class Desk {
public:
    // Events of life, as the registry names them; app/ hands them over.
    struct LifeEvents {
        std::span<std::string_view const> (*codes)() = nullptr;
        Message const* (*named)(std::string_view code) = nullptr;
    };
    struct House {
        db::Database& database;
        directory::Desk const& directory;
        people::Desk const& people;
        notices::Outbox const& notices;
        procedures::Desk const& procedures;
        LifeEvents life_events;
    };
    explicit Desk(House);

    // --- What everybody reads (desk.cpp). In memory; read again where its version has moved: at
    // once after a change through this desk, within a second after another's.
    std::shared_ptr<Picture const> picture(db::Reader&, Instant now) const;
    std::int64_t version() const;
    bool fresh(Instant now) const;

    // --- Writing (desk_writing.cpp).
    // Of those that touch the same, the running ones and the much alike, most alike first.
    std::vector<Running> running_beside(db::Reader&, Content const&, EntryId but,
                                        Instant now) const;
    // Says which running initiatives wait for "joins" or "differs": field "relation-NUMBER".
    Result<std::string> propose(db::Writer&, http::Visitor const&, Proposal const&, Date today,
                                Instant now) const;
    // By its author or its owner's head; where there is neither, by a reviewer, who always says
    // why.
    Outcome revise(db::Writer&, Act const&, Content const&, std::string_view what_changed) const;
    // In the bank at once or as a proposal; the same key again changes nothing.
    Result<std::string> from_edition(db::Writer&, EditionProject const&, Date today,
                                     Instant now) const;
    // What became of it, by the same key.
    struct Brought {
        Entry entry;
        std::vector<Adoption> adoptions;
    };
    std::optional<Brought> brought(db::Reader&, std::string_view key) const;
    // Whoever wrote an entry that became one with theirs, or answers for an adoption of theirs, and
    // the authors of what that person answers for. For juries, whose members are near them.
    std::vector<PersonId> coauthors(db::Reader&, PersonId) const;

    // --- The gate (desk_gate.cpp).
    bool reviews(db::Reader&, http::Visitor const&) const;
    Outcome act(db::Writer&, Act const&, Order const&) const;
    // Its author says whether it may be merged.
    Outcome answer_merge(db::Writer&, Act const&, bool agrees) const;
    Outcome set_reviewing(db::Writer&, http::Visitor const&, AdministrationId, bool reviews,
                          Instant now) const;
    std::vector<AdministrationId> reviewing(db::Reader&) const;

    // --- Adoption (desk_adoptions.cpp, desk_files.cpp).
    Result<AdoptionId> adopt(db::Writer&, Act const&, AdministrationId, std::string_view why) const;
    Outcome move(db::Writer&, FileAct const&, Deed, std::string_view reason) const;
    Outcome write_file(db::Writer&, FileAct const&, FileContent const&) const;
    Outcome add_task(db::Writer&, FileAct const&, Task const&) const;
    // With what was found; done or opened again.
    Outcome settle_task(db::Writer&, FileAct const&, TaskId, std::string_view answer,
                        bool done) const;
    Outcome tell_experience(db::Writer&, FileAct const&, std::string_view text) const;
    Outcome point_to_procedure(db::Writer&, FileAct const&, std::string_view code) const;
    Outcome record_effect(db::Writer&, FileAct const&, Effect) const;

    // --- Following (desk_following.cpp).
    Outcome follow(db::Writer&, Act const&, bool follows) const;

    // --- Reading (desk_reading.cpp). not_found for whoever may not see it.
    Result<Whole> see(db::Reader&, http::Visitor const&, std::string_view number, Date today) const;
    Result<AdoptionWhole> file(db::Reader&, http::Visitor const&, AdoptionId) const;
    std::vector<Entry> written_by(db::Reader&, PersonId) const;
    std::vector<Entry> followed_by(db::Reader&, PersonId) const;
    // What waits for reviewers; forbidden to others.
    Result<Queue> queue(db::Reader&, http::Visitor const&, QueueAsk const&) const;
    std::vector<Adoption> adoptions_of(db::Reader&, AdministrationId) const;
    std::optional<Entry> entry(db::Reader&, EntryId) const;
    std::vector<Entry> absorbed(db::Reader&, EntryId) const;  // merged into it

    // Former wordings: to everybody what everybody could read once (desk_wordings.cpp).
    Result<Rewordings> rewordings(db::Reader&, http::Visitor const&, std::string_view number) const;
    Result<Former> former(db::Reader&, http::Visitor const&, std::string_view number,
                          StepId ended_by) const;
    // A reviewer takes away words that may not be read, with a reason that everybody reads.
    Outcome strike(db::Writer&, Act const&, StepId ended_by, std::string_view reason) const;

    // "bank.calendar": entries nobody stood by for a year, answers that are owed.
    jobs::Job job() const;
    // What this module holds about a person (law 09-08).
    people::Contributor contributor() const;

    House const& house() const { return house_; }
    // In the transaction of the change: public words, or what else lists show.
    enum class Changed : std::uint8_t { words, figures };
    void changed(db::Writer&, Changed) const;

private:
    House house_;
    mutable std::mutex mutex_;
    mutable std::shared_ptr<Picture const> picture_;
    mutable Instant looked_{};
    mutable std::int64_t expected_ = 0;  // the version that our own last change made
};

std::span<db::SchemaStep const> schema_steps();

// Pages.
struct Pages {
    Desk const& desk;
    std::string site;         // "https://wasl.example.ma": in feeds and frames
    std::string controller;   // who answers for the data (09-08 art. 5); empty: the administration
    std::string cndp_number;  // stands beside every form that asks for personal data
};
// /bank..., /account/bank, /bank.atom, /api/v1/bank.json, /api/v1/bank.csv
void add_public_pages(http::Router&, Pages const&);
// /office/bank..., /office/adoptions/:id..., /admin/bank
void add_office_pages(http::Router&, Pages const&);

// The administrations that review, where none does yet, and what is known of the two editions of
// the national competition. Safe to repeat.
Outcome seed_country(db::Writer&, Desk const&, Instant now);
// Invented entries of Berkane, one of them adopted and measured. Safe to repeat.
struct DemoCast {
    http::Visitor citizen, officer, head;  // the last two of the administration that adopts
    AdministrationId adopter{0};
};
Outcome seed_demo(db::Writer&, Desk const&, DemoCast const&, Date today, Instant now);

}  // namespace wasl::bank
