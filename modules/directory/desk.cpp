// SPDX-License-Identifier: Apache-2.0
#include "kernel/embedded.hpp"
#include "modules/directory/data.hpp"
#include "modules/directory/directory.hpp"
#include "modules/directory/holidays.hpp"
#include "modules/directory/keeping.hpp"
#include "modules/directory/messages.hpp"
#include "modules/directory/store.hpp"
#include "platform/clock/clock.hpp"

namespace wasl::directory {

// From before law 55.19 came into force to well after any running term.
static constexpr Years years_kept{2018, 2060};
static constexpr std::chrono::seconds between_questions{1};
// A change is rolled back where its caller's transaction fails; then the number we expect never
// comes, and asking at each call ends after this.
static constexpr std::chrono::seconds patience{3};

static Date predicted(int hijri_year, int month, int of_month) {
    return clock::from_hijri({hijri_year, month, of_month});
}

static std::shared_ptr<Picture const> painted(db::Reader& reader, store::Versions versions) {
    Contents contents;
    contents.administrations = store::administrations(reader);
    contents.units = store::units(reader);
    contents.territories = store::territories(reader);
    contents.holidays = holiday_entries(holiday_rules(embedded(data, "holidays.tsv")),
                                        store::holiday_decisions(reader), predicted, years_kept);
    contents.version = versions.picture;
    contents.calendar_version = versions.calendar;
    return std::make_shared<Picture const>(std::move(contents));
}

bool Desk::is_fresh() const {
    if (!loaded_.picture) return false;
    auto const now = std::chrono::steady_clock::now();
    bool const waiting = loaded_.picture->version() < expected_ && now < expected_until_;
    return !waiting && now - asked_ < between_questions;
}

// One thread asks, the others go on with what they have; only the very first wait.
Desk::Loaded Desk::loaded() const {
    std::unique_lock hold(mutex_);
    if (is_fresh()) return loaded_;
    auto before = loaded_;
    hold.unlock();
    std::unique_lock asking(asking_, std::defer_lock);
    if (!before.picture)
        asking.lock();
    else if (!asking.try_lock())
        return before;
    auto now = newer_than(before);
    hold.lock();
    asked_ = std::chrono::steady_clock::now();
    if (!loaded_.picture || now.picture->version() > loaded_.picture->version())
        loaded_ = std::move(now);
    return loaded_;
}

// A caller may read in a snapshot from before the last change: versions only grow, and an older
// one never takes the place of a newer.
Desk::Loaded Desk::newer_than(Loaded const& before) const {
    auto now = before;
    database_.view([&](db::Reader& reader) {
        auto const versions = store::versions(reader);
        if (before.picture && versions.picture <= before.picture->version()) return;
        now.picture = painted(reader, versions);
        if (!before.picture || before.picture->calendar_version() != versions.calendar)
            now.calendar =
                std::make_shared<OfficeCalendar const>(closed_days(now.picture->holidays()));
    });
    return now;
}

std::shared_ptr<Picture const> Desk::picture() const { return loaded().picture; }
std::shared_ptr<OfficeCalendar const> Desk::calendar() const { return loaded().calendar; }
std::int64_t Desk::version() const {
    std::lock_guard const lock(mutex_);
    return loaded_.picture ? loaded_.picture->version() : 0;
}
bool Desk::fresh() const {
    std::lock_guard const lock(mutex_);
    return is_fresh();
}
std::int64_t Desk::calendar_version() const { return loaded().picture->calendar_version(); }
AdministrationId Desk::superior_for_silence(AdministrationId id) const {
    return picture()->superior_for_silence(id);
}

void Desk::forget() const {
    std::lock_guard const lock(mutex_);
    loaded_ = {};
}

void Desk::changed(std::int64_t version) const {
    std::lock_guard const lock(mutex_);
    expected_ = version;
    expected_until_ = std::chrono::steady_clock::now() + patience;
}

static std::vector<HolidayEntry> entries_now(db::Reader& reader) {
    return holiday_entries(holiday_rules(embedded(data, "holidays.tsv")),
                           store::holiday_decisions(reader), predicted, years_kept);
}

// The change with its key and day filled in, or why it cannot be.
static Result<HolidayChange> settled(db::Reader& reader, HolidayChange change) {
    if (change.act == HolidayAct::add) {
        if (change.name.ar.empty())
            return Refusal{Refused::invalid, say(msg::refusal_name_needed), {}, "name_ar"};
        if (change.days < 1 || change.days > 14)
            return Refusal{Refused::invalid, say(msg::refusal_days), {}, "days"};
        if (change.source.empty())
            return Refusal{Refused::invalid, say(msg::refusal_source), {}, "source"};
        change.key = "closure/" + std::to_string(db::next_id());
        return change;
    }
    auto const entries = entries_now(reader);
    auto const found = std::find_if(entries.begin(), entries.end(),
                                    [&](HolidayEntry const& one) { return one.key == change.key; });
    if (found == entries.end()) return Refusal{Refused::not_found, say(msg::refusal_no_holiday)};
    change.name = found->name;
    change.days = found->days;
    if (change.act != HolidayAct::move) change.first = found->first;
    bool const hijri = found->kind == HolidayKind::hijri;
    if (change.act == HolidayAct::cancel) {
        if (found->kind == HolidayKind::exceptional) return change;
        // Decree 2.77.169 fixes these days; only another decree takes them away.
        return Refusal{Refused::conflict, say(msg::refusal_fixed_day), "2.77.169"};
    }
    if (!hijri) return Refusal{Refused::conflict, say(msg::refusal_fixed_day), "2.77.169"};
    // The moon is seen a day earlier or later than predicted, hardly ever two.
    auto const distance = change.first - found->first;
    if (distance > Days{5} || distance < Days{-5})
        return Refusal{Refused::invalid, say(msg::refusal_too_far), {}, "first"};
    return change;
}

// Pressed twice, closed once.
static bool is_closure_already(db::Reader& reader, HolidayChange const& change) {
    auto const entries = entries_now(reader);
    return std::any_of(entries.begin(), entries.end(), [&](HolidayEntry const& one) {
        return one.kind == HolidayKind::exceptional && !one.cancelled &&
               one.first == change.first && one.days == change.days;
    });
}

static boost::json::object facts_of(HolidayChange const& change) {
    return {{"day", iso(change.first)}, {"days", change.days}, {"source", change.source}};
}

static std::string_view journal_kind(HolidayAct act) {
    switch (act) {
        case HolidayAct::confirm: return "directory.holiday_confirmed";
        case HolidayAct::move: return "directory.holiday_moved";
        case HolidayAct::add: return "directory.closure_added";
        case HolidayAct::cancel: return "directory.closure_cancelled";
    }
    return "directory.holiday_confirmed";
}

Outcome Desk::change_holiday(db::Writer& writer, HolidayChange const& wanted, PersonId actor,
                             Instant now) const {
    auto const change = TRY(settled(writer, wanted));
    if (change.act == HolidayAct::add && is_closure_already(writer, change)) return Done{};
    store::insert(writer, HolidayDecision{change, actor, now});
    // The calendar is the platform's, one for all administrations: chain 0.
    enter(writer, 0, journal_kind(change.act), change.key, actor, facts_of(change), now);
    changed(store::bump(writer, true));
    return Done{};
}

std::vector<HolidayDecision> Desk::holiday_decisions(db::Reader& reader) const {
    auto all = store::holiday_decisions(reader);
    std::reverse(all.begin(), all.end());
    return all;
}

}  // namespace wasl::directory
