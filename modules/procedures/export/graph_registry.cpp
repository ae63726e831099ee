// SPDX-License-Identifier: Apache-2.0
// What the registry knows beside the profile's core: requirements, steps, life events, what must be
// told, how a fee is computed. Conditions and formulas stand as the JSON of the registry itself,
// word for word: no vocabulary has them, and whoever computes needs them exact.
#include "modules/procedures/content_text.hpp"
#include "modules/procedures/export/graph.hpp"
#include "modules/procedures/subjects.hpp"

namespace wasl::procedures::rdf {

void Graph::describe_requirements(Sheet const& sheet, Thing& service) {
    std::int64_t at = 0;
    for (auto const& one : sheet.requirements) {
        auto requirement = part_of(sheet, "requirement", one.code, "cv:Requirement");
        requirement.add("dct:title", one.title)
            .add("dct:description", one.note)
            .add("ma:position", number(++at));
        add_condition(requirement, one.only_if);
        add_bases(requirement, sheet, one.basis);
        for (auto const& document : sheet.documents)
            if (document.requirement == one.code)
                requirement.add(
                    "cv:hasSupportingEvidence",
                    thing(part_of(sheet, "document", document.code, "cv:Evidence").address));
        service.add("cv:holdsRequirement", thing(requirement.address));
        say_(requirement);
    }
}

void Graph::describe_steps(Sheet const& sheet, Thing& service) {
    std::int64_t at = 0;
    for (auto const& one : sheet.steps) {
        auto step = part_of(sheet, "step", one.code, "ma:Step");
        step.add("dct:title", one.title)
            .add("ma:unit", one.unit)
            .add("ma:position", number(++at))
            .add("ma:visit", truth(one.visit));
        if (one.line_minutes != 0) step.add("ma:lineMinutes", number(one.line_minutes));
        if (one.counter_minutes != 0) step.add("ma:counterMinutes", number(one.counter_minutes));
        if (one.days_to_next != 0) step.add("ma:daysToNext", number(one.days_to_next));
        add_condition(step, one.only_if);
        service.add("ma:hasStep", thing(step.address));
        say_(step);
    }
}

void Graph::describe_information(Sheet const& sheet, Thing& service) {
    std::int64_t at = 0;
    for (auto const& one : sheet.information) {
        auto information = part_of(sheet, "information", one.code, "ma:Information");
        information.add("dct:title", one.title).add("ma:position", number(++at));
        add_bases(information, sheet, one.basis);
        service.add("ma:asks", thing(information.address));
        say_(information);
    }
}

// A life event is the same for every sheet; companies have theirs among them.
void Graph::describe_events(Sheet const& sheet, Thing& service) {
    for (auto const& code : sheet.life_events) {
        auto const* const label = life_event_named(code);
        if (label == nullptr) continue;
        auto const address = publisher_.site + "/api/v1/catalog.jsonld#life-event-" + code;
        service.add("cv:isGroupedBy", thing(address));
        if (!first_time(address)) continue;
        Thing event{address, {"cv:Event", "cv:LifeEvent"}, {}};
        event.add("dct:identifier", plain(code)).add("dct:title", names_of(*label));
        say_(event);
    }
}

void Graph::add_condition(Thing& to, std::vector<Condition> const& only_if) {
    if (!only_if.empty()) to.add("ma:onlyIf", plain(json_of(only_if)));
}

}  // namespace wasl::procedures::rdf
