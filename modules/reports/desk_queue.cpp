// SPDX-License-Identifier: Apache-2.0
// The list of an office, for whoever works there.
#include <algorithm>

#include "modules/reports/inside.hpp"
#include "modules/reports/store_office.hpp"

namespace wasl::reports::bureau {

namespace {

Place place(AdministrationId body, UnitId unit, directory::Picture const& places,
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
        if (one.role == http::Role::head) return true;
        return one.role == http::Role::officer && (one.unit.value() == 0 || one.unit == at.unit);
    });
}

}  // namespace

std::vector<Place> places_of(http::Visitor const& visitor, directory::Picture const& places,
                             Language language) {
    std::vector<Place> found;
    auto const add = [&](Place made) {
        auto const same = [&](Place const& one) { return one.key == made.key; };
        if (std::none_of(found.begin(), found.end(), same)) found.push_back(std::move(made));
    };
    for (auto const& grant : visitor.grants) {
        bool const head = grant.role == http::Role::head;
        if (!head && grant.role != http::Role::officer) continue;
        if (!head && grant.unit.value() != 0) {
            auto one = place(grant.administration, grant.unit, places, language);
            one.loose = true;
            add(std::move(one));
            continue;
        }
        add(place(grant.administration, UnitId{0}, places, language));
        for (auto const* const unit : places.units_of(grant.administration))
            add(place(grant.administration, unit->id, places, language));
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
