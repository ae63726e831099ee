// SPDX-License-Identifier: Apache-2.0
// The list of an office, for whoever works there.
#include <algorithm>

#include "modules/reports/inside.hpp"
#include "modules/reports/store_office.hpp"

namespace wasl::reports::bureau {

namespace {

Place queue_place(AdministrationId body, UnitId unit, directory::Picture const& places,
                  Language language) {
    Place made{.body = body, .unit = unit, .key = std::to_string(body.value()), .name = {}};
    if (auto const* const found = places.administration(body))
        made.name = directory::in(language, found->name);
    if (unit.value() == 0) return made;
    made.key += "-" + std::to_string(unit.value());
    if (auto const* const found = places.unit(unit))
        made.name.append(" · ").append(directory::in(language, found->name));
    return made;
}

bool holds(http::Visitor const& visitor, Place const& at) {
    return std::any_of(visitor.grants.begin(), visitor.grants.end(), [&](http::Grant const& one) {
        if (one.administration != at.body) return false;
        if (one.role == http::Role::head || one.role == http::Role::auditor) return true;
        return one.role == http::Role::officer && (one.unit.value() == 0 || one.unit == at.unit);
    });
}

}  // namespace

std::vector<Place> places_of(http::Visitor const& visitor, directory::Picture const& places,
                             Language language) {
    std::vector<Place> found;
    // Whoever both works there and audits it works there.
    auto const add = [&](Place made) {
        auto const same = std::find_if(found.begin(), found.end(),
                                       [&](Place const& one) { return one.key == made.key; });
        if (same == found.end()) return found.push_back(std::move(made));
        same->acts = same->acts || made.acts;
        same->loose = same->loose || made.loose;
    };
    for (auto const& grant : visitor.grants) {
        bool const audits = grant.role == http::Role::auditor;
        bool const whole = grant.role == http::Role::head || audits || grant.unit.value() == 0;
        if (!audits && grant.role != http::Role::head && grant.role != http::Role::officer)
            continue;
        auto const add_as = [&](UnitId unit, bool loose) {
            auto one = queue_place(grant.administration, unit, places, language);
            one.loose = loose;
            one.acts = !audits;
            add(std::move(one));
        };
        if (!whole) {
            add_as(grant.unit, true);
            continue;
        }
        add_as(UnitId{0}, false);
        for (auto const* const unit : places.units_of(grant.administration))
            add_as(unit->id, false);
    }
    return found;
}

Result<std::vector<Listed>> queue(db::Reader& reader, http::Visitor const& visitor, Ask const& ask,
                                  Date today) {
    if (!holds(visitor, ask.at)) return Refusal{Refused::forbidden, say(msg::refused_actor)};
    if (ask.closed) return store::office_closed(reader, ask);
    auto const from = ask.day == Day::soon ? today : day(1, 1, 1);
    auto const until = ask.day == Day::overdue ? today - Days{1}
                       : ask.day == Day::soon  ? today + Days{soon_days}
                                               : store::no_day;
    return store::office_open(reader, ask, from, until);
}

Figures figures(db::Reader& reader, Place const& at, Date today) {
    return store::office_figures(reader, at, today, today + Days{soon_days});
}

}  // namespace wasl::reports::bureau
