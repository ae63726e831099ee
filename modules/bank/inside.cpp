// SPDX-License-Identifier: Apache-2.0
#include "modules/bank/inside.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <random>

#include "kernel/receipt.hpp"
#include "platform/clock/clock.hpp"
#include "platform/journal/journal.hpp"

namespace wasl::bank {

Eyes eyes_of(db::Reader& reader, Desk const& desk, http::Visitor const& visitor,
             Entry const& entry) {
    if (!visitor.signed_in()) return {};
    bool const wrote = entry.author == visitor.person;
    bool const answers_for_it =
        entry.owner.value() != 0 && visitor.is(http::Role::head, entry.owner);
    return {wrote || answers_for_it, desk.reviews(reader, visitor)};
}

bool nobody_answers_for(db::Reader& reader, House const& house, Entry const& entry, Date today) {
    if (entry.author.value() != 0) return false;
    return entry.owner.value() == 0 ||
           house.people.holders(reader, entry.owner, http::Role::head, today).empty();
}

bool may_see(Eyes const& eyes, Entry const& entry) {
    return entry.is_public() || eyes.is_author || eyes.is_reviewer;
}

Result<Found> find(db::Reader& reader, Desk const& desk, http::Visitor const& visitor,
                   std::string_view typed) {
    auto const number = parse_receipt(typed);
    auto found = number ? store::by_number(reader, *number) : std::nullopt;
    if (found) {
        auto const eyes = eyes_of(reader, desk, visitor, *found);
        if (may_see(eyes, *found)) return Found{std::move(*found), eyes};
    }
    return Refusal{Refused::not_found, say(msg::refused_not_found)};
}

Result<Opened> open(db::Writer& writer, Desk const& desk, Act const& act) {
    auto found = TRY(find(writer, desk, act.by, act.number));
    if (act.version != 0 && act.version != found.entry.version)
        return Refusal{Refused::conflict, say(msg::refused_stale)};
    found.eyes.is_keeper =
        found.eyes.is_reviewer &&
        nobody_answers_for(writer, desk.house(), found.entry, clock::day_in_morocco(act.now));
    return Opened{found.entry, found.entry, found.eyes};
}

StepId note(db::Writer& writer, Entry const& entry, Deeds const& deed) {
    auto const step = db::fresh<StepId>();
    store::append(writer, {.id = step,
                           .entry = entry.id,
                           .adoption = deed.adoption,
                           .at = deed.now,
                           .by = deed.by,
                           .administration = deed.administration,
                           .action = std::string(deed.action),
                           .from = std::string(deed.from),
                           .to = std::string(deed.to),
                           .reason = std::string(deed.reason)});
    boost::json::object facts{{"from", deed.from}, {"to", deed.to}};
    if (deed.adoption.value() != 0) facts["adoption"] = deed.adoption.value();
    journal::append(writer,
                    {.chain = deed.administration.value() != 0 ? deed.administration.value()
                                                               : entry.owner.value(),
                     .kind = "bank." + std::string(deed.action),
                     .subject = entry.number,
                     .actor = deed.by.value(),
                     .facts = boost::json::serialize(facts)},
                    deed.now);
    return step;
}

static bool is_in_lists(Entry const& entry) {
    return entry.stage == Stage::listed || entry.stage == Stage::dormant;
}

Outcome record(db::Writer& writer, Desk const& desk, Entry const& before, Entry& after,
               Deeds const& deed) {
    after.version = before.version + 1;
    after.changed_at = deed.now;
    if (!store::update(writer, after, before.version))
        return Refusal{Refused::conflict, say(msg::refused_stale)};
    auto const step = note(writer, after, deed);
    if (after.content != before.content) store::keep_wording(writer, step, before);
    if (is_in_lists(before) || is_in_lists(after)) desk.changed(writer, Desk::Changed::words);
    return Done{};
}

// Numbers need not be secret, only different; the check sign is for the ear.
static std::string draw_number(Date today) {
    static thread_local std::mt19937_64 chance{std::random_device{}()};
    return receipt_number(static_cast<int>(std::chrono::year_month_day{today}.year()), chance());
}

bool insert(db::Writer& writer, Entry& entry, std::string_view key, Date today) {
    constexpr int numbers_drawn_max = 20;
    for (int n = 0; n < numbers_drawn_max; ++n) {
        entry.number = draw_number(today);
        if (store::try_insert(writer, entry, key)) return true;
        bool const known =
            (!key.empty() && store::by_key(writer, key)) ||
            (!entry.source.key.empty() && store::by_source(writer, entry.source.key));
        if (known) return false;
    }
    throw Bug("a year has more numbers than entries");
}

void Teller::person(PersonId to, Message const& subject, Message const& body, Values values,
                    std::string const& link) const {
    if (to.value() == 0 || to == actor_) return;
    values.push_back(text("number", entry_.number));
    values.push_back(text("title", entry_.content.title));
    house_.notices.post(writer_,
                        {.to = to,
                         .subject = say(subject, values),
                         .body = say(body, values),
                         .link = link.empty() ? "/bank/" + entry_.number : link,
                         .about = entry_.number},
                        now_);
}

void Teller::author(Message const& subject, Message const& body, Values values) const {
    person(entry_.author, subject, body, std::move(values));
}

void Teller::followers(Message const& subject, Message const& body, Values const& values) const {
    for (auto const one : store::followers(writer_, entry_.id))
        if (one != entry_.author) person(one, subject, body, values);
}

void Teller::heads_of(AdministrationId where, Message const& subject, Message const& body,
                      Values const& values, std::string const& link) const {
    auto const today = clock::day_in_morocco(now_);
    for (auto const one : house_.people.holders(writer_, where, http::Role::head, today))
        person(one, subject, body, values, link);
}

Actors actors_of(http::Visitor const& visitor, AdministrationId where) {
    bool const heads = visitor.is(http::Role::head, where);
    bool const works = heads || visitor.is(http::Role::officer, where);
    return {static_cast<std::uint8_t>((works ? officer.bits : 0) | (heads ? head.bits : 0))};
}

Result<OpenedFile> open(db::Writer& writer, Desk const& desk, FileAct const& act) {
    Refusal const hidden{Refused::not_found, say(msg::refused_not_found)};
    auto const found = store::adoption(writer, act.adoption);
    if (!found) return hidden;
    auto const actors = actors_of(act.by, found->administration);
    if (actors.bits == 0) return hidden;
    if (act.version != 0 && act.version != found->version)
        return Refusal{Refused::conflict, say(msg::refused_stale)};
    auto entry = desk.entry(writer, found->entry);
    check(entry.has_value(), "an adoption's entry is never deleted");
    return OpenedFile{*found, *found, std::move(*entry), actors};
}

Outcome keep(db::Writer& writer, Desk const& desk, OpenedFile& file, Instant now) {
    file.after.version = file.before.version + 1;
    file.after.changed_at = now;
    if (!store::update(writer, file.after, file.before.version))
        return Refusal{Refused::conflict, say(msg::refused_stale)};
    desk.changed(writer, Desk::Changed::figures);
    return Done{};
}

std::string name_of(House const& house, AdministrationId where) {
    auto const* const found = house.directory.picture()->administration(where);
    return found == nullptr ? std::string() : found->name.ar;
}

}  // namespace wasl::bank
