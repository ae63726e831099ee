// SPDX-License-Identifier: Apache-2.0
// From a sheet to its JSON. Members stand in the order of the sheet, empty ones are left out, so
// the same sheet is always the same text.
#include <boost/json.hpp>

#include "modules/procedures/content_text.hpp"
#include "modules/procedures/procedures.hpp"

namespace wasl::procedures {
namespace {

namespace json = boost::json;

void put(json::object& into, std::string_view name, std::string const& value) {
    if (!value.empty()) into[name] = value;
}
void put(json::object& into, std::string_view name, bool value) {
    if (value) into[name] = true;
}
void put(json::object& into, std::string_view name, int value) {
    if (value != 0) into[name] = value;
}
void put(json::object& into, std::string_view name, json::value value) {
    if (value.is_array() ? !value.get_array().empty() : !value.get_object().empty())
        into[name] = std::move(value);
}

json::value json_value(Names const& names) {
    json::object out;
    put(out, "ar", names.ar);
    put(out, "fr", names.fr);
    put(out, "en", names.en);
    put(out, "zgh", names.zgh);
    return out;
}

json::value json_value(LegalBasis const& basis) {
    json::object out;
    put(out, "text_ar", basis.text_ar);
    put(out, "text_fr", basis.text_fr);
    put(out, "reference", basis.reference);
    put(out, "reference_fr", basis.reference_fr);
    put(out, "to_be_confirmed", basis.to_be_confirmed);
    return out;
}

json::value json_value(std::string const& text) { return json::string(text); }
json::value json_value(Channel channel) { return json::string(name_of(channel)); }

json::value json_value(Condition const&);
json::value json_value(Requirement const&);
json::value json_value(Document const&);
json::value json_value(Information const&);
json::value json_value(FormField const&);
json::value json_value(Fee const&);
json::value json_value(Step const&);
json::value json_value(Term const&);
json::value json_value(Tier const&);

template<typename T>
json::value json_value(std::vector<T> const& list) {
    json::array out;
    for (auto const& item : list) out.push_back(json_value(item));
    return out;
}

json::value json_value(Condition const& condition) {
    json::object out{{"field", condition.field}, {"is", name_of(condition.is)}};
    put(out, "value", condition.value);
    return out;
}

json::value json_value(Requirement const& requirement) {
    json::object out;
    put(out, "code", requirement.code);
    put(out, "title", json_value(requirement.title));
    put(out, "note", json_value(requirement.note));
    put(out, "basis", json_value(requirement.basis));
    put(out, "only_if", json_value(requirement.only_if));
    return out;
}

json::value json_value(Information const& information) {
    json::object out;
    put(out, "code", information.code);
    put(out, "title", json_value(information.title));
    put(out, "basis", json_value(information.basis));
    return out;
}

json::value json_value(Step const& step) {
    json::object out;
    put(out, "code", step.code);
    put(out, "title", json_value(step.title));
    put(out, "unit", json_value(step.unit));
    put(out, "line_minutes", step.line_minutes);
    put(out, "counter_minutes", step.counter_minutes);
    put(out, "days_to_next", step.days_to_next);
    out["visit"] = step.visit;
    put(out, "only_if", json_value(step.only_if));
    return out;
}

json::value json_value(Document const& document) {
    json::object out;
    put(out, "code", document.code);
    put(out, "evidence_type", document.evidence_type);
    put(out, "requirement", document.requirement);
    put(out, "title", json_value(document.title));
    out["supplier"] = name_of(document.supplier);
    put(out, "basis", json_value(document.basis));
    out["required"] = document.required;
    put(out, "only_if", json_value(document.only_if));
    put(out, "valid_days", document.valid_days);
    put(out, "note", json_value(document.note));
    put(out, "to_be_confirmed", document.to_be_confirmed);
    put(out, "held_by", document.held_by);
    put(out, "declaration_on_honour", document.declaration_on_honour);
    if (document.copies != 1) out["copies"] = document.copies;
    put(out, "legalised_signature", document.legalised_signature);
    put(out, "certified_copy", document.certified_copy);
    put(out, "publicly_available", document.publicly_available);
    return out;
}

json::value json_value(FormField const& field) {
    json::object out;
    put(out, "code", field.code);
    out["kind"] = name_of(field.kind);
    put(out, "label", json_value(field.label));
    put(out, "hint", json_value(field.hint));
    out["required"] = field.required;
    put(out, "choices", json_value(field.choices));
    put(out, "page", field.page);
    put(out, "only_if", json_value(field.only_if));
    put(out, "fields", json_value(field.fields));
    put(out, "rows_max", field.rows_max);
    return out;
}

void put(json::object& into, std::string_view name, std::optional<Money> amount) {
    if (amount) into[name] = amount->in_centimes();
}

json::value json_value(Tier const& tier) {
    json::object out;
    if (tier.up_to) out["up_to"] = tier.up_to->text();
    out["rate"] = tier.rate.text();
    if (tier.flat != Money::centimes(0)) put(out, "flat_centimes", std::optional(tier.flat));
    return out;
}

json::value json_value(Term const& term) {
    json::object out;
    put(out, "field", term.field);
    out["tariff"] = name_of(term.tariff);
    put(out, "tiers", json_value(term.tiers));
    return out;
}

json::value json_value(Formula const& formula) {
    json::object out{{"fixed_centimes", formula.fixed.in_centimes()}};
    put(out, "terms", json_value(formula.terms));
    put(out, "least_centimes", formula.least);
    put(out, "most_centimes", formula.most);
    return out;
}

json::value json_value(Fee const& fee) {
    json::object out;
    put(out, "code", fee.code);
    put(out, "name", json_value(fee.name));
    put(out, "centimes", fee.amount);
    if (fee.formula) out["formula"] = json_value(*fee.formula);
    put(out, "only_if", json_value(fee.only_if));
    put(out, "basis", json_value(fee.basis));
    put(out, "note", json_value(fee.note));
    put(out, "to_be_confirmed", fee.to_be_confirmed);
    return out;
}

void put_term(json::object& out, Sheet const& sheet) {
    put(out, "term_days", sheet.term_days);
    put(out, "term_note", json_value(sheet.term_note));
    out["cap_days"] = sheet.cap_days;
    put(out, "investment", sheet.investment);
    put(out, "investment_list_item", sheet.investment_list_item);
    out["silence"] = name_of(sheet.silence);
    put(out, "silence_list_item", sheet.silence_list_item);
    put(out, "extension", sheet.extension);
    put(out, "extension_list_item", sheet.extension_list_item);
    put(out, "extension_days", sheet.extension_days);
    put(out, "extension_conditions", json_value(sheet.extension_conditions));
    put(out, "appeal", json_value(sheet.appeal));
}

}  // namespace

std::string json_of(std::vector<Condition> const& conditions) {
    return json::serialize(json_value(conditions));
}
std::string json_of(Formula const& formula) { return json::serialize(json_value(formula)); }

std::string to_json(Sheet const& sheet) {
    json::object out;
    put(out, "title", json_value(sheet.title));
    put(out, "summary", json_value(sheet.summary));
    put(out, "output", json_value(sheet.output));
    put(out, "handling", json_value(sheet.handling));
    put(out, "basis", json_value(sheet.basis));
    put(out, "requirements", json_value(sheet.requirements));
    put(out, "documents", json_value(sheet.documents));
    // Written even where it is empty: a sheet without it is of a former version.
    out["information"] = json_value(sheet.information);
    put(out, "fees", json_value(sheet.fees));
    put(out, "steps", json_value(sheet.steps));
    put_term(out, sheet);
    put(out, "channels", json_value(sheet.channels));
    put(out, "contact", json_value(sheet.contact));
    put(out, "form", json_value(sheet.form));
    put(out, "themes", json_value(sheet.themes));
    put(out, "audience", json_value(sheet.audience));
    put(out, "life_events", json_value(sheet.life_events));
    put(out, "keywords", sheet.keywords);
    put(out, "immediate", sheet.immediate);
    put(out, "online", sheet.online);
    out["retention_years"] = sheet.retention_years;
    put(out, "to_be_confirmed", json_value(sheet.to_be_confirmed));
    return json::serialize(out);
}

}  // namespace wasl::procedures
