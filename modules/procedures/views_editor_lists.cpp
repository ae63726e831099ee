// SPDX-License-Identifier: Apache-2.0
// The lists of a sheet: documents, fees, questions. Items are added, removed and moved by buttons
// that save what was typed on the way.
#include "modules/procedures/messages.hpp"
#include "modules/procedures/views_editor.hpp"

namespace wasl::procedures::views {

using namespace html::literals;

namespace {

void tick(html::Html& h, std::string const& name, Message const& label, bool on) {
    html::checkbox(h, {.name = name, .label = label, .value = on ? "1" : "", .required = false});
}

void short_text(html::Html& h, EditorPage const& page, std::string const& name,
                Message const& label, std::string const& value, html::Words const& hint = {},
                bool left_to_right = false) {
    html::text_field(h, {.name = name,
                         .label = label,
                         .hint = hint,
                         .value = value,
                         .error = wrong(page, name),
                         .required = false,
                         .left_to_right = left_to_right,
                         .length_max = 500});
}

void item_buttons(html::Html& h, std::size_t n, std::size_t size) {
    auto const place = std::to_string(n);
    html::ButtonRow const row(h);
    auto const quiet = html::ButtonKind::quiet;
    if (n > 0) html::button(h, msg::office_up, quiet, "do", "up." + place);
    if (n + 1 < size) html::button(h, msg::office_down, quiet, "do", "down." + place);
    html::button(h, msg::office_remove, html::ButtonKind::danger, "do", "remove." + place);
}

// What the gate says of the item that bears this code.
void item_objections(html::Html& h, EditorPage const& page, std::string const& field) {
    for (auto const& objection : page.objections) {
        if (objection.field != field) continue;
        html::Panel const panel(h, html::Tone::danger);
        h("<p>"_h);
        show_objection(h, objection);
        h("</p>"_h);
    }
}

template<typename T, typename Show>
void edit_list(html::Html& h, EditorPage const& page, std::string const& section,
               std::vector<T> const& items, Show show) {
    html::hidden_field(h, "count", std::to_string(items.size()));
    for (std::size_t n = 0; n < items.size(); ++n) {
        html::Fieldset const one(h, say(msg::office_item, {number("number", n + 1)}));
        item_objections(h, page, section + "." + items[n].code);
        auto const at = section + "." + std::to_string(n) + ".";
        show(items[n], at);
        short_text(h, page, at + "code", msg::edit_code, items[n].code, msg::edit_code_hint, true);
        item_buttons(h, n, items.size());
    }
    html::button(h, msg::office_add, html::ButtonKind::secondary, "do", "add");
}

void edit_practice(html::Html& h, EditorPage const& page, std::string const& at,
                   Document const& document) {
    html::Disclosure const box(h, msg::edit_practice);
    h("<p class=\"hint\">"_h, msg::edit_practice_hint, "</p>"_h);
    auto const copies = std::to_string(document.copies);
    auto const name = at + "copies";
    html::number_field(h,
                       {.name = name,
                        .label = msg::edit_copies,
                        .value = copies,
                        .error = wrong(page, name),
                        .required = false},
                       {.min = 1, .max = 99});
    tick(h, at + "legalised", msg::edit_legalised, document.legalised_signature);
    tick(h, at + "certified", msg::edit_certified, document.certified_copy);
    tick(h, at + "public", msg::edit_public, document.publicly_available);
}

}  // namespace

void edit_documents(html::Html& h, EditorPage const& page) {
    static constexpr Supplier suppliers[] = {Supplier::user, Supplier::administration};
    edit_list(h, page, "documents", page.sheet.documents,
              [&](Document const& document, std::string const& at) {
                  edit_names(h, page, at + "title", msg::edit_document, document.title);
                  std::vector<html::Choice> choices;
                  for (auto const supplier : suppliers)
                      choices.push_back({name_of(supplier),
                                         *msg::find("supplier." + std::string(name_of(supplier)))});
                  auto const supplier_name = at + "supplier";
                  html::radio_group(h,
                                    {.name = supplier_name,
                                     .label = msg::edit_supplier,
                                     .value = name_of(document.supplier)},
                                    choices);
                  tick(h, at + "required", msg::edit_required, document.required);
                  edit_bases(h, at + "basis.", document.basis, 4);
                  edit_names(h, page, at + "note", msg::edit_note, document.note, true);
                  short_text(h, page, at + "held_by", msg::edit_held_by, document.held_by);
                  tick(h, at + "honour", msg::edit_honour, document.declaration_on_honour);
                  tick(h, at + "to_be_confirmed", msg::edit_to_confirm, document.to_be_confirmed);
                  edit_practice(h, page, at, document);
              });
}

void edit_fees(html::Html& h, EditorPage const& page) {
    edit_list(h, page, "fees", page.sheet.fees, [&](Fee const& fee, std::string const& at) {
        edit_names(h, page, at + "name", msg::edit_fee, fee.name);
        short_text(h, page, at + "amount", msg::edit_amount,
                   fee.amount ? written(*fee.amount) : std::string(), msg::edit_amount_hint, true);
        edit_bases(h, at + "basis.", {fee.basis}, 1);
        edit_names(h, page, at + "note", msg::edit_note, fee.note, true);
        tick(h, at + "to_be_confirmed", msg::edit_to_confirm, fee.to_be_confirmed);
    });
}

void edit_form(html::Html& h, EditorPage const& page) {
    static constexpr FieldKind kinds[] = {FieldKind::text,  FieldKind::long_text, FieldKind::number,
                                          FieldKind::date,  FieldKind::choice,    FieldKind::email,
                                          FieldKind::phone, FieldKind::address,   FieldKind::yes_no,
                                          FieldKind::file,  FieldKind::group};
    edit_list(h, page, "form", page.sheet.form, [&](FormField const& field, std::string const& at) {
        edit_names(h, page, at + "label", msg::edit_label, field.label);
        std::vector<html::Choice> choices;
        for (auto const kind : kinds)
            choices.push_back({name_of(kind), *msg::find("kind." + std::string(name_of(kind)))});
        auto const kind_name = at + "kind";
        html::select_field(
            h, {.name = kind_name, .label = msg::edit_kind, .value = name_of(field.kind)}, choices);
        tick(h, at + "required", msg::edit_required, field.required);
        edit_names(h, page, at + "hint", msg::edit_hint, field.hint);
        auto const choices_name = at + "choices";
        auto const lines = lines_of(field.choices);
        html::text_area(h, {.name = choices_name,
                            .label = msg::edit_choices,
                            .hint = msg::edit_choices_hint,
                            .value = lines,
                            .required = false,
                            .length_max = 3000});
        short_text(h, page, at + "page", msg::edit_page, field.page, msg::edit_page_hint);
    });
}

}  // namespace wasl::procedures::views
