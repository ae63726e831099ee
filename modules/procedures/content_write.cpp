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

json::value written(Names const& names) {
    json::object out;
    put(out, "ar", names.ar);
    put(out, "fr", names.fr);
    put(out, "en", names.en);
    put(out, "zgh", names.zgh);
    return out;
}

json::value written(LegalBasis const& basis) {
    json::object out;
    put(out, "text_ar", basis.text_ar);
    put(out, "text_fr", basis.text_fr);
    put(out, "reference", basis.reference);
    put(out, "reference_fr", basis.reference_fr);
    put(out, "to_be_confirmed", basis.to_be_confirmed);
    return out;
}

json::value written(std::string const& text) { return json::string(text); }
json::value written(Channel channel) { return json::string(name_of(channel)); }

json::value written(Condition const&);
json::value written(Requirement const&);
json::value written(Document const&);
json::value written(Information const&);
json::value written(FormField const&);
json::value written(Fee const&);
json::value written(Step const&);
json::value written(Term const&);
json::value written(Tier const&);

template<typename T>
json::value written(std::vector<T> const& list) {
    json::array out;
    for (auto const& item : list) out.push_back(written(item));
    return out;
}

json::value written(Condition const& condition) {
    json::object out{{"field", condition.field}, {"is", name_of(condition.is)}};
    put(out, "value", condition.value);
    return out;
}

json::value written(Requirement const& requirement) {
    json::object out;
    put(out, "code", requirement.code);
    put(out, "title", written(requirement.title));
    put(out, "note", written(requirement.note));
    put(out, "basis", written(requirement.basis));
    put(out, "only_if", written(requirement.only_if));
    return out;
}

json::value written(Information const& information) {
    json::object out;
    put(out, "code", information.code);
    put(out, "title", written(information.title));
    put(out, "basis", written(information.basis));
    return out;
}

json::value written(Step const& step) {
    json::object out;
    put(out, "code", step.code);
    put(out, "title", written(step.title));
    put(out, "unit", written(step.unit));
    put(out, "line_minutes", step.line_minutes);
    put(out, "counter_minutes", step.counter_minutes);
    put(out, "days_to_next", step.days_to_next);
    out["visit"] = step.visit;
    put(out, "only_if", written(step.only_if));
    return out;
}

json::value written(Document const& document) {
    json::object out;
    put(out, "code", document.code);
    put(out, "evidence_type", document.evidence_type);
    put(out, "requirement", document.requirement);
    put(out, "title", written(document.title));
    out["supplier"] = name_of(document.supplier);
    put(out, "basis", written(document.basis));
    out["required"] = document.required;
    put(out, "only_if", written(document.only_if));
    put(out, "valid_days", document.valid_days);
    put(out, "note", written(document.note));
    put(out, "to_be_confirmed", document.to_be_confirmed);
    put(out, "held_by", document.held_by);
    put(out, "declaration_on_honour", document.declaration_on_honour);
    if (document.copies != 1) out["copies"] = document.copies;
    put(out, "legalised_signature", document.legalised_signature);
    put(out, "certified_copy", document.certified_copy);
    put(out, "publicly_available", document.publicly_available);
    return out;
}

json::value written(FormField const& field) {
    json::object out;
    put(out, "code", field.code);
    out["kind"] = name_of(field.kind);
    put(out, "label", written(field.label));
    put(out, "hint", written(field.hint));
    out["required"] = field.required;
    put(out, "choices", written(field.choices));
    put(out, "page", field.page);
    put(out, "only_if", written(field.only_if));
    put(out, "fields", written(field.fields));
    put(out, "rows_max", field.rows_max);
    return out;
}

void put(json::object& into, std::string_view name, std::optional<Money> amount) {
    if (amount) into[name] = amount->in_centimes();
}

json::value written(Tier const& tier) {
    json::object out;
    if (tier.up_to) out["up_to"] = tier.up_to->text();
    out["rate"] = tier.rate.text();
    if (tier.flat != Money::centimes(0)) put(out, "flat_centimes", std::optional(tier.flat));
    return out;
}

json::value written(Term const& term) {
    json::object out;
    put(out, "field", term.field);
    out["tariff"] = name_of(term.tariff);
    put(out, "tiers", written(term.tiers));
    return out;
}

json::value written(Formula const& formula) {
    json::object out{{"fixed_centimes", formula.fixed.in_centimes()}};
    put(out, "terms", written(formula.terms));
    put(out, "least_centimes", formula.least);
    put(out, "most_centimes", formula.most);
    return out;
}

json::value written(Fee const& fee) {
    json::object out;
    put(out, "code", fee.code);
    put(out, "name", written(fee.name));
    put(out, "centimes", fee.amount);
    if (fee.formula) out["formula"] = written(*fee.formula);
    put(out, "only_if", written(fee.only_if));
    put(out, "basis", written(fee.basis));
    put(out, "note", written(fee.note));
    put(out, "to_be_confirmed", fee.to_be_confirmed);
    return out;
}

void put_terms(json::object& out, Sheet const& sheet) {
    put(out, "term_days", sheet.term_days);
    put(out, "term_note", written(sheet.term_note));
    out["cap_days"] = sheet.cap_days;
    put(out, "investment", sheet.investment);
    put(out, "investment_list_item", sheet.investment_list_item);
    out["silence"] = name_of(sheet.silence);
    put(out, "silence_list_item", sheet.silence_list_item);
    put(out, "extension", sheet.extension);
    put(out, "extension_list_item", sheet.extension_list_item);
    put(out, "extension_days", sheet.extension_days);
    put(out, "extension_conditions", written(sheet.extension_conditions));
    put(out, "appeal", written(sheet.appeal));
}

}  // namespace

std::string json_of(std::vector<Condition> const& conditions) {
    return json::serialize(written(conditions));
}
std::string json_of(Formula const& formula) { return json::serialize(written(formula)); }

std::string to_json(Sheet const& sheet) {
    json::object out;
    put(out, "title", written(sheet.title));
    put(out, "summary", written(sheet.summary));
    put(out, "output", written(sheet.output));
    put(out, "handling", written(sheet.handling));
    put(out, "basis", written(sheet.basis));
    put(out, "requirements", written(sheet.requirements));
    put(out, "documents", written(sheet.documents));
    // Written even where it is empty: a sheet without it is of a former version.
    out["information"] = written(sheet.information);
    put(out, "fees", written(sheet.fees));
    put(out, "steps", written(sheet.steps));
    put_terms(out, sheet);
    put(out, "channels", written(sheet.channels));
    put(out, "contact", written(sheet.contact));
    put(out, "form", written(sheet.form));
    put(out, "themes", written(sheet.themes));
    put(out, "audience", written(sheet.audience));
    put(out, "life_events", written(sheet.life_events));
    put(out, "keywords", sheet.keywords);
    put(out, "immediate", sheet.immediate);
    put(out, "online", sheet.online);
    out["retention_years"] = sheet.retention_years;
    put(out, "to_be_confirmed", written(sheet.to_be_confirmed));
    return json::serialize(out);
}

}  // namespace wasl::procedures
