// SPDX-License-Identifier: Apache-2.0
#include "platform/html/field_parts.hpp"

#include "platform/html/messages.hpp"

namespace wasl::html {

void optional_mark(Html& h, Field const& field) {
    if (!field.required) h(" <span class=\"optional\">("_h, msg::optional, ")</span>"_h);
}

void hint_and_error(Html& h, Field const& field) {
    if (field.hint) h("<p class=\"hint\" id=\"hint-"_h, field.name, "\">"_h, field.hint, "</p>"_h);
    if (field.error)
        h("<p class=\"error\" id=\"error-"_h, field.name, "\"><span class=\"unseen\">"_h,
          msg::error, " </span>"_h, field.error, "</p>"_h);
}

void open_field(Html& h, Field const& field) {
    h("<div class=\"field"_h, when(bool(field.error), " wrong"_h), "\"><label for=\"field-"_h,
      field.name, "\">"_h, field.label);
    optional_mark(h, field);
    h("</label>"_h);
    hint_and_error(h, field);
}

void open_group(Html& h, Field const& field) {
    h("<fieldset class=\"field"_h, when(bool(field.error), " wrong"_h), "\" id=\"field-"_h,
      field.name, "\""_h);
    describe(h, field);
    h("><legend>"_h, field.label);
    optional_mark(h, field);
    h("</legend>"_h);
    hint_and_error(h, field);
}

void describe(Html& h, Field const& field) {
    if (!field.hint && !field.error) return;
    h(" aria-describedby=\""_h);
    if (field.hint) h("hint-"_h, field.name);
    if (field.hint && field.error) h(" "_h);
    if (field.error) h("error-"_h, field.name);
    h("\""_h);
}

void control_attributes(Html& h, Field const& field) {
    h(" id=\"field-"_h, field.name, "\" name=\""_h, field.name, "\""_h,
      when(field.required, " required"_h));
    describe(h, field);
    if (field.error) h(" aria-invalid=\"true\""_h);
    if (!field.autocomplete.empty()) h(" autocomplete=\""_h, field.autocomplete, "\""_h);
    if (field.left_to_right) h(" dir=\"ltr\""_h);
}

}  // namespace wasl::html
