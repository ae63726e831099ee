// SPDX-License-Identifier: Apache-2.0
// Fees: fixed, computed, or set elsewhere. A formula is said in words, and tried with numbers
// before anybody pays by it.
#include <algorithm>
#include <array>
#include <set>

#include "modules/procedures/messages.hpp"
#include "modules/procedures/views_editor_parts.hpp"
#include "modules/procedures/views_formula.hpp"

namespace wasl::procedures::views {

using namespace html::literals;

namespace {

std::string amount_text(std::optional<Money> amount) {
    return amount ? written(*amount) : std::string();
}

void edit_tier(html::Html& h, EditorPage const& page, Tier const& tier, std::string const& at) {
    edit_line(h, page,
              {at + "up_to", msg::edit_tier_up_to, tier.up_to ? tier.up_to->text() : "",
               msg::edit_tier_up_to_hint, true, 20});
    edit_line(h, page, {at + "rate", msg::edit_tier_rate, tier.rate.text(), {}, true, 20});
    edit_line(h, page, {at + "flat", msg::edit_tier_flat, written(tier.flat), {}, true, 20});
}

void edit_formula_term(html::Html& h, EditorPage const& page, Term const& term,
                       std::string const& at) {
    static constexpr Tariff tariffs[] = {Tariff::whole, Tariff::slices};
    std::vector<html::Choice> numbers;
    for (auto const& field : page.sheet.form)
        if (field.kind == FieldKind::number)
            numbers.push_back({field.code, said(h.language(), field.label)});
    auto const field_name = at + "field", tariff_name = at + "tariff";
    html::select_field(h,
                       {.name = field_name,
                        .label = msg::edit_term_field,
                        .hint = msg::edit_term_field_hint,
                        .value = term.field,
                        .error = wrong(page, field_name)},
                       numbers);
    html::radio_group(
        h, {.name = tariff_name, .label = msg::edit_tariff, .value = name_of(term.tariff)},
        choices_among(tariffs, "tariff."));
    edit_list(h, page, at + "tiers", term.tiers, [&](Tier const& tier, std::string const& tier_at) {
        edit_tier(h, page, tier, tier_at);
    });
    add_button(h, at + "tiers", msg::edit_add_tier);
}

using Samples = std::vector<std::pair<std::string, std::string>>;

// Every formula of the section is tried with the same numbers, each asked for once.
Samples ask_samples(html::Html& h, EditorPage const& page) {
    Samples samples;
    std::set<std::string> asked;
    for (auto const& fee : page.sheet.fees) {
        if (!fee.formula) continue;
        for (auto const& term : fee.formula->terms) {
            auto const* const field = page.sheet.field(term.field);
            if (field == nullptr || !asked.insert(term.field).second) continue;
            auto const name = "try." + term.field;
            samples.emplace_back(term.field, typed_or(page, name, {}));
            html::text_field(h, {.name = name,
                                 .label = said(h.language(), field->label),
                                 .value = samples.back().second,
                                 .required = false,
                                 .left_to_right = true,
                                 .length_max = 20});
        }
    }
    return samples;
}

void try_formulas(html::Html& h, EditorPage const& page) {
    bool const any = std::any_of(page.sheet.fees.begin(), page.sheet.fees.end(),
                                 [](Fee const& fee) { return fee.formula.has_value(); });
    if (!any) return;
    html::Fieldset const box(h, msg::edit_try, msg::edit_try_hint);
    auto const samples = ask_samples(h, page);
    html::button(h, msg::edit_try_button, html::ButtonKind::secondary, "do", "try");
    if (page.typed == nullptr || page.typed->field("do") != "try") return;
    html::SummaryList list(h);
    for (auto const& fee : page.sheet.fees) {
        if (!fee.formula) continue;
        auto const amount = amount_of(*fee.formula, samples);
        list.row(said(h.language(), fee.name),
                 amount ? html::Words(*amount) : html::Words(msg::edit_try_nothing));
    }
}

void edit_formula(html::Html& h, EditorPage const& page, Fee const& fee, std::string const& at) {
    auto const formula = fee.formula.value_or(Formula{});
    html::Disclosure const box(h, msg::edit_formula, fee.formula.has_value());
    if (fee.formula) {
        h("<p><strong>"_h, msg::edit_formula_words, "</strong></p>"_h);
        show_formula(h, page.sheet, formula);
    }
    edit_line(h, page,
              {at + "fixed", msg::edit_formula_fixed, written(formula.fixed), {}, true, 20});
    if (auto const fault = page.faults.of(at + "terms")) html::notice(h, html::Tone::danger, fault);
    edit_list(h, page, at + "terms", formula.terms,
              [&](Term const& term, std::string const& term_at) {
                  edit_formula_term(h, page, term, term_at);
              });
    add_button(h, at + "terms", msg::edit_add_term);
    edit_line(h, page,
              {at + "least", msg::edit_formula_least, amount_text(formula.least), {}, true, 20});
    edit_line(h, page,
              {at + "most", msg::edit_formula_most, amount_text(formula.most), {}, true, 20});
}

void edit_amount(html::Html& h, EditorPage const& page, Fee const& fee, std::string const& at) {
    auto const how = at + "how";
    auto const value = typed_or(page, how,
                                fee.formula                         ? "formula"
                                : fee.amount || fee.note.ar.empty() ? "fixed"
                                                                    : "varies");
    html::radio_group(h, {.name = how, .label = msg::edit_fee_how, .value = value},
                      std::array{html::Choice{"fixed", msg::edit_fee_fixed},
                                 html::Choice{"formula", msg::edit_fee_formula},
                                 html::Choice{"varies", msg::edit_fee_varies}});
    edit_line(h, page,
              {at + "amount", msg::edit_amount, amount_text(fee.amount), msg::edit_amount_hint,
               true, 20});
    edit_formula(h, page, fee, at + "formula.");
}

}  // namespace

void edit_fees(html::Html& h, EditorPage const& page) {
    edit_list(h, page, "fees", page.sheet.fees, [&](Fee const& fee, std::string const& at) {
        edit_names(h, page, at + "name", msg::edit_fee, fee.name);
        edit_amount(h, page, fee, at);
        edit_bases(h, page, at + "basis.", {fee.basis}, 1);
        edit_conditions(h, page, at, fee.only_if);
        edit_names(h, page, at + "note", msg::edit_note, fee.note, true);
        edit_tick(h, at + "to_be_confirmed", msg::edit_to_confirm, fee.to_be_confirmed);
    });
    add_button(h, "fees", msg::edit_add_fee);
    try_formulas(h, page);
}

}  // namespace wasl::procedures::views
