// SPDX-License-Identifier: Apache-2.0
#include "modules/dossiers/office.hpp"

#include <algorithm>

namespace wasl::dossiers::office {

static Place place(AdministrationId administration, std::optional<UnitId> unit,
                   directory::Picture const& places, Language language) {
    Place made{administration, unit, std::to_string(administration.value()), {}};
    if (auto const* found = places.administration(administration))
        made.name = directory::in(language, found->name);
    if (!unit) return made;
    made.key += "-" + std::to_string(unit->value());
    if (auto const* found = places.unit(*unit))
        made.name.append(" · ").append(directory::in(language, found->name));
    return made;
}

std::vector<Place> places_of(http::Visitor const& visitor, directory::Picture const& places,
                             Language language) {
    std::vector<Place> found;
    auto const add = [&](Place made) {
        if (std::find(found.begin(), found.end(), made) == found.end())
            found.push_back(std::move(made));
    };
    for (auto const& grant : visitor.grants) {
        bool const reads = grant.role == http::Role::head || grant.role == http::Role::auditor;
        bool const whole = reads || grant.unit.value() == 0;
        if (!reads && grant.role != http::Role::officer) continue;
        if (!whole) {
            add(place(grant.administration, grant.unit, places, language));
            continue;
        }
        add(place(grant.administration, std::nullopt, places, language));
        auto const units = places.units_of(grant.administration);
        found.reserve(found.size() + units.size());
        for (auto const* unit : units) add(place(grant.administration, unit->id, places, language));
    }
    return found;
}

static std::vector<AdministrationId> holding(http::Visitor const& visitor,
                                             std::initializer_list<http::Role> roles) {
    std::vector<AdministrationId> found;
    for (auto const& grant : visitor.grants)
        if (std::find(roles.begin(), roles.end(), grant.role) != roles.end() &&
            std::find(found.begin(), found.end(), grant.administration) == found.end())
            found.push_back(grant.administration);
    return found;
}

std::vector<AdministrationId> headed_by(http::Visitor const& visitor) {
    return holding(visitor, {http::Role::head});
}

std::vector<AdministrationId> headed_or_audited_by(http::Visitor const& visitor) {
    return holding(visitor, {http::Role::head, http::Role::auditor});
}

DeskReader reader_of(http::Visitor const& visitor) {
    bool const head = visitor.is(http::Role::head);
    return {.acts = head || visitor.is(http::Role::officer),
            .appeals = head || visitor.is(http::Role::auditor),
            .audits = visitor.is(http::Role::auditor)};
}

html::Words unit_name(Language language, directory::Picture const& places, UnitId id) {
    auto const* const found = places.unit(id);
    return found ? html::Words(named(language, found->name)) : html::Words();
}

html::Tone tone_at_desk(State state) {
    switch (state) {
        case State::approved:
        case State::attested: return html::Tone::success;
        case State::refused:
        case State::revoked:
        case State::silence_claimed:
        case State::silence_escalated: return html::Tone::danger;
        case State::lodged: return html::Tone::info;
        case State::being_lodged:
        case State::waiting_replacement:
        case State::waiting_information:
        case State::waiting_originals: return html::Tone::warning;
        default: return html::Tone::neutral;
    }
}

html::Url desk_url(std::string_view number) { return html::to("/desk/", number); }

html::Words NameList::of(PersonId person) {
    if (person.value() == 0) return {};
    auto const [place, fresh] = known_.try_emplace(person.value());
    if (fresh) place->second = people_.name_of(reader_, person);
    return html::isolated(place->second);
}

}  // namespace wasl::dossiers::office
