// SPDX-License-Identifier: Apache-2.0
// The gate: reviewers decide with reasons that everybody reads; nobody decides on the own entry,
// and nothing is merged against its author.
#include <algorithm>

#include "kernel/receipt.hpp"
#include "modules/bank/inside.hpp"

namespace wasl::bank {

namespace {

Outcome may_step(Opened const& opened, Action action) {
    auto const stage = opened.before.stage;
    if (step_from(stage, action, opened.eyes.actors()) != nullptr) return Done{};
    if (opened.eyes.is_author && opened.eyes.is_reviewer &&
        step_from(stage, action, reviewer) != nullptr)
        return Refusal{Refused::forbidden, say(msg::refused_own)};
    if (step_from(stage, action, author | reviewer) != nullptr)
        return Refusal{Refused::forbidden, say(msg::refused_actor)};
    auto const* const found = msg::find("stage." + std::string(name_of(stage)));
    check(found != nullptr, "every stage has a name");
    return Refusal{Refused::conflict, say(msg::refused_step, {wasl::word("stage", *found)})};
}

Result<Entry> target_of(db::Writer& writer, Entry const& entry, std::string_view typed) {
    auto const number = parse_receipt(typed);
    auto found = number ? store::by_number(writer, *number) : std::nullopt;
    if (!found || !can_be_adopted(found->stage) || found->id == entry.id)
        return Refusal{Refused::invalid, say(msg::refused_into), {}, "into"};
    return std::move(*found);
}

// Of the way to the stage it goes to.
void enter(Entry& entry, Step const& step, Act const& act, Order const& order) {
    entry.stage = step.to;
    entry.reason = order.reason;
    if (step.action == Action::take_up || step.action == Action::reconsider)
        entry.reviewer = act.by.person;
    if (step.action == Action::refuse) entry.is_hidden = order.hidden;
    if (step.action == Action::reconsider) entry.is_hidden = false;
    if (step.to != Stage::listed) return;
    entry.confirmed_on = act.today;
    if (!entry.listed_at) entry.listed_at = act.now;
}

void tell(db::Writer& writer, House const& house, Entry const& entry, PersonId actor, Instant now) {
    auto const* const stage = msg::find("stage." + std::string(name_of(entry.stage)));
    Values const values{wasl::word("stage", *stage), text("reason", entry.reason)};
    Teller const teller(writer, house, entry, actor, now);
    auto const& body = entry.reason.empty() ? msg::notice_moved_body : msg::notice_reasoned_body;
    teller.author(msg::notice_moved_subject, body, values);
    if (entry.is_public()) teller.followers(msg::notice_moved_subject, body, values);
}

Outcome merge(db::Writer& writer, Desk const& desk, Opened opened, Entry const& into,
              std::string_view reason, PersonId by, Instant now) {
    auto& after = opened.after;
    after.stage = Stage::merged;
    after.merged_into = into.id;
    after.reason = reason;
    TRY(record(writer, desk, opened.before, after,
               {.action = "merge",
                .from = name_of(opened.before.stage),
                .to = name_of(after.stage),
                .by = by,
                .reason = reason,
                .now = now}));
    note(writer, into,
         {.action = "absorb",
          .from = name_of(into.stage),
          .to = name_of(into.stage),
          .by = by,
          .reason = after.number,
          .now = now});
    tell(writer, desk.house(), after, by, now);
    for (auto const one : store::followers(writer, after.id))
        store::follow(writer, into.id, one, now);
    if (after.author.value() != 0) store::follow(writer, into.id, after.author, now);
    return Done{};
}

Outcome ask_to_merge(db::Writer& writer, Desk const& desk, Opened const& opened, Entry const& into,
                     Act const& act, std::string_view reason) {
    if (store::open_merge(writer, opened.before.id))
        return Refusal{Refused::conflict, say(msg::refused_merge_waits)};
    store::insert(writer, Merge{.id = db::fresh<MergeId>(),
                                .entry = opened.before.id,
                                .into = into.id,
                                .asked_by = act.by.person,
                                .asked_at = act.now,
                                .reason = std::string(reason),
                                .answer = {}});
    auto const stage = name_of(opened.before.stage);
    note(writer, opened.before,
         {.action = "propose_merge",
          .from = stage,
          .to = stage,
          .by = act.by.person,
          .reason = reason,
          .now = act.now});
    Teller(writer, desk.house(), opened.before, act.by.person, act.now)
        .author(msg::notice_merge_subject, msg::notice_merge_body,
                {text("other", into.content.title)});
    return Done{};
}

}  // namespace

bool Desk::reviews(db::Reader& reader, http::Visitor const& visitor) const {
    if (!visitor.is(http::Role::officer) && !visitor.is(http::Role::head)) return false;
    auto const all = store::reviewing(reader);
    return std::any_of(all.begin(), all.end(),
                       [&](AdministrationId one) { return actors_of(visitor, one).bits != 0; });
}

std::vector<AdministrationId> Desk::reviewing(db::Reader& reader) const {
    return store::reviewing(reader);
}

Outcome Desk::set_reviewing(db::Writer& writer, http::Visitor const& by, AdministrationId where,
                            bool reviews, Instant now) const {
    if (!people::administers(by, people::platform))
        return Refusal{Refused::forbidden, say(msg::refused_actor)};
    if (house_.directory.picture()->administration(where) == nullptr)
        return Refusal{Refused::invalid, say(msg::refused_administration), {}, "administration"};
    if (reviews)
        store::set_reviewing(writer, where, by.person, now);
    else
        store::end_reviewing(writer, where);
    return Done{};
}

Outcome Desk::act(db::Writer& writer, Act const& act, Order const& order) const {
    auto opened = TRY(open(writer, *this, act));
    TRY(may_step(opened, order.action));
    auto const& step = *step_from(opened.before.stage, order.action, opened.eyes.actors());
    TRY(readable(order.reason, {"reason", text_max, step.with_reason}));
    if (order.action == Action::merge) {
        auto const into = TRY(target_of(writer, opened.before, order.into));
        if (opened.before.author.value() != 0)
            return ask_to_merge(writer, *this, opened, into, act, order.reason);
        return merge(writer, *this, std::move(opened), into, order.reason, act.by.person, act.now);
    }
    enter(opened.after, step, act, order);
    TRY(record(writer, *this, opened.before, opened.after,
               {.action = name_of(order.action),
                .from = name_of(opened.before.stage),
                .to = name_of(step.to),
                .by = act.by.person,
                .reason = order.reason,
                .now = act.now}));
    tell(writer, house_, opened.after, act.by.person, act.now);
    return Done{};
}

Outcome Desk::answer_merge(db::Writer& writer, Act const& act, bool agrees) const {
    auto opened = TRY(open(writer, *this, act));
    if (!opened.eyes.is_author) return Refusal{Refused::forbidden, say(msg::refused_actor)};
    auto const waiting = store::open_merge(writer, opened.before.id);
    if (!waiting || step_from(opened.before.stage, Action::merge, reviewer) == nullptr)
        return Refusal{Refused::conflict, say(msg::refused_no_merge)};
    store::answer(writer, waiting->id, agrees ? "agreed" : "declined", act.now);
    auto const stage = name_of(opened.before.stage);
    if (!agrees) {
        note(writer, opened.before,
             {.action = "decline_merge",
              .from = stage,
              .to = stage,
              .by = act.by.person,
              .now = act.now});
        return Done{};
    }
    auto const into = entry(writer, waiting->into);
    if (!into || !can_be_adopted(into->stage))
        return Refusal{Refused::conflict, say(msg::refused_into)};
    return merge(writer, *this, std::move(opened), *into, waiting->reason, act.by.person, act.now);
}

}  // namespace wasl::bank
