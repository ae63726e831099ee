// SPDX-License-Identifier: Apache-2.0
// Words that all pages of the office use.
#include "modules/reports/views_office.hpp"

namespace wasl::reports::bureau {

html::Words state_name(Language language, Settings const& settings, std::string_view code) {
    auto const* const state = settings.state(code);
    return state == nullptr ? html::Words(html::code(code)) : named(language, state->name);
}

html::Words unit_name(Language language, directory::Picture const& places, UnitId id) {
    auto const* const found = places.unit(id);
    return found == nullptr ? html::Words() : named(language, found->name);
}

Message const& word_of(std::string_view kind, std::string_view name) {
    auto const* const found = msg::find(std::string(kind) + "." + std::string(name));
    check(found != nullptr, "every enumerator has a word");
    return *found;
}

html::Url report_url(std::string_view number) { return html::to("/office/reports/", number); }

html::Words PeopleNames::of(PersonId person) {
    if (person.value() == 0) return {};
    auto const [place, fresh] = known_.try_emplace(person.value());
    if (fresh) place->second = people_.name_of(reader_, person);
    return html::isolated(place->second);
}

void add_units(html::Options& options, Language language, directory::Picture const& places,
               AdministrationId body) {
    for (auto const* const unit : places.open_units_of(body))
        options.add(std::to_string(unit->id.value()), named(language, unit->name));
}

std::vector<html::ChoiceGroup> category_groups(Language language, Settings const& settings,
                                               bool with_groups) {
    std::vector<html::ChoiceGroup> found;
    for (auto const* const group : settings.groups()) {
        html::ChoiceGroup one{named(language, group->name), {}};
        if (with_groups) one.choices.push_back({group->code, say(msg::setting_whole_group)});
        for (auto const* const leaf : settings.leaves_of(group->code))
            one.choices.push_back({leaf->code, named(language, leaf->name)});
        if (!one.choices.empty()) found.push_back(std::move(one));
    }
    return found;
}

}  // namespace wasl::reports::bureau
