// SPDX-License-Identifier: Apache-2.0
// A question of a form, in the filing journey and in the preview of whoever writes the form.
#include <array>

#include "modules/procedures/answers.hpp"
#include "modules/procedures/messages.hpp"
#include "modules/procedures/views.hpp"

namespace wasl::procedures {
namespace {

constexpr std::size_t radios_most = 7;

void choose_answer(html::Html& h, FormField const& field, html::Field const& shown) {
    std::vector<html::Choice> choices;
    for (auto const& one : field.choices)
        choices.push_back({one.ar, views::said(h.language(), one)});
    if (choices.size() > radios_most)
        html::select_field(h, shown, choices);
    else
        html::radio_group(h, shown, choices);
}

// In parts, so that a letter finds its way.
void ask_address(html::Html& h, FormField const& field, AskedAs const& as) {
    static constexpr Message const* labels[] = {&msg::address_line, &msg::address_quarter,
                                                &msg::address_postcode, &msg::address_town};
    static constexpr std::string_view known_as[] = {"address-line1", "address-line2", "postal-code",
                                                    "address-level2"};
    auto const address = address_from(as.value);
    html::Fieldset const all(
        h, views::said(h.language(), field.label),
        field.hint.ar.empty() ? html::Words{} : html::Words(views::said(h.language(), field.hint)));
    for (std::size_t part = 0; part < address.parts.size(); ++part) {
        // The first part bears the name of the whole: a fault leads there.
        auto const name =
            std::string(as.name) + (part == 0 ? "" : "." + std::string(address_parts[part]));
        bool const code = part == 2;
        html::text_field(h, {.name = name,
                             .label = *labels[part],
                             .value = address.parts[part],
                             .error = part == 0 ? as.error
                                      : code    ? as.postcode_error
                                                : Said(),
                             .required = field.required && part == 0,
                             .autocomplete = known_as[part],
                             .left_to_right = code,
                             .length_max = code ? 10 : 200});
    }
}

}  // namespace

void show_question(html::Html& h, FormField const& field, AskedAs const& as) {
    html::Field shown{.name = as.name,
                      .label = views::said(h.language(), field.label),
                      .value = as.value,
                      .error = as.error,
                      .required = field.required,
                      .length_max = as.signs_max};
    if (!field.hint.ar.empty()) shown.hint = views::said(h.language(), field.hint);
    switch (field.kind) {
        case FieldKind::long_text: return html::text_area(h, shown);
        // Not type=number: what was mistyped would be gone before anybody could say so.
        case FieldKind::number: shown.left_to_right = true; return html::text_field(h, shown);
        case FieldKind::date: return html::date_field(h, shown);
        case FieldKind::choice: return choose_answer(h, field, shown);
        case FieldKind::email: return html::email_field(h, shown);
        case FieldKind::phone: return html::telephone_field(h, shown);
        case FieldKind::address: return ask_address(h, field, as);
        case FieldKind::yes_no:
            return html::radio_group(h, shown,
                                     std::array{html::Choice{"yes", msg::answer_yes},
                                                html::Choice{"no", msg::answer_no}});
        case FieldKind::text: return html::text_field(h, shown);
        case FieldKind::file:
        case FieldKind::group: return;
    }
}

}  // namespace wasl::procedures
