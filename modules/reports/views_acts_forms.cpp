// SPDX-License-Identifier: Apache-2.0
// The fields of each act.
#include <array>

#include "modules/reports/office_acts.hpp"
#include "modules/reports/places_to_choose.hpp"

namespace wasl::reports::bureau {

using namespace html::literals;

namespace {

void area(html::Html& h, ActPage const& page, std::string_view name, Message const& label,
          html::Words const& hint, bool required, std::string_view value) {
    html::text_area(h, {.name = name,
                        .label = label,
                        .hint = hint,
                        .value = value,
                        .error = page.faults.of(name),
                        .required = required,
                        .length_max = static_cast<int>(message_max)});
}

void area(html::Html& h, ActPage const& page, std::string_view name, Message const& label,
          html::Words const& hint) {
    area(h, page, name, label, hint, true, page.typed(name));
}

std::string_view after_colon(std::string_view text) {
    auto const colon = text.find(':');
    return colon == std::string_view::npos ? std::string_view() : text.substr(colon + 1);
}

std::string text_of(ActPage const& page, std::string_view id) {
    for (auto const& one : page.on.settings.templates())
        if (std::to_string(one.id.value()) == id)
            return std::string(directory::in(page.whole.report.language, one.text));
    return {};
}

// Of several, those that fit all of them.
std::vector<Template const*> ready_texts(ActPage const& page, std::string_view state) {
    auto found = page.on.settings.templates_for(state, page.whole.report.category);
    if (page.all == nullptr) return found;
    for (auto const& one : *page.all)
        std::erase_if(found, [&](Template const* ready) {
            return !ready->category.empty() && ready->category != one.report.category;
        });
    return found;
}

// Texts that are ready for this state. Choosing one sends the form, which comes back with it, in
// the author's language, behind what was typed.
void ready_text_buttons(html::Html& h, ActPage const& page, std::string_view state) {
    auto const found = ready_texts(page, state);
    if (found.empty()) return;
    h("<fieldset><legend>"_h, msg::office_templates, "</legend><div class=\"buttons\">"_h);
    for (auto const* const one : found)
        h("<button class=\"button quiet\" name=\"template\" value=\""_h,
          std::to_string(one->id.value()), "\" formnovalidate>"_h, html::isolated(one->title),
          "</button>"_h);
    h("</div></fieldset>"_h);
}

std::string with_chosen_template(ActPage const& page) {
    std::string text(page.typed("text"));
    auto const ready = text_of(page, page.typed("template"));
    if (ready.empty() || text.ends_with(ready)) return text;
    return text.empty() ? ready : text + "\n\n" + ready;
}

// By their groups: some thirty-five of them are no list that anybody reads through.
void choose_leaf(html::Html& h, ActPage const& page) {
    html::grouped_select_field(h,
                               {.name = "category",
                                .label = msg::office_category,
                                .value = page.typed("category", page.whole.report.category),
                                .error = page.faults.of("category")},
                               {}, category_groups(h.language(), page.on.settings));
}

}  // namespace

void fields_of_move(html::Html& h, ActPage const& page) {
    // From the list of several: "move:fixed".
    auto const code = page.typed("state", after_colon(page.request.asked("act")));
    auto const* const state = page.on.settings.state(code);
    html::hidden_field(h, "state", code);
    h("<p>"_h, msg::office_new_state, " "_h);
    html::tag(h, state == nullptr ? html::Tone::neutral : tone_of(state->phase),
              state_name(h.language(), page.on.settings, code));
    h("</p>"_h);
    if (auto const error = page.faults.of("state"))
        h("<p class=\"error\" id=\"field-state\">"_h, error, "</p>"_h);
    ready_text_buttons(h, page, code);
    bool const refuses = state != nullptr && state->phase == Phase::refused;
    area(h, page, "text", refuses ? msg::office_reason : msg::office_answer,
         refuses ? msg::office_refusal_hint : msg::office_answer_hint, refuses,
         with_chosen_template(page));
    auto const chosen = page.typed("template");
    if (page.all != nullptr)
        html::hidden_field(h, "ready", chosen.empty() ? page.typed("ready") : chosen);
    views::photos_field(h, page.photos, msg::office_photos, msg::office_photos_hint,
                        page.faults.of("photos"));
}

void fields_of_transfer(html::Html& h, ActPage const& page) {
    auto const& report = page.whole.report;
    choose_leaf(h, page);
    GroupedOptions bodies(h.language(), page.on.places);
    bodies.add_bodies(report.territory);
    bodies.show(h,
                {.name = "body",
                 .label = msg::office_to_body,
                 .hint = msg::office_body_hint,
                 .value = page.typed("body", "0"),
                 .error = page.faults.of("body")},
                std::array{html::Choice{"0", msg::office_body_by_routing}});
    area(h, page, "reason", msg::office_reason, msg::office_told_author);
}

void fields_of_duplicate(html::Html& h, ActPage const& page) {
    html::text_field(h, {.name = "of",
                         .label = msg::office_duplicate_number,
                         .hint = msg::office_duplicate_hint,
                         .value = page.typed("of"),
                         .error = page.faults.of("of"),
                         .left_to_right = true,
                         .length_max = 40});
}

void fields_of_assign(html::Html& h, ActPage const& page) {
    auto const& report = page.whole.report;
    html::Options units, people;
    units.add("0", msg::office_whole_body);
    add_units(units, h.language(), page.on.places, report.body);
    html::select_field(h,
                       {.name = "unit",
                        .label = msg::office_unit,
                        .value = page.typed("unit", std::to_string(report.unit.value())),
                        .error = page.faults.of("unit")},
                       units.all());
    people.add("0", msg::office_nobody);
    for (auto const one : page.officers)
        people.add(std::to_string(one.value()), page.on.people.of(one));
    html::select_field(h,
                       {.name = "officer",
                        .label = msg::office_officer,
                        .value = page.typed("officer", std::to_string(report.assigned.value())),
                        .error = page.faults.of("officer")},
                       people.all());
}

void fields_of_priority(html::Html& h, ActPage const& page) {
    auto const today = std::to_string(page.whole.report.priority);
    html::radio_group(h,
                      {.name = "priority",
                       .label = msg::office_priority,
                       .hint = msg::office_inside_only,
                       .value = page.typed("priority", today),
                       .error = page.faults.of("priority")},
                      std::array{html::Choice{"0", msg::office_priority_0},
                                 html::Choice{"1", msg::office_priority_1},
                                 html::Choice{"2", msg::office_priority_2}});
}

void fields_of_note(html::Html& h, ActPage const& page) {
    area(h, page, "text", msg::office_note, msg::office_note_hint);
}

void fields_of_moderate(html::Html& h, ActPage const& page) {
    std::vector<html::Choice> choices;
    for (auto const one : {Sight::everybody, Sight::author_and_office, Sight::nobody_but_office})
        choices.push_back({name_of(one), word_of("office.sight", name_of(one))});
    html::radio_group(h,
                      {.name = "sight",
                       .label = msg::office_sight,
                       .value = page.typed("sight", name_of(page.whole.report.sight)),
                       .error = page.faults.of("sight")},
                      choices);
    area(h, page, "reason", msg::office_reason, msg::office_told_author);
}

void fields_of_part(html::Html& h, ActPage const& page) {
    auto const name = page.typed("part");
    auto const part = part_named(page.whole, name);
    check(part.has_value(), "the page is not shown without its part");
    html::hidden_field(h, "part", name);
    html::hidden_field(h, "hidden", part->is_hidden() ? "0" : "1");
    {
        html::Panel const quoted(h, html::Tone::neutral);
        if (part->photo != nullptr) show_one_photo(h, page.whole, *part->photo);
        if (part->words != nullptr) html::long_text(h, part->words->text);
    }
    h("<p>"_h, part->is_hidden() ? msg::office_part_show : msg::office_part_hide, "</p>"_h);
    area(h, page, "reason", msg::office_reason, msg::office_told_writer);
}

void fields_of_reopen(html::Html& h, ActPage const& page) {
    area(h, page, "reason", msg::office_reason, msg::office_told_author);
}

}  // namespace wasl::reports::bureau
