// SPDX-License-Identifier: Apache-2.0
// Fields of one control; groups and files stand in fields_choice.cpp and fields_file.cpp.
#include "platform/html/fields.hpp"

#include <algorithm>

#include "platform/html/choice_groups.hpp"
#include "platform/html/field_parts.hpp"
#include "platform/html/messages.hpp"
#include "platform/html/spoken.hpp"

namespace wasl::html {

static void input(Html& h, Field const& field, Lit attributes, bool show_value = true) {
    open_field(h, field);
    h("<input "_h, attributes);
    control_attributes(h, field);
    h(" maxlength=\""_h, field.length_max, "\""_h);
    if (show_value) h(" value=\""_h, field.value, "\""_h);
    h("></div>"_h);
}

void text_field(Html& h, Field const& field) { input(h, field, "type=\"text\""_h); }

void text_area(Html& h, Field const& field) {
    open_field(h, field);
    h("<textarea rows=\""_h, field.rows, "\" maxlength=\""_h, field.length_max, "\""_h);
    control_attributes(h, field);
    // A parser drops the first line break inside; this one is for it to drop.
    h(">\n"_h, field.value, "</textarea></div>"_h);
}

// Typed left to right by everybody, whatever the page.
static Field left_to_right(Field field, std::string_view autocomplete) {
    field.left_to_right = true;
    if (field.autocomplete.empty()) field.autocomplete = autocomplete;
    return field;
}

void email_field(Html& h, Field const& field) {
    input(h, left_to_right(field, "email"), "type=\"email\" spellcheck=\"false\""_h);
}

void telephone_field(Html& h, Field const& field) {
    input(h, left_to_right(field, "tel"), "type=\"tel\" class=\"short\""_h);
}

void password_field(Html& h, Field const& field) {
    input(h, left_to_right(field, "current-password"), "type=\"password\""_h, false);
}

void one_time_code_field(Html& h, Field const& field) {
    input(h, left_to_right(field, "one-time-code"),
          "type=\"text\" inputmode=\"numeric\" class=\"short code\""_h, false);
}

void date_field(Html& h, Field const& field) {
    open_field(h, field);
    h("<input type=\"date\" class=\"short\" min=\"1900-01-01\" max=\"2199-12-31\""_h);
    control_attributes(h, left_to_right(field, {}));
    h(" value=\""_h, field.value, "\"></div>"_h);
}

void number_field(Html& h, Field const& field, NumberLimits limits) {
    open_field(h, field);
    h("<input type=\"number\" class=\"short\" inputmode=\"numeric\" min=\""_h, limits.min,
      "\" max=\""_h, limits.max, "\" step=\""_h, limits.step, "\""_h);
    control_attributes(h, left_to_right(field, {}));
    h(" value=\""_h, field.value, "\"></div>"_h);
}

static void option(Html& h, Choice const& choice, std::string_view chosen) {
    h("<option value=\""_h, choice.value, "\""_h, when(choice.value == chosen, " selected"_h));
    spoken_in(h, choice.label);
    h(">"_h, in_attribute(choice.label), "</option>"_h);
}

static void open_select(Html& h, Field const& field, Choices first) {
    open_field(h, field);
    h("<select"_h);
    control_attributes(h, field);
    h(">"_h);
    bool const any = std::any_of(first.begin(), first.end(),
                                 [](Choice const& choice) { return choice.value.empty(); });
    if (!any) option(h, {"", msg::choose}, field.value);
    for (auto const& choice : first) option(h, choice, field.value);
}

void select_field(Html& h, Field const& field, Choices choices) {
    open_select(h, field, choices);
    h("</select></div>"_h);
}

void grouped_select_field(Html& h, Field const& field, Choices first,
                          std::span<ChoiceGroup const> groups) {
    open_select(h, field, first);
    for (auto const& group : groups) {
        h("<optgroup label=\""_h, in_attribute(group.label), "\""_h);
        spoken_in(h, group.label);
        h(">"_h);
        for (auto const& choice : group.choices) option(h, choice, field.value);
        h("</optgroup>"_h);
    }
    h("</select></div>"_h);
}

}  // namespace wasl::html
