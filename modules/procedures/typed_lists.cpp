// SPDX-License-Identifier: Apache-2.0
#include "modules/procedures/typed_lists.hpp"

#include <algorithm>
#include <utility>

#include "modules/procedures/editor.hpp"

namespace wasl::procedures {
namespace {

constexpr int minutes_max = 1440;
constexpr int days_max = 999, valid_days_max = 9999;
constexpr int group_rows_max = 100;

// The code of an item and the form's field that holds it.
struct Coded {
    std::string* code;
    std::string field;
};

// Items without a code get the first free one, so that answers can be kept under it.
void give_codes(std::vector<Coded> const& items, Typed& typed) {
    auto const taken = [&](std::string const& code) {
        return std::count_if(items.begin(), items.end(),
                             [&](Coded const& item) { return *item.code == code; });
    };
    int next = 1;
    for (auto const& item : items) {
        if (item.code->empty()) {
            while (taken("item-" + std::to_string(next)) > 0) ++next;
            *item.code = "item-" + std::to_string(next);
        } else if (taken(*item.code) > 1) {
            typed.fault(item.field, msg::refusal_item_code);
        }
    }
}

std::string row_name(std::string_view list, int n) {
    return std::string(list) + "." + std::to_string(n) + ".";
}

template<typename T, typename Read>
std::vector<T> items(std::string_view name, Typed& typed, Read read) {
    std::vector<T> out;
    auto const count = typed.count(name);
    for (int n = 0; n < count; ++n) out.push_back(read(row_name(name, n)));
    return out;
}

template<typename T>
void give_codes(std::vector<T>& list, std::string_view name, Typed& typed) {
    std::vector<Coded> coded;
    for (std::size_t n = 0; n < list.size(); ++n)
        coded.push_back({&list[n].code, row_name(name, static_cast<int>(n)) + "code"});
    give_codes(coded, typed);
}

Formula formula(Typed& typed, std::string const& at) {
    Formula out;
    out.fixed = typed.money(at + "fixed").value_or(Money::centimes(0));
    out.least = typed.money(at + "least");
    out.most = typed.money(at + "most");
    out.terms = items<Term>(at + "terms", typed, [&](std::string const& term_at) {
        Term term;
        term.field = typed.text(term_at + "field");
        if (term.field.empty()) typed.fault(term_at + "field", msg::refusal_formula_number);
        term.tariff = typed.choice<Tariff>(term_at + "tariff");
        term.tiers = items<Tier>(term_at + "tiers", typed, [&](std::string const& tier_at) {
            return Tier{typed.decimal(tier_at + "up_to"),
                        typed.decimal(tier_at + "rate").value_or(Decimal()),
                        typed.money(tier_at + "flat").value_or(Money::centimes(0))};
        });
        if (term.tiers.empty()) term.tiers.emplace_back();
        return term;
    });
    if (!well_formed(out)) typed.fault(at + "terms", msg::refusal_formula);
    return out;
}

Fee fee(Sheet const& sheet, Typed& typed, std::string const& at) {
    Fee out;
    out.code = typed.code(at);
    out.name = typed.names(at + "name");
    auto const how = typed.text(at + "how");
    if (how == "formula")
        out.formula = formula(typed, at + "formula.");
    else if (how != "varies")
        out.amount = typed.money(at + "amount");
    auto bases = typed.bases(at + "basis.");
    if (!bases.empty()) out.basis = std::move(bases.front());
    out.only_if = typed.conditions(at, sheet.form);
    out.note = typed.names(at + "note");
    out.to_be_confirmed = typed.ticked(at + "to_be_confirmed");
    return out;
}

Document type_document(Sheet const& sheet, Typed& typed, std::string const& at) {
    Document out;
    out.code = typed.code(at);
    out.evidence_type = typed.text(at + "evidence_type");
    out.requirement = typed.text(at + "requirement");
    out.title = typed.names(at + "title");
    out.supplier = typed.choice<Supplier>(at + "supplier");
    out.basis = typed.bases(at + "basis.");
    out.required = typed.ticked(at + "required");
    out.only_if = typed.conditions(at, sheet.form);
    out.valid_days = typed.number(at + "valid_days", 0, valid_days_max);
    out.note = typed.names(at + "note");
    out.to_be_confirmed = typed.ticked(at + "to_be_confirmed");
    out.held_by = typed.text(at + "held_by");
    out.declaration_on_honour = typed.ticked(at + "honour");
    out.copies = typed.number(at + "copies", 1, 99);
    out.legalised_signature = typed.ticked(at + "legalised");
    out.certified_copy = typed.ticked(at + "certified");
    out.publicly_available = typed.ticked(at + "public");
    return out;
}

FormField field(std::vector<FormField> const& form, Typed& typed, std::string const& at) {
    FormField out;
    out.code = typed.code(at);
    out.kind = typed.choice<FieldKind>(at + "kind");
    // A file answers for a document of the sheet, so it bears the document's code (art. 4-6).
    if (out.kind == FieldKind::file)
        if (auto const chosen = typed.text(at + "document"); !chosen.empty()) out.code = chosen;
    out.label = typed.names(at + "label");
    out.hint = typed.names(at + "hint");
    out.required = typed.ticked(at + "required");
    out.choices = choices_from(typed.text(at + "choices"));
    out.page = typed.text(at + "page");
    out.only_if = typed.conditions(at, form);
    return out;
}

FormField field_or_group(std::vector<FormField> const& form, Typed& typed, std::string const& at) {
    auto out = field(form, typed, at);
    if (out.kind != FieldKind::group) return out;
    out.rows_max = typed.number(at + "rows_max", 0, group_rows_max);
    out.fields = items<FormField>(at + "fields", typed, [&](std::string const& inner_at) {
        auto inner = field(form, typed, inner_at);
        // Neither a group within a group, nor a document as often as there are rows.
        if (inner.kind == FieldKind::group || inner.kind == FieldKind::file)
            typed.fault(inner_at + "kind", msg::refusal_group_kind);
        return inner;
    });
    if (out.fields.empty()) out.fields.emplace_back();
    return out;
}

}  // namespace

void type_requirements(Sheet& sheet, Typed& typed) {
    sheet.requirements = items<Requirement>("requirements", typed, [&](std::string const& at) {
        return Requirement{typed.code(at), typed.names(at + "title"), typed.names(at + "note"),
                           typed.bases(at + "basis."), typed.conditions(at, sheet.form)};
    });
    give_codes(sheet.requirements, "requirements", typed);
}

void type_documents(Sheet& sheet, Typed& typed) {
    sheet.documents = items<Document>(
        "documents", typed, [&](std::string const& at) { return type_document(sheet, typed, at); });
    give_codes(sheet.documents, "documents", typed);
}

void type_information(Sheet& sheet, Typed& typed) {
    sheet.information = items<Information>("information", typed, [&](std::string const& at) {
        return Information{typed.code(at), typed.names(at + "title"), typed.bases(at + "basis.")};
    });
    give_codes(sheet.information, "information", typed);
}

void type_fees(Sheet& sheet, Typed& typed) {
    sheet.fees =
        items<Fee>("fees", typed, [&](std::string const& at) { return fee(sheet, typed, at); });
    give_codes(sheet.fees, "fees", typed);
}

void type_steps(Sheet& sheet, Typed& typed) {
    sheet.steps = items<Step>("steps", typed, [&](std::string const& at) {
        Step out;
        out.code = typed.code(at);
        out.title = typed.names(at + "title");
        out.unit = typed.names(at + "unit");
        out.line_minutes = typed.number(at + "line_minutes", 0, minutes_max);
        out.counter_minutes = typed.number(at + "counter_minutes", 0, minutes_max);
        out.days_to_next = typed.number(at + "days_to_next", 0, days_max);
        out.visit = typed.ticked(at + "visit");
        out.only_if = typed.conditions(at, sheet.form);
        return out;
    });
    give_codes(sheet.steps, "steps", typed);
}

void type_form(Sheet& sheet, Typed& typed) {
    auto const former = std::exchange(sheet.form, {});
    sheet.form = items<FormField>(
        "form", typed, [&](std::string const& at) { return field_or_group(former, typed, at); });
    std::vector<Coded> coded;
    for (std::size_t n = 0; n < sheet.form.size(); ++n) {
        auto const at = row_name("form", static_cast<int>(n));
        coded.push_back({&sheet.form[n].code, at + "code"});
        auto& inner = sheet.form[n].fields;
        for (std::size_t m = 0; m < inner.size(); ++m)
            coded.push_back(
                {&inner[m].code, row_name(at + "fields", static_cast<int>(m)) + "code"});
    }
    give_codes(coded, typed);
    // A question that is new in this very form may be what another one depends on.
    for (auto& one : sheet.form)
        for (auto& condition : one.only_if)
            condition.value = as_answered(sheet.form, condition.field, std::move(condition.value));
}

}  // namespace wasl::procedures
