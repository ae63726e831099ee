// SPDX-License-Identifier: Apache-2.0
// The rules that compare parts of a sheet with one another, and with the registry of holders.
#include <algorithm>
#include <functional>

#include "modules/procedures/forbidden.hpp"
#include "modules/procedures/gate.hpp"
#include "modules/procedures/messages.hpp"

namespace wasl::procedures {
namespace {

bool says_something(Names const& names) {
    return !names.fr.empty() || !names.en.empty() || !names.zgh.empty();
}

using Look = std::function<void(std::string const& field, Names const&)>;

void look_at_lists(Sheet const& sheet, Look const& look) {
    for (auto const& one : sheet.requirements) {
        look("requirements." + one.code, one.title);
        look("requirements." + one.code, one.note);
    }
    for (auto const& one : sheet.documents) {
        look("documents." + one.code, one.title);
        look("documents." + one.code, one.note);
    }
    for (auto const& one : sheet.information) look("information." + one.code, one.title);
    for (auto const& one : sheet.fees) {
        look("fees." + one.code, one.name);
        look("fees." + one.code, one.note);
    }
    for (auto const& one : sheet.steps) {
        look("steps." + one.code, one.title);
        look("steps." + one.code, one.unit);
    }
}

void look_at_field(FormField const& field, Look const& look) {
    look("form." + field.code, field.label);
    look("form." + field.code, field.hint);
    for (auto const& choice : field.choices) look("form." + field.code, choice);
    for (auto const& inner : field.fields) look_at_field(inner, look);
}

void look_at_names(Sheet const& sheet, Look const& look) {
    look("title", sheet.title);
    look("summary", sheet.summary);
    look("output", sheet.output);
    look("handling", sheet.handling);
    look("term_note", sheet.term_note);
    look("extension_conditions", sheet.extension_conditions);
    look("appeal", sheet.appeal);
    look("contact", sheet.contact);
    look_at_lists(sheet, look);
    for (auto const& field : sheet.form) look_at_field(field, look);
}

// The questions themselves: a group is only their frame.
std::vector<FormField const*> questions_of(Sheet const& sheet) {
    std::vector<FormField const*> out;
    for (auto const& field : sheet.form) {
        if (field.kind != FieldKind::group) out.push_back(&field);
        for (auto const& inner : field.fields) out.push_back(&inner);
    }
    return out;
}

void differences_of(Sheet const& sheet, FormField const& field, std::vector<FormDifference>& out) {
    if (field.kind == FieldKind::file) {
        auto const* const document = sheet.document(field.code);
        if (document == nullptr || document->supplier != Supplier::user)
            out.push_back({Difference::unnamed, field.code, field.label});
        else if (field.required && !document->required)
            out.push_back({Difference::stricter, field.code, field.label});
        return;
    }
    bool const named = std::any_of(sheet.information.begin(), sheet.information.end(),
                                   [&](auto const& one) { return one.code == field.code; });
    if (!named) out.push_back({Difference::unnamed, field.code, field.label});
}

}  // namespace

std::vector<FormDifference> form_differences(Sheet const& sheet) {
    std::vector<FormDifference> out;
    for (auto const* const field : questions_of(sheet)) differences_of(sheet, *field, out);
    for (auto const& one : sheet.information)
        if (sheet.field(one.code) == nullptr && !sheet.form.empty())
            out.push_back({Difference::not_asked, one.code, one.title});
    return out;
}

EvidenceType const* Surroundings::type(std::string_view code) const {
    if (types == nullptr) return nullptr;
    for (auto const& one : *types)
        if (one.code == code) return &one;
    return nullptr;
}

namespace rule {
namespace {

// The exemption that covers it today; else one that did, to say so; else null.
Exemption const* exemption_for(Document const& document, Sheet const& sheet,
                               Surroundings const& around) {
    Exemption const* ended = nullptr;
    if (around.exemptions == nullptr) return nullptr;
    for (auto const& one : *around.exemptions) {
        if (!one.is_about(document.evidence_type, sheet.code)) continue;
        if (one.holds_on(around.today)) return &one;
        if (one.last < around.today) ended = &one;
    }
    return ended;
}

void held_elsewhere(Document const& document, Sheet const& sheet, Surroundings const& around,
                    Found& found) {
    auto const field = "documents." + document.code;
    auto const* const type = around.type(document.evidence_type);
    if (type == nullptr) {
        found.push_back({field, msg::gate_evidence_unknown, "55.19/6"});
        return;
    }
    if (type->publicly_available) found.push_back({field, msg::gate_public, "55.19/7"});
    if (type->on_identity_card) found.push_back({field, msg::gate_identity_card, "04.20/11"});
    bool const own = type->holder_id.value() != 0 && type->holder_id == sheet.owner;
    if (type->holder.empty() && !own) return;
    auto const* const exemption = exemption_for(document, sheet, around);
    if (exemption != nullptr && exemption->holds_on(around.today)) return;
    if (exemption != nullptr)
        found.push_back(
            {field, say(msg::gate_exemption_over, {{"day", exemption->last}}), "55.19/23"});
    else if (type->service.empty())
        found.push_back({field, say(msg::gate_held, {text("holder", type->holder)}), "55.19/23"});
    else
        found.push_back({field,
                         say(msg::gate_held_exchange,
                             {text("holder", type->holder), text("service", type->service)}),
                         "55.19/23"});
}

// Leaving the type open is no way round the registry: its papers are known by their names too.
void named_without_type(Document const& document, Sheet const& sheet, Surroundings const& around,
                        Found& found) {
    if (around.types == nullptr) return;
    for (auto const& type : *around.types) {
        bool const own = type.holder_id.value() != 0 && type.holder_id == sheet.owner;
        bool const held = !type.holder.empty() && !type.on_identity_card && !own;
        if ((!held && !type.publicly_available) ||
            !forbidden::names_one_of(document.title, type.phrases))
            continue;
        found.push_back({"documents." + document.code,
                         say(msg::gate_type_named, {text("type", type.title.ar)}),
                         type.publicly_available ? "55.19/7" : "55.19/23"});
        return;
    }
}

}  // namespace

void asks_nothing_held_elsewhere(Sheet const& sheet, Surroundings const& around, Found& found) {
    for (auto const& document : sheet.documents) {
        // A declaration on honour can stand for it (art. 8): then the paper is nobody's duty.
        if (document.supplier != Supplier::user || document.declaration_on_honour) continue;
        if (document.evidence_type.empty())
            named_without_type(document, sheet, around, found);
        else
            held_elsewhere(document, sheet, around, found);
    }
}

void form_asks_what_the_sheet_names(Sheet const& sheet, Found& found) {
    for (auto const& one : form_differences(sheet)) {
        if (one.what == Difference::not_asked) continue;
        found.push_back(
            {"form." + one.code,
             one.what == Difference::unnamed ? msg::gate_form_unnamed : msg::gate_form_stricter,
             one.what == Difference::unnamed ? "55.19/3" : "55.19/6"});
    }
}

void conditions_can_be_answered(Sheet const& sheet, Found& found) {
    auto const ask = [&](std::string const& field, std::vector<Condition> const& conditions) {
        for (auto const& one : conditions)
            if (sheet.field(one.field) == nullptr)
                found.push_back(
                    {field, say(msg::gate_condition, {text("code", one.field)}), "55.19/6"});
    };
    for (auto const& one : sheet.requirements) ask("requirements." + one.code, one.only_if);
    for (auto const& one : sheet.documents) ask("documents." + one.code, one.only_if);
    for (auto const& one : sheet.steps) ask("steps." + one.code, one.only_if);
    for (auto const& one : sheet.form) ask("form." + one.code, one.only_if);
    for (auto const& fee : sheet.fees) {
        ask("fees." + fee.code, fee.only_if);
        if (!fee.formula) continue;
        for (auto const& term : fee.formula->terms) {
            auto const* const field = sheet.field(term.field);
            if (field == nullptr || field->kind != FieldKind::number)
                found.push_back({"fees." + fee.code,
                                 say(msg::gate_formula, {text("code", term.field)}), "55.19/6"});
        }
    }
}

void says_all_in_arabic(Sheet const& sheet, Found& found) {
    look_at_names(sheet, [&](std::string const& field, Names const& names) {
        bool const told = std::any_of(found.begin(), found.end(), [&](Objection const& one) {
            return one.field == field && one.what.message == &msg::gate_arabic;
        });
        if (names.ar.empty() && says_something(names) && !told)
            found.push_back({field, msg::gate_arabic, "55.19/6"});
    });
}

}  // namespace rule
}  // namespace wasl::procedures
