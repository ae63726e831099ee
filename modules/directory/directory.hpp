// SPDX-License-Identifier: Apache-2.0
// The front door of the directory: which administrations there are, where, with which units,
// hours and contacts; the territory of the Kingdom; the days on which offices are closed.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "kernel/calendar.hpp"
#include "kernel/geography.hpp"
#include "kernel/result.hpp"
#include "modules/directory/picture.hpp"
#include "platform/db/db.hpp"

namespace wasl::http {
class Router;
}

namespace wasl::directory {

struct Contact {
    std::string address, phone, fax, email, website;
    Names hours;
};

struct Founding {
    std::optional<AdministrationId> parent;
    Kind kind = Kind::state;
    Names name;
    std::string slug;  // empty: made from the French name, else from the id
    std::optional<TerritoryId> territory;
    Names head_title;
    bool governorate = false;
    Contact contact;
};

// What an administrator decides about the calendar. Hijri holidays are confirmed on the predicted
// day or moved; a closure is added by communiqué (decree 2.05.916 art. 2 and 3) or cancelled.
enum class HolidayAct : std::uint8_t { confirm, move, add, cancel };
struct HolidayChange {
    HolidayAct act = HolidayAct::confirm;
    std::string key;     // of the HolidayEntry; empty where one is added
    Date first{};        // for move and add
    int days = 1;        // for add
    Names name;          // for add
    std::string source;  // the communiqué, decree or announcement
};
struct HolidayDecision {
    HolidayChange change;
    PersonId by{0};
    Instant at{};
};

// A commune beside a point.
struct CommuneNear {
    TerritoryId territory{0};
    bool inside = false;
    double metres_to_edge = 0;
};

// A simplified outline of a territory, where one was imported.
struct TerritoryOutline {
    TerritoryId territory{0};
    std::string rings;  // GeoJSON coordinates of a MultiPolygon
    geography::Box box;
    std::string source;
};

// Keeps an immutable picture in memory. It is loaded again when the version row in the database
// has changed: at once after a change made through this desk, within a second after one made by
// another process.
class Desk {
public:
    explicit Desk(db::Database& database) : database_(database) {}

    std::shared_ptr<Picture const> picture() const;
    std::shared_ptr<OfficeCalendar const> calendar() const;
    // Without asking the database: the picture's version, 0 where there is none yet, and whether
    // picture() would ask nothing either.
    std::int64_t version() const;
    bool fresh() const;
    // Grows with each change of the calendar; who derived deadlines from an older one derives
    // them again.
    std::int64_t calendar_version() const;
    AdministrationId superior_for_silence(AdministrationId) const;

    Result<AdministrationId> found_administration(db::Writer&, Founding const&, PersonId actor,
                                                  Instant now) const;
    Result<UnitId> found_unit(db::Writer&, AdministrationId, Names const&, PersonId actor,
                              Instant now) const;
    Outcome rename_unit(db::Writer&, UnitId, Names const&, PersonId actor, Instant now) const;
    // Closed, a unit takes no new dossiers. Opened again where it was closed by mistake.
    Outcome close_unit(db::Writer&, UnitId, PersonId actor, Instant now) const;
    Outcome reopen_unit(db::Writer&, UnitId, PersonId actor, Instant now) const;
    // Under another administration, or under none. Nothing stands under what it is above of.
    Outcome place_under(db::Writer&, AdministrationId, std::optional<AdministrationId> parent,
                        PersonId actor, Instant now) const;
    Outcome set_contact(db::Writer&, AdministrationId, Contact const&, PersonId actor,
                        Instant now) const;
    Outcome change_holiday(db::Writer&, HolidayChange const&, PersonId actor, Instant now) const;
    std::vector<HolidayDecision> holiday_decisions(db::Reader&) const;  // newest first

    // Communes that hold the point, or whose edge is that near; the holder first, then the nearest.
    // Empty where no outlines were loaded there.
    std::vector<CommuneNear> communes_near(db::Reader&, geography::Point const&,
                                           double metres) const;
    // The commune with the nearest seat within 60 km; 0 where there is none, or where its outline
    // is known: a point that lies in no outline there is in the sea or abroad.
    TerritoryId nearest_seat(db::Reader&, geography::Point const&) const;
    std::optional<TerritoryOutline> outline(db::Reader&, TerritoryId) const;
    std::vector<TerritoryOutline> outlines_in(db::Reader&, geography::Box const&) const;

    // Whoever writes the directory's tables past this desk (seed, import) says so.
    void forget() const;

private:
    struct Loaded {
        std::shared_ptr<Picture const> picture;
        std::shared_ptr<OfficeCalendar const> calendar;
    };
    Loaded loaded() const;
    Loaded newer_than(Loaded const&) const;
    bool is_fresh() const;  // under mutex_
    void changed(std::int64_t version) const;

    db::Database& database_;
    mutable std::mutex asking_;  // held by the one thread that asks the database
    mutable std::mutex mutex_;   // of what follows
    mutable Loaded loaded_;
    mutable std::chrono::steady_clock::time_point asked_{};
    mutable std::int64_t expected_ = 0;  // the version that our own last change will make
    mutable std::chrono::steady_clock::time_point expected_until_{};
};

// A newer list of territory or new outlines, row by row: what would happen, or happened.
enum class RowVerdict : std::uint8_t { added, changed, same, fault };
struct ImportRow {
    int line = 0;
    RowVerdict verdict = RowVerdict::same;
    std::string code, name;
    std::string what;  // for operators, in English: what changed, or what is wrong
};
struct ImportReport {
    std::vector<ImportRow> rows;
    std::int64_t count(RowVerdict) const;
    std::string text() const;  // a line for each row that is not the same, then the sums
};
// CSV (comma, semicolon or tab) with a header line: kind or level+type, code or code_hcp, parent
// or parent_code, name_ar, name_fr, lat, lon; optional vintage, checked or ar_needs_review. A row
// is known again by its code of the same vintage, else by its Arabic name within its parent, since
// codes change between vintages. Safe to repeat. A dry run writes nothing.
ImportReport import_territory(db::Writer&, std::string_view csv, std::string_view vintage,
                              bool dry_run);
// GeoJSON or TopoJSON, with codes in the properties; outlines are simplified to some 100 metres.
ImportReport import_boundaries(db::Writer&, std::string_view json, std::string_view source,
                               bool dry_run);

// The regions, provinces, prefectures and communes, from the table in data/. Safe to repeat.
// Returns how many were new.
std::int64_t seed_territory(db::Writer&);
// The territory, and the State administrations and establishments that own procedures: what every
// house begins with, whoever's it is. Safe to repeat.
std::int64_t seed_country(db::Writer&);
// The same administrations and the province of Berkane. Needs the territory; safe to repeat.
std::int64_t seed_berkane(db::Writer&);

// What a unit has not finished. Dossiers stand above this module: the app says which.
struct OpenWork {
    std::vector<std::string> first;  // numbers, by their day
    std::int64_t count = 0;
};
using AskOpenWork = std::function<OpenWork(db::Reader&, AdministrationId, UnitId, Date today)>;

// What the pages need; must outlive the router.
struct Pages {
    Desk const& desk;
    AskOpenWork open_work{};
};
// /administrations, /administrations/:slug, /territory, /territory/:id, /calendar,
// /admin/administrations..., /admin/units/:id..., /admin/calendar...,
// /api/v1/administrations, /api/v1/calendar
void add_pages(http::Router&, Pages const&);

}  // namespace wasl::directory
