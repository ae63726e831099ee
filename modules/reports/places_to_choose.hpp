// SPDX-License-Identifier: Apache-2.0
// Bodies, their units and communes to choose from, under the name of the province they lie in: a
// country has more of them than anybody reads through.
#pragma once

#include <deque>
#include <string>

#include "modules/directory/directory.hpp"
#include "platform/html/choice_groups.hpp"

namespace wasl::reports::bureau {

// A body, or a unit of it: "12", "12-34".
struct Seat {
    AdministrationId body{0};
    UnitId unit{0};
};
std::string written(Seat const&);
Seat seat_read(std::string_view);

// Choices whose values are made at run time, under headings.
class GroupedOptions {
public:
    GroupedOptions(Language language, directory::Picture const& places)
        : language_(language), places_(places) {}

    // Bodies that are seated somewhere, those of one province together; `near` stands first.
    void add_bodies(TerritoryId near);
    void add_body(AdministrationId);
    // The places of those bodies, and the communes in them.
    void add_territories();
    // One that must be among them.
    void add_territory(TerritoryId);

    void show(html::Html&, html::Field const&, html::Choices first) const;

private:
    html::ChoiceGroup& group_of(TerritoryId);
    void add(html::ChoiceGroup&, std::string value, html::Words label);

    Language language_;
    directory::Picture const& places_;
    std::deque<std::string> values_, labels_;
    std::deque<html::ChoiceGroup> groups_;
    std::vector<TerritoryId> heads_;  // of the groups
};

}  // namespace wasl::reports::bureau
