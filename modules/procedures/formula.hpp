// SPDX-License-Identifier: Apache-2.0
// A fee that is computed: a fixed amount, and for each number of the form a tariff by tiers. There
// is nothing else in it, so a formula always ends, never divides and never rounds but once, at the
// centime, half up.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kernel/money.hpp"
#include "modules/procedures/condition.hpp"
#include "modules/procedures/decimal.hpp"

namespace wasl::procedures {

// Up to and including `up_to` (none: without end): `flat` once, and `rate` dirhams a unit.
struct Tier {
    std::optional<Decimal> up_to;
    Decimal rate;
    Money flat = Money::centimes(0);

    friend bool operator==(Tier const&, Tier const&) = default;
};

// slices: each tier is paid on the part of the number that lies in it, as an income tax is.
// whole:  the tier in which the number lies is paid on all of it.
enum class Tariff : std::uint8_t { whole, slices };

// a + b*x is one term with one tier without end.
struct Term {
    std::string field;  // code of a number asked in the form
    Tariff tariff = Tariff::whole;
    std::vector<Tier> tiers;  // ascending; only the last may be without end

    friend bool operator==(Term const&, Term const&) = default;
};

struct Formula {
    Money fixed = Money::centimes(0);
    std::vector<Term> terms;
    std::optional<Money> least, most;  // the amount is never under or over these

    friend bool operator==(Formula const&, Formula const&) = default;
};

// Tiers ascend and have an end before the last, and the least is not above the most.
bool well_formed(Formula const&);

// The amount for these answers. Nothing where a number is missing or lies above every tier: an
// amount that nobody can compute is not guessed.
std::optional<Money> amount_of(Formula const&, Answers);

}  // namespace wasl::procedures
