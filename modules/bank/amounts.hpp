// SPDX-License-Identifier: Apache-2.0
// Amounts as people type them, exact: dirhams with centimes, measured values with three places.
// Never a float.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "kernel/money.hpp"

namespace wasl::bank {

inline constexpr std::int64_t whole_max = 1'000'000'000'000;  // before the point

// "12", "-0,5", "12 500.75", Arabic-Indic digits too; with at most so many places after the point.
std::optional<std::int64_t> scaled(std::string_view typed, int places);
// "12.5": no zero that says nothing.
std::string written(std::int64_t scaled, int places);

std::optional<Money> dirhams(std::string_view typed);  // not negative
std::string written(Money);

inline constexpr int value_places = 3;  // of an indicator

}  // namespace wasl::bank
