// SPDX-License-Identifier: Apache-2.0
// The number that a citizen dictates over the telephone: "2026-7KMP-4XRC". A year, seven signs of
// an alphabet without lookalikes (no B 8, D 0, G 6, I 1, N M, O Q 0, S 5, U V, Z 2), and a check
// sign that catches every single wrong sign and every two signs exchanged.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace wasl {

// How many numbers a year has: 23^7.
inline constexpr std::uint64_t numbers_a_year = 3404825447;

// The number for a year (1000 to 9999) and a draw; only draw % numbers_a_year counts.
std::string receipt_number(int year, std::uint64_t draw);

// Any case, spaces, dashes, Arabic-Indic and Persian digits, lookalikes that no number has. Gives
// the canonical form, or nothing where the check sign says that something was misheard.
std::optional<std::string> parse_receipt(std::string_view typed);

}  // namespace wasl
