// SPDX-License-Identifier: Apache-2.0
#include "modules/dossiers/office.hpp"

#include <algorithm>

namespace wasl::dossiers::office {

html::Words unit_name(Language language, directory::Picture const& places, UnitId id) {
    auto const* const found = places.unit(id);
    return found ? html::Words(named(language, found->name)) : html::Words();
}

html::Tone tone_of(State state) {
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
