// SPDX-License-Identifier: Apache-2.0
// The form builder: questions, their kinds and conditions, and groups that repeat.
#include "modules/procedures/messages.hpp"
#include "modules/procedures/views_editor_parts.hpp"

namespace wasl::procedures::views {

using namespace html::literals;

namespace {

void edit_kind(html::Html& h, EditorPage const& page, std::string const& at, FieldKind kind,
               bool in_group) {
    static constexpr FieldKind kinds[] = {
        FieldKind::text,   FieldKind::long_text, FieldKind::number,  FieldKind::date,
        FieldKind::choice, FieldKind::yes_no,    FieldKind::address, FieldKind::email,
        FieldKind::phone,  FieldKind::file,      FieldKind::group};
    auto choices = choices_among(kinds, "kind.");
    if (in_group) choices.resize(choices.size() - 2);
    auto const name = at + "kind";
    html::select_field(h,
                       {.name = name,
                        .label = msg::edit_kind,
                        .hint = msg::edit_kind_hint,
                        .value = name_of(kind),
                        .error = wrong(page, name)},
                       choices);
}

void edit_choices(html::Html& h, EditorPage const& page, std::string const& at,
                  FormField const& field) {
    if (field.kind != FieldKind::choice && field.choices.empty()) return;
    edit_lines(h, page,
               {at + "choices", msg::edit_choices, lines_of(field.choices), msg::edit_choices_hint,
                false, 3000});
}

void edit_file(html::Html& h, EditorPage const& page, std::string const& at,
               FormField const& field) {
    if (field.kind != FieldKind::file) return;
    std::vector<html::Choice> documents;
    for (auto const& document : page.sheet.documents)
        if (document.supplier == Supplier::user)
            documents.push_back({document.code, said(h.language(), document.title)});
    auto const name = at + "document";
    html::select_field(h,
                       {.name = name,
                        .label = msg::edit_file_document,
                        .hint = msg::edit_file_document_hint,
                        .value = field.code,
                        .required = false},
                       documents);
}

void edit_field(html::Html& h, EditorPage const& page, FormField const& field,
                std::string const& at, bool in_group) {
    edit_names(h, page, at + "label", msg::edit_label, field.label);
    edit_kind(h, page, at, field.kind, in_group);
    edit_tick(h, at + "required", msg::edit_required, field.required);
    edit_choices(h, page, at, field);
    edit_file(h, page, at, field);
    edit_names(h, page, at + "hint", msg::edit_hint, field.hint);
}

void edit_group(html::Html& h, EditorPage const& page, FormField const& field,
                std::string const& at) {
    if (field.kind != FieldKind::group) return;
    html::Fieldset const box(h, msg::edit_group, msg::edit_group_hint);
    edit_number(h, page, at + "rows_max", msg::edit_rows_max, field.rows_max,
                {.min = 0, .max = 100});
    edit_list(h, page, at + "fields", field.fields,
              [&](FormField const& inner, std::string const& inner_at) {
                  edit_field(h, page, inner, inner_at, true);
              });
    add_button(h, at + "fields", msg::edit_add_question_in_group);
}

}  // namespace

void edit_form(html::Html& h, EditorPage const& page) {
    edit_list(h, page, "form", page.sheet.form, [&](FormField const& field, std::string const& at) {
        edit_field(h, page, field, at, false);
        edit_group(h, page, field, at);
        edit_line(h, page, {at + "page", msg::edit_page, field.page, msg::edit_page_hint});
        edit_conditions(h, page, at, field.only_if, field.code);
    });
    add_button(h, "form", msg::edit_add_question);
}

}  // namespace wasl::procedures::views
