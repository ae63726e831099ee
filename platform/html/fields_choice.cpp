// SPDX-License-Identifier: Apache-2.0
// One of several, some of several, yes to one, and files.
#include <algorithm>

#include "platform/html/field_parts.hpp"
#include "platform/html/messages.hpp"

namespace wasl::html {

// The first control of a group is where the error summary leads, by the fieldset around it.
static void choice_line(Html& h, Lit type, Field const& field, Choice const& choice,
                        std::size_t place, bool chosen) {
    h("<div class=\"choice\"><input type=\""_h, type, "\" id=\"choice-"_h, field.name, "-"_h, place,
      "\" name=\""_h, field.name, "\" value=\""_h, choice.value, "\""_h,
      when(chosen, " checked"_h));
    if (choice.hint) h(" aria-describedby=\"choice-hint-"_h, field.name, "-"_h, place, "\""_h);
    h("><label for=\"choice-"_h, field.name, "-"_h, place, "\">"_h, choice.label, "</label>"_h);
    if (choice.hint)
        h("<p class=\"hint\" id=\"choice-hint-"_h, field.name, "-"_h, place, "\">"_h, choice.hint,
          "</p>"_h);
    h("</div>"_h);
}

void radio_group(Html& h, Field const& field, Choices choices) {
    open_group(h, field);
    for (std::size_t n = 0; n < choices.size(); ++n)
        choice_line(h, "radio"_h, field, choices[n], n, choices[n].value == field.value);
    h("</fieldset>"_h);
}

void yes_no_field(Html& h, Field const& field) {
    radio_group(h, field, std::array{Choice{"1", msg::yes}, Choice{"0", msg::no}});
}

void checkbox_group(Html& h, Field const& field, Choices choices,
                    std::span<std::string_view const> chosen) {
    open_group(h, field);
    for (std::size_t n = 0; n < choices.size(); ++n) {
        bool const ticked =
            std::find(chosen.begin(), chosen.end(), choices[n].value) != chosen.end();
        choice_line(h, "checkbox"_h, field, choices[n], n, ticked);
    }
    h("</fieldset>"_h);
}

void checkbox(Html& h, Field const& field) {
    h("<div class=\"field"_h, when(bool(field.error), " wrong"_h), "\">"_h);
    hint_and_error(h, field);
    h("<div class=\"choice\"><input type=\"checkbox\" value=\"1\""_h,
      when(field.value == "1", " checked"_h));
    control_attributes(h, field);
    h("><label for=\"field-"_h, field.name, "\">"_h, field.label);
    optional_mark(h, field);
    h("</label></div></div>"_h);
}

void file_field(Html& h, Field const& field, FileLimits limits) {
    Field with_limits = field;
    auto const& which = limits.multiple ? msg::files_hint : msg::file_hint;
    if (!with_limits.hint)
        with_limits.hint =
            say(which, {text("formats", limits.formats), number("max", limits.megabytes_max)});
    open_field(h, with_limits);
    h("<input type=\"file\" accept=\""_h, limits.accept, "\""_h,
      when(limits.multiple, " multiple"_h));
    control_attributes(h, with_limits);
    h("></div>"_h);
}

}  // namespace wasl::html
