// SPDX-License-Identifier: Apache-2.0
// إشعارات المواطن: people say what is broken where, the body that is responsible answers, everybody
// sees it. A report is neither a request under law 55.19 nor a complaint (شكاية) under decree
// 2.17.265: nobody asks for a decision on a right of his own.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <span>

#include "kernel/result.hpp"
#include "modules/reports/disclosures.hpp"
#include "modules/reports/figures.hpp"
#include "modules/reports/lists.hpp"
#include "modules/reports/report.hpp"
#include "modules/reports/settings.hpp"
#include "platform/db/db.hpp"
#include "platform/http/router.hpp"
#include "platform/jobs/jobs.hpp"

namespace wasl::directory {
class Desk;
}
namespace wasl::notices {
class Outbox;
}
namespace wasl::people {
class Desk;
struct Contributor;
}  // namespace wasl::people

namespace wasl::reports {

inline constexpr std::size_t title_max = 120;        // signs
inline constexpr std::size_t details_max = 4'000;    // signs; as many as GeoReport v2 allows
inline constexpr std::size_t landmark_max = 200;     // signs
inline constexpr std::size_t message_max = 4'000;    // signs of an update
inline constexpr std::size_t photos_max = 6;         // of a report, and of an update
inline constexpr std::size_t answer_max = 500;       // signs
inline constexpr int unconfirmed_days = 7;           // then it is dropped
inline constexpr int reopen_days = 90;               // in which its author may open it again
inline constexpr Days contact_kept{365};             // after the end
inline constexpr int queue_max = 200;                // reports of one page of an office
inline constexpr double boundary_near_metres = 150;  // nearer to an edge, the form asks

// Where a point lies: the commune that is proposed, and those that it may be instead.
struct Whereabouts {
    TerritoryId proposed{0};          // 0: in the sea, or abroad
    std::vector<TerritoryId> others;  // near a boundary, nearest first
    bool near_boundary = false;
    bool by_seat = false;  // no outline is known there: the nearest seat was taken
};

// What somebody wants to say.
struct Filing {
    std::string title, details, category, landmark;
    geography::Point place;
    TerritoryId territory{0};
    std::vector<Answered> answers;
    std::vector<std::string> photos;  // sha256, kept already
    bool name_shown = false;
    std::string contact;  // of whoever has no account; empty where the category asks for none
    std::string name;
    Language language = Language::ar;
    std::string channel = "online";  // online, counter, open311, offline
    std::string key;                 // of the form: pressing twice reports once
    // At the counter: whose report it is; 0: nobody's with an account. The visitor is the officer.
    PersonId author{0};
    // A client with a key stands for the contact: nothing waits to be confirmed.
    bool vouched = false;
};

struct Filed {
    Report report;
    bool again = false;  // it was there already
    // For whoever gave neither account nor contact: what opens the report to its author again.
    std::string author_key;
};

// A report near the place, of the same category, that may be the same one.
struct Near {
    Pin pin;
    double metres = 0;
};

// Everything about one report that its reader may see.
struct Whole {
    Report report;
    std::vector<Answered> answers;
    std::vector<Photo> photos;
    std::vector<Update> updates;
    std::optional<Pin> duplicate_of;
    std::vector<Pin> duplicates;  // of this one, the public ones
    bool is_author = false, is_office = false;
    bool follows = false, supports = false;
    std::vector<Action> may;  // the steps that are open to its reader
};

// An act on a report, from a page or a call that knew it in some version.
struct Act {
    http::Visitor const& by;
    std::string_view number;
    std::int64_t version = 0;  // 0: whatever it is
    Instant now{};
    Date today{};
    std::string_view author_key{};  // of an author without account
    std::string_view once{};        // of the form: what is added twice with it is added once
};

struct Transfer {
    std::string category;      // empty: as it was
    AdministrationId body{0};  // 0: as the routing says
    UnitId unit{0};
};

// Who does the work: a unit of the body (a field team), a person of it, or both.
struct Assignment {
    UnitId unit{0};
    PersonId person{0};
};

// An update by another system: the own one of `body`, or (0) one through which people speak.
struct Heard {
    std::string number;
    AdministrationId body{0};
    std::string source;  // its id there, kept once
    std::string state;   // a named state; empty: it is only told
    std::string text;
    std::vector<std::string> photos;  // sha256, kept already
    Instant said_at{};                // by the other system's clock
    Instant now{};
};

template<typename Row>
struct SettingKind;
class KeptFigures;

class Desk {
public:
    struct House {
        db::Database& database;
        directory::Desk const& directory;
        people::Desk const& people;
        notices::Outbox const& notices;
    };
    Desk(db::Database&, directory::Desk const&, people::Desk const&, notices::Outbox const&);
    ~Desk();

    // --- Settings (desk.cpp, desk_settings.cpp). In memory; read again where their version has
    // changed: at once after a change through this desk, within a second after another's.
    std::shared_ptr<Settings const> settings(db::Reader&, Instant now) const;
    // By an administrator of the platform; each change with its history. An id of 0 is a new row.
    Outcome keep(db::Writer&, http::Visitor const&, Category const&, Instant now) const;
    Outcome keep(db::Writer&, http::Visitor const&, Question const&, Instant now) const;
    Outcome keep(db::Writer&, http::Visitor const&, NamedState const&, Instant now) const;
    Outcome keep(db::Writer&, http::Visitor const&, Template const&, Instant now) const;
    Outcome keep(db::Writer&, http::Visitor const&, NumberedRoute const&, Instant now) const;
    Outcome keep(db::Writer&, http::Visitor const&, Escalation const&, Instant now) const;
    // Categories and states are not removed but made inactive: reports name them.
    Outcome remove_question(db::Writer&, http::Visitor const&, std::string_view category,
                            std::string_view code, Instant now) const;
    Outcome remove(db::Writer&, http::Visitor const&, TemplateId, Instant now) const;
    Outcome remove(db::Writer&, http::Visitor const&, RouteId, Instant now) const;
    Outcome remove(db::Writer&, http::Visitor const&, EscalationId, Instant now) const;
    std::vector<SettingAct> setting_acts(db::Reader&, int limit) const;  // newest first

    // --- Places (desk_places.cpp).
    Whereabouts whereabouts(db::Reader&, geography::Point const&) const;
    // Open ones as near as the category calls the same; nearest first.
    std::vector<Near> nearby(db::Reader&, geography::Point const&, std::string_view category,
                             Instant now) const;

    // --- A report is made (desk_filing.cpp).
    Result<Filed> file(db::Writer&, http::Visitor const&, Filing const&, Date today,
                       Instant now) const;
    // With the code of the letter, which proves the contact.
    Outcome confirm(db::Writer&, std::string_view number, std::string_view code, Date today,
                    Instant now) const;
    // The same letter again. Says nothing of whether there is such a report.
    Outcome send_code(db::Writer&, std::string_view number, Instant now) const;

    // --- What people do (desk_people.cpp).
    Outcome follow(db::Writer&, Act const&, bool supports) const;
    Outcome stop_following(db::Writer&, Act const&) const;
    // From the report to the one that it is a duplicate of; nobody else can.
    Outcome move_support(db::Writer&, Act const&) const;
    Outcome comment(db::Writer&, Act const&, std::string_view text,
                    std::span<std::string const> photos) const;
    // --- What its author does (desk_author.cpp).
    Outcome author_fixed(db::Writer&, Act const&, std::string_view text) const;
    Outcome withdraw(db::Writer&, Act const&, std::string_view reason) const;
    Outcome reopen(db::Writer&, Act const&, std::string_view why) const;  // the office may, too
    Outcome rate(db::Writer&, Act const&, int stars) const;
    // Their own words, cut where they told too much.
    Outcome redact(db::Writer&, Act const&, std::string_view title, std::string_view details) const;

    // --- What an office does (desk_office.cpp, desk_order.cpp).
    // To another named state, which may end the report: fixed, or refused with the reason.
    Outcome move(db::Writer&, Act const&, std::string_view state, std::string_view text,
                 std::span<std::string const> photos) const;
    Outcome transfer(db::Writer&, Act const&, Transfer const&, std::string_view reason) const;
    Outcome mark_duplicate(db::Writer&, Act const&, std::string_view of) const;
    Outcome assign(db::Writer&, Act const&, Assignment const&) const;
    Outcome set_priority(db::Writer&, Act const&, int priority) const;  // 0 to 2
    Outcome add_note(db::Writer&, Act const&, std::string_view text) const;
    Outcome moderate(db::Writer&, Act const&, Sight, std::string_view reason) const;
    // Its author may hide; the office may hide and show again, with the reason told to whoever
    // sent it.
    Outcome hide_photo(db::Writer&, Act const&, PhotoId, bool hidden,
                       std::string_view reason) const;
    // What somebody of the public added, with its photos.
    Outcome hide_update(db::Writer&, Act const&, UpdateId, bool hidden,
                        std::string_view reason) const;

    // --- What another system says (desk_remote.cpp). conflict where it was said before.
    Outcome hear(db::Writer&, Heard const&) const;

    // --- Reading (desk_reading.cpp). not_found for whoever may not see it.
    Result<Whole> see(db::Reader&, http::Visitor const&, std::string_view number,
                      std::string_view author_key = {}) const;
    // A picture by its number, for whoever may see it.
    Result<Photo> photo(db::Reader&, http::Visitor const&, std::string_view number, PhotoId,
                        std::string_view author_key = {}) const;
    // The public's lists, newest first.
    std::vector<Pin> around(db::Reader&, geography::Box const&, Narrow const&, int limit) const;
    std::vector<Pin> latest(db::Reader&, Narrow const&, int limit,
                            std::optional<Pin> const& after = {}) const;
    std::vector<Count> counts_of_cells(db::Reader&, int level, geography::Box const&) const;
    std::vector<Count> counts_of_territories(db::Reader&) const;
    // How reports fare; as it was at most a minute ago (desk_figures.cpp).
    std::shared_ptr<FiguresTable const> figures(db::Reader&, FiguresAsk const&, Date today,
                                                Instant now) const;
    // A person's own.
    std::vector<Pin> written_by(db::Reader&, PersonId, int limit) const;
    std::vector<Pin> followed_by(db::Reader&, PersonId, int limit) const;
    // An office's own; forbidden to others.
    Result<std::vector<Pin>> queue(db::Reader&, http::Visitor const&, QueueAsk const&) const;

    // "reports.calendar": reminders, escalation, what nobody confirmed, contacts that are due.
    jobs::Job job() const;
    jobs::Job alerts_job() const;  // "reports.alerts": new reports, told to whoever asked
    // What this module holds about a person (law 09-08).
    people::Contributor contributor() const;

    // Forbidden to all who do not keep what is one for all offices: settings, places, clients.
    Outcome may_set(http::Visitor const&) const;

    House const& house() const { return house_; }

private:
    template<typename Row>
    Outcome keep_row(db::Writer&, http::Visitor const&, SettingKind<Row> const&, Row,
                     Instant now) const;
    template<typename Row, typename Remove>
    Outcome remove_row(db::Writer&, http::Visitor const&, SettingKind<Row> const&,
                       std::string const& key, Remove const&, Instant now) const;
    void changed(db::Writer&, SettingAct const&) const;

    House house_;
    mutable std::mutex mutex_;
    mutable std::shared_ptr<Settings const> settings_;
    mutable Instant looked_{};
    mutable std::int64_t expected_ = 0;  // the version that our own last change made
    std::unique_ptr<KeptFigures> kept_figures_;
};

std::span<db::SchemaStep const> schema_steps();

// Pictures that some report names; for the app, which sweeps what nobody names.
void each_content(db::Reader&, std::function<void(std::string_view sha256)> const&);
bool names_content(db::Reader&, std::string_view sha256);

// The categories that come with the program (data/categories.tsv), groups before their leaves.
std::vector<Category> known_categories();
// Categories, states and escalations, where there are none yet.
Outcome seed_settings(db::Writer&);
// Each commune answers for its own territory, where no row says who does.
Outcome seed_routes(db::Writer&, directory::Picture const&);

}  // namespace wasl::reports
