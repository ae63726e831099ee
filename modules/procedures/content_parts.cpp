// SPDX-License-Identifier: Apache-2.0
// What the parts of a sheet are made of: names, texts of law, conditions, tariffs, questions.
#include "modules/procedures/content_part.hpp"
#include "modules/procedures/content_text.hpp"

namespace wasl::procedures::content {
namespace {

std::optional<Decimal> decimal(Part& part, std::string_view name) {
    auto const* const value = part.member(name);
    if (value == nullptr) return std::nullopt;
    auto const read = value->is_string() ? Decimal::read(value->get_string()) : std::nullopt;
    if (!read) part.fault().at(part.place(name));
    return read;
}

// Amounts stand in centimes, as everywhere in this JSON.
std::optional<Money> money(Part& part, std::string_view name) {
    auto const centimes = part.number(name, 0, 100'000'000'000, -1);
    return centimes < 0 ? std::nullopt : std::optional(Money::centimes(centimes));
}

Tier tier_of(json::value const& value, std::string const& where, Fault& fault) {
    Part part(value, where, fault);
    Tier tier;
    tier.up_to = decimal(part, "up_to");
    tier.rate = decimal(part, "rate").value_or(Decimal());
    tier.flat = money(part, "flat_centimes").value_or(Money::centimes(0));
    return tier;
}

Term term_of(json::value const& value, std::string const& where, Fault& fault) {
    Part part(value, where, fault);
    Term term;
    term.field = part.text("field");
    term.tariff = part.choice<Tariff>("tariff");
    term.tiers = part.list("tiers", [&](json::value const& item, std::string const& at) {
        return tier_of(item, at, fault);
    });
    return term;
}

Formula formula_of(json::value const& value, std::string const& where, Fault& fault) {
    Part part(value, where, fault);
    Formula formula;
    formula.fixed = money(part, "fixed_centimes").value_or(Money::centimes(0));
    formula.terms = part.list("terms", [&](json::value const& item, std::string const& at) {
        return term_of(item, at, fault);
    });
    formula.least = money(part, "least_centimes");
    formula.most = money(part, "most_centimes");
    if (!well_formed(formula)) fault.at(where);
    return formula;
}

Condition condition_of(json::value const& value, std::string const& where, Fault& fault) {
    Part part(value, where, fault);
    Condition condition;
    condition.field = part.text("field");
    condition.is = part.choice<Comparison>("is");
    condition.value = part.text("value");
    if (condition.field.empty()) fault.at(part.place("field"));
    return condition;
}

}  // namespace

Names names_of(json::value const& value, std::string const& where, Fault& fault) {
    Part part(value, where, fault);
    return {part.text("ar"), part.text("fr"), part.text("en"), part.text("zgh")};
}
Names names(Part& part, std::string_view name) {
    auto const* const value = part.member(name);
    return value == nullptr ? Names{} : names_of(*value, part.place(name), part.fault());
}

LegalBasis basis_of(json::value const& value, std::string const& where, Fault& fault) {
    Part part(value, where, fault);
    return {part.text("text_ar"), part.text("text_fr"), part.text("reference"),
            part.text("reference_fr"), part.truth("to_be_confirmed")};
}
std::vector<LegalBasis> bases(Part& part, std::string_view name) {
    return part.list(name, [&](json::value const& value, std::string const& where) {
        return basis_of(value, where, part.fault());
    });
}

std::vector<std::string> words(Part& part, std::string_view name) {
    return part.list(name, [&](json::value const& value, std::string const& where) {
        if (value.is_string() && value.get_string().size() <= text_max)
            return std::string(value.get_string());
        part.fault().at(where);
        return std::string();
    });
}

std::string code(Part& part) {
    auto found = part.text("code");
    bool const good = !found.empty() && found.size() <= 60 &&
                      std::all_of(found.begin(), found.end(), [](char sign) {
                          return (sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9') ||
                                 sign == '-' || sign == '_';
                      });
    if (!good) part.fault().at(part.place("code"));
    return found;
}

std::vector<Condition> conditions(Part& part) {
    return part.list("only_if", [&](json::value const& value, std::string const& where) {
        return condition_of(value, where, part.fault());
    });
}

FormField field_of(json::value const& value, std::string const& where, Fault& fault) {
    Part part(value, where, fault);
    FormField field;
    field.code = code(part);
    field.kind = part.choice<FieldKind>("kind");
    field.label = names(part, "label");
    field.hint = names(part, "hint");
    field.required = part.truth("required", true);
    field.choices = part.list("choices", [&](json::value const& item, std::string const& place) {
        return names_of(item, place, fault);
    });
    field.page = part.text("page");
    field.only_if = conditions(part);
    field.fields = part.list("fields", [&](json::value const& item, std::string const& place) {
        return field_of(item, place, fault);
    });
    field.rows_max = part.small("rows_max", 100);
    bool const nested = std::any_of(field.fields.begin(), field.fields.end(),
                                    [](FormField const& one) { return !one.fields.empty(); });
    bool const group = field.kind == FieldKind::group;
    if (nested || group == field.fields.empty()) fault.at(part.place("fields"));
    return field;
}

Fee fee_of(json::value const& value, std::string const& where, Fault& fault) {
    Part part(value, where, fault);
    Fee fee;
    fee.code = code(part);
    fee.name = names(part, "name");
    fee.amount = money(part, "centimes");
    if (auto const* const formula = part.member("formula"))
        fee.formula = formula_of(*formula, part.place("formula"), fault);
    fee.only_if = conditions(part);
    if (auto const* const basis = part.member("basis"))
        fee.basis = basis_of(*basis, part.place("basis"), fault);
    fee.note = names(part, "note");
    fee.to_be_confirmed = part.truth("to_be_confirmed");
    return fee;
}

}  // namespace wasl::procedures::content

namespace wasl::procedures {

// A part stands as a member of an object, that its limits may be those of a sheet's.
static std::optional<content::json::value> member(std::string_view name, std::string_view text) {
    content::json::error_code error;
    auto value = content::json::parse({text.data(), text.size()}, error);
    if (error || text.size() > content::text_max) return std::nullopt;
    return content::json::object{{name, std::move(value)}};
}

std::optional<std::vector<Condition>> conditions_from(std::string_view text) {
    auto const value = member("only_if", text);
    if (!value) return std::nullopt;
    content::Fault fault;
    std::vector<Condition> out;
    {
        content::Part part(*value, {}, fault);
        out = content::conditions(part);
    }
    if (!fault.where.empty()) return std::nullopt;
    return out;
}

std::optional<Formula> formula_from(std::string_view text) {
    auto const value = member("formula", text);
    if (!value) return std::nullopt;
    content::Fault fault;
    auto out = content::formula_of(value->get_object().at("formula"), "formula", fault);
    if (!fault.where.empty()) return std::nullopt;
    return out;
}

}  // namespace wasl::procedures
