// SPDX-License-Identifier: Apache-2.0
#include "modules/reports/places_to_choose.hpp"

#include <algorithm>
#include <charconv>

#include "modules/reports/said.hpp"

namespace wasl::reports::bureau {

namespace {

// The province that holds it; itself where none does: a region, the country.
TerritoryId province_or_itself(directory::Picture const& places, TerritoryId id) {
    for (auto const* const at : places.upward_from(id))
        if (is_province(*at)) return at->id;
    return id;
}

}  // namespace

std::string written(Seat const& seat) {
    auto text = std::to_string(seat.body.value());
    if (seat.unit.value() != 0) text += "-" + std::to_string(seat.unit.value());
    return text;
}

Seat seat_read(std::string_view typed) {
    auto const dash = std::min(typed.find('-'), typed.size());
    // What cannot be read is no body that any rule admits.
    std::int64_t body = typed.empty() ? 0 : -1, unit = dash < typed.size() ? -1 : 0;
    std::from_chars(typed.data(), typed.data() + dash, body);
    if (dash < typed.size())
        std::from_chars(typed.data() + dash + 1, typed.data() + typed.size(), unit);
    return {AdministrationId{body}, UnitId{unit}};
}

html::ChoiceGroup& GroupedOptions::group_of(TerritoryId inside) {
    auto const head = province_or_itself(places_, inside);
    auto const at = std::find(heads_.begin(), heads_.end(), head);
    if (at != heads_.end()) return groups_[static_cast<std::size_t>(at - heads_.begin())];
    heads_.push_back(head);
    auto const* const where = places_.territory(head);
    auto label = where == nullptr ? html::Words() : html::Words(named(language_, where->name));
    return groups_.emplace_back(html::ChoiceGroup{std::move(label), {}});
}

void GroupedOptions::add(html::ChoiceGroup& group, std::string value, html::Words label) {
    for (auto const& one : group.choices)
        if (one.value == value) return;
    values_.push_back(std::move(value));
    group.choices.push_back({values_.back(), std::move(label)});
}

void GroupedOptions::add_bodies(TerritoryId near) {
    group_of(near);
    for (auto const& one : places_.administrations()) {
        if (!one.territory) continue;
        auto& group = group_of(*one.territory);
        add(group, written({one.id, UnitId{0}}), named(language_, one.name));
        for (auto const* const unit : places_.open_units_of(one.id)) {
            auto const body = named(language_, one.name);
            auto const own = named(language_, unit->name);
            labels_.push_back(std::string(body.text) + " · " + std::string(own.text));
            add(group, written({one.id, unit->id}), html::Foreign{labels_.back(), own.language});
        }
    }
}

void GroupedOptions::add_body(AdministrationId id) {
    auto const* const one = places_.administration(id);
    if (one == nullptr) return;
    add(group_of(one->territory.value_or(TerritoryId{0})), written({id, UnitId{0}}),
        named(language_, one->name));
}

void GroupedOptions::add_territories() {
    for (auto const& one : places_.administrations()) {
        if (!one.territory) continue;
        add_territory(*one.territory);
        for (auto const* const part : places_.parts_of(*one.territory))
            if (is_commune(*part)) add_territory(part->id);
    }
}

void GroupedOptions::add_territory(TerritoryId id) {
    auto const* const where = places_.territory(id);
    if (where == nullptr) return;
    add(group_of(id), std::to_string(id.value()), named(language_, where->name));
}

void GroupedOptions::show(html::Html& h, html::Field const& field, html::Choices first) const {
    std::vector<html::ChoiceGroup> filled;
    for (auto const& group : groups_)
        if (!group.choices.empty()) filled.push_back(group);
    html::grouped_select_field(h, field, first, filled);
}

}  // namespace wasl::reports::bureau
