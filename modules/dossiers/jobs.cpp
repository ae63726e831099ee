// SPDX-License-Identifier: Apache-2.0
// What the calendar starts. Each job works through chunks of one transaction each, and may be run
// again at any point.
#include <limits>

#include "modules/dossiers/tell.hpp"

namespace wasl::dossiers {

static Dossier with_offices(House const& house, Dossier dossier) {
    dossier.offices = house.directory.calendar();
    return dossier;
}

static Outcome send_back(db::Writer& writer, House const& house, DossierId id, Instant now) {
    auto const today = clock::day_in_morocco(now);
    auto found = store::load(writer, id);
    if (!found) return Done{};
    auto const before = with_offices(house, std::move(*found));
    if (may_send_back(before.situation(today)).refused()) return Done{};
    auto after = before;
    after.state = State::returned;
    close(writer, after, today, "returned");
    TRY(record(writer, house, before, after, {Action::send_back, PersonId{0}, {}, now}));
    Teller(writer, house, after, now)
        .citizen({msg::notice_returned_subject, msg::notice_returned_body});
    return Done{};
}

static void remind(Teller const& teller, Dossier const& dossier) {
    if (is_owed(dossier.state))
        teller.officer(
            {msg::notice_due_soon_subject, msg::notice_due_soon_body, {{"due", *dossier.due}}});
    else if (dossier.citizen_last_day())
        teller.citizen(
            {msg::notice_reminder_subject, msg::notice_reminder_body, {{"day", *dossier.due}}});
}

// The term is over: the citizen is told which of the two ways is open.
static void tell_overdue(Teller const& teller, Dossier const& dossier) {
    if (tick_of(dossier.state) != Tick::running) return;
    if (dossier.silence_accepts) {
        teller.citizen({msg::notice_overdue_accepted_subject,
                        msg::notice_overdue_accepted_body,
                        {{"due", *dossier.due}}});
        return;
    }
    auto const last = full_term(*dossier.due, appealing_days, *dossier.offices);
    teller.citizen({msg::notice_overdue_appeal_subject,
                    msg::notice_overdue_appeal_body,
                    {{"due", *dossier.due}, {"day", last}}});
}

static Outcome warn(db::Writer& writer, House const& house, store::DueRow const& row, Instant now) {
    auto const today = clock::day_in_morocco(now);
    auto found = store::load(writer, row.id);
    if (!found || !is_open(found->state) || found->due != row.due) return Done{};
    auto const dossier = with_offices(house, std::move(*found));
    int const sent = store::warned(writer, row.id);
    Teller const teller(writer, house, dossier, now);
    if (today > row.due && (sent & after_due) == 0) {
        tell_overdue(teller, dossier);
        store::set_warned(writer, row.id, before_due | after_due);
    } else if (today <= row.due && (sent & before_due) == 0) {
        remind(teller, dossier);
        store::set_warned(writer, row.id, sent | before_due);
    }
    return Done{};
}

static bool waits_for_citizen(State state) {
    return state == State::being_lodged || tick_of(state) == Tick::suspended;
}

// Reminders before a last day, what follows after it, files that go back.
static void watch_days(db::Database& database, House const& house, Instant now) {
    auto const today = clock::day_in_morocco(now);
    auto const until = today + Days{due_warning_days};
    Date from{};  // before any dossier
    DossierId after{0};
    for (;;) {
        auto const rows = database.read([&](db::Reader& reader) {
            return store::due_between(reader, from, after, until, job_chunk);
        });
        for (auto const& row : rows) {
            from = row.due;
            after = row.id;
            bool const over = today > row.due;
            if (over && waits_for_citizen(row.state)) {
                (void)database.write(
                    [&](db::Writer& writer) { return send_back(writer, house, row.id, now); });
                continue;
            }
            if ((row.warned & (over ? after_due : before_due)) != 0) continue;
            (void)database.write([&](db::Writer& writer) { return warn(writer, house, row, now); });
        }
        if (rows.size() < job_chunk) return;
    }
}

// A day of its own that the calendar moved, and who answers for it.
struct Moved {
    Date before, after;
    AdministrationId answers{0};
};

static void derive_claim(db::Writer& writer, Dossier& dossier, Instant now,
                         std::vector<Moved>& moved) {
    if (!dossier.silence) return;
    auto& claim = *dossier.silence;
    if (dossier.state == State::silence_claimed) {
        auto const due = full_term(claim.claimed_on, head_days, *dossier.offices);
        if (due != claim.due) moved.push_back({claim.due, due, dossier.administration});
        claim.due = due;
        store::update_silence(writer, dossier.id, claim, now);
    }
    if (dossier.state == State::silence_escalated) {
        auto const due =
            full_term(*claim.escalated_on, escalating_by(dossier.route).days, *dossier.offices);
        if (due != claim.superior_due) moved.push_back({*claim.superior_due, due, claim.superior});
        claim.superior_due = due;
        store::update_silence(writer, dossier.id, claim, now);
    }
}

static void derive_appeals(db::Writer& writer, Dossier& dossier, std::vector<Moved>& moved) {
    for (auto& appeal : dossier.appeals) {
        if (!appeal.pending()) continue;
        auto const due = full_term(appeal.filed_on, answering_appeal.days, *dossier.offices);
        if (due != appeal.due && !appeal.escalated_on)
            moved.push_back({appeal.due, due, appeal.authority});
        appeal.due = due;
        if (appeal.escalated_on) {
            auto const later =
                full_term(*appeal.escalated_on, answering_escalated_appeal.days, *dossier.offices);
            if (later != appeal.escalated_due)
                moved.push_back({*appeal.escalated_due, later, appeal.superior});
            appeal.escalated_due = later;
        }
        store::move_appeal(writer, appeal);
    }
}

// The claim's and the appeal's own days follow the calendar too.
static std::vector<Moved> derive_own_terms(db::Writer& writer, Dossier& dossier, Instant now) {
    std::vector<Moved> moved;
    derive_claim(writer, dossier, now, moved);
    derive_appeals(writer, dossier, moved);
    for (auto& fetch : dossier.fetches) {
        auto const due = full_term(*dossier.filed_on, fetching_days, *dossier.offices);
        if (fetch.state != Fetching::to_fetch || fetch.due == due) continue;
        fetch.due = due;
        store::set_fetch_due(writer, dossier.id, fetch);
    }
    for (auto& ask : dossier.asks)
        if (!ask.answered_on && ask.last_day) {
            ask.last_day = full_term(ask.on, answering_days, *dossier.offices);
            store::set_last_day(writer, dossier.id, ask.kind, *ask.last_day);
        }
    return moved;
}

static void tell_moved(db::Writer& writer, House const& house, Dossier const& dossier,
                       std::vector<Moved> const& moved, Instant now) {
    Teller const teller(writer, house, dossier, now);
    for (auto const& one : moved) {
        note_in_journal(writer, dossier, "moved", PersonId{0}, now,
                        {{"before", iso(one.before)}, {"after", iso(one.after)}});
        News const news{msg::notice_term_moved_subject,
                        msg::notice_term_moved_body,
                        {{"due", one.after}, {"before", one.before}}};
        teller.citizen(news);
        teller.heads_of(one.answers, news);
    }
}

static Outcome derive_again(db::Writer& writer, House const& house, DossierId id,
                            std::int64_t version, Instant now) {
    auto found = store::load(writer, id);
    // A refused dossier may still have an appeal whose day moves.
    if (!found || (!is_open(found->state) && !found->pending_appeal())) return Done{};
    auto const before = with_offices(house, std::move(*found));
    auto after = before;
    auto const moved = derive_own_terms(writer, after, now);
    derive(after);
    after.calendar_version = version;
    store::move_days(writer, after);
    tell_moved(writer, house, after, moved, now);
    if (after.due == before.due) return Done{};
    if (is_owed(before.state)) {
        store::count_owed(writer, before, -1);
        store::count_owed(writer, after, +1);
    }
    note_in_journal(writer, after, "moved", PersonId{0}, now,
                    {{"before", iso(*before.due)}, {"after", iso(*after.due)}});
    Teller const teller(writer, house, after, now);
    News const news{msg::notice_moved_subject,
                    msg::notice_moved_body,
                    {{"due", *after.due}, {"before", *before.due}}};
    teller.citizen(news);
    teller.officer(news);
    return Done{};
}

using BeforeCalendar = std::vector<DossierId> (*)(db::Reader&, std::int64_t, DossierId, int);

static void derive_all(db::Database& database, House const& house, BeforeCalendar before,
                       std::int64_t version, Instant now) {
    DossierId after{0};
    for (;;) {
        auto const ids = database.read(
            [&](db::Reader& reader) { return before(reader, version, after, job_chunk); });
        if (ids.empty()) return;
        after = ids.back();
        (void)database.write([&](db::Writer& writer) -> Outcome {
            for (auto const id : ids) TRY(derive_again(writer, house, id, version, now));
            return Done{};
        });
    }
}

// A holiday was confirmed, moved or added: every open day is derived again.
static void follow_calendar(db::Database& database, House const& house, Instant now) {
    auto const version = house.directory.calendar_version();
    static constexpr std::string_view name = "dossiers.calendar";
    auto const seen =
        database.read([&](db::Reader& reader) { return store::progress(reader, name); });
    if (seen >= version) return;
    for (auto const before : {store::open_before_calendar, store::appealed_before_calendar})
        derive_all(database, house, before, version, now);
    (void)database.write([&](db::Writer& writer) -> Outcome {
        store::set_progress(writer, name, version);
        return Done{};
    });
}

// The day for a fetch has passed (law 55.19 art. 24): whoever has the task is told, else the head.
static void watch_fetches(db::Database& database, House const& house, Instant now) {
    auto const today = clock::day_in_morocco(now);
    auto const late = database.read(
        [&](db::Reader& reader) { return store::late_fetches(reader, today, 1'000); });
    for (auto const& [id, requirement] : late)
        (void)database.write([&](db::Writer& writer) -> Outcome {
            store::fetch_warned(writer, id, requirement);
            auto found = store::load(writer, id);
            auto const* one = found ? found->fetch(requirement) : nullptr;
            if (one == nullptr || one->state != Fetching::to_fetch) return Done{};
            Teller const teller(writer, house, *found, now);
            News const news{
                msg::notice_fetch_late_subject, msg::notice_fetch_late_body, {{"due", one->due}}};
            if (found->assigned.value() != 0)
                teller.officer(news);
            else
                teller.heads_of(found->administration, news);
            return Done{};
        });
}

// Retention (law 09-08 art. 3): only what was decided has a last day.
static void let_go(db::Database& database, Instant now) {
    auto const today = clock::day_in_morocco(now);
    for (;;) {
        auto const ids = database.read(
            [&](db::Reader& reader) { return store::past_retention(reader, today, job_chunk); });
        if (ids.empty()) return;
        (void)database.write([&](db::Writer& writer) -> Outcome {
            for (auto const id : ids) {
                auto const row = store::row_by_id(writer, id);
                if (!row || !is_over(row->state)) continue;
                note_in_journal(writer, *row, "erased", PersonId{0}, now);
                store::erase(writer, id);
            }
            return Done{};
        });
    }
}

std::vector<jobs::Job> Desk::jobs() const {
    using namespace std::chrono_literals;
    return {
        {"dossiers.days", 15min,
         [house = house_](db::Database& database, Instant now) {
             watch_days(database, house, now);
         }},
        {"dossiers.calendar", 1min,
         [house = house_](db::Database& database, Instant now) {
             follow_calendar(database, house, now);
         }},
        {"dossiers.fetches", 1h,
         [house = house_](db::Database& database, Instant now) {
             watch_fetches(database, house, now);
         }},
        {"dossiers.retention", 6h,
         [](db::Database& database, Instant now) { let_go(database, now); }},
        {"dossiers.drafts", 6h,
         [house = house_](db::Database& database, Instant now) {
             watch_drafts(database, house, now);
         }},
        {"dossiers.revised_sheets", 1min,
         [house = house_](db::Database& database, Instant now) {
             tell_of_revisions(database, house, now);
         }},
    };
}

}  // namespace wasl::dossiers
