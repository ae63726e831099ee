// SPDX-License-Identifier: Apache-2.0
#include "modules/people/roles.hpp"

#include "modules/directory/directory.hpp"
#include "modules/people/inside.hpp"
#include "modules/people/messages.hpp"
#include "modules/people/names.hpp"
#include "modules/people/refusals.hpp"
#include "modules/people/told.hpp"
#include "platform/journal/journal.hpp"

namespace wasl::people {
namespace {

void note(db::Writer& writer, AdministrationId where, std::string_view kind, std::int64_t subject,
          http::Visitor const& by, Instant now) {
    journal::append(writer, {where.value(), kind, std::to_string(subject), by.person.value(), "{}"},
                    now);
}

Result<PersonId> account_of(db::Reader& reader, std::string_view typed) {
    auto const found = store::by_contact(reader, TRY(contact(typed)));
    if (!found) return invalid(msg::refusal_no_account, "contact");
    return found->id;
}

struct Span {
    Date from{}, until{};
};
Result<Span> span(std::string_view from, std::string_view until, Date today) {
    Span days{today, for_ever};
    if (!from.empty()) {
        auto const first = date_from_iso(from);
        if (!first) return invalid(msg::refusal_day, "from");
        days.from = *first;
    }
    if (!until.empty()) {
        auto const last = date_from_iso(until);
        if (!last) return invalid(msg::refusal_day, "until");
        days.until = *last;
    }
    if (days.until < days.from || days.until < today)
        return invalid(msg::refusal_days_reversed, "until");
    return days;
}

}  // namespace

Result<PositionId> found_position(Desk const& desk, db::Writer& writer, http::Visitor const& by,
                                  NewPosition const& wanted, Instant now) {
    if (!administers(by, wanted.administration)) return not_found();
    auto const picture = desk.inside().directory.picture();
    bool const over_all = wanted.administration == platform;
    if (!over_all && !picture->administration(wanted.administration)) return not_found();
    auto const role = role_named(wanted.role);
    if (!role) return invalid(msg::refusal_choose, "role");
    if (over_all && *role != http::Role::administrator)
        return invalid(msg::refusal_platform_role, "role");
    if (wanted.unit.value() != 0) {
        auto const* const unit = picture->unit(wanted.unit);
        if (!unit || unit->closed || unit->administration != wanted.administration)
            return invalid(msg::refusal_choose, "unit");
    }
    store::Position position{db::fresh<PositionId>(),
                             wanted.administration,
                             wanted.unit,
                             *role,
                             TRY(title(wanted.title_ar, "title_ar")),
                             TRY(plain_text(wanted.title_fr, name_signs_max, "title_fr"))};
    store::insert_position(writer, position);
    note(writer, position.administration, "people.position_founded", position.id.value(), by, now);
    return position.id;
}

Outcome close_position(Desk const& desk, db::Writer& writer, http::Visitor const& by, PositionId id,
                       Date today, Instant now) {
    auto const position = store::position(writer, id);
    if (!position || !administers(by, position->administration)) return not_found();
    if (position->administration == platform)
        return Refusal{Refused::conflict, say(msg::refusal_last_administrator)};
    for (auto const& one : store::holdings_of_position(writer, id, today))
        tell_ended(desk, writer, one, today, now);
    store::close_position(writer, id, now);
    store::end_holdings_of_position(writer, id, today - Days{1});
    note(writer, position->administration, "people.position_closed", id.value(), by, now);
    return Done{};
}

Result<HoldingId> give_position(Desk const& desk, db::Writer& writer, http::Visitor const& by,
                                NewHolding const& wanted, Date today, Instant now) {
    auto const position = store::position(writer, wanted.position);
    if (!position || position->closed || !administers(by, position->administration))
        return not_found();
    auto const days = TRY(span(wanted.from, wanted.until, today));
    store::Holding holding;
    holding.id = db::fresh<HoldingId>();
    holding.position = position->id;
    holding.person = TRY(account_of(writer, wanted.contact));
    holding.role = position->role;
    holding.administration = position->administration;
    holding.unit = position->unit;
    holding.from = days.from;
    holding.until = days.until;
    holding.title_ar = position->title_ar;
    holding.title_fr = position->title_fr;
    store::insert_holding(writer, holding, by.person, now);
    tell_given(desk, writer, holding, now);
    note(writer, position->administration, "people.position_given", holding.id.value(), by, now);
    return holding.id;
}

Result<HoldingId> delegate(Desk const& desk, db::Writer& writer, http::Visitor const& by,
                           NewDelegation const& wanted, Date today, Instant now) {
    auto const own = store::holding(writer, wanted.holding);
    if (!own || (own->person != by.person && !administers(by, own->administration)))
        return not_found();
    if (own->delegated_by) return Refusal{Refused::conflict, say(msg::refusal_delegated_on)};
    if (wanted.until.empty()) return invalid(msg::refusal_delegation_end, "until");
    auto const days = TRY(span(wanted.from, wanted.until, today));
    if (days.from < own->from || days.until > own->until)
        return invalid(msg::refusal_delegation_days, "until");
    auto delegated = *own;
    delegated.matter = TRY(plain_text(wanted.matter, 500, "matter"));
    if (delegated.matter.empty()) return invalid(msg::refusal_delegation_matter, "matter");
    delegated.person = TRY(account_of(writer, wanted.contact));
    if (delegated.person == own->person) return invalid(msg::refusal_oneself, "contact");
    delegated.id = db::fresh<HoldingId>();
    delegated.delegated_by = own->id;
    delegated.from = days.from;
    delegated.until = days.until;
    store::insert_holding(writer, delegated, by.person, now);
    tell_given(desk, writer, delegated, now);
    note(writer, own->administration, "people.delegated", delegated.id.value(), by, now);
    return delegated.id;
}

Outcome end_holding(Desk const& desk, db::Writer& writer, http::Visitor const& by, HoldingId id,
                    Date today, Instant now) {
    auto const holding = store::holding(writer, id);
    if (!holding) return not_found();
    bool mine = false;
    if (holding->delegated_by) {
        auto const source = store::holding(writer, *holding->delegated_by);
        mine = source && source->person == by.person;
    }
    if (!mine && !administers(by, holding->administration)) return not_found();
    for (auto const& one : store::holdings_of_position(writer, holding->position, today))
        if (one.id == id || one.delegated_by == id) tell_ended(desk, writer, one, today, now);
    store::end_holding(writer, id, today - Days{1});
    if (holding->administration == platform && store::administrators(writer, today) == 0)
        return Refusal{Refused::conflict, say(msg::refusal_last_administrator)};
    note(writer, holding->administration, "people.holding_ended", id.value(), by, now);
    return Done{};
}

}  // namespace wasl::people
