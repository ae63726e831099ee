// SPDX-License-Identifier: Apache-2.0
#include "modules/procedures/views_formula.hpp"

#include "modules/procedures/messages.hpp"

namespace wasl::procedures::views {

using namespace html::literals;

namespace {

// One tariff for every number: no tier needs to be named.
Said each_unit(Term const& term, std::string const& question) {
    auto const& tier = term.tiers.front();
    Values values{text("question", question), text("rate", tier.rate.text()), {"flat", tier.flat}};
    return tier.flat == Money::centimes(0) ? say(msg::formula_each, std::move(values))
                                           : say(msg::formula_each_flat, std::move(values));
}

Said of_tier(Term const& term, Tier const& tier, Decimal from, std::string const& question) {
    Values values{text("question", question),
                  text("from", from.text()),
                  text("to", tier.up_to ? tier.up_to->text() : std::string()),
                  text("rate", tier.rate.text()),
                  {"flat", tier.flat}};
    bool const slices = term.tariff == Tariff::slices;
    if (tier.up_to) return say(slices ? msg::formula_slice : msg::formula_whole, std::move(values));
    return say(slices ? msg::formula_slice_over : msg::formula_whole_over, std::move(values));
}

}  // namespace

std::vector<Said> in_words(Language language, Sheet const& sheet, Formula const& formula) {
    std::vector<Said> out;
    if (formula.fixed != Money::centimes(0) || formula.terms.empty())
        out.push_back(say(msg::formula_fixed, {{"amount", formula.fixed}}));
    for (auto const& term : formula.terms) {
        auto const* const field = sheet.field(term.field);
        auto const question =
            field == nullptr ? term.field : std::string(directory::in(language, field->label));
        if (term.tiers.size() == 1 && !term.tiers.front().up_to) {
            out.push_back(each_unit(term, question));
            continue;
        }
        Decimal from;
        for (auto const& tier : term.tiers) {
            out.push_back(of_tier(term, tier, from, question));
            from = tier.up_to.value_or(from);
        }
    }
    if (formula.least) out.push_back(say(msg::formula_least, {{"amount", *formula.least}}));
    if (formula.most) out.push_back(say(msg::formula_most, {{"amount", *formula.most}}));
    return out;
}

void show_formula(html::Html& h, Sheet const& sheet, Formula const& formula) {
    h("<ul>"_h);
    for (auto const& sentence : in_words(h.language(), sheet, formula))
        h("<li>"_h, sentence, "</li>"_h);
    h("</ul>"_h);
}

}  // namespace wasl::procedures::views
