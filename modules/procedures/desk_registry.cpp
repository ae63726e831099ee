// SPDX-License-Identifier: Apache-2.0
// What the public counts, what people complain of, and what the calendar reminds owners of.
#include "kernel/value_named.hpp"
#include "modules/procedures/certification.hpp"
#include "modules/procedures/inside.hpp"
#include "modules/procedures/messages.hpp"
#include "modules/procedures/missed.hpp"
#include "modules/procedures/pipeline.hpp"
#include "modules/procedures/store.hpp"
#include "modules/procedures/store_imports.hpp"
#include "modules/procedures/store_pipeline.hpp"
#include "modules/procedures/store_registry.hpp"
#include "platform/clock/clock.hpp"
#include "platform/journal/journal.hpp"

namespace wasl::procedures {
namespace {

constexpr std::size_t claim_text_least = 5;
constexpr auto daily = std::chrono::hours(6);  // more often than daily: a machine may sleep
constexpr std::string_view claim_states[] = {"received", "answered", "put_right"};

// The last certified day that is due for a reminder, or over: a year ago, and the notice later.
Date reminder_from(Date today) {
    auto at = today - Days(366) + certified_notice;
    while (confirmation(at + Days(1), today) != Confirmation::confirmed) at += Days(1);
    return at;
}

void remind(db::Writer& db, Concerned const& concerned, Instant now) {
    auto const from = reminder_from(clock::day_in_morocco(now));
    for (auto const& one : store::unconfirmed_since(db, from)) {
        if (!store::remember_telling(db, one)) continue;
        tell_heads(db, concerned, one.owner, one.title,
                   {msg::told_certification,
                    msg::told_certification_text,
                    {},
                    "/office/sheets/" + std::to_string(one.sheet.value()),
                    one.code},
                   now);
    }
}

}  // namespace

std::string_view name_of(ClaimState state) { return claim_states[static_cast<std::size_t>(state)]; }

std::optional<ClaimState> claim_state_named(std::string_view name) {
    return value_named<ClaimState>(claim_states, name);
}

std::vector<StateCount> Desk::counts(db::Reader& db) const { return store::counts(db); }
std::vector<MonthCount> Desk::months(db::Reader& db) const { return store::months(db); }

std::vector<SheetLine> Desk::in_state(db::Reader& db, SheetState state,
                                      AdministrationId owner) const {
    return store::in_state(db, state, owner);
}

Result<ClaimId> Desk::claim(db::Writer& db, Claim const& claim, Instant now) const {
    auto const places = inside_->directory.picture();
    auto const today = clock::day_in_morocco(now);
    if (places->administration(claim.administration) == nullptr)
        return Refusal{Refused::invalid, say(msg::refusal_place), {}, "administration"};
    if (claim.asked.size() < claim_text_least || claim.asked.size() > claim_text_most)
        return Refusal{Refused::invalid, say(msg::refusal_claim_text), {}, "asked"};
    if (claim.asked_on > today || claim.asked_on < today - Days(3660))
        return Refusal{Refused::invalid, say(msg::refusal_claim_day), {}, "asked_on"};
    if (claim.contact.size() > claim_contact_most)
        return Refusal{Refused::invalid, say(msg::refusal_claim_contact), {}, "contact"};
    auto kept = claim;
    kept.id = db::fresh<ClaimId>();
    kept.at = now;
    store::insert_claim(db, kept);
    journal::append(db, {kept.administration.value(), "procedures.claimed", kept.sheet, 0}, now);
    auto const sheet = picture()->entry(kept.sheet);
    tell_heads(
        db, {inside_->people, inside_->notices}, kept.administration,
        sheet == nullptr ? kept.sheet : sheet->title.ar,
        {msg::told_claimed, msg::told_claimed_text, kept.asked, "/office/claims", kept.sheet}, now);
    return kept.id;
}

std::vector<Claim> Desk::claims_of(db::Reader& db, AdministrationId where) const {
    return store::claims_of(db, where);
}

std::optional<Claim> Desk::claim(db::Reader& db, ClaimId id) const { return store::claim(db, id); }

Outcome Desk::answer_claim(db::Writer& db, ClaimId id, ClaimState state, std::string_view answer,
                           PersonId by, Instant now) const {
    auto const claim = store::claim(db, id);
    if (!claim) return Refusal{Refused::not_found, say(msg::refusal_unknown)};
    // What was put right stays put right; an answer may still be followed by that.
    if (claim->state == ClaimState::put_right || state == ClaimState::received)
        return Refusal{Refused::conflict, say(msg::refusal_claim_over)};
    TRY(good_reason(answer, "answer"));
    store::answer_claim(db, id, state, answer, by, now);
    journal::append(
        db,
        {claim->administration.value(),
         state == ClaimState::answered ? "procedures.claim_answered" : "procedures.claim_put_right",
         claim->sheet, by.value()},
        now);
    return Done{};
}

std::vector<ClaimCount> Desk::claim_counts(db::Reader& db) const { return store::claim_counts(db); }

// A file that was looked at and not confirmed.
static constexpr std::chrono::hours import_kept{24};

// Of sheets that an earlier version of the program published; some at a time, since nobody else
// writes meanwhile.
static bool write_cards(db::Database& database) {
    auto const written = database.write([](db::Writer& db) -> Result<std::size_t> {
        auto const wanting = store::without_card(db);
        for (auto const id : wanting)
            if (auto const stored = store::revision(db, id))
                store::keep_card(db, stored->sheet, id);
        return wanting.size();
    });
    return written.value() > 0;
}

// What could not be written is counted again by the next run.
static void write_missed(db::Database& database, Missed& missed, Date today) {
    auto const lines = missed.take();
    if (lines.empty()) return;
    try {
        check(!database
                   .write([&](db::Writer& db) -> Outcome {
                       keep_missed(db, lines, today);
                       return Done{};
                   })
                   .refused(),
              "counting is never refused");
    } catch (...) {
        missed.give_back(lines);
        throw;
    }
}

jobs::Job Desk::job() const {
    return {"procedures.daily", std::chrono::duration_cast<std::chrono::seconds>(daily),
            [this](db::Database& database, Instant now) {
                auto const done = database.write([&](db::Writer& db) -> Outcome {
                    remind(db, {inside_->people, inside_->notices}, now);
                    store::erase_contacts_before(db, now - claim_contact_kept);
                    store::drop_imports_before(db, now - import_kept);
                    count_burdens(db);
                    keep_missed(db, {}, clock::day_in_morocco(now));  // forgets the old ones
                    return Done{};
                });
                check(!done.refused(), "reminding is never refused");
                while (write_cards(database)) {
                }
            }};
}

jobs::Job Desk::own_job() const {
    return {"procedures.missed", std::chrono::hours(1),
            [this](db::Database& database, Instant now) {
                write_missed(database, inside_->missed, clock::day_in_morocco(now));
            }};
}

}  // namespace wasl::procedures
