// SPDX-License-Identifier: Apache-2.0
// Founding, naming, placing and closing what the directory has.
#include "modules/directory/keeping.hpp"
#include "modules/directory/messages.hpp"
#include "modules/directory/store.hpp"
#include "modules/directory/words.hpp"
#include "platform/journal/journal.hpp"

namespace wasl::directory {

void enter(db::Writer& writer, std::int64_t chain, std::string_view kind, std::string_view subject,
           PersonId actor, boost::json::object const& facts, Instant now) {
    journal::append(writer, {chain, kind, subject, actor.value(), boost::json::serialize(facts)},
                    now);
}

Result<AdministrationId> Desk::found_administration(db::Writer& writer, Founding const& founding,
                                                    PersonId actor, Instant now) const {
    if (founding.name.ar.empty())
        return Refusal{Refused::invalid, say(msg::refusal_name_needed), {}, "name_ar"};
    for (auto const* const name :
         {&founding.name.ar, &founding.name.fr, &founding.head_title.ar, &founding.head_title.fr})
        if (name->size() > 1000) return Refusal{Refused::invalid, say(msg::refusal_too_long)};
    Administration one;
    one.id = db::fresh<AdministrationId>();
    one.slug = founding.slug.empty() ? slug_of(founding.name, one.id.value()) : founding.slug;
    if (!is_slug(one.slug))
        return Refusal{Refused::invalid, say(msg::refusal_slug_shape), {}, "slug"};
    if (store::administration_with_slug(writer, one.slug))
        return Refusal{Refused::conflict, say(msg::refusal_slug_taken), {}, "slug"};
    if (founding.parent && !store::administration(writer, *founding.parent))
        return Refusal{Refused::invalid, say(msg::refusal_no_parent), {}, "parent"};
    auto const contact = TRY(checked(founding.contact));
    one.parent = founding.parent;
    one.kind = founding.kind;
    one.name = founding.name;
    one.territory = founding.territory;
    one.head_title = founding.head_title;
    one.governorate = founding.governorate;
    one.address = contact.address;
    one.phone = contact.phone;
    one.fax = contact.fax;
    one.email = contact.email;
    one.website = contact.website;
    one.hours = contact.hours;
    store::insert(writer, one);
    enter(writer, one.id.value(), "directory.administration_founded", one.slug, actor,
          {{"kind", name_of(one.kind)}, {"name", one.name.ar}}, now);
    changed(store::bump(writer, false));
    return one.id;
}

Result<UnitId> Desk::found_unit(db::Writer& writer, AdministrationId administration,
                                Names const& name, PersonId actor, Instant now) const {
    auto const owner = store::administration(writer, administration);
    if (!owner) return Refusal{Refused::not_found, say(msg::refusal_no_administration)};
    if (name.ar.empty())
        return Refusal{Refused::invalid, say(msg::refusal_name_needed), {}, "name_ar"};
    // Pressed twice, founded once.
    for (auto const& unit : store::units(writer))
        if (!unit.closed && unit.administration == administration && unit.name.ar == name.ar)
            return unit.id;
    Unit const one{db::fresh<UnitId>(), administration, name};
    store::insert(writer, one);
    enter(writer, administration.value(), "directory.unit_founded", owner->slug, actor,
          {{"unit", one.id.value()}, {"name", name.ar}}, now);
    changed(store::bump(writer, false));
    return one.id;
}

Outcome Desk::rename_unit(db::Writer& writer, UnitId id, Names const& name, PersonId actor,
                          Instant now) const {
    auto const before = store::unit(writer, id);
    if (!before) return Refusal{Refused::not_found, say(msg::refusal_no_unit)};
    if (name.ar.empty())
        return Refusal{Refused::invalid, say(msg::refusal_name_needed), {}, "name_ar"};
    auto const owner = store::administration(writer, before->administration);
    check(owner.has_value(), "a unit has an administration");
    store::rename(writer, id, name);
    enter(writer, owner->id.value(), "directory.unit_renamed", owner->slug, actor,
          {{"unit", id.value()}, {"from", before->name.ar}, {"to", name.ar}}, now);
    changed(store::bump(writer, false));
    return Done{};
}

static Outcome close_or_reopen(db::Writer& writer, UnitId id, std::optional<Instant> at,
                               std::string_view kind, PersonId actor, Instant now) {
    auto const before = store::unit(writer, id);
    if (!before) return Refusal{Refused::not_found, say(msg::refusal_no_unit)};
    auto const owner = store::administration(writer, before->administration);
    check(owner.has_value(), "a unit has an administration");
    store::set_closed(writer, id, at);
    enter(writer, owner->id.value(), kind, owner->slug, actor,
          {{"unit", id.value()}, {"name", before->name.ar}}, now);
    return Done{};
}

Outcome Desk::close_unit(db::Writer& writer, UnitId id, PersonId actor, Instant now) const {
    auto const before = store::unit(writer, id);
    if (before && before->closed) return Done{};  // pressed twice
    TRY(close_or_reopen(writer, id, now, "directory.unit_closed", actor, now));
    changed(store::bump(writer, false));
    return Done{};
}

Outcome Desk::reopen_unit(db::Writer& writer, UnitId id, PersonId actor, Instant now) const {
    auto const before = store::unit(writer, id);
    if (before && !before->closed) return Done{};
    TRY(close_or_reopen(writer, id, std::nullopt, "directory.unit_reopened", actor, now));
    changed(store::bump(writer, false));
    return Done{};
}

// No tree of administrations is as high; whatever climbs further is a circle.
static constexpr int height_max = 64;

// Whether `id` stands above `below`, or is it.
static bool stands_above(db::Reader& reader, AdministrationId id, AdministrationId below) {
    std::optional<AdministrationId> one = below;
    for (int height = 0; one && height < height_max; ++height) {
        if (*one == id) return true;
        auto const found = store::administration(reader, *one);
        one = found ? found->parent : std::nullopt;
    }
    return one.has_value();
}

Outcome Desk::place_under(db::Writer& writer, AdministrationId id,
                          std::optional<AdministrationId> parent, PersonId actor,
                          Instant now) const {
    // First: whoever else moves something waits here, and a circle cannot be made by two at once.
    auto const version = store::bump(writer, false);
    auto const one = store::administration(writer, id);
    if (!one) return Refusal{Refused::not_found, say(msg::refusal_no_administration)};
    if (parent && !store::administration(writer, *parent))
        return Refusal{Refused::invalid, say(msg::refusal_no_parent), {}, "parent"};
    if (parent && stands_above(writer, id, *parent))
        return Refusal{Refused::conflict, say(msg::refusal_circle), {}, "parent"};
    auto const number = [](std::optional<AdministrationId> of) { return of ? of->value() : 0; };
    store::set_parent(writer, id, parent);
    enter(writer, id.value(), "directory.administration_moved", one->slug, actor,
          {{"from", number(one->parent)}, {"to", number(parent)}}, now);
    changed(version);
    return Done{};
}

Outcome Desk::set_contact(db::Writer& writer, AdministrationId id, Contact const& wanted,
                          PersonId actor, Instant now) const {
    auto const owner = store::administration(writer, id);
    if (!owner) return Refusal{Refused::not_found, say(msg::refusal_no_administration)};
    auto const contact = TRY(checked(wanted));
    store::set_contact(writer, id, contact);
    enter(writer, id.value(), "directory.contact_set", owner->slug, actor,
          {{"address", contact.address},
           {"phone", contact.phone},
           {"fax", contact.fax},
           {"email", contact.email},
           {"website", contact.website},
           {"hours", contact.hours.ar}},
          now);
    changed(store::bump(writer, false));
    return Done{};
}

}  // namespace wasl::directory
