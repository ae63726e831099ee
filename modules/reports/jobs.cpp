// SPDX-License-Identifier: Apache-2.0
// What the calendar starts: reminders before and after the due day, escalation to the body above,
// reports that nobody confirmed, contacts that are no longer needed. Chunks of one transaction
// each; may be run again at any point.
#include <algorithm>

#include "modules/reports/inside.hpp"
#include "platform/clock/clock.hpp"

namespace wasl::reports {

namespace {

constexpr int reports_at_once = 200;

// The office days between two days; negative where `to` is before `from`.
int office_days_between(OfficeCalendar const& calendar, Date from, Date to) {
    if (to < from) return -office_days_between(calendar, to, from);
    int count = 0;
    for (auto day = from + Days{1}; day <= to; day += Days{1})
        if (calendar.is_open(day)) ++count;
    return count;
}

// The body that answers for the whole of that level above the report's commune.
AdministrationId body_above(directory::Picture const& places, Report const& report,
                            directory::TerritoryKind level) {
    using directory::TerritoryKind;
    bool const province = level == TerritoryKind::province || level == TerritoryKind::prefecture;
    for (auto const* const at : places.upward_from(report.territory)) {
        bool const fits = province ? is_province(*at) : at->kind == level;
        if (!fits) continue;
        for (auto const* one : places.seated_in(at->id))
            if (province ? one->governorate : one->kind == directory::Kind::collectivity)
                return one->id;
    }
    return AdministrationId{0};
}

Outcome escalate(db::Writer& writer, House const& house, Report const& before,
                 AdministrationId above, Instant now) {
    auto after = before;
    after.body = above;
    after.unit = UnitId{0};
    after.assigned = PersonId{0};
    after.level = before.level + 1;
    TRY(record(writer, before, after,
               {.action = "escalate",
                .body = above,
                .about = std::to_string(before.body.value()),
                .now = now}));
    Teller const teller(writer, house, after, now);
    teller.author_of_it(msg::notice_escalated_subject, msg::notice_escalated_body);
    teller.heads_of(above, msg::notice_escalated_subject, msg::notice_escalated_body);
    teller.heads_of(before.body, msg::notice_escalated_subject, msg::notice_escalated_body);
    return Done{};
}

void remind(db::Writer& writer, House const& house, Report const& report, bool late, Instant now) {
    Teller const teller(writer, house, report, now);
    auto const& subject = late ? msg::notice_late_subject : msg::notice_due_soon_subject;
    auto const& body = late ? msg::notice_late_body : msg::notice_due_soon_body;
    teller.person(report.assigned, subject, body);
    if (late || report.assigned.value() == 0) teller.heads_of(report.body, subject, body);
}

// The rows that are to act now, in their order: those of later days than the last that did.
std::vector<Escalation> due_escalations(House const& house, Settings const& settings,
                                        store::Due const& due, Date today) {
    auto const late = office_days_between(*house.directory.calendar(), due.due, today);
    std::vector<Escalation> found;
    for (auto const& one : settings.escalations())
        if (one.days <= late && (!due.warned || one.days > *due.warned)) found.push_back(one);
    return found;
}

// After a standstill one reminder is enough; of escalations each has its turn, one a run.
Outcome keep_time(db::Writer& writer, House const& house, Settings const& settings, ReportId id,
                  Date today, Instant now) {
    auto const due = store::due_of(writer, id);
    auto const found = due ? store::by_id(writer, id) : std::nullopt;
    if (!found) return Done{};
    auto const places = house.directory.picture();
    bool reminded = false;
    for (auto const& one : due_escalations(house, settings, *due, today)) {
        store::set_warned(writer, id, one.days);
        if (one.act == TimeAct::remind) {
            if (!reminded) remind(writer, house, *found, today > due->due, now);
            reminded = true;
            continue;
        }
        auto const above = body_above(*places, *found, one.level);
        if (above.value() == 0 || above == found->body) continue;
        return escalate(writer, house, *found, above, now);
    }
    return Done{};
}

Outcome drop(db::Writer& writer, ReportId id, Instant now) {
    auto const found = store::by_id(writer, id);
    if (!found || found->phase != Phase::unconfirmed) return Done{};
    auto after = *found;
    after.phase = Phase::withdrawn;
    // Nobody stands for it: nobody reads it, and nothing of it is kept (law 09-08 art. 3).
    after.sight = Sight::nobody_but_office;
    after.title.clear();
    after.details.clear();
    TRY(record(writer, *found, after,
               {.action = name_of(Action::drop), .is_public = false, .now = now}));
    store::forget_contact(writer, id);
    return Done{};
}

void watch_days(db::Database& database, House const& house, Settings const& settings, Instant now) {
    auto const today = clock::day_in_morocco(now);
    if (settings.escalations().empty()) return;
    // The first row may act some office days before the day; twice as many days and a week of
    // holidays hold them.
    int const ahead = std::max(0, -settings.escalations().front().days) * 2 + 7;
    std::optional<store::Due> last;
    for (;;) {
        auto const rows = database.read([&](db::Reader& reader) {
            return store::due_until(reader, today + Days{ahead}, last, reports_at_once);
        });
        for (auto const& one : rows) {
            last = one;
            if (due_escalations(house, settings, one, today).empty()) continue;
            (void)database.write([&](db::Writer& writer) {
                return keep_time(writer, house, settings, one.id, today, now);
            });
        }
        if (rows.size() < static_cast<std::size_t>(reports_at_once)) return;
    }
}

void drop_unconfirmed(db::Database& database, Instant now) {
    for (;;) {
        auto const old = database.read([&](db::Reader& reader) {
            return store::unconfirmed_before(reader, now - Days{unconfirmed_days}, reports_at_once);
        });
        std::size_t dropped = 0;
        for (auto const id : old)
            if (!database.write([&](db::Writer& writer) { return drop(writer, id, now); })
                     .refused())
                ++dropped;
        if (dropped < static_cast<std::size_t>(reports_at_once)) return;
    }
}

}  // namespace

jobs::Job Desk::job() const {
    auto const run = [this](db::Database& database, Instant now) {
        auto const settings =
            database.read([&](db::Reader& reader) { return this->settings(reader, now); });
        watch_days(database, house_, *settings, now);
        drop_unconfirmed(database, now);
        (void)database.write([&](db::Writer& writer) -> Outcome {
            store::forget_contacts_closed_before(writer, now - contact_kept);
            return Done{};
        });
    };
    return {"reports.calendar", std::chrono::minutes(10), run};
}

}  // namespace wasl::reports
