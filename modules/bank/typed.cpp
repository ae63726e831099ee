// SPDX-License-Identifier: Apache-2.0
#include "modules/bank/typed.hpp"

#include <algorithm>

#include "kernel/text/parts.hpp"
#include "modules/bank/amounts.hpp"
#include "platform/http/text.hpp"

namespace wasl::bank {

namespace {

constexpr std::string_view relation_prefix = "relation-", reason_prefix = "reason-";

std::vector<std::string> ticked(http::Request const& request, std::string_view name) {
    std::vector<std::string> out;
    for (auto const one : request.fields(name))
        if (!one.empty() && std::find(out.begin(), out.end(), one) == out.end())
            out.emplace_back(one);
    return out;
}

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> out;
    for (auto const line : http::split(text, '\n')) {
        auto const one = lexis::trimmed(line);
        if (!one.empty() && std::find(out.begin(), out.end(), one) == out.end())
            out.emplace_back(one);
    }
    return out;
}

std::optional<Money> money(std::string const& text, std::string_view field, html::Faults& faults) {
    if (text.empty()) return std::nullopt;
    auto const amount = dirhams(text);
    if (!amount) faults.add(field, msg::refused_amount);
    return amount;
}

std::optional<std::int64_t> whole(std::string const& text, std::string_view field,
                                  html::Faults& faults) {
    if (text.empty()) return std::nullopt;
    auto const count = scaled(text, 0);
    if (!count) faults.add(field, msg::refused_number);
    return count;
}

RelationTyped& relation_of(std::vector<RelationTyped>& all, std::string_view number) {
    for (auto& one : all)
        if (one.number == number) return one;
    all.push_back({std::string(number), std::nullopt, {}});
    return all.back();
}

std::vector<RelationTyped> relations_typed(http::Request const& request) {
    std::vector<RelationTyped> out;
    for (auto const& [name, value] : request.form) {
        std::string_view const field = name;
        if (field.starts_with(relation_prefix))
            relation_of(out, field.substr(relation_prefix.size())).relation = relation_named(value);
        else if (field.starts_with(reason_prefix))
            relation_of(out, field.substr(reason_prefix.size())).reason = lexis::trimmed(value);
    }
    return out;
}

void read_typed_amounts(views::Typed& out, http::Request const& request, html::Faults& faults) {
    out.cost = lexis::trimmed(request.field("cost"));
    out.yearly_cost = lexis::trimmed(request.field("yearly_cost"));
    out.effort_days = lexis::trimmed(request.field("effort_days"));
    out.content.cost = money(out.cost, "cost", faults);
    out.content.yearly_cost = money(out.yearly_cost, "yearly_cost", faults);
    out.content.effort_days = whole(out.effort_days, "effort_days", faults);
}

}  // namespace

views::Typed typed(http::Request const& request, html::Faults& faults) {
    views::Typed out;
    auto& content = out.content;
    content.title = lexis::trimmed(request.field("title"));
    content.problem = lexis::trimmed(request.field("problem"));
    content.solution = lexis::trimmed(request.field("solution"));
    content.serves = lexis::trimmed(request.field("serves"));
    content.evidence = evidence_named(request.field("evidence")).value_or(Evidence::e0);
    content.evidence_note = lexis::trimmed(request.field("evidence_note"));
    content.needs = lexis::trimmed(request.field("needs"));
    content.licence = lexis::trimmed(request.field("licence"));
    content.replicability =
        replicability_named(request.field("replicability")).value_or(Replicability::unknown);
    content.replicability_note = lexis::trimmed(request.field("replicability_note"));
    content.contacts = lexis::trimmed(request.field("contacts"));
    content.website = lexis::trimmed(request.field("website"));
    content.language = i18n::language_named(request.field("language")).value_or(request.language);
    content.touches.procedures = ticked(request, "procedures");
    content.touches.obstacles = ticked(request, "obstacles");
    content.touches.life_events = ticked(request, "life_events");
    content.touches.indicators = ticked(request, "indicators");
    out.data = request.field("data");
    content.touches.data = lines_of(out.data);
    read_typed_amounts(out, request, faults);
    out.owner = request.field("owner");
    out.reason = request.field("reason");
    out.once = request.field(html::once_field_name);
    out.procedure_words = lexis::trimmed(request.field("procedure_words"));
    out.name_shown = !request.has_field("solution") || request.field("name_shown") == "1";
    out.relations = relations_typed(request);
    out.version = request.field_number("version").value_or(0);
    return out;
}

views::Typed typed_from(Entry const& entry) {
    views::Typed out;
    out.content = entry.content;
    if (entry.content.cost) out.cost = written(*entry.content.cost);
    if (entry.content.yearly_cost) out.yearly_cost = written(*entry.content.yearly_cost);
    if (entry.content.effort_days) out.effort_days = std::to_string(*entry.content.effort_days);
    for (auto const& one : entry.content.touches.data) out.data += one + "\n";
    out.name_shown = entry.name_shown;
    out.version = entry.version;
    return out;
}

}  // namespace wasl::bank
