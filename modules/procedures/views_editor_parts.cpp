// SPDX-License-Identifier: Apache-2.0
#include "modules/procedures/views_editor_parts.hpp"

#include <algorithm>

#include "modules/procedures/messages.hpp"
#include "modules/procedures/typed.hpp"

namespace wasl::procedures::views {

using namespace html::literals;

namespace {

constexpr Comparison comparison_choices[] = {Comparison::equals, Comparison::differs,
                                             Comparison::at_least, Comparison::at_most,
                                             Comparison::answered};

std::string label_of(Language language, FormField const& field) {
    auto const label = directory::in(language, field.label);
    return label.empty() ? field.code : std::string(label);
}

}  // namespace

std::string typed_or(EditorPage const& page, std::string const& name, std::string const& value) {
    if (page.typed == nullptr || !page.typed->has_field(name)) return value;
    return std::string(page.typed->field(name));
}

// `field` is html::text_field, or html::text_area for more than one line.
static void edit_text(html::Html& h, EditorPage const& page, Line const& line,
                      void (*field)(html::Html&, html::Field const&)) {
    auto const value = typed_or(page, line.name, line.value);
    field(h, {.name = line.name,
              .label = line.label,
              .hint = line.hint,
              .value = value,
              .error = wrong(page, line.name),
              .required = false,
              .left_to_right = line.left_to_right,
              .length_max = line.length_max,
              .rows = 3});
    show_article(h, page, line.name);
}

void edit_line(html::Html& h, EditorPage const& page, Line const& line) {
    edit_text(h, page, line, html::text_field);
}

void edit_lines(html::Html& h, EditorPage const& page, Line const& line) {
    edit_text(h, page, line, html::text_area);
}

// Not type=number: what was mistyped would be gone before anybody could say so.
void edit_number(html::Html& h, EditorPage const& page, std::string const& name,
                 Message const& label, int value, html::NumberLimits limits) {
    edit_line(h, page,
              {name, label, std::to_string(value),
               say(msg::edit_between, {number("least", limits.min), number("most", limits.max)}),
               true, 8});
}

void edit_tick(html::Html& h, std::string const& name, Message const& label, bool on) {
    html::checkbox(h, {.name = name, .label = label, .value = on ? "1" : "", .required = false});
}

void edit_conditions(html::Html& h, EditorPage const& page, std::string const& at,
                     std::vector<Condition> const& conditions, std::string_view own_code) {
    std::vector<std::string> labels;
    std::vector<html::Choice> questions;
    labels.reserve(page.sheet.form.size());
    for (auto const& field : page.sheet.form) {
        if (field.kind == FieldKind::file || field.code == own_code || field.code.empty()) continue;
        labels.push_back(label_of(h.language(), field));
        questions.push_back({field.code, html::isolated(labels.back())});
    }
    if (questions.empty() && conditions.empty()) return;
    html::Disclosure const box(h, msg::edit_only_if, !conditions.empty());
    h("<p class=\"hint\">"_h, msg::edit_only_if_hint, "</p>"_h);
    auto const rows = std::min(conditions.size() + 1, std::size_t{conditions_max});
    for (std::size_t n = 0; n < rows; ++n) {
        auto const one = n < conditions.size()
                             ? conditions[n]
                             : Condition{.field = {}, .is = Comparison::equals, .value = {}};
        auto const row = at + "only_if." + std::to_string(n) + ".";
        html::Fieldset const together(h, say(msg::edit_condition, {number("number", n + 1)}));
        auto const field_name = row + "field", is_name = row + "is";
        html::select_field(h,
                           {.name = field_name,
                            .label = msg::edit_condition_question,
                            .value = one.field,
                            .required = false},
                           questions);
        html::select_field(h,
                           {.name = is_name,
                            .label = msg::edit_condition_is,
                            .value = name_of(one.is),
                            .required = false},
                           choices_among(comparison_choices, "comparison."));
        edit_line(h, page,
                  {row + "value", msg::edit_condition_value, one.value, msg::edit_condition_hint});
    }
}

void item_objections(html::Html& h, EditorPage const& page, std::string const& field) {
    for (auto const& objection : page.objections) {
        if (objection.field != field) continue;
        html::Panel const panel(h, html::Tone::danger);
        h("<p>"_h);
        show_objection(h, objection);
        h("</p>"_h);
    }
}

void show_article(html::Html& h, EditorPage const& page, std::string_view field) {
    if (page.faults.of(field)) return;
    for (auto const& objection : page.objections) {
        if (objection.field != field) continue;
        h("<p class=\"meta\">"_h);
        show_article_of(h, objection);
        h("</p>"_h);
        return;
    }
}

void item_buttons(html::Html& h, std::string const& list, std::size_t n, std::size_t size) {
    auto const place = ":" + list + "." + std::to_string(n);
    html::ButtonRow const row(h);
    auto const quiet = html::ButtonKind::quiet;
    if (n > 0) html::button(h, msg::office_up, quiet, "do", "up" + place);
    if (n + 1 < size) html::button(h, msg::office_down, quiet, "do", "down" + place);
    html::button(h, msg::office_remove, html::ButtonKind::danger, "do", "remove" + place);
}

void add_button(html::Html& h, std::string const& list, Message const& label) {
    html::button(h, label, html::ButtonKind::secondary, "do", "add:" + list);
}

}  // namespace wasl::procedures::views
