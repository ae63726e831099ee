// SPDX-License-Identifier: Apache-2.0
// Requirements, documents, information and steps. Items are added, removed and moved by buttons
// that save what was typed on the way.
#include "modules/procedures/messages.hpp"
#include "modules/procedures/views_editor_parts.hpp"

namespace wasl::procedures::views {

using namespace html::literals;

namespace {

void edit_practice(html::Html& h, EditorPage const& page, std::string const& at,
                   Document const& document) {
    html::Disclosure const box(h, msg::edit_practice);
    h("<p class=\"hint\">"_h, msg::edit_practice_hint, "</p>"_h);
    edit_number(h, page, at + "copies", msg::edit_copies, document.copies, {.min = 1, .max = 99});
    edit_tick(h, at + "legalised", msg::edit_legalised, document.legalised_signature);
    edit_tick(h, at + "certified", msg::edit_certified, document.certified_copy);
    edit_tick(h, at + "public", msg::edit_public, document.publicly_available);
}

// Of which kind it is, so that the gate knows who holds it (art. 23), and what it proves.
void edit_evidence(html::Html& h, EditorPage const& page, std::string const& at,
                   Document const& document) {
    std::vector<html::Choice> types, requirements;
    for (auto const& type : page.types)
        types.push_back({type.code, said(h.language(), type.title)});
    for (auto const& one : page.sheet.requirements)
        requirements.push_back({one.code, said(h.language(), one.title)});
    auto const type_name = at + "evidence_type", requirement_name = at + "requirement";
    if (!types.empty())
        html::select_field(h,
                           {.name = type_name,
                            .label = msg::edit_evidence_type,
                            .hint = msg::edit_evidence_type_hint,
                            .value = document.evidence_type,
                            .required = false},
                           types);
    else
        html::hidden_field(h, type_name, document.evidence_type);
    if (!requirements.empty())
        html::select_field(h,
                           {.name = requirement_name,
                            .label = msg::edit_proves,
                            .value = document.requirement,
                            .required = false},
                           requirements);
}

void edit_document(html::Html& h, EditorPage const& page, Document const& document,
                   std::string const& at) {
    static constexpr Supplier suppliers[] = {Supplier::user, Supplier::administration};
    edit_names(h, page, at + "title", msg::edit_document, document.title);
    auto const supplier_name = at + "supplier";
    html::radio_group(
        h,
        {.name = supplier_name, .label = msg::edit_supplier, .value = name_of(document.supplier)},
        choices_among(suppliers, "supplier."));
    edit_tick(h, at + "required", msg::edit_required, document.required);
    edit_bases(h, page, at + "basis.", document.basis, 4);
    edit_conditions(h, page, at, document.only_if);
    edit_evidence(h, page, at, document);
    edit_names(h, page, at + "note", msg::edit_note, document.note, true);
    edit_line(h, page, {at + "held_by", msg::edit_held_by, document.held_by});
    edit_number(h, page, at + "valid_days", msg::edit_valid_days, document.valid_days,
                {.min = 0, .max = 9999});
    edit_tick(h, at + "honour", msg::edit_honour, document.declaration_on_honour);
    edit_tick(h, at + "to_be_confirmed", msg::edit_to_confirm, document.to_be_confirmed);
    edit_practice(h, page, at, document);
}

}  // namespace

void edit_requirements(html::Html& h, EditorPage const& page) {
    edit_list(h, page, "requirements", page.sheet.requirements,
              [&](Requirement const& one, std::string const& at) {
                  edit_names(h, page, at + "title", msg::edit_requirement, one.title);
                  edit_names(h, page, at + "note", msg::edit_note, one.note, true);
                  edit_bases(h, page, at + "basis.", one.basis, 4);
                  edit_conditions(h, page, at, one.only_if);
              });
    add_button(h, "requirements", msg::edit_add_requirement);
}

void edit_documents(html::Html& h, EditorPage const& page) {
    edit_list(h, page, "documents", page.sheet.documents,
              [&](Document const& one, std::string const& at) { edit_document(h, page, one, at); });
    add_button(h, "documents", msg::edit_add_document);
}

void edit_information(html::Html& h, EditorPage const& page) {
    edit_list(h, page, "information", page.sheet.information,
              [&](Information const& one, std::string const& at) {
                  edit_names(h, page, at + "title", msg::edit_information, one.title);
                  edit_bases(h, page, at + "basis.", one.basis, 2);
              });
    add_button(h, "information", msg::edit_add_information);
}

void edit_steps(html::Html& h, EditorPage const& page) {
    edit_list(h, page, "steps", page.sheet.steps, [&](Step const& one, std::string const& at) {
        edit_names(h, page, at + "title", msg::edit_step, one.title);
        edit_names(h, page, at + "unit", msg::edit_step_unit, one.unit);
        edit_tick(h, at + "visit", msg::edit_step_visit, one.visit);
        edit_number(h, page, at + "line_minutes", msg::edit_step_line, one.line_minutes,
                    {.min = 0, .max = 1440});
        edit_number(h, page, at + "counter_minutes", msg::edit_step_counter, one.counter_minutes,
                    {.min = 0, .max = 1440});
        edit_number(h, page, at + "days_to_next", msg::edit_step_days, one.days_to_next,
                    {.min = 0, .max = 999});
        edit_conditions(h, page, at, one.only_if);
    });
    add_button(h, "steps", msg::edit_add_step);
}

}  // namespace wasl::procedures::views
