// SPDX-License-Identifier: Apache-2.0
#include "modules/procedures/formula.hpp"

#include <algorithm>

namespace wasl::procedures {
namespace {

// Dirhams in parts of 10^-8: a rate and a number have four digits after the point each. A rate and
// a number below 10^12 stay below 10^32 there, far from the end of 128 bits.
__extension__ using Wide = __int128;
constexpr Wide parts_in_centime = 1'000'000;

Wide wide(Money money) { return Wide(money.in_centimes()) * parts_in_centime; }

bool ascending(std::vector<Tier> const& tiers) {
    for (std::size_t n = 0; n + 1 < tiers.size(); ++n) {
        if (!tiers[n].up_to) return false;
        if (tiers[n + 1].up_to && *tiers[n + 1].up_to <= *tiers[n].up_to) return false;
    }
    return !tiers.empty();
}

std::optional<Wide> paid(Term const& term, Decimal number) {
    Wide sum = 0;
    std::int64_t from = 0;
    for (auto const& tier : term.tiers) {
        bool const last = !tier.up_to || number <= *tier.up_to;
        auto const until = last ? number.in_parts() : tier.up_to->in_parts();
        auto const part = term.tariff == Tariff::slices ? until - from : number.in_parts();
        auto const tier_sum = wide(tier.flat) + Wide(tier.rate.in_parts()) * part;
        sum = term.tariff == Tariff::slices ? sum + tier_sum : tier_sum;
        if (last) return sum;
        from = until;
    }
    return std::nullopt;
}

}  // namespace

bool well_formed(Formula const& formula) {
    bool const fits = std::all_of(formula.terms.begin(), formula.terms.end(), [](Term const& term) {
        return !term.field.empty() && ascending(term.tiers);
    });
    return fits && (!formula.least || !formula.most || *formula.least <= *formula.most);
}

std::optional<Money> amount_of(Formula const& formula, Answers answers) {
    Wide sum = wide(formula.fixed);
    for (auto const& term : formula.terms) {
        auto const number = Decimal::read(answer_to(answers, term.field));
        if (!number) return std::nullopt;
        auto const part = paid(term, *number);
        if (!part) return std::nullopt;
        sum += *part;
    }
    auto const centimes = (sum + parts_in_centime / 2) / parts_in_centime;
    if (centimes > Wide(Decimal::whole_max)) return std::nullopt;
    auto amount = Money::centimes(static_cast<std::int64_t>(centimes));
    if (formula.least) amount = std::max(amount, *formula.least);
    if (formula.most) amount = std::min(amount, *formula.most);
    return amount;
}

}  // namespace wasl::procedures
