// SPDX-License-Identifier: Apache-2.0
// All SQL of the module, by the part of the schema it is about. Nothing here decides.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "modules/reports/lists.hpp"
#include "modules/reports/report.hpp"
#include "modules/reports/settings.hpp"
#include "platform/db/db.hpp"

namespace wasl::reports::store {

// The day of a report to which no answer is owed, as both databases order it: last.
inline constexpr Date no_day = day(9999, 12, 31);

// --- store_settings.cpp
std::int64_t settings_version(db::Reader&);
SettingsRows settings(db::Reader&);
void keep(db::Writer&, Category const&);
void keep(db::Writer&, Question const&);
void keep(db::Writer&, NamedState const&);
void keep(db::Writer&, Template const&);
void keep(db::Writer&, NumberedRoute const&);
void keep(db::Writer&, Escalation const&);
void remove_question(db::Writer&, std::string_view category, std::string_view code);
void remove(db::Writer&, TemplateId);
void remove(db::Writer&, RouteId);
void remove(db::Writer&, EscalationId);
void bump_settings(db::Writer&);
void append(db::Writer&, SettingAct const&);
std::vector<SettingAct> setting_acts(db::Reader&, int limit);  // newest first

// --- store_reports.cpp: the report's own row.
// False where its number or the key of its form is taken.
bool try_insert(db::Writer&, Report const&, std::string_view key);
// Everything that may change. False where somebody was faster.
bool update(db::Writer&, Report const&, std::int64_t known_version);
std::optional<Report> by_number(db::Reader&, std::string_view number);
std::optional<Report> by_id(db::Reader&, ReportId);
std::optional<Report> by_key(db::Reader&, std::string_view key);
void add_support(db::Writer&, ReportId, int change, Instant now);
void forget_contact(db::Writer&, ReportId);
// The `days` of the last row of the escalations that acted, or nothing; forgotten where the term
// begins anew.
void set_warned(db::Writer&, ReportId, std::optional<int> days);

// --- store_jobs.cpp: what the calendar looks for.
struct Due {
    ReportId id{0};
    Date due{};
    std::optional<int> warned;
};
// Open ones, by their day; behind `after`, where there is one.
std::vector<Due> due_until(db::Reader&, Date, std::optional<Due> const& after, int limit);
std::optional<Due> due_of(db::Reader&, ReportId);
std::vector<ReportId> unconfirmed_before(db::Reader&, Instant, int limit);
std::int64_t forget_contacts_closed_before(db::Writer&, Instant);

// --- store_parts.cpp
std::vector<Answered> answers(db::Reader&, ReportId);
void insert_answers(db::Writer&, ReportId, std::span<Answered const>);
std::vector<Photo> photos(db::Reader&, ReportId);
void insert_photo(db::Writer&, ReportId, Photo const&);
// What was made of what arrived.
void set_pictures(db::Writer&, PhotoId, std::string_view sha256, std::string_view thumbnail);
void give_up_photo(db::Writer&, PhotoId);
void hide_photo(db::Writer&, PhotoId, bool hidden);
std::vector<Photo> photos_without_thumbnail(db::Reader&, int limit);
bool photo_is_public(db::Reader&, std::string_view sha256);
std::vector<Update> updates(db::Reader&, ReportId);
void set_public(db::Writer&, UpdateId, bool is_public);
// False where that source has been kept already.
bool try_append(db::Writer&, ReportId, Update const&);
// When the newest update of a remote system happened, by its own clock.
Instant newest_heard(db::Reader&, ReportId);
// True where the person follows it; supports says whether it is theirs too.
struct Following {
    bool follows = false, supports = false;
};
Following following(db::Reader&, ReportId, PersonId);
void keep_following(db::Writer&, ReportId, PersonId, bool supports, Instant now);
void stop_following(db::Writer&, ReportId, PersonId);
std::vector<PersonId> followers(db::Reader&, ReportId);

// --- store_people.cpp: what is kept about a person.
std::vector<ReportId> written_by(db::Reader&, PersonId);
struct Line {
    std::string number;
    Update update;
};
std::vector<Line> lines_of(db::Reader&, PersonId);
std::vector<std::pair<std::string, bool>> followings_of(db::Reader&, PersonId);  // and supports
void forget_author(db::Writer&, PersonId);
void forget_lines(db::Writer&, PersonId);
void forget_follower(db::Writer&, PersonId);
void forget_alerts(db::Writer&, PersonId);

// --- store_lists.cpp
// From the twelve columns that every list begins with.
Pin read_pin(db::Row const&);
std::optional<Pin> pin(db::Reader&, ReportId);
std::vector<Pin> pins(db::Reader&, std::span<ReportId const>);  // in that order
// As pins(), where they are known to lie near one another: a cell of level 20, when, and which.
struct PinKey {
    std::int64_t cell = 0, filed_at = 0;
    ReportId id{0};
};
std::vector<Pin> pins_of_cells(db::Reader&, std::span<PinKey const>);
std::vector<Pin> duplicates_of(db::Reader&, ReportId, int limit);  // public ones
std::vector<Pin> latest(db::Reader&, Narrow const&, int limit,
                        std::optional<Pin> const& after = {});
std::vector<Pin> of_author(db::Reader&, PersonId, int limit);
std::vector<Pin> followed_by(db::Reader&, PersonId, int limit);
std::vector<Pin> queue(db::Reader&, QueueAsk const&);  // by the due day

// --- store_map.cpp
// Newest first within the box, at most `limit`.
std::vector<Pin> pins_in(db::Reader&, geography::Box const&, Narrow const&, int limit);

// --- store_map_few.cpp
// The same, if little lies in the box and beside it; nothing, soon, if it is more.
std::optional<std::vector<Pin>> few_in(db::Reader&, geography::Box const&, Narrow const&,
                                       int limit);

// --- store_counts.cpp
// Adds `change` at every scale for a public report.
void count(db::Writer&, Report const&, int change);
std::vector<Count> counts_of_cells(db::Reader&, int level, geography::Box const&);
std::vector<Count> counts_of_territories(db::Reader&);

}  // namespace wasl::reports::store
