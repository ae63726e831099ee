// SPDX-License-Identifier: Apache-2.0
// What the calendar does: an entry that nobody stands by goes to rest, after a reminder; an
// administration that owes an answer is reminded once.
#include "modules/bank/inside.hpp"
#include "platform/clock/clock.hpp"

namespace wasl::bank {

namespace {

Outcome rest(db::Writer& writer, Desk const& desk, EntryId id, Instant now) {
    auto const before = store::by_id(writer, id);
    if (!before || before->stage != Stage::listed) return Done{};
    auto after = *before;
    after.stage = Stage::dormant;
    after.reason.clear();
    TRY(record(writer, desk, *before, after,
               {.action = name_of(Action::rest),
                .from = name_of(before->stage),
                .to = name_of(after.stage),
                .now = now}));
    Teller(writer, desk.house(), after, PersonId{0}, now)
        .author(msg::notice_rests_subject, msg::notice_rests_body);
    return Done{};
}

Outcome remind(db::Writer& writer, Desk const& desk, EntryId id, Instant now) {
    auto const entry = store::by_id(writer, id);
    if (!entry || !entry->confirmed_on) return Done{};
    store::set_reminded(writer, id);
    Teller(writer, desk.house(), *entry, PersonId{0}, now)
        .author(msg::notice_confirm_subject, msg::notice_confirm_body,
                {{"day", *entry->confirmed_on + confirmed_for}});
    return Done{};
}

Outcome remind_of_answer(db::Writer& writer, Desk const& desk, Adoption const& adoption,
                         Instant now) {
    auto const entry = store::by_id(writer, adoption.entry);
    check(entry.has_value(), "an adoption's entry is never deleted");
    store::set_reminded(writer, adoption.id);
    Teller(writer, desk.house(), *entry, PersonId{0}, now)
        .heads_of(adoption.administration, msg::notice_overdue_subject, msg::notice_overdue_body,
                  {}, "/office/adoptions/" + std::to_string(adoption.id.value()));
    return Done{};
}

void run(db::Database& database, Desk const& desk, Instant now) {
    auto const today = clock::day_in_morocco(now);
    auto const aged = database.read([&](db::Reader& reader) {
        return store::not_confirmed_since(reader, today - confirmed_for, false);
    });
    for (auto const id : aged)
        (void)database.write([&](db::Writer& writer) { return rest(writer, desk, id, now); });
    auto const ageing = database.read([&](db::Reader& reader) {
        return store::not_confirmed_since(reader, today - confirmed_for + reminded_before, true);
    });
    for (auto const id : ageing)
        (void)database.write([&](db::Writer& writer) { return remind(writer, desk, id, now); });
    auto const owed = database.read(
        [&](db::Reader& reader) { return store::unanswered_since(reader, now - answer_within); });
    for (auto const& one : owed)
        (void)database.write(
            [&](db::Writer& writer) { return remind_of_answer(writer, desk, one, now); });
}

}  // namespace

jobs::Job Desk::job() const {
    return {"bank.calendar", std::chrono::hours(1),
            [this](db::Database& database, Instant now) { run(database, *this, now); }};
}

}  // namespace wasl::bank
