// SPDX-License-Identifier: Apache-2.0
// Reading: one entry whole, and the lists of a person, of reviewers, of an administration.
#include <algorithm>

#include "kernel/receipt.hpp"
#include "modules/bank/inside.hpp"

namespace wasl::bank {

namespace {

AdoptionWhole whole_of(db::Reader& reader, Desk const& desk, http::Visitor const& visitor,
                       Adoption adoption) {
    AdoptionWhole whole;
    auto const actors = actors_of(visitor, adoption.administration);
    whole.is_office = actors.bits != 0;
    whole.is_head = actors.holds(head);
    whole.experiences = store::experiences(reader, adoption.id);
    whole.effects = store::effects(reader, adoption.id);
    std::erase_if(whole.effects, [](Effect const& one) { return !one.is_current; });
    if (adoption.owner.value() != 0)
        whole.owner_name = desk.house().people.name_of(reader, adoption.owner);
    for (std::size_t n = 0; n < deed_count; ++n)
        if (step_from(adoption.phase, static_cast<Deed>(n), actors) != nullptr)
            whole.may.push_back(static_cast<Deed>(n));
    whole.adoption = std::move(adoption);
    return whole;
}

}  // namespace

Result<Whole> Desk::see(db::Reader& reader, http::Visitor const& visitor, std::string_view typed,
                        Date today) const {
    auto [entry, eyes] = TRY(find(reader, *this, visitor, typed));
    eyes.is_keeper = eyes.is_reviewer && nobody_answers_for(reader, house_, entry, today);
    Whole whole;
    whole.is_author = eyes.is_author;
    whole.is_reviewer = eyes.is_reviewer;
    whole.may_write = can_be_written(entry.stage, eyes.actors());
    for (auto& adoption : store::adoptions(reader, entry.id))
        whole.adoptions.push_back(whole_of(reader, *this, visitor, std::move(adoption)));
    whole.steps = store::steps(reader, entry.id);
    whole.relations = store::relations(reader, entry.id);
    whole.merge = store::open_merge(reader, entry.id);
    whole.followers = static_cast<std::int64_t>(store::followers(reader, entry.id).size());
    whole.former_wordings = store::former_wordings(reader, entry.id, !eyes.reads_all());
    whole.follows = visitor.signed_in() && store::follows(reader, entry.id, visitor.person);
    for (std::size_t n = 0; n < action_count; ++n)
        if (step_from(entry.stage, static_cast<Action>(n), eyes.actors()) != nullptr)
            whole.may.push_back(static_cast<Action>(n));
    whole.entry = std::move(entry);
    return whole;
}

Result<AdoptionWhole> Desk::file(db::Reader& reader, http::Visitor const& visitor,
                                 AdoptionId id) const {
    auto found = store::adoption(reader, id);
    // The whole file is read by those who may adopt too, and by nobody else.
    if (!found || visitor.grants.empty())
        return Refusal{Refused::not_found, say(msg::refused_not_found)};
    auto whole = whole_of(reader, *this, visitor, std::move(*found));
    whole.tasks = store::tasks(reader, id);
    return whole;
}

std::vector<Entry> Desk::written_by(db::Reader& reader, PersonId person) const {
    return store::written_by(reader, person);
}
std::vector<Entry> Desk::followed_by(db::Reader& reader, PersonId person) const {
    return store::followed_by(reader, person);
}

Result<Queue> Desk::queue(db::Reader& reader, http::Visitor const& visitor,
                          QueueAsk const& ask) const {
    if (!reviews(reader, visitor)) return Refusal{Refused::forbidden, say(msg::refused_actor)};
    Queue queue;
    queue.total = store::count_waiting(reader, ask);
    auto const pages = (queue.total + queue_page_size - 1) / queue_page_size;
    queue.pages = static_cast<int>(std::max<std::int64_t>(pages, 1));
    queue.page = static_cast<int>(std::clamp<std::int64_t>(ask.page, 1, queue.pages));
    queue.entries =
        store::waiting(reader, ask, queue_page_size, (queue.page - 1) * queue_page_size);
    return queue;
}

std::vector<Entry> Desk::absorbed(db::Reader& reader, EntryId id) const {
    return store::merged_into(reader, id);
}

std::optional<Entry> Desk::entry(db::Reader& reader, EntryId id) const {
    return store::by_id(reader, id);
}

Outcome Desk::follow(db::Writer& writer, Act const& act, bool follows) const {
    if (!act.by.signed_in()) return Refusal{Refused::not_signed_in, say(msg::refused_sign_in)};
    auto const opened = TRY(open(writer, *this, act));
    if (follows)
        store::follow(writer, opened.before.id, act.by.person, act.now);
    else
        store::stop_following(writer, opened.before.id, act.by.person);
    return Done{};
}

std::vector<PersonId> Desk::coauthors(db::Reader& reader, PersonId person) const {
    return person.value() == 0 ? std::vector<PersonId>{} : store::coauthors(reader, person);
}

}  // namespace wasl::bank
